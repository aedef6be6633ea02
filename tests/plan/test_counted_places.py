"""Where an activity counts in a plan, and who has an overlap: by what was named."""

from almwp.catalogue.frameworks import framework
from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Role
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.party import Party, PartyKind
from almwp.model.source import Basis
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.alignment import align
from almwp.plan.merge import merge
from almwp.plan.overlaps import Scene, find_overlaps

PLAN = framework(FrameworkId("ALM-WP-2021-2025"))
AREA = next(
    node
    for node in PLAN.with_role(Role.PRIORITY_AREA)
    if node.parents and node.placement is Basis.INFERRED
)
OTHER = next(node for node in PLAN.outcomes if node.id not in AREA.parents)


def party(code: str) -> Party:
    return Party(kind=PartyKind.COUNTRY, id=code)


def naming(*nodes: str) -> Activity:
    return Activity(
        id=ActivityId("VN:1"),
        title=Text.of("Study on wages"),
        references=[
            PlanReference(framework=PLAN.id, node=NodeId(node)) for node in nodes
        ],
        leads=[party("VN")],
    )


def counted(activity: Activity) -> dict[str, bool]:
    """Return the parts that the activity serves, and whether by inference."""
    (plan,) = align(Scene(activities=(activity,), framework=PLAN), [PLAN]).plans
    return {part.node: bool(part.inferred) for part in plan.parts if part.activities}


def test_an_activity_counts_under_the_outcome_that_it_names_and_no_other() -> None:
    assert counted(naming(OTHER.id, AREA.id)) == {OTHER.id: False, AREA.id: False}


def test_an_outcome_that_only_follows_from_the_area_is_marked_as_inferred() -> None:
    found = counted(naming(AREA.id))
    assert found.pop(AREA.id) is False
    assert found == dict.fromkeys(AREA.parents, True)


def test_a_co_lead_makes_no_overlap_within_one_country() -> None:
    one = Activity(
        id=ActivityId("LA:1"),
        title=Text.of("Survey on decent work in the informal sector"),
        leads=[party("LA")],
    )
    other = Activity(
        id=ActivityId("VN:1"),
        title=Text.of("Decent work survey in informal sector"),
        leads=[party("VN")],
        co_leads=[party("LA")],
    )
    scene = Scene(activities=(one, other), framework=PLAN, members=())
    (pair,) = find_overlaps(scene).look_alikes
    assert pair.countries == ()
    assert (pair.one_co_led_by, pair.other_co_led_by) == ((), ("LA",))


def test_a_real_number_wins_over_an_id_that_was_made_up() -> None:
    def sent(digit: str, country: str, name: str) -> Submission:
        activity = Activity(id=ActivityId(name), title=Text.of("Study on wages"))
        return Submission(
            file=f"{digit}.xlsx",
            sha256=digit * 64,
            country=CountryCode(country),
            activities=[activity],
        )

    plan = merge([sent("1", "ID", "ID:~ab12"), sent("2", "VN", "VN:7")])
    assert [activity.id for activity in plan.activities] == ["VN:7"]
