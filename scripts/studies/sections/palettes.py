"""The painting with its palettes, on a study sheet."""

from scripts.colour.names import colour_names
from scripts.common.words import count
from scripts.exports.circles import place_circles
from scripts.studies.cloud import as_webp
from scripts.studies.markup import section
from scripts.studies.words import METHODS, PICK_NAMES, SPACE_NAMES, in_sentence, percent


def palettes_section(figures, painting, vocabulary):
    """Return the painting with its palette of each k as circles along its top edge."""
    palette, (width, height) = figures["palette"], figures["size"]
    words = (
        f"The colours are read from a copy of {width} &times; {height} px:"
        f" {count(figures['pixels'], 'pixel')}, {_enhanced_in_words(figures)}. k-means gathers them"
        f" in {SPACE_NAMES[palette['space']]} into k clusters{_weighted_in_words(palette)}; each"
        f" circle is the {PICK_NAMES[palette['colour']]} of a cluster, its area the part of all"
        " pixels that are in it."
    )
    image = (
        '<svg class="stored" aria-hidden="true"><defs>'
        f'<image id="painting" width="{painting.width}" height="{painting.height}"'
        f' href="{as_webp(painting)}"/></defs></svg>'
    )
    drawn = [
        _palette_figure(int(k), palette, painting.size, vocabulary)
        for k, palette in figures["palettes"].items()
    ]
    row = f'<div class="row">{"".join(drawn)}</div>'
    return section("palettes", "The palette", words, image, row)


def _enhanced_in_words(figures):
    """Return what the configured enhancement does to the pixels."""
    method = figures["enhance"]["method"]
    if figures["fallback"]:
        return f"all of them, as none passed the {in_sentence(METHODS[method])}"
    if method.endswith("filter"):
        return f"of which {figures['kept']:,} passed the {in_sentence(METHODS[method])}"
    if method == "none":
        return "as painted"
    return f"made more salient by {in_sentence(METHODS[method])}"


def _weighted_in_words(palette):
    if palette["weight"] == "area":
        return ""
    return ', the more what <a href="#prominence">stands out</a>'


def _palette_figure(k, palette, size, vocabulary):
    colours = palette["colors"]
    circles = place_circles([colour["share"] for colour in colours], size[0])
    above = max(radius for _, radius in circles) + 0.01 * size[0]
    drawn = "".join(
        f'<circle cx="{x:.1f}" cy="0" r="{radius:.1f}" fill="{colour["hex"]}"/>'
        for (x, radius), colour in zip(circles, colours, strict=True)
    )
    label = f"The painting with its palette of {count(len(colours), 'colour')} along the top edge"
    few = f" <span>{palette['fewer']}</span>" if palette["fewer"] else ""
    return (
        f'<figure class="palette" data-k="{k}"><svg class="painted" role="img" aria-label="{label}"'
        f' viewBox="0 {-above:.1f} {size[0]} {size[1] + above:.1f}">'
        f'<use href="#painting"/><g class="circles">{drawn}</g></svg>'
        f"<figcaption><h3>k = {k}{few}</h3>{_swatches(colours, vocabulary)}</figcaption></figure>"
    )


def _swatches(colours, vocabulary):
    names = colour_names([colour["rgb"] for colour in colours], vocabulary)
    items = "".join(
        f'<li><i style="background:{colour["hex"]}"></i><code>{colour["hex"]}</code>'
        f"<span>{name}</span><b>{percent(colour['share'])}</b></li>"
        for colour, name in zip(colours, names, strict=True)
    )
    return f'<ol class="swatches">{items}</ol>'
