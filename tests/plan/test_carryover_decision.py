"""What sure and unsure reasons make of an activity together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.source import Basis
from almwp.plan.carryover import ActivityFate, CarryOverReason, Evidence
from almwp.plan.carryoverdecision import decided, in_weight

CLOSED, CONTINUES = ActivityFate.CLOSED, ActivityFate.CONTINUES
SUCCEEDED, PROPOSED = ActivityFate.SUCCEEDED, ActivityFate.PROPOSED
DROPPED, UNDECIDED = ActivityFate.DROPPED, ActivityFate.UNDECIDED

reasons = st.builds(
    CarryOverReason,
    evidence=st.sampled_from(Evidence),
    speaks_for=st.none() | st.sampled_from([f for f in ActivityFate if f != UNDECIDED]),
    is_sure=st.booleans(),
    basis=st.sampled_from(Basis),
    words=st.just("why"),
    proposals=st.lists(st.sampled_from(["VN:1", "VN:2"]), max_size=1),
    successors=st.lists(st.sampled_from(["VN:1", "VN:3"]), max_size=1),
)


def sure(fate: ActivityFate, basis: Basis = Basis.REPORTED) -> CarryOverReason:
    return CarryOverReason(
        evidence=Evidence.REPORT,
        speaks_for=fate,
        is_sure=True,
        basis=basis,
        words="why",
        proposals=("VN:9",) if fate is PROPOSED else (),
        successors=("VN:8",) if fate is SUCCEEDED else (),
    )


@given(st.lists(reasons, max_size=5), st.randoms())
def test_the_order_of_reasons_does_not_matter(
    several: list[CarryOverReason], chance: st.DrawFn
) -> None:
    shuffled = list(several)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert decided(shuffled) == decided(several)


@given(st.lists(reasons, max_size=5))
def test_only_a_sure_reason_decides(several: list[CarryOverReason]) -> None:
    decision = decided(several)
    speaking = {r.speaks_for for r in several if r.is_sure}
    if decision.fate is UNDECIDED:
        assert decision.basis is Basis.UNKNOWN
    else:
        assert decision.fate in speaking
        assert not decision.rivals
    unsure = [r for r in several if not r.is_sure]
    assert decided(unsure).fate is UNDECIDED
    assert decided([r for r in several if r.is_sure]) == decision


@given(st.lists(reasons, max_size=5))
def test_weighing_loses_no_reason_and_puts_those_that_decide_first(
    several: list[CarryOverReason],
) -> None:
    decision = decided(several)
    weighed = in_weight(several, decision.fate)
    assert sorted(map(repr, weighed)) == sorted(map(repr, several))
    if decision.fate is not UNDECIDED:
        assert weighed[0].speaks_for is decision.fate
        assert weighed[0].is_sure


@given(st.lists(reasons, max_size=4), st.sampled_from(Basis))
def test_saying_the_same_again_changes_no_fate(
    several: list[CarryOverReason], basis: Basis
) -> None:
    fate = decided(several).fate
    if fate not in (UNDECIDED, PROPOSED, SUCCEEDED):
        assert decided([*several, sure(fate, basis)]).fate is fate


@pytest.mark.parametrize(
    ("fates", "made"),
    [
        ((), UNDECIDED),
        ((CLOSED,), CLOSED),
        ((DROPPED,), DROPPED),
        ((CLOSED, PROPOSED), PROPOSED),
        ((CONTINUES, PROPOSED), PROPOSED),
        ((CLOSED, CONTINUES, PROPOSED), PROPOSED),
        ((CLOSED, SUCCEEDED), SUCCEEDED),
        ((CLOSED, DROPPED), DROPPED),
        ((CLOSED, CONTINUES), UNDECIDED),
        ((CONTINUES, SUCCEEDED), UNDECIDED),
        ((CONTINUES, DROPPED), UNDECIDED),
        ((DROPPED, PROPOSED), UNDECIDED),
        ((SUCCEEDED, PROPOSED), UNDECIDED),
        ((CLOSED, SUCCEEDED, PROPOSED), UNDECIDED),
    ],
)
def test_what_fates_make_together(
    fates: tuple[ActivityFate, ...], made: ActivityFate
) -> None:
    decision = decided(sure(fate) for fate in fates)
    assert decision.fate is made
    if made is UNDECIDED:
        assert decision.rivals == tuple(f for f in ActivityFate if f in fates)


def test_a_crosswalk_that_names_the_proposal_itself_is_no_second_successor() -> None:
    by_crosswalk = CarryOverReason(
        evidence=Evidence.CROSSWALK,
        speaks_for=SUCCEEDED,
        is_sure=True,
        words="why",
        successors=("VN:9",),
    )
    assert decided([by_crosswalk, sure(PROPOSED)]).fate is PROPOSED


def test_the_best_basis_of_those_that_decide_is_told() -> None:
    several = [sure(CLOSED), sure(CLOSED, Basis.CONFIRMED)]
    assert decided(several).basis is Basis.CONFIRMED
