"""What a position says at the meeting: items, proposals, asks, and their evidence."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from almwp_slom.brief import build as build_brief
from almwp_slom.matrix import build as build_matrix
from almwp_slom.paper import build
from almwp_slom.talking import build as build_talking

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.nationalposition import NationalPosition
from almwp.model.party import Party, PartyKind
from almwp.model.position import (
    AgendaStance,
    Ask,
    Asked,
    Audience,
    Clearance,
    Piece,
    Proposal,
    Stance,
)
from almwp.model.prepared import Prepared
from almwp.model.report import Note, Report, Table
from almwp.model.source import Basis, Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plugins import ReportRequest
from almwp.testing.papers import cells, headings, tables, words, words_under

Request = Callable[..., ReportRequest]
CLEARED = {"clearance": Clearance.CLEARED, "audience": Audience.MEETING}
SHA = "0123456789ab" + "c" * 52


def piece(words: str, **more: Any) -> Piece:
    return Piece(text=Text.of(words), **more)


def item(number: str, **more: Any) -> AgendaStance:
    return AgendaStance(number=number, item=Text.of(f"Matter {number}"), **more)


def made(ask: Request, *agenda: AgendaStance, **more: Any) -> Report:
    audience = more.pop("audience", Audience.INTERNAL)
    prepared = Prepared(agenda=agenda, **more)
    return build(ask(prepared=prepared, audience=audience))


def agenda_rows(report: Report) -> list[list[str]]:
    (table,) = tables(report, "Item")
    return cells(table)


def test_the_outline_is_that_of_a_national_position(ask: Request) -> None:
    numbered = [h for h in headings(made(ask)) if h.split(" ")[0].isdecimal()]
    assert numbered == [
        "1 Context and objectives",
        "2 Progress of activities that Viet Nam leads or co-leads",
        "3 Obligations shared by all members",
        "4 Positions on the agenda",
        "5 Proposals for the new period",
        "6 What we ask and offer",
        "7 Proposals of other members that we join or watch",
    ]


def test_no_position_is_a_value_and_silence_is_another_thing(ask: Request) -> None:
    rows = agenda_rows(
        made(ask, item("1", stance=Stance.NO_POSITION, **CLEARED), item("2"))
    )
    assert [row[3] for row in rows] == ["No position", "not stated yet"]


def test_each_item_has_its_own_part_with_all_that_is_said(ask: Request) -> None:
    report = made(
        ask,
        item(
            "4",
            asked=Asked.ADOPTION,
            stance=Stance.SUPPORT,
            reasons=[piece("because")],
            talking_points=[piece("we say", **CLEARED)],
            wording=[piece("shall")],
            fallback=[piece("should")],
            speaker="Ms A",
            clearance=Clearance.CLEARED,
            cleared_by="Mr B",
        ),
    )
    said = words_under(report, "Item 4: Matter 4")
    assert said[:8] == [
        *("Asked of the meeting", "For adoption"),
        *("Position", "Support"),
        *("Speaker", "Ms A"),
        *("Clearance", "cleared by Mr B"),
    ]
    assert words_under(report, "Talking points") == ["we say"]
    assert words_under(report, "Draft wording") == ["[DRAFT, not cleared] shall"]
    assert words_under(report, "Reasons (not for the meeting)") == [
        "[DRAFT, not cleared] because"
    ]
    assert words_under(report, "Fallback (not for the meeting)") == [
        "[DRAFT, not cleared] should"
    ]


def contested() -> Iterator[AgendaStance]:
    yield item("4", stance=Stance.SUPPORT, **CLEARED)
    yield item("4", stance=Stance.OPPOSE, clearance=Clearance.CONSULTED)


def test_parts_that_contradict_each_other_are_both_told(ask: Request) -> None:
    report = made(ask, *contested())
    ((_, _, _, said, *_),) = agenda_rows(report)
    assert said == "Support\n[CONSULTED, not cleared] Oppose"
    notes = [block.text for block in report.blocks if isinstance(block, Note)]
    assert any(n.startswith("The files contradict each other on this") for n in notes)


def test_the_meeting_is_not_told_what_the_parts_contradict_each_other_on(
    ask: Request,
) -> None:
    report = made(
        ask,
        *contested(),
        item("5", stance=Stance.RESERVE, **CLEARED),
        audience=Audience.MEETING,
    )
    assert [row[0] for row in agenda_rows(report)] == ["5"]
    assert isinstance(report.data, NationalPosition)
    assert [row.number for row in report.data.agenda] == ["5"]


def test_the_meeting_gets_no_empty_section(ask: Request) -> None:
    found = headings(made(ask, audience=Audience.MEETING))
    assert not any("agenda" in heading for heading in found)


def reported_as(number: str, activity: Activity) -> Submission:
    """Return the file in which *activity* was reported under *number*."""
    own = attrs.evolve(activity, id=ActivityId(f"VN:{number}"), number=number)
    return Submission(
        file="INTERNAL-file.xlsx",
        sha256=SHA,
        country=CountryCode("VN"),
        activities=[own],
    )


def test_evidence_is_found_by_the_number_of_the_countrys_own_list(
    ask: Request,
) -> None:
    plan = ask().plan
    sent = reported_as("VN-01", plan.activities[0])
    plan = attrs.evolve(plan, submissions=[sent])
    named = [ActivityId("VN:vn 01"), ActivityId("VN:77")]
    row = item("4", stance=Stance.SUPPORT, evidence=named)
    report = build(ask(plan=plan, prepared=Prepared(agenda=[row])))
    title = "ASEAN Study on Human Resources Development Readiness in ASEAN"
    under = words_under(report, "Evidence from the plan")
    assert under[0] == f"1. {title}"
    assert "as of 27 October 2022" in under[3]
    assert under[4:] == ["No activity that was read has the number: 77"]
    (table,) = (t for t in tables(report, "Activity") if len(t.columns) == 4)
    assert table.rows[0][3].origins == (
        Origin(file="INTERNAL-file.xlsx", sha256=SHA, sheet="Plan", cell="F7"),
    )
    assert isinstance(report.data, NationalPosition)
    assert report.data.agenda[0].evidence == ("a1", "VN:77")


def test_what_nobody_named_is_a_suggestion_and_says_so(ask: Request) -> None:
    near = AgendaStance(number="4", item=Text.of("Gender mainstreaming in policies"))
    report = build(ask(prepared=Prepared(agenda=[near])))
    place = headings(report).index("Possible evidence (suggested)")
    assert place
    said = words_under(report, "Possible evidence (suggested)")
    assert said[0].startswith("The file names no evidence.")
    assert said[1].endswith("Training workshop on gender mainstreaming")
    (note,) = (b for b in report.blocks if isinstance(b, Note) and b.text == said[0])
    assert note.basis is Basis.INFERRED


def test_a_proposal_shows_what_it_continues_and_in_which_state_that_is(
    ask: Request,
) -> None:
    proposal = Proposal(
        id="p", title=Text.of("Second study"), continues=[ActivityId("a1")]
    )
    report = made(ask, proposals=[proposal])
    said = words_under(report, "Continues from the period before")
    assert said[3] == "Completed\nas of 27 October 2022"


def test_what_we_say_on_others_proposals_stands_apart(ask: Request) -> None:
    theirs = Proposal(
        id="p",
        title=Text.of("Network"),
        proposed_by=CountryCode("ID"),
        joining=True,
        view=Stance.SUPPORT_WITH_CHANGES,
        clearance=Clearance.CLEARED,
    )
    (table,) = (
        t for t in tables(made(ask, joined=[theirs]), "Proposal") if len(t.columns) == 6
    )
    assert cells(table)[0] == [
        *("Network", "Indonesia", "Lead not stated", "–"),
        *("Yes", "Support with changes"),
    ]


def test_asks_and_offers_stand_in_tables_of_their_own(ask: Request) -> None:
    everybody = Party(kind=PartyKind.ALL_MEMBERS, id="ALL")
    asks = [
        Ask(to=everybody, text=piece("send drafts", clearance=Clearance.CLEARED)),
        Ask(to=everybody, text=piece("a workshop"), is_offer=True),
    ]
    asked, offered = tables(made(ask, asks=asks), "To whom")
    assert cells(asked)[0][:2] == ["All ASEAN member states", "send drafts"]
    assert cells(offered)[0][1] == "[DRAFT, not cleared] a workshop"


def test_the_talking_points_name_the_speaker_of_each_item(ask: Request) -> None:
    rows = [
        item("4", stance=Stance.SUPPORT, speaker="Ms A", talking_points=[piece("x")]),
        item("5"),
    ]
    report = build_talking(ask(prepared=Prepared(agenda=rows)))
    assert headings(report)[::2] == ["Item 4: Matter 4", "Item 5: Matter 5"]
    told = words(report)
    assert "Speaker: Ms A" in told
    assert "No talking points are given." in told


@pytest.mark.parametrize("many", [0, 1, 7, 60])
def test_a_brief_stays_short_however_long_the_position_is(
    ask: Request, many: int
) -> None:
    long = "a word and another one " * 40
    agenda = [
        AgendaStance(
            number=str(n),
            item=Text.of(f"{n} {long}"),
            stance=Stance.SUPPORT,
            talking_points=[piece(f"{n} {long}")],
        )
        for n in range(many)
    ]
    proposals = [Proposal(id=str(n), title=Text.of(long)) for n in range(many)]
    prepared = Prepared(agenda=agenda, proposals=proposals)
    report = build_brief(ask(prepared=prepared))
    told = words(report)
    assert len(told) < 6000
    found = [b for b in report.blocks if isinstance(b, Table)]
    shown = len(found[0].rows) if found else 0
    assert shown <= many
    assert (shown > 0) == (many > 0)
    rest = f"and {many - shown} more items: see the national position"
    assert (rest in told) == (shown < many)


@pytest.mark.parametrize(
    ("framework", "columns"),
    [
        (
            "ATC-WP-2021-2030",
            [
                *("PLANNED ACTIONS", "LEAD", "TIMEFRAME"),
                "CO-LEAD AND OTHER ASEAN BODIES",
                "POTENTIAL COLLABORATING PARTNERS",
            ],
        ),
        ("OSHNET-WP-2021-2025", ["Project Title", "Timeline"]),
    ],
)
def test_a_matrix_has_the_columns_that_its_body_publishes(
    ask: Request, framework: str, columns: list[str]
) -> None:
    programme = ask().framework
    assert programme is not None
    other = attrs.evolve(programme, id=FrameworkId(framework))
    report = build_matrix(ask(framework=other, country=None))
    table = next(block for block in report.blocks if isinstance(block, Table))
    assert [column.heading for column in table.columns] == columns
    assert len(table.rows) == len(ask().plan.activities)


def test_a_matrix_in_borrowed_columns_says_so(ask: Request) -> None:
    assert words(build_matrix(ask())).startswith("No page shows the columns")
