"""Progress that goes backwards is seen where the same country reports twice."""

import hashlib
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, RowOrigin, Status
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.setbacks import setbacks


def report(
    as_of: str | None,
    status: str = "",
    percent: int | None = None,
    country: str = "VN",
    title: str = "Job fairs",
) -> Submission:
    sha256 = hashlib.sha256(f"{as_of}{country}{status}{percent}".encode()).hexdigest()
    name = f"{country}-{as_of}.xlsx"
    row = RowOrigin(
        file=name,
        sha256=sha256,
        sheet="Report",
        row=6,
        columns=[("title", "A"), ("status", "B"), ("percent", "C")],
    )
    told = Observation(
        as_of=Moment.parse(as_of) if as_of else None,
        status=Status(status) if status else Absence.BLANK,
        percent=Absence.BLANK if percent is None else Fraction(percent, 100),
        origin=row.of("status" if status else "percent"),
    )
    activity = Activity(
        id=ActivityId(f"{country}:7"),
        number="7",
        title=Text.of(title),
        observations=[told],
        origins=[row],
    )
    return Submission(
        file=name,
        sha256=sha256,
        country=CountryCode(country),
        framework=FrameworkId("ALM-WP-2021-2025"),
        activities=[activity],
    )


def told(*submissions: Submission) -> list[tuple[str, str, str]]:
    return [
        (setback.field, str(setback.earlier.origin), str(setback.later.origin))
        for setback in setbacks(submissions)
    ]


EARLIER, LATER = "VN-2023-06-30.xlsx", "VN-2024-06-30.xlsx"


def test_a_status_and_a_percentage_that_fall_are_each_seen_at_their_cell() -> None:
    before = report("2023-06-30", "completed", 80)
    after = report("2024-06-30", "ongoing", 60)
    expected = [
        ("status", f"{EARLIER}!Report!B6", f"{LATER}!Report!B6"),
        ("percent", f"{EARLIER}!Report!C6", f"{LATER}!Report!C6"),
    ]
    assert told(before, after) == told(after, before) == expected


@pytest.mark.parametrize(
    "later",
    [
        report("2024-06-30", "completed", 100),
        report("2024-06-30", "ongoing", 60, country="LA"),
        report("2024-06-30", "planned", 0, title="Survey of wages"),
        report("2023", "planned", 0),
        report(None, "planned", 0),
        report("2024-06-30"),
    ],
    ids=["risen", "of another", "another activity", "same year", "undated", "empty"],
)
def test_nothing_is_said_where_nothing_surely_fell(later: Submission) -> None:
    earlier = report("2023-06-30", "ongoing", 60)
    if later.activities[0].title == Text.of("Survey of wages"):
        number = attrs.evolve(later.activities[0], id=ActivityId("VN:8"))
        later = attrs.evolve(later, activities=[number])
    assert told(earlier, later) == []


def test_each_report_is_compared_with_the_newest_before_it() -> None:
    first = report("2022-06-30", percent=90)
    second = report("2023-06-30", percent=40)
    third = report("2024-06-30", percent=50)
    assert told(third, first, second) == [
        ("percent", "VN-2022-06-30.xlsx!Report!C6", f"{EARLIER}!Report!C6")
    ]


percentages = st.lists(
    st.tuples(st.integers(2000, 2030), st.integers(0, 100)),
    unique_by=lambda told: told[0],
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(percentages)
def test_progress_goes_backwards_exactly_where_it_falls(
    told_by_year: list[tuple[int, int]],
) -> None:
    reports = [report(str(year), percent=share) for year, share in told_by_year]
    in_time = sorted(told_by_year)
    falls = sum(b[1] < a[1] for a, b in pairwise(in_time))
    assert len(list(setbacks(reports))) == falls
