"""Look at the example submissions: made again, and seen by another library."""

import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from unicodedata import is_normalized

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "submissions"
NAMES = sorted(path.name for path in FOLDER.glob("*.xlsx"))
VIETNAM = "vn-bao-cao-slom21.xlsx"
INDONESIA = "id-laporan-slom21.xlsx"
PHILIPPINES = "ph-report-slom21.xlsx"
OSHNET = "oshnet-project-table.xlsx"
# Sheet, column of the number, title and source of the three national papers.
PAPERS = {
    VIETNAM: ("Tình hình thực hiện", "A", "B", "P", "VN-"),
    INDONESIA: ("Progress report", "A", "B", "N", "ID-"),
    PHILIPPINES: ("SLOM 21", "A", "C", "O", "PH-"),
}


def make(folder: Path) -> None:
    script = ROOT / "examples" / "make_submissions.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, text=True)


def parts(workbook: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with zipfile.ZipFile(workbook) as archive:
        return [(e.filename, e.date_time, archive.read(e)) for e in archive.infolist()]


def sheet_of(name: str) -> Worksheet:
    sheet = load_workbook(FOLDER / name)[PAPERS[name][0]]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(name: str) -> dict[str, tuple[object, ...]]:
    """Return the rows with a number, by their titles."""
    _, number, title, _, prefix = PAPERS[name]
    sheet = sheet_of(name)
    numbered = (
        row
        for row in range(1, sheet.max_row + 1)
        if str(sheet[f"{number}{row}"].value).startswith(prefix)
    )
    return {
        str(sheet[f"{title}{row}"].value): tuple(cell.value for cell in sheet[row])
        for row in numbered
    }


def test_two_runs_give_the_same_bytes_and_the_committed_files(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        make(tmp_path / folder)
    made = sorted(path.name for path in (tmp_path / "first").iterdir())
    assert made == NAMES == sorted((VIETNAM, INDONESIA, PHILIPPINES, OSHNET))
    for name in NAMES:
        first, second = (tmp_path / run / name for run in ("first", "second"))
        assert first.read_bytes() == second.read_bytes()
        # The parts, not the file: another zlib packs the same bytes differently.
        assert parts(first) == parts(FOLDER / name)


@pytest.mark.parametrize("name", PAPERS)
def test_every_row_has_a_public_source(name: str) -> None:
    source = ord(PAPERS[name][3]) - ord("A")
    rows = rows_of(name)
    assert rows
    for row in rows.values():
        lines = str(row[source]).split("\n")
        assert all(line.startswith(("http://", "https://")) for line in lines)


@pytest.mark.parametrize("name", PAPERS)
def test_rows_are_numbered_without_gaps(name: str) -> None:
    prefix = PAPERS[name][4]
    numbers = [row[0] for row in rows_of(name).values()]
    assert numbers == [f"{prefix}{n:02}" for n in range(1, len(numbers) + 1)]


@pytest.mark.parametrize(
    ("name", "column", "words"),
    [
        (VIETNAM, "N", {"Hoàn thành", "Đang thực hiện", "Dự kiến"}),
        (
            INDONESIA,
            "L",
            {
                *("sudah dilaksanakan", "sedang direncanakan", "penjajakan"),
                *("Completed", "On-going"),
            },
        ),
        (
            PHILIPPINES,
            "E",
            {"Completed", "On-going", "Planned", "Being explored", None},
        ),
    ],
)
def test_status_words_are_those_of_the_country(
    name: str, column: str, words: set[str | None]
) -> None:
    place = ord(column) - ord("A")
    assert {row[place] for row in rows_of(name).values()} == words


def test_an_activity_of_three_countries_has_one_title_in_all_their_papers() -> None:
    shared = set.intersection(*(set(rows_of(name)) for name in PAPERS))
    assert {title[:18] for title in shared} == {
        "Strengthening LMIS",
        "Second self-assess",
    }


def test_outcomes_are_marked_as_inferred_and_never_given_otherwise() -> None:
    for row in rows_of(VIETNAM).values():
        assert row[9] == ("suy luận" if row[7] else None)
    for row in rows_of(INDONESIA).values():
        assert row[5] == ("inferred" if row[4] else None)


def test_viet_nams_headings_are_merged_and_partly_decomposed() -> None:
    sheet = sheet_of(VIETNAM)
    merged = {str(block) for block in sheet.merged_cells.ranges}
    assert {"A1:Q1", "A10:A11", "H10:J10", "N10:O10", "A12:Q12"} <= merged
    headings = [c.value for row in sheet["A10:Q11"] for c in row if c.value]
    decomposed = [h for h in headings if not is_normalized("NFC", str(h))]
    assert decomposed
    assert len(decomposed) < len(headings)


def test_viet_nams_dates_are_dates_and_texts_that_cannot_be_misread() -> None:
    dates = [row[14] for row in rows_of(VIETNAM).values()]
    texts = [day for day in dates if isinstance(day, str)]
    assert any(isinstance(day, datetime) for day in dates)
    assert texts
    assert all(text == "2021" or int(text[:2]) > 12 for text in texts)


def test_viet_nams_code_list_is_hidden_and_a_blank_row_parts_the_sections() -> None:
    book = load_workbook(FOLDER / VIETNAM)
    states = {sheet.title: sheet.sheet_state for sheet in book.worksheets}
    assert states["Danh mục"] == "hidden"
    assert states["Hướng dẫn"] == "visible"
    sheet = sheet_of(VIETNAM)
    blank = [
        row[0].row
        for row in sheet.iter_rows(min_row=12)
        if all(cell.value is None for cell in row)
    ]
    assert len(blank) == 1


def test_the_philippines_outcome_spans_its_rows_and_the_total_is_right() -> None:
    sheet = sheet_of(PHILIPPINES)
    merged = {str(block) for block in sheet.merged_cells.ranges}
    assert {"B11:B15", "B16:B18"} <= merged
    assert sheet["A20"].value == f"Total activities: {len(rows_of(PHILIPPINES))}"
    assert sheet["N10"].value == "Example item"


def test_published_time_frames_are_repeated_letter_by_letter() -> None:
    texts = {str(v) for name in PAPERS for row in rows_of(name).values() for v in row}
    assert {"2021- 2022", "2021- 2022 (ongoing)"} <= texts


def test_a_paper_does_not_speak_of_an_earlier_day_than_its_newest_row() -> None:
    newest = max(
        row[5] for row in rows_of(PHILIPPINES).values() if isinstance(row[5], datetime)
    )
    assert sheet_of(PHILIPPINES)["D8"].value == newest == datetime(2023, 8, 16)
    assert sheet_of(VIETNAM)["C8"].value == date(2025, 10, 17).strftime("%d/%m/%Y")


def test_the_oshnet_table_has_two_columns_and_editions_below_the_conference() -> None:
    sheet = load_workbook(FOLDER / OSHNET)["Thematic Area 2"]
    assert isinstance(sheet, Worksheet)
    table = [
        (sheet[f"A{row}"].value, sheet[f"B{row}"].value)
        for row in range(9, sheet.max_row + 1)
    ]
    assert sheet.max_column == 2
    assert table[:5] == [
        ("Project Title", "Timeline"),
        ("ASEAN-OSHNET Conference", "ANNUALLY"),
        ("- 8th AOC", 2021),
        ("- 9th AOC", 2022),
        ("- 10th AOC", 2023),
    ]
    assert sum("[COMPLETED]" in str(when) for _, when in table) == 4
    assert "https://asean-osh.labour.go.th/" in str(sheet["A7"].value)


@pytest.mark.parametrize("name", NAMES)
def test_every_workbook_says_that_it_is_not_an_official_submission(name: str) -> None:
    book = load_workbook(FOLDER / name)
    said = [
        " ".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value)
        for sheet in book.worksheets
    ]
    told = [
        text
        for text in said
        if "almwp" in text
        and (
            "not an official submission" in text
            or "không phải báo cáo chính thức" in text
        )
    ]
    assert len(told) == 2  # on the report and on the sheet that explains it
