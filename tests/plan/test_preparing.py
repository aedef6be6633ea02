"""What a country has prepared: newest versions, parts of ministries, contradictions."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.meetings import find_meeting
from almwp.model.ids import BodyId, CountryCode, MeetingId
from almwp.model.meeting import Meeting, MeetingFacts
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.position import (
    AgendaStance,
    Audience,
    Clearance,
    Proposal,
    Stance,
)
from almwp.model.prepared import Prepared, Use
from almwp.model.source import Basis
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.preparing import is_for_meeting, prepare
from almwp.testing.strategies.submissions import submissions

VN, ID = CountryCode("VN"), CountryCode("ID")
SLOM_21 = find_meeting("slom-21")


def stance(number: str = "4", said: Stance | None = Stance.SUPPORT) -> AgendaStance:
    return AgendaStance(number=number, item=Text.of(f"Item {number}"), stance=said)


def paper(name: str, *agenda: AgendaStance, **more: Any) -> Submission:
    sha = name.encode().hex().ljust(64, "0")[:64]
    sent = Submission(file=name, sha256=sha, kind="position", country=VN, agenda=agenda)
    return attrs.evolve(sent, **more)


def uses(prepared: Prepared) -> dict[str, Use]:
    return {part.file: part.use for part in prepared.parts}


def test_the_newest_version_of_a_ministry_counts_and_the_older_is_named() -> None:
    old = paper("old.xlsx", stance(said=Stance.OPPOSE), version="2")
    new = paper("new.xlsx", stance(), version="10")
    for order in ((old, new), (new, old)):
        prepared = prepare(order, VN, SLOM_21)
        assert [a.stance for a in prepared.agenda] == [Stance.SUPPORT]
        assert uses(prepared) == {"old.xlsx": Use.OLDER, "new.xlsx": Use.USED}
        assert prepared.version == "10"


def test_without_versions_the_newer_day_counts() -> None:
    old = paper("old.xlsx", stance("1"), as_of=Moment.parse("2025-09-01"))
    new = paper("new.xlsx", stance("2"), as_of=Moment.parse("2025-10-01"))
    assert [a.number for a in prepare((old, new), VN, SLOM_21).agenda] == ["2"]


def test_the_parts_of_several_ministries_are_put_together() -> None:
    labour = paper("a.xlsx", stance("1"), institution="Labour", version="3")
    health = paper("b.xlsx", stance("2"), institution="Health", version="1")
    prepared = prepare((labour, health), VN, SLOM_21)
    assert [a.number for a in prepared.agenda] == ["1", "2"]
    assert set(uses(prepared).values()) == {Use.USED}


def test_ministries_that_contradict_each_other_are_both_kept_side_by_side() -> None:
    labour = paper("a.xlsx", stance("1"), stance("2"), institution="Labour")
    health = paper("b.xlsx", stance("1", Stance.RESERVE), institution="Health")
    told = [(a.number, a.stance) for a in prepare((labour, health), VN, None).agenda]
    assert told == [
        ("1", Stance.SUPPORT),
        ("1", Stance.RESERVE),
        ("2", Stance.SUPPORT),
    ]


def test_what_two_files_say_alike_is_there_once() -> None:
    twice = (paper("a.xlsx", stance()), paper("b.xlsx", stance()))
    assert len(prepare(twice, VN, SLOM_21).agenda) == 1


def test_a_paper_for_another_meeting_is_left_aside_and_named() -> None:
    prepared = prepare([paper("old.xlsx", stance(), meeting="slom-20")], VN, SLOM_21)
    assert prepared.agenda == ()
    assert uses(prepared) == {"old.xlsx": Use.OTHER_MEETING}
    assert not prepared.says_anything


@pytest.mark.parametrize(
    ("words", "is_meant"),
    [
        ("", True),
        ("slom-21", True),
        ("21st SLOM", True),
        ("SLOM lần thứ 21", True),
        ("slom-20", False),
        ("22nd SLOM", False),
        ("a seminar", False),
    ],
)
def test_a_file_is_for_the_meeting_that_it_names(words: str, is_meant: bool) -> None:
    assert SLOM_21 is not None
    assert is_for_meeting(paper("x.xlsx", meeting=words), SLOM_21) == is_meant


def test_a_meeting_that_nobody_knows_is_found_by_its_number() -> None:
    unknown = Meeting(
        id=MeetingId("slom-30"),
        body=BodyId("SLOM"),
        number=30,
        start=Moment.parse("2034"),
        basis=Basis.REPORTED,
    )
    assert is_for_meeting(paper("x.xlsx", meeting="30th SLOM"), unknown)
    assert not is_for_meeting(paper("x.xlsx", meeting="31st SLOM"), unknown)


def offered(title: str, **more: Any) -> Proposal:
    made = Proposal(
        id=title,
        title=Text.of(title),
        proposed_by=ID,
        co_leads=[Party(kind=PartyKind.COUNTRY, id="VN")],
    )
    return attrs.evolve(made, **more)


def test_of_another_countrys_proposals_only_what_it_lays_before_the_meeting() -> None:
    open_ = {"audience": Audience.MEETING, "clearance": Clearance.CLEARED}
    sent = attrs.evolve(
        paper("id.xlsx"),
        country=ID,
        proposals=(
            offered("open", **open_, joining=True),
            offered("draft", audience=Audience.MEETING),
            offered("internal", clearance=Clearance.CLEARED),
            offered("of others", **open_, co_leads=()),
        ),
    )
    (only,) = prepare([sent], VN, SLOM_21).joined
    assert str(only.title) == "open"
    assert not only.joining  # that was Indonesia's own word


def test_what_the_files_say_of_the_meeting_against_what_is_known_is_doubted() -> None:
    facts = MeetingFacts(place="Bangkok", host=CountryCode("KH"))
    (doubt,) = prepare([paper("x.xlsx", meeting_facts=facts)], VN, SLOM_21).doubts
    assert doubt == ("meeting_place", ("Siem Reap", "Bangkok"))


@given(st.lists(submissions, max_size=4), st.randoms(use_true_random=False))
def test_nothing_is_prepared_that_no_file_of_the_country_says(
    sent: list[Submission], chance: Any
) -> None:
    prepared = prepare(sent, VN, None)
    own = [s for s in sent if s.country == VN]
    assert set(prepared.agenda) <= {a for s in own for a in s.agenda}
    assert set(prepared.asks) <= {a for s in own for a in s.asks}
    assert set(prepared.proposals) <= {p for s in own for p in s.proposals}
    shuffled = chance.sample(sent, len(sent))
    assert set(prepare(shuffled, VN, None).parts) == set(prepared.parts)
