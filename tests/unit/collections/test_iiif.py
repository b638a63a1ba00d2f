"""IIIF documents as institutions write them, made for these tests and served from loopback."""

import csv
import json
import os
from pathlib import Path

import pytest

from scripts.collections.addresses import table_of_address
from scripts.collections.collection import read_collection
from scripts.collections.museums.iiif import find_paintings
from scripts.collections.web import Web
from scripts.common.errors import InputError
from tests.server import SETTINGS, body, error_page, json_body

ROOT = Path(__file__).parents[3]
MUSEUMS = Path(os.environ.get("PALETTES_MUSEUMS", ROOT.parent / "shared/museums"))
WEB = SETTINGS | {"max_bytes": 10**6, "retries": 0}
PLAIN = {"canvases": "first", "languages": ["en"], "width": 1024, "most": 1000}


def canvas_3(at, label="front"):
    service = {"id": f"{at}/image", "type": "ImageService3", "profile": "level2"}
    image = {
        "id": f"{at}.jpg",
        "type": "Image",
        "width": 3000,
        "height": 2000,
        "service": [service],
    }
    painting = {"type": "Annotation", "motivation": "painting", "body": image, "target": at}
    page = {"type": "AnnotationPage", "items": [painting]}
    return {"id": at, "type": "Canvas", "label": {"none": [label]}, "items": [page]}


def manifest_3(at, canvases, label="Snow", **more):
    told = {"id": at, "type": "Manifest", "label": {"en": [label]}, "items": canvases}
    return {"@context": "http://iiif.io/api/presentation/3/context.json"} | told | more


def manifest_2(at, canvases, label="Snow", **more):
    told = {"@id": at, "@type": "sc:Manifest", "label": label} | more
    return told | {"sequences": [{"@type": "sc:Sequence", "canvases": canvases}]}


def canvas_2(at, label="1"):
    service = {"@id": f"{at}/image", "profile": "http://iiif.io/api/image/2/level1.json"}
    image = {"@id": f"{at}.jpg", "@type": "dctypes:Image", "width": 800, "height": 600}
    painting = {"motivation": "sc:painting", "resource": image | {"service": service}, "on": at}
    return {"@id": at, "@type": "sc:Canvas", "label": label, "images": [painting]}


def reference(address, kind="Manifest", **more):
    return {"id": address, "type": kind} | more


@pytest.fixture
def ask(server):
    """Return a function that serves documents by path, and finds the paintings from /top on."""

    def ask(documents, **settings):
        for path, document in documents.items():
            answer = document if callable(document) else json_body(document)
            server.answers[path] = [answer]
        at = {"top": f"{server.address}/top"}
        return find_paintings("top", Web(**WEB), **PLAIN | settings, **at)

    return ask


def ids(paintings):
    return [painting["image_id"] for painting in paintings]


def test_a_manifest_becomes_a_row(ask, server):
    at = f"{server.address}/works/7/manifest.json"
    manifest = manifest_3(
        at,
        [canvas_3("https://x.example/7/canvas/1")],
        metadata=[
            {"label": {"en": ["Artist"]}, "value": {"en": ["Claude Monet"]}},
            {"label": {"en": ["Date"]}, "value": {"en": ["c. 1875"]}},
            {"label": {"en": ["Medium"]}, "value": {"en": ["<i>oil</i>", "canvas"]}},
            {"label": {"en": ["Record Created"]}, "value": {"en": ["2019-06-17T15:37:01Z"]}},
        ],
        navDate="1870-01-01T00:00:00Z",
        rights="https://creativecommons.org/publicdomain/zero/1.0/",
        homepage=[{"id": "https://x.example/7", "type": "Text"}],
    )
    assert ask({"/top": manifest}) == (
        [
            {
                "source": "https://x.example/7/canvas/1/image/full/1024,/0/default.jpg",
                "image_id": "7",
                "title": "Snow",
                "date": "c. 1875",
                "artist": "Claude Monet",
                "link": "https://x.example/7",
                "licence": "https://creativecommons.org/publicdomain/zero/1.0/",
                "Medium": "oil | canvas",
                "Record Created": "2019-06-17T15:37:01Z",
            }
        ],
        [],
    )
    del manifest["metadata"]
    assert ask({"/top": manifest})[0][0]["date"] == "1870"


def test_of_several_canvases_the_first_counts_or_each_with_its_label(ask):
    manifest = manifest_2(
        "https://x.example/iiif/highlights.json",
        [{"@id": "https://x.example/canvas/0"}]
        + [canvas_2(f"https://x.example/canvas/{n}.json", f"Painting {n}") for n in (61, 62)],
    )
    (painting,), lines = ask({"/top": manifest})
    assert painting["image_id"] == "highlights"
    assert painting["title"] == "Snow"
    assert painting["source"] == "https://x.example/canvas/61.json/image/full/800,/0/default.jpg"
    assert lines == [
        "1 work of several canvases, of which the first counts; iiif.canvases: all takes each"
    ]
    paintings, lines = ask({"/top": manifest}, canvases="all")
    assert [(painting["image_id"], painting["title"]) for painting in paintings] == [
        ("highlights-61", "Painting 61"),
        ("highlights-62", "Painting 62"),
    ]
    assert lines == []


def test_collections_in_collections_and_their_pages_are_read_each_once(ask, server):
    def work(number, **more):
        return manifest_3(f"{server.address}/{number}", [canvas_3(f"https://x/{number}")], **more)

    at = server.address
    asked = []

    def top(handler):
        cursor = handler.query.get("page")
        asked.append(cursor)
        page = {"@type": "sc:Collection", "total": 5}
        if cursor is None:
            return json_body(page | {"@id": f"{at}/top", "first": f"{at}/top?page=1"})(handler)
        if cursor == "1":
            page |= {"manifests": [{"@id": f"{at}/1", "@type": "sc:Manifest"}]}
            page |= {"members": [{"@id": f"{at}/1"}], "next": f"{at}/top?page=2"}
        else:
            page |= {"collections": [{"@id": f"{at}/sub", "@type": "sc:Collection"}]}
        return json_body(page)(handler)

    sub = {
        "type": "Collection",
        "id": f"{at}/sub",
        "items": [
            reference(f"{at}/2", navDate="1902-01-01T00:00:00Z"),
            reference(f"{at}/top", "Collection"),
            reference(f"{at}/1"),
            {"type": "Collection", "id": f"{at}/in", "items": [reference(f"{at}/3")]},
            work(4),
        ],
    }
    documents = {"/top": top, "/sub": sub} | {f"/{number}": work(number) for number in (1, 2, 3)}
    paintings, lines = ask(documents)
    assert ids(paintings) == ["1", "2", "3", "4"]
    assert [painting["date"] for painting in paintings] == ["", "1902", "", ""]
    assert asked == [None, "1", "2"]
    assert server.requests.total() == 7
    assert lines == []


def test_what_has_no_image_or_cannot_be_read_is_counted(ask, server):
    at = server.address
    items = [reference(f"{at}/{name}") for name in ("good", "gone", "page", "empty", "odd")]
    documents = {
        "/top": {"id": f"{at}/top", "type": "Collection", "items": [*items, None, {"type": "x"}]},
        "/good": manifest_3(f"{at}/good", [canvas_3("https://x/good")]),
        "/page": error_page(),
        "/empty": manifest_3(f"{at}/empty", []),
        "/odd": [1, 2],
    }
    paintings, lines = ask(documents)
    assert ids(paintings) == ["good"]
    assert lines == [
        f"3 documents not to be read, left out: {at}/gone, {at}/page, {at}/odd",
        f"1 work without an image, left out: {at}/empty",
    ]


def test_a_server_that_fails_again_and_again_ends_it(ask, server):
    items = [reference(f"{server.address}/{number}") for number in range(20)]
    with pytest.raises(InputError, match=r"/4: HTTP 404"):
        ask({"/top": {"type": "Collection", "items": items}})
    assert server.requests.total() == 6


def test_a_collection_of_millions_is_read_up_to_the_limit(ask, server):
    def endless(handler):
        page = int(handler.query.get("page", 0))
        manifest = manifest_3(f"https://x/{page}", [canvas_3(f"https://x/{page}/1")])
        more = {"next": f"{server.address}/top?page={page + 1}"}
        told = {"@type": "sc:Collection", "total": 3_074_231, "members": [manifest]}
        return json_body(told | more)(handler)

    paintings, lines = ask({"/top": endless}, most=12)
    assert len(paintings) == server.requests["/top"] == 12
    assert lines == [
        "the first 12 documents of a collection of 3,074,231 are read, more are there;"
        " iiif.most in the config is how many are at most"
    ]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (json_body({"type": "Canvas"}), "type Canvas; allowed: a manifest or collection of IIIF"),
        (json_body({}), "no type; allowed: a manifest"),
        (json_body("text"), "no type; allowed: a manifest"),
        (error_page(), "the answer is not JSON"),
        (body(b"[" * 1500 + b"]" * 1500, "application/json"), "nested too deeply"),
        (body(b"[0]" * 400_000, "application/json"), "more bytes"),
    ],
)
def test_what_is_no_iiif_is_told_in_one_line(ask, answer, words):
    with pytest.raises(InputError, match=words) as refusal:
        ask({"/top": answer})
    assert "/top: " in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_collections_nested_a_thousand_deep_are_read(ask, server):
    document = manifest_3(f"{server.address}/1", [canvas_3("https://x/1")])
    for depth in range(150):
        document = {"type": "Collection", "id": f"https://x/{depth}", "items": [document]}
    assert ids(ask({"/top": document})[0]) == ["1"]


def test_a_name_that_the_config_lacks_is_refused():
    with pytest.raises(InputError, match=r"no names; allowed: iiif: \{monet: https://...\}"):
        find_paintings("monet", None, **PLAIN)
    with pytest.raises(InputError, match="unknown name monte, did you mean monet"):
        find_paintings("monte", None, **PLAIN, monet="https://x")


def test_an_address_is_a_collection_at_once(server, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    address = f"{server.address}/works/manifest.json"
    medium = {"label": "Medium", "value": ["oil", "canvas"]}
    manifest = manifest_2(address, [canvas_2("https://x/7")], "Snow, 1875", metadata=[medium])
    server.answers["/works/manifest.json"] = [json_body(manifest)]
    options = {"settings": PLAIN, "download": WEB}
    with pytest.raises(InputError, match="not there; allowed: the table that snakemake made"):
        table_of_address(address, **options, may_ask=False)
    path, _ = table_of_address(address, **options, may_ask=True)
    assert (path, server.requests.total()) == table_and_requests(address, options, server)
    other, _ = table_of_address(
        address, settings=PLAIN | {"width": 500}, download=WEB, may_ask=True
    )
    assert other != path
    (image,), _ = read_collection(path, facets=["medium"])
    assert image["title"] == "Snow, 1875"
    assert image["facets"] == {"medium": ["oil", "canvas"]}


def table_and_requests(address, options, server):
    """Return the path of a table that is there already, and how many requests there were."""
    path, _ = table_of_address(address, **options, may_ask=False)
    return path, server.requests.total()


INSTITUTIONS = {
    "v2-manifest-artic-27992": ("first", [("A Sunday on La Grande Jatte — 1884", 1884, 843)]),
    "v2-manifest-level0-sizes-commons-courbet": (
        "first",
        [("File:Gustave Courbet - A Burial at Ornans - Google Art Project 2.jpg", None, 1024)],
    ),
    "v3-manifest-bodleian-navdate": ("first", [("Bodleian Library LP 44", 1838, 1024)]),
    "v3-manifest-cookbook-0033-choice": (
        "first",
        [("John Dee performing an experiment before Queen Elizabeth I.", None, 1024)],
    ),
}


@pytest.mark.skipif(not (MUSEUMS / "iiif").is_dir(), reason="no documents of institutions")
@pytest.mark.parametrize("name", INSTITUTIONS)
def test_manifests_of_institutions_are_read(ask, name, tmp_path):
    canvases, told = INSTITUTIONS[name]
    document = json.loads((MUSEUMS / "iiif" / f"{name}.json").read_text(encoding="utf-8"))
    paintings, _ = ask({"/top": document}, canvases=canvases)
    with (tmp_path / "t.tsv").open("w", newline="") as file:
        table = csv.DictWriter(file, paintings[0], delimiter="\t")
        table.writeheader()
        table.writerows(paintings)
    images, _ = read_collection(tmp_path / "t.tsv")
    for image, (title, year, width) in zip(images, told, strict=True):
        assert (image["title"], image["year"]) == (title, year)
        assert f"/full/{width}," in image["source"]
