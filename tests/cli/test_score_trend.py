"""``almwp score --method trend``: two rounds of reports of one country."""

import csv
import io
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from almwp.cli.scoremoments import points
from almwp.errors import in_english

Almwp = Callable[..., Any]
Row = tuple[str, str, str]

FIRST: tuple[Row, ...] = (
    ("Workshop on labour inspection", "Completed", ""),
    ("Study on skills recognition", "Ongoing", "40%"),
    ("Guideline on migrant workers", "Ongoing", "60%"),
    ("Job fair for young people", "Planned", ""),
)
SECOND: tuple[Row, ...] = (
    ("Study on skills recognition", "Ongoing", "80%"),
    ("Guideline on migrant workers", "Ongoing", "50%"),
    ("Job fair for young people", "Withdrawn", ""),
    ("Mobile help desk for workers", "Ongoing", "30%"),
)


def write(path: Path, as_of: str, rows: tuple[Row, ...]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Activities")
        cover = (
            ("Country", "Viet Nam"),
            ("As of", as_of),
            ("Work programme", "ALM-WP-2021-2025"),
        )
        for place, line in enumerate(cover):
            sheet.write_row(place, 0, line)
        heads = ("Activity", "Lead country", "Status", "Progress (%)")
        sheet.write_row(4, 0, heads)
        for place, (title, status, percent) in enumerate(rows, start=5):
            sheet.write_row(place, 0, (title, "Viet Nam", status, percent))
    return path


@pytest.fixture
def rounds(tmp_path: Path) -> tuple[Path, Path]:
    return (
        write(tmp_path / "vn-slom20.xlsx", "2024-11-05", FIRST),
        write(tmp_path / "vn-slom21.xlsx", "2025-10-17", SECOND),
    )


def test_each_moment_of_a_country_has_a_row_with_its_change(
    almwp: Almwp, rounds: tuple[Path, Path]
) -> None:
    ended = almwp("score", *rounds, "--method", "trend", "--by", "country")
    assert ended.code == 0
    table = ended.out.splitlines()
    assert max(map(len, table[:10])) <= 160
    # The table is too wide for one: who moved stands below, then what has no value.
    place, moved, *_ = (n for n, row in enumerate(table) if "VN Viet Nam" in row)
    first, second = (" ".join(row.split()) for row in table[place : place + 2])
    assert first == "country VN Viet Nam 2024-11-05 40 to 60 4 of 5 20 to 40"
    # The workshop stands, the study and the guideline moved: (0 + 40 - 10) / 3.
    assert second == "2025-10-17 65 4 of 4 20 +10 1 1"
    assert " ".join(table[moved + 1].split()).startswith("2025-10-17 1 1 0 1 0")
    assert "countries are not compared" in ended.out


def test_the_order_of_files_does_not_matter(
    almwp: Almwp, rounds: tuple[Path, Path]
) -> None:
    call = ("--method", "trend", "--by", "country", "--format", "csv")
    assert almwp("score", *rounds, *call) == almwp("score", *rounds[::-1], *call)


def test_csv_and_json_name_the_moment_and_both_cells(
    almwp: Almwp, rounds: tuple[Path, Path]
) -> None:
    call = ("score", *rounds, "--method", "trend", "--by", "country", "--format")
    rows = list(csv.DictReader(io.StringIO(almwp(*call, "csv").out)))
    changes = [row for row in rows if row["share"] == "change"]
    assert [(r["as_of"], r["id"], r["value"]) for r in changes] == [
        ("2025-10-17", "ALM-WP-2021-2025", "0.1"),
        ("2025-10-17", "VN", "0.1"),
    ]
    card = json.loads(almwp(*call, "json").out)
    line = card["lines"][-1]
    assert line["as_of"] == "2025-10-17"
    (change,) = (f["score"] for f in line["figures"] if f["name"] == "change")
    study = next(
        p for p in change["parts"] if "skills" in p["reason"] + str(p["title"])
    )
    cells = [study[side]["origin"] for side in ("before", "after")]
    assert [cell["file"] for cell in cells] == ["vn-slom20.xlsx", "vn-slom21.xlsx"]


def test_one_round_tells_no_change_and_says_so(
    almwp: Almwp, rounds: tuple[Path, Path]
) -> None:
    ended = almwp("score", rounds[0], "--method", "trend", "--by", "country")
    assert "change" not in ended.out.partition("\n- ")[0]
    assert "reported as of one day only, so no change can be told" in ended.out


def test_a_trend_is_told_in_vietnamese(almwp: Almwp, rounds: tuple[Path, Path]) -> None:
    call = ("score", *rounds, "--method", "trend", "--by", "country", "--lang", "vi")
    told = almwp(*call).out
    assert "không so sánh các nước với nhau" in told
    for word in ("change", "report", "moved", "as of", "first", "known"):
        assert word not in told


def test_a_change_is_explained_down_to_both_cells(
    almwp: Almwp, rounds: tuple[Path, Path]
) -> None:
    told = almwp(
        "explain", "country:VN/change", *rounds, "--method", "trend", "--by", "country"
    ).out
    assert "from 60 % (2024-11-05) to 50 % (2025-10-17): fell by 10 points" in told
    assert "vn-slom20.xlsx!Activities!" in told
    assert "vn-slom21.xlsx!Activities!" in told


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (Fraction(0), "0"),
        (Fraction(1), "+100"),
        (Fraction(-1, 10), "-10"),
        (Fraction(1, 3), "+33.3"),
        (Fraction(-1, 7), "-14.3"),
        (Fraction(1, 5000), "+ less than 0.1"),
        (Fraction(-1, 10**9), "- less than 0.1"),
    ],
)
def test_a_change_has_its_sign_and_is_never_nothing(
    change: Fraction, shown: str
) -> None:
    assert points(change, in_english) == shown
