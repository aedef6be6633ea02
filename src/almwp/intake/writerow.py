"""Fill a row of a form, field by field; what does not fit is kept and said."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from attrs import define, field, frozen

from almwp.intake.choices import Writing
from almwp.intake.field import Field
from almwp.intake.form import FormValue
from almwp.intake.readvalue import read_value
from almwp.intake.writevalue import cell_of, write_value
from almwp.model.fields import frozen_items
from almwp.model.text import UNDETERMINED, Text

GENERAL, ENGLISH, NATIONAL = "", "_english", "_national"
"""Endings of the keys of the columns that hold a text, each in a language."""


@frozen(kw_only=True)
class FilledRow:
    """A row of a form.

    Attributes:
        values: What to write, by the key of the field.
        extras: Headings and values of columns without a field.
        left_out: Label of a field and its value in words, where it did not fit.
        about: What the row is about.
    """

    values: Mapping[str, FormValue]
    extras: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)
    left_out: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)
    about: str = ""


@frozen(kw_only=True)
class TextColumns:
    """Which column holds a text in which language.

    Attributes:
        language: What the cover says of the language of the texts: a code, ``und``
            where nobody knows it.
        columns: Language, and the ending of the key of the column whose words are read
            as such.
    """

    language: str
    columns: tuple[tuple[str, str], ...] = field(converter=frozen_items)

    @property
    def general(self) -> str:
        """The language of the column that says nothing of its language."""
        return self.language


class RowWriter(Protocol):
    """Put a record of the model into rows of a form, most often into one."""

    def __call__(
        self, record: Any, writing: Writing, texts: TextColumns, /
    ) -> tuple[FilledRow, ...]: ...


Placed = tuple[Text, frozenset[str]]
"""A text, and the endings of the columns in which it can stand."""


def text_columns(texts: Iterable[Placed], language: str) -> TextColumns:
    """Return where texts stand, so that as many as can be keep their languages.

    Intake reads the column of the titles in the language that the cover names.

    Args:
        texts: All texts, each with where it can stand.
        language: That of the form's headings.
    """
    present = [(code, ends) for text, ends in texts for code in text.languages]
    others = {code for code, _ in present} - {UNDETERMINED}
    tries = dict.fromkeys((language, UNDETERMINED, *sorted(others)))
    choices = [_columns(code, language) for code in tries]
    return min(choices, key=lambda known: _lost(present, known))


def _columns(cover: str, language: str) -> TextColumns:
    columns = {cover: GENERAL}
    columns.setdefault("en", ENGLISH)
    columns.setdefault(UNDETERMINED if language == "en" else language, NATIONAL)
    return TextColumns(language=cover, columns=columns.items())


def _lost(present: Iterable[tuple[str, frozenset[str]]], known: TextColumns) -> int:
    held = dict(known.columns)
    return sum(1 for code, ends in present if held.get(code) not in ends)


@define(kw_only=True)
class RowFiller:
    """Fills one row.

    Attributes:
        writing: How words are written; its lexicon is that of the sheet.
        about: What the row is about.
    """

    writing: Writing
    about: str
    _values: dict[str, FormValue] = field(factory=dict, init=False)
    _extras: list[tuple[str, str]] = field(factory=list, init=False)
    _left_out: list[tuple[str, str]] = field(factory=list, init=False)

    def put(self, key: str, value: Any, words: str = "") -> None:
        """Write *value* into the field *key*, or say that it is left out.

        Args:
            key: Key of the field.
            value: The value.
            words: The value in words, for the report where it does not fit.
        """
        if value is None or value in ("", ()):
            return
        of = self._fields.get(key)
        written = write_value(value, of, self.writing) if of else None
        if written is not None:
            self._values[key] = written
        elif of:
            self.leave_out_of(key, words or _in_words(value))

    def knows(self, key: str) -> bool:
        """Say whether the sheet has the field *key*."""
        return key in self._fields

    def has(self, key: str) -> bool:
        """Say whether anything was written into the field *key*."""
        return key in self._values

    def put_words(self, of: Field, words: str, is_right: Callable[[Any], bool]) -> None:
        """Write *words* as they are where what they are read as is right."""
        cell = cell_of(words, of)
        parsed = read_value(self.writing.values, of, cell) if cell else None
        if parsed and not parsed.is_refused and is_right(parsed.value):
            self._values[of.key] = words
        else:
            self.leave_out_of(of.key, words)

    def put_text(
        self,
        key: str,
        text: Text,
        columns: TextColumns,
        parts: tuple[Text, ...] = (),
    ) -> tuple[str, ...]:
        """Write a text in all its languages; return the forms that have no column.

        A text has a column at the least: words of another language stand in the
        general one where it is free, and that their language is not kept is said.

        Args:
            key: Key of the general column.
            text: The text.
            columns: Where texts stand.
            parts: What stands at bullets under it.
        """
        held = {code: f"{key}{ending}" for code, ending in columns.columns}
        rest = []
        for language, words in text.forms:
            column = held.get(language)
            if column in self._fields:
                below = (f"- {form}" for p in parts if (form := p.says(language)))
                self.put(column, "\n".join([words, *below]))
            else:
                rest.append((language, words))
        if rest and not any(column in self._values for column in held.values()):
            language, words = rest.pop(0)
            self.put(key, "\n".join([words, *(f"- {part}" for part in parts)]))
            self._say_language(key, language, words)
        for language, words in rest:
            self._say_language(key, language, words)
        return tuple(words for _, words in rest)

    def _say_language(self, key: str, language: str, words: str) -> None:
        self.leave_out_of(key, f"{words} [{language}]")

    def leave_out_of(self, key: str, words: str) -> None:
        """Say that a value of the field *key* did not fit."""
        label = self._fields[key].label.in_(self.writing.language)
        self.leave_out(label, words)

    def put_extra(self, heading: str, words: str) -> None:
        """Write a value into a column that almwp has no field for."""
        self._extras.append((heading, words))

    def leave_out(self, label: str, words: str) -> None:
        """Say that a value did not fit."""
        self._left_out.append((label, words))

    @property
    def row(self) -> FilledRow:
        """The row as it was filled."""
        return FilledRow(
            values=dict(self._values),
            extras=self._extras,
            left_out=self._left_out,
            about=self.about,
        )

    @property
    def _fields(self) -> dict[str, Field]:
        return {of.key: of for of in self.writing.lexicon.columns}


def _in_words(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
