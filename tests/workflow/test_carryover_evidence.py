"""What a carry-over cites: cells, owners, plans of the next period and days."""

from fractions import Fraction

import pytest
from attrs import evolve

from almwp.model.activity import Observation, PlanReference
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.source import Basis
from almwp.model.timeframe import Timeframe
from almwp.plan.carryover import Evidence
from almwp.workflow.session import Session
from tests.workflow.carryovermaking import (
    NEW,
    OLD,
    TVET,
    activity,
    carried,
    one,
    sent,
)

TITLE = "Study on skills"


def written(plan: str, words: str = "in the plan column") -> PlanReference:
    return PlanReference(framework=FrameworkId(plan), words=words)


def test_a_plan_is_cited_where_it_was_read(session: Session) -> None:
    other = activity("2", "ongoing 2025-06", sender="ID", lead="", title=TITLE)
    own = activity("1", "ongoing 2025-10", lead="", title=TITLE)
    own = evolve(own, references=(*own.references, written(TVET)))
    made = carried(
        session,
        sent("a-id.xlsx", [other], country="ID"),
        sent("b-vn.xlsx", [own]),
    )
    (found,) = made.activities
    (reason,) = [r for r in found.reasons if r.evidence is Evidence.PLAN]
    assert [str(cell) for cell in reason.origins] == ["b-vn.xlsx!S!D2"]


def test_a_plan_of_the_cover_is_cited_by_the_title_of_its_row(session: Session) -> None:
    own = activity("1", "ongoing 2025-10", title=TITLE)
    other = activity("2.3", "ongoing 2025-09", title=TITLE, frameworks=[TVET])
    made = carried(
        session, sent("a.xlsx", [own]), sent("b.xlsx", [other], framework=TVET)
    )
    (found,) = made.activities
    (reason,) = [r for r in found.reasons if r.evidence is Evidence.PLAN]
    assert [str(cell) for cell in reason.origins] == ["b.xlsx!S!A2"]


@pytest.mark.parametrize(
    ("states", "time", "fate"),
    [
        (["planned 2025-10"], "", "continues"),
        ([], "", "continues"),
        (["ongoing 2025-10"], "2023-2024", "continues"),
        (["completed 2025-10"], "", "undecided"),
        (["withdrawn 2025-10"], "", "dropped"),
    ],
)
def test_what_stands_in_a_plan_of_the_next_period_goes_on(
    session: Session, states: list[str], time: str, fate: str
) -> None:
    plans = [OLD, "CHILD-LABOUR-ROADMAP-2035"]
    row = activity("1", *states, time=time, frameworks=plans)
    found = one(carried(session, sent("a.xlsx", [row])), "1")
    assert found.fate.value == fate
    told = [r for r in found.reasons if r.evidence is Evidence.PLAN]
    assert [bool(r.origins) for r in told] == [True] * len(told)
    assert all("which begins in 2026" in r.words for r in told)
    assert bool(told) == (fate != "dropped")


def test_every_owner_of_a_time_frame_is_named(session: Session) -> None:
    rows = [
        sent("a.xlsx", [activity("1", time="2023-2025", title=TITLE)]),
        sent(
            "b.xlsx",
            [activity("2", time="2023-2025", title=TITLE, sender="ID")],
            country="ID",
        ),
        sent(
            "c.xlsx",
            [activity("3", time="2023-2026", title=TITLE, sender="PH")],
            country="PH",
        ),
    ]
    (found,) = carried(session, *rows).activities
    (reason,) = [r for r in found.reasons if r.evidence is Evidence.TIME_FRAME]
    for said in ("2023-2025 (ID)", "2023-2025 (VN)", "2023-2026 (PH)"):
        assert said in reason.words
    assert len(reason.origins) == 3


def test_a_percentage_without_a_state_and_a_time_without_an_end_are_told(
    session: Session,
) -> None:
    done = Observation(percent=Fraction(1), as_of=Moment.parse("2025-10"))
    rows = [
        evolve(activity("1", time=""), observations=(done,)),
        evolve(
            activity("2", "ongoing 2025-10"),
            timeframe=Timeframe(raw="2025 onwards", start=Moment.parse("2025")),
        ),
    ]
    made = carried(session, sent("a.xlsx", rows))
    assert "100 % was reported, but no state" in one(made, "1").reasons[0].words
    told = [r.words for r in one(made, "2").reasons]
    assert any("2025 onwards" in words for words in told)


def test_words_that_are_no_state_are_not_called_silence(session: Session) -> None:
    said = Observation(word="Chưa\nbắt đầu", percent=Fraction(1, 4))
    rows = [evolve(activity("1", time=""), observations=(said,))]
    made = carried(session, sent("a.xlsx", rows))
    assert [r.words for r in one(made, "1").reasons[:2]] == [
        "reported as 'Chưa bắt đầu', none of the three states",
        "25 % was reported, but no state",
    ]


def test_by_an_earlier_day_reports_on_the_next_programme_do_not_count(
    session: Session,
) -> None:
    row = activity("1", "ongoing 2025-06", title=TITLE)
    both = activity("1", "ongoing 2026-03", title=TITLE, frameworks=[OLD, NEW])
    fresh = activity("2", "planned 2026-03", frameworks=[NEW])
    files = (
        sent("a.xlsx", [row], as_of="2025-06"),
        sent("b.xlsx", [both, fresh], as_of="2026-03"),
    )
    now = carried(session, *files)
    assert one(now, "1").fate.value == "continues"
    assert [o.id for o in now.others] == ["VN:2"]
    then = carried(session, *files, as_of=Moment.parse("2025-12"))
    assert one(then, "1").fate.value == "undecided"
    assert then.others == ()
    assert any("left out: 1" in remark for remark in then.remarks)


def test_an_activity_is_shown_with_each_sender_s_own_number(session: Session) -> None:
    made = carried(
        session,
        sent("id.xlsx", [activity("7", title=TITLE, sender="ID")], country="ID"),
        sent("vn.xlsx", [activity("1", title=TITLE)]),
        country=CountryCode("VN"),
    )
    (found,) = made.activities
    assert (found.id, found.reported_as) == ("ID:7", ("VN:1",))


def test_a_plan_that_was_only_deduced_is_marked(session: Session) -> None:
    row = activity("1", "ongoing 2025-10")
    deduced = evolve(written(TVET), basis=Basis.INFERRED)
    row = evolve(row, references=(*row.references, deduced))
    found = one(carried(session, sent("a.xlsx", [row])), "1")
    assert any("(inferred)" in reason.words for reason in found.reasons)
