import pytest

from scripts.running import digests


@pytest.fixture
def scripts(tmp_path, monkeypatch):
    """A folder of modules: step imports helper, which imports deep and deeper; other nothing."""
    folder = tmp_path / "scripts"
    (folder / "parts").mkdir(parents=True)
    for name, text in {
        "step": "def run():\n    from scripts.helper import help\n",
        "helper": "try:\n    import os\nexcept OSError:\n    from scripts import deep\n",
        "deep": "match 1:\n    case 1:\n        from scripts.parts import deeper\n",
        "parts/deeper": "from . import beside\nfrom .. import above\n",
        "parts/beside": "class A:\n    if True:\n        import scripts.parts.deepest, json\n",
        "parts/deepest": "VALUE = 1\n",
        "above": "VALUE = 2\n",
        "other": "import json\n",
    }.items():
        (folder / f"{name}.py").write_text(text)
    monkeypatch.setattr(digests, "SCRIPTS", folder)
    return folder


def digest(module):
    digests.code_digest.cache_clear()
    digests._imported.cache_clear()
    return digests.code_digest(module)


@pytest.mark.parametrize(
    ("edited", "changes"),
    [
        ("step", True),
        ("helper", True),
        ("deep", True),
        ("parts/deeper", True),
        ("parts/beside", True),
        ("parts/deepest", True),
        ("above", True),
        ("other", False),
    ],
)
def test_an_edit_changes_the_digest_of_the_modules_that_use_it(scripts, edited, changes):
    before = digest("step")
    with (scripts / f"{edited}.py").open("a") as file:
        file.write("# more\n")
    assert (digest("step") != before) is changes


def test_a_touch_changes_nothing(scripts):
    before = digest("step")
    (scripts / "step.py").touch()
    assert digest("step") == before


def test_the_digest_of_files_depends_on_names_and_contents_but_not_on_the_order(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")
    before = digests.files_digest([one, two])
    assert digests.files_digest([two, one]) == before
    one.write_text("2")
    two.write_text("1")
    assert digests.files_digest([one, two]) != before
