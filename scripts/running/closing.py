"""What a run says when it ends."""

from pathlib import Path

from scripts.common.words import count
from scripts.running.interrupts import interrupted, terminated

KINDS = {
    "download": "download",
    "palette": "palette",
    "overlay": "overlay",
    "picture": "picture",
    "swatches_of_image": "swatch set",
    "swatches_of_all": "swatch set",
    "montage": "montage",
    "study_sheet": "study sheet",
}
"""The rules whose jobs are told, and what one of them makes."""
BROKEN_OFF = "Interrupted. What is finished is kept: the same command goes on from there."


def closing_line(images, made, seconds, *, unreadable, folder):
    """Return what was made, how long it took, and where it is.

    `images` is how many there are; `made` counts the jobs done by the names of their rules;
    `unreadable` is how many of the images could not be read, and `folder` leads to where results/
    is from where the user stands.

    >>> closing_line(2, {"palette": 6, "montage": 1, "page": 1}, 3.2, unreadable=0, folder="")
    '2 images: 6 palettes, 1 montage made, 3 s. The page: results/index.html'
    """
    results = Path(folder, "results")
    numbers = {}
    for rule, kind in KINDS.items():
        numbers[kind] = numbers.get(kind, 0) + made.get(rule, 0)
    told = ", ".join(count(number, kind) for kind, number in numbers.items() if number)
    line = count(images, "image") + (f": {told} made" if told else "") + f", {seconds:.0f} s."
    if unreadable:
        line += f" {unreadable:,} could not be read: {results / 'unreadable.tsv'}."
    if made.get("page"):
        line += f" The page: {results / 'index.html'}"
    if made.get("study_sheet"):
        line += f" The sheets are in {results / 'studies'}: run snakemake again, and the page links"
        line += " to them."
    return line


def next_step(table, paintings):
    """Return how many `paintings` a museum's table holds, and how to use it."""
    return f"{table}: {count(paintings, 'painting')}. Now: snakemake --config collection={table}"


def advice():
    """Return what to do after a failure or an interrupt."""
    if interrupted.is_set() or terminated.is_set():
        return BROKEN_OFF
    return (
        "What succeeded is kept. Mend the cause, or leave an image out with `exclude` in"
        " config.yaml, and run the same command again. With -k a run goes on past failures, with"
        " `on_unreadable: skip` it completes without the images that cannot be read."
    )
