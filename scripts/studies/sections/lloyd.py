"""Lloyd's algorithm step by step, on a study sheet."""

from scripts.common.words import count
from scripts.studies.charts import draw_lloyd
from scripts.studies.cloud import CLOUD, SIDES, as_webp
from scripts.studies.markup import chart_figure, section
from scripts.studies.sections.pixels import draw_side
from scripts.studies.view import SMALL
from scripts.studies.words import percent, step_name


def lloyd_section(figures, view):
    """Return the steps of one farthest-first run: what each makes of the painting and its cloud."""
    told = figures["lloyd"]
    words = (
        f"One run from {count(told['k'], 'colour')} that lie far apart: each pixel joins the"
        " nearest centre, each centre moves to the mean of its pixels, until none changes. Here"
        f" that takes {count(told['moves'], 'move')}."
    )
    if told["moves"] >= len(told["shown"]):
        words += " Shown are the first ones and the last."
    before, steps = {"step": None}, []
    for shown in told["shown"]:
        steps.append(_step(shown, before, told["changed"][shown["step"]], view))
        before = shown
    row = f'<ol class="steps">{"".join(steps)}</ol>'
    dots = "Larger dots: the steps above."
    line = chart_figure("How WCSS falls", draw_lloyd, "lloyd", figures, 200, dots)
    return section("lloyd", "Lloyd's algorithm, step by step", words, row, line)


def _step(shown, before, changed, view):
    heading, centres = step_name(shown["step"]), view.rgb(shown["centres"])
    marks = {"centres": centres, "shares": shown["shares"]}
    if before["step"] == shown["step"] - 1:
        marks["before"] = view.rgb(before["centres"])
    colours = centres[view.clusters(shown["centres"])]
    cloud = draw_side(view.cloud.enhanced, colours, SIDES["from the side"], **marks)
    image = view.posterised(shown["centres"])
    image.thumbnail((SMALL, SMALL))
    if changed is None:
        caption = "each pixel in the colour of its nearest centre"
    elif changed == 0:
        caption = "nothing changes any more"
    else:
        caption = f"{percent(changed)} of the pixels change cluster"
    return (
        f"<li><h3>{heading}</h3>"
        f'<img alt="The painting in the colours of the centres, {heading.lower()}"'
        f' src="{as_webp(image)}" width="{image.width}" height="{image.height}">'
        f'<img alt="The cloud with its centres, {heading.lower()}" src="{cloud}"'
        f' width="{CLOUD}" height="{CLOUD}"><p>{caption}</p></li>'
    )
