"""A palette as circles along a painting's top edge, as the page draws them."""

from math import inf


def place_circles(shares, width, tallest=inf):
    """Return the centre's x and the radius of a circle for each share, side by side over `width`.

    Areas are as the shares, and no diameter is above `tallest`. Otherwise the same as `circles` of
    page/src/parts/picture.js.

    >>> place_circles([0.25, 0.25], 120)
    [(37.0, 9.0), (83.0, 9.0)]
    """
    sides = [share**0.5 for share in shares]
    scale = min(0.3 * width, 0.86 * width / sum(sides), tallest / max(sides))
    space = (width - scale * sum(sides)) / (len(sides) + 1)
    circles, x = [], 0.0
    for side in sides:
        radius = side * scale / 2
        circles.append((x + space + radius, radius))
        x += space + 2 * radius
    return circles
