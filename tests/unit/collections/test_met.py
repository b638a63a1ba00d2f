import pytest

from scripts.collections.museums import met as module
from scripts.collections.web import Web
from scripts.common.errors import InputError
from tests.server import SETTINGS
from tests.services import met

WEB = SETTINGS | {"max_bytes": 10_000_000}
IMAGES = "https://images.metmuseum.example/CRDImages/ep"


def an_object(number, **other):
    return {
        "objectID": number,
        "isHighlight": False,
        "isPublicDomain": True,
        "primaryImage": f"{IMAGES}/original/{number}.jpg",
        "primaryImageSmall": f"{IMAGES}/web-large/{number}.jpg",
        "department": "European Paintings",
        "objectName": "Painting",
        "title": f"Painting {number}",
        "artistDisplayName": "Claude Monet",
        "objectDate": "1865-67",
        "objectBeginDate": 1865,
        "objectEndDate": 1867,
        "medium": "Oil on canvas",
        "objectURL": f"https://www.metmuseum.example/art/collection/search/{number}",
        "classification": "Paintings",
        **other,
    }


@pytest.fixture
def ask(server):
    """Return a function that gives the paintings among objects of The Met, by ID, and lines."""

    def ask(*objects, painter="claude-monet", gone=()):
        by_number = {found["objectID"]: found for found in objects} | dict.fromkeys(gone)
        for path, answer in met(by_number).items():
            server.answers[f"/v1{path}"] = [answer]
        paintings, lines = module.find_paintings(painter, Web(**WEB), api=f"{server.address}/v1")
        return {painting["image_id"]: painting for painting in paintings}, lines

    return ask


def test_a_painting_becomes_a_row(ask):
    assert ask(an_object(437133, title="Garden at Sainte-Adresse")) == (
        {
            "met-437133": {
                "image_id": "met-437133",
                "source": f"{IMAGES}/web-large/437133.jpg",
                "title": "Garden at Sainte-Adresse",
                "date": "1865-67",
                "year": 1865,
                "artist": "Claude Monet",
                "link": "https://www.metmuseum.example/art/collection/search/437133",
                "licence": "public domain",
                "collection": "European Paintings",
                "materials": "Oil on canvas",
            }
        },
        [],
    )


def test_what_is_by_others_or_not_there_or_odd_is_left_out(ask, server):
    objects = [an_object(1), an_object(2, artistDisplayName="Édouard Manet"), an_object(4)]
    del objects[2]["title"]
    paintings, lines = ask(*objects, gone=[3])
    assert set(paintings) == {"met-1"}
    assert lines == [
        "1 painting not of the form known, left out: met-4 (KeyError: 'title')",
        "1 object not there, left out: 3",
    ]
    assert server.requests["/v1/objects/3"] == 1


def test_a_painter_whom_the_museum_does_not_have_is_told_with_those_alike(ask):
    with pytest.raises(InputError, match="no painter claude; the most like it: claude-monet"):
        ask(an_object(1), painter="claude")
    with pytest.raises(InputError, match="met: no paintings with images by banksy"):
        ask(painter="banksy")
