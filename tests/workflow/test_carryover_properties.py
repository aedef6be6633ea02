"""What is true of every carry-over, whatever was sent."""

from collections import Counter
from random import Random
from typing import Any

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.codec import decode, encode, read_plan, write_plan
from almwp.model.activity import Activity
from almwp.model.position import Proposal
from almwp.model.submission import Submission
from almwp.plan.carryover import ActivityFate, CarriedOver, ProposalPart
from almwp.plan.merge import merge
from almwp.workflow.carryover import WantedCarryOver, carry_over
from almwp.workflow.session import Session
from tests.schemafit import insist_it_fits
from tests.workflow.carryovermaking import (
    NEW,
    OLD,
    TVET,
    activity,
    carried,
    proposal,
    reported,
    sent,
)

STATES = [f"{s} {y}" for s in ("planned", "ongoing", "completed") for y in (2023, 2025)]
TIMES = ("", "2022", "2024-2027", "annual", "annual 2021-2030", "editions 2022 2027")
PLANS: tuple[list[str], ...] = (
    [OLD],
    [OLD, TVET],
    [OLD, NEW],
    [NEW],
    [TVET],
    [],
    ["OSHNET-WP-2021-2025"],
)
TITLES = ("Job fairs", "Green jobs forum", "Green job forum", "Mine safety")
NUMBERS = ("1", "2", "3", "4")
quick = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck)
)


@st.composite
def activities(draw: st.DrawFn, sender: str) -> Activity:
    states = draw(st.lists(st.sampled_from([*STATES, "withdrawn 2025"]), max_size=2))
    return activity(
        draw(st.sampled_from(NUMBERS)),
        *sorted(states, key=lambda words: words[-4:]),
        time=draw(st.sampled_from(TIMES)),
        frameworks=draw(st.sampled_from(PLANS)),
        title=draw(st.sampled_from(TITLES)),
        sender=sender,
        lead=draw(st.sampled_from(["VN", "PH", ""])),
    )


@st.composite
def proposals(draw: st.DrawFn, sender: str) -> Proposal:
    named = [f"{s}:{n}" for s in ("VN", "PH") for n in (*NUMBERS, "77")]
    return proposal(
        draw(st.sampled_from(NUMBERS)),
        *draw(st.lists(st.sampled_from(named), max_size=2)),
        title=draw(st.sampled_from((*TITLES, "Care economy"))),
        sender=sender,
        framework=draw(st.sampled_from([NEW, NEW, OLD, None])),
        joining=draw(st.booleans()),
    )


@st.composite
def files(draw: st.DrawFn) -> tuple[Submission, ...]:
    made = []
    for place in range(draw(st.integers(1, 3))):
        sender = draw(st.sampled_from(["VN", "PH"]))
        made.append(
            sent(
                f"{place}.xlsx",
                draw(
                    st.lists(activities(sender), max_size=3, unique_by=lambda a: a.id)
                ),
                draw(st.lists(proposals(sender), max_size=2, unique_by=lambda p: p.id)),
                country=sender,
                as_of=draw(st.sampled_from([None, "2024", "2025-11", "2026-02"])),
                framework=draw(st.sampled_from([OLD, NEW])),
            )
        )
    return tuple(made)


@quick
@given(files())
def test_every_activity_and_every_proposal_stands_in_it_once(
    session: Session, given_files: tuple[Submission, ...]
) -> None:
    made = carried(session, *given_files)
    plan = merge(given_files)
    told = [a.id for a in made.activities] + [a.id for a in made.others]
    assert sorted(told) == sorted(a.id for a in plan.activities)
    by_fate = {each.fate: each.count for each in made.counts}
    assert by_fate == {
        **dict.fromkeys(ActivityFate, 0),
        **Counter(a.fate for a in made.activities),
    }
    ids = [p.id for p in made.proposals]
    assert len(ids) == len(set(ids))
    rows = {(p.id, p.title) for s in given_files for p in s.proposals if not p.joining}
    assert {str(title) for _, title in rows} <= {str(p.title) for p in made.proposals}
    assert len(ids) <= sum(len(s.proposals) for s in given_files)


@quick
@given(files(), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(
    session: Session, given_files: tuple[Submission, ...], chance: Random
) -> None:
    shuffled = list(given_files)
    chance.shuffle(shuffled)
    assert carried(session, *shuffled) == carried(session, *given_files)


@quick
@given(files())
def test_what_is_proposed_anew_and_what_takes_it_up_name_each_other(
    session: Session, given_files: tuple[Submission, ...]
) -> None:
    made = carried(session, *given_files)
    by_id = {p.id: p for p in made.proposals}
    for each in made.activities:
        if each.fate is ActivityFate.PROPOSED:
            assert each.proposals
        for name in each.proposals:
            assert each.id in by_id[name].continues
            assert by_id[name].part is ProposalPart.ANEW
        if each.fate is ActivityFate.UNDECIDED:
            assert each.question
            assert not each.proposals
        else:
            assert any(r.is_sure and r.speaks_for is each.fate for r in each.reasons)
    for proposed in made.proposals:
        if proposed.part is ProposalPart.NEW:
            assert not proposed.continues
            assert not proposed.not_found
            assert not proposed.alike


@quick
@given(files())
def test_one_more_report_of_the_same_state_changes_no_sure_fate(
    session: Session, given_files: tuple[Submission, ...]
) -> None:
    before = {a.id: a for a in carried(session, *given_files).activities}
    again = [
        evolve(
            each,
            activities=[
                evolve(a, observations=(*a.observations, _same_later(a)))
                if a.observations
                else a
                for a in each.activities
            ],
        )
        for each in given_files
    ]
    if len(merge(given_files).activities) != sum(
        len(s.activities) for s in given_files
    ):
        return  # of two senders' reports the other's may become the newest
    for after in carried(session, *again).activities:
        was = before[after.id]
        ends = any(r.speaks_for is ActivityFate.DROPPED for r in was.reasons)
        if was.fate is ActivityFate.PROPOSED and ends:
            continue  # withdrawn once more, after it was proposed anew: that is asked
        if was.fate is not ActivityFate.UNDECIDED:
            assert after.fate is was.fate


def _same_later(known: Activity) -> Any:
    last = known.observations[-1]
    same = reported(f"{last.status} 2026") if last.word else reported("withdrawn 2026")
    others = {o.word for o in known.observations if o.as_of == last.as_of}
    return same if len(others) == 1 else last


@quick
@given(files())
def test_a_saved_plan_gives_the_same(
    session: Session, given_files: tuple[Submission, ...]
) -> None:
    plan = merge(given_files)
    again, faults = read_plan(write_plan(plan))
    assert again is not None, faults
    wanted = WantedCarryOver(to=NEW, framework=OLD)
    assert carry_over(again, wanted, session.plugins) == carry_over(
        merge(again.submissions), wanted, session.plugins
    )
    assert carry_over(plan, wanted, session.plugins) == carry_over(
        again, wanted, session.plugins
    )


@quick
@given(files())
def test_it_is_written_as_json_that_fits_its_schema_and_read_back(
    session: Session, given_files: tuple[Submission, ...]
) -> None:
    made = carried(session, *given_files)
    plain = encode(made)
    insist_it_fits(plain, CarriedOver)
    assert decode(CarriedOver, plain) == (made, ())
