"""A study as one picture, for a quick look: strips of figures, one below the other."""

from matplotlib import rc_context
from matplotlib.patches import Circle, Rectangle
from PIL import Image

from scripts.colour.spaces import SPACES
from scripts.common.files import moved_into_place, read_json
from scripts.common.words import date_text
from scripts.exports.circles import place_circles
from scripts.exports.figure import LIGHT, STYLE
from scripts.images.prominence import WEIGHTS
from scripts.palettes.palette import PICKS
from scripts.studies.charts import draw_ks, draw_lloyd, draw_restarts
from scripts.studies.cloud import SIDES, as_image, draw_cloud
from scripts.studies.methods import VARIED
from scripts.studies.painting import read_painting
from scripts.studies.strip import EDGE, GAP, ROOM, SERIF, WIDTH, Strip
from scripts.studies.view import View
from scripts.studies.words import METHODS, SPACE_NAMES, WEIGHT_NAMES, step_name

PAINTING = 800
"""Long side of the painting that is drawn, px."""


def make_picture(
    path_to_original, path_to_figures, path_to_thumbnail, path_to_output, *, most_megapixels
):
    """Write the figures that scripts.studies.figures made as a PNG on a light ground.

    Arguments are as in scripts.studies.sheet.make_sheet.
    """
    figures = read_json(path_to_figures)
    with rc_context(STYLE):
        if "unreadable" in figures:
            facts = f"This image could not be read: {figures['unreadable']}."
            strips = [title_strip(figures["title"], facts)]
        else:
            view = View(path_to_thumbnail, figures)
            painting = read_painting(path_to_original, view.told, PAINTING, most_megapixels)
            facts = [figures["artist"], date_text(figures), figures["licence"]]
            strips = [
                title_strip(figures["title"], " · ".join(filter(None, facts))),
                palettes_strip(figures, painting),
                clouds_strip(figures, view),
                methods_strip(figures, view),
                charts_strip(figures),
                steps_strip(figures, view),
            ]
        picture = stack([as_image(strip.figure) for strip in strips])
    with moved_into_place(path_to_output) as temporary:
        picture.save(temporary, format="PNG")


def stack(images):
    """Return images of one width, RGBA, below one another on the light ground, RGB."""
    height = sum(image.height for image in images)
    picture = Image.new("RGB", (images[0].width, height), LIGHT.ground)
    y = 0
    for image in images:
        picture.paste(image, (0, y), image)
        y += image.height
    return picture


def title_strip(title, facts):
    """Return the title with a line of facts below it."""
    strip = Strip(118)
    size = min(27, 27 * 60 / len(title))
    strip.write(EDGE, 66, title, size=size, color=LIGHT.ink, fontfamily=SERIF)
    strip.write(EDGE, 92, facts)
    return strip


def palettes_strip(figures, painting):
    """Return the painting with its palette of each k along its top edge, three in a row."""
    palettes = list(figures["palettes"].items())
    width = (ROOM - 2 * GAP) / 3
    height = min(width * painting.height / painting.width, 1.25 * width)
    above = 0.16 * width
    row = above + height + 42
    strip = Strip(round(row * -(-len(palettes) // 3)) + 10)
    for number, (k, palette) in enumerate(palettes):
        left, top = EDGE + number % 3 * (width + GAP), number // 3 * row
        x, y, w, _ = strip.place_image(painting, left, top + above, width, height)
        colours = palette["colors"]
        axes = strip.axes(x, y - above, w, 2 * above)
        for (middle, radius), colour in zip(
            place_circles([colour["share"] for colour in colours], w), colours, strict=True
        ):
            look = {"facecolor": colour["hex"], "edgecolor": LIGHT.ground, "linewidth": 1.4}
            axes.add_patch(Circle((middle, above), radius, clip_on=False, **look))
        few = f", the painting has {len(colours)} colours" if len(colours) < int(k) else ""
        strip.write(x, top + above + height + 20, f"k = {k}{few}", color=LIGHT.ink)
    return strip


def clouds_strip(figures, view):
    """Return the pixels in the RGB cube from several sides, as painted and by cluster."""
    palette = figures["palettes"][str(figures["k"])]
    centres = view.rgb(palette["centres"])
    cluster_colours = centres[view.clusters(palette["centres"])]
    kinds = [
        ("as painted", view.cloud.painted, view.cloud.painted, {}),
        (
            f"by cluster, k = {figures['k']}",
            view.cloud.enhanced,
            cluster_colours,
            {"centres": centres, "shares": palette["shares"]},
        ),
    ]
    side = ROOM / 6
    strip = Strip(round(side) + 82)
    strip.write_heading("The pixels")
    for number, (words, rgb, colours, marks) in enumerate(kinds):
        for place, angles in enumerate(SIDES.values()):
            x = EDGE + (3 * number + place) * side
            draw_cloud(strip.axes(x, 44, side, side), rgb, colours, angles, dot=0.6, **marks)
        strip.write(EDGE + 3 * number * side, side + 62, words)
    return strip


def methods_strip(figures, view):
    """Return a column for each enhancement: what it makes of the painting, and its palettes."""
    labels, bar, pitch, columns = 168, 13, 18, len(figures["methods"])
    width = (ROOM - labels - (columns - 1) * 16) / columns
    rows = [(w, space, pick) for w in WEIGHTS for space in SPACES for pick in PICKS]
    image_height = min(width * view.thumbnail.height / view.thumbnail.width, 1.2 * width)
    groups = len(rows) // len(PICKS)
    strip = Strip(round(62 + image_height + len(rows) * pitch + (groups - 1) * 8 + 34))
    strip.write_heading(f"The methods, k = {figures['k']}")
    top = 62 + image_height + 14
    heights = [top + i * pitch + i // len(PICKS) * 8 for i in range(len(rows))]
    for (weight, space, pick), y in zip(rows, heights, strict=True):
        words = f"{WEIGHT_NAMES[weight]}, {SPACE_NAMES[space]}, {pick}"
        strip.write(EDGE, y + 11, words, size=8)
    configured = (figures["enhance"], *(figures["palette"][name] for name in VARIED))
    for number, method in enumerate(figures["methods"]):
        x = EDGE + labels + number * (width + 16)
        enhance = method["enhance"]
        none_left = " (none left)" if method["fallback"] else ""
        strip.write(x, 56, METHODS[enhance["method"]] + none_left, color=LIGHT.ink)
        strip.place_image(view.enhanced_image(enhance), x, 62, width, image_height)
        for (weight, space, pick), y in zip(rows, heights, strict=True):
            axes = strip.axes(x, y, width, bar)
            left = 0.0
            for colour in method["palettes"][weight][space][pick]:
                part = colour["share"] * width
                axes.add_patch(Rectangle((left, 0), part, bar, color=colour["hex"], linewidth=0))
                left += part
            if (enhance, weight, space, pick) == configured:
                place, size = (-2.5, -2.5), (width + 5, bar + 5)
                ring = {"fill": False, "edgecolor": LIGHT.ink, "linewidth": 1.3, "clip_on": False}
                axes.add_patch(Rectangle(place, *size, **ring))
    foot = heights[-1] + pitch + 12
    strip.write(EDGE + labels, foot, "Framed: as configured", size=8)
    return strip


def charts_strip(figures):
    """Return the charts of restarts, of values of k and of Lloyd's steps, side by side."""
    height, width = 330, (ROOM - 2 * GAP) / 3
    strip = Strip(height)
    strip.write_heading("How often to try, how many colours")
    words = (f"restarts at k = {figures['k']}", "values of k", "one run of Lloyd's algorithm")
    for number, draw in enumerate((draw_restarts, draw_ks, draw_lloyd)):
        left = EDGE + number * (width + GAP)
        strip.write(left, 60, words[number], color=LIGHT.ink)
        margin = 92 if draw is draw_restarts else 46
        place = (left + margin) / WIDTH, 56 / height, (width - margin) / WIDTH, 1 - 152 / height
        draw(strip.figure, figures, LIGHT, place)
    return strip


def steps_strip(figures, view):
    """Return steps of Lloyd's algorithm: the painting in the centres' colours, and the cloud."""
    steps = figures["lloyd"]["shown"]
    side = (ROOM - 5 * 14) / 6
    height = min(side * view.thumbnail.height / view.thumbnail.width, 1.2 * side)
    strip = Strip(round(62 + height + side + 30))
    strip.write_heading("Lloyd's algorithm, step by step")
    for number, shown in enumerate(steps):
        x = EDGE + number * (side + 14)
        centres = view.rgb(shown["centres"])
        strip.write(x, 56, step_name(shown["step"]), color=LIGHT.ink)
        strip.place_image(view.posterised(shown["centres"]), x, 62, side, height)
        colours = centres[view.clusters(shown["centres"])]
        draw_cloud(
            strip.axes(x, 66 + height, side, side),
            view.cloud.enhanced,
            colours,
            SIDES["from the side"],
            centres=centres,
            shares=shown["shares"],
            dot=0.6,
        )
    return strip
