"""The papers on overlaps and on alignment, and what of them is for the meeting."""

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from almwp_slom import alignment, overlaps

from almwp.catalogue.frameworks import framework
from almwp.catalogue.members import members, members_on
from almwp.codec.plain import decode
from almwp.errors import in_english
from almwp.exporting.evidence import with_evidence
from almwp.exporting.jsonfile import render as render_json
from almwp.model.activity import Activity, PlanReference
from almwp.model.alignment import Alignment
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.overlap import Overlaps
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience
from almwp.model.report import Heading, Report, Table
from almwp.model.workplan import WorkPlan
from almwp.plugins import ReportRequest
from almwp.testing.said import said_by

Ask = Callable[..., ReportRequest]
ALM, ATC, BILATERAL = "ALM-WP-2021-2025", "ATC-WP-2021-2030", "VN-LA-LABOUR-2024-2025"
JAIF = Party(kind=PartyKind.PARTNER, id="JAIF", name="JAIF INTERNAL-payer")


def serves(plan: str, node: str = "", number: str = "") -> PlanReference:
    place = NodeId(node) if node else None
    return PlanReference(framework=FrameworkId(plan), node=place, number=number)


@pytest.fixture
def many(ask: Ask, activity: Callable[..., Activity]) -> Callable[..., ReportRequest]:
    """Ask about a plan with overlaps, gaps and several plans; all of it invented."""
    paid: dict[str, Any] = {"funders": (JAIF,), "budget": "USD 50,000 INTERNAL-budget"}
    held = [
        activity(1, "Training of labour inspectors", outcome="3", **paid),
        activity(
            2, "Training for labour inspectors", references=[serves(BILATERAL)], **paid
        ),
        activity(
            3,
            "Labour market information",
            leads="PH",
            co_leads="VN",
            references=[serves(ALM, "1"), serves(ATC, "1", "INTERNAL-7")],
        ),
        activity(4, "8th forum on wages", leads="ID"),
        activity(5, "9th forum on wages", leads="TH"),
        activity(6, "Nobody's study", leads="", outcome="2"),
    ]
    known = [framework(FrameworkId(name)) for name in (ALM, ATC, BILATERAL)]
    plan = WorkPlan(framework=FrameworkId(ALM), activities=held)

    def asked(**changes: Any) -> ReportRequest:
        return ask(**({"plan": plan, "frameworks": known, "country": None} | changes))

    return asked


def told(report: Report) -> str:
    """Return all words of a report."""
    return "\n".join(said_by(report, in_english))


def tables(report: Report) -> list[Table]:
    return [block for block in report.blocks if isinstance(block, Table)]


def test_overlaps_are_told_with_the_words_they_share(many: Ask) -> None:
    said = told(overlaps.build(many()))
    assert "1. Training of labour inspectors\nLead: Viet Nam" in said
    assert "Training; labour inspectors" in said
    assert "JAIF INTERNAL-payer: 1. Training of labour inspectors; 2. " in said
    assert "USD 50,000 INTERNAL-budget" in said
    assert "4. 8th forum on wages; 5. 9th forum on wages" in said
    assert "Outcomes with activities that nobody is said to lead" in said


def test_members_stand_in_the_order_of_their_names_never_by_count(many: Ask) -> None:
    codes = [member.iso2 for member in members_on(members()[-1].joined)]
    matrix = tables(overlaps.build(many(members=members())))[0]
    headings = [column.heading for column in matrix.columns]
    assert headings[1:12] == [member.iso2 for member in members()]
    assert [code for code in headings if code in codes] == codes


def test_the_last_row_counts_each_activity_once(many: Ask) -> None:
    held = tables(overlaps.build(many(members=members())))[0]
    whole = {
        c.heading: cell.text
        for c, cell in zip(held.columns, held.rows[-1], strict=True)
    }
    assert (whole["Activities"], whole["VN"], whole["PH"]) == ("6", "2 (1)", "1")


def test_alignment_says_what_serves_several_plans_and_what_may_be_paid_twice(
    many: Ask,
) -> None:
    report = alignment.build(many())
    said = told(report)
    assert f"3. Labour market information: {ALM}, {ATC}" in said
    assert "number INTERNAL-7 there" in said
    assert "Alike under different plans" in said
    assert isinstance(report.data, Alignment)
    assert [(p.one, p.other) for p in report.data.alike_elsewhere] == [("a1", "a2")]
    whole = tables(report)[0].rows[-1]
    assert (whole[0].text, whole[3].text) == ("All activities, each once", "6")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_table_has_more_plans_abreast_than_a_page_holds(
    many: Ask, language: str
) -> None:
    names = ("OSHNET-WP-2021-2025", "SLOM-WG-WP-2021-2025", "VN-QD-161", "VN-QD-155")
    request = many(language=language)
    first, *rest = request.plan.activities
    more = (*first.references, *map(serves, (*names, ATC)))
    held = [attrs.evolve(first, references=more), *rest]
    plan = attrs.evolve(request.plan, activities=held)
    report = alignment.build(attrs.evolve(request, plan=plan))
    assert all(len(table.columns) <= 6 for table in tables(report))
    assert all(name in told(report) for name in names)


def test_the_meeting_is_told_of_no_overlap_no_payer_and_no_plan_of_a_few(
    many: Ask,
) -> None:
    for build in (overlaps.build, alignment.build):
        for country in (None, members()[-1]):
            report = build(many(audience=Audience.MEETING, country=country))
            assert "INTERNAL" not in repr(report)
            assert "JAIF" not in repr(report)
            assert BILATERAL not in repr(report)
            assert "look alike" not in told(report)
            assert "a member" in told(report) or "each once" in told(report)
            data = report.data
            if isinstance(data, Overlaps):
                assert (data.look_alikes, data.payers, data.budgets) == ((), (), ())
            else:
                assert isinstance(data, Alignment)
                assert not data.alike_elsewhere


@pytest.mark.parametrize("build", [overlaps.build, alignment.build])
def test_a_vietnamese_paper_is_in_vietnamese(
    many: Ask, build: Callable[[ReportRequest], Report]
) -> None:
    report = build(many(language="vi"))
    for english in ("Activity", "Gaps", "None was found", "plan", "Lead", "Regional"):
        headings = [b.text for b in report.blocks if isinstance(b, Heading)]
        assert not any(english in heading for heading in headings)
        for table in tables(report):
            assert not any(english in column.heading for column in table.columns)


@pytest.mark.parametrize("build", [overlaps.build, alignment.build])
def test_a_report_in_json_reads_back_and_says_who_may_read_it(
    many: Ask, build: Callable[[ReportRequest], Report]
) -> None:
    report = build(many())
    plain = json.loads(render_json(report))
    assert plain["audience"] == "internal"
    assert decode(Report, plain) == (with_evidence(report), ())


@pytest.mark.parametrize("build", [overlaps.build, alignment.build])
def test_a_plan_without_a_programme_has_papers_as_well(
    many: Ask, build: Callable[[ReportRequest], Report]
) -> None:
    report = build(many(framework=None, frameworks=()))
    assert "6" in told(report)
