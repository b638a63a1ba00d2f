"""Check data against a JSON Schema, with messages for people."""

import difflib
from functools import cache

import fastjsonschema  # compiles the schema: a table of 50,000 rows takes a second, not a minute
import yaml

from scripts.common.errors import InputError
from scripts.common.files import ROOT


@cache
def load_schema(name):
    """Return schemas/`name`.schema.yaml as a dict."""
    path = ROOT / "schemas" / f"{name}.schema.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def _validator(name):
    return fastjsonschema.compile(load_schema(name))


def validate(data, name, where):
    """Return `data` with the defaults of schemas/`name`.schema.yaml filled in.

    Raises InputError with one line that begins with `where` and tells the first key that does
    not fit, what was found and what is allowed.
    """
    try:
        return _validator(name)(data)
    except fastjsonschema.JsonSchemaValueException as error:
        raise InputError(f"{where}: {_complaint(error)}") from None


def unknown(kind, name, known):
    """Return the complaint about a key or the like that is none of `known`, with the near one.

    >>> unknown("key", "thumbnial", ["collection", "thumbnail"])
    'unknown key thumbnial, did you mean thumbnail? (allowed: collection, thumbnail)'
    >>> unknown("key", "blur", ["collection", "thumbnail"])
    'unknown key blur (allowed: collection, thumbnail)'
    """
    near = difflib.get_close_matches(name, known, n=1)
    meant = f", did you mean {near[0]}?" if near else ""
    return f"unknown {kind} {name}{meant} (allowed: {', '.join(known)})"


def _complaint(error):
    key = error.name.partition(".")[2]
    if error.rule == "additionalProperties":
        known = error.definition["properties"]
        found = next(str(name) for name in error.value if name not in known)
        return f"{key}: " * bool(key) + unknown("key", found, known)
    if error.rule == "propertyNames":
        known = error.definition["propertyNames"]["enum"]
        found = next(str(name) for name in error.value if name not in known)
        return f"{key}: {unknown('key', found, known)}"
    if error.rule == "required":
        missing = next(name for name in error.rule_definition if name not in error.value)
        allowed = error.definition["properties"][missing]["description"]
        return f"{missing} is missing; allowed: {allowed}"
    if error.rule == "enum":
        allowed = ", ".join(map(str, error.rule_definition))
    else:
        allowed = error.definition["description"]
    return f"{key or 'content'} is {error.value!r}; allowed: {allowed}"
