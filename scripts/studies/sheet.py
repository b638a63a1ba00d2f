"""The sheet of a study: one HTML file with its figures inside."""

import html
from pathlib import Path
from string import Template

from scripts.common.files import read_json, write_text
from scripts.common.words import date_text
from scripts.page.page import WEB, json_for_html
from scripts.studies.painting import read_painting
from scripts.studies.sections.choice import choice_section
from scripts.studies.sections.lloyd import lloyd_section
from scripts.studies.sections.methods import methods_section
from scripts.studies.sections.palettes import palettes_section
from scripts.studies.sections.people import people_section
from scripts.studies.sections.pixels import for_script, pixels_section
from scripts.studies.sections.prominence import prominence_section
from scripts.studies.view import View

PAINTING = 1000
"""Long side of the painting on the sheet, px."""


def make_sheet(
    path_to_original,
    path_to_figures,
    path_to_thumbnail,
    path_to_script,
    paths_to_styles,
    path_to_template,
    path_to_output,
    *,
    most_megapixels,
    vocabulary=(),
):
    """Write the sheet of the figures that scripts.studies.figures made, which fetches nothing.

    The painting is shown from its original, without the margins that the thumbnail is without; all
    else from the thumbnail, as the palette is. Of an image that could not be read the sheet
    tells why.
    """
    figures = read_json(path_to_figures)
    if "unreadable" in figures:
        content = f"<p>This image could not be read: {html.escape(figures['unreadable'])}.</p>"
        facts, end = "", ""
    else:
        view = View(path_to_thumbnail, figures)
        painting = read_painting(path_to_original, view.told, PAINTING, most_megapixels)
        sections = (
            palettes_section(figures, painting, vocabulary),
            pixels_section(figures, view),
            prominence_section(figures, view),
            people_section(figures),
            methods_section(figures, view),
            choice_section(figures),
            lloyd_section(figures, view),
        )
        content, facts = "\n".join(filter(None, sections)), _facts(figures)
        data, script = for_script(figures, view), Path(path_to_script).read_text(encoding="utf-8")
        end = f'<script type="application/json" id="data">{json_for_html(data)}</script>\n'
        end += f"<script>{script}</script>"
    template = Template(Path(path_to_template).read_text(encoding="utf-8"))
    style = "\n".join(Path(path).read_text(encoding="utf-8") for path in paths_to_styles)
    title = html.escape(figures["title"])
    write_text(
        path_to_output,
        template.substitute(title=title, facts=facts, style=style, content=content, end=end),
    )


def _facts(figures):
    """Return artist, year, licence and link, those that are known."""
    told = (figures["artist"], date_text(figures), figures["licence"])
    facts = [html.escape(fact) for fact in told if fact is not None]
    link = figures["link"]
    if link and link.lower().startswith(WEB):
        facts.append(
            f'<a href="{html.escape(link)}" rel="noopener noreferrer">where it is from</a>'
        )
    return " · ".join(facts)
