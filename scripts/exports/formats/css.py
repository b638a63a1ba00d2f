"""Palettes as CSS custom properties."""

from scripts.exports.formats.text import fixed, on_one_line


def to_css(paintings, title):
    """Return the palettes of `paintings` (swatches.record) as bytes: --id-1, --id-2, …

    Dots of an ID are escaped: var(--fog\\.2-1). The `title` is not told.
    """
    blocks = "\n".join(map(_block, paintings))
    return f":root {{\n{blocks}\n}}\n".encode()


def _block(painting):
    name = painting["image"].replace(".", "\\.")
    told = on_one_line(painting["title"]).replace("*/", "* /")
    lines = [
        f"  --{name}-{rank}: {colour['hex']};"
        f" /* {colour['name']}, {fixed(100 * colour['share'], 1)}% */"
        for rank, colour in enumerate(painting["colours"], start=1)
    ]
    return "\n".join([f"  /* {told} */", *lines])
