"""Which address of an image is asked for; expected by the Image API's own words."""

import pytest

from scripts.collections.iiif.canvases import Painted, canvases_of, painted_on
from scripts.collections.iiif.images import image_address

AT = "https://iiif.example/one"
V3 = {"id": AT, "type": "ImageService3", "profile": "level2"}
V2 = {
    "@id": AT,
    "@context": "http://iiif.io/api/image/2/context.json",
    "profile": "http://iiif.io/api/image/2/level1.json",
}
V1 = {
    "@id": AT,
    "@context": "http://library.stanford.edu/iiif/image-api/1.1/context.json",
    "profile": "http://library.stanford.edu/iiif/image-api/1.1/compliance.html#level1",
}
STATIC = V2 | {"profile": ["http://iiif.io/api/image/2/level0.json"]}
STATIC_3 = V3 | {"profile": "level0"}
OWN = "https://files.example/one.jpg"


def body(service=None, width=4000, height=3000, **more):
    told = {"id": OWN, "type": "Image", "width": width, "height": height, **more}
    return told | ({"service": service} if service else {})


def asked(painted, canvas=None, width=1024, info=None):
    """Return the address that is asked for, and how often the information was."""
    asks = []

    def fetch_info(address):
        asks.append(address)
        return info or {}

    painted = painted if isinstance(painted, Painted) else Painted(painted)
    address = image_address(painted, canvas or {}, width, fetch_info)
    return address.removeprefix(AT), len(asks)


def sizes(*widths):
    return [{"width": width, "height": width * 3 // 4} for width in widths]


@pytest.mark.parametrize(
    ("resource", "address"),
    [
        (body(V3), "/full/1024,/0/default.jpg"),
        (body([V3]), "/full/1024,/0/default.jpg"),
        (body(V2), "/full/1024,/0/default.jpg"),
        (body(V1), "/full/1024,/0/native.jpg"),
        (body(V3, width=800, height=600), "/full/800,/0/default.jpg"),
        # What the service says of itself counts more.
        (body(V3 | {"width": 700, "height": 525}), "/full/700,/0/default.jpg"),
        (body(V3 | {"sizes": sizes(100, 1200, 4000)}), "/full/1200,/0/default.jpg"),
        (body(V3 | {"sizes": sizes(100, 2048)}), "/full/1024,/0/default.jpg"),
        (body(V3 | {"sizes": sizes(100, 200)}), "/full/1024,/0/default.jpg"),
        (body(V3 | {"maxWidth": 600}), "/full/600,/0/default.jpg"),
        (body(V3 | {"maxWidth": 600}, 3000, 4000), "/full/450,/0/default.jpg"),
        (body(V2 | {"profile": [V2["profile"], {"maxArea": 480_000}]}), "/full/800,/0/default.jpg"),
        (body(STATIC), OWN),
        (body(STATIC | {"sizes": sizes(320, 640, 1280, 2560)}), "/full/1280,/0/default.jpg"),
        (body(STATIC | {"sizes": sizes(640, 320)}), "/full/640,/0/default.jpg"),
        (body(STATIC_3 | {"sizes": sizes(320, 1280)}), "/full/1280,960/0/default.jpg"),
        (body(), OWN),
        (body({"@id": "https://auth.example", "profile": "http://iiif.io/api/auth/1/login"}), OWN),
        (
            body([{"id": "https://a.example", "type": "AuthProbeService2"}, V3]),
            "/full/1024,/0/default.jpg",
        ),
        ({"type": "Image", "id": "data:image/png;base64,AA"}, ""),
        (Painted(body(V3), "10,20,500,400", "90"), "/10,20,500,400/500,/90/default.jpg"),
        (Painted(body(STATIC), "10,20,500,400"), OWN),
    ],
)
def test_an_image_is_asked_for_as_its_service_allows_and_never_enlarged(resource, address):
    assert asked(resource) == (address, 0)


@pytest.mark.parametrize(
    ("canvas", "address"),
    [
        ({"width": 8000, "height": 6000}, "/full/1024,/0/default.jpg"),
        ({"width": 330, "height": 401}, "/full/330,/0/default.jpg"),
    ],
)
def test_of_two_shapes_the_smaller_is_believed(canvas, address):
    assert asked(body(V2), canvas) == (address, 0)


@pytest.mark.parametrize(
    ("service", "info", "address"),
    [
        (V2, {"width": 640, "height": 480}, "/full/640,/0/default.jpg"),
        (V3, {"width": 6400, "height": 4800}, "/full/1024,/0/default.jpg"),
        (V2, {}, OWN),
        (
            {"@id": AT, "@type": "ImageService2"},
            {"width": 900, "height": 1, "profile": "level1"},
            "/full/900,/0/default.jpg",
        ),
    ],
)
def test_where_the_document_does_not_tell_enough_the_service_is_asked(service, info, address):
    told = {"id": OWN, "type": "Image", "service": service}
    assert asked(told, {"width": 9000, "height": 9000}, info=info) == (address, 1)


def annotation(body, target="https://x/canvas", motivation="painting", **more):
    return {"type": "Annotation", "motivation": motivation, "body": body, "target": target} | more


def canvas(*annotations):
    return {"type": "Canvas", "items": [{"type": "AnnotationPage", "items": list(annotations)}]}


def canvas_2(resource, **more):
    return {
        "@type": "sc:Canvas",
        "images": [{"@type": "oa:Annotation", "resource": resource} | more],
    }


A, B = ({"type": "Image", "id": f"https://x/{name}.jpg"} for name in "ab")
A2 = {"@type": "dctypes:Image", "@id": "https://x/a.jpg"}


@pytest.mark.parametrize(
    ("canvas", "painted"),
    [
        (canvas(annotation(A), annotation(B)), Painted(A)),
        (canvas(annotation(B, motivation="commenting"), annotation(A)), Painted(A)),
        (canvas(annotation(A, motivation=["painting", "x"])), Painted(A)),
        (canvas(annotation(B, target="https://x/canvas#xywh=0,0,5,5"), annotation(A)), Painted(A)),
        (canvas(annotation(B, target="https://x/canvas#xywh=0,0,5,5")), Painted(B)),
        (canvas(annotation({"type": "Choice", "items": [A, B]})), Painted(A)),
        (canvas(annotation({"type": "TextualBody", "value": "x"}), annotation([B])), Painted(B)),
        (canvas(annotation({"type": "Sound", "id": "https://x/a.mp3"})), None),
        (
            canvas(
                annotation(
                    {
                        "type": "SpecificResource",
                        "source": A,
                        "selector": {"region": "1,2,3,4", "rotation": 90},
                    }
                )
            ),
            Painted(A, "1,2,3,4", "90"),
        ),
        (
            canvas(annotation({"type": "SpecificResource", "source": "https://x/a.jpg"})),
            Painted({"id": "https://x/a.jpg", "type": "Image"}),
        ),
        (canvas_2(A2, motivation="sc:painting"), Painted(A2)),
        (canvas_2({"@type": "oa:Choice", "default": A2, "item": [B]}), Painted(A2)),
        (canvas_2({"@type": "oa:SpecificResource", "full": A2}), Painted(A2)),
        ({"images": []}, None),
        ({}, None),
        (canvas("https://x/annotation"), None),
    ],
)
def test_what_is_painted_on_a_canvas_is_its_first_whole_image(canvas, painted):
    assert painted_on(canvas) == painted


def test_a_choice_that_holds_itself_ends():
    choice = {"type": "Choice"}
    choice["items"] = [choice]
    assert painted_on(canvas(annotation(choice))) is None


def test_canvases_are_those_of_the_first_order():
    first, second = {"@type": "sc:Canvas", "label": "1"}, {"@type": "sc:Canvas", "label": "2"}
    sequences = [{"canvases": [first, second]}, {"canvases": [second, first]}]
    assert canvases_of({"@type": "sc:Manifest", "sequences": sequences}) == [first, second]
    third = {"type": "Canvas", "label": {"none": ["3"]}}
    assert canvases_of({"type": "Manifest", "items": [third, {"type": "Range"}]}) == [third]
    assert canvases_of({"type": "Manifest"}) == []
