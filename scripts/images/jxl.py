"""The size that a JPEG XL file claims, before anything of it is decoded. ISO/IEC 18181-1."""

from pathlib import Path

HEAD = 1 << 16  # bytes, in which the codestream begins
RATIOS = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
LENGTHS = (9, 13, 18, 30)  # bits of a number


def jxl_size(path):
    """Return width and height of a JPEG XL file in px.

    Raises ValueError if it has no codestream at its beginning.
    """
    with Path(path).open("rb") as file:
        head = file.read(HEAD)
    at = 0
    if not head.startswith(b"\xff\x0a"):
        boxes = [found for name in (b"jxlc", b"jxlp") if (found := head.find(name)) >= 0]
        at = head.find(b"\xff\x0a", min(boxes)) if boxes else -1
    if at < 0:
        raise ValueError("a JPEG XL file without a picture")
    bits = int.from_bytes(head[at + 2 : at + 14].ljust(12, b"\0"), "little")

    def taken(count):
        nonlocal bits
        value, bits = bits & ((1 << count) - 1), bits >> count
        return value

    def length():
        return 1 + taken(LENGTHS[taken(2)])

    in_eights = taken(1)
    height = 8 * (1 + taken(5)) if in_eights else length()
    ratio = RATIOS.get(taken(3))
    if ratio:
        return height * ratio[0] // ratio[1], height
    return (8 * (1 + taken(5)) if in_eights else length()), height
