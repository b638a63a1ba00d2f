"""Addresses of images of IIIF: about as wide as wanted, and never enlarged.

https://iiif.io/api/image/3.0/ https://iiif.io/api/image/2.1/ https://iiif.io/api/image/1.1/
"""

import re
from math import sqrt

from scripts.collections.iiif.texts import address_of, listed, type_of


def image_address(painted, canvas, width, fetch_info):
    """Return the address of what is Painted on a canvas, "" if it has none.

    Level 1 and 2 of the Image API are asked for `width` px or the whole image, whichever is less;
    or for a width that they list, if one is less than twice that. Level 0 has only the sizes that
    it lists, and without these only the image's own address.

    `fetch_info` returns the image information (a dict) at the address of a service, {} if there is
    none; it is asked only where the document does not tell enough.
    """
    own = address_of(painted.body)
    service = _image_service(painted.body)
    if not service:
        return own
    address = address_of(service).rstrip("/")
    sizes = _sizes(service)
    wide, high = _size(service) or _told_size(painted.body, canvas)
    if _level(service) is None or not (wide or sizes):
        service = {**service, **fetch_info(address)}
        sizes, (wide, high) = _sizes(service), _size(service) or (wide, high)
    level = _level(service) or 0
    if painted.region != "full" and re.fullmatch(r"\d+,\d+,\d+,\d+", painted.region):
        wide, high = map(int, painted.region.split(",")[2:])
        sizes = []
    chosen = [size for size in sizes if size[0] >= width][:1] or sizes[-1:]
    if level and wide and not (chosen and width <= chosen[0][0] < 2 * width):
        chosen = [(min(width, wide, _most(service, wide, high)), None)]
    if not chosen or (level == 0 and painted.region != "full"):
        return own
    return f"{address}/{painted.region}/{_size_text(chosen[0], service, level)}" + (
        f"/{painted.rotation}/{'native' if _version(service) == 1 else 'default'}.jpg"
    )


def _size_text(size, service, level):
    """Return a size as the Image API writes it: by the width alone, but 3 at level 0 by both."""
    wide, high = size
    return f"{wide},{high}" if level == 0 and _version(service) == 3 else f"{wide},"


def _image_service(body):
    """Return the first service of the Image API that a body has, a dict, or {}."""
    for service in listed(body.get("service")):
        if isinstance(service, dict) and address_of(service):
            told = " ".join(map(str, (type_of(service), *_profiles(service), _context(service))))
            if re.search("image|^level|compliance|conformance", told, re.IGNORECASE):
                return service
    return {}


def _version(service):
    told = f"{type_of(service)} {_context(service)} {' '.join(_profiles(service))}"
    if found := re.search(r"ImageService(\d)|image(?:-api)?/(\d)|iiif/image-api/(\d)", told):
        return int(next(filter(None, found.groups())))
    # Only version 3 calls its profiles by the level alone.
    return 3 if any(re.fullmatch(r"level\d", text) for text in _profiles(service)) else 2


def _level(service):
    """Return the level of compliance, 0, 1 or 2, or None if it is not told."""
    for text in _profiles(service):
        if found := re.search(r"level(\d)", text):
            return int(found[1])
    return None


def _profiles(service):
    return [text for text in listed(service.get("profile")) if isinstance(text, str)]


def _context(service):
    return str(service.get("@context", ""))


def _sizes(service):
    """Return the sizes that a service lists, pairs of width and height, the smallest first."""
    return sorted(filter(None, map(_size, listed(service.get("sizes")))))


def _size(resource):
    """Return width and height of a resource, whole numbers, or None if it does not tell both."""
    if not isinstance(resource, dict):
        return None
    size = resource.get("width"), resource.get("height")
    return size if all(type(side) is int and side > 0 for side in size) else None


def _told_size(body, canvas):
    """Return the size of an image as its document tells it, (0, 0) if it does not."""
    told = _size(body)
    if not told:
        return 0, 0  # a canvas may be twice as large as its image, says version 2
    shown = _size(canvas) or told
    # One of two different shapes is wrong, and an image must not be enlarged.
    is_alike = abs(told[0] * shown[1] / (told[1] * shown[0]) - 1) < 0.05
    return told if is_alike else min(told, shown)


def _most(service, wide, high):
    """Return the largest width of which a service makes images of this shape."""
    shape, most = wide / high, wide
    for limits in (service, *listed(service.get("profile"))):
        if not isinstance(limits, dict):
            continue
        if limits.get("maxWidth"):
            most = min(
                most, limits["maxWidth"], limits.get("maxHeight", limits["maxWidth"]) * shape
            )
        if limits.get("maxArea"):
            most = min(most, sqrt(limits["maxArea"] * shape))
    return int(most)
