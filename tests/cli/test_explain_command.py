"""``almwp explain`` as people call it: for rules, activities and figures."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.workflow.explaining import Explained
from tests.schemafit import insist_it_fits

Almwp = Callable[..., Any]
MakeWorkbook = Callable[..., Path]


def test_a_rule_needs_no_file(almwp: Almwp) -> None:
    ended = almwp("explain", "ALM207")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("ALM207 ambiguous-percent\n  severity: error; ")
    assert "progress: Progress (%) (percent)" in ended.out
    assert almwp("explain", "ambiguous-percent").out == ended.out


def test_a_rule_is_told_with_the_places_where_it_spoke(
    almwp: Almwp, submissions: Path
) -> None:
    ended = almwp("explain", "ALM210", submissions)
    assert (ended.code, ended.err) == (0, "")
    assert "ph-report-slom21.xlsx!SLOM 21!G12: the time frame " in ended.out
    assert "G12" not in almwp("explain", "ALM208", submissions).out


def test_a_file_that_cannot_be_read_is_told_by_the_exit_code(
    almwp: Almwp, tmp_path: Path
) -> None:
    assert almwp("explain", "ALM101", tmp_path / "gone.xlsx").code == 3
    assert almwp("explain", "all", tmp_path / "gone.xlsx").code == 3


def test_a_figure_goes_down_to_file_sheet_and_cell(
    almwp: Almwp, submissions: Path
) -> None:
    ended = almwp("explain", "outcome:2", submissions)
    assert (ended.code, ended.err) == (0, "")
    for words in (
        "formula: number completed of number of all",
        "value: 1/2 (50 %)",
        "known: 2 of 2",
        "sum of the parts: 1 of weights of 2 in all: 1/2 (50 %)",
        "completed; value 1; weight 1; adds 1/2 (50 %)",
        "id-laporan-slom21.xlsx!Progress report!L13",
        "made by: implementation, ALM-WP-2021-2025, by the newest reports",
    ):
        assert words in ended.out


def test_absences_are_counted_each_by_its_name(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("explain", "programme", submissions)
    assert "without a value: " in ended.out
    assert "sum of the bounds: 22 to 26 of 32" in ended.out


def test_all_tells_every_scope_that_was_asked_for(
    almwp: Almwp, submissions: Path
) -> None:
    ended = almwp("explain", "all", submissions, "--by", "country", "--format", "json")
    kinds = [figure["kind"] for figure in json.loads(ended.out)["figures"]]
    assert kinds[0] == "programme"
    assert set(kinds[1:]) == {"country"}


def test_an_activity_is_told_as_of_a_day(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("explain", "ID-03", submissions, "--as-of", "2022-01")
    assert "state: not reported" in ended.out
    assert "not surely made by that day" in ended.out
    assert "as of 2022-01" in ended.out


@pytest.mark.parametrize("what", ["ALM207", "ID-03", "outcome:1", "all"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_for_machines_it_fits_its_schema(
    what: str, language: str, almwp: Almwp, submissions: Path
) -> None:
    call = ("explain", what, submissions, "--format", "json", "--lang", language)
    ended = almwp(*call)
    assert (ended.code, ended.err) == (0, "")
    insist_it_fits(json.loads(ended.out), Explained)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("ALM207", ("mức độ: lỗi", "giá trị của một ô", "nói về: ")),
        ("ID-03", ("trạng thái: hoàn thành", "các báo cáo:", "được tính vào:")),
        ("outcome:1", ("công thức: ", "trọng số", "lý do: ", "không có giá trị: 1")),
    ],
)
def test_it_speaks_vietnamese(
    what: str, words: tuple[str, ...], almwp: Almwp, submissions: Path
) -> None:
    ended = almwp("explain", what, submissions, "--lang", "vi")
    assert (ended.code, ended.err) == (0, "")
    for said in words:
        assert said in ended.out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("ALM208x",), "no rule is named 'ALM208x'; did you mean ALM208"),
        (("outcome:1",), "name the files as well"),
        (("outcome:1", "gone.xlsx", "--by", "x"), "no scope named 'x'"),
        (("outcome:1", "gone.xlsx", "--method", "x"), "no scorer named 'x'"),
        (("outcome:1", "gone.xlsx", "--as-of", "soon"), "'soon' is neither a date"),
        ((), "Missing argument 'WHAT'"),
    ],
)
def test_a_wrong_call_is_said_before_files_are_read(
    call: tuple[str, ...], said: str, almwp: Almwp
) -> None:
    ended = almwp("explain", *call)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_what_is_not_in_the_files_is_told_with_what_is_near(
    almwp: Almwp, submissions: Path
) -> None:
    ended = almwp("explain", "outcome:11", submissions)
    assert (ended.code, ended.out) == (2, "")
    assert "did you mean outcome:1" in ended.err


@pytest.mark.parametrize("what", ["ALM207", "outcome:1", "ID-03"])
def test_an_old_code_page_takes_every_letter(
    what: str, almwp_alone: Almwp, submissions: Path
) -> None:
    call = ("explain", what, submissions, "--lang", "vi")
    narrow = almwp_alone(*call, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (narrow.code, narrow.err) == (0, "")
    assert narrow == almwp_alone(*call, PYTHONIOENCODING="utf-8", PYTHONHASHSEED="7")
    assert "ệ" in narrow.out or "ạ" in narrow.out


def test_a_name_of_several_activities_tells_each(
    almwp: Almwp, make_workbook: MakeWorkbook
) -> None:
    headings = ("No.", "Activity", "Lead country", "Status")
    one = make_workbook("VN.xlsx", headings, ("1", "Job fairs", "Viet Nam", "Ongoing"))
    other = make_workbook("PH.xlsx", headings, ("1", "Surveys", "Philippines", ""))
    ended = almwp("explain", "1", one, other)
    assert ended.code == 0
    assert "Job fairs [" in ended.out
    assert "Surveys [" in ended.out
