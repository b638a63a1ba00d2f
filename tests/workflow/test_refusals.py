"""Bad input: one line that says what to mend, and nothing lost."""

import pytest


def test_a_typo_in_the_config_names_the_nearest_key(workflow):
    workflow.edit("config.yaml", "thumbnail:", "thumbnial:")
    assert "unknown key thumbnial, did you mean thumbnail?" in workflow.refusal()


def test_a_bad_value_on_the_command_line_names_the_key(workflow):
    said = workflow.refusal("--config", "palette={ks: [0]}")
    assert "palette.ks[0] is 0; allowed: a whole number from 1 to 64" in said


def test_a_header_without_images_is_refused_with_a_block_to_paste(workflow):
    workflow.edit("paintings.tsv", "image_id\tsource\ttitle", "No\tBild\tTitel")
    said = workflow.refusal()
    assert said.startswith("paintings.tsv: none of the columns No, Bild, Titel, year is known to")
    block = said.partition("in config.yaml ")[2]
    assert block == "columns: {source: Bild, title: Titel}"
    workflow.edit("config.yaml", "columns: {} ", f"{block}\n")
    workflow.build()


def test_what_is_left_out_of_a_table_is_told_once_and_stops_nothing(workflow):
    workflow.edit("paintings.tsv", "a\ta.png\tPainting a\t1870", "a\ta.png\tPainting a\tlong ago")
    workflow.edit("paintings.tsv", "b.png", "gone.png")
    done = workflow.run("-j2")
    assert done.returncode == 0
    for line in (
        "paintings.tsv: 1 row with an image that is not there, left out (row 3 gone.png)",
        "paintings.tsv: 1 row with a date that cannot be read, undated (row 2 long ago)",
    ):
        assert done.stderr.count(line) == 1
    assert "left out" not in workflow.run("-j2", "--quiet", "all").stderr


def test_an_unknown_facet_is_refused_with_the_near_column(workflow):
    said = workflow.refusal("--config", "facets=[titel]")
    assert said.startswith("paintings.tsv: facets: unknown column titel, did you mean title?")


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
