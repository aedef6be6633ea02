"""What a sender says anew is a revision; a past day is answered as it was."""

from datetime import date
from typing import Any

import pytest

from almwp.codec import read_plan, write_plan
from almwp.model.activity import Activity, RowOrigin
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.plan.merge import merge
from almwp.plan.revisions import as_it_stood


def until(year: int) -> Timeframe:
    return Timeframe(raw=f"2022-{year}", start=Moment.year(2022), end=Moment.year(year))


def led_by(country: str) -> tuple[Party, ...]:
    return (
        Party(kind=PartyKind.COUNTRY, id="VN"),
        Party(kind=PartyKind.COUNTRY, id=country),
    )


def sent(digit: str, day: str | None, country: str = "VN", **facts: Any) -> Submission:
    row = RowOrigin(
        file=f"{digit}.xlsx",
        sha256=digit * 64,
        sheet="S",
        row=2,
        columns=(("title", "B"), ("timeframe", "C"), ("budget", "D")),
    )
    return Submission(
        file=row.file,
        sha256=row.sha256,
        country=CountryCode(country),
        institution="MoHA",
        as_of=Moment.parse(day) if day else None,
        activities=[
            Activity(
                id=ActivityId("VN:1"),
                number="1",
                title=Text.of("Study on wages"),
                origins=(row,),
                **facts,
            )
        ],
    )


OLD = sent(
    "1", "2024-06-30", timeframe=until(2024), budget="USD 10", leads=led_by("PH")
)
NEW = sent(
    "2", "2025-10-21", timeframe=until(2026), budget="USD 20", leads=led_by("LA")
)


def test_the_next_round_of_one_sender_revises_and_contradicts_nothing() -> None:
    for pile in ([OLD, NEW], [NEW, OLD]):
        plan = merge(pile)
        assert plan.conflicts == ()
        (activity,) = plan.activities
        assert (activity.timeframe, activity.budget) == (until(2026), "USD 20")
        told = [(e.field, e.words, str(e.as_of)) for e in activity.earlier]
        assert ("timeframe", "2022-2024", "2024-06-30") in told
        assert ("budget", "USD 10", "2024-06-30") in told
        times = [e for e in activity.earlier if e.field == "timeframe"]
        assert [str(e.origin) for e in times] == ["1.xlsx!S!C2"]


@pytest.mark.parametrize(
    "other",
    [
        sent("2", "2024-06-30", budget="USD 20"),
        sent("2", None, budget="USD 20"),
        sent("2", "2025-10-21", "PH", budget="USD 20"),
    ],
    ids=["same day", "no day", "another country"],
)
def test_what_is_no_later_word_of_the_same_sender_is_a_contradiction(
    other: Submission,
) -> None:
    plan = merge([OLD, other])
    assert {c.field for c in plan.conflicts} == {"budget"}
    assert plan.activities[0].earlier == ()


def test_a_past_day_is_answered_as_it_was_before_the_later_file_came() -> None:
    (before,), (after,) = merge([OLD]).activities, merge([OLD, NEW]).activities
    day = date(2024, 12, 31)
    (stood,) = as_it_stood(merge([OLD, NEW]), day).activities
    for key in ("timeframe", "budget", "leads"):
        assert getattr(stood, key) == getattr(before, key)
    assert as_it_stood(merge([OLD, NEW]), date(2025, 12, 31)).activities == (after,)
    assert as_it_stood(merge([OLD, NEW]), None).activities == (after,)


def test_a_value_that_came_back_stands_since_it_came_back() -> None:
    back = sent("3", "2026-02-01", timeframe=until(2024))
    plan = merge([OLD, NEW, back])
    ends = [
        as_it_stood(plan, day).activities[0].timeframe.end
        for day in (date(2024, 12, 31), date(2025, 12, 31), date(2026, 12, 31))
    ]
    assert ends == [Moment.year(2024), Moment.year(2026), Moment.year(2024)]


def test_a_plan_keeps_its_earlier_values_when_it_is_saved() -> None:
    plan = merge([OLD, NEW])
    assert read_plan(write_plan(plan)) == (plan, ())
