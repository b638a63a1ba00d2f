"""The workflow's configuration, checked and complete."""

import json
import os
import sys
from contextlib import suppress
from itertools import chain
from pathlib import Path

import yaml

from scripts.common.errors import InputError
from scripts.common.schema import load_schema, validate

# What a method or algorithm uses of its section, besides what all of them use: a value that
# nothing uses must not make anything run again.
USED = {
    "enhance": {
        "method": {
            "none": [],
            "color_balance": ["amount"],
            "hsl_saturation": ["amount"],
            "chroma_filter": ["min_chroma", "min_value"],
            "saturation_filter": ["min_saturation"],
        }
    },
    "palette": {
        "algorithm": {
            "fast": [],
            "kmeans++": ["restarts", "seed"],
            "farthest_first": ["restarts", "seed"],
        }
    },
}


def read_config(config, typed=()):
    """Return `config` (a nested dict) with every default filled in, keys sorted, plain types.

    Settings that the chosen method or algorithm does not use are left out. `typed` are the same
    settings as texts, a dict for each file (see typed_texts): 0042 and no are IDs where IDs stand.

    Raises InputError if a key or value is not as schemas/config.schema.yaml allows.
    """
    checked = _complete(config, typed)
    ks, k = checked["palette"]["ks"], checked["page"]["k"]
    if k not in ks:
        raise InputError(f"config: page.k is {k}; allowed: one of palette.ks, {ks}")
    used = {name: _used(section, USED.get(name, {})) for name, section in checked.items()}
    return _plain(used)


def typed_texts(paths_to_configs):
    """Return what stands in YAML files, a dict each, with all values as the texts they are."""
    files = (Path(path).read_text(encoding="utf-8") for path in paths_to_configs)
    return [yaml.load(text, yaml.BaseLoader) or {} for text in files]


def enhancements(config):
    """Return the settings of images.enhance with each of its methods, as `config` has them.

    Raises InputError as `read_config` does.
    """
    enhance = _complete({"enhance": config.get("enhance", {})})["enhance"]
    methods = USED["enhance"]["method"].items()
    return _plain(
        [{"method": method} | {n: enhance[n] for n in names} for method, names in methods]
    )


def settings_of_museum(museum, painter, config):
    """Return what of a checked `config` the table of a `painter` in a `museum` depends on.

    It is the museum's section, without names that a person gave in it to other than the painter.

    Raises InputError if there is no such museum.
    """
    if museum not in museums():
        raise InputError(f"no museum {museum}; allowed: {', '.join(museums())}")
    keys = {*load_schema("config")["properties"][museum]["properties"], painter}
    return {key: value for key, value in config[museum].items() if key in keys}


def museums():
    """Return the names of the modules in scripts/collections/museums/, sorted."""
    return sorted(file.stem for file in Path(__file__).with_name("museums").glob("*.py"))


def studied(config, image_ids):
    """Return the IDs of the images to examine: those that `config` names, or else the first two.

    Raises InputError if one that it names is not among `image_ids`.
    """
    for image_id in config["studies"]:
        if image_id not in image_ids:
            allowed = f"IDs of {config['collection']}"
            raise InputError(f"config: studies has {image_id}; allowed: {allowed}")
    return config["studies"] or image_ids[:2]


def _complete(config, typed=()):
    """Return `config` with its types mended and every default filled in."""
    _check_texts(config, "config")
    config = _with_types(config, load_schema("config"), typed, "")
    # Twice: the second pass fills the defaults of the sections that the first one added.
    return validate(validate(config, "config", "config"), "config", "config")


def _check_texts(value, where):
    """Raise InputError if a text in `value`, in any depth, holds bytes that were not understood."""
    if isinstance(value, dict):
        for key, item in value.items():
            _check_texts(key, where)
            _check_texts(item, f"{where}: {key}" if where == "config" else f"{where}.{key}")
    elif isinstance(value, list):
        for item in value:
            _check_texts(item, where)
    elif isinstance(value, str) and value.encode(errors="replace").decode() != value:
        shown = os.fsencode(value).decode(errors="replace")
        raise InputError(
            f"{where} is {shown}, which Python took for {sys.getfilesystemencoding()};"
            " allowed: UTF-8, and a Python that reads it (PYTHONUTF8=1)"
        )


def _plain(data):
    return json.loads(json.dumps(data, sort_keys=True), parse_float=_number)


def _used(section, choices):
    for key, settings_by_choice in choices.items():
        unused = set(chain(*settings_by_choice.values())) - {*settings_by_choice[section[key]]}
        section = {name: value for name, value in section.items() if name not in unused}
    return section


def _with_types(value, schema, typed, key):
    """Return the `value` of a `key` with the types that `schema` wants.

    Snakemake's --config gives everything below the first level as text, and YAML makes numbers and
    more of texts: what was `typed` is the same value in each file, None where it is not there.

    Raises InputError if YAML made a text into what cannot be told apart from others.
    """
    if isinstance(value, dict):
        names = [name for names in typed if isinstance(names, dict) for name in names]
        named = {_as_typed(name, names, key): item for name, item in value.items()}
        keys, rest = schema.get("properties", {}), schema.get("additionalProperties") or {}
        return {
            name: _with_types(item, keys.get(name, rest), _inside(typed, name), _below(key, name))
            for name, item in named.items()
        }
    if isinstance(value, list):
        return [
            _with_types(item, schema.get("items", {}), _inside(typed, i), f"{key}[{i}]")
            for i, item in enumerate(value)
        ]
    wanted = schema.get("type", ())
    types = {wanted} if isinstance(wanted, str) else {*wanted}
    if isinstance(value, str) and types & {"integer", "number", "boolean"}:
        return yaml.safe_load(value)
    is_number = type(value) in (int, float) and types & {"integer", "number"}
    return _as_typed(value, typed, key) if "string" in types and not is_number else value


def _inside(typed, key):
    """Return what stands at a key, or at a place of a list, in each of some nested values."""
    inside = []
    for value in typed:
        with suppress(LookupError, TypeError):
            inside.append(value[key])
    return inside


def _as_typed(value, typed, key):
    """Return the text of which YAML made a `value`, which may be a text already or empty."""
    if isinstance(value, str) or value is None:
        return value
    for text in typed:
        if isinstance(text, str) and yaml.safe_load(text) == value:
            return text
    if type(value) is int:
        return str(value)
    raise InputError(f"config: {key} has {value!r}; allowed: a text, here in quotes")


def _below(key, name):
    return f"{key}.{name}" if key else name


def _number(text):
    number = float(text)
    return int(number) if number.is_integer() else number
