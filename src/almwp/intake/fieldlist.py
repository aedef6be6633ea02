"""Load the one list of fields, which stands in ``fields/``, a file for each sheet."""

from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from almwp.catalogue.tomltable import read_table
from almwp.codec.plain import decode
from almwp.intake.field import Field, FieldType, OtherWords, by_language
from almwp.model.fields import frozen_items
from almwp.model.text import Text

SHEETS = (
    "progress",
    "indicators",
    "agenda",
    "proposals",
    "asks",
    "framework",
    "levels",
    "nodes",
    "statements",
    "programme_indicators",
    "successions",
)
"""The sheets of a submission that are tables; what fits two is the earlier one."""


@frozen(kw_only=True, slots=False)
class SheetFields:
    """The fields of one sheet.

    Attributes:
        key: Its name in the code and in JSON.
        label: Its name in a template, in each language.
        others: Other names under which it occurs, by language.
        help: What stands on it, in each language.
        templates: Kinds of template that have it.
        titles: Keys of the fields each of which says what a row is about; a row
            without any of them is kept out.
        telling: Keys of the fields of which a table must have one, as other sheets
            have all the rest; nothing where the sheet needs no telling apart.
        fields: Its columns; of the cover, its lines.
    """

    key: str
    label: Text
    others: OtherWords = field(default=(), converter=by_language)
    help: Text
    templates: tuple[str, ...] = field(default=(), converter=frozen_items)
    titles: tuple[str, ...] = field(default=(), converter=frozen_items)
    telling: tuple[str, ...] = field(default=(), converter=frozen_items)
    fields: tuple[Field, ...] = field(converter=frozen_items)

    @property
    def names(self) -> tuple[str, ...]:
        """All names under which the sheet occurs."""
        labels = tuple(words for _, words in self.label.forms)
        return labels + tuple(words for _, forms in self.others for words in forms)

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Keys of the fields whose words are in a language that is to be told.

        Those with a column for English beside them, and lists of what is said.
        """
        keys = {of.key for of in self.fields}
        return tuple(
            of.key
            for of in self.fields
            if f"{of.key}_english" in keys
            or (of.type is FieldType.LINES and not of.key.endswith("_english"))
        )


@frozen(kw_only=True)
class FieldList:
    """The fields of a submission.

    Attributes:
        lines: Lines above the table, each a label and its value.
        sheets: The sheets that are tables.
    """

    lines: SheetFields
    sheets: tuple[SheetFields, ...] = field(converter=frozen_items)

    @property
    def cover(self) -> tuple[Field, ...]:
        """Lines above the table."""
        return self.lines.fields

    @property
    def progress(self) -> tuple[Field, ...]:
        """Columns of the table of activities."""
        return self.sheet("progress").fields

    def sheet(self, key: str) -> SheetFields:
        """Return the sheet with this key.

        Raises:
            KeyError: There is none.
        """
        for known in self.sheets:
            if known.key == key:
                return known
        raise KeyError(key)


@cache
def field_list() -> FieldList:
    """Return the one list of fields."""
    return FieldList(lines=_sheet("cover"), sheets=[_sheet(key) for key in SHEETS])


def _sheet(key: str) -> SheetFields:
    resource = files("almwp.intake") / "fields" / f"{key}.toml"
    table = dict(read_table(resource))
    entries = [_with_pairs(entry) for entry in table.pop("fields")]
    sheet, faults = decode(SheetFields, {**_with_pairs(table), "fields": entries})
    if sheet is None:
        raise ValueError("; ".join(map(str, faults)))
    return sheet


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
