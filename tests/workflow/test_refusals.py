"""Bad input: one line that says what to mend, and nothing lost."""

import pytest


def test_a_typo_in_the_config_names_the_nearest_key(workflow):
    workflow.edit("config.yaml", "thumbnail:", "thumbnial:")
    assert "unknown key thumbnial, did you mean thumbnail?" in workflow.refusal()


def test_a_bad_value_on_the_command_line_names_the_key(workflow):
    said = workflow.refusal("--config", "palette={ks: [0]}")
    assert "palette.ks[0] is 0; allowed: a whole number from 1 to 64" in said


def test_a_bad_row_is_named(workflow):
    workflow.edit("paintings.tsv", "1871", "about 1871")
    assert workflow.refusal().startswith("paintings.tsv row 3: year is 'about 1871'")


def test_a_folder_without_images_is_refused(workflow, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "empty: no images" in workflow.refusal("--config", f"collection={tmp_path / 'empty'}")


def test_an_image_that_is_not_in_the_collection_is_named(workflow):
    assert workflow.refusal("results/palettes/k3/z.json") == "no image z in paintings.tsv"


@pytest.fixture
def broken(unbuilt):
    """A workflow in which image b has become a web page."""
    (unbuilt.folder / "b.png").write_text("<html></html>")
    return unbuilt


def test_with_k_all_but_the_broken_image_is_made(broken):
    done = broken.run("-j2", "-k")
    assert done.returncode != 0
    assert (
        "b: cannot read b.png: not an image of a known kind; it begins with '<html>" in done.stderr
    )
    assert "Traceback" not in done.stderr
    assert (broken.folder / "results/palettes/k5/a.json").is_file()
    assert (broken.folder / "results/palettes/k5/c.json").is_file()
    assert not (broken.folder / "results/palettes_k5.json").exists()
    assert "Traceback" in (broken.folder / "results/logs/thumbnails/b.log").read_text()


def test_the_run_completes_when_the_broken_image_is_excluded(broken):
    assert broken.run("-j2", "-k").returncode != 0
    broken.edit("config.yaml", "exclude: []", "exclude: [b]")
    assert [job for job in broken.jobs() if "image=" in job] == []
    broken.build()
    assert "Painting b" not in (broken.folder / "results/index.html").read_text()


def test_the_run_completes_when_the_broken_image_is_removed_from_the_table(broken):
    assert broken.run("-j2", "-k").returncode != 0
    broken.edit("paintings.tsv", "b\tb.png\tPainting b\t1871\n", "")
    broken.build()
    assert "Painting b" not in (broken.folder / "results/index.html").read_text()
