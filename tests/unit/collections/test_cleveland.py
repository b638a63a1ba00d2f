# ruff: noqa: RUF001 - the museum writes dates with these signs
import pytest

from scripts.collections.museums import cleveland as module
from scripts.collections.web import Web
from scripts.common.errors import InputError
from tests.server import SETTINGS
from tests.services import cleveland

WEB = SETTINGS | {"max_bytes": 10_000_000}


def artwork(number, maker="Claude Monet (French, 1840–1926)", **other):
    return {
        "id": number,
        "accession_number": f"1958.{number}",
        "share_license_status": "CC0",
        "title": f"Painting {number}",
        "creation_date": "1885–86",
        "creation_date_earliest": 1885,
        "creation_date_latest": 1886,
        "creators": [{"id": 1, "description": maker, "role": "artist"}] if maker else [],
        "technique": "oil on fabric",
        "department": "Modern European Painting and Sculpture",
        "type": "Painting",
        "images": {"web": {"url": f"https://cdn.example/{number}_web.jpg", "width": "893"}},
        "url": f"https://clevelandart.example/art/1958.{number}",
        **other,
    }


@pytest.fixture
def ask(server):
    """Return a function that gives the paintings among artworks of Cleveland, by ID, and lines."""

    def ask(artworks, painter="claude-monet"):
        server.answers["/api/artworks/"] = [cleveland(artworks)]
        api = f"{server.address}/api"
        paintings, lines = module.find_paintings(painter, Web(**WEB), api=api)
        return {painting["image_id"]: painting for painting in paintings}, lines

    return ask


def test_a_painting_becomes_a_row(ask):
    assert ask([artwork(39, title="Low Tide at Pourville")]) == (
        {
            "cleveland-39": {
                "image_id": "cleveland-39",
                "source": "https://cdn.example/39_web.jpg",
                "title": "Low Tide at Pourville",
                "date": "1885–86",
                "year": 1885,
                "artist": "Claude Monet",
                "link": "https://clevelandart.example/art/1958.39",
                "licence": "CC0",
                "collection": "Modern European Painting and Sculpture",
                "materials": "oil on fabric",
            }
        },
        [],
    )


def test_what_is_by_others_or_odd_is_left_out(ask):
    artworks = [
        artwork(1),
        artwork(2, "Follower of Claude Monet (French)"),
        artwork(3, images={}),
        artwork(4, None, title="After Claude Monet"),
    ]
    paintings, lines = ask(artworks)
    assert set(paintings) == {"cleveland-1"}
    assert lines == ["1 painting not of the form known, left out: cleveland-3 (KeyError: 'web')"]


def test_all_pages_are_read(ask, server):
    assert len(ask([artwork(number) for number in range(201)])[0]) == 201
    assert server.requests["/api/artworks/"] == 3


def test_a_painter_whom_the_museum_does_not_have_is_told_with_those_alike(ask):
    with pytest.raises(InputError, match="no painter claude; the most like it: claude-monet"):
        ask([artwork(1)], "claude")
    assert ask([], "banksy") == ({}, [])
