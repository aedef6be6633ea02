"""``almwp explain`` of an indicator: its numbers, formula, groups and cells."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.model.score import Scorecard
from almwp.workflow.explaining import Explained
from tests.schemafit import insist_it_fits

Almwp = Callable[..., Any]
MakeWorkbook = Callable[..., Path]

COUNTRY = ("Country", "Viet Nam")
DAY = ("Reporting date", "2024-06-30")
HEADINGS = (
    *("No.", "Indicator", "Outcome", "Unit", "Direction", "Type"),
    *("Baseline", "Baseline date", "Target year", "Target", "Reading date"),
    *("Reading", "Numerator", "Denominator", "Sex"),
)
TRAINED = ("1.1", "Tỷ lệ lao động qua đào tạo", "1", "%")
ACCIDENTS = ("1.2", "Tai nạn lao động", "2", "cases")
ROWS = (
    (*TRAINED, "rising", "level", 40, 2020, 2025, 60, 2023, "", 4525, 9050, ""),
    (*TRAINED, "", "", 35, 2020, 2025, 60, 2023, 45.5, "", "", "women"),
    (*TRAINED, "", "", "", "", 2023, 52, 2022, 44.25, "", "", ""),
    (*ACCIDENTS, "falling", "level", 12500, 2020, 2025, 8000, 2023, 9000, "", "", ""),
)
PLAN = ("--framework", "ALM-WP-2021-2025")


@pytest.fixture
def book(make_workbook: MakeWorkbook) -> Path:
    rows = [[str(value) for value in row] for row in ROWS]
    return make_workbook("vn.xlsx", COUNTRY, DAY, (), HEADINGS, *rows)


@pytest.mark.parametrize(
    "what",
    [
        "1.1",
        "VN:indicator:1.1",
        "vn:Indicator:1.1",
        "Tỷ lệ lao động qua đào tạo",
        "TY LE LAO DONG QUA DAO TAO",
        "qua dao tao",
    ],
)
def test_an_indicator_is_told_down_to_its_cells(
    what: str, almwp: Almwp, book: Path
) -> None:
    ended = almwp("explain", what, book, *PLAN)
    assert (ended.code, ended.err) == (0, "")
    for words in (
        "Tỷ lệ lao động qua đào tạo [VN:indicator:1.1]",
        "measures: %; level; more is better",
        "    2020: 40\n      vn.xlsx!Report!G5",
        "    2020: 35; sex: women\n      vn.xlsx!Report!G6",
        "    by 2023: 52\n      vn.xlsx!Report!J7",
        "    2023: 50; 4525 of 9050; this one counts\n      vn.xlsx!Report!M5, N5",
        "    2023: 45.5; sex: women; this one counts\n      vn.xlsx!Report!L6",
        "how far it came (everybody):\n"
        "      (reading - baseline) / (target - baseline)\n"
        "    = (50 - 40) / (60 - 40)\n    = 10 / 20\n    = 1/2 (50 %)\n",
        "how far it came (sex: women):",
        "= (45.5 - 35) / (60 - 35)\n    = 10.5 / 25\n    = 21/50 (42 %)",
        "the path to the target expects ~48.01 to 52",
        "missing: not told apart by sector, migrant status: ask for it",
        "achievement: outcome 1 ",
        "made by: achievement, ALM-WP-2021-2025",
        "- groups (reported): not told apart by sex: 1 of 2 indicators; ask for it.",
    ):
        assert words in ended.out


def test_an_indicator_is_told_in_vietnamese(almwp: Almwp, book: Path) -> None:
    ended = almwp("explain", "tai nan lao dong", book, *PLAN, "--lang", "vi")
    assert (ended.code, ended.err) == (0, "")
    for words in (
        "càng thấp càng tốt",
        "2020: 12.500",
        "đến năm 2025: 8.000",
        "= (9.000 - 12.500) / (8.000 - 12.500)\n    = (-3.500) / (-4.500)\n    = 7/9",
        "(~77,78 %)",
        "còn thiếu: chưa phân tách theo giới tính",
    ):
        assert words in ended.out


@pytest.mark.parametrize("language", ["en", "vi"])
def test_for_machines_an_indicator_fits_the_schema(
    language: str, almwp: Almwp, book: Path
) -> None:
    call = ("explain", "1.1", book, *PLAN, "--format", "json", "--lang", language)
    read = json.loads(almwp(*call).out)
    insist_it_fits(read, Explained)
    (indicator,) = read["indicators"]
    assert [way["group"] for way in indicator["groups"]] == [
        [{"by": "sex", "group": "women"}]
    ]
    assert len(read["remarks"]) == 3


def test_groups_stand_in_rows_of_their_own_in_every_output(
    almwp: Almwp, book: Path
) -> None:
    call = ("score", book, *PLAN, "--method", "achievement")
    table = almwp(*call).out
    assert "sex: women" in table
    assert "not told apart by sector: 2 of 2 indicators; ask for it" in table
    rows = list(csv.DictReader(io.StringIO(almwp(*call, "--format", "csv").out)))
    (women,) = [r for r in rows if r["share"] == "sex: women" and r["id"] == "1"]
    assert (women["value_numerator"], women["value_denominator"]) == ("21", "50")
    card = json.loads(almwp(*call, "--format", "json").out)
    insist_it_fits(card, Scorecard)
    assert [len(line.get("groups", ())) for line in card["lines"]] == [1, 1, 0]


@pytest.mark.parametrize("words", ["women", "sex: women", "Giới tính: WOMEN"])
def test_a_group_is_explained_like_any_figure(
    words: str, almwp: Almwp, book: Path
) -> None:
    call = ("explain", f"programme/{words}", book, *PLAN, "--method", "achievement")
    ended = almwp(*call, "--lang", "vi")
    assert ended.code == 0
    assert "21/50 (42 %)" in ended.out


def test_the_names_of_the_table_are_understood_in_its_language(
    almwp: Almwp, book: Path
) -> None:
    call = (book, *PLAN, "--method", "achievement")
    english = almwp("explain", "outcome:1", *call, "--lang", "vi")
    assert almwp("explain", "kết quả:1", *call, "--lang", "vi") == english
    assert almwp("explain", "tất cả", *call, "--lang", "vi").code == 0


def test_without_activities_a_figure_of_activities_is_not_explained(
    almwp: Almwp, book: Path
) -> None:
    ended = almwp("explain", "programme", book, *PLAN)
    assert (ended.code, ended.out) == (1, "")
    assert "no activity was read" in ended.err


def test_words_in_several_titles_name_all_of_them_and_none_is_taken(
    almwp: Almwp, book: Path
) -> None:
    ended = almwp("explain", "lao dong", book, *PLAN, "--method", "achievement")
    assert (ended.code, ended.out) == (2, "")
    assert "a part of 2 titles" in ended.err
    assert "'Tai nạn lao động'" in ended.err
