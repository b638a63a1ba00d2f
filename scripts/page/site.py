"""The site: the page, a page for each painting that works without scripts, pictures and data."""

import html
import os
import shutil
import string
from pathlib import Path
from urllib.parse import quote

from PIL import Image

from scripts.common.files import read_json, write_text
from scripts.page.language import date_text, read_words, told, translated_name
from scripts.page.page import WEB, preview


def make_site(
    path_to_page,
    path_to_palettes,
    paths_to_data,
    paths_to_pictures,
    path_to_card,
    paths_to_templates,
    paths_to_styles,
    path_to_words,
    path_to_output,
    *,
    title,
    language,
    address,
    vocabulary="",
):
    """Write the folder of a site that any static host can serve.

    index.html is the page, data/ has the `paths_to_data`, pictures/ the pictures, card.png what a
    link shows, and painting/ a page `<image>.html` for each painting, with its picture, palettes
    and names, which paintings.html lists. The templates are those of a painting and of the list.
    With an `address` on the web, robots.txt names a sitemap of all pages, and links get pictures.

    A file of the site that stands elsewhere in the results is a hard link to it, or a copy.
    """
    images = read_json(path_to_palettes)["images"]
    words = read_words(path_to_words, language)
    painting, listing = (
        string.Template(Path(path).read_text(encoding="utf-8")) for path in paths_to_templates
    )
    pictures = {Path(path).stem: path for path in paths_to_pictures}
    common = {
        "language": language,
        "page_title": html.escape(title),
        "all_paintings": html.escape(words["all_paintings"]),
    }
    output = Path(path_to_output)
    folder = output.with_name(f".{output.name}.part")
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("data", "pictures", "painting"):
        (folder / name).mkdir(parents=True)
    _take(path_to_page, folder / "index.html")
    _take(path_to_card, folder / "card.png")
    for path in paths_to_data:
        _take(path, folder / "data" / Path(path).name)
    for image in images:
        name = image["image"]
        _take(pictures[name], folder / "pictures" / f"{name}.webp")
    style = "\n".join(Path(path).read_text(encoding="utf-8") for path in paths_to_styles)
    write_text(folder / "painting" / "style.css", style)
    for place, image in enumerate(images):
        beside = images[max(0, place - 1) : place] + images[place + 1 : place + 2]
        size = Image.open(pictures[image["image"]]).size
        fields = _fields(image, size, beside, words, address, vocabulary)
        path = folder / "painting" / f"{image['image']}.html"
        write_text(path, painting.substitute(common | fields))
    items = "\n".join(f"<li>{_link(image, words)}</li>" for image in images)
    write_text(folder / "paintings.html", listing.substitute(common | {"list": items}))
    _tell_robots(folder, images, address)
    (folder / ".nojekyll").touch()
    shutil.rmtree(output, ignore_errors=True)
    folder.rename(output)


def _take(path, target):
    """Make `target` the file at `path`."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def _heading(image, words):
    return ", ".join(filter(None, (image["title"], date_text(words, image))))


def _link(image, words):
    address = f"painting/{image['image']}.html"
    return f'<a href="{address}" dir="auto">{html.escape(_heading(image, words))}</a>'


def _fields(image, size, beside, words, address, vocabulary):
    """Return what the template of a painting holds, as HTML."""
    name = html.escape(quote(image["image"]))
    heading = html.escape(_heading(image, words))
    most = image["palettes"][max(image["palettes"], key=int)]
    name_of = (lambda name: name) if vocabulary else (lambda name: translated_name(words, name))
    description = ", ".join(f"{name_of(colour['name'])} {colour['hex']}" for colour in most)
    facts = " \u00b7 ".join(filter(None, (date_text(words, image), image["artist"])))
    return {
        "image": name,
        "width": size[0],
        "height": size[1],
        "heading": heading,
        "title": html.escape(image["title"]),
        "facts": html.escape(facts),
        "description": html.escape(description),
        "preview": preview(address, f"painting/{name}.html", f"pictures/{name}.webp"),
        "palettes": "\n".join(
            _palette(int(k), colours, words, name_of) for k, colours in image["palettes"].items()
        ),
        "source": _source(image),
        "beside": "".join(
            f' <a href="{other["image"]}.html" dir="auto">{html.escape(other["title"])}</a>'
            for other in beside
        ),
    }


def _palette(k, colours, words, name_of):
    """Return a palette as a section: a bar, and a list of names, hex and shares."""
    bar = "".join(
        f'<i style="--colour: {colour["hex"]}; --share: {colour["share"]:.4f}"></i>'
        for colour in colours
    )
    items = "\n".join(
        f'<li style="--colour: {colour["hex"]}"><span>{html.escape(name_of(colour["name"]))}</span>'
        f'<code>{colour["hex"]}</code><span class="share">{_percent(colour["share"])}</span></li>'
        for colour in colours
    )
    heading = html.escape(told(words, "colours_count", n=k))
    return (
        f'<section>\n<h2>{heading}</h2>\n<div class="bar" aria-hidden="true">{bar}</div>\n'
        f'<ol class="colours">\n{items}\n</ol>\n</section>'
    )


def _percent(share):
    """Return a share as the page does: whole per cents, and the least as less than one."""
    whole = round(100 * share)
    return f"{whole}\N{NBSP}%" if whole else "&lt;1\N{NBSP}%"


def _source(image):
    link, licence = image["link"], image["licence"]
    is_web = bool(link) and link.lower().startswith(WEB)
    shown = f'<a href="{html.escape(link)}">{html.escape(link)}</a>' if is_web else ""
    facts = " \u00b7 ".join(filter(None, (shown, html.escape(licence or ""))))
    return f"<p>{facts}</p>\n" if facts else ""


def _tell_robots(folder, images, address):
    """Write robots.txt, and sitemap.xml (sitemaps.org) where the site has an address."""
    told = ["User-agent: *", "Allow: /"]
    if address:
        base = address.rstrip("/")
        paths = ["index.html", "paintings.html"]
        paths += [f"painting/{quote(image['image'])}.html" for image in images]
        urls = "\n".join(f"<url><loc>{html.escape(f'{base}/{p}')}</loc></url>" for p in paths)
        write_text(
            folder / "sitemap.xml",
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}\n</urlset>\n',
        )
        told.append(f"Sitemap: {base}/sitemap.xml")
    write_text(folder / "robots.txt", "\n".join(told) + "\n")
