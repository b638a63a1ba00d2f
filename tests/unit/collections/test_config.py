import inspect
from pathlib import Path

import pytest
import yaml

from scripts.collections.config import USED, read_config, settings_of_museum, studied
from scripts.common.errors import InputError
from scripts.common.schema import load_schema
from scripts.images.enhance import METHODS

ROOT = Path(__file__).parents[3]
DEFAULTS = {
    "artic": {"api": "https://api.artic.edu/api/v1"},
    "collection": "sample",
    "columns": {},
    "download": {
        "allow_loopback": False,
        "backoff": 1,
        "contact": "",
        "deadline": 300,
        "max_bytes": 50_000_000,
        "rate": 1,
        "retries": 5,
        "timeout": 30,
    },
    "enhance": {"amount": 0.2, "method": "color_balance"},
    "exclude": [],
    "facets": None,
    "montage": {"order": "year"},
    "on_unreadable": "fail",
    "page": {
        "about": "",
        "address": "",
        "k": 5,
        "language": "en",
        "pictures": 1024,
        "title": "Palettes",
    },
    "palette": {
        "algorithm": "fast",
        "colour": "mean",
        "distinct": 0,
        "ks": [3, 5, 8],
        "order": "share",
        "space": "lab_2_1",
        "weight": "prominence",
    },
    "names": "",
    "people": "",
    "rows": {},
    "studies": [],
    "thumbnail": {"backdrop": "keep", "crop": 0, "most_megapixels": 179, "size": 256},
    "cleveland": {"api": "https://openaccess-api.clevelandart.org/api"},
    "met": {"api": "https://collectionapi.metmuseum.org/public/collection/v1"},
    "iiif": {"canvases": "first", "languages": ["en"], "most": 1000, "width": 1024},
    "wikidata": {
        "commons": "https://commons.wikimedia.org",
        "languages": ["en"],
        "query_service": "https://query.wikidata.org/sparql",
        "width": 960,
    },
}


def test_what_is_left_out_takes_its_default():
    assert read_config({}) == DEFAULTS
    assert read_config({"palette": {"ks": [5]}})["palette"] == DEFAULTS["palette"] | {"ks": [5]}


def test_the_shipped_config_holds_every_key_with_its_default():
    shipped = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    sections = load_schema("config")["properties"]
    assert shipped == {
        name: {key: knob["default"] for key, knob in section["properties"].items()}
        if "properties" in section
        else section["default"]
        for name, section in sections.items()
    }
    assert read_config(shipped) == DEFAULTS


@pytest.mark.parametrize(
    ("section", "given", "used"),
    [
        ("enhance", {"method": "none", "amount": 1}, {"method": "none"}),
        ("enhance", {"method": "chroma_filter"}, {"min_chroma": 0.3, "min_value": 0.1}),
        ("enhance", {"method": "saturation_filter"}, {"min_saturation": 0.8}),
        ("enhance", {"method": "hsl_saturation", "min_value": 0.5}, {"amount": 0.2}),
        ("palette", {"algorithm": "fast", "seed": 7}, DEFAULTS["palette"]),
        ("palette", {"algorithm": "kmeans++"}, DEFAULTS["palette"] | {"restarts": 10, "seed": 0}),
    ],
)
def test_settings_that_the_choice_does_not_use_are_left_out(section, given, used):
    assert read_config({section: given})[section] == used | {
        key: value for key, value in given.items() if key in ("method", "algorithm")
    }


def test_what_is_used_is_what_the_functions_take():
    for method, settings in USED["enhance"]["method"].items():
        _, *names = inspect.signature(METHODS[method]).parameters
        assert names == settings


def test_the_order_of_keys_does_not_matter():
    turned = {"amount": 0.3, "method": "color_balance"}
    straight = dict(reversed(turned.items()))
    assert repr(read_config({"enhance": turned})) == repr(read_config({"enhance": straight}))


def test_numbers_may_come_as_text_as_from_the_command_line():
    given = {
        "palette": {"ks": ["4", "5"]},
        "enhance": {"amount": "0.25"},
        "download": {"allow_loopback": "true", "contact": "1"},
    }
    config = read_config(given)
    assert config["palette"]["ks"] == [4, 5]
    assert config["enhance"]["amount"] == 0.25
    assert config["download"]["allow_loopback"] is True
    assert config["download"]["contact"] == "1"


def test_a_whole_number_is_whole_however_it_is_written():
    assert repr(read_config({"palette": {"ks": [5.0]}})["palette"]["ks"]) == "[5]"


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"colection": "x"}, ["unknown key colection", "did you mean collection"]),
        ({"palette": {"k": 5}}, ["palette", "unknown key k", "did you mean ks"]),
        ({"thumbnail": {"size": "big"}}, ["thumbnail.size", "'big'", "16 to 4096"]),
        ({"thumbnail": {"size": 15}}, ["thumbnail.size", "15", "16 to 4096"]),
        ({"thumbnail": 256}, ["thumbnail", "256"]),
        ({"enhance": {"method": "sepia"}}, ["enhance.method", "'sepia'", "color_balance"]),
        ({"enhance": {"amount": -1}}, ["enhance.amount", "-1", "0 to 5"]),
        ({"palette": {"ks": []}}, ["palette.ks", "[]", "1 to 64"]),
        ({"palette": {"ks": [5, 5]}}, ["palette.ks", "[5, 5]", "once"]),
        ({"palette": {"ks": [5, 65]}}, ["palette.ks[1]", "65", "1 to 64"]),
        ({"palette": {"ks": [True, 5]}}, ["palette.ks[0]", "True"]),
        ({"iiif": {"canvases": "some"}}, ["iiif.canvases", "'some'", "first, all"]),
        ({"iiif": {"monet": "museum.example"}}, ["iiif.monet", "address of a manifest"]),
        ({"wikidata": {"width": 1024}}, ["wikidata.width is 1024", "500, 960, 1280, 1920, 3840"]),
        ({"wikidata": {"languages": ["French"]}}, ["wikidata.languages[0]", "such as fr"]),
        ({"wikidata": {"commons": "ftp://a"}}, ["wikidata.commons", "'ftp://a'"]),
        ({"download": {"rate": 0}}, ["download.rate", "0", "more than 0"]),
        ({"download": {"contact": "Zoë"}}, ["download.contact", "'Zoë'", "ASCII"]),
        ({"exclude": None}, ["exclude", "None", "IDs"]),
        ({"page": {"k": 4}}, ["page.k", "4", "[3, 5, 8]"]),
    ],
)
def test_a_bad_config_is_refused_in_one_line_that_names_the_key(config, words):
    with pytest.raises(InputError) as refusal:
        read_config(config)
    message = str(refusal.value)
    assert message.startswith("config: ")
    assert "\n" not in message
    assert [word for word in words if word not in message] == []


@pytest.mark.parametrize(
    "config",
    [
        {"collection": "K\udcfcnstler"},
        {"page": {"title": "K\udcfcnstler"}},
        {"exclude": ["a", "K\udcfcnstler"]},
    ],
)
def test_bytes_that_are_not_understood_are_refused_and_can_be_printed(config):
    with pytest.raises(InputError, match=r"K.nstler, which Python took for utf-8") as refusal:
        read_config(config)
    str(refusal.value).encode()


def test_the_images_to_examine_are_those_named_or_the_first_two():
    named = read_config({"studies": ["c", "a"]})
    assert studied(named, ["a", "b", "c"]) == ["c", "a"]
    assert studied(read_config({}), ["a", "b", "c"]) == ["a", "b"]
    assert studied(read_config({}), ["a"]) == ["a"]
    with pytest.raises(InputError, match="studies has c; allowed: IDs of sample"):
        studied(named, ["a", "b"])


def test_a_museums_settings_are_its_section():
    config = read_config({"wikidata": {"languages": ["fr"]}})
    assert settings_of_museum("wikidata", "Q296", config)["languages"] == ["fr"]
    with pytest.raises(InputError, match=r"no museum louvre; allowed: artic, .*iiif, .*wikidata"):
        settings_of_museum("louvre", "monet", config)


def test_a_table_depends_on_its_own_address_and_on_no_other():
    addresses = {"a": "https://museum.example/a", "b": "https://museum.example/b"}
    config = read_config({"iiif": {"canvases": "all"} | addresses})
    settings = settings_of_museum("iiif", "a", config)
    assert settings.items() >= {"canvases": "all", "a": addresses["a"]}.items()
    assert "b" not in settings
