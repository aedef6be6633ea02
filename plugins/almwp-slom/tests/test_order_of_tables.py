"""Tables are sorted by time, and what sums them up stays last."""

from collections.abc import Callable
from datetime import date

import pytest
from almwp_slom.html.document import render
from almwp_slom.paper import build
from almwp_slom.timecell import time_cell
from attrs import evolve

from almwp.drawing.bilingual import side_by_side
from almwp.errors import in_english
from almwp.model.activity import Activity, Observation, Status
from almwp.model.moment import Moment
from almwp.model.report import Column, Report, Table, TableCell
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plugins import ReportRequest
from almwp.testing.papers import tables

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]


def table(totals: int) -> Table:
    rows = [[TableCell(text=word), TableCell(text="1")] for word in ("a", "b", "sum")]
    columns = [Column(heading="x"), Column(heading="y")]
    return Table(columns=columns, rows=rows, totals=totals)


def test_totals_stand_in_the_foot_of_the_table() -> None:
    page = render(Report(title="t", blocks=[table(1)])).decode()
    body, _, foot = page.partition("<tfoot>")
    assert "sum" in foot.partition("</tfoot>")[0]
    assert page.count("<tbody>") == page.count("</tbody>") == 1
    assert body.count("</tbody>") == 1
    assert "<tfoot>" not in render(Report(title="t", blocks=[table(0)])).decode()


def test_there_are_no_more_totals_than_rows() -> None:
    with pytest.raises(ValueError, match="4 of 3 rows are totals"):
        table(4)


def test_a_time_is_sorted_by_its_first_day() -> None:
    first = Timeframe(raw="28/4/2021", start=Moment.day(date(2021, 4, 28)))
    later = Timeframe(raw="4-6/5/2021", start=Moment.day(date(2021, 5, 4)))
    cells = [time_cell(one.raw, one, ()) for one in (first, later)]
    assert cells[0].order < cells[1].order
    page = render(
        Report(
            title="t",
            blocks=[Table(columns=[Column(heading="x")], rows=[[c] for c in cells])],
        )
    ).decode()
    assert 'data-order="2021-04-28 2021-04-28"' in page


def test_a_time_that_is_not_told_has_no_order() -> None:
    time = Timeframe(raw="28/4/2021", start=Moment.day(date(2021, 4, 28)))
    assert not time_cell("not settled", time, ()).order
    assert not time_cell("someday", Timeframe(raw="someday"), ()).order


def test_a_paper_marks_its_totals_in_two_languages_as_well(
    ask: Ask, activity: Make
) -> None:
    done = Observation(as_of=Moment.parse("2022"), status=Status.COMPLETED)
    request = ask(plan=WorkPlan(activities=[activity(1, "x", done)]))
    report = build(request)
    both = side_by_side(
        report, build(evolve(request, language="vi")), in_english, in_english
    )
    for made in (report, both):
        (summary,) = (
            t for block in made.blocks if isinstance(t := block, Table) and t.totals
        )
        assert summary.totals == 1
    assert tables(report, "Outcome")[0].totals == 1
