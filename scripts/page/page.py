"""Fill the page: one HTML file with the palettes, the pictures, the script and the style inside."""

import base64
import html
import json
import string
from pathlib import Path

from scripts.common.files import read_json, write_text
from scripts.common.words import count, date_text, year_text

WEB = ("http://", "https://")
BASE64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
PIXELS = {
    "none": "The pixels of a small copy",
    "color_balance": "The pixels of a small, colour-balanced copy",
    "hsl_saturation": "The pixels of a small copy of raised saturation",
    "chroma_filter": "The colourful pixels of a small copy",
    "saturation_filter": "The saturated pixels of a small copy",
}
"""What is clustered, in the words of the page, by the method of scripts/images/enhance.py."""
WEIGHTED = {"prominence": ", the more what stands out", "area": ""}
NO_GROUND = "no plain ground"  # as scripts/images/thumbnail.py tells it
TOLD = 50  # unreadable images, at most: the page stays small


def make_page(
    path_to_palettes,
    path_to_similarity,
    path_to_sheet,
    path_to_places,
    path_to_script,
    paths_to_styles,
    path_to_template,
    path_to_output,
    *,
    title,
    k,
    method,
    weight,
    note,
    studies=(),
):
    """Write the page of all palettes, which opens from disk and needs no network.

    `title` heads the page, `k` is the k that is shown first, `method` that of the enhancement,
    `weight` what a pixel counted for, `note`, if not empty, a sentence that stands under the title,
    and `studies` the IDs of images that have a study sheet in studies/ beside the page.

    Raises ValueError if `k` is not among the data's ks, if places or neighbours are not those of
    the images, or if the script would end its element early.
    """
    palettes, places = read_json(path_to_palettes), read_json(path_to_places)
    similarity = read_json(path_to_similarity)
    script = Path(path_to_script).read_text(encoding="utf-8")
    if k not in palettes["ks"]:
        ks = ", ".join(map(str, palettes["ks"]))
        raise ValueError(f"page.k is {k}, but the palettes have k = {ks}")
    if places["tile"] and len(places["sizes"]) != len(palettes["images"]):
        raise ValueError(
            f"{path_to_places} has {len(places['sizes'])} places for the "
            f"{len(palettes['images'])} images of {path_to_palettes}"
        )
    if len(similarity["map"]) != len(palettes["images"]):
        raise ValueError(
            f"{path_to_similarity} compares {len(similarity['map'])} of the "
            f"{len(palettes['images'])} images of {path_to_palettes}"
        )
    for ending in ("</script", "<!--"):
        if ending in script.lower():
            raise ValueError(f"{path_to_script} contains {ending}, which would end it early")
    sheet = base64.b64encode(Path(path_to_sheet).read_bytes()).decode("ascii")
    template = string.Template(Path(path_to_template).read_text(encoding="utf-8"))
    write_text(
        path_to_output,
        template.substitute(
            title=html.escape(title),
            description=html.escape(_description(palettes["images"])),
            note=f'<p class="note">{html.escape(note)}</p>' if note else "",
            pixels=PIXELS[method],
            weighted=WEIGHTED[weight],
            style="\n".join(Path(path).read_text(encoding="utf-8") for path in paths_to_styles),
            script=script,
            data=json_for_html(page_data(palettes, similarity, places, k, studies)),
            sheet=f"data:image/webp;base64,{sheet}" if sheet else "",
            listing=_listing(palettes["images"], k),
            unreadable=_unreadable(palettes["unreadable"]),
        ),
    )


def _description(images):
    """Return what is on the page in a sentence, for whoever shows a link to it."""
    years = [image["year"] for image in images if image["year"] is not None]
    span = "\u2013".join(map(year_text, sorted({min(years), max(years)}))) if years else ""
    told = count(len(images), "painting") + (f", {span}" if span else "")
    return f"The colours of {told}: palettes by year, hue and likeness"


def page_data(palettes, similarity, places, k, studies=()):
    """Return what the page's script reads: one list a column, an entry an image in each.

    - `k`, `ks`: the k shown first, and all of them
    - `image`, `title`, `year`, `date`, `artist`, `link`, `licence`: as in palettes.json; a link
      that leads elsewhere than to the web is left out, and so is a column in which all is null
    - `facets`: for each, its `values` in alphabetical order, and in `of` a list for each image of
      its places among these
    - `names`: the names of colours, in alphabetical order
    - `palettes`: for each k, a string an image with eight base64 digits a colour, in the order
      given: red, green and blue (four), the share of the pixels in 4095ths (two), and the
      colour's place in `names` (two)
    - `fallback`: the positions of images whose palettes are of all pixels, as no filter left any
    - `remarks`: pairs of a position and a text on the image's file or ground
    - `studies`: the positions of images that have a study sheet
    - `neighbours`: a string an image with five base64 digits for each of its neighbours
      (see similarity.py), nearest first: its position (three) and how far it is, in 4095ths (two)
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
    rows = zip(similarity["neighbours"], similarity["distances"], strict=True)
    return {
        "k": k,
        "ks": palettes["ks"],
        **columns,
        "facets": _facets(images),
        "names": names,
        "palettes": encoded,
        "fallback": [i for i, image in enumerate(images) if image["fallback"]],
        "remarks": [[i, text] for i, image in enumerate(images) if (text := _remark(image))],
        "studies": [i for i, image in enumerate(images) if image["image"] in studies],
        "neighbours": [_neighbours(*row) for row in rows],
        "map": "".join(_part(x) + _part(y) for x, y in similarity["map"]),
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


def _remark(image):
    damage = image.get("damaged")
    remarks = [f"Its file is damaged: {damage}."] if damage else []
    if image.get("backdrop") == NO_GROUND:
        remarks.append("No plain ground was found behind it: all its pixels count.")
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


def _listing(images, k):
    """Return the list of paintings and palettes, for readers whose browser runs no scripts."""
    items = []
    for image in images:
        heading = ", ".join(filter(None, (image["title"], date_text(image))))
        colours = " ".join(
            f"<i style=--c:{colour['hex']}>{colour['hex']} {colour['share']:.0%}</i>"
            for colour in image["palettes"][str(k)]
        )
        items.append(f"<li>{html.escape(heading)}: {colours}")
    return "\n".join(items)


def _unreadable(rows):
    """Return what to tell of the images that could not be read, "" if there are none."""
    if not rows:
        return ""
    images = count(len(rows), "image")
    items = [f"<li>{html.escape(row['source'])}: {html.escape(row['reason'])}" for row in rows]
    if len(items) > TOLD:
        items[TOLD:] = [f"<li>and {len(items) - TOLD} more, in results/unreadable.tsv"]
    listed = "\n".join(items)
    told = f"<summary>{images} could not be read</summary><ul>\n{listed}\n</ul>"
    return f'<details id="unreadable">{told}</details>'
