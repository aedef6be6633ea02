"""What is made for many lines is made once: calls are counted, as seconds vary."""

import gc
import json.encoder
import sys
from collections.abc import Callable
from fractions import Fraction
from types import CodeType, FrameType

import pytest
from almwp_excel.export import numbers, workbook
from almwp_progress.implementation import score
from almwp_slom.html import document
from cattrs import Converter

from almwp.catalogue.frameworks import framework
from almwp.codec.plan import write_plan
from almwp.errors import CallError
from almwp.exporting import textwidths
from almwp.exporting.columnwidths import Face, Measured
from almwp.exporting.evidence import evidence_of
from almwp.model.ids import FrameworkId
from almwp.model.report import Column, Report, Table, TableCell
from almwp.model.score import Part, ScopeKind
from almwp.model.source import Origin
from almwp.plan import overlapwords
from almwp.plan.overlaps import Scene, find_overlaps
from almwp.scoring import states
from almwp.scoring.question import Question
from almwp.scoring.standingunder import StandingUnder
from almwp.workflow.collector import resting_collector
from almwp.workflow.reporting import Wanted, build_report
from tests.growth.nasty import plan, session

ROWS = 60
PROGRAMME = framework(FrameworkId("ALM-WP-2021-2025"))


def calls_of(function: Callable[..., object], work: Callable[[], object]) -> int:
    """Return how often *function* is called while *work* is done."""
    wanted: CodeType = function.__code__
    count = 0

    def look(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and frame.f_code is wanted

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_each_activity_is_a_part_in_two_ways_however_many_scopes_there_are() -> None:
    known = plan("plain", ROWS)
    for kinds in ([], [ScopeKind.OUTCOME], list(ScopeKind)):
        question = Question(framework=PROGRAMME, by=kinds)
        made = calls_of(Part.__init__, lambda: score(known, question))  # noqa: B023
        assert made == 2 * len(known.activities)


def test_the_framework_is_looked_at_once_for_each_kind_of_scope() -> None:
    question = Question(framework=PROGRAMME, by=[ScopeKind.OUTCOME, ScopeKind.AREA])
    known = plan("plain", ROWS)
    assert calls_of(StandingUnder.__init__, lambda: score(known, question)) == 2


def test_a_report_finds_out_states_a_few_times_not_for_each_section() -> None:
    known = plan("plain", ROWS)
    wanted = Wanted(report="progress")
    plugins = session().plugins
    found = calls_of(states.known_state, lambda: build_report(known, wanted, plugins))
    assert found <= 6 * len(known.activities)


def table(rows: int) -> Table:
    texts = [[f"Training number {row}", "Viet Nam", "completed"] for row in range(rows)]
    return Table(
        columns=[Column(heading=heading) for heading in ("Activity", "Lead", "State")],
        rows=[[TableCell(text=text) for text in row] for row in texts],
    )


@pytest.mark.parametrize(
    ("measuring", "most"),
    [
        (textwidths.line_widths, ROWS + 2),  # two columns say the same in each row
        (textwidths.unbroken_width, 6),  # for each heading, and for each column
    ],
)
def test_the_cells_of_a_table_are_measured_once_for_all_its_layouts(
    measuring: Callable[..., object], most: int
) -> None:
    measured = Measured(table=table(ROWS), face=Face())

    def lay_out() -> None:
        for room in (40.0, 60.0, 90.0):
            measured.columns(room)
            measured.fits(room)

    assert calls_of(measuring, lay_out) == most


def test_what_stands_in_many_cells_is_measured_once() -> None:
    def measured(texts: list[str]) -> int:
        columns = [Column(heading="State")] * 7
        rows = [[TableCell(text=text)] * len(columns) for text in texts]
        known = Measured(table=Table(columns=columns, rows=rows), face=Face())
        return calls_of(textwidths.text_width, lambda: known.lies_across(59.0, 88.0))

    assert measured(["completed"] * 2 * ROWS) == measured(["completed"] * ROWS)


def test_a_workbook_understands_plain_numbers_without_reading_them() -> None:
    cells = [TableCell(text=str(n), number=Fraction(n)) for n in range(ROWS)]
    shown = [TableCell(text=f"{n} %", number=Fraction(n, 100)) for n in range(ROWS)]
    columns = [Column(heading="Number"), Column(heading="Share")]
    known = Table(columns=columns, rows=list(zip(cells, shown, strict=True)))
    report = Report(title="Numbers", blocks=[known])
    read = calls_of(numbers._readings, lambda: workbook.render(report))
    assert read <= ROWS  # only the shares, each once


def test_a_page_gives_its_template_no_single_cells() -> None:
    def given(rows: int) -> int:
        report = Report(title="Activities", blocks=[table(rows)])
        return calls_of(document._harmless, lambda: document.render(report))

    few, many = given(ROWS), given(2 * ROWS)
    assert many - few <= ROWS


def noted(rows: int) -> Report:
    cells = [
        Origin(file="a.xlsx", sha256="0" * 64, sheet="A", cell=f"A{n + 1}")
        for n in range(rows)
    ]
    told = [[TableCell(text="Job fairs", origins=[cell])] for cell in cells]
    known = Table(columns=[Column(heading="Activity")], rows=told)
    return Report(title="Activities", blocks=[known])


def test_a_page_gathers_its_evidence_once_and_gives_its_template_no_single_notes() -> (
    None
):
    report = noted(ROWS)
    assert calls_of(evidence_of, lambda: document.render(report)) == 1
    few, many = (
        calls_of(document._harmless, lambda: document.render(noted(rows)))  # noqa: B023
        for rows in (ROWS, 2 * ROWS)
    )
    assert many - few <= ROWS  # each row is given whole


def test_a_saved_plan_is_neither_laid_out_nor_written_piece_by_piece() -> None:
    few, many = plan("plain", ROWS), plan("plain", 2 * ROWS)
    write_plan(few)
    # The indented text of the standard library goes through four functions a value.
    slow = json.encoder._make_iterencode  # type: ignore[attr-defined]
    assert calls_of(slow, lambda: write_plan(many)) == 0
    general = [
        calls_of(Converter.unstructure, lambda: write_plan(each))  # noqa: B023
        for each in (few, many)
    ]
    # Each report is written as a record of its own, in what was sent and in the plan;
    # so is what they contradict each other on.
    assert general[1] - general[0] <= 3 * ROWS


def test_the_words_of_titles_are_folded_once() -> None:
    known = plan("alike", ROWS)
    scene = Scene(activities=known.activities, framework=PROGRAMME)
    words = {
        word
        for activity in known.activities
        for _, title in activity.title.forms
        for word in title.split()
    }
    overlapwords._known.cache_clear()
    folded = calls_of(overlapwords._known.__wrapped__, lambda: find_overlaps(scene))
    assert 0 < folded <= len(words)


def test_the_collector_rests_while_a_report_is_made_and_works_again() -> None:
    assert gc.isenabled()
    with resting_collector():
        assert not gc.isenabled()
        with resting_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(CallError), resting_collector():
        raise CallError("it failed")
    assert gc.isenabled()


def test_what_was_made_is_not_searched_as_soon_as_the_collector_works_again() -> None:
    many = 50_000
    looked_at: list[int] = []

    def look(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            young = range(min(about["generation"], 1) + 1)
            looked_at.append(sum(len(gc.get_objects(generation=n)) for n in young))

    gc.collect()
    gc.callbacks.append(look)
    try:
        with resting_collector():
            made = [[number] for number in range(many)]
        more = [[number] for number in range(many // 10)]
    finally:
        gc.callbacks.remove(look)
    assert len(made) == 10 * len(more)
    assert looked_at
    assert max(looked_at) < many


def test_what_somebody_has_frozen_stays_so() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with resting_collector():
            made = [[number] for number in range(ROWS)]
        assert made
        assert gc.get_freeze_count() >= frozen - ROWS  # what is let go is not counted
    finally:
        gc.unfreeze()


def test_a_collector_that_was_stopped_stays_so() -> None:
    gc.disable()
    try:
        with resting_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_number_that_is_a_fraction_is_not_made_anew() -> None:
    weight = Fraction(1, 3)
    assert Part(id="a", value=Fraction(0), weight=weight).weight is weight
