"""What the country's own files leave open is told to its people, not to the meeting."""

from collections.abc import Callable
from typing import Any

import almwp_slom
import attrs
import pytest
from almwp_slom.paper import build

from almwp.findings.rule import Location, Rule, Severity
from almwp.model.activity import Activity, Observation
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience
from almwp.model.workplan import WorkPlan
from almwp.plugins import Exporter, ReportRequest
from almwp.testing.papers import every_byte, listed, words_under
from almwp.testing.twosenders import OTHER, OWN, read_in, sent

Ask = Callable[..., ReportRequest]
Make = Callable[..., Activity]
Tell = Callable[..., Observation]

EXPORTERS = tuple(almwp_slom.almwp_exporters())
KINDS = {kind.name: kind for kind in almwp_slom.almwp_reports()}
REFUSED = Rule(
    code="ALM999",
    name="refused",
    message="'{found}' is no {expected}",
    hint="type a state",
)


def refused(count: int, severity: Severity = Severity.ERROR) -> list[Any]:
    rule = attrs.evolve(REFUSED, severity=severity)
    return [
        rule.at(
            Location(file="INTERNAL-VN.xlsx", sheet="Plan", cell=f"F{row}"),
            found=f"INTERNAL-{severity}",
            expected="state",
        )
        for row in range(7, 7 + count)
    ]


@pytest.fixture
def open_plan(activity: Make) -> WorkPlan:
    """Return a plan in which activities have no lead and values were kept out."""
    unled = activity(3, "Unled training", leads="", origins=read_in(OWN, 9))
    body = Party(kind=PartyKind.BODY, id="ACMW")
    by_body = activity(
        4, "Unled study", leads="", co_leads="", origins=read_in(OWN, 10)
    )
    by_body = attrs.evolve(by_body, leads=(body,))
    foreign = activity(5, "Unled abroad", leads="", origins=read_in(OTHER, 11))
    return WorkPlan(
        activities=(unled, by_body, foreign),
        submissions=(
            sent(OTHER, "PH", findings=refused(1)),
            sent(
                OWN,
                "VN",
                institution="INTERNAL-institution",
                findings=[*refused(2), *refused(1, Severity.WARNING)],
            ),
        ),
    )


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.DELEGATION])
def test_what_the_country_sent_without_a_lead_is_listed_with_its_cell(
    ask: Ask, open_plan: WorkPlan, audience: Audience
) -> None:
    report = build(ask(plan=open_plan, audience=audience))
    lead_in = "Sent by Viet Nam, but no lead country was stated or understood:"
    assert listed(report, lead_in) == [
        "Unled training (INTERNAL-VN.xlsx!Plan!B9)",
        "Unled study (INTERNAL-VN.xlsx!Plan!B10)",
    ]
    grounds = " ".join(words_under(report, "What this paper rests on"))
    assert "Of 2 activities that Viet Nam sent, no lead country" in grounds


def test_a_paper_of_a_country_without_leads_leaves_questions_open(
    ask: Ask, activity: Make
) -> None:
    unled = activity(1, "Alone", leads="", origins=read_in(OWN, 7))
    plan = WorkPlan(activities=(unled,), submissions=(sent(OWN, "VN"),))
    said = " ".join(words_under(build(ask(plan=plan))))
    assert "Of 1 activity that Viet Nam sent, no lead country" in said
    assert "The files leave no such question open." not in said


def test_that_the_country_sent_no_file_is_said_twice(
    ask: Ask, open_plan: WorkPlan
) -> None:
    others = (sent(OTHER, "PH"), sent(OWN, None))
    report = build(ask(plan=attrs.evolve(open_plan, submissions=others)))
    for section in ("What this paper rests on", "What is not known"):
        assert (
            "No file of Viet Nam was read. These files do not say which country sent"
            " them: INTERNAL-None.xlsx."
        ) in words_under(report, section)


def test_no_missing_file_is_claimed_where_one_was_read_or_none_is_known(
    ask: Ask, open_plan: WorkPlan
) -> None:
    for plan in (open_plan, attrs.evolve(open_plan, submissions=())):
        assert "No file of" not in " ".join(words_under(build(ask(plan=plan))))


def test_what_was_kept_out_of_the_own_files_is_listed(
    ask: Ask, open_plan: WorkPlan
) -> None:
    lead_in = "Kept out of what Viet Nam sent, and why:"
    assert listed(build(ask(plan=open_plan)), lead_in) == [
        "INTERNAL-VN.xlsx!Plan!F7: 'INTERNAL-error' is no state",
        "INTERNAL-VN.xlsx!Plan!F8: 'INTERNAL-error' is no state",
    ]


@pytest.mark.parametrize(("count", "rest"), [(40, ""), (41, "1"), (50, "10")])
def test_a_long_list_of_what_was_kept_out_ends_on_how_many_more(
    ask: Ask, count: int, rest: str
) -> None:
    own = sent(OWN, "VN", findings=refused(count))
    report = build(ask(plan=WorkPlan(submissions=(own,))))
    lead_in = "Kept out of what Viet Nam sent, and why:"
    found = listed(report, lead_in)
    last = f"and {rest} more; almwp check names them"
    assert found[40:] == ([last] if rest else [])


def test_messages_of_what_was_kept_out_speak_the_language_of_the_paper(
    ask: Ask, open_plan: WorkPlan
) -> None:
    said = {REFUSED.message: "'{found}' sai", "state": "x"}
    request = ask(plan=open_plan, translate=lambda phrase: said.get(phrase, phrase))
    assert "INTERNAL-VN.xlsx!Plan!F7: 'INTERNAL-error' sai" in words_under(
        build(request)
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_none_of_the_open_questions_reaches_the_meeting(
    ask: Ask, open_plan: WorkPlan, kind: str, exporter: Exporter
) -> None:
    report = KINDS[kind].build(ask(plan=open_plan, audience=Audience.MEETING))
    for content in (every_byte(exporter.render(report)), repr(report).encode()):
        assert b"INTERNAL" not in content
        assert b"What is not known" not in content
        if kind == "position":
            assert b"Unled" not in content
            assert b"no lead country" not in content


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_paper_for_the_meeting_does_not_say_whose_file_is_missing(
    ask: Ask, open_plan: WorkPlan, exporter: Exporter
) -> None:
    plan = attrs.evolve(open_plan, submissions=(sent(OTHER, "PH"),))
    report = build(ask(plan=plan, audience=Audience.MEETING))
    assert b"No file of" not in every_byte(exporter.render(report))
