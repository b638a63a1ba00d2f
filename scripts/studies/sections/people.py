"""The palettes that people chose, beside those found, on a study sheet."""

import html

from scripts.common.words import count
from scripts.studies.markup import section


def people_section(figures):
    """Return each palette that a person chose with the one found of as many colours.

    "" if there are none.
    """
    if not figures["people"]:
        return ""
    words = (
        "Palettes that people chose for this painting, each beside ours of as many colours. The"
        " distance is the mean of those between colours matched one to one, in CIELAB (&Delta;E76);"
        " that of two people is about 20."
    )
    rows = "".join(map(_row, figures["people"]))
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("theirs", "ours", "&Delta;E76"))
    table = (
        '<table class="people"><caption class="unseen">Palettes that people chose</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )
    return section("people", "What people chose", words, table)


def _row(chosen):
    theirs, ours = chosen["palette"], [colour["hex"] for colour in chosen["ours"]]
    who = html.escape(chosen["chosen_by"] or count(len(theirs), "colour"))
    cells = "".join(f"<td>{_bar(colours)}</td>" for colours in (theirs, ours))
    return f'<tr><th scope="row">{who}</th>{cells}<td>{chosen["difference"]:.1f}</td></tr>'


def _bar(colours):
    parts = "".join(f'<i style="flex-grow:1;background:{colour}"></i>' for colour in colours)
    told = ", ".join(colours)
    return f'<span class="unseen">{told}</span><span class="bar" aria-hidden="true">{parts}</span>'
