"""The canvases of IIIF manifests, and the images that are painted on them.

https://iiif.io/api/presentation/3.0/ https://iiif.io/api/presentation/2.1/
"""

from typing import NamedTuple

from scripts.collections.iiif.texts import listed, type_of


class Painted(NamedTuple):
    """An image on a canvas: its `body`, a dict, and what of it is shown, in the Image API's words.

    `region` is `full` or `x,y,w,h`, `rotation` a number of degrees as text.
    """

    body: dict
    region: str = "full"
    rotation: str = "0"


def canvases_of(manifest):
    """Return the canvases of a manifest, dicts, in their order."""
    for sequence in listed(manifest.get("sequences"))[:1]:  # the others are other orders of these
        if isinstance(sequence, dict):
            return _dicts(sequence.get("canvases"))
    return [item for item in _dicts(manifest.get("items")) if type_of(item) == "Canvas"]


def painted_on(canvas):
    """Return what is Painted on a canvas, or None if that is no image.

    Of several images it is the first that covers the canvas, or else the first; of a choice it is
    the default.
    """
    annotations = _dicts(canvas.get("images"))
    for page in _dicts(canvas.get("items")):
        annotations += _dicts(page.get("items"))
    annotations = list(filter(_is_painting, annotations))
    for annotation in sorted(annotations, key=_is_on_a_part):
        bodies = listed(annotation.get("body") or annotation.get("resource"))
        for painted in map(_painted, bodies):
            if painted:
                return painted
    return None


def _painted(body):
    """Return the Painted of an annotation's body, None if it is no image."""
    region, rotation = "full", "0"
    # One in another: a choice of images, or a part of one.
    for _ in range(4):
        kind = type_of(body)
        if kind == "Choice":
            choices = listed(body.get("default")) + listed(body.get("items") or body.get("item"))
            body = next((choice for choice in choices if type_of(choice)), None)
        elif kind == "SpecificResource":
            for selector in _dicts(body.get("selector")):
                region = str(selector.get("region") or region)
                rotation = str(selector.get("rotation") or rotation)
            body = body.get("source") or body.get("full")
        else:
            break
    if isinstance(body, str):
        body = {"id": body, "type": "Image"}
    return Painted(body, region, rotation) if type_of(body) == "Image" else None


def _is_painting(annotation):
    motivations = [str(motivation) for motivation in listed(annotation.get("motivation"))]
    return not motivations or any(m.rpartition(":")[2] == "painting" for m in motivations)


def _is_on_a_part(annotation):
    return "xywh=" in str(annotation.get("target") or annotation.get("on"))


def _dicts(value):
    return [item for item in listed(value) if isinstance(item, dict)]
