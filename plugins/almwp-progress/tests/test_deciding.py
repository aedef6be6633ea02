"""Every figure names the cell of its number, and every other cell that decides it."""

from fractions import Fraction
from typing import Any

import pytest
from almwp_progress import delivery, implementation, timeliness, trend

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, RowOrigin, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.score import Part, PartAt, Score
from almwp.model.source import Origin
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question

COLUMNS = (("title", "B"), ("timeframe", "I"), ("status", "J"))
ONGOING, COMPLETED, PLANNED = Status.ONGOING, Status.COMPLETED, Status.PLANNED
HALF = Fraction(1, 2)
AS_OF = Moment.parse("2024-12-31")


def cell(name: str, file: str = "VN.xlsx") -> Origin:
    return Origin(file=file, sha256="5a" * 32, sheet="Plan", cell=name)


def row(number: int = 7, columns: tuple[tuple[str, str], ...] = COLUMNS) -> RowOrigin:
    place = {"file": "VN.xlsx", "sha256": "5a" * 32, "sheet": "Plan"}
    return RowOrigin(**place, row=number, columns=columns)


def told(status: Status | Absence, when: str, number: int = 7, **facts: Any) -> Any:
    """Report in a row with the status in J, the date in K, the share in L."""
    facts.setdefault("origin", cell(f"J{number}"))
    if "percent" in facts:
        facts["percent_origin"] = cell(f"L{number}")
    if "change" in facts:
        facts["change_origin"] = cell(f"M{number}")
    return Observation(
        as_of=Moment.parse(when),
        status=status,
        as_of_origin=cell(f"K{number}"),
        **facts,
    )


def plan_of(*reports: Observation, end: str = "2023", **facts: Any) -> WorkPlan:
    facts.setdefault("origins", [row()])
    only = Activity(
        id=ActivityId("VN:1"),
        title=Text.of("A study"),
        observations=reports,
        timeframe=Timeframe(end=Moment.parse(end)),
        **facts,
    )
    return WorkPlan(activities=[only])


def cells_of(one: Part | PartAt) -> list[str]:
    named = ([one.origin] if one.origin else []) + [*one.origins]
    assert len(set(named)) == len(named)
    return [each.cell for each in named]


def part_of(score: Score) -> Part:
    (part,) = score.parts
    return part


def delivered(*reports: Observation, **facts: Any) -> list[str]:
    scored = delivery.score(plan_of(*reports, **facts), Question(by=(), as_of=AS_OF))
    return cells_of(part_of(scored.lines[0].score))


def implemented(*reports: Observation, **facts: Any) -> list[str]:
    question = Question(by=(), as_of=AS_OF)
    scored = implementation.score(plan_of(*reports, **facts), question)
    return cells_of(part_of(scored.lines[0].score))


def test_a_share_is_named_by_its_own_cell_and_then_by_state_and_date() -> None:
    assert delivered(told(ONGOING, "2024", percent=HALF)) == ["L7", "K7", "J7"]


def test_a_state_is_named_by_its_own_cell_and_then_by_its_date() -> None:
    assert implemented(told(ONGOING, "2024", percent=HALF)) == ["J7", "K7"]
    assert delivered(told(COMPLETED, "2024")) == ["J7", "K7"]


def test_a_share_that_was_withheld_is_named_by_its_own_cell() -> None:
    reports = (
        told(ONGOING, "2022", 3, percent=HALF),
        told(ONGOING, "2024", percent=Absence.WITHHELD),
    )
    assert delivered(*reports) == ["L7", "L3", "K7", "K3", "J7"]


def test_a_withdrawal_is_named_by_the_cell_that_tells_it() -> None:
    gone = told(PLANNED, "2024", change=Change.WITHDRAWN)
    assert implemented(gone) == ["M7", "J7", "K7"]
    assert delivered(gone) == ["M7", "J7", "K7"]


def test_contradictions_name_the_cells_of_all_rivals() -> None:
    rivals = (told(ONGOING, "2024-03", 3), told(COMPLETED, "2024-03", 7))
    for found in (implemented(*rivals), delivered(*rivals)):
        assert {"J3", "J7", "K3", "K7"} == set(found)
    shares = (
        told(ONGOING, "2024-03", 3, percent=HALF),
        told(ONGOING, "2024-03", 7, percent=Fraction(1, 5)),
    )
    assert {"L3", "L7"} == set(delivered(*shares)[:2])


@pytest.mark.parametrize("silent", [(), (told(Absence.BLANK, "2024", origin=None),)])
def test_a_blank_state_is_named_by_the_cell_in_which_it_should_stand(
    silent: tuple[Observation, ...],
) -> None:
    for found in (implemented(*silent), delivered(*silent)):
        assert found[0] == "J7"
    without = {"origins": [row(columns=(("title_national", "C"),))]}
    for found in (implemented(*silent, **without), delivered(*silent, **without)):
        assert found[0] == "C7"


def test_timeliness_names_the_time_frame_and_what_was_reported_against_it() -> None:
    reports = (told(ONGOING, "2024-02", 3), told(COMPLETED, "2024-06", 7))
    scored = timeliness.score(plan_of(*reports), Question(by=(), as_of=AS_OF))
    found = cells_of(part_of(scored.lines[0].score))
    assert found[:3] == ["I7", "J7", "K7"]
    # Late, as the other one told that it was still open after the end.
    assert set(found) == {"I7", "J7", "K7", "J3", "K3"}


def test_a_change_names_the_cells_of_both_moments() -> None:
    reports = (
        told(ONGOING, "2022", 3, percent=HALF),
        told(ONGOING, "2024", 7, percent=Fraction(4, 5)),
    )
    line = trend.score(plan_of(*reports), Question(by=())).lines[-1]
    (change,) = (each.score for each in line.figures if each.name == "change")
    part = part_of(change)
    assert cells_of(part) == ["L7", "K7", "J7", "L3", "K3", "J3"]
    assert part.before
    assert part.after
    assert cells_of(part.before) == ["L3", "K3", "J3"]
    assert cells_of(part.after) == ["L7", "K7", "J7"]


def test_what_was_read_in_no_file_has_no_cell() -> None:
    assert implemented(Observation(as_of=AS_OF, status=ONGOING), origins=()) == []
