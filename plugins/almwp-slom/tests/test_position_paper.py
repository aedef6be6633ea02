"""What a position holds: own activities once each, by outcome, and its open ends."""

from collections.abc import Callable

import attrs
import pytest
from almwp_slom.paper import build
from almwp_slom.position import assemble
from almwp_slom.progress import build as build_progress
from almwp_slom.redaction import kept_origins

from almwp.catalogue.members import find_member, members_on
from almwp.errors import CallError
from almwp.model.activity import Activity, Observation, PlanReference, Status
from almwp.model.framework import Framework, FrameworkStatus
from almwp.model.ids import ActivityId, NodeId
from almwp.model.moment import Moment
from almwp.model.nationalposition import NationalPosition
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience
from almwp.model.report import Report, Table
from almwp.model.source import Basis, Origin
from almwp.model.workplan import WorkPlan
from almwp.plugins import ReportRequest
from almwp.testing.papers import cells, headings, tables, words

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]
Tell = Callable[..., Observation]


def facts(report: Report) -> dict[str, str]:
    (cover,) = tables(report, "Delegation")
    return {row[0].text: row[1].text for row in cover.rows}


def test_own_activities_are_those_that_the_country_leads_or_co_leads(ask: Ask) -> None:
    position = assemble(ask())
    assert [a.id for a in position.own_activities] == [f"a{n}" for n in range(1, 7)]
    assert [a.id for a in position.shared_obligations] == ["a8"]


def test_every_activity_stands_in_one_table_only(ask: Ask, plan: WorkPlan) -> None:
    found = [row[1] for table in tables(build(ask()), "No.") for row in cells(table)]
    titles = [str(a.title) for a in plan.activities if a.id != "a7"]
    assert sorted(t for t in found if t in titles) == sorted(titles)


def test_outcomes_come_in_the_order_of_the_programme_and_none_comes_last(
    ask: Ask,
) -> None:
    assert headings(build(ask())) == [
        "1 Context and objectives",
        "1.1 What this paper rests on",
        "2 Progress of activities that Viet Nam leads or co-leads",
        "2.1 Outcome 1: Skilled and Adaptable Workforce",
        "2.2 Outcome 3: Harmonious, Safe and Progressive Workplace",
        "2.3 Outcome 4: Expanded Social Protection",
        "2.4 No outcome stated",
        "3 Obligations shared by all members",
        "4 Positions on the agenda",
        "5 Proposals for the new period",
        "6 What we ask and offer",
        "7 Proposals of other members that we join or watch",
        "Annex: Full table of activities",
        "Annex: What is not known",
        "Annex: Sources",
        "Annex: Inputs",
    ]


def test_the_summary_counts_what_the_tables_show(ask: Ask) -> None:
    (summary,) = tables(build(ask()), "Outcome")
    assert cells(summary)[-1][:7] == ["All together", "6", "1", "1", "1", "2", "1"]
    assert cells(summary)[-1][7] == "20 % (1 of 5)\nbetween 20 % and 60 %"
    for column in range(1, 7):
        *parts, whole = (int(row[column]) for row in cells(summary))
        assert sum(parts) == whole


def test_an_activity_with_two_outcomes_is_counted_under_the_first(
    ask: Ask, plan: WorkPlan, activity: Make, reported: Tell
) -> None:
    both = tuple(
        PlanReference(framework=plan.framework, node=NodeId(node))
        for node in ("3", "1")
    )
    one = activity(9, "Two outcomes", reported(Status.COMPLETED, "2024"))
    changed = WorkPlan(activities=(attrs.evolve(one, references=both),))
    report = build(ask(plan=changed))
    (summary,) = tables(report, "Outcome")
    assert [row[1] for row in cells(summary)] == ["1", "0", "0", "0", "1"]
    assert "No. 1 also serves: Harmonious" in words(report)


def test_outcomes_that_were_inferred_are_marked_and_counted(ask: Ask) -> None:
    report = build(ask())
    marked = [
        row[1]
        for table in tables(report, "No.")
        for row in cells(table)
        if row[0].endswith("†")
    ]
    assert marked == ["Labour market information system"]
    assert "The outcome of 1 activity is inferred, not reported." in words(report)


def test_an_outcome_that_follows_from_an_inferred_place_of_its_area_is_inferred(
    ask: Ask, programme: Framework, activity: Make
) -> None:
    area = next(
        n
        for n in programme.priority_areas
        if n.parents and n.placement is Basis.INFERRED
    )
    refers = PlanReference(framework=programme.id, node=area.id)
    one = attrs.evolve(activity(1, "By area"), references=(refers,))
    (table, *_) = tables(build(ask(plan=WorkPlan(activities=(one,)))), "No.")
    assert cells(table)[0][0] == "1 †"


def test_roles_name_those_who_lead_with_the_country(ask: Ask) -> None:
    rows = [row for table in tables(build(ask()), "No.") for row in cells(table)]
    roles = {row[1]: row[2] for row in rows if len(row) == 6}
    assert roles["Labour market information system"] == (
        "Co-lead\nled by: Philippines\nco-lead: Indonesia"
    )
    assert roles["Workshop on wages"] == "Lead"
    assert roles["Yearly summary"] == "Lead: all ASEAN member states"


@pytest.mark.parametrize(
    ("day", "ministry", "bo"),
    [
        (
            "2025-02-28",
            "Ministry of Labour, Invalids and Social Affairs",
            "Thương binh",
        ),
        ("2025-03-01", "Ministry of Home Affairs", "Bộ Nội vụ"),
    ],
)
def test_the_ministry_has_its_name_of_the_first_day(
    ask: Ask, day: str, ministry: str, bo: str
) -> None:
    slom = ask().meeting
    assert slom is not None
    meeting = attrs.evolve(slom, start=Moment.parse(day))
    assert ministry in facts(build(ask(meeting=meeting)))["Labour ministry on that day"]
    (cover,) = (
        b
        for b in build(ask(meeting=meeting, language="vi")).blocks
        if isinstance(b, Table) and b.columns[0].heading == "Đoàn"
    )
    assert bo in cover.rows[0][1].text


@pytest.mark.parametrize(
    ("day", "count"), [("2025-10-25", 10), ("2025-10-26", 11), ("2026-11", 11)]
)
def test_the_members_are_those_of_the_first_day(ask: Ask, day: str, count: int) -> None:
    slom, first = ask().meeting, Moment.parse(day)
    assert slom is not None
    meeting = attrs.evolve(slom, start=first, end=None)
    request = ask(meeting=meeting, members=members_on(first.start))
    assert facts(build(request))["Members of ASEAN on that day"] == str(count)


def test_the_cover_counts_the_members_of_that_day(ask: Ask) -> None:
    assert facts(build(ask()))["Members of ASEAN on that day"] == "10"
    east_timor = find_member("TL")
    report = build(ask(country=east_timor))
    assert "Timor-Leste was not yet a member of ASEAN on that day." in words(report)


@pytest.mark.parametrize("missing", ["country", "meeting"])
def test_without_country_or_meeting_it_says_what_to_name(
    ask: Ask, missing: str
) -> None:
    with pytest.raises(CallError, match=f"needs a {missing}"):
        build(ask(**{missing: None}))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (FrameworkStatus.DRAFT, "is a draft: it is not adopted."),
        (FrameworkStatus.UNKNOWN, "was adopted is not known."),
    ],
)
def test_a_programme_that_is_not_adopted_is_said_so(
    ask: Ask, programme: Framework, status: FrameworkStatus, said: str
) -> None:
    assert said in words(build(ask(framework=attrs.evolve(programme, status=status))))


def test_without_a_programme_no_outcome_is_shown(ask: Ask) -> None:
    report = build(ask(framework=None))
    assert "2.1 No outcome stated" in headings(report)
    assert "No programme was named" in words(report)


def test_without_scores_the_counts_still_stand(ask: Ask, plan: WorkPlan) -> None:
    request = ask()
    bare = attrs.evolve(request, score=ReportRequest(plan=plan).score)
    (summary,) = tables(build(bare), "Outcome")
    assert cells(summary)[-1][:3] == ["All together", "6", "1"]
    assert cells(summary)[-1][7] == "not scored"


def test_the_typed_position_goes_with_the_report(ask: Ask) -> None:
    data = build(ask()).data
    assert isinstance(data, NationalPosition)
    assert data.country == "VN"
    assert data.own_activities[0].id == ActivityId("a1")


def test_every_status_tells_the_cell_in_which_it_was_read(ask: Ask) -> None:
    (first, *_) = tables(build(ask()), "No.")
    assert [str(origin) for origin in first.rows[0][4].origins] == [
        "INTERNAL-file.xlsx!Plan!F7"
    ]


def test_the_regional_report_holds_all_activities_and_keeps_their_order(
    ask: Ask, plan: WorkPlan
) -> None:
    report = build_progress(ask(country=None, meeting=None))
    found = [row[1] for t in tables(report, "No.") for row in cells(t) if len(row) == 6]
    assert sorted(found) == sorted(str(a.title) for a in plan.activities)
    last = tables(report, "No.")[-2]
    assert [row[1] for row in cells(last)] == [
        str(a.title) for a in plan.activities if a.id in ("a3", "a7", "a8")
    ]


def test_what_is_said_outright_goes_before_what_follows_from_an_area(
    ask: Ask, programme: Framework, activity: Make
) -> None:
    area = next(n for n in programme.priority_areas if n.parents == (NodeId("1"),))
    refers = tuple(
        PlanReference(framework=programme.id, node=node)
        for node in (area.id, NodeId("4"))
    )
    one = attrs.evolve(activity(1, "Both"), references=refers)
    report = build(ask(plan=WorkPlan(activities=(one,))))
    assert "2.1 Outcome 4: Expanded Social Protection" in headings(report)
    assert "also serves" not in words(report)


def test_an_obligation_of_all_that_the_country_co_leads_is_its_own(
    ask: Ask, activity: Make
) -> None:
    everyone = (Party(kind=PartyKind.ALL_MEMBERS, id="ALL"),)
    one = attrs.evolve(activity(1, "Owed", co_leads="VN"), leads=everyone)
    position = assemble(ask(plan=WorkPlan(activities=(one,))))
    assert [a.id for a in position.own_activities] == ["a1"]
    assert position.shared_obligations == ()


def test_inputs_are_named_with_the_first_digits_of_their_fingerprint(ask: Ask) -> None:
    (inputs,) = tables(build(ask()), "File")
    assert cells(inputs) == [["INTERNAL-file.xlsx", "0123456789ab"]]


def test_a_paper_for_the_meeting_names_no_origin() -> None:
    origin = Origin(file="x.xlsx", sha256="0" * 64, sheet="s", cell="A1")
    assert kept_origins([origin, None, origin], Audience.INTERNAL) == (origin,)
    assert kept_origins([origin], Audience.MEETING) == ()
