"""Rows are plain, lose nothing, and feed pandas, polars and csv as they are."""

import csv
import io
from datetime import date
from fractions import Fraction
from pathlib import Path

import attrs
import hypothesis.strategies as st
import pandas
import polars
import pytest
from hypothesis import given, settings

import almwp
from almwp.model.ids import ActivityId
from almwp.model.rows import Row, exact_cells
from almwp.testing import strategies

FEW = settings(max_examples=40)


def is_plain(rows: list[Row]) -> bool:
    """Say whether all rows have the same columns, in order, and hold plain values."""
    plain = (str, int, float, date, type(None))
    same = {tuple(row) for row in rows}
    return len(same) <= 1 and all(
        type(v) in plain for row in rows for v in row.values()
    )


@FEW
@given(strategies.plans)
def test_rows_of_a_plan_lose_no_activity(plan: almwp.WorkPlan) -> None:
    rows = plan.rows()
    assert [row["id"] for row in rows] == [a.id for a in plan.activities]
    assert [row["title"] for row in rows] == [str(a.title) for a in plan.activities]
    assert is_plain(rows)


@FEW
@given(strategies.plans)
def test_a_share_is_exact_or_says_why_it_is_not_there(plan: almwp.WorkPlan) -> None:
    for row, activity in zip(plan.rows(), plan.activities, strict=True):
        newest = activity.observation_on()
        exact, absence = str(row["share_done_exact"]), row["share_done_absence"]
        assert bool(exact) != bool(absence)
        if newest is None:
            assert (absence, row["status_absence"]) == ("not reported", "not reported")
        elif exact:
            assert Fraction(exact) == newest.percent
            assert row["share_done"] == float(Fraction(exact))
        else:
            assert absence == newest.percent
        assert bool(row["status"]) != bool(row["status_absence"])


@FEW
@given(strategies.scorecards)
def test_rows_of_scores_lose_no_figure(card: almwp.Scorecard) -> None:
    rows = card.rows()
    assert is_plain(rows)
    lines = [row for row in rows if row["what"] == "score"]
    assert len(lines) == len(card.lines)
    for row, line in zip(lines, card.lines, strict=True):
        value = row["value_exact"] or row["value_absence"]
        assert value == str(line.score.value)
        assert Fraction(str(row["low_exact"])) == line.score.low
        assert Fraction(str(row["high_exact"])) == line.score.high
    more = sum(len(x.shares) + len(x.figures) + len(x.groups) for x in card.lines)
    assert len(rows) == len(lines) + more


@FEW
@given(strategies.reports)
def test_rows_of_a_report_hold_every_text_of_it(report: almwp.Report) -> None:
    rows = report.rows()
    assert is_plain(rows)
    said = {str(value) for row in rows for value in row.values()}
    assert {report.title, report.subtitle, report.notice} - {""} <= said
    for block in report.blocks:
        for words in texts_of(block):
            assert words in said, block


def texts_of(block: attrs.AttrsInstance) -> set[str]:
    """Return the texts of a block, whatever it is, found without its own methods."""
    inside = {"text", "caption", "alternative", "label", "heading", "items"}
    found: set[str] = set()
    for field in attrs.fields(type(block)):
        value = getattr(block, field.name)
        if field.name in inside and isinstance(value, str):
            found.add(value)
        elif field.name == "items" and isinstance(value, tuple):
            found |= set(value)
        elif attrs.has(type(value)) and field.name in ("left", "right"):
            found |= texts_of(value)
        elif field.name in ("rows", "bars", "stretches", "path", "readings"):
            for row in value:
                cells = row if isinstance(row, tuple) else (row,)
                for cell in cells:
                    found |= texts_of(cell)
                    for square in getattr(cell, "squares", ()):
                        found.add(square.text)
    return found - {""}


@given(st.fractions())
def test_exact_numbers_read_back(number: Fraction) -> None:
    cells = exact_cells("share", number)
    assert Fraction(str(cells["share_exact"])) == number


def test_a_number_beyond_all_floats_is_still_exact() -> None:
    huge = Fraction(10**400)
    assert exact_cells("n", huge) == {"n": None, "n_exact": str(huge)}


def test_findings_and_files_are_rows_too(
    submissions: Path, session: almwp.Session
) -> None:
    read = almwp.read([submissions, submissions / "no.xlsx"], session=session)
    rows = read.rows()
    assert is_plain(rows)
    assert len(rows) == len(read.files)
    assert [row["kind"] for row in rows].count("unreadable") == 1
    found = almwp.check([submissions], session=session)
    told = found.rows()
    assert is_plain(told)
    assert len(told) == sum(len(file.findings) for file in found.files) > 0
    counted = sum(int(str(r[k])) for r in rows for k in ("errors", "warnings", "notes"))
    assert counted <= len(told)


@pytest.fixture(params=["plan", "card", "report"])
def rows(request: pytest.FixtureRequest) -> list[Row]:
    found: list[Row] = request.getfixturevalue(request.param).rows()
    return found


def test_pandas_takes_rows_as_they_are(rows: list[Row]) -> None:
    frame = pandas.DataFrame(rows)
    assert list(frame.columns) == list(rows[0])
    assert len(frame) == len(rows)


def test_polars_takes_rows_as_they_are(rows: list[Row]) -> None:
    assert polars.DataFrame(rows, infer_schema_length=None).to_dicts() == rows


def test_csv_takes_rows_as_they_are(rows: list[Row]) -> None:
    stream = io.StringIO(newline="")
    table = csv.DictWriter(stream, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    back = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    told = [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]
    assert back == told


def test_polars_takes_a_long_plan_whose_first_share_comes_late(
    plan: almwp.WorkPlan,
) -> None:
    """Polars guesses types from the first rows, if it is not told to look at all."""
    silent = attrs.evolve(plan.activities[0], observations=())
    report = almwp.Observation(percent=Fraction(2, 3))
    last = attrs.evolve(silent, id=ActivityId("last"), observations=[report])
    long = attrs.evolve(plan, activities=[*[silent] * 150, last])
    frame = polars.DataFrame(long.rows(), infer_schema_length=None)
    assert frame["share_done"].to_list() == [None] * 150 + [float(Fraction(2, 3))]
    assert frame["share_done_exact"].to_list()[-1] == "2/3"


def test_titles_come_in_the_language_that_is_asked_for(plan: almwp.WorkPlan) -> None:
    title = almwp.Text.from_forms({"en": "Job fairs", "vi": "Hội chợ việc làm"})
    one = attrs.evolve(plan.activities[0], title=title)
    both = attrs.evolve(plan, activities=[one])
    assert both.rows()[0]["title"] == "Job fairs"
    assert both.rows(language="vi")[0]["title"] == "Hội chợ việc làm"
