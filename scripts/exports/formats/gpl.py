"""Palettes of GIMP, which Inkscape, Krita and others read too."""

from scripts.exports.formats.text import on_one_line


def to_gpl(paintings, title):
    """Return the palettes of `paintings` (swatches.record) as bytes, under a `title`.

    https://developer.gimp.org/core/standards/gpl/
    """
    rows = [
        "{:3d} {:3d} {:3d}\t{}".format(
            *bytes.fromhex(colour["hex"][1:]),
            on_one_line(f"{painting['title']}: {colour['name']} {colour['hex']}"),
        )
        for painting in paintings
        for colour in painting["colours"]
    ]
    columns = paintings[0]["k"] if paintings else 0
    head = ["GIMP Palette", f"Name: {on_one_line(title)}", f"Columns: {columns}", "#"]
    return ("\n".join([*head, *rows]) + "\n").encode()
