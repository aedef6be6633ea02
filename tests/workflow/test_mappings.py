"""A mapping file is read strictly, written clearly, and gives back what was read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.errors import CallError
from almwp.intake.mapping import FieldMapping, MappedColumn, TableMapping
from almwp.workflow.mappings import read_mapping
from almwp.workflow.mappingwriting import mapping_text, write_mapping
from almwp.workflow.session import Session

MakeWorkbook = Callable[..., Path]
GOOD = """
# A mapping.
[[table]]
sheet = "Data"
kind = "progress"
rows = [5, 6]

[table.columns]
"Toimenpide" = "title"
"Tila" = "status"
"Muuta" = ""
"Vielä" = "extra"
"column AB" = "leads"

[[table]]
columns = { "Nimi" = "title", "Maa" = "leads" }
"""


def saved(folder: Path, text: str | bytes) -> Path:
    path = folder / "mapping.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_mapping_file_is_read(
    session: Session, tmp_path: Path, mark: str, ending: str
) -> None:
    path = saved(tmp_path, mark + GOOD.replace("\n", ending))
    read = read_mapping(path, session.reading.lexicon)
    first, second = read.tables
    assert (first.sheet, first.file, first.kind, first.rows) == (
        "Data",
        "*",
        "progress",
        (5, 6),
    )
    assert [(c.heading, c.column, c.field) for c in first.columns] == [
        ("Toimenpide", "", "title"),
        ("Tila", "", "status"),
        ("Muuta", "", None),
        ("Vielä", "", None),
        ("", "AB", "leads"),
    ]
    assert (second.sheet, second.rows) == ("*", None)
    assert (read.name, len(read.sha256)) == ("mapping.toml", 64)


def test_the_kind_is_the_first_that_has_all_fields(
    session: Session, tmp_path: Path
) -> None:
    lexicon = session.reading.lexicon
    for sheet in lexicon.fields.sheets:
        lines = "\n".join(f'"H {of.key}" = "{of.key}"' for of in sheet.fields)
        read = read_mapping(
            saved(tmp_path, f"[[table]]\n[table.columns]\n{lines}"), lexicon
        )
        keys = {of.key for of in sheet.fields}
        known = {of.key for of in lexicon.of(read.tables[0].kind).columns}
        assert keys <= known


COLUMNS = '[table.columns]\n"A" = "title"'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"\xff\xfe", "not text in UTF-8"),
        ("x", "line 1: this is not TOML"),
        ('[[table]]\n[table.columns]\nA title = "title"', "line 3: this is not TOML"),
        ('[[table]]\nsheet = "', "line 2: this is not TOML"),
        ("", "there is no [[table]]"),
        ("table = 3", "there is no [[table]]"),
        ("table = [3]", "write [[table]] above each table"),
        (f"[table]\n{COLUMNS}", "there is no [[table]]"),
        ("sheets = 3", "'sheets' stands above the first [[table]]"),
        ("[[table]]", "table 1: write below [table.columns]"),
        ("[[table]]\n[table.columns]", "table 1: write below [table.columns]"),
        (f"[[table]]\n{COLUMNS}\n[[table]]\ncolumns = 3", "table 2: write below"),
        (f"[[table]]\nsheets = 'x'\n{COLUMNS}", "table 1: 'sheets' is not known here "),
        (f"[[table]]\nsheet = 3\n{COLUMNS}", "table 1: write 'sheet' as text"),
        (f"[[table]]\nkind = 'x'\n{COLUMNS}", "no kind of table is named 'x' (known: "),
        (f"[[table]]\nfirst_column='7'\n{COLUMNS}", 'as first_column = "F"'),
        (f"[[table]]\nlanguage='x'\n{COLUMNS}", "no language is named 'x' (known: "),
        (f"[[table]]\nrows = 5\n{COLUMNS}", "rows = [5, 6]"),
        (f"[[table]]\nrows = [6, 5]\n{COLUMNS}", "rows = [5, 6]"),
        (f"[[table]]\nrows = [0, 1]\n{COLUMNS}", "rows = [5, 6]"),
        (f"[[table]]\nrows = [true, true]\n{COLUMNS}", "rows = [5, 6]"),
        (f"[[table]]\nrows = [1, 900]\n{COLUMNS}", "at most 10"),
        ('[[table]]\n[table.columns]\n"A" = 3', 'write "A" = "field"'),
        ('[[table]]\n[table.columns]\nA.b = "title"', 'write "A" = "field"'),
        (
            '[[table]]\n[table.columns]\n"A" = "titel"',
            "table 1, \"A\": no field of 'progress' is named 'titel' (known: number, ",
        ),
        (
            '[[table]]\n[table.columns]\n"A" = "title"\n"B" = "title"',
            '"A" and "B" are both \'title\'',
        ),
        (
            '[[table]]\n[table.columns]\n"A" = "title"\n"a:" = "extra"',
            '"A" and "a:" are the same heading',
        ),
        (
            '[[table]]\n[table.columns]\n"column C" = "title"',
            "'column C' names a column by its letters; say in which rows",
        ),
    ],
)
def test_what_is_wrong_with_a_mapping_file_is_said_with_its_place(
    session: Session, tmp_path: Path, text: str | bytes, said: str
) -> None:
    path = saved(tmp_path, text)
    with pytest.raises(CallError) as caught:
        read_mapping(path, session.reading.lexicon)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    in_vietnamese = caught.value.message(session.translate("vi"))
    assert in_vietnamese != str(caught.value)


def test_a_mapping_file_that_is_not_there_is_a_wrong_call(
    session: Session, tmp_path: Path
) -> None:
    for path in (tmp_path / "gone.toml", tmp_path):
        with pytest.raises(CallError, match="could not be read"):
            read_mapping(path, session.reading.lexicon)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"sheet": "Reprot"}, "no file has a sheet 'Reprot' (sheets: Report)"),
        ({"file": "la.xlsx"}, "no file is named 'la.xlsx' (files: vn.xlsx)"),
        ({}, "no table has the column 'Nimi' (columns: No., Activity, "),
    ],
)
def test_a_mapping_that_names_what_is_in_no_file_is_a_wrong_call(
    session: Session,
    make_workbook: MakeWorkbook,
    said: dict[str, Any],
    sentence: str,
) -> None:
    path = make_workbook("vn.xlsx", ("1", "Training", "VN", "done", "2024"))
    columns = [MappedColumn(heading="Nimi", field="title")]
    mapping = FieldMapping(
        name="m.toml", tables=[TableMapping(columns=columns, **said)]
    )
    with pytest.raises(CallError) as caught:
        session.read([path], mapping=mapping)
    assert sentence in str(caught.value)
    # The one that is meant may be the one that could not be read.
    broken = path.with_name("broken.xlsx")
    broken.write_bytes(b"x")
    assert session.read([path, broken], mapping=mapping).failures


def test_a_mapping_may_be_given_as_a_file_or_as_it_is(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    headings = ("Nro", "Toimenpide", "Maa", "Tila", "Aika")
    path = make_workbook(
        "vn.xlsx", ("1", "Training", "VN", "done", "2024"), headings=headings
    )
    text = (
        '[[table]]\n[table.columns]\n"Toimenpide" = "title"\n"Tila" = "status"\n'
        '"Maa" = "leads"'
    )
    file = saved(tmp_path, text)
    known = read_mapping(file, session.reading.lexicon)
    for given_as in (file, str(file), known):
        (read,) = session.read([path], mapping=given_as).submissions
        assert [str(a.title) for a in read.activities] == ["Training"]
    checked = session.check([path], mapping=file)
    assert checked.mapping is not None
    assert (checked.mapping.name, checked.mapping.sha256) == (known.name, known.sha256)
    assert checked.files[0].tables[0].columns[1].by == "mapping"
    assert session.check([path]).mapping is None


def test_where_no_table_was_found_no_mapping_is_written(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    path = make_workbook("vn.xlsx", headings=("Nimi", "Maa"))
    read = session.read([path])
    with pytest.raises(CallError, match="no table was found"):
        write_mapping(tmp_path / "m.toml", read.submissions)
    assert not (tmp_path / "m.toml").exists()


def test_a_mapping_is_written_so_that_it_can_be_corrected(
    session: Session, make_workbook: MakeWorkbook
) -> None:
    headings = ("No.", "Activity", "Leed", "Partnersss", "Mood")
    path = make_workbook("vn.xlsx", ("1", "A", "VN", "ILO", "x"), headings=headings)
    text = mapping_text(session.read([path]).submissions)
    table = text[text.index("[[table]]") :]
    assert table.splitlines()[:9] == [
        "[[table]]",
        'sheet = "Report"',
        'kind = "progress"',
        "rows = [3, 3]",
        'language = "en"',
        "",
        "[table.columns]",
        '"No." = "number" # column A: 1.00',
        '"Activity" = "title" # column B: 1.00',
    ]
    assert '"Partnersss" = "partners" # column D: 0.88' in table
    assert '"Mood" = "extra" # column E: no field' in table
