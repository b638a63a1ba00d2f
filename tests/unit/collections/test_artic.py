import pytest

from scripts.collections.museums import artic as module
from scripts.collections.web import Web
from scripts.common.errors import InputError
from tests.server import SETTINGS
from tests.services import artic, is_painting_by

WEB = SETTINGS | {"max_bytes": 10_000_000}
AGENTS = [
    {"id": 35809, "title": "Claude Monet"},
    {"id": 7, "title": "Claude Lorrain"},
    {"id": 8, "title": "Claude-Monet"},
]


def artwork(number, **other):
    return {
        "id": number,
        "title": f"Painting {number}",
        "artist_id": 35809,
        "artist_title": "Claude Monet",
        "artwork_type_id": 1,
        "date_display": "1890/91",
        "date_start": 1890,
        "date_end": 1891,
        "image_id": f"0-{number}",
        "is_public_domain": True,
        "medium_display": "Oil on canvas",
        **other,
    }


@pytest.fixture
def ask(server):
    """Return a function that gives the paintings of a painter among artworks, by ID."""

    def ask(artworks, painter="claude-monet"):
        def is_alike(query, agent):
            return query["q"].split()[0] in agent["title"].lower()

        website = "https://artic.example"
        server.answers["/api/agents/search"] = [artic(AGENTS, is_alike, website)]
        server.answers["/api/artworks/search"] = [artic(artworks, is_painting_by, website)]
        api = f"{server.address}/api"
        paintings, lines = module.find_paintings(painter, Web(**WEB), api=api)
        return {painting["image_id"]: painting for painting in paintings}, lines

    return ask


def test_a_painting_of_the_art_institute_becomes_a_row(ask, server):
    title = "Stacks of Wheat <em>(End of Summer)</em> &amp; more"
    assert ask([artwork(64818, title=title)])[0] == {
        "artic-64818": {
            "image_id": "artic-64818",
            "source": "https://artic.example/iiif/2/0-64818/full/843,/0/default.jpg",
            "title": "Stacks of Wheat (End of Summer) & more",
            "date": "1890/91",
            "year": 1890,
            "artist": "Claude Monet",
            "link": "https://artic.example/artworks/64818",
            "licence": "public domain",
            "collection": "Art Institute of Chicago",
            "materials": "Oil on canvas",
        }
    }
    assert "palettes (me@example.org)" in server.headers["/api/artworks/search"]["AIC-User-Agent"]


def test_only_paintings_with_an_image_by_those_of_the_name_are_taken(ask):
    artworks = [
        artwork(1),
        artwork(2, artist_id=8),
        artwork(3, artist_id=7),
        artwork(4, artwork_type_id=18),
        artwork(5, image_id=None),
    ]
    assert set(ask(artworks)[0]) == {"artic-1", "artic-2"}


@pytest.mark.parametrize(
    ("first", "last", "year"),
    [
        (1890, 1890, 1890),
        (1890, None, 1890),
        (1890, 0, 1890),
        (1890, 1880, 1890),
        (0, 0, None),
        (-500, -499, -500),
        (1890, 1898, 1890),
        (1890, 1899, None),
        (1801, 1900, None),
        (None, None, None),
    ],
)
def test_a_date_counts_if_it_is_narrower_than_a_decade(ask, first, last, year):
    paintings, _ = ask([artwork(1, date_start=first, date_end=last)])
    assert paintings["artic-1"]["year"] == year


def test_what_is_not_in_the_public_domain_has_no_licence(ask):
    assert ask([artwork(1, is_public_domain=False)])[0]["artic-1"]["licence"] is None


def test_all_pages_are_read(ask, server):
    assert len(ask([artwork(number) for number in range(201)])[0]) == 201
    assert server.requests["/api/artworks/search"] == 3


def test_a_painter_whom_the_museum_does_not_have_is_told_with_those_alike(ask):
    with pytest.raises(InputError, match="no painter claude-manet; the most like it: claude-monet"):
        ask([], "claude-manet")
    with pytest.raises(InputError, match="no painter banksy; the most like it: none"):
        ask([], "banksy")


def test_an_odd_artwork_is_left_out_and_named(ask):
    odd = artwork(7, title="odd", date_start="1890", date_end=1900)
    paintings, lines = ask([artwork(6), odd, artwork(8, title=None)])
    assert set(paintings) == {"artic-6", "artic-8"}
    assert paintings["artic-8"]["title"] == ""
    (line,) = lines
    assert line.startswith("1 painting not of the form known, left out: artic-7 (TypeError")
