import pytest

from scripts.common.errors import InputError
from scripts.groups.members import find_groups, two_groups


def image(year, *artists, medium="oil"):
    return {"year": year, "facets": {"artist": list(artists), "medium": [medium]}}


IMAGES = [
    image(1871, "Émile Zola_B"),
    image(1879, "Émile Zola_B", "Ada"),
    image(1880, "Ada"),
    image(None, "Bea", medium="pastel on paper"),
    image(-495, "Bea"),
]


def test_groups_are_all_then_facets_in_order_then_decades():
    found = [(group.facet, group.value, group.members) for group in find_groups(IMAGES)]
    assert found == [
        ("all", "all", [0, 1, 2, 3, 4]),
        ("artist", "Ada", [1, 2]),
        ("artist", "Bea", [3, 4]),
        ("artist", "Émile Zola_B", [0, 1]),
        ("medium", "oil", [0, 1, 2, 4]),
        ("medium", "pastel on paper", [3]),
        ("decade", "500-491 BC", [4]),
        ("decade", "1870s", [0, 1]),
        ("decade", "1880s", [2]),
    ]
    assert find_groups([]) == []


@pytest.mark.parametrize(
    ("a", "b", "members"),
    [
        ("bea", "rest", [[3, 4], [0, 1, 2]]),
        ("rest", "bea", [[0, 1, 2], [3, 4]]),
        ("ada", "emile-zola-b", [[2], [0]]),
        ("1870s", "rest", [[0, 1], [2, 4]]),
        ("500-491-bc", "rest", [[4], [0, 1, 2]]),
        ("pastel-on-paper", "1880s", [[3], [2]]),
    ],
)
def test_two_groups_share_nothing(a, b, members):
    assert [group.members for group in two_groups(IMAGES, a, b)] == members


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("aba", "rest", "no group aba; of 8 that are there: "),
        ("ada", "all", "no group all; of 8 that are there: "),
        ("ada", "ada", "a group is compared with another one, not ada with itself"),
        ("oil", "ada", "Ada has no paintings of its own beside oil and ada"),
    ],
)
def test_what_cannot_be_compared_is_told(a, b, told):
    with pytest.raises(InputError) as raised:
        two_groups(IMAGES, a, b)
    assert str(raised.value).startswith(told)
