"""Fill the page: one HTML file with the palettes, the pictures, the script and the style inside."""

import base64
import html
import json
import string
from pathlib import Path

from scripts.common.files import read_json, write_text
from scripts.groups.codes import read_codes
from scripts.page.about import html_of_markdown, html_of_sources
from scripts.page.language import (
    date_text,
    kind_of,
    read_words,
    told,
    translated_name,
    year_text,
)

WEB = ("http://", "https://")
BASE64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
NO_GROUND = "no plain ground"  # as scripts/images/thumbnail.py tells it
TOLD = 50  # unreadable images, at most: the page stays small


def make_page(
    path_to_palettes,
    path_to_codes,
    path_to_neighbours,
    path_to_map,
    path_to_sheet,
    path_to_places,
    path_to_script,
    path_to_worker,
    paths_to_styles,
    path_to_template,
    path_to_words,
    path_to_output,
    *,
    title,
    k,
    method,
    weight,
    language,
    about="",
    address="",
    is_sample=False,
    vocabulary="",
    studies=(),
):
    """Write the page of all palettes, which opens from disk and needs no network.

    `title` heads the page, `k` is the k that is shown first, `method` that of the enhancement,
    `weight` what a pixel counted for, `language` that of the page's words, and `about` Markdown
    that tells of the collection. A link to the page at an `address` on the web gets a picture
    (scripts/exports/card.py). A page of the sample (`is_sample`) says so. Colours that a
    `vocabulary` of the user's named keep their names. `studies` are the IDs of images that have a
    study sheet in studies/ beside the page.

    Raises ValueError if `k` is not among the data's ks, if neighbours, map or places are not those
    of the images, or if a script would end its element early.
    """
    palettes, codes = read_json(path_to_palettes), read_codes(path_to_codes)
    neighbours, places = read_json(path_to_neighbours), read_json(path_to_places)
    positions = read_json(path_to_map)
    scripts = {path: Path(path).read_text("utf-8") for path in (path_to_script, path_to_worker)}
    if k not in palettes["ks"]:
        ks = ", ".join(map(str, palettes["ks"]))
        raise ValueError(f"page.k is {k}, but the palettes have k = {ks}")
    rows = {path_to_neighbours: neighbours["neighbours"], path_to_map: positions}
    rows |= {path_to_places: places["sizes"]} if places["tile"] else {}
    for path, of_images in rows.items():
        if len(of_images) != len(palettes["images"]):
            raise ValueError(
                f"{path} is of {len(of_images)} images, not of the {len(palettes['images'])} of"
                f" {path_to_palettes}"
            )
    for path, script in scripts.items():
        for ending in ("</script", "<!--"):
            if ending in script.lower():
                raise ValueError(f"{path} contains {ending}, which would end it early")
    sheet = base64.b64encode(Path(path_to_sheet).read_bytes()).decode("ascii")
    template = string.Template(Path(path_to_template).read_text(encoding="utf-8"))
    words = read_words(path_to_words, language)
    method_told = {"pixels": words[f"pixels_{method}"], "weighted": words[f"weighted_{weight}"]}
    fixed = words | {"how_to_read_told": told(words, "how_to_read_told", **method_told)}
    parts = codes, neighbours, positions, places
    data = page_data(palettes, *parts, k, words, vocabulary, studies)
    write_text(
        path_to_output,
        template.substitute(
            {name: html.escape(text) for name, text in fixed.items() if isinstance(text, str)},
            language=language,
            words=json_for_html({"language": language, "words": words}),
            page_title=html.escape(title),
            page_description=html.escape(_description(palettes["images"], words)),
            note=f'<p class="note">{html.escape(words["sample_note"])}</p>' if is_sample else "",
            preview=preview(address, "index.html", "card.png"),
            about_text=html_of_markdown(about),
            sources_text=html_of_sources(palettes["images"], words),
            style="\n".join(Path(path).read_text(encoding="utf-8") for path in paths_to_styles),
            script=scripts[path_to_script],
            worker=scripts[path_to_worker],
            data=json_for_html(data),
            sheet=f"data:image/webp;base64,{sheet}" if sheet else "",
            listing=_listing(palettes["images"], k, words),
            unreadable_list=_unreadable(palettes["unreadable"], words),
        ),
    )


def _description(images, words):
    """Return what is on the page in a sentence, for whoever shows a link to it."""
    years = [image["year"] for image in images if image["year"] is not None]
    span = [year_text(words, year) for year in sorted({min(years), max(years)})] if years else []
    many = told(words, "of_paintings", n=len(images))
    paintings = ", ".join(filter(None, (many, "\u2013".join(span))))
    return told(words, "description", paintings=paintings)


def preview(address, page, picture):
    """Return what leads whoever shows a link to a `page` to its `picture` (Open Graph), as HTML.

    Both are paths below an `address` on the web; without one there is no preview.
    """
    if not address:
        return ""
    folder = html.escape(address.rstrip("/"))
    return (
        f'<link rel="canonical" href="{folder}/{html.escape(page)}">\n'
        f'<meta property="og:url" content="{folder}/{html.escape(page)}">\n'
        f'<meta property="og:image" content="{folder}/{html.escape(picture)}">\n'
        '<meta name="twitter:card" content="summary_large_image">'
    )


def page_data(palettes, codes, neighbours, positions, places, k, words, vocabulary="", studies=()):
    """Return what the page's script reads: one list a column, an entry an image in each.

    - `k`, `ks`: the k shown first, and all of them
    - `image`, `title`, `year`, `date`, `artist`, `link`, `licence`: as in palettes.json; a link
      that leads elsewhere than to the web is left out, and so is a column in which all is null
    - `facets`: for each, its `values` in alphabetical order, and in `of` a list for each image of
      its places among these
    - `names`: the names of colours, in the language of `words` unless a `vocabulary` named them
    - `kinds`: of each name its kind, such as blue
    - `palettes`: for each k, a string an image with eight base64 digits a colour, in the order
      given: red, green and blue (four), the share of the pixels in 4095ths (two), and the
      colour's place in `names` (two)
    - `codes`: the colours, red, green and blue as one number, by which groups are compared (see
      scripts/groups/codes.py)
    - `fallback`: the positions of images whose palettes are of all pixels, as no filter left any
    - `remarks`: pairs of a position and a text on the image's file or ground
    - `studies`: the positions of images that have a study sheet
    - `neighbours`: a string an image with five base64 digits for each of its neighbours
      (see neighbours.py), nearest first: its position (three) and how far it is, in 4095ths (two)
    - `map`: a string of four base64 digits an image: its x and y in 4095ths (two each)
    - `tile`, `columns`, `sizes`: the places in the sheet of thumbnails (scripts/page/atlas.py)
    """
    images = palettes["images"]
    columns = {name: [image.get(name) for image in images] for name in ("image", "title", "year")}
    for name in ("date", "artist", "link", "licence"):
        values = [image.get(name) for image in images]
        if name == "link":
            values = [link if link and link.lower().startswith(WEB) else None for link in values]
        if any(value is not None for value in values):
            columns[name] = values
    names = sorted(
        {c["name"] for image in images for colours in image["palettes"].values() for c in colours}
    )
    numbers = {name: number for number, name in enumerate(names)}
    encoded = {
        str(k): [_palette(image["palettes"][str(k)], numbers) for image in images]
        for k in palettes["ks"]
    }
    rows = zip(neighbours["neighbours"], neighbours["distances"], strict=True)
    return {
        "k": k,
        "ks": palettes["ks"],
        **columns,
        "facets": _facets(images),
        "names": names if vocabulary else [translated_name(words, name) for name in names],
        "kinds": [name.split()[-1] if vocabulary else kind_of(words, name) for name in names],
        "palettes": encoded,
        "codes": (codes @ [65536, 256, 1]).tolist(),
        "fallback": [i for i, image in enumerate(images) if image["fallback"]],
        "remarks": [[i, text] for i, image in enumerate(images) if (text := _remark(image, words))],
        "studies": [i for i, image in enumerate(images) if image["image"] in studies],
        "neighbours": [_neighbours(*row) for row in rows],
        "map": "".join(_part(x) + _part(y) for x, y in positions),
        **places,
    }


def json_for_html(data):
    """Return `data` as compact JSON that is harmless inside a script element.

    >>> json_for_html({"title": "</script> & co"})
    '{"title":"\\\\u003c/script\\\\u003e \\\\u0026 co"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _remark(image, words):
    damage = image.get("damaged")
    remarks = [told(words, "remark_damaged", damage=damage)] if damage else []
    if image.get("backdrop") == NO_GROUND:
        remarks.append(words["remark_no_ground"])
    return " ".join(remarks)


def _facets(images):
    facets = {}
    for name in images[0]["facets"] if images else ():
        values = sorted({value for image in images for value in image["facets"][name]})
        places = {value: place for place, value in enumerate(values)}
        of = [[places[value] for value in image["facets"][name]] for image in images]
        facets[name] = {"values": values, "of": of}
    return facets


def _palette(colours, numbers):
    return "".join(
        _digits(int(colour["hex"].removeprefix("#"), 16), 4)
        + _part(colour["share"])
        + _digits(numbers[colour["name"]], 2)
        for colour in colours
    )


def _neighbours(positions, distances):
    rows = zip(positions, distances, strict=True)
    return "".join(_digits(i, 3) + _part(min(1, distance)) for i, distance in rows)


def _part(value):
    """Return a number from 0 to 1 as two base64 digits, in 4095ths."""
    return _digits(round(value * 4095), 2)


def _digits(number, count):
    """Return a whole number as `count` base64 digits (RFC 4648), the highest first."""
    return "".join(BASE64[number >> 6 * place & 63] for place in reversed(range(count)))


def _listing(images, k, words):
    """Return the list of paintings and palettes, for readers whose browser runs no scripts."""
    items = []
    for image in images:
        heading = ", ".join(filter(None, (image["title"], date_text(words, image))))
        colours = " ".join(
            f"<i style=--c:{colour['hex']}>{colour['hex']} {colour['share']:.0%}</i>"
            for colour in image["palettes"][str(k)]
        )
        items.append(f"<li>{html.escape(heading)}: {colours}")
    return "\n".join(items)


def _unreadable(rows, words):
    """Return what to tell of the images that could not be read, "" if there are none."""
    if not rows:
        return ""
    items = [f"{row['source']}: {row['reason']}" for row in rows]
    if len(items) > TOLD:
        more = told(words, "unreadable_more", n=len(items) - TOLD, file="results/unreadable.tsv")
        items[TOLD:] = [more]
    listed = "\n".join(f"<li>{html.escape(item)}" for item in items)
    summary = f"<summary>{html.escape(told(words, 'unreadable', n=len(rows)))}</summary>"
    return f'<details id="unreadable">{summary}<ul>\n{listed}\n</ul></details>'
