"""Load the one list of fields, which stands in ``fields.toml``."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from almwp.codec import decode
from almwp.intake.field import Field
from almwp.model.fields import frozen_items


@frozen(kw_only=True)
class FieldList:
    """The fields of a submission.

    Attributes:
        cover: Lines above the table, each a label and its value.
        progress: Columns of the table of activities.
    """

    cover: tuple[Field, ...] = field(converter=frozen_items)
    progress: tuple[Field, ...] = field(converter=frozen_items)


@cache
def field_list() -> FieldList:
    """Return the one list of fields."""
    text = files("almwp.intake").joinpath("fields.toml").read_text(encoding="utf-8")
    tables = {
        name: [_with_pairs(entry) for entry in entries]
        for name, entries in tomllib.loads(text).items()
    }
    fields, faults = decode(FieldList, tables)
    if fields is None:
        raise ValueError("; ".join(map(str, faults)))
    return fields


def _with_pairs(entry: dict[str, Any]) -> dict[str, Any]:
    """Write a table of synonyms as pairs: records know no free keys."""
    plain = {key: value for key, value in entry.items() if key != "synonyms"}
    others = [[*pair] for pair in entry.get("synonyms", {}).items()]
    return {**plain, "others": others}


def field_of(fields: tuple[Field, ...], key: str) -> Field:
    """Return the field of *fields* with this key.

    Raises:
        KeyError: There is none.
    """
    for known in fields:
        if known.key == key:
            return known
    raise KeyError(key)
