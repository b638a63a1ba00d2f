"""The palettes of the whole collection, in one file."""

import numpy as np

from scripts.colour.names import names_of_palettes
from scripts.colour.spaces import oklch_of_rgb
from scripts.common.errors import InputError
from scripts.common.files import read_json, write_json


def gather_palettes(paths_to_palettes, path_to_output, *, k, images, skip, vocabulary=()):
    """Write the palettes of one `k`, in the order of `images`, as one JSON file.

    `images` are the collection's dicts (see read_collection), as many as paths. Each colour also
    gets its name, of the `vocabulary` if there is one (see colour_names), and its OKLCh values
    (lightness 0 to 1, chroma, hue in degrees). Images that could not be read are in a list of their
    own, with the reason.

    Raises InputError if there are such images, unless `skip`.
    """
    pairs = list(zip(images, map(read_json, paths_to_palettes), strict=True))
    unreadable = [
        {"image": image["image_id"], "source": image["source"], "reason": palette["unreadable"]}
        for image, palette in pairs
        if "unreadable" in palette
    ]
    if unreadable and not skip:
        first, more = unreadable[0], len(unreadable) - 1
        others = f" ({more} more)" if more else ""
        raise InputError(f"cannot read {first['source']}: {first['reason']}{others}")
    pairs = [(image, palette) for image, palette in pairs if "unreadable" not in palette]
    colours = [palette["colors"] for _, palette in pairs]
    rgb = [np.array([colour["rgb"] for colour in of_image]) for of_image in colours]
    lch = oklch_of_rgb(np.concatenate([*rgb, np.empty((0, 3))]))  # of all at once: a tenth the time
    lch = np.split(lch, np.cumsum([len(of_image) for of_image in rgb])[:-1])
    for told in zip(colours, names_of_palettes(rgb, vocabulary), lch, strict=False):
        for colour, name, oklch in zip(*told, strict=True):
            colour["name"] = name
            colour["oklch"] = [round(float(value), 4) for value in oklch]
    rows = [
        describe(image)
        | {key: value for key, value in palette.items() if key not in {"image", "k"}}
        for image, palette in pairs
    ]
    write_json(path_to_output, {"k": k, "images": rows, "unreadable": unreadable})


def describe(image):
    """Return what the palettes' files tell of an image of the collection, as a dict."""
    image_id = image["image_id"]
    return (
        {"image": image_id}
        | {key: image[key] for key in OF_COLLECTION}
        | {"thumbnail": f"thumbnails/{image_id}.png"}
    )


OF_COLLECTION = ("title", "date", "year", "earliest", "latest", "approximate")
OF_COLLECTION += ("artist", "link", "licence", "facets")
OF_IMAGE = ("image", *OF_COLLECTION, "thumbnail", "distinct", "fallback")
OF_IMAGE += ("damaged", "backdrop")
"""What palettes.json tells of an image besides its palettes."""


def combine_palettes(paths_to_palettes_k, path_to_output):
    """Write the files of `gather_palettes`, one for each k, as one JSON file of all k."""
    files = sorted(map(read_json, paths_to_palettes_k), key=lambda file: file["k"])
    rows = [
        {key: of_image[0][key] for key in OF_IMAGE}
        | {"palettes": {str(f["k"]): row["colors"] for f, row in zip(files, of_image, strict=True)}}
        for of_image in zip(*(file["images"] for file in files), strict=True)
    ]
    ks, unreadable = [file["k"] for file in files], files[0]["unreadable"]
    write_json(path_to_output, {"ks": ks, "images": rows, "unreadable": unreadable})
