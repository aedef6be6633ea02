"""What one activity did between two reports, and what nobody knows of it."""

from fractions import Fraction

import pytest
from almwp_progress.trend import score
from almwp_progress.trendchanges import Movement

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.score import Part, Score
from almwp.model.text import Text
from almwp.model.timeframe import Recurrence, Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.sampleactivities import told_in_file as report

SLOM_20, SLOM_21 = Moment.parse("2024-11-05"), Moment.parse("2025-10-17")
ONGOING, COMPLETED, PLANNED = Status.ONGOING, Status.COMPLETED, Status.PLANNED
SILENT, WITHHELD = Absence.BLANK, Absence.WITHHELD
HALF, TENTH = Fraction(1, 2), Fraction(1, 10)
Told = tuple[Status | Absence, Fraction | Absence]
F = Fraction


def figures_of(
    *reports: Observation, timeframe: Timeframe | None = None
) -> dict[str, Score]:
    """Return what one activity did by the last day; something is told of both days."""
    both = (report(SLOM_20, COMPLETED), report(SLOM_21, COMPLETED))
    plan = WorkPlan(
        activities=[
            Activity(
                id=ActivityId("a"),
                title=Text.of("a"),
                observations=reports,
                timeframe=timeframe or Timeframe(),
            ),
            Activity(id=ActivityId("b"), title=Text.of("b"), observations=both),
        ]
    )
    line = score(plan, Question(by=())).lines[-1]
    return {each.name: each.score for each in (*line.shares, *line.figures)}


def change_of(*reports: Observation, timeframe: Timeframe | None = None) -> Part:
    parts = figures_of(*reports, timeframe=timeframe)["change"].parts
    return next(part for part in parts if part.id == "a")


def movement_of(*reports: Observation, timeframe: Timeframe | None = None) -> str:
    made = figures_of(*reports, timeframe=timeframe)
    so = [m for m in Movement for p in made[m].parts if p.id == "a" and p.value == 1]
    return so[0] if len(so) == 1 else ""


def bounds_of(part: Part) -> tuple[object, ...]:
    if part.low is None:
        return part.value, part.value, part.value
    return part.value, part.low, part.high


@pytest.mark.parametrize(
    ("before", "after", "value", "low", "high", "movement"),
    [
        ((ONGOING, F(2, 5)), (ONGOING, F(4, 5)), F(2, 5), F(2, 5), F(2, 5), "moved on"),
        ((PLANNED, SILENT), (COMPLETED, SILENT), 1, 1, 1, "moved on"),
        (
            (ONGOING, HALF),
            (ONGOING, F(2, 5)),
            F(-1, 10),
            F(-1, 10),
            F(-1, 10),
            "fell back",
        ),
        ((COMPLETED, SILENT), (PLANNED, SILENT), -1, -1, -1, "fell back"),
        ((ONGOING, HALF), (ONGOING, HALF), 0, 0, 0, "as before"),
        ((COMPLETED, SILENT), (COMPLETED, SILENT), 0, 0, 0, "as before"),
        # Ongoing without a share may have risen or fallen: it is not one half.
        ((ONGOING, SILENT), (ONGOING, SILENT), None, -1, 1, "not clear"),
        ((PLANNED, SILENT), (ONGOING, SILENT), None, 0, 1, "not clear"),
        ((ONGOING, SILENT), (COMPLETED, SILENT), None, 0, 1, "not clear"),
        (
            (COMPLETED, SILENT),
            (ONGOING, SILENT),
            None,
            -1,
            0,
            "not clear",
        ),
        # A share that was told stays until a newer one: ongoing says nothing of it.
        # Nobody told that it stands still: the bounds are those of silence.
        ((ONGOING, HALF), (ONGOING, SILENT), 0, -HALF, HALF, "no newer share"),
        ((ONGOING, HALF), (ONGOING, WITHHELD), None, -HALF, HALF, "not clear"),
        ((ONGOING, HALF), (SILENT, WITHHELD), None, -HALF, HALF, "not clear"),
        ((COMPLETED, SILENT), (SILENT, WITHHELD), 0, 0, 0, "done before"),
        ((ONGOING, SILENT), (ONGOING, HALF), None, F(-1, 2), HALF, "not clear"),
        (
            (Absence.WITHHELD, SILENT),
            (ONGOING, HALF),
            None,
            F(-1, 2),
            HALF,
            "not clear",
        ),
    ],
)
def test_two_reports_tell_a_change(
    before: Told,
    after: Told,
    value: Fraction | int | None,
    low: Fraction | int,
    high: Fraction | int,
    movement: str,
) -> None:
    reports = (report(SLOM_20, *before), report(SLOM_21, *after))
    wanted = Absence.BLANK if value is None else value
    assert bounds_of(change_of(*reports)) == (wanted, low, high)
    assert movement_of(*reports) == movement


@pytest.mark.parametrize(
    ("status", "percent", "value", "low", "high", "movement"),
    [
        # It counts as it stood, and may have become anything.
        (ONGOING, F(2, 5), 0, F(-2, 5), F(3, 5), "no newer report"),
        (ONGOING, Absence.BLANK, 0, -1, 1, "no newer report"),
        (PLANNED, Absence.BLANK, 0, 0, 1, "no newer report"),
        (Absence.WITHHELD, Absence.BLANK, 0, -1, 1, "no newer report"),
        (ONGOING, F(1), 0, -1, 0, "no newer report"),
        # What is completed is reported once.
        (COMPLETED, Absence.BLANK, 0, 0, 0, "done before"),
        (COMPLETED, F(1), 0, 0, 0, "done before"),
    ],
)
def test_not_known_to_have_changed_is_not_unchanged(
    status: Status | Absence,
    percent: Fraction | Absence,
    value: int,
    low: Fraction,
    high: Fraction,
    movement: str,
) -> None:
    only = report(SLOM_20, status, percent)
    assert bounds_of(change_of(only)) == (value, low, high)
    assert movement_of(only) == movement


def test_a_newer_report_that_tells_neither_state_nor_share_is_no_newer_one() -> None:
    reports = (report(SLOM_20, ONGOING, HALF), report(SLOM_21, Absence.BLANK))
    assert movement_of(*reports) == "no newer report"
    assert bounds_of(change_of(*reports)) == (0, F(-1, 2), HALF)


def test_an_edition_that_fell_due_is_a_fall_at_most_by_its_share() -> None:
    yearly = Timeframe(
        start=Moment.parse("2021"),
        end=Moment.parse("2025"),
        recurrence=Recurrence.ANNUAL,
    )
    only = report(Moment.parse("2023"), COMPLETED)
    part = change_of(only, timeframe=yearly)
    # By November 2024: 3 held of 3 or 4; by October 2025: 3 held of 4 or 5.
    assert bounds_of(part) == (Absence.BLANK, F(3, 5) - 1, F(1, 4))
    assert movement_of(only, timeframe=yearly) == "no newer report"


def test_what_the_policy_leaves_out_at_one_moment_is_not_in_the_change() -> None:
    reports = (report(SLOM_20, Absence.NOT_DUE), report(SLOM_21, COMPLETED))
    part = change_of(*reports)
    assert part.value is Absence.NOT_APPLICABLE
    assert part.weight == 0
    assert part.reason.startswith("left out by the policy")


def test_a_part_names_what_it_was_and_what_it_became_with_both_cells() -> None:
    part = change_of(
        report(SLOM_20, ONGOING, F(2, 5)), report(SLOM_21, ONGOING, F(4, 5))
    )
    assert part.before
    assert part.after
    assert (part.before.as_of, part.before.value) == (SLOM_20, F(2, 5))
    assert (part.after.as_of, part.after.value) == (SLOM_21, F(4, 5))
    assert str(part.before.origin) == "2024-11-05.xlsx!Plan!F7"
    assert str(part.after.origin) == "2025-10-17.xlsx!Plan!F7"
    assert part.reason == (
        "from 40 % (2024-11-05) to 80 % (2025-10-17): moved on by 40 points"
    )
