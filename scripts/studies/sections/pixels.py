"""The pixels in the RGB cube, on a study sheet."""

from scripts.common.words import count
from scripts.exports.figure import new_figure
from scripts.studies.cloud import CLOUD, SIDES, as_image, as_webp, draw_cloud, pack
from scripts.studies.markup import section
from scripts.studies.words import METHODS, in_sentence


def pixels_section(figures, view):
    """Return the cloud that turns, and from several sides: as painted, enhanced, by cluster."""
    palette, cloud = figures["palettes"][str(figures["k"])], view.cloud
    centres, labels = view.rgb(palette["centres"]), view.clusters(palette["centres"])
    many = count(len(labels), "pixel")
    drawn = f"{many} drawn by chance" if len(labels) < figures["kept"] else f"all {many}"
    words = (
        "Each pixel is a point in the cube of red, green and blue, which stands on its black"
        f" corner, with white on top. Shown are {drawn}."
    )
    rows = [("as painted", cloud.painted, cloud.painted, {})]
    if view.is_moved:
        method = in_sentence(METHODS[figures["enhance"]["method"]])
        rows.append((method, cloud.enhanced, cloud.enhanced, {}))
    marks = {"centres": centres, "shares": palette["shares"]}
    rows.append(("by cluster, with centres", cloud.enhanced, centres[labels], marks))
    heads = "".join(f'<th scope="col">{side}</th>' for side in SIDES)
    body = "".join(_row(*row) for row in rows)
    table = (
        '<table class="clouds"><caption class="unseen">The cloud from several sides</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )
    turning = (
        '<div class="turning" id="cloud" hidden><canvas tabindex="0" role="img"></canvas>'
        '<fieldset><legend class="unseen">Places and colours of the points</legend></fieldset>'
        '<p class="hint">Drag to turn, or use the arrow keys.</p></div>'
    )
    return section("pixels", "The pixels", words, f'<div class="pixels">{turning}{table}</div>')


def _row(name, rgb, colours, marks):
    cells = "".join(
        f'<td><img alt="Cloud of the pixels {name}, {side}"'
        f' src="{draw_side(rgb, colours, angles, **marks)}" width="{CLOUD}" height="{CLOUD}"></td>'
        for side, angles in SIDES.items()
    )
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def draw_side(rgb, colours, angles, **marks):
    """Return what `draw_cloud` draws, as the data address of a picture."""
    figure = new_figure(CLOUD, CLOUD, dpi=200)
    draw_cloud(figure.add_axes((0, 0, 1, 1)), rgb, colours, angles, **marks)
    return as_webp(as_image(figure))


def for_script(figures, view):
    """Return what page/src/study reads: the cloud's pixels, and its centres with their shares."""
    palette = figures["palettes"][str(figures["k"])]
    labels = view.clusters(palette["centres"])
    return {
        "points": pack(view.cloud.painted, view.cloud.enhanced, labels),
        "centres": view.rgb(palette["centres"]).round().astype(int).tolist(),
        "shares": palette["shares"],
        "enhanced": METHODS[figures["enhance"]["method"]] if view.is_moved else None,
    }
