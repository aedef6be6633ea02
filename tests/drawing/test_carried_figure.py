"""A carry-over drawn: every activity once, by what it becomes."""

from hypothesis import given
from hypothesis import strategies as st

from almwp.drawing.carriedfigure import carried_figure
from almwp.drawing.drawn import draw_svg
from almwp.drawing.wording import description
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.source import Basis, Origin
from almwp.model.text import Text
from almwp.plan.carryover import (
    ActivityFate,
    CarriedActivity,
    CarriedOver,
    CarriedProposal,
    CarryOverReason,
    Evidence,
    Hanging,
    NextPlace,
    ProposalPart,
    counted,
)

OLD, NEW = FrameworkId("OLD"), FrameworkId("NEW")
CELL = Origin(file="vn.xlsx", sha256="e" * 64, sheet="Plan", cell="C4")


def place(node: str, *, provisional: bool = False) -> NextPlace:
    return NextPlace(
        framework=NEW,
        node=NodeId(node),
        title=Text.of(f"Place {node}"),
        provisional=provisional,
    )


def carried(activities: list[CarriedActivity]) -> CarriedOver:
    outcomes = [
        NextPlace(
            framework=OLD, node=NodeId(n), number=n, title=Text.of(f"Outcome {n}")
        )
        for n in "12"
    ]
    proposal = CarriedProposal(
        id="VN:P1",
        title=Text.of("Anew"),
        part=ProposalPart.ANEW,
        hanging=Hanging(places=[place("b", provisional=True)]),
    )
    return CarriedOver(
        old=OLD,
        new=NEW,
        new_is_adopted=False,
        outcomes=outcomes,
        counts=counted(activities),
        activities=activities,
        proposals=[proposal],
        remarks=["NEW is a draft"],
    )


def activity(
    number: int,
    fate: ActivityFate,
    outcome: str | None = "1",
    places: tuple[NextPlace, ...] = (),
) -> CarriedActivity:
    reason = CarryOverReason(evidence=Evidence.REPORT, words="said", origins=[CELL])
    return CarriedActivity(
        id=ActivityId(f"VN:{number}"),
        title=Text.of(f"Activity {number}"),
        outcome=NodeId(outcome) if outcome else None,
        fate=fate,
        basis=Basis.REPORTED,
        reasons=[reason],
        proposals=["VN:P1"] if fate is ActivityFate.PROPOSED else [],
        hanging=Hanging(places=places),
    )


rows = st.lists(
    st.tuples(
        st.sampled_from(list(ActivityFate)),
        st.sampled_from(["1", "2", None, "unheard of"]),
        st.lists(st.integers(0, 30).map(lambda n: place(str(n))), max_size=2),
    ),
    max_size=40,
)


@given(rows)
def test_every_activity_goes_from_one_place_to_one(
    found: list[tuple[ActivityFate, str | None, list[NextPlace]]],
) -> None:
    activities = [
        activity(number, fate, outcome, tuple(places))
        for number, (fate, outcome, places) in enumerate(found)
    ]
    flow = carried_figure(carried(activities))
    assert sum(stream.count for stream in flow.streams) == len(activities)
    pairs = [(stream.source, stream.to) for stream in flow.streams]
    assert len(pairs) == len(set(pairs))
    assert len({to for _, to in pairs}) <= 14
    assert flow.origins == ((CELL,) if activities else ())


def test_what_goes_on_stands_under_its_one_sure_place() -> None:
    flow = carried_figure(
        carried(
            [
                activity(1, ActivityFate.CLOSED, places=(place("a"),)),
                activity(2, ActivityFate.CONTINUES, places=(place("a"),)),
                activity(3, ActivityFate.CONTINUES, "2", (place("a"), place("b"))),
                activity(4, ActivityFate.PROPOSED, None),
                activity(5, ActivityFate.UNDECIDED, "2"),
            ]
        )
    )
    assert [(s.source, s.to) for s in flow.streams] == [
        ("1 Outcome 1", "closed"),
        ("1 Outcome 1", "continues: Place a"),
        ("2 Outcome 2", "continues"),
        ("2 Outcome 2", "undecided"),
        ("No outcome stated", "proposed anew: Place b (*)"),
    ]
    told = "closed: 1, continues: 2, proposed anew: 1, undecided: 1"
    assert told in flow.alternative
    assert "NEW is a draft" in description(flow)


def test_many_places_give_way_to_the_fates_alone() -> None:
    each = [
        activity(n, ActivityFate.CONTINUES, places=(place(str(n)),)) for n in range(20)
    ]
    flow = carried_figure(carried(each))
    assert [(s.to, s.count) for s in flow.streams] == [("continues", 20)]
    assert draw_svg(flow, captioned=True).startswith("<svg")
