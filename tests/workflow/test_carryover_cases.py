"""What an activity becomes, case by case."""

import pytest
from attrs import evolve

from almwp.model.activity import ActivityLink, LinkKind, PlanReference
from almwp.model.framework import Succession, SuccessionKind
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.source import Basis
from almwp.plan.carryover import Evidence, ProposalPart
from almwp.workflow.session import Session
from tests.workflow.carryovermaking import (
    NEW,
    OLD,
    TVET,
    activity,
    carried,
    one,
    proposal,
    proposed,
    sent,
)


@pytest.mark.parametrize(
    ("states", "time", "frameworks", "fate", "asked"),
    [
        (["completed 2025-10"], "2023", [OLD], "closed", ""),
        (["completed"], "", [OLD], "closed", ""),
        (["completed 2025-10"], "2021", [OLD, TVET], "closed", ""),
        (["completed 2025-10"], "2024-2027", [OLD], "undecided", "contradict"),
        (["completed 2025-10"], "annual", [OLD], "undecided", "another edition"),
        (["completed 2025-10"], "annual 2021-2025", [OLD], "closed", ""),
        (["completed 2025-10"], "annual 2021-2030", [OLD], "continues", ""),
        (["completed 2025-10"], "editions 2022 2024", [OLD], "closed", ""),
        (["completed 2025-10"], "editions 2022 2027", [OLD], "continues", ""),
        (["ongoing 2025-10"], "2024-2027", [OLD], "continues", ""),
        (["ongoing 2025-10"], "2024-2026", [OLD], "continues", ""),
        (["ongoing 2025-10"], "2024-2025", [OLD], "undecided", "to go on"),
        (["ongoing 2025-10"], "2021-2022", [OLD, TVET], "undecided", "to go on"),
        (["ongoing 2025-10"], "", [OLD, TVET], "continues", ""),
        (["planned 2025-10"], "", [TVET, OLD], "continues", ""),
        (["ongoing 2025-10"], "", [OLD], "undecided", "when does it end"),
        (["ongoing 2025-10"], "annual", [OLD], "undecided", "does it go on"),
        (["ongoing 2025-10"], "", [OLD, "ACMW-AP-2018-2025"], "undecided", "when"),
        (["ongoing 2025-10"], "", [OLD, "VIENTIANE-RAP"], "undecided", "when"),
        (["planned 2025-10"], "2027", [OLD], "continues", ""),
        (["planned 2023"], "2022", [OLD], "undecided", "to go on"),
        ([], "2024-2027", [OLD], "undecided", "what became of it"),
        ([], "", [OLD, TVET], "undecided", "what became of it"),
        ([], "2021", [OLD], "undecided", "what became of it"),
        (["withdrawn 2025-10"], "2024-2027", [OLD, TVET], "dropped", ""),
        (["withdrawn"], "", [OLD], "dropped", ""),
        (["completed 2023", "withdrawn 2025"], "", [OLD], "dropped", ""),
        (["completed 2025", "ongoing 2025"], "2027", [OLD], "undecided", "differ"),
        (["completed 2025-10"], "", [OLD, NEW], "undecided", "contradict"),
        (["ongoing 2025-10"], "", [OLD, NEW], "continues", ""),
        (["ongoing 2023", "completed 2025"], "2022", ["SLOM-WG-WP-2021-2025"], "closed",
         ""),
        (["ongoing 2025-10"], "2024-2027", [], "continues", ""),
    ],
)  # fmt: skip
def test_what_it_becomes_by_its_own_row(
    session: Session,
    states: list[str],
    time: str,
    frameworks: list[str],
    fate: str,
    asked: str,
) -> None:
    row = activity("1", *states, time=time, frameworks=frameworks)
    made = carried(session, sent("vn.xlsx", [row]))
    found = one(made, "1")
    assert found.fate.value == fate
    assert asked in found.question
    assert bool(found.question) == (fate == "undecided")
    assert found.reasons
    if fate != "undecided":
        assert found.basis is Basis.REPORTED


def test_a_reason_names_the_cell_of_the_report_that_counts(session: Session) -> None:
    older = activity("1", "ongoing 2023", time="2021-2025")
    newer = activity("1", "ongoing 2025", time="2021-2027")
    made = carried(
        session,
        sent("a.xlsx", [older], as_of="2023"),
        sent("b.xlsx", [newer], as_of="2025"),
    )
    (reason,) = [r for r in one(made, "1").reasons if r.evidence is Evidence.TIME_FRAME]
    assert reason.is_sure
    assert [str(origin) for origin in reason.origins] == ["b.xlsx!S!C2"]


def test_time_frames_of_two_senders_that_differ_decide_nothing(
    session: Session,
) -> None:
    own = activity("1", "ongoing 2025", time="2021-2027")
    other = activity("9", "ongoing 2025", time="2021-2025", sender="PH", title="")
    other = evolve(other, title=own.title)
    made = carried(
        session, sent("a.xlsx", [own]), sent("b.xlsx", [other], country="PH")
    )
    (found,) = made.activities
    assert found.fate.value == "undecided"
    assert found.question == "which time frame is right"
    assert any("PH" in reason.words for reason in found.reasons)


def test_by_an_earlier_day_only_what_was_reported_by_then_counts(
    session: Session,
) -> None:
    from almwp.model.moment import Moment

    row = activity("1", "ongoing 2023", "completed 2025-10", time="2021-2025")
    files = sent("a.xlsx", [row]), sent("p.xlsx", (), [proposal("1", "VN:1")])
    assert one(carried(session, *files), "1").fate.value == "proposed anew"
    then = carried(session, *files, as_of=Moment.parse("2024"))
    assert one(then, "1").fate.value == "undecided"
    assert then.proposals == ()
    assert any("left out: 1" in remark for remark in then.remarks)


@pytest.mark.parametrize(
    ("when", "fate"),
    [("2026", "proposed anew"), ("2024", "undecided"), (None, "undecided")],
)
def test_what_was_withdrawn_is_proposed_anew_only_by_a_later_file(
    session: Session, when: str | None, fate: str
) -> None:
    row = activity("1", "withdrawn 2025-10")
    later = sent("p.xlsx", (), [proposal("1", "VN:1")], as_of=when, framework=NEW)
    assert one(carried(session, sent("a.xlsx", [row]), later), "1").fate.value == fate


@pytest.mark.parametrize(
    ("kind", "basis", "fate"),
    [
        ("continues", Basis.CONFIRMED, "continues"),
        ("succeeds", Basis.REPORTED, "succeeded by"),
        ("splits into", Basis.REPORTED, "succeeded by"),
        ("closed", Basis.CONFIRMED, "closed"),
        ("continues", Basis.INFERRED, "undecided"),
        ("closed", Basis.UNKNOWN, "undecided"),
    ],
)
def test_a_crosswalk_that_names_the_activity_decides(
    session: Session, kind: str, basis: Basis, fate: str
) -> None:
    succession = Succession(
        kind=SuccessionKind(kind),
        old_framework=OLD,
        new_framework=NEW,
        old=[ActivityId("VN:1")],
        new=[ActivityId("N:7")] if kind != "closed" else [],
        basis=basis,
    )
    rows = sent("a.xlsx", [activity("1", "ongoing 2025-10", time="2021-2025")])
    later = sent(
        "n.xlsx",
        [activity("7", frameworks=[NEW], sender="N", lead="")],
        country="PH",
        framework=NEW,
    )
    made = carried(session, rows, later, successions=(succession,))
    assert one(made, "1").fate.value == fate
    if fate in ("continues", "succeeded by"):
        assert one(made, "1").successors == ("N:7",)


@pytest.mark.parametrize(
    ("link", "fate"),
    [
        (LinkKind.CONTINUES, "continues"),
        (LinkKind.SAME_AS, "continues"),
        (LinkKind.FOLLOWS_UP, "succeeded by"),
        (LinkKind.PART_OF, "undecided"),
    ],
)
def test_an_activity_of_the_next_programme_takes_up_the_one_it_is_tied_to(
    session: Session, link: LinkKind, fate: str
) -> None:
    row = activity("1", "ongoing 2025-10", time="2021-2025")
    later = activity(
        "70",
        frameworks=[NEW],
        links=[ActivityLink(kind=link, other=ActivityId("VN:1"))],
    )
    made = carried(
        session, sent("a.xlsx", [row]), sent("b.xlsx", [later], framework=NEW)
    )
    assert one(made, "1").fate.value == fate
    (other,) = made.others
    assert other.of_next
    assert len(made.activities) == 1


def test_a_reference_that_was_only_deduced_decides_nothing(session: Session) -> None:
    row = activity("1", "ongoing 2025-10")
    deduced = PlanReference(framework=FrameworkId(TVET), basis=Basis.INFERRED)
    row = evolve(row, references=(*row.references, deduced))
    assert one(carried(session, sent("a.xlsx", [row])), "1").fate.value == "undecided"


def test_a_project_of_several_plans_becomes_one_thing_and_counts_once(
    session: Session,
) -> None:
    frameworks = [OLD, TVET, "SLOM-WG-WP-2021-2025", "ACMW-AP-2018-2025"]
    row = activity("1", "ongoing 2025-10", frameworks=frameworks)
    made = carried(session, sent("a.xlsx", [row]))
    assert sum(each.count for each in made.counts) == 1
    assert one(made, "1").fate.value == "continues"


def test_an_area_that_is_closed_does_not_close_its_activities(
    session: Session,
) -> None:
    closed = Succession(
        kind=SuccessionKind.CLOSED,
        old_framework=OLD,
        new_framework=NEW,
        old=[NodeId("1")],
        basis=Basis.CONFIRMED,
    )
    row = activity("1", "ongoing 2025-10", time="2024-2027")
    row = evolve(row, references=(PlanReference(framework=OLD, node=NodeId("1")),))
    made = carried(session, sent("a.xlsx", [row]), successions=(closed,))
    found = one(made, "1")
    assert found.fate.value == "continues"
    assert "closes" in found.hanging.why
    assert made.without_place == (found,)


def test_a_title_alone_only_suggests(session: Session) -> None:
    row = activity("1", "ongoing 2025-10", title="Forum on green jobs in ASEAN")
    made = carried(
        session,
        sent("a.xlsx", [row]),
        sent(
            "p.xlsx",
            (),
            [
                proposal("5", title="Forum on green jobs in ASEAN"),
                proposal("6", title="Forum on green job in ASEAN"),
                proposal("7", title="Care economy"),
            ],
        ),
    )
    assert one(made, "1").fate.value == "undecided"
    assert "VN:5, VN:6" in one(made, "1").question
    assert proposed(made, "5").part is ProposalPart.ASKED
    assert proposed(made, "6").alike == ("VN:1",)
    assert proposed(made, "7").part is ProposalPart.NEW


def test_an_activity_of_the_next_programme_with_the_same_title_only_suggests(
    session: Session,
) -> None:
    title = "Forum on green jobs in ASEAN"
    row = activity("1", "ongoing 2025-10", title=title)
    later = activity("1", frameworks=[NEW], title=title)
    made = carried(
        session, sent("a.xlsx", [row]), sent("b.xlsx", [later], framework=NEW)
    )
    (found,) = made.activities
    assert found.fate.value == "undecided"
    assert f"the same as {made.others[0].id} of {NEW}" in found.question
    tied = ActivityLink(kind=LinkKind.CONTINUES, other=ActivityId("VN:1"))
    later = evolve(later, links=(tied,))
    made = carried(
        session, sent("a.xlsx", [row]), sent("b.xlsx", [later], framework=NEW)
    )
    assert made.activities[0].fate.value == "continues"


def test_a_crosswalk_from_another_programme_says_nothing_of_an_activity(
    session: Session,
) -> None:
    other = Succession(
        kind=SuccessionKind.CLOSED,
        old_framework=FrameworkId("ALM-WP-2016-2020"),
        new_framework=NEW,
        old=[ActivityId("VN:1")],
        basis=Basis.CONFIRMED,
    )
    row = activity("1", "ongoing 2025-10")
    made = carried(session, sent("a.xlsx", [row]), successions=(other,))
    assert one(made, "1").fate.value == "undecided"
