"""The palettes of the whole collection, in one file."""

import numpy as np

from scripts.files import read_json, write_json
from scripts.names import colour_names
from scripts.spaces import oklch_of_rgb


def gather_palettes(paths_to_palettes, path_to_output, *, k, images):
    """Write the palettes of one `k`, in the order of `images`, as one JSON file.

    `images` are the collection's dicts (see read_collection), as many as paths. Each colour also
    gets its name and its OKLCh values (lightness 0 to 1, chroma, hue in degrees).
    """
    palettes = list(map(read_json, paths_to_palettes))
    colours = [colour for palette in palettes for colour in palette["colors"]]
    rgb = np.array([colour["rgb"] for colour in colours])
    for colour, name, oklch in zip(colours, colour_names(rgb), oklch_of_rgb(rgb), strict=True):
        colour["name"] = name
        colour["oklch"] = [round(float(value), 4) for value in oklch]
    rows = [
        describe(image)
        | {key: value for key, value in palette.items() if key not in {"image", "k"}}
        for image, palette in zip(images, palettes, strict=True)
    ]
    write_json(path_to_output, {"k": k, "images": rows})


def describe(image):
    """Return what the palettes' files tell of an image of the collection, as a dict."""
    image_id = image["image_id"]
    told = {key: image[key] for key in ("title", "year", "artist", "link", "licence")}
    return {"image": image_id} | told | {"thumbnail": f"thumbnails/{image_id}.png"}


def combine_palettes(paths_to_palettes_k, path_to_output, *, images):
    """Write the files of `gather_palettes`, one for each k, as one JSON file of all k."""
    files = sorted(map(read_json, paths_to_palettes_k), key=lambda file: file["k"])
    rows = [
        describe(image)
        | {key: of_image[0][key] for key in ("distinct", "fallback")}
        | {"palettes": {str(f["k"]): row["colors"] for f, row in zip(files, of_image, strict=True)}}
        for image, *of_image in zip(images, *(file["images"] for file in files), strict=True)
    ]
    write_json(path_to_output, {"ks": [file["k"] for file in files], "images": rows})
