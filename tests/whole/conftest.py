"""Fill in templates as a delegate does, and read them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve, frozen

from almwp.intake.choices import Writing
from almwp.intake.form import Form, FormTable, FormValue
from almwp.intake.parsed import Spot
from almwp.intake.values import Values
from almwp.intake.writerow import FilledRow, text_columns
from almwp.intake.writerowkinds import WRITERS, texts_in, write_plain
from almwp.model.ids import FrameworkId
from almwp.model.submission import Submission
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

DAY = date(2025, 6, 30)
"""The day that is written on every cover."""
PROGRAMME = FrameworkId("ALM-WP-2021-2025")


@frozen(kw_only=True)
class Twice:
    """A template that was filled in and read, and the one filled in from that."""

    first: Submission
    second: Submission


RoundTrip = Callable[..., Twice]


@pytest.fixture(scope="session")
def session() -> Session:
    return Session.start()


@pytest.fixture
def round_trip(session: Session, tmp_path: Path) -> RoundTrip:
    """Fill in a template by code, read it, fill in another from that, and read it."""
    names = iter(range(10_000))

    def go(
        kind: str,
        records: Mapping[str, Iterable[Any]],
        *,
        language: str,
        framework: FrameworkId | None = PROGRAMME,
        titles: str | None = None,
    ) -> Twice:
        wanted = WantedTemplate(
            kind=kind, framework=framework, country="VN", language=language
        )
        writing = _writing(session, wanted)
        known = [
            text
            for sheet, several in records.items()
            for record in several
            for text in texts_in(record, writing.of(sheet).lexicon.columns)
        ]
        texts = text_columns(known, language)
        rows = {
            sheet: [
                row
                for record in several
                for row in WRITERS.get(sheet, write_plain)(
                    record, writing.of(sheet), texts
                )
            ]
            for sheet, several in records.items()
        }
        assert [r.left_out for each in rows.values() for r in each if r.left_out] == []
        path = tmp_path / f"{next(names)}.xlsx"
        blank = session.template(evolve(wanted, framework=framework))
        session.write_form(blank, path)
        spoken = texts.language if titles is None else titles
        _fill(path, blank, rows, language=writing.language_name(spoken) or "")
        (first,) = session.read([path]).submissions

        path = tmp_path / f"{next(names)}.xlsx"
        filled = session.template(evolve(wanted, submissions=[first]))
        assert filled.left_out == ()
        session.write_form(filled, path)
        _fill(path, filled, {})
        (second,) = session.read([path]).submissions
        return Twice(first=first, second=second)

    return go


def _writing(session: Session, wanted: WantedTemplate) -> Writing:
    lexicon = session.reading.lexicon
    framework = FrameworkId(wanted.framework) if wanted.framework else None
    values = Values(
        spot=Spot(file="", sheet=""),
        lexicon=lexicon,
        language=wanted.language,
        framework=lexicon.framework(framework),
    )
    names = [(each.code, each.name) for each in session.plugins.languages.values()]
    return Writing(values=values, languages=names, sender="VN")


def _fill(
    path: Path,
    form: Form,
    rows: Mapping[str, Iterable[FilledRow]],
    language: str | None = None,
) -> None:
    """Fill in a template: the lines of the cover, then row by row."""
    book = openpyxl.load_workbook(path)
    lines: dict[str, FormValue | None] = {"as_of": DAY}
    if language is not None:
        lines["language"] = language or None
    for number, line in enumerate(form.lines, start=3):
        if line.field.key in lines:
            _type(book[form.cover].cell(number, 2), lines[line.field.key])
    for table in form.tables:
        _fill_table(book[table.name], table, rows.get(table.key, ()))
    book.save(path)


def _fill_table(sheet: Any, table: FormTable, rows: Iterable[FilledRow]) -> None:
    columns = {field.key: c for c, field in enumerate(table.columns, start=1)}
    own: dict[str, int] = {}
    for number, filled in enumerate(rows, start=2):
        for key, value in filled.values.items():
            cell = sheet.cell(number, columns[key])
            # A new cell has the look of its column, as in Excel.
            cell.number_format = sheet.column_dimensions[
                cell.column_letter
            ].number_format
            _type(cell, value)
        for heading, text in filled.extras:
            column = own.setdefault(heading, len(table.columns) + 1 + len(own))
            sheet.cell(1, column).value = heading
            sheet.cell(number, column).value = text


def _type(cell: Any, value: FormValue | None) -> None:
    """Type *value* into a cell, whose format stays that of the template."""
    code = cell.number_format
    cell.value = float(value) if isinstance(value, Fraction) else value
    cell.number_format = code
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with a sign is no formula
