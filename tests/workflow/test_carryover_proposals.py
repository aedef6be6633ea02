"""Which proposals take up which activities."""

import pytest

from almwp.errors import CallError, UnknownNameError
from almwp.model.moment import Moment
from almwp.plan.carryover import ProposalPart
from almwp.workflow.session import Session
from tests.workflow.carryovermaking import (
    NEW,
    OLD,
    activity,
    carried,
    one,
    proposal,
    proposed,
    sent,
)


def test_an_activity_that_several_countries_report_is_named_by_each_one_s_number(
    session: Session,
) -> None:
    title = "Labour market information systems"
    made = carried(
        session,
        sent("id.xlsx", [activity("1", title=title, sender="ID")], country="ID"),
        sent("vn.xlsx", [activity("5", title=title)]),
        sent("p.xlsx", (), [proposal("1", "VN:5")], framework=NEW),
    )
    (found,) = made.activities
    assert found.id == "ID:1"
    assert found.fate.value == "proposed anew"
    assert found.proposals == ("VN:1",)
    assert proposed(made, "1").continues == ("ID:1",)


def test_a_number_that_two_activities_have_is_asked_about(session: Session) -> None:
    made = carried(
        session,
        sent("a.xlsx", [activity("1", "ongoing", title="Job fairs")]),
        sent("b.xlsx", [activity("1", "ongoing", title="Mine safety")]),
        sent("p.xlsx", (), [proposal("3", "VN:1"), proposal("4", "VN:44")]),
    )
    assert {a.fate.value for a in made.activities} == {"undecided"}
    assert proposed(made, "3").part is ProposalPart.ASKED
    assert proposed(made, "4").not_found == ("VN:44",)
    same = proposal("3", "VN:1", title="Mine safety")
    made = carried(
        session,
        sent("a.xlsx", [activity("1", "ongoing", title="Job fairs")]),
        sent("b.xlsx", [activity("1", "ongoing", title="Mine safety")]),
        sent("p.xlsx", (), [same]),
    )
    fates = {str(a.title): a.fate.value for a in made.activities}
    assert fates == {"Job fairs": "undecided", "Mine safety": "proposed anew"}


def test_a_number_is_that_of_an_activity_of_the_earlier_programme(
    session: Session,
) -> None:
    files = (
        sent("a.xlsx", [activity("1", "ongoing", title="Job fairs")]),
        sent(
            "b.xlsx",
            [activity("1", frameworks=[NEW]), activity("2", frameworks=[NEW])],
            framework=NEW,
        ),
        sent("p.xlsx", (), [proposal("3", "VN:1"), proposal("4", "VN:2")]),
    )
    made = carried(session, *files)
    assert one(made, "1").fate.value == "proposed anew"
    assert proposed(made, "4").part is ProposalPart.ASKED
    assert proposed(made, "4").not_found == ("VN:2",)


def test_two_versions_of_a_proposal_are_one_and_the_newer_counts(
    session: Session,
) -> None:
    rows = sent("a.xlsx", [activity("1", "ongoing"), activity("2", "ongoing")])
    first = sent("p1.xlsx", (), [proposal("7", "VN:1")], as_of="2026-01-10")
    second = sent("p2.xlsx", (), [proposal("7", "VN:2")], as_of="2026-02-10")
    made = carried(session, rows, first, second)
    assert [p.continues for p in made.proposals] == [("VN:2",)]
    assert one(made, "1").fate.value == "undecided"
    undated = sent("p2.xlsx", (), [proposal("7", "VN:2")])
    made = carried(session, rows, first, undated)
    assert [set(p.continues) for p in made.proposals] == [{"VN:1", "VN:2"}]


def test_two_proposals_with_one_number_stay_two(session: Session) -> None:
    made = carried(
        session,
        sent("a.xlsx", [activity("1", "ongoing")]),
        sent("p1.xlsx", (), [proposal("7", title="Job fairs")]),
        sent("p2.xlsx", (), [proposal("7", title="Mine safety")]),
    )
    assert [p.id for p in made.proposals] == ["VN:7", "VN:7#2"]


def test_who_joins_a_proposal_makes_no_second_one(session: Session) -> None:
    own = proposal("2", title="Care economy", sender="PH")
    joined = proposal("9", "VN:1", title="Care economy", proposed_by="PH", joining=True)
    made = carried(
        session,
        sent("a.xlsx", [activity("1", "ongoing")]),
        sent("ph.xlsx", (), [own], country="PH"),
        sent("vn.xlsx", (), [joined]),
    )
    (only,) = made.proposals
    assert (only.id, only.proposed_by, only.continues) == ("PH:2", "PH", ("VN:1",))


def test_a_proposal_for_the_programme_that_ends_decides_nothing(
    session: Session,
) -> None:
    made = carried(
        session,
        sent("a.xlsx", [activity("1", "ongoing")]),
        sent("p.xlsx", (), [proposal("2", "VN:1", framework=OLD)]),
    )
    assert one(made, "1").fate.value == "undecided"
    assert proposed(made, "2").part is ProposalPart.ELSEWHERE
    assert not proposed(made, "2").needs_a_place


def test_a_country_is_told_of_what_it_decides(session: Session) -> None:
    from almwp.model.ids import CountryCode

    rows = [
        activity("1", lead="VN"),
        activity("2", lead="PH"),
        activity("3", lead=""),
    ]
    other = proposal("8", "VN:1", sender="PH", title="Philippine forum")
    made = carried(
        session,
        sent("a.xlsx", rows),
        sent("p.xlsx", (), [proposal("7"), other], country="VN"),
        sent("q.xlsx", (), [proposal("9", sender="PH")], country="PH"),
        country=CountryCode("VN"),
    )
    assert [a.id for a in made.activities] == ["VN:1", "VN:3"]
    assert [p.id for p in made.proposals] == ["PH:8", "VN:7"]


def test_the_earlier_programme_is_found_in_the_files(session: Session) -> None:
    older = activity("1", frameworks=["ALM-WP-2016-2020"])
    rows = [activity("2"), activity("3", frameworks=["OSHNET-WP-2021-2025"])]
    made = carried(
        session,
        sent("a.xlsx", [older], framework="ALM-WP-2016-2020"),
        sent("b.xlsx", rows),
        framework=None,
    )
    assert made.old == OLD
    assert [a.id for a in made.activities] == ["VN:2", "VN:3"]
    assert [other.id for other in made.others] == ["VN:1"]
    only = sent("c.xlsx", [rows[1]], framework="OSHNET-WP-2021-2025")
    assert carried(session, only, framework=None).old == OLD


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"to": OLD, "framework": OLD}, "does not begin before"),
        ({"to": "ALM-WP-2016-2020", "framework": OLD}, "does not begin before"),
        ({"to": "ALM-WP-2016-2020", "framework": None}, "no programme before"),
        ({"to": "ALM-WP-2031"}, "no framework named"),
        ({"framework": "ALM-WP-2031"}, "no framework named"),
    ],
)
def test_a_call_that_cannot_be_meant_is_refused(
    session: Session, wanted: dict[str, str | None], said: str
) -> None:
    with pytest.raises((CallError, UnknownNameError), match=said):
        carried(session, sent("a.xlsx", [activity("1")]), **wanted)


def test_proposals_not_surely_sent_by_the_day_are_left_out(session: Session) -> None:
    made = carried(
        session,
        sent("a.xlsx", [activity("1", "ongoing 2023")]),
        sent("p.xlsx", (), [proposal("1")], as_of="2025"),
        sent("q.xlsx", (), [proposal("2")], as_of="2025-06-01"),
        sent("r.xlsx", (), [proposal("3")]),
        as_of=Moment.parse("2025-07"),
    )
    assert [p.id for p in made.proposals] == ["VN:2"]
