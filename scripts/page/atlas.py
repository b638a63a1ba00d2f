"""Pack the thumbnails into one picture, the sheet that the page carries inside it."""

import math

from PIL import Image

from scripts.common.files import moved_into_place, write_json
from scripts.images.thumbnail import read_thumbnail

# (number of images, at most; side of a tile in px). Beyond the last row the page has no pictures.
TILES = ((50, 256), (400, 128), (3_000, 64), (10_000, 32))
QUALITY = {256: 65, 128: 65, 64: 55, 32: 55}  # of 100, by the tile: one of 64 px weighs 0.73 kB
EFFORT = 6  # of 6: a tenth smaller, in a second more for 1,500 images


def tile_side(count):
    """Return the side in px of the tiles of a sheet of `count` images, 0 for no sheet.

    >>> [tile_side(count) for count in (0, 50, 51, 3_000, 10_001)]
    [0, 256, 128, 64, 0]
    """
    if count == 0:
        return 0
    return next((side for most, side in TILES if count <= most), 0)


def make_atlas(paths_to_thumbnails, path_to_sheet, path_to_places):
    """Write the thumbnails, in the order given, as one WebP sheet of square tiles, row by row.

    The places are JSON `{"tile": px, "columns": n, "sizes": [[width, height], ...]}`: thumbnail i
    has its top left corner at (i % columns * tile, i // columns * tile) and covers `sizes[i]` px,
    in its own proportions and never larger than it was, i counting those that could be read.
    Without images, or with more than the last row of TILES allows, tile and columns are 0, sizes is
    empty and the sheet an empty file.
    """
    tile = tile_side(len(paths_to_thumbnails))
    if tile == 0:
        with moved_into_place(path_to_sheet) as path:
            path.write_bytes(b"")
        write_json(path_to_places, {"tile": 0, "columns": 0, "sizes": []})
        return
    columns = math.ceil(math.sqrt(len(paths_to_thumbnails)))
    rows = math.ceil(len(paths_to_thumbnails) / columns)
    sheet = Image.new("RGB", (columns * tile, rows * tile))
    sizes = []
    for i, thumbnail in enumerate(filter(None, map(_opaque, paths_to_thumbnails))):
        thumbnail.thumbnail((tile, tile), Image.Resampling.LANCZOS)
        corner = (i % columns * tile, i // columns * tile)
        # The rest of the tile in the image's mean colour: WebP lets neighbouring colours bleed.
        mean = thumbnail.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        sheet.paste(mean, (*corner, corner[0] + tile, corner[1] + tile))
        sheet.paste(thumbnail, corner)
        sizes.append(list(thumbnail.size))
    with moved_into_place(path_to_sheet) as path:
        sheet.save(path, format="WEBP", quality=QUALITY[tile], method=EFFORT)
    write_json(path_to_places, {"tile": tile, "columns": columns, "sizes": sizes})


def _opaque(path):
    """Return the thumbnail at `path` as RGB, what is transparent in it as white, or None."""
    image, unreadable, *_ = read_thumbnail(path)
    if unreadable is not None:
        return None
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB")
