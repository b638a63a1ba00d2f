import json
import re
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from scripts.colour.names import GREYS, HUES, colour_names
from scripts.page.language import (
    BESIDE,
    LEANS,
    SHADES,
    kind_of,
    read_words,
    told,
    translated_name,
)

PAGE = Path(__file__).parents[3] / "page"
SCRIPTS = PAGE.parent / "scripts" / "page"
WORDS = json.loads((PAGE / "words.json").read_text(encoding="utf-8"))
LANGUAGES = ("en", "de", "fr")
FAMILIES = ("colour", "term", "lean", "shade", "beside", "pixels", "weighted", "lead", "help")


def every_name():
    """Yield each name that names.py may tell."""
    besides = ("", *(f", {beside}" for beside in BESIDE))
    for shade, lean, term in product(("", *SHADES), ("", *LEANS), (*HUES, *GREYS)):
        for beside in besides:
            yield " ".join(filter(None, (shade, lean, term))) + beside


def forms(text):
    return [text] if isinstance(text, str) else list(text.values())


@pytest.mark.parametrize("name", WORDS)
def test_a_word_says_the_same_in_each_language(name):
    assert tuple(WORDS[name]) == LANGUAGES
    for told_so in zip(*map(forms, WORDS[name].values()), strict=True):
        values = {tuple(sorted(re.findall(r"\{(\w+)\}", text))) for text in told_so}
        # A decade is named by its first year, or by its first and its last.
        assert len(values) == 1 or name in ("decade", "decade_bc")
        assert len({text == "" for text in told_so}) == 1


def test_every_word_is_used():
    sources = [*PAGE.glob("src/**/*.js"), PAGE / "template.html", *SCRIPTS.glob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r"[$\"'](\w+)", text))
    assert [name for name in WORDS if name not in used and name.split("_")[0] not in FAMILIES] == []


def test_english_names_of_colours_stay_as_they_are():
    words = read_words(PAGE / "words.json", "en")
    assert [name for name in every_name() if translated_name(words, name) != name] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_names_of_colours_stay_two(language):
    words = read_words(PAGE / "words.json", language)
    names = list(every_name())
    assert len({translated_name(words, name) for name in names}) == len(names)


def test_whatever_a_colour_is_called_has_a_kind_and_other_names():
    english, german = (read_words(PAGE / "words.json", language) for language in ("en", "de"))
    rng = np.random.default_rng(7)
    for _ in range(60):
        for name in colour_names(rng.integers(0, 256, (8, 3))):
            assert kind_of(english, name) == name.split(",")[0].split()[-1]
            assert translated_name(german, name)


def test_names_follow_the_grammar_of_a_language():
    german, french = (read_words(PAGE / "words.json", language) for language in ("de", "fr"))
    name = "dark reddish brown, the darker"
    assert translated_name(german, name) == "dunkles rötliches Braun, das dunklere"
    assert translated_name(french, name) == "brun rougeâtre foncé, le plus foncé"
    assert translated_name(french, "blue") == "bleu"


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "1 image could not be read", "1,200 images could not be read"),
        ("de", "1 Bild konnte nicht gelesen werden", "1.200 Bilder konnten nicht gelesen werden"),
        ("fr", "1 image n\u2019a pu être lue", "1\u202f200 images n\u2019ont pu être lues"),
    ],
)
def test_numbers_are_written_as_the_language_does(language, one, many):
    words = read_words(PAGE / "words.json", language)
    assert told(words, "unreadable", n=1) == one
    assert told(words, "unreadable", n=1200) == many
