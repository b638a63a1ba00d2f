"""The methods side by side, on a study sheet."""

import html

from scripts.common.words import count
from scripts.studies.cloud import as_webp
from scripts.studies.markup import section
from scripts.studies.methods import PUBLISHED, VARIED
from scripts.studies.view import SMALL
from scripts.studies.words import (
    METHODS,
    PICK_NAMES,
    SPACE_NAMES,
    WEIGHT_NAMES,
    in_sentence,
    percent,
)

SHARES_TOLD = 8
"""Colours of a palette up to which its shares are told in figures."""


def methods_section(figures, view):
    """Return every enhancement, weight, space and way to pick a colour, the configured marked."""
    words = (
        f"Each way to find a palette of {count(figures['k'], 'colour')}: five enhancements, two"
        " weights of a pixel, four spaces to cluster in (in Lab 2:1 lightness counts half), three"
        " ways to pick a cluster's colour. A bar is divided by shares, which stand below it in per"
        " cent. Choose one: its lines for <code>config.yaml</code> stand at the foot."
    )
    configured = config_lines(figures["enhance"], figures["palette"])
    blocks = "".join(_method(method, configured, figures, view) for method in figures["methods"])
    chosen = (
        '<div class="chosen"><h3>config.yaml</h3>'
        f'<pre id="lines" aria-live="polite">{html.escape(configured)}</pre></div>'
    )
    return section("methods", "The methods, side by side", words, blocks, chosen)


def _method(method, configured, figures, view):
    """Return one enhancement: what it makes of the painting, and its palettes."""
    enhance = method["enhance"]
    name = METHODS[enhance["method"]]
    image = view.enhanced_image(enhance)
    image.thumbnail((SMALL, SMALL))
    note = ""
    if method["fallback"]:
        note = "<p>leaves no pixel: all of them count</p>"
    elif method["kept"] < figures["pixels"]:
        note = f"<p>keeps {percent(method['kept'] / figures['pixels'])} of the pixels</p>"
    settings = "".join(f"<code>{key}: {value}</code>" for key, value in enhance.items())
    heads = "".join(
        f'<th scope="col">{word}<code>colour: {pick}</code></th>'
        for pick, word in PICK_NAMES.items()
    )
    rows = "".join(
        f'<tr><th scope="row">{WEIGHT_NAMES[weight]}, {SPACE_NAMES[space]}'
        f"<code>weight: {weight}</code><code>space: {space}</code></th>"
        + "".join(
            _way(colours, enhance, {"weight": weight, "space": space, "colour": pick}, configured)
            for pick, colours in palettes.items()
        )
        + "</tr>"
        for weight, by_space in method["palettes"].items()
        for space, palettes in by_space.items()
    )
    return (
        f'<div class="method"><div class="about"><h3>{name}</h3>'
        f'<img alt="The painting after enhancement: {in_sentence(name)}" src="{as_webp(image)}"'
        f' width="{image.width}" height="{image.height}">'
        f'<p class="lines">{settings}</p>{note}</div>'
        f'<table><caption class="unseen">Palettes: {in_sentence(name)}</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _way(colours, enhance, palette, configured):
    """Return the cell of one palette, which can be chosen."""
    lines = config_lines(enhance, palette)
    is_configured = lines == configured
    mark = "configured" if is_configured else ""
    if (enhance, palette) == PUBLISHED:
        mark = "published, configured" if is_configured else "published"
    told = ", ".join(f"{colour['hex']} {percent(colour['share'])}" for colour in colours)
    bar = "".join(
        f'<i style="flex-grow:{colour["share"]:.4f};background:{colour["hex"]}"></i>'
        for colour in colours
    )
    shares = ""
    if len(colours) <= SHARES_TOLD:
        shares = " ".join(f"{100 * colour['share']:.0f}" for colour in colours)
    return (
        f"<td{' class=configured' if is_configured else ''}><label>"
        f'<input type="radio" name="way" data-lines="{html.escape(lines)}"'
        f"{' checked' if is_configured else ''}>"
        f'<span class="unseen">{told}</span><span class="bar" aria-hidden="true">{bar}</span>'
        f'<span class="shares" aria-hidden="true">{shares}</span>'
        f"{f'<span class=mark>{mark}</span>' if mark else ''}</label></td>"
    )


def config_lines(enhance, palette):
    """Return the lines of config.yaml that choose an enhancement and what a palette is made by.

    >>> palette = {"weight": "area", "space": "oklab", "colour": "mean", "seed": 1}
    >>> print(config_lines({"method": "none"}, palette))
    enhance:
      method: none
    palette:
      weight: area
      space: oklab
      colour: mean
    """
    chosen = {name: palette[name] for name in VARIED}
    sections = {"enhance": enhance, "palette": chosen}
    return "\n".join(
        line
        for name, settings in sections.items()
        for line in (f"{name}:", *(f"  {key}: {value}" for key, value in settings.items()))
    )
