"""The workflow's configuration, checked and complete."""

import json

import yaml

from scripts.errors import InputError
from scripts.schema import load_schema, validate


def read_config(config):
    """Return `config` (a nested dict) with every default filled in, keys sorted, plain types.

    Raises InputError if a key or value is not as schemas/config.schema.yaml allows.
    """
    config = _with_numbers(config, load_schema("config"))
    # Twice: the second pass fills the defaults of the sections that the first one added.
    checked = validate(validate(config, "config", "config"), "config", "config")
    ks, k = checked["palette"]["ks"], checked["page"]["k"]
    if k not in ks:
        raise InputError(f"config: page.k is {k}; allowed: one of palette.ks, {ks}")
    return json.loads(json.dumps(checked, sort_keys=True), parse_float=_number)


def _with_numbers(value, schema):
    """Return `value` with texts made numbers where `schema` wants these.

    Snakemake's --config gives everything below the first level as text.
    """
    if isinstance(value, dict):
        keys = schema.get("properties", {})
        return {key: _with_numbers(item, keys.get(key, {})) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_numbers(item, schema.get("items", {})) for item in value]
    if isinstance(value, str) and schema.get("type") in ("integer", "number"):
        return yaml.safe_load(value)
    return value


def _number(text):
    number = float(text)
    return int(number) if number.is_integer() else number
