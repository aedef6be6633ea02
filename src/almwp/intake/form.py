"""A form to fill in: all that a template holds, in words, whatever draws it."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import frozen_items

FormValue = str | date | Fraction
"""What a cell of a form holds: words, a day, or a number; a share is 1 for 100 %."""


class Input(StrEnum):
    """What is typed into a field."""

    TEXT = "text"
    DATE = "date"
    PERCENT = "percent"
    NUMBER = "number"


@frozen(kw_only=True)
class Choices:
    """Words of which one is chosen.

    Attributes:
        words: All of them.
        is_closed: Whether intake refuses other words.
        on: Key of the column whose word in the same row says which of them fit; empty
            where all fit always.
        parts: For each word of that column, the words that fit it.
    """

    words: tuple[str, ...] = field(converter=frozen_items)
    is_closed: bool = True
    on: str = ""
    parts: tuple[tuple[str, tuple[str, ...]], ...] = field(
        default=(), converter=frozen_items
    )


@frozen(kw_only=True)
class FormField:
    """A column of a table, or a line of the cover.

    Attributes:
        key: Key of the field; empty for a column that almwp has no field for.
        heading: What stands in the heading's cell, the mark of a required field
            included.
        label: The same without the mark.
        help: What to write, in the language of the form.
        help_english: The same in English; empty where the form is in English.
        required: Whether it must be filled in.
        input: What is typed into it.
        width: How wide its column is, in characters.
        choices: Words of which one is chosen, or None.
        allowed: Words of which several may be written, with commas between them.
    """

    key: str
    heading: str
    label: str
    help: str = ""
    help_english: str = ""
    required: bool = False
    input: Input = Input.TEXT
    width: int = 20
    choices: Choices | None = None
    allowed: tuple[str, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class FormLine:
    """A line of the cover: its label, and what is filled in already."""

    field: FormField
    value: FormValue | None = None


@frozen(kw_only=True)
class FormTable:
    """A sheet with a table.

    Attributes:
        key: Key of the sheet in the list of fields.
        name: The name on its tab.
        help: What stands on it.
        columns: From left to right.
        rows: What is filled in already, a value or None for each column.
    """

    key: str
    name: str
    help: str = ""
    columns: tuple[FormField, ...] = field(converter=frozen_items)
    rows: tuple[tuple[FormValue | None, ...], ...] = field(
        default=(), converter=frozen_items
    )


@frozen(kw_only=True)
class FormWords:
    """Fixed words of a form, in its language.

    Attributes:
        choose: Title of the message about a word that is in no list.
        choose_one: What to do about it where no other word is understood.
        choose_or_keep: What to do about it where other words are understood too.
        percent: What to type for a share.
        guidance: Name of the sheet that explains.
        required: What the mark of a required field means.
        list: That a cell has a list to choose from.
        field: Heading of the names of fields.
        what: Heading of what to write.
        allowed: Heading of the words that may be written.
    """

    choose: str
    choose_one: str
    choose_or_keep: str
    percent: str
    guidance: str
    required: str
    list: str
    field: str
    what: str
    allowed: str


@frozen(kw_only=True)
class LeftOut:
    """A value that could not be filled in, as it would not read back the same.

    Attributes:
        table: The name on the tab.
        row: The row, by what it is about.
        label: The field.
        value: The value in words.
    """

    table: str
    row: str
    label: str
    value: str


@frozen(kw_only=True)
class Form:
    """All that a template holds.

    Attributes:
        kind: The kind of template.
        stamp: What tells intake that a file was made from it.
        language: Language of the form; English stands beside it.
        title: What it is.
        cover: The name of the cover's tab.
        lines: The lines of the cover.
        tables: The sheets with tables.
        words: Fixed words.
        guidance: How to fill it in, each paragraph in the language of the form, and
            in English where that is another.
        left_out: What could not be filled in.
        unnumbered: How many rows are without the number that they had, as it would be
            read as that of another row.
    """

    kind: str
    stamp: str
    language: str
    title: str
    cover: str
    lines: tuple[FormLine, ...] = field(converter=frozen_items)
    tables: tuple[FormTable, ...] = field(converter=frozen_items)
    words: FormWords
    guidance: tuple[tuple[str, ...], ...] = field(default=(), converter=frozen_items)
    left_out: tuple[LeftOut, ...] = field(default=(), converter=frozen_items)
    unnumbered: int = 0
