"""The palettes of the whole collection, in one file."""

import pandas as pd

from scripts.files import moved_into_place, read_json, write_json

COLUMNS = {
    "image": "string",
    "title": "string",
    "year": "Int16",
    "k": "UInt8",
    "rank": "UInt8",
    "hex": "string",
    "r": "uint8",
    "g": "uint8",
    "b": "uint8",
    "share": "float64",
}


def gather_palettes(paths_to_palettes, path_to_output, *, k, images):
    """Write the palettes of one `k`, in the order of `images`, as one JSON file.

    `images` are the collection's dicts (see read_collection), as many as paths.
    """
    rows = [
        describe(image) | {key: palette[key] for key in ("distinct", "pixels", "wcss", "colors")}
        for image, palette in zip(images, map(read_json, paths_to_palettes), strict=True)
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
        | {"distinct": of_image[0]["distinct"]}
        | {"palettes": {str(f["k"]): row["colors"] for f, row in zip(files, of_image, strict=True)}}
        for image, *of_image in zip(images, *(file["images"] for file in files), strict=True)
    ]
    write_json(path_to_output, {"ks": [file["k"] for file in files], "images": rows})


def tabulate_palettes(path_to_palettes, path_to_output):
    """Write palettes.json as a tidy parquet table: a row per image, k and colour.

    The columns are those of COLUMNS; `rank` is 1 for the largest share.
    """
    rows = [
        {"k": int(k), "rank": rank, **image, **colour}
        for image in read_json(path_to_palettes)["images"]
        for k, colours in image["palettes"].items()
        for rank, colour in enumerate(colours, start=1)
    ]
    table = pd.DataFrame(rows)
    table[["r", "g", "b"]] = table.pop("rgb").tolist()
    table = table[list(COLUMNS)].astype(COLUMNS)
    with moved_into_place(path_to_output) as temporary:
        table.to_parquet(temporary, index=False)
