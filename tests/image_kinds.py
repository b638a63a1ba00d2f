"""Image files of every kind that collections have, made of one scene whose colours are known."""

import io
import struct
import zlib
from functools import cache
from typing import NamedTuple

import numpy as np
import pillow_heif
import pillow_jxl  # noqa: F401 - writes JPEG XL
import tifffile
from PIL import Image, ImageCms, ImageDraw

from scripts.images.icc import matrix_profile
from scripts.images.signals import PRIMARIES, srgb_light

SKY, ROOF, FIELD = (120, 160, 210), (180, 70, 50), (90, 120, 50)


class Kind(NamedTuple):
    """A file, and how it must look: as in a browser, or as these pixels, h x w x 3 or 4."""

    name: str
    content: bytes
    pixels: np.ndarray | None = None
    """None: as Chromium shows it."""


@cache
def scene():
    """Return the scene, RGB, 128 x 96, with a little noise."""
    image = Image.new("RGB", (128, 96), SKY)
    ImageDraw.Draw(image).rectangle((0, 56, 128, 96), fill=FIELD)
    ImageDraw.Draw(image).rectangle((30, 30, 80, 68), fill=ROOF)
    noise = np.random.default_rng(0).normal(0, 4, (96, 128, 3))
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))


def encoded(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def with_chunks(png, *chunks):
    """Return a PNG with these chunks (names and data) after its header."""
    at = 8 + 12 + 13
    return png[:at] + b"".join(chunk(*told) for told in chunks) + png[at:]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def orientation(value):
    exif = Image.Exif()
    exif[0x0112] = value
    return exif


def cicp(avif, primaries, transfer):
    """Return an AVIF or HEIF file of these code points."""
    at = avif.index(b"colrnclx") + 8
    return avif[:at] + struct.pack(">HH", primaries, transfer) + avif[at + 4 :]


def p3_profile():
    return matrix_profile(*PRIMARIES[12], srgb_light)


def for_browsers():
    """Return the kinds that browsers show."""
    rgb, grey, mono = scene(), scene().convert("L"), scene().convert("1")
    turned = Image.fromarray(np.asarray(rgb)[:64, :96])
    clear = rgb.copy()
    clear.putalpha(Image.linear_gradient("L").resize(rgb.size).point(lambda v: v // 2 + 128))
    png, jpeg = encoded(rgb, "PNG"), encoded(rgb, "JPEG", quality=92)
    avif = encoded(rgb, "AVIF", quality=90)
    deep = np.asarray(grey, np.uint16) * 257
    gamma = lambda value: (b"gAMA", struct.pack(">I", round(value * 100_000)))  # noqa: E731
    adobe = (31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)
    chroma = (b"cHRM", struct.pack(">8I", *adobe))
    p3, hdr = (b"cICP", bytes([12, 13, 0, 1])), (b"cICP", bytes([1, 13, 0, 1]))
    text = zlib.compress(b"<x:xmpmeta>" + b"a" * 1_800_000)
    kinds = {
        "plain.jpg": jpeg,
        "plain.jfif": jpeg,
        "progressive.jpg": encoded(rgb, "JPEG", quality=92, progressive=True),
        "444.jpg": encoded(rgb, "JPEG", quality=92, subsampling=0),
        "grey.jpg": encoded(grey, "JPEG", quality=92),
        "restarts.jpg": encoded(rgb, "JPEG", quality=92, restart_marker_rows=1),
        "p3.jpg": encoded(rgb, "JPEG", quality=92, icc_profile=p3_profile()),
        "xmp.jpg": encoded(turned, "JPEG", quality=92, xmp=XMP),
        **{
            f"turned-{n}.jpg": encoded(turned, "JPEG", quality=92, exif=orientation(n))
            for n in range(1, 9)
        },
        "plain.png": png,
        "grey.png": encoded(grey, "PNG"),
        "grey-alpha.png": encoded(clear.convert("LA"), "PNG"),
        "mono.png": encoded(mono, "PNG"),
        "listed.png": encoded(rgb.quantize(16), "PNG"),
        "alpha.png": encoded(clear, "PNG"),
        "deep-grey.png": encoded(Image.fromarray(deep), "PNG"),
        "keyed.png": encoded(rgb, "PNG", transparency=(1, 2, 3)),
        "keyed-grey.png": encoded(grey, "PNG", transparency=3),
        "p3.png": encoded(rgb, "PNG", icc_profile=p3_profile()),
        "cicp-p3.png": with_chunks(png, p3),
        "cicp-before-icc.png": with_chunks(encoded(rgb, "PNG", icc_profile=p3_profile()), hdr),
        "gamma-1.png": with_chunks(png, gamma(1)),
        "gamma-1.8.png": with_chunks(png, gamma(1 / 1.8)),
        "gamma-2.2.png": with_chunks(png, gamma(0.45455)),
        "gamma-grey.png": with_chunks(encoded(grey, "PNG"), gamma(1)),
        "srgb-before-gamma.png": with_chunks(png, (b"sRGB", b"\0"), gamma(1)),
        "chroma.png": with_chunks(png, gamma(1 / 2.2), chroma),
        "texts.png": with_chunks(png, (b"zTXt", b"xmp\0\0" + text)),
        "animated.png": encoded(rgb, "PNG", save_all=True, append_images=[mono.convert("RGB")]),
        "plain.webp": encoded(rgb, "WEBP", quality=92),
        "lossless.webp": encoded(rgb, "WEBP", lossless=True),
        "alpha.webp": encoded(clear, "WEBP", lossless=True, exact=True),
        "turned.webp": encoded(turned, "WEBP", lossless=True, exif=orientation(6)),
        "p3.webp": encoded(rgb, "WEBP", lossless=True, icc_profile=p3_profile()),
        "animated.webp": encoded(rgb, "WEBP", lossless=True, save_all=True, append_images=[rgb]),
        "plain.avif": avif,
        "p3.avif": cicp(avif, 12, 13),
        "alpha.avif": encoded(clear, "AVIF", quality=95),
        "turned.avif": encoded(turned, "AVIF", quality=90, exif=orientation(6)),
        "icc.avif": encoded(rgb, "AVIF", quality=90, icc_profile=p3_profile()),
        "plain.gif": encoded(rgb, "GIF"),
        "animated.gif": encoded(rgb, "GIF", save_all=True, append_images=[mono.convert("RGB")]),
        "plain.bmp": encoded(rgb, "BMP"),
        "listed.bmp": encoded(rgb.quantize(16), "BMP"),
        "mono.bmp": encoded(mono, "BMP"),
    }
    return [Kind(name, content) for name, content in kinds.items()]


XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    b' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
    b' xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)


def tiff(pixels, **options):
    file = io.BytesIO()
    tifffile.imwrite(file, pixels, **options)
    return file.getvalue()


def for_other_viewers():
    """Return the kinds that browsers do not show, with the scene's own pixels."""
    rgb = np.asarray(scene())
    grey = np.asarray(scene().convert("L"))
    shown_grey = np.dstack([grey] * 3)
    opacity = np.full_like(grey, 200)
    rgba, deep = np.dstack([rgb, opacity]), rgb.astype(np.uint16) * 257
    in_12_bits = (rgb * (4095 / 255)).round().astype(np.uint16)
    cmyk = np.asarray(scene().convert("CMYK"))
    planes = np.moveaxis(deep, 2, 0)
    part = opacity[..., None] / 255
    kinds = {
        f"grey-{bits}.tif": (
            tiff((grey * ((2**bits - 1) / 255)).round().astype(np.uint16), bitspersample=bits),
            shown_grey,
        )
        for bits in (10, 12, 14)
    } | {
        "rgb-12.tif": (
            tiff(in_12_bits, bitspersample=12, photometric="rgb"),
            rgb,
        ),
        "rgb-16.tif": (tiff(deep, photometric="rgb"), rgb),
        "rgb-16-other-end.tif": (tiff(deep, photometric="rgb", byteorder=">"), rgb),
        "rgb-32.tif": (tiff(rgb.astype(np.uint32) * 16_843_009, photometric="rgb"), rgb),
        "signed-16.tif": (
            tiff((deep.astype(np.int32) - 32768).astype(np.int16), photometric="rgb"),
            rgb,
        ),
        **{
            f"float-{size}.tif": (tiff((rgb / 255).astype(f"f{size // 8}"), photometric="rgb"), rgb)
            for size in (16, 32, 64)
        },
        "white-is-zero-8.tif": (tiff(255 - grey, photometric="miniswhite"), shown_grey),
        "white-is-zero-16.tif": (
            tiff(65535 - grey.astype(np.uint16) * 257, photometric="miniswhite"),
            shown_grey,
        ),
        "planes-8.tif": (
            tiff(np.moveaxis(rgb, 2, 0), photometric="rgb", planarconfig="separate"),
            rgb,
        ),
        "planes-16.tif": (tiff(planes, photometric="rgb", planarconfig="separate"), rgb),
        "grey-alpha-16.tif": (
            tiff(
                np.dstack([grey, opacity]).astype(np.uint16) * 257,
                photometric="minisblack",
                extrasamples=["unassalpha"],
            ),
            np.dstack([shown_grey, opacity]),
        ),
        "alpha-16.tif": (
            tiff(rgba.astype(np.uint16) * 257, photometric="rgb", extrasamples=["unassalpha"]),
            rgba,
        ),
        "alpha-multiplied.tif": (
            tiff(
                np.dstack([(deep * part).round(), opacity.astype(float) * 257]).astype(np.uint16),
                photometric="rgb",
                extrasamples=["assocalpha"],
            ),
            rgba,
        ),
        "cmyk-16.tif": (tiff(cmyk.astype(np.uint16) * 257, photometric="separated"), rgb),
        "cmyk-alpha.tif": (
            tiff(np.dstack([cmyk, opacity]), photometric="separated", extrasamples=["unassalpha"]),
            rgba,
        ),
        "lab.tif": (encoded(in_lab(), "TIFF"), rgb),
        "reduced-first.tif": (pages((rgb[::4, ::4], 1), (rgb, 0), (rgb[:, ::-1], 0)), rgb),
        "tiles.tif": (tiff(deep, photometric="rgb", tile=(64, 64)), rgb),
        "predicted.tif": (
            tiff(deep, photometric="rgb", compression="lzw", predictor=True),
            rgb,
        ),
        **{
            f"{packed}.tif": (tiff(rgb, photometric="rgb", compression=packed, **more), rgb)
            for packed, more in {
                "zstd": {},
                "lzma": {},
                "lerc": {},
                "deflate": {},
                "jpegxl": {},
                "jpeg2000": {},
                "webp": {"tile": (64, 64)},
                "jpeg": {"compressionargs": {"level": 95}},
            }.items()
        },
        "plain.jp2": (encoded(scene(), "JPEG2000"), rgb),
        "grey.jp2": (encoded(scene().convert("L"), "JPEG2000"), shown_grey),
        "plain.jxl": (encoded(scene(), "JXL", lossless=True), rgb),
        "lossy.jxl": (encoded(scene(), "JXL", quality=95), rgb),
        "plain.heic": (heif(scene()), rgb),
        "alpha.heif": (heif(Image.fromarray(rgba)), rgba),
    }
    return [Kind(name, content, pixels) for name, (content, pixels) in kinds.items()]


def in_lab():
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    return ImageCms.profileToProfile(scene(), srgb, lab, outputMode="LAB")


def pages(*shown):
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        for pixels, kind in shown:
            writer.write(pixels, subfiletype=kind, photometric="rgb")
    return file.getvalue()


def heif(image):
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=95, chroma=444)
    return file.getvalue()
