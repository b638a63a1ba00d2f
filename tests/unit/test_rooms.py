"""The rooms of scripts/: no import runs upwards between them, or in a circle."""

import ast
from importlib.util import resolve_name
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
FLOORS = [
    ["common"],
    ["colour", "running"],
    ["sample"],
    ["collections"],
    ["images"],
    ["palettes"],
    ["groups"],
    ["exports", "page"],
    ["studies"],
]
"""The rooms from the ground up. A room uses those below its floor, and none beside it."""
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
OUTSIDE = {"snakemake", "tests", "tools"}
"""What uses scripts/, and is used by none of its modules."""


def modules_in(scripts):
    """Return the files of the modules in the folder `scripts`, by their dotted names."""
    return {
        ".".join(file.relative_to(scripts.parent).with_suffix("").parts): file
        for file in sorted(scripts.rglob("*.py"))
    }


def imports_in(modules):
    """Return the dotted names that each of `modules` imports, anywhere in it, sorted.

    `from a import b` is a.b if that is a module or a folder of some, or else a.
    """
    known = {
        ".".join(parts[:end]) for parts in map(_parts, modules) for end in range(len(parts) + 1)
    }
    imports = {}
    for module, file in modules.items():
        names = set()
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                relative = "." * node.level + (node.module or "")
                source = resolve_name(relative, module.rpartition(".")[0])
                inside = {f"{source}.{alias.name}" for alias in node.names}
                names |= inside & known or {source}
        imports[module] = sorted(names)
    return imports


def pairs(imports):
    """Return each module of `imports` with each name in a room of scripts/ that it imports."""
    return [
        (module, name)
        for module, names in imports.items()
        for name in names
        if name.startswith("scripts.")
    ]


def room_of(name):
    """Return the room of what is in scripts/."""
    return _parts(name)[1]


def runs_up(module, imported):
    """Tell whether `imported` is in a room that the room of `module` may not use."""
    room, other = room_of(module), room_of(imported)
    return room != other and FLOOR_OF[room] <= FLOOR_OF[other]


def leads_back(module, imported, imports):
    """Tell whether `imported` imports `module`, directly or through others."""
    found, pending = set(), [imported]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += imports.get(name, [])
    return module in found


def _parts(name):
    return name.split(".")


IMPORTS = imports_in(modules_in(SCRIPTS))
each_import = pytest.mark.parametrize(
    ("module", "imported"), pairs(IMPORTS), ids=lambda name: name.removeprefix("scripts.")
)


@pytest.mark.parametrize("module", IMPORTS)
def test_every_module_is_in_a_room_that_has_its_floor(module):
    assert len(_parts(module)) > 2
    assert room_of(module) in FLOOR_OF


@pytest.mark.parametrize("room", FLOOR_OF)
def test_every_room_is_there(room):
    assert room in map(room_of, IMPORTS)


@each_import
def test_no_import_runs_up(module, imported):
    assert not runs_up(module, imported)


@each_import
def test_no_import_leads_back(module, imported):
    assert not leads_back(module, imported, IMPORTS)


@pytest.mark.parametrize("module", IMPORTS)
def test_no_module_imports_what_uses_it(module):
    assert [name for name in IMPORTS[module] if _parts(name)[0] in OUTSIDE] == []


@pytest.fixture
def rooms(tmp_path):
    """The imports of a made-up scripts/, with every form of import and both faults."""
    for path, text in {
        "common/ground": "import os.path\n",
        "colour/hue": "from scripts.common.ground import stand\n",
        "images/read": "def read():\n    from scripts.palettes import pick, tone\n",
        "palettes/pick": "from scripts.palettes.tone import X\nimport scripts.colour.hue as h\n",
        "palettes/tone": "if True:\n    from . import far\n",
        "palettes/far": "from .pick import pick\nfrom ..common import ground, nothing\n",
        "running/work": "from scripts import colour\nfrom snakemake import api\n",
        "studies/parts/sheet": "from ...palettes import pick\nfrom json import dumps\n",
    }.items():
        file = tmp_path / "scripts" / f"{path}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return imports_in(modules_in(tmp_path / "scripts"))


def test_imports_are_found_in_every_form(rooms):
    assert rooms == {
        "scripts.common.ground": ["os.path"],
        "scripts.colour.hue": ["scripts.common.ground"],
        "scripts.images.read": ["scripts.palettes.pick", "scripts.palettes.tone"],
        "scripts.palettes.pick": ["scripts.colour.hue", "scripts.palettes.tone"],
        "scripts.palettes.tone": ["scripts.palettes.far"],
        "scripts.palettes.far": ["scripts.common.ground", "scripts.palettes.pick"],
        "scripts.running.work": ["scripts.colour", "snakemake"],
        "scripts.studies.parts.sheet": ["json", "scripts.palettes.pick"],
    }


def test_just_what_runs_up_or_beside_is_told(rooms):
    assert [pair for pair in pairs(rooms) if runs_up(*pair)] == [
        ("scripts.images.read", "scripts.palettes.pick"),
        ("scripts.images.read", "scripts.palettes.tone"),
        ("scripts.running.work", "scripts.colour"),
    ]


def test_just_what_is_part_of_a_circle_is_told(rooms):
    assert {pair for pair in pairs(rooms) if leads_back(*pair, rooms)} == {
        ("scripts.palettes.pick", "scripts.palettes.tone"),
        ("scripts.palettes.tone", "scripts.palettes.far"),
        ("scripts.palettes.far", "scripts.palettes.pick"),
    }
