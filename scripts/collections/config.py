"""The workflow's configuration, checked and complete."""

import json
import os
import sys
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


def read_config(config):
    """Return `config` (a nested dict) with every default filled in, keys sorted, plain types.

    Settings that the chosen method or algorithm does not use are left out.

    Raises InputError if a key or value is not as schemas/config.schema.yaml allows.
    """
    checked = _complete(config)
    ks, k = checked["palette"]["ks"], checked["page"]["k"]
    if k not in ks:
        raise InputError(f"config: page.k is {k}; allowed: one of palette.ks, {ks}")
    used = {name: _used(section, USED.get(name, {})) for name, section in checked.items()}
    return _plain(used)


def enhancements(config):
    """Return the settings of every method of enhancement, by its name, that `config` gives it.

    Raises InputError as `read_config` does.
    """
    enhance = _complete(config)["enhance"]
    methods = USED["enhance"]["method"].items()
    return _plain({method: {name: enhance[name] for name in names} for method, names in methods})


def settings_of_museum(museum, config):
    """Return the section of a checked `config` on which the tables of a `museum` depend.

    Raises InputError if there is no such museum.
    """
    if museum not in museums():
        raise InputError(f"no museum {museum}; allowed: {', '.join(museums())}")
    return config.get(museum, {})


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


def _complete(config):
    """Return `config` with its types mended and every default filled in."""
    _check_texts(config, "config")
    config = _with_types(config, load_schema("config"))
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


def _with_types(value, schema):
    """Return `value` with texts made numbers, true or false where `schema` wants these.

    Snakemake's --config gives everything below the first level as text.
    """
    if isinstance(value, dict):
        keys = schema.get("properties", {})
        return {key: _with_types(item, keys.get(key, {})) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_types(item, schema.get("items", {})) for item in value]
    if isinstance(value, str) and schema.get("type") in ("integer", "number", "boolean"):
        return yaml.safe_load(value)
    return value


def _number(text):
    number = float(text)
    return int(number) if number.is_integer() else number
