"""Image files as odd as collections have them, each with what must come out of it."""

import io
import os
import struct
import zlib
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageCms

RED, BLUE = (200, 30, 40), (30, 60, 190)


class Odd(NamedTuple):
    """A file to be written, and its upper left and lower right colours, or why it is unreadable."""

    name: str
    content: bytes
    first: tuple | None = None
    last: tuple | None = None
    size: tuple | None = None
    reason: str | None = None


def halves(mode="RGB", size=(96, 64)):
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def encoded(image, kind, **options):
    """Return the bytes of a file of `kind` that holds `image`."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def orientation(value):
    """Return an EXIF block of this orientation."""
    exif = Image.Exif()
    exif[0x0112] = value
    return exif


def swapped_profile():
    """Return sRGB's ICC profile with the red and green primaries exchanged: red shows as green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", profile[128:132])[0]
    for at in range(132, 132 + 12 * count, 12):
        name = bytes(profile[at : at + 4])
        profile[at : at + 4] = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(name, name)
    return bytes(profile)


def grey_profile(gamma):
    """Return an ICC profile of greys whose light is their value to the power `gamma`."""
    white = struct.pack(">4sI3i", b"XYZ ", 0, 63190, 65536, 54061)
    curve = struct.pack(">4sIIH", b"curv", 0, 1, round(gamma * 256)) + b"\0\0"
    text = struct.pack(">4sI", b"text", 0) + b"none\0\0\0\0"
    name = struct.pack(">4sII", b"desc", 0, 5) + b"grey\0" + bytes(79)
    blocks = ((b"wtpt", white), (b"kTRC", curve), (b"cprt", text), (b"desc", name))
    return icc_profile(b"mntr", b"GRAY", b"XYZ ", blocks)


def icc_profile(device, space, connection, blocks):
    """Return an ICC profile, version 2, of a class of device with its tags (names and data)."""
    tags, data, at = [], b"", 128 + 4 + 12 * len(blocks)
    for tag, block in blocks:
        tags.append(struct.pack(">4sII", tag, at + len(data), len(block)))
        data += block + bytes(-len(block) % 4)
    body = struct.pack(">I", len(tags)) + b"".join(tags) + data
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s", 128 + len(body), b"none", 0x02100000, device, space,
        connection, 2000, 1, 1, 0, 0, 0, b"acsp", b"none", 0, b"none", b"none", 0, 0,
        63190, 65536, 54061, b"none",
    )  # fmt: skip
    return head.ljust(128, b"\0") + body


def png_of_claimed_size(width, height):
    """Return a PNG file that claims to be so large, and holds one row."""

    def chunk(name, data):
        checksum = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1 + 3 * width))
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def frames():
    """Return an animated GIF, red first and then blue."""
    first, second = (Image.new("RGB", (40, 30), colour) for colour in (RED, BLUE))
    return encoded(first, "GIF", save_all=True, append_images=[second])


def keyed():
    """Return a PNG without alpha whose right half is a colour declared to be transparent."""
    return encoded(halves(), "PNG", transparency=BLUE)


def odd_files():
    """Return the corpus."""
    rgb, turned = halves(), halves().transpose(Image.Transpose.ROTATE_90)
    clear = halves("RGBA")
    clear.putalpha(Image.new("L", clear.size, 100))
    dark = np.full((9, 9), 0x4040, np.uint16)
    ramp = np.tile(np.linspace(0, 65535, 64).astype(np.uint16), (16, 1))
    jpeg = encoded(rgb, "JPEG", quality=95)
    noise = np.random.default_rng(0).integers(0, 256, (96, 96, 3), dtype=np.uint8)
    # The middle grey of light v^1.0, as sRGB: 255 (1.055 (128/255)^(1/2.4) - 0.055).
    linear_grey = (188,) * 3
    good = [
        Odd("plain.jpg", jpeg, RED, BLUE, (96, 64)),
        Odd("progressive.jpg", encoded(rgb, "JPEG", progressive=True, quality=95), RED, BLUE),
        Odd("grey.jpg", encoded(Image.new("L", (30, 20), 90), "JPEG"), (90,) * 3, (90,) * 3),
        Odd("cmyk.jpg", encoded(halves("CMYK"), "JPEG", quality=95), RED, BLUE),
        Odd("turned.jpg", encoded(turned, "JPEG", exif=orientation(6), quality=95), RED, BLUE),
        Odd("turned.png", encoded(turned, "PNG", exif=orientation(6)), RED, BLUE, (96, 64)),
        Odd("turned.tif", encoded(turned, "TIFF", exif=orientation(6)), RED, BLUE, (96, 64)),
        Odd("turned.webp", encoded(turned, "WEBP", exif=orientation(6), lossless=True), RED, BLUE),
        Odd("upside-down.jpg", encoded(rgb, "JPEG", exif=orientation(3), quality=95), BLUE, RED),
        Odd("broken-exif.jpg", encoded(rgb, "JPEG", exif=b"Exif\0\0MM\0*junk"), RED, BLUE),
        Odd("listed.png", encoded(rgb.quantize(4), "PNG"), RED, BLUE),
        Odd("bits.png", encoded(Image.new("1", (9, 9), 1), "PNG"), (255,) * 3, (255,) * 3),
        Odd("deep-grey.png", encoded(Image.fromarray(ramp), "PNG"), (0,) * 3, (255,) * 3),
        Odd("deep-grey.tif", encoded(Image.fromarray(ramp), "TIFF"), (0,) * 3, (255,) * 3),
        Odd("deep-dark.png", encoded(Image.fromarray(dark), "PNG"), (64,) * 3),
        Odd("cmyk.tif", encoded(halves("CMYK"), "TIFF"), RED, BLUE),
        Odd("packed.tif", encoded(rgb, "TIFF", compression="tiff_lzw"), RED, BLUE),
        Odd("float.tif", encoded(Image.new("F", (9, 9), 0.5), "TIFF"), (128,) * 3, (128,) * 3),
        Odd("lab.tif", encoded(Image.new("LAB", (9, 9), (255, 128, 128)), "TIFF"), (255,) * 3),
        Odd("animated.gif", frames(), RED, RED, (40, 30)),
        Odd("plain.bmp", encoded(rgb, "BMP"), RED, BLUE),
        Odd("plain.avif", encoded(rgb, "AVIF", quality=95), RED, BLUE),
        Odd("plain.webp", encoded(rgb, "WEBP", lossless=True), RED, BLUE),
        Odd("keyed.png", keyed(), (*RED, 255), (*BLUE, 0)),
        Odd("named-otherwise.png", jpeg, RED, BLUE),
        Odd("one-pixel.png", encoded(Image.new("RGB", (1, 1), RED), "PNG"), RED, RED, (1, 1)),
        Odd("wide.jpg", encoded(halves(size=(30_000, 9)), "JPEG", quality=95), RED, BLUE, (96, 1)),
        Odd("red-as-green.png", encoded(Image.new("RGB", (9, 9), (255, 0, 0)), "PNG",
            icc_profile=swapped_profile()), (0, 255, 0), (0, 255, 0)),
        Odd("clear-and-profiled.png", encoded(Image.new("RGBA", (9, 9), (255, 0, 0, 200)), "PNG",
            icc_profile=swapped_profile()), (0, 255, 0, 200)),
        Odd("linear-grey.png", encoded(Image.new("L", (9, 9), 128), "PNG",
            icc_profile=grey_profile(1.0)), linear_grey, linear_grey),
        Odd("profile-of-others.png", encoded(rgb, "PNG", icc_profile=grey_profile(1.0)), RED, BLUE),
        Odd("broken-profile.png", encoded(rgb, "PNG", icc_profile=b"no profile"), RED, BLUE),
    ]  # fmt: skip
    cut_jpeg = encoded(Image.fromarray(noise), "JPEG")[:1500]
    cut_png = encoded(Image.fromarray(noise), "PNG")[:9000]
    bomb = png_of_claimed_size(30_000, 30_000)
    bad = [
        Odd("empty.jpg", b"", reason="an empty file"),
        Odd("page.jpg", b"<!DOCTYPE html>\n<p>", reason="it begins with '<!DOCTYPE html>'"),
        Odd("zeros.png", bytes(500), reason="not an image of a known kind"),
        Odd("cut.jpg", cut_jpeg, reason="bytes not processed)"),
        Odd("cut.png", cut_png, reason="image file is truncated"),
        Odd("bomb.png", bomb, reason="megapixels; allowed: up to 179 (thumbnail.most_megapixels)"),
        Odd("clear.png", encoded(clear, "PNG"), reason="fully transparent"),
    ]  # fmt: skip
    return good, bad


GOOD, BAD = odd_files()


def write_odd_files(folder):
    """Write the corpus into `folder`, and a link to nothing."""
    for odd in (*GOOD, *BAD):
        (folder / odd.name).write_bytes(odd.content)
    os.symlink(folder / "nowhere.jpg", folder / "link.jpg")
