"""Pack the thumbnails into one picture, the sheet that the page carries inside it."""

import math
from hashlib import sha256
from pathlib import Path

import numpy as np
import PIL
from PIL import Image

from scripts.common.files import moved_into_place, write_json
from scripts.images.thumbnail import read_thumbnail
from scripts.page.kept import keep, kept_beside, read_kept

# (number of images, at most; side of a tile in px). Beyond the last row the page has no pictures.
TILES = ((50, 256), (400, 128), (3_000, 64), (20_000, 32))
QUALITY = {256: 65, 128: 65, 64: 55, 32: 55}  # of 100, by the tile: one of 64 px weighs 0.73 kB
EFFORT = 5  # of 6: 3 % larger, in two fifths of the time
UNREADABLE = [0, 0]  # the size of what has no place in the sheet


def tile_side(count):
    """Return the side in px of the tiles of a sheet of `count` images, 0 for no sheet.

    >>> [tile_side(count) for count in (0, 50, 51, 3_000, 20_001)]
    [0, 256, 128, 64, 0]
    """
    if count == 0:
        return 0
    return next((side for most, side in TILES if count <= most), 0)


def make_atlas(paths_to_thumbnails, path_to_sheet, path_to_places, *, code):
    """Write the thumbnails, in the order given, as one WebP sheet of square tiles, row by row.

    The places are JSON `{"tile": px, "columns": n, "sizes": [[width, height], ...]}`: thumbnail i
    has its top left corner at (i % columns * tile, i // columns * tile) and covers `sizes[i]` px,
    in its own proportions and never larger than it was, i counting those that could be read.
    Without images, or with more than the last row of TILES allows, tile and columns are 0, sizes is
    empty and the sheet an empty file. The tiles are kept: the next run of the same `code` takes
    those of the same thumbnails over.
    """
    side = tile_side(len(paths_to_thumbnails))
    if side == 0:
        with moved_into_place(path_to_sheet) as path:
            path.write_bytes(b"")
        write_json(path_to_places, {"tile": 0, "columns": 0, "sizes": []})
        return
    kept, made_by = kept_beside(path_to_sheet), f"{code} {PIL.__version__}"
    tiles, sizes = _tiles(paths_to_thumbnails, side, kept, made_by)
    columns = math.ceil(math.sqrt(len(paths_to_thumbnails)))
    rows = math.ceil(len(paths_to_thumbnails) / columns)
    sheet = np.zeros((rows, side, columns, side, 3), dtype=np.uint8)
    shown = [i for i, size in enumerate(sizes.tolist()) if size != UNREADABLE]
    for place, i in enumerate(shown):
        sheet[place // columns, :, place % columns] = tiles[i]
    image = Image.fromarray(sheet.reshape(rows * side, columns * side, 3))
    with moved_into_place(path_to_sheet) as path:
        image.save(path, format="WEBP", quality=QUALITY[side], method=EFFORT)
    places = {"tile": side, "columns": columns, "sizes": sizes[shown].tolist()}
    write_json(path_to_places, places)


def _tiles(paths_to_thumbnails, side, kept, made_by):
    """Return the tiles (n x side x side x 3 uint8) and the width and height in px (n x 2) that the
    thumbnail in each covers; UNREADABLE for those of images that could not be read.
    """
    count = len(paths_to_thumbnails)
    tiles, sizes = np.zeros((count, side, side, 3), dtype=np.uint8), np.zeros((count, 2), dtype=int)
    contents = (Path(path).read_bytes() for path in paths_to_thumbnails)
    digests = [sha256(content).hexdigest() for content in contents]
    known = read_kept(kept, made_by)
    same = known is not None and known["tiles"].shape[1] == side
    place = {digest: i for i, digest in enumerate(known["digests"].tolist())} if same else {}
    for i, digest in enumerate(digests):
        if digest in place:
            tiles[i], sizes[i] = (known[name][place[digest]] for name in ("tiles", "sizes"))
        elif thumbnail := _opaque(paths_to_thumbnails[i]):
            tiles[i], sizes[i] = _tile(thumbnail, side)
    keep(kept, made_by, digests=np.array(digests), tiles=tiles, sizes=sizes)
    return tiles, sizes


def _tile(thumbnail, side):
    """Return a thumbnail in the top left corner of a tile, and its width and height there."""
    thumbnail.thumbnail((side, side), Image.Resampling.LANCZOS)
    # The rest of the tile in the image's mean colour: WebP lets neighbouring colours bleed.
    tile = thumbnail.resize((1, 1), Image.Resampling.BOX).resize((side, side))
    tile.paste(thumbnail)
    return np.asarray(tile), thumbnail.size


def _opaque(path):
    """Return the thumbnail at `path` as RGB, what is transparent in it as white, or None."""
    image, unreadable, *_ = read_thumbnail(path)
    if unreadable is not None:
        return None
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB")
