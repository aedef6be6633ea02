from importlib.resources import files

import pytest

from almwp.catalogue.bodies import bodies
from almwp.catalogue.frameworks import framework, framework_files, framework_ids
from almwp.catalogue.members import members
from almwp.codec.plain import decode, encode
from almwp.errors import UnknownNameError
from almwp.model.framework import Framework, FrameworkStatus, Node, Role
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.source import Basis

ALL = tuple(framework(known) for known in framework_ids())
each_framework = pytest.mark.parametrize("plan", ALL, ids=lambda plan: plan.id)


def load(known: str) -> Framework:
    return framework(FrameworkId(known))


def find(plan: Framework, node: str) -> Node:
    found = plan.node(NodeId(node))
    assert found
    return found


def test_the_labour_programmes_and_the_plans_around_them_are_packaged() -> None:
    assert set(framework_ids()) == {
        "ALM-WP-2000",
        "ALM-WP-2010-2015",
        "ALM-WP-2016-2020",
        "ALM-WP-2021-2025",
        "ALM-WP-2026-2030",
        "SLOM-WG-WP-2016-2020",
        "SLOM-WG-WP-2021-2025",
        "OSHNET-WP-2016-2020",
        "OSHNET-WP-2021-2025",
        "ACMW-AP-2018-2025",
        "ATC-WP-2021-2030",
        "VIENTIANE-RAP",
        "CHILD-LABOUR-ROADMAP-2025",
        "CHILD-LABOUR-ROADMAP-2035",
        "GREEN-JOBS-2025-2030",
        "ASCC-BLUEPRINT-2025",
        "ASCC-SP-2026-2035",
        "VN-QD-161",
        "VN-QD-155",
        "VN-ILO-DWCP-2022-2026",
        "VN-LA-LABOUR-2024-2025",
        "VN-LA-LABOUR-2026-2027",
    }


def test_every_packaged_file_is_offered() -> None:
    folder = files("almwp.catalogue") / "frameworks"
    assert {f.name for f in framework_files()} == {f.name for f in folder.iterdir()}


def test_an_unknown_id_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="ALM-WP-2021-2025"):
        load("ALM-WP-2031-2035")


def test_a_framework_is_read_once() -> None:
    assert load("ALM-WP-2021-2025") is load("ALM-WP-2021-2025")


@each_framework
def test_a_file_is_named_after_its_framework(plan: Framework) -> None:
    assert f"{plan.id}.toml" in {file.name for file in framework_files()}
    assert plan.title.says("en")


@each_framework
def test_a_packaged_framework_reads_back_what_it_writes(plan: Framework) -> None:
    assert decode(Framework, encode(plan)) == (plan, ())


@each_framework
def test_bodies_countries_and_plans_that_are_named_are_in_the_catalogue(
    plan: Framework,
) -> None:
    known = {body.id for body in bodies()}
    countries = {member.iso2 for member in members()} | {None}
    assert known.issuperset(plan.bodies)
    assert known.issuperset(body for node in plan.nodes for body in node.bodies)
    assert countries.issuperset({plan.country, *(n.raised_by for n in plan.nodes)})
    assert {plan.parent} <= {None, *framework_ids()}


@each_framework
def test_no_placement_is_given_without_a_basis_nor_a_basis_without_one(
    plan: Framework,
) -> None:
    for node in plan.nodes:
        assert bool(node.parents) == (node.placement is not Basis.UNKNOWN), node.id
        if node.placement is Basis.INFERRED:
            assert node.note, node.id


@each_framework
def test_parents_stand_on_a_higher_level(plan: Framework) -> None:
    rank = {level.id: place for place, level in enumerate(plan.levels)}
    for node in plan.nodes:
        for parent in node.parents:
            assert rank[find(plan, parent).level] < rank[node.level], node.id


@each_framework
def test_a_level_that_is_complete_holds_as_many_nodes_as_are_told(
    plan: Framework,
) -> None:
    for level in plan.levels:
        held = sum(node.level == level.id for node in plan.nodes)
        says = level.complete is not None or level.total is not None
        assert says == (level.basis is not Basis.UNKNOWN), level.id
        if level.complete:
            assert held == level.total, level.id
        if level.total is not None:
            assert held <= level.total, level.id


@each_framework
def test_adoption_is_stated_only_where_it_is_known_by_whom_and_when(
    plan: Framework,
) -> None:
    adopted = plan.status is FrameworkStatus.ADOPTED
    assert bool(plan.adopted_by) == bool(plan.adopted_on) == adopted


def test_2026_2030_is_a_draft_without_outcome_or_area() -> None:
    plan = load("ALM-WP-2026-2030")
    assert plan.status is FrameworkStatus.DRAFT
    assert (plan.outcomes, plan.priority_areas) == ((), ())
    assert plan.with_role(Role.TARGET) == ()
    assert plan.topics == plan.nodes
    unknown = {s.about for s in plan.statements if s.basis is Basis.UNKNOWN}
    assert {"adoption", "levels", "outcomes", "thematic areas"} <= unknown


def test_topics_of_2026_2030_say_that_they_are_reported_and_not_adopted() -> None:
    topics = load("ALM-WP-2026-2030").topics
    assert [t.raised_by for t in topics] == [None] * 6 + ["PH"] * 4 + ["VN"] * 3
    for topic in topics:
        assert topic.basis is Basis.REPORTED
        assert topic.title_basis is Basis.INFERRED
        assert "Not adopted" in topic.note
        assert topic.number == ""


def test_2021_2025_has_four_outcomes_and_an_incomplete_list_of_areas() -> None:
    plan = load("ALM-WP-2021-2025")
    assert [str(node.title) for node in plan.outcomes] == [
        "Skilled and Adaptable Workforce",
        "Productive Employment",
        "Harmonious, Safe and Progressive Workplace",
        "Expanded Social Protection",
    ]
    areas = next(x for x in plan.levels if x.role is Role.PRIORITY_AREA)
    assert (areas.complete, areas.total) == (False, None)
    assert {node.number for node in plan.priority_areas} == {""}
    assert Basis.CONFIRMED not in {node.placement for node in plan.priority_areas}


def test_english_titles_of_2021_2025_are_marked_as_inferred() -> None:
    earlier = load("ALM-WP-2016-2020").outcomes
    for node, before in zip(load("ALM-WP-2021-2025").outcomes, earlier, strict=True):
        assert node.title == before.title
        assert node.title_basis is Basis.INFERRED
        assert "Vietnamese title was read" in node.note


def test_2016_2020_names_12_of_23_areas_and_numbers_two_of_them() -> None:
    plan = load("ALM-WP-2016-2020")
    areas = next(x for x in plan.levels if x.role is Role.PRIORITY_AREA)
    assert (areas.complete, areas.total, areas.basis) == (False, 23, Basis.CONFIRMED)
    assert len(plan.priority_areas) == 12
    assert [n.number for n in plan.priority_areas if n.number] == ["1.1", "3.1"]


def test_the_tally_of_october_2022_belongs_to_the_slom_wg_plan_by_inference() -> None:
    (tally,) = load("SLOM-WG-WP-2021-2025").tallies
    counts = (tally.total, tally.completed, tally.ongoing, tally.planned)
    assert counts == (31, 6, 5, None)
    assert (str(tally.as_of), tally.basis) == ("2022-10-26", Basis.INFERRED)
    assert "inferred" in tally.note


@pytest.mark.parametrize(
    ("known", "total", "completed"),
    [
        ("ASCC-BLUEPRINT-2025", 977, 964),
        ("OSHNET-WP-2016-2020", 23, None),
        ("OSHNET-WP-2021-2025", 20, None),
    ],
)
def test_reported_counts_are_tallies(
    known: str, total: int, completed: int | None
) -> None:
    (tally,) = load(known).tallies
    assert (tally.total, tally.completed) == (total, completed)
