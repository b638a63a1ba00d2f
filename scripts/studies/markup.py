"""The parts of a sheet's HTML that its sections share."""

from scripts.studies.charts import chart


def section(name, heading, words, *content):
    """Return a section with its heading and a paragraph; `words` and `content` are HTML."""
    inside = "\n".join(content)
    return (
        f'<section id="{name}" aria-labelledby="{name}-heading">\n'
        f'<h2 id="{name}-heading">{heading}</h2>\n<p class="words">{words}</p>\n'
        f"{inside}\n</section>"
    )


def chart_figure(heading, draw, name, figures, height, words):
    """Return the chart that `draw` makes of `figures`, with its heading and `words` below it."""
    svg = chart(draw, name, figures, height=height)
    svg = svg.replace("<svg", f'<svg class="chart" role="img" aria-label="{heading}, a chart"', 1)
    return f"<figure><h3>{heading}</h3>{svg}<figcaption>{words}</figcaption></figure>"
