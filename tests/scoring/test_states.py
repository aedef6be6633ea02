"""The state of an activity is the newest that was surely reported by a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.text import Text
from almwp.scoring.states import State, count_states, known_state
from almwp.testing.strategies import activities, days

DONE, ON, LATER = Status.COMPLETED, Status.ONGOING, Status.PLANNED


def told(
    state: Status | Absence, when: str | None, change: Change | None = None
) -> Observation:
    as_of = Moment.parse(when) if when else None
    return Observation(as_of=as_of, status=state, change=change)


def activity(*reports: Observation) -> Activity:
    return Activity(id=ActivityId("a"), title=Text.of("a"), observations=reports)


@pytest.mark.parametrize(
    ("reports", "day", "state"),
    [
        ([], None, State.NOT_REPORTED),
        ([told(DONE, None)], None, State.COMPLETED),
        ([told(DONE, None)], "2025-12-31", State.NOT_REPORTED),
        ([told(DONE, None), told(ON, "2020")], None, State.ONGOING),
        ([told(ON, "2023-01-01"), told(DONE, "2024-01-01")], None, State.COMPLETED),
        (
            [told(ON, "2023-01-01"), told(DONE, "2024-01-01")],
            "2023-12-31",
            State.ONGOING,
        ),
        ([told(DONE, "2024")], "2024-12-30", State.NOT_REPORTED),
        ([told(DONE, "2024")], "2024-12-31", State.COMPLETED),
        ([told(DONE, "2024-Q1")], "2024-03-30", State.NOT_REPORTED),
        ([told(DONE, "2024-Q1")], "2024-03-31", State.COMPLETED),
        ([told(ON, "2024-05-01"), told(DONE, "2024-05-01")], None, State.NOT_REPORTED),
        ([told(DONE, "2024-05-01"), told(DONE, "2024-05-01")], None, State.COMPLETED),
        ([told(ON, None), told(DONE, None)], None, State.NOT_REPORTED),
        ([told(ON, "2022"), told(DONE, "2022-10-26")], None, State.NOT_REPORTED),
        ([told(ON, "2022"), told(DONE, "2022-10-26")], "2022-11-01", State.COMPLETED),
        ([told(ON, "2021"), told(DONE, "2022-10-26")], None, State.COMPLETED),
        ([told(DONE, "2022"), told(DONE, "2022-10-26")], None, State.COMPLETED),
        ([told(DONE, "2023"), told(Absence.BLANK, "2024")], None, State.COMPLETED),
        ([told(ON, "2023", Change.WITHDRAWN)], None, State.WITHDRAWN),
        ([told(Absence.BLANK, "2023", Change.WITHDRAWN)], None, State.WITHDRAWN),
        ([told(ON, "2022", Change.WITHDRAWN), told(ON, "2023")], None, State.ONGOING),
        ([told(LATER, "2022", Change.ADDED)], None, State.PLANNED),
    ],
)
def test_the_newest_sure_report_tells_the_state(
    reports: list[Observation], day: str | None, state: State
) -> None:
    on = date.fromisoformat(day) if day else None
    assert known_state(activity(*reports), on).state is state
    assert known_state(activity(*reversed(reports)), on).state is state


def test_reports_that_differ_are_all_kept() -> None:
    one, other = told(ON, "2024-05-01"), told(DONE, "2024-05-01")
    known = known_state(activity(one, other))
    assert {known.report, *known.rivals} == {one, other}


@given(activities, days)
def test_what_is_reported_later_changes_nothing_earlier(
    known: Activity, day: date
) -> None:
    from attrs import evolve

    later = tuple(o for o in known.observations if o.as_of and o.as_of.end > day)
    earlier = tuple(o for o in known.observations if o not in later)
    assert known_state(known, day) == known_state(
        evolve(known, observations=earlier), day
    )


@given(st.lists(activities, max_size=5), st.none() | days)
def test_every_activity_is_counted_in_one_state(
    found: list[Activity], day: date | None
) -> None:
    counted = count_states(found, day)
    assert set(counted) == set(State)
    assert sum(counted.values()) == len(found)
