"""What of an image is the painting: margins that are taken off, as parts of its sides.

Margins are on the left, top, right and bottom.
"""

NONE = (0.0, 0.0, 0.0, 0.0)
AUTO = "auto"
LARGEST_ZOOM = 8


def zoom_for(crop):
    """Return how much larger than its thumbnail an image is read, for what `crop` leaves of it.

    `crop` is a part of width and height to take off each side, or AUTO, or left, top, width and
    height of what is left, in parts of the sides or in px.
    """
    if crop == AUTO:
        return 2
    if isinstance(crop, list | tuple):
        is_in_parts = max(crop) <= 1
        return min(1 / min(crop[2:]), LARGEST_ZOOM) if is_in_parts else LARGEST_ZOOM / 2
    return 1 / (1 - 2 * crop)


def margins_of(crop, rgb, size):
    """Return the margins that `crop` (see zoom_for) takes off an image.

    `rgb` returns its pixels, h x w x 3, and `size` is its full width and height in px.

    Raises ValueError if nothing would be left.
    """
    if crop == AUTO:
        # Imported here because SciPy takes as long to import as ten thumbnails take to make.
        from scripts.images.borders import find_borders

        return tuple(find_borders(rgb()))
    if not isinstance(crop, list | tuple):
        return (crop,) * 4
    sides = (1, 1) if max(crop) <= 1 else size
    left, top, width, height = (value / sides[i % 2] for i, value in enumerate(crop))
    right, bottom = max(0.0, 1 - left - width), max(0.0, 1 - top - height)
    if left >= 1 or top >= 1:
        told = ", ".join(f"{value:g}" for value in crop)
        raise ValueError(f"a crop ({told}) outside of its {size[0]} x {size[1]} px")
    return left, top, right, bottom


def box_in_px(size, margins):
    """Return left, upper, right and lower of what margins leave of an image of `size`, in px."""
    left, right = _left(size[0], margins[0], margins[2])
    upper, lower = _left(size[1], margins[1], margins[3])
    return left, upper, right, lower


def _left(side, before, after):
    start, end = round(before * side), side - round(after * side)
    return (start, end) if start < end else (0, side)
