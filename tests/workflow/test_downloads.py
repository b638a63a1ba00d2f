"""Collections from the internet: services and images of a server on loopback, well and unwell."""

import csv
import json
import os
import shutil
import signal
import subprocess
import time
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import yaml
from PIL import Image

from tests.server import (
    body,
    chunked,
    error_page,
    hang_up,
    huge,
    json_body,
    redirect,
    retry_at,
    slow,
    status,
    truncated,
)
from tests.services import artic, is_painting_by, sparql_rows, wikidata
from tests.workflow.runner import SNAKEMAKE

ROOT = Path(__file__).parents[2]
COLLECTIONS = Path(os.environ.get("PALETTES_COLLECTIONS", ROOT.parent / "shared/collections"))
MONET = {"artist": [("Q296", {"en": "Claude Monet"})]}


@pytest.fixture
def online(unbuilt, server):
    """A workflow to which the loopback server is the internet."""
    configure(
        unbuilt,
        wikidata={"query_service": f"{server.address}/sparql", "commons": server.address},
        artic={"api": f"{server.address}/api"},
        download={"allow_loopback": True, "rate": 100, "backoff": 0, "contact": "me@example.org"},
    )
    return unbuilt


def configure(workflow, **sections):
    """Change settings in config.yaml."""
    path = workflow.folder / "config.yaml"
    config = yaml.safe_load(path.read_text())
    for name, settings in sections.items():
        config[name] = config[name] | settings if isinstance(settings, dict) else settings
    path.write_text(yaml.safe_dump(config))


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


def write_table(workflow, addresses):
    """Write a collection table with these addresses by ID, and make it the collection."""
    rows = [f"{image}\t{address}" for image, address in addresses.items()]
    (workflow.folder / "web.tsv").write_text("\n".join(["image_id\tsource", *rows]) + "\n")
    configure(workflow, collection="web.tsv")


def some_images(count):
    """Return JPEGs by name: of the shared collection if it is there, else of coloured squares."""
    files = sorted((COLLECTIONS / "met40").glob("*.jpg"))[:count]
    if len(files) == count:
        return {file.stem: file.read_bytes() for file in files}
    images = {}
    for number in range(count):
        squares = np.random.default_rng(number).integers(0, 256, (6, 8, 3), np.uint8)
        file = BytesIO()
        Image.fromarray(squares).resize((400, 300), Image.Resampling.NEAREST).save(file, "JPEG")
        images[f"square-{number}"] = file.getvalue()
    return images


def originals(workflow):
    """Return the bytes of all files in results/originals by name, hidden ones too."""
    folder = workflow.folder / "results/originals"
    return {path.name: path.read_bytes() for path in folder.glob("*")}


def monets(count):
    """Return rows of Wikidata's answer for so many paintings, some with two."""
    rows = []
    for number in range(count):
        dates = [f"{1860 + number % 60}-01-01T00:00:00Z"] if number % 10 else []
        image = f"Monet%20{number}%2C%20%C3%A9t%C3%A9.jpg"
        materials = [("Q1", {"en": "oil paint"}), ("Q2", {"en": "canvas"})][: 1 + number % 2]
        rows += sparql_rows(
            f"Q{1000 + number}",
            image,
            dates=dates,
            title=f"Water Lilies {number}",
            material=materials,
            **MONET,
        )
    return rows


@pytest.mark.parametrize(
    ("collection", "target"),
    [
        ("paintings.tsv", "collections/wikidata_Q296.tsv"),
        ("collections/wikidata_Q296.tsv", "collections/wikidata_Q296.tsv"),
        ("collections/wikidata_Q296.tsv", "all"),
    ],
)
def test_a_painters_table_is_made(online, server, collection, target):
    configure(online, collection=collection)
    server.answers["/sparql"] = [status(429, Retry_After=0), status(500), wikidata(monets(752))]
    said = online.build(target)
    table = online.folder / "collections/wikidata_Q296.tsv"
    rows = read_rows(table)
    assert {row["image_id"] for row in rows} == {f"Q{1000 + number}" for number in range(752)}
    assert len(rows) == 752
    assert server.requests["/sparql"] == 2 + 4
    assert said.strip().splitlines()[-1] == (
        "collections/wikidata_Q296.tsv: 752 paintings."
        " Now: snakemake --config collection=collections/wikidata_Q296.tsv"
    )
    assert "Nothing to be done" in online.build("collections/wikidata_Q296.tsv")
    assert server.requests["/sparql"] == 2 + 4


def test_the_images_can_be_downloaded_before_anything_is_computed(unbuilt):
    write_table(unbuilt, {"near": "a.png", "far": "https://example.org/far.jpg"})
    assert unbuilt.jobs("downloads") == ["download image=far", "downloads"]


def test_any_painter_takes_two_commands(online, server):
    images = some_images(3)
    rows = []
    for number, name in enumerate(images, start=1):
        rows += sparql_rows(f"Q{number}", f"{name}.jpg", title=name, **MONET)
    server.answers["/sparql"] = [wikidata(rows)]
    for name, content in images.items():
        server.answers[f"/wiki/Special:Redirect/file/{name}.jpg"] = [redirect(f"/thumb/{name}")]
        server.answers[f"/thumb/{name}"] = [body(content)]
    online.build("collections/wikidata_Q296.tsv")
    configure(online, collection="collections/wikidata_Q296.tsv")
    said = online.build()
    assert "3 images: 3 downloads, 6 palettes made" in said
    palettes = json.loads((online.folder / "results/palettes.json").read_text())["images"]
    assert [image["title"] for image in palettes] == list(images)
    assert online.jobs() == []


def test_the_art_institutes_table_is_made(online, server):
    agents = [{"id": 5, "title": "Édouard Manet"}]
    artwork = {"id": 9, "title": "Fish", "artist_id": 5, "artist_title": "Édouard Manet"}
    artwork |= {"artwork_type_id": 1, "date_start": 1864, "date_end": 1864, "image_id": "f-9"}
    artwork |= {"is_public_domain": True, "medium_display": "Oil on canvas"}
    server.answers["/api/agents/search"] = [artic(agents, lambda *_: True, "https://a.example")]
    server.answers["/api/artworks/search"] = [artic([artwork], is_painting_by, "https://a.example")]
    online.build("collections/artic_edouard-manet.tsv")
    (row,) = read_rows(online.folder / "collections/artic_edouard-manet.tsv")
    assert row["source"] == "https://a.example/iiif/2/f-9/full/843,/0/default.jpg"
    assert row["year"] == "1864"


def serve_manifest(server, images):
    """Serve a manifest of works with a canvas each, and their images by the Image API's level 1."""
    canvases = []
    for name, content in images.items():
        at = f"{server.address}/image/{name}"
        service = {"@id": at, "profile": "http://iiif.io/api/image/2/level1.json"}
        resource = {"@id": f"{at}.jpg", "@type": "dctypes:Image", "width": 400, "height": 300}
        annotation = {"motivation": "sc:painting", "resource": resource | {"service": service}}
        metadata = [
            {"label": "Room", "value": ["North", "7"]},
            {"label": "Date", "value": "c. 1890"},
        ]
        canvases.append({"label": name, "images": [annotation], "metadata": metadata})
        server.answers[f"/image/{name}/full/400,/0/default.jpg"] = [body(content)]
    manifest = {"@type": "sc:Manifest", "label": "Rooms", "sequences": [{"canvases": canvases}]}
    server.answers["/rooms/manifest.json"] = [json_body(manifest)]
    return f"{server.address}/rooms/manifest.json"


def test_an_address_of_iiif_gives_a_page_by_one_command(online, server):
    images = some_images(3)
    address = serve_manifest(server, images)
    configure(online, iiif={"canvases": "all"}, facets=["room"])
    said = online.build("--config", f"collection={address}")
    assert "3 images: 3 downloads, 6 palettes made" in said
    palettes = json.loads((online.folder / "results/palettes.json").read_text())["images"]
    assert [image["title"] for image in palettes] == list(images)
    assert {(image["date"], image["year"]) for image in palettes} == {("c. 1890", 1890)}
    assert palettes[0]["facets"] == {"room": ["North", "7"]}
    assert online.jobs(options=("--config", f"collection={address}")) == []
    assert server.requests["/rooms/manifest.json"] == 1


def test_an_address_of_iiif_may_have_a_name(online, server):
    address = serve_manifest(server, some_images(2))
    configure(online, iiif={"rooms": address, "other": "https://museum.example"})
    online.build("collections/iiif_rooms.tsv")
    (row,) = read_rows(online.folder / "collections/iiif_rooms.tsv")
    assert (row["title"], row["date"], row["Room"]) == ("Rooms", "c. 1890", "North | 7")
    configure(online, iiif={"third": "https://museum.example/3"})
    assert "Nothing to be done" in online.build("collections/iiif_rooms.tsv")


def test_an_address_that_is_no_iiif_is_told_in_one_line(online, server):
    server.answers["/page"] = [error_page()]
    done = online.run("-j2", "--config", f"collection={server.address}/page")
    assert done.returncode != 0
    assert f"{server.address}/page: the answer is not JSON" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("target", "line"),
    [
        (
            "collections/louvre_monet.tsv",
            "no museum louvre; allowed: artic, cleveland",
        ),
        ("collections/wikidata_Monet.tsv", "the painter is Monet; allowed: a Q number"),
        ("collections/wikidata_Q5.tsv", "wikidata: no paintings with an image by Q5"),
    ],
)
def test_a_painter_nobody_knows_is_told_in_one_line(online, server, target, line):
    server.answers["/sparql"] = [wikidata([])]
    done = online.run(target)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert len([told for told in done.stderr.splitlines() if line in told]) == 1
    assert not (online.folder / target).exists()


def test_what_needs_a_table_that_is_not_there_yet_is_refused(online):
    configure(online, collection="collections/wikidata_Q296.tsv")
    done = online.run("results/palettes_k3.json")
    assert done.returncode != 0
    assert "collections/wikidata_Q296.tsv is not there yet: this run makes it" in done.stderr


def test_a_failed_query_costs_no_table(online, server):
    server.answers["/sparql"] = [wikidata(monets(2)), error_page()]
    table = online.folder / "collections/wikidata_Q296.tsv"
    online.build("collections/wikidata_Q296.tsv")
    before = table.read_bytes()
    assert online.run("-f", "collections/wikidata_Q296.tsv").returncode != 0
    assert table.read_bytes() == before


def test_a_table_is_made_again_only_when_what_is_asked_changes(online, server):
    server.answers["/sparql"] = [wikidata(monets(2))]
    table = "collections/wikidata_Q296.tsv"
    online.build(table)
    configure(online, download={"rate": 50, "contact": "you@example.org"})
    assert online.jobs(table) == []
    configure(online, wikidata={"languages": ["fr"]})
    assert online.jobs(table) == ["museum_table museum=wikidata, painter=Q296"]


def test_forty_images_survive_a_bad_night_and_none_is_fetched_twice(online, server):
    images = some_images(40)
    configure(online, download={"max_bytes": 4_000_000, "deadline": 3, "timeout": 3})
    write_table(online, {name: f"{server.address}/{name}.jpg" for name in images})
    passing = [
        [status(429, Retry_After=1)],
        [retry_at(1)],
        [status(500)],
        [status(503, Retry_After=0), status(502)],
        [truncated(b"0" * 1000)],
        [chunked([b"0" * 1000], whole=False)],
        [hang_up],
        [redirect("/elsewhere.jpg")],
    ]
    lasting = {
        "HTTP 404 Not Found": status(404),
        "allowed: an image that can be read": error_page(),
        "more than 10 redirects": redirect("/loop.jpg"),
        "10.0.0.1 has the address 10.0.0.1; allowed: a public one": redirect("http://10.0.0.1/"),
        "more bytes than download.max_bytes": huge(5_000_000),
        "and not yet all": slow(b"0" * 100, pause=0.1),
        "HTTP 503 Service Unavailable (tried 6 times)": status(503),
    }
    good = {name: body(content) for name, content in images.items()}
    names = list(images)
    for name in names:
        server.answers[f"/{name}.jpg"] = [good[name]]
    for name, faults in zip(names, passing, strict=False):
        server.answers[f"/{name}.jpg"] = [*faults, good[name]]
    elsewhere = names[len(passing) - 1]
    server.answers[f"/{elsewhere}.jpg"].pop()
    server.answers["/elsewhere.jpg"] = [good[elsewhere]]
    server.answers["/loop.jpg"] = [redirect("/loop.jpg")]
    ill = dict(zip(names[-len(lasting) :], lasting, strict=True))
    for name, words in ill.items():
        server.answers[f"/{name}.jpg"] = [lasting[words]]

    done = online.run("-j8", "-k")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for name, words in ill.items():
        told = [line for line in done.stderr.splitlines() if line.startswith(f"{name}: ")]
        assert len(told) == 1
        assert words in told[0]
    had = {name: content for name, content in images.items() if name not in ill}
    assert originals(online) == had
    palettes = online.folder / "results/palettes/k5"
    assert {path.stem for path in palettes.iterdir()} == set(had)

    for name in ill:
        server.answers[f"/{name}.jpg"] = [good[name]]
    said = online.build("-j8")
    assert "40 images: 7 downloads, 14 palettes made" in said
    assert originals(online) == images
    page = json.loads((online.folder / "results/palettes.json").read_text())
    assert [image["image"] for image in page["images"]] == names
    assert server.delivered == {
        **{f"/{name}.jpg": 1 for name in names if name != elsewhere},
        "/elsewhere.jpg": 1,
    }
    asked = server.requests.total()
    assert "Nothing to be done" in online.build()
    assert server.requests.total() == asked
    assert server.most_at_once <= 2  # a client that has left may still be served


def test_a_changed_address_is_downloaded_and_until_then_there_is_no_image(online, server):
    first, second = some_images(2).values()
    server.answers["/1"], server.answers["/2"] = [body(first)], [status(404), body(second)]
    write_table(online, {"a": f"{server.address}/1"})
    online.build("results/originals/a")
    write_table(online, {"a": f"{server.address}/2"})
    assert online.run("results/originals/a").returncode != 0
    assert originals(online) == {}
    online.build("results/originals/a")
    assert originals(online) == {"a": second}


def test_a_local_address_is_refused_unless_tests_allow_it(online, server):
    configure(online, download={"allow_loopback": False})
    write_table(online, {"a": f"{server.address}/1"})
    done = online.run("results/thumbnails/a.png")
    assert "127.0.0.1 has the address 127.0.0.1; allowed: a public one" in done.stderr
    assert server.requests.total() == 0


def test_tables_and_images_are_fetched_without_the_profile_too(online, server):
    server.answers["/sparql"] = [wikidata(monets(2))]
    server.answers["/1"] = [body(*some_images(1).values())]
    write_table(online, {"a": f"{server.address}/1"})
    targets = ["collections/wikidata_Q296.tsv", "results/originals/a"]
    done = online.run("-j2", "--workflow-profile", "none", "--", *targets)
    assert done.returncode == 0, done.stderr
    assert all((online.folder / target).is_file() for target in targets)


def test_ctrl_c_ends_the_waiting_for_a_server(online, server, ctrl_c):
    server.answers["/1"] = [status(429, Retry_After=600)]
    write_table(online, {name: f"{server.address}/1" for name in "abc"})
    process = subprocess.Popen(
        [*SNAKEMAKE, "-j3", "results/page/atlas.webp"],
        cwd=online.folder,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 30
        while not server.requests.total():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode != 0
    assert "Traceback" not in said
    assert originals(online) == {}


LONG = "The Houses of Parliament, seen from across the river at dusk, with fog. " * 3
ODD_NAMES = [
    *("Nymphéas (1906), détail.jpg", "睡蓮.jpg", "-leading dash.jpg", 'it\'s "quoted".jpg'),
    *("[star*?].jpg", "per%20cent & $HOME; #1.jpg", "back\\slash.jpg", "~tilde.jpg", "a {b.jpg"),
    *("two\nlines.jpg", "{ a b }.jpg", f"{LONG[:200]}.jpg", f"{LONG.replace('e', 'é')[:200]}.jpg"),
    *("sunrise.jpg", "sunrise.png", "Sunrise.jpg", "deep/er -/sunrise.jpg"),
]


def test_images_of_any_name_run_through(unbuilt):
    for number, name in enumerate(ODD_NAMES):
        path = unbuilt.folder / "art ü/-x" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(unbuilt.folder / f"{'abc'[number % 3]}.png", path)
    configure(unbuilt, collection="art ü", palette={"ks": [5]})
    unbuilt.build()
    palettes = json.loads((unbuilt.folder / "results/palettes.json").read_text())["images"]
    assert sorted(image["title"] for image in palettes) == sorted(
        Path(name).stem for name in ODD_NAMES
    )
    assert unbuilt.jobs() == []
