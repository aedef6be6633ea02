"""Make the form of a kind of template from the list of fields."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import Translate, in_english
from almwp.intake.choices import Writing, allowed_in, choices_of
from almwp.intake.cover import OF_A_TABLE
from almwp.intake.coverlines import label_of
from almwp.intake.field import Field, FieldType
from almwp.intake.fieldlist import FieldList, SheetFields
from almwp.intake.form import Form, FormField, FormLine, FormTable, Input, LeftOut
from almwp.intake.formguidance import MARK, form_words, paragraphs
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.headingwords import word_of
from almwp.intake.templatestamp import Stamp
from almwp.intake.writerow import (
    FilledRow,
    Placed,
    RowWriter,
    TextColumns,
    text_columns,
)
from almwp.intake.writerowkinds import WRITERS, texts_in, write_plain
from almwp.intake.writevalue import write_value

_INPUTS = {
    FieldType.DATE: Input.DATE,
    FieldType.PERCENT: Input.PERCENT,
    FieldType.NUMBER: Input.NUMBER,
    FieldType.WHOLE: Input.NUMBER,
}
_TIMES = (FieldType.DATE, FieldType.TIMEFRAME)
_WIDE = (FieldType.TITLE, FieldType.ADDRESSES, FieldType.PLAN)
_NARROW = (FieldType.PERCENT, FieldType.DATE, FieldType.LEVEL, FieldType.CHANGE)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
"""Excel cuts longer names of sheets."""


@frozen(kw_only=True)
class Filling:
    """What is filled in already.

    Attributes:
        lines: Values of lines of the cover, by key.
        records: Records of the model, or the values of rows by key of the field, by
            the key of the sheet on which they stand.
        language: Language of the titles, where it is given with the records.
        unnumbered: How many of the records are without the number that they had.
        writers: What puts the records of a sheet into rows, by the key of the sheet.
    """

    lines: Mapping[str, Any] = field(factory=dict)
    records: Mapping[str, tuple[Any, ...]] = field(factory=dict)
    language: str = ""
    unnumbered: int = 0
    writers: Mapping[str, RowWriter] = WRITERS


@frozen(kw_only=True, eq=False)
class FormMaker:
    """Makes forms in one language.

    Attributes:
        writing: How words are written.
        vocabulary: The words of the language.
        translate: Gives fixed phrases in the language.
    """

    writing: Writing
    vocabulary: Vocabulary
    translate: Translate = in_english

    def make(self, kind: str, filling: Filling) -> Form:
        """Return the form of a kind of template, filled in as far as asked for."""
        fields = self.writing.lexicon.fields
        sheets = [sheet for sheet in fields.sheets if kind in sheet.templates]
        texts = text_columns(_texts(filling, sheets), self._read_language(sheets))
        filled = {s.key: self._rows(s, filling, texts) for s in sheets}
        tables = [self._table(sheet, filled[sheet.key]) for sheet in sheets]
        framework = self.writing.framework
        stamp = Stamp(kind=kind, framework=framework.id if framework else None)
        language = filling.language or texts.language
        lines = {**filling.lines, "template": str(stamp), "language": language}
        cover = self._name(fields.lines)
        types = [of.type for s in (fields.lines, *sheets) for of in s.fields]
        return Form(
            kind=kind,
            stamp=str(stamp),
            language=self.language,
            title=self._title(sheets),
            cover=cover,
            lines=self._lines(kind, fields, lines),
            tables=tables,
            words=form_words(self.translate, self._guidance_name()),
            guidance=self._guidance(
                cover, any(filled.values()), any(t in _TIMES for t in types)
            ),
            left_out=[
                LeftOut(table=table.name, row=row.about, label=label, value=words)
                for table in tables
                for row in filled[table.key]
                for label, words in row.left_out
            ],
            unnumbered=filling.unnumbered if "progress" in filled else 0,
        )

    @property
    def language(self) -> str:
        """The language of the forms."""
        return self.writing.language

    def _lines(
        self, kind: str, fields: FieldList, values: Mapping[str, Any]
    ) -> tuple[FormLine, ...]:
        made = []
        for of in fields.cover:
            if of.key not in OF_A_TABLE and kind in (of.templates or [kind]):
                value = write_value(values.get(of.key), of, self.writing)
                shown = self._field(of, fields.lines)
                made.append(FormLine(field=shown, value=value))
        return tuple(made)

    def _rows(
        self, sheet: SheetFields, filling: Filling, texts: TextColumns
    ) -> tuple[FilledRow, ...]:
        records = filling.records.get(sheet.key, ())
        write = filling.writers.get(sheet.key, write_plain)
        writing = self.writing.of(sheet.key)
        return tuple(row for rec in records for row in write(rec, writing, texts))

    def _table(self, sheet: SheetFields, rows: tuple[FilledRow, ...]) -> FormTable:
        own = [self._field(of, sheet) for of in sheet.fields]
        extras = dict.fromkeys(place for row in rows for place in _extras(row))
        more = [FormField(key="", heading=h, label=h, width=24) for h, _ in extras]
        return FormTable(
            key=sheet.key,
            name=self._name(sheet),
            help=sheet.help.in_(self.language),
            columns=(*own, *more),
            rows=[
                (
                    *(row.values.get(of.key) for of in sheet.fields),
                    *(_extras(row).get(place) for place in extras),
                )
                for row in rows
            ],
        )

    def _field(self, of: Field, sheet: SheetFields) -> FormField:
        label = self._label(of, sheet)
        help_ = of.help.in_(self.language)
        english = of.help.in_("en")
        writing = self.writing
        is_cover = sheet is writing.lexicon.fields.lines
        writing = writing if is_cover else writing.of(sheet.key)
        return FormField(
            key=of.key,
            heading=f"{label} {MARK}" if of.required else label,
            label=label,
            help=help_,
            help_english="" if english == help_ else english,
            required=of.required,
            input=_INPUTS.get(of.type, Input.TEXT),
            width=_width(of),
            choices=choices_of(of, sheet.fields, writing),
            allowed=allowed_in(of, writing),
        )

    def _read_language(self, sheets: Iterable[SheetFields]) -> str:
        """Return the language that intake will find in the headings."""
        for sheet in sheets:
            lexicon = self.writing.lexicon.of(sheet.key)
            labels = [self._label(of, sheet) for of in sheet.fields]
            headings = [
                Heading(column=column, text=label, word=word_of(label, lexicon))
                for column, label in enumerate(labels, start=1)
            ]
            block = HeadingBlock(
                first_row=1, last_row=1, worded=(1, 1), headings=headings
            )
            return block.language
        return self.language

    def _label(self, of: Field, sheet: SheetFields) -> str:
        """Return the heading of a field in the form's language and in English.

        Words that intake would take for another field are left out.
        """
        english = of.label.in_("en")
        own = self._own_label(of, sheet)
        # Words that have a slash of their own stand in brackets instead.
        tries = (f"{own} / {english}", f"{own} ({english})") if own else ()
        known = (each for each in tries if self._is_known(each, of, sheet))
        return english if own == english else next(known, english)

    def _own_label(self, of: Field, sheet: SheetFields) -> str:
        said = of.label.says(self.language)
        if said:
            return said
        is_cover = sheet is self.writing.lexicon.fields.lines
        words = self.vocabulary.cover if is_cover else self.vocabulary.headings
        forms = (*dict(of.others).get(self.language, ()), *words.get(of.key, ()))
        known = (form for form in forms if self._is_known(form, of, sheet))
        return next(known, "")

    def _is_known(self, label: str, of: Field, sheet: SheetFields) -> bool:
        lexicon = self.writing.lexicon
        marked = f"{label} {MARK}"
        if sheet is lexicon.fields.lines:
            line = label_of(marked, lexicon)
            return line is not None and line.key == of.key
        word = word_of(marked, lexicon.of(sheet.key))
        return word is not None and word.key == of.key

    def _name(self, sheet: SheetFields) -> str:
        """Return the name of a tab: in the language, else in English."""
        name = sheet.label.says(self.language)
        others = dict(sheet.others).get(self.language, ())
        return _as_name(name or next(iter(others), "") or sheet.label.in_("en"))

    def _title(self, sheets: Iterable[SheetFields]) -> str:
        own = ", ".join(self._name(sheet) for sheet in sheets)
        english = ", ".join(sheet.label.in_("en") for sheet in sheets)
        return own if own == english else f"{own} / {english}"

    def _guidance_name(self) -> str:
        usual = self.writing.word("guidance", "sheet") or "Guidance"
        return _as_name(usual[:1].upper() + usual[1:])

    def _guidance(
        self, cover: str, is_filled: bool, takes_dates: bool
    ) -> tuple[tuple[str, ...], ...]:
        own = paragraphs(self.translate, cover, is_filled, takes_dates)
        english = paragraphs(in_english, cover, is_filled, takes_dates)
        both = zip(own, english, strict=True)
        return tuple((a,) if a == b else (a, b) for a, b in both)


def template_kinds(fields: FieldList) -> tuple[str, ...]:
    """Return the kinds of template there are, in the order of the sheets."""
    return tuple(dict.fromkeys(kind for s in fields.sheets for kind in s.templates))


def _texts(filling: Filling, sheets: Iterable[SheetFields]) -> list[Placed]:
    """Return the texts of the sheets that are filled in."""
    return [
        placed
        for sheet in sheets
        for record in filling.records.get(sheet.key, ())
        for placed in texts_in(record, sheet.fields)
    ]


def _extras(row: FilledRow) -> dict[tuple[str, int], str]:
    """Return the extra values of a row by heading; the same heading may come again."""
    found: dict[tuple[str, int], str] = {}
    for heading, value in row.extras:
        count = sum(1 for known, _ in found if known == heading)
        found[heading, count] = value
    return found


def _as_name(words: str) -> str:
    return _NOT_IN_NAMES.sub(" ", words)[:_LONGEST_NAME].strip()


def _width(of: Field) -> int:
    if of.type in _WIDE:
        return 40
    if of.type in _NARROW:
        return 14
    return {"number": 8, "remarks": 40, "output": 30}.get(of.key, 22)
