"""The re-run matrix: a change runs exactly the jobs that it touches."""

import os
import random
import time
from itertools import chain

import pytest
import yaml
from PIL import Image

from tests.server import body, serving
from tests.workflow.conftest import EXPORTS
from tests.workflow.runner import copy_of, paint

IMAGES, KS = "abc", (3, 5)
THUMBNAILS = [f"thumbnail image={i}" for i in IMAGES]
PIXELS = [f"pixels image={i}" for i in IMAGES]
PALETTES = [f"palette k={k}, image={i}" for i in IMAGES for k in KS]
PALETTES_K = [f"palettes_k k={k}" for k in KS]
COMBINED = ["palettes", "palettes_table", "unreadable"]
OF_FINEST = ["codes", "neighbours", "map"]
END = ["page", "all"]


def matrix(change, *jobs):
    return pytest.param(change, sorted(chain(*jobs)), id=change.__name__.strip("_"))


def nothing(workflow):
    pass


def one_more_k(workflow):
    workflow.edit("config.yaml", "ks: [3, 5]", "ks: [3, 4, 5]")


def one_k_less(workflow):
    workflow.edit("config.yaml", "ks: [3, 5]", "ks: [5]")


def another_enhancement(workflow):
    workflow.edit("config.yaml", "amount: 0.2", "amount: 0.25")


def another_thumbnail_size(workflow):
    workflow.edit("config.yaml", "size: 256", "size: 32")


def skipping_what_is_unreadable(workflow):
    workflow.edit("config.yaml", "on_unreadable: fail", "on_unreadable: skip")


def set_to(section, key, value):
    """Return a change that gives a key of config.yaml another value."""

    def change(workflow):
        path = workflow.folder / "config.yaml"
        config = yaml.safe_load(path.read_text())
        config[section][key] = value
        path.write_text(yaml.safe_dump(config))

    change.__name__ = f"{section}_{key}_{value}"
    return change


def names_of_our_own(workflow):
    (workflow.folder / "names.csv").write_text("name,hex\nRot,#c03020\nBlau,#2040a0\n")
    workflow.edit("config.yaml", 'names: ""', "names: names.csv")


def palettes_of_people(workflow):
    (workflow.folder / "people.csv").write_text("image_id,palette\nb,#c03020 #2040a0\n")
    workflow.edit("config.yaml", 'people: ""', "people: people.csv")


def another_page_title(workflow):
    workflow.edit("config.yaml", "title: Palettes", "title: Stripes")


def another_k_shown_first(workflow):
    workflow.edit("config.yaml", "k: 5 ", "k: 3 ")


def another_painting_title(workflow):
    workflow.edit("paintings.tsv", "Painting a", "Poppies")


def one_more_image(workflow):
    paint(workflow.folder / "d.png", 3)
    with (workflow.folder / "paintings.tsv").open("a") as table:
        table.write("d\td.png\tPainting d\t1880\n")


def one_image_less(workflow):
    workflow.edit("config.yaml", "exclude: []", "exclude: [b]")


def one_image_less_by_rows(workflow):
    workflow.edit("config.yaml", "rows: {}", "rows: {year: [1870, 1882]}")


def another_facet(workflow):
    workflow.edit("config.yaml", "facets: ", "facets: [title] ")


def a_crop_in_the_table(workflow):
    workflow.edit(
        "paintings.tsv", "image_id\tsource\ttitle\tyear\n", "image_id\tsource\ttitle\tyear\tcrop\n"
    )
    workflow.edit("paintings.tsv", "Painting b\t1871\n", "Painting b\t1871\t0.1 0.1 0.8 0.8\n")


def titles_from_another_column(workflow):
    workflow.edit("config.yaml", "columns: {}", "columns: {title: image_id}")


def columns_as_they_are_found(workflow):
    workflow.edit("config.yaml", "columns: {}", "columns: {title: [Title], source: '{source}'}")


def one_image_changed(workflow):
    paint(workflow.folder / "b.png", 4)
    os.utime(workflow.folder / "b.png", (time.time() + 5,) * 2)


def palettes_of_one_k_lost(workflow):
    (workflow.folder / "results/palettes_k3.json").unlink()


def combined_palettes_lost(workflow):
    (workflow.folder / "results/palettes.json").unlink()


def a_touched_script(workflow):
    for script in (workflow.folder / "scripts").rglob("*.py"):
        script.touch()


def reordered_keys(workflow):
    path = workflow.folder / "config.yaml"
    config = yaml.safe_load(path.read_text())
    turned = {
        key: dict(reversed(v.items())) if isinstance(v, dict) else v for key, v in config.items()
    }
    path.write_text(yaml.safe_dump(dict(reversed(turned.items())), sort_keys=False))


def an_edited(file):
    def edit(workflow):
        with (workflow.folder / file).open("a") as source:
            source.write("\n/* edited */\n" if file.startswith("page") else "\n# edited\n")

    edit.__name__ = f"an_edited_{file}"
    return edit


GATHERED = [*PALETTES_K, *COMBINED, *OF_FINEST, *END]
FROM_THUMBNAILS = (THUMBNAILS, ["atlas"], PIXELS, PALETTES, GATHERED)


@pytest.mark.parametrize(
    ("change", "jobs"),
    [
        matrix(nothing),
        matrix(palettes_of_one_k_lost, ["palettes_k k=3"], COMBINED, END),
        matrix(combined_palettes_lost, COMBINED, END),
        matrix(a_touched_script),
        matrix(reordered_keys),
        matrix(
            one_more_k,
            [f"palette k=4, image={i}" for i in IMAGES],
            ["palettes_k k=4"],
            COMBINED,
            END,
        ),
        matrix(one_k_less, COMBINED, END),
        matrix(another_enhancement, PIXELS, PALETTES, GATHERED),
        matrix(another_thumbnail_size, *FROM_THUMBNAILS),
        matrix(set_to("thumbnail", "crop", 0.05), *FROM_THUMBNAILS),
        matrix(set_to("thumbnail", "crop", "auto"), *FROM_THUMBNAILS),
        matrix(set_to("thumbnail", "backdrop", "remove"), *FROM_THUMBNAILS),
        matrix(set_to("thumbnail", "most_megapixels", 500)),
        matrix(
            a_crop_in_the_table,
            ["thumbnail image=b", "pixels image=b", "atlas"],
            [f"palette k={k}, image=b" for k in KS],
            GATHERED,
        ),
        matrix(skipping_what_is_unreadable, GATHERED),
        *(
            matrix(set_to("enhance", "method", method), PIXELS, PALETTES, GATHERED)
            for method in ["none", "hsl_saturation", "chroma_filter", "saturation_filter"]
        ),
        matrix(set_to("enhance", "min_chroma", 0.2)),
        matrix(set_to("palette", "algorithm", "kmeans++"), PALETTES, GATHERED),
        matrix(set_to("palette", "algorithm", "farthest_first"), PALETTES, GATHERED),
        matrix(set_to("palette", "restarts", 3)),
        matrix(set_to("palette", "seed", 1)),
        matrix(set_to("palette", "space", "oklab"), PALETTES, GATHERED),
        matrix(set_to("palette", "weight", "area"), PALETTES, GATHERED),
        matrix(set_to("palette", "distinct", 10), PALETTES, GATHERED),
        matrix(set_to("palette", "colour", "mode"), PALETTES, GATHERED),
        matrix(set_to("palette", "order", "hue"), PALETTES, GATHERED),
        matrix(names_of_our_own, GATHERED),
        matrix(palettes_of_people),
        matrix(another_page_title, END),
        matrix(another_k_shown_first, END),
        matrix(another_painting_title, GATHERED),
        matrix(
            one_more_image,
            ["thumbnail image=d", "pixels image=d", "atlas"],
            [f"palette k={k}, image=d" for k in KS],
            GATHERED,
        ),
        matrix(one_image_less, ["atlas"], GATHERED),
        matrix(one_image_less_by_rows, ["atlas"], GATHERED),
        matrix(another_facet, GATHERED),
        matrix(titles_from_another_column, GATHERED),
        matrix(columns_as_they_are_found),
        matrix(
            one_image_changed,
            ["thumbnail image=b", "pixels image=b", "atlas"],
            [f"palette k={k}, image=b" for k in KS],
            GATHERED,
        ),
        matrix(an_edited("scripts/images/thumbnail.py"), *FROM_THUMBNAILS),
        matrix(an_edited("scripts/images/decode.py"), *FROM_THUMBNAILS),
        matrix(an_edited("scripts/images/pixels.py"), PIXELS, PALETTES, GATHERED),
        matrix(an_edited("scripts/images/enhance.py"), PIXELS, PALETTES, GATHERED),
        matrix(an_edited("scripts/images/prominence.py"), PIXELS, PALETTES, GATHERED),
        matrix(an_edited("scripts/palettes/kmeans.py"), PALETTES, GATHERED),
        matrix(an_edited("scripts/palettes/gather.py"), GATHERED),
        matrix(an_edited("scripts/palettes/table.py"), ["palettes_table", "all"]),
        matrix(an_edited("scripts/palettes/unreadable.py"), ["unreadable", "all"]),
        matrix(an_edited("scripts/page/atlas.py"), ["atlas"], END),
        matrix(an_edited("scripts/page/similarity.py"), ["neighbours", "map"], END),
        matrix(an_edited("scripts/page/map.py"), ["map"], END),
        matrix(an_edited("scripts/page/page.py"), END),
        matrix(an_edited("scripts/groups/codes.py"), ["codes"], END),
        matrix(an_edited("scripts/groups/intervals.py")),
        matrix(set_to("page", "pictures", 512)),
        matrix(set_to("page", "language", "de"), END),
        matrix(set_to("page", "about", "*Ours*"), END),
        matrix(set_to("page", "address", "https://a.org"), ["card"], END),
        matrix(an_edited("page/words.json"), END),
        matrix(an_edited("scripts/running/workers.py")),
        matrix(an_edited("page/src/main.js"), ["bundle"], END),
        matrix(an_edited("page/style.css"), END),
        matrix(an_edited("page/template.html"), END),
        matrix(an_edited("page/package.json"), ["modules", "bundle"], END),
    ],
)
def test_a_change_runs_exactly_the_jobs_that_it_touches(workflow, change, jobs):
    change(workflow)
    assert workflow.jobs() == jobs


OVERLAYS = [f"overlay k={k}, image={i}" for i in IMAGES for k in KS]
SWATCHES = [f"swatches_of_image k={k}, image={i}" for i in IMAGES for k in KS]
PICTURES = [f"picture image={i}" for i in IMAGES]
OF_ALL = [f"{rule} k={k}" for rule in ("swatches_of_all", "montage") for k in KS]
OF_ALL += ["swatches", "montages", "card"]
COMPARED = ["comparison a=1870s, b=rest"]
OF_GROUPS = ["groups_table", "trends", "groups", *COMPARED]
FROM_CODES = ["codes", *OF_GROUPS]


@pytest.mark.parametrize(
    ("change", "jobs"),
    [
        matrix(nothing),
        matrix(a_touched_script),
        matrix(one_k_less, ["palettes"], OF_GROUPS),
        matrix(another_k_shown_first, ["card"], COMPARED),
        matrix(set_to("montage", "order", "hue"), [f"montage k={k}" for k in KS], ["montages"]),
        matrix(another_page_title, OF_ALL, ["trends", "groups"], COMPARED),
        matrix(
            another_painting_title,
            PALETTES_K,
            [f"swatches_of_image k={k}, image=a" for k in KS],
            OF_ALL,
            ["palettes"],
            FROM_CODES,
        ),
        matrix(one_image_less, PALETTES_K, OF_ALL, ["palettes"], FROM_CODES),
        matrix(
            one_image_changed,
            ["thumbnail image=b", "pixels image=b"],
            [f"{rule} k={k}, image=b" for rule in ("palette", "overlay") for k in KS],
            [f"swatches_of_image k={k}, image=b" for k in KS],
            ["picture image=b", "overlays", "pictures"],
            PALETTES_K,
            OF_ALL,
            ["palettes"],
            FROM_CODES,
        ),
        matrix(set_to("page", "pictures", 512), PICTURES, ["pictures"]),
        matrix(an_edited("scripts/exports/picture.py"), PICTURES, ["pictures"]),
        matrix(an_edited("scripts/exports/card.py"), ["card"]),
        matrix(an_edited("scripts/groups/intervals.py"), OF_GROUPS),
        matrix(an_edited("scripts/groups/table.py"), ["groups_table", "groups"]),
        matrix(an_edited("scripts/exports/trends.py"), ["trends", "groups"]),
        matrix(an_edited("scripts/exports/comparison.py"), COMPARED),
        matrix(an_edited("scripts/exports/overlay.py"), OVERLAYS, ["overlays"]),
        matrix(
            an_edited("scripts/exports/formats/css.py"),
            SWATCHES,
            [f"swatches_of_all k={k}" for k in KS],
            ["swatches"],
        ),
        matrix(
            an_edited("scripts/exports/lettering.py"),
            [f"montage k={k}" for k in KS],
            ["montages", "card", "trends", "groups"],
            COMPARED,
        ),
    ],
)
def test_a_change_exports_exactly_what_it_touches(exported, tmp_path, change, jobs):
    workflow = copy_of(exported, tmp_path / "copy")
    change(workflow)
    assert workflow.jobs(*EXPORTS) == jobs


@pytest.fixture(scope="session")
def published(exported, shared):
    """As `exported`, and its site is there."""
    return shared("published", lambda folder: copy_of(exported, folder).build("--", "site"))


@pytest.mark.parametrize(
    ("change", "jobs"),
    [
        matrix(nothing),
        matrix(a_touched_script),
        matrix(another_page_title, ["page", "card", "site"]),
        matrix(set_to("page", "pictures", 512), PICTURES, ["site"]),
        matrix(set_to("page", "address", "https://a.org"), ["page", "site"]),
        matrix(an_edited("page/painting.css"), ["site"]),
        matrix(an_edited("page/painting.html"), ["site"]),
        matrix(an_edited("scripts/page/site.py"), ["site"]),
        matrix(an_edited("scripts/groups/table.py"), ["groups_table", "site"]),
    ],
)
def test_a_change_makes_the_site_anew_of_what_it_touches(published, tmp_path, change, jobs):
    workflow = copy_of(published, tmp_path / "copy")
    change(workflow)
    assert workflow.jobs("site") == jobs


@pytest.fixture(scope="session")
def online(built, shared):
    """As `built`, but the images came from a server, which is gone."""

    def fill(folder):
        workflow = copy_of(built, folder)
        with serving() as server, pytest.MonkeyPatch.context() as patch:
            patch.setenv("NO_PROXY", "*")
            for image in IMAGES:
                server.answers[f"/{image}"] = [body((folder / f"{image}.png").read_bytes())]
                workflow.edit("paintings.tsv", f"{image}.png", f"{server.address}/{image}")
            workflow.edit("config.yaml", "allow_loopback: false", "allow_loopback: true")
            workflow.edit("config.yaml", "rate: 1 ", "rate: 100 ")
            workflow.build()

    return shared("online", fill)


def other_download_settings(workflow):
    path = workflow.folder / "config.yaml"
    config = yaml.safe_load(path.read_text())
    assert config["download"].keys() == OTHER_DOWNLOAD.keys()
    path.write_text(yaml.safe_dump(config | {"download": OTHER_DOWNLOAD}))


OTHER_DOWNLOAD = {
    "allow_loopback": False,
    "backoff": 2,
    "contact": "me@example.org",
    "deadline": 1,
    "max_bytes": 1000,
    "rate": 2,
    "retries": 0,
    "timeout": 1,
}


def another_address(workflow):
    workflow.edit("paintings.tsv", "/b\t", "/b?width=2048\t")


def one_more_address(workflow):
    with (workflow.folder / "paintings.tsv").open("a") as table:
        table.write("d\thttp://museum.example/d\tPainting d\t1880\n")


def an_original_less(workflow):
    (workflow.folder / "results/originals/b").unlink()


@pytest.mark.parametrize(
    ("change", "jobs"),
    [
        matrix(nothing),
        matrix(a_touched_script),
        matrix(reordered_keys),
        matrix(other_download_settings),
        matrix(set_to("wikidata", "width", 1920)),
        matrix(set_to("artic", "api", "http://museum.example")),
        matrix(an_edited("scripts/collections/web.py")),
        matrix(an_edited("scripts/collections/download.py")),
        matrix(an_edited("scripts/collections/museums/wikidata.py")),
        matrix(an_edited("rules/originals.smk")),
        matrix(an_original_less),
        matrix(an_edited("scripts/images/thumbnail.py"), *FROM_THUMBNAILS),
        matrix(another_painting_title, GATHERED),
        matrix(one_image_less, ["atlas"], GATHERED),
        matrix(
            another_address,
            ["download image=b", "thumbnail image=b", "pixels image=b", "atlas"],
            [f"palette k={k}, image=b" for k in KS],
            GATHERED,
        ),
        matrix(
            one_more_address,
            ["download image=d", "thumbnail image=d", "pixels image=d", "atlas"],
            [f"palette k={k}, image=d" for k in KS],
            GATHERED,
        ),
    ],
)
def test_a_change_downloads_only_what_has_a_new_address(online, tmp_path, change, jobs):
    workflow = copy_of(online, tmp_path / "copy")
    change(workflow)
    assert workflow.jobs() == jobs


def test_after_a_change_of_k_the_page_holds_just_the_ks_asked_for(workflow):
    one_k_less(workflow)
    workflow.build()
    assert '"5"' in (workflow.folder / "results/palettes.json").read_text()
    assert '"3"' not in (workflow.folder / "results/palettes.json").read_text()
    assert workflow.jobs() == []


def test_a_value_of_another_key_is_noticed(workflow):
    # Snakemake compares params without their names: 1 restart from seed 10, or 10 from seed 1.
    set_to("palette", "algorithm", "kmeans++")(workflow)
    set_to("palette", "restarts", 1)(workflow)
    set_to("palette", "seed", 10)(workflow)
    workflow.build()
    set_to("palette", "restarts", 10)(workflow)
    set_to("palette", "seed", 1)(workflow)
    assert workflow.jobs() == sorted([*PALETTES, *GATHERED])


def test_a_photographs_new_time_stamp_makes_nothing_again(workflow):
    """By default Snakemake compares contents up to 1 MB only."""
    image = workflow.folder / "d.png"
    Image.frombytes("RGB", (900, 800), random.Random(0).randbytes(900 * 800 * 3)).save(image)
    assert image.stat().st_size > 2_000_000
    with (workflow.folder / "paintings.tsv").open("a") as table:
        table.write("d\td.png\tPainting d\t1873\n")
    palette = "results/palettes/k3/d.json"
    workflow.build(palette)
    os.utime(image, (time.time() + 5, time.time() + 5))
    assert workflow.jobs(palette) == []
