"""Forms drawn as workbooks: lists, help, frozen panes, and the same bytes each time."""

import io
import zipfile
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from almwp_excel.template.drawing import draw
from almwp_excel.template.lists import SHEET
from attrs import evolve

from almwp.intake.form import Choices, Form, FormField, FormTable, Input
from almwp.intake.templatestamp import GUIDANCE, LISTS
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

KINDS = ("progress", "proposals", "position", "framework")
kinds = pytest.mark.parametrize("kind", KINDS)
languages = pytest.mark.parametrize("language", ["en", "vi"])


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def form(session: Session) -> Form:
    return session.template(
        WantedTemplate(
            kind="progress", framework="ALM-WP-2021-2025", country="VN", language="vi"
        )
    )


def load(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def validations(sheet: Any) -> dict[str, Any]:
    """Return what may be typed, by the first cell of the place."""
    found = sheet.data_validations.dataValidation
    return {str(each.sqref).partition(":")[0]: each for each in found}


def words_of(book: Any, formula: str) -> list[Any]:
    """Return the words of the list that a formula names."""
    place = book.defined_names[formula.removeprefix("=")].attr_text
    sheet, _, cells = place.partition("!")
    cells = book[sheet.strip("'")][cells.replace("$", "")]
    return (
        [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
    )


@kinds
@languages
def test_the_same_form_gives_the_same_bytes(
    kind: str, language: str, session: Session
) -> None:
    wanted = WantedTemplate(kind=kind, country="VN", language=language)
    assert draw(session.template(wanted)) == draw(session.template(wanted))


@kinds
def test_a_template_can_be_drawn_in_every_language(kind: str, session: Session) -> None:
    for language in session.plugins.languages:
        form = session.template(WantedTemplate(kind=kind, language=language))
        names = load(draw(form)).sheetnames
        assert len({name.casefold() for name in names}) == len(form.tables) + 3


@kinds
@languages
def test_every_closed_field_has_its_list(
    kind: str, language: str, session: Session
) -> None:
    wanted = WantedTemplate(
        kind=kind, framework="ALM-WP-2021-2025", country="VN", language=language
    )
    form = session.template(wanted)
    book = load(draw(form))
    for table in form.tables:
        given = validations(book[table.name])
        for place, field in enumerate(table.columns, start=1):
            cell = book[table.name].cell(2, place).coordinate
            choices = field.choices
            if choices is None:
                assert cell not in given or given[cell].type == "decimal"
            elif not choices.on:
                assert words_of(book, given[cell].formula1) == [*choices.words]
            else:
                assert "OFFSET(" in given[cell].formula1
            if choices:
                style = given[cell].errorStyle or "stop"
                assert style == ("stop" if choices.is_closed else "warning")
                assert given[cell].allow_blank
    lines = validations(book[form.cover])
    for row, line in enumerate(form.lines, start=3):
        assert (f"B{row}" in lines) == (line.field.choices is not None)


def test_a_list_that_depends_on_another_column_finds_its_part(form: Form) -> None:
    book = load(draw(form))
    (table,) = [table for table in form.tables if table.key == "progress"]
    keys = [field.key for field in table.columns]
    area = table.columns[keys.index("area")].choices
    assert area is not None
    column = book[table.name].cell(2, keys.index("area") + 1).coordinate
    formula = validations(book[table.name])[column].formula1
    outcome = book[table.name].cell(2, keys.index("outcome") + 1).coordinate
    assert f"MATCH(${outcome}," in formula
    inside = formula.replace("(", ",").replace(")", ",").split(",")
    first, *names = [name for name in inside if name.startswith("almwp_")]
    starts, of, counts = names[0], names[1], names[2]
    whole = words_of(book, first.removesuffix("_first"))
    for word, part in area.parts:
        place = words_of(book, of).index(word)
        start, count = words_of(book, starts)[place], words_of(book, counts)[place]
        assert whole[start - 1 : start - 1 + count] == [*part]
    assert whole[: len(area.words)] == [*area.words]


@kinds
def test_every_heading_has_help_and_stays_in_sight(kind: str, session: Session) -> None:
    form = session.template(WantedTemplate(kind=kind, language="vi"))
    book = load(draw(form))
    for table in form.tables:
        sheet = book[table.name]
        for place, field in enumerate(table.columns, start=1):
            heading = sheet.cell(1, place)
            assert heading.value == field.heading
            assert heading.comment is not None
            assert field.help in heading.comment.text
            assert f"[en] {field.help_english}" in heading.comment.text
            assert field.heading.endswith(" *") == field.required
        assert sheet.freeze_panes.endswith("2")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
    assert "&N" in book[form.cover].oddFooter.right.text


def test_only_the_lists_are_hidden_and_known_by_their_first_cell(form: Form) -> None:
    book = load(draw(form))
    names = [form.cover, *(t.name for t in form.tables), form.words.guidance, SHEET]
    assert book.sheetnames == names
    states = {sheet.title: sheet.sheet_state for sheet in book}
    assert states.pop(SHEET) == "veryHidden"
    assert set(states.values()) == {"visible"}
    assert book[SHEET]["A1"].value == LISTS
    assert book[form.words.guidance]["A1"].value == GUIDANCE


def test_no_part_says_when_it_was_made(form: Form) -> None:
    with zipfile.ZipFile(io.BytesIO(draw(form))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_a_row_may_grow_when_more_is_typed_into_it(form: Form) -> None:
    with zipfile.ZipFile(io.BytesIO(draw(form))) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        assert not any(b"customHeight" in archive.read(name) for name in sheets)


def field(key: str, **more: Any) -> FormField:
    return FormField(key=key, heading=key, label=key, help=f"help on {key}", **more)


def test_values_are_written_as_what_they_are(form: Form) -> None:
    columns = (
        field("words"),
        field("share", input=Input.PERCENT),
        field("count", input=Input.NUMBER),
    )
    rows = [("=1+1", Fraction(3, 8), Fraction(7)), ("-", None, Fraction(1, 4))]
    table = FormTable(key="progress", name="Data", columns=columns, rows=rows)
    sheet = load(draw(evolve(form, tables=[table])))["Data"]
    assert [cell.value for cell in sheet[2]] == ["=1+1", 0.375, 7]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n"]
    assert "%" in sheet["B2"].number_format
    assert [cell.value for cell in sheet[3]] == ["-", None, 0.25]


def test_columns_have_the_look_of_what_is_typed_into_them(form: Form) -> None:
    columns = (field("words"), field("day", input=Input.DATE))
    table = FormTable(key="progress", name="Data", columns=columns)
    sheet = load(draw(evolve(form, tables=[table])))["Data"]
    # Excel makes a date of 06/2024 in a column that is not one of words.
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet.column_dimensions["B"].number_format == "yyyy\\-mm\\-dd"


def test_a_list_of_several_fields_stands_once(form: Form) -> None:
    same = Choices(words=("một", "hai"))
    columns = (field("one", choices=same), field("two", choices=same))
    table = FormTable(key="progress", name="Data", columns=columns)
    book = load(draw(evolve(form, tables=[table], lines=())))
    given = validations(book["Data"])
    assert given["A2"].formula1 == given["B2"].formula1
    assert words_of(book, given["A2"].formula1) == ["một", "hai"]


def test_long_lists_and_long_words_are_kept(form: Form) -> None:
    many = Choices(words=[f"từ số {number} {'dài ' * 40}" for number in range(300)])
    table = FormTable(key="x", name="Data", columns=[field("one", choices=many)])
    book = load(draw(evolve(form, tables=[table])))
    formula = validations(book["Data"])["A2"].formula1
    assert words_of(book, formula) == [*many.words]
