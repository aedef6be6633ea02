import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.bodies import bodies, body_names, find_body
from almwp.catalogue.meetings import find_meeting, meetings
from almwp.catalogue.members import members
from almwp.model.folding import fold
from almwp.model.ids import MeetingId
from almwp.model.meeting import Meeting
from almwp.model.source import Basis

NUMBERED = [meeting for meeting in meetings() if meeting.number is not None]


def load(known: str) -> Meeting:
    return next(m for m in meetings() if m.id == MeetingId(known))


@pytest.mark.parametrize(
    "words",
    [
        "slom-21",
        "SLOM 21",
        "SLOM-21",
        "slom21",
        "21st SLOM",
        "the 21st SLOM",
        "21th slom meeting",
        "21st ASEAN Senior Labour Officials Meeting",
        "21st ASEAN Senior Labour Officials' Meeting",
        "21st Meeting of the SLOM",
        "SLOM lần thứ 21",
        "Hội nghị SLOM lần thứ 21",
        "hoi nghi slom lan thu 21",
        "Hội nghị Quan chức cấp cao ASEAN về lao động lần thứ 21",
        "SLOM ke-21",
    ],
)
def test_the_21st_slom_is_found_by_every_form(words: str) -> None:
    for form in ("NFC", "NFD"):
        assert find_meeting(unicodedata.normalize(form, words)) == load("slom-21")


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("28th ALMM", "almm-28"),
        ("Hội nghị Bộ trưởng Lao động ASEAN lần thứ 28", "almm-28"),
        ("16th SLOM-WG Meeting", "slom-wg-16"),
        ("14th ACMW", "acmw-14"),
        ("Hội nghị ACMW lần thứ 14", "acmw-14"),
        ("24th ASEAN-OSHNET CBM", "asean-oshnet-24-cbm"),
        ("24th CBM of the ASEAN-OSHNET", "asean-oshnet-24-cbm"),
        ("24th Coordinating Board Meeting of the OSHNET", "asean-oshnet-24-cbm"),
        ("OSHNET 24", "asean-oshnet-24-cbm"),
        ("first ATC meeting", "atc-first"),
        ("first meeting of the ASEAN TVET Council", "atc-first"),
        ("ATC 1", "atc-first"),
    ],
)
def test_meetings_of_other_bodies_are_found(words: str, known: str) -> None:
    assert find_meeting(words) == load(known)


@pytest.mark.parametrize(
    "words",
    ["", "SLOM", "21", "SLOM 99", "SLOM 2025", "21st SLOM 2025", "21st G20", "SLOM-WG"],
)
def test_what_names_no_known_meeting_finds_none(words: str) -> None:
    assert find_meeting(words) is None


@given(st.sampled_from(NUMBERED), st.data())
def test_number_and_any_name_of_the_body_find_a_meeting(
    meeting: Meeting, data: st.DataObject
) -> None:
    body = next(body for body in bodies() if body.id == meeting.body)
    name = data.draw(st.sampled_from(list(body_names(body))))
    pattern = data.draw(st.sampled_from(["{n}th {b}", "{b} {n}", "{b} lần thứ {n}"]))
    assert find_meeting(pattern.format(n=meeting.number, b=name)) == meeting


@given(st.text())
def test_any_text_may_be_looked_up(words: str) -> None:
    found = find_meeting(words)
    assert found is None or found in meetings()


def test_host_and_chair_are_two_facts() -> None:
    slom = load("slom-21")
    assert (slom.host, slom.chair, slom.place) == ("KH", "SG", "Siem Reap")
    assert str(slom.start) == "2025-10-21"


def test_counted_numbers_are_marked_as_inferred() -> None:
    counted = {m.id for m in meetings() if m.number_basis is Basis.INFERRED}
    assert counted == {"slom-18", "slom-20"}


def test_the_29th_almm_is_announced_only() -> None:
    assert load("almm-29").basis is Basis.REPORTED
    assert {m.id for m in meetings() if m.basis is not Basis.CONFIRMED} == {"almm-29"}


def test_meetings_name_known_bodies_and_countries() -> None:
    countries = {member.iso2 for member in members()} | {None}
    assert {m.body for m in meetings()} <= {body.id for body in bodies()}
    for meeting in meetings():
        assert {meeting.host, meeting.chair, meeting.vice_chair} <= countries
        assert meeting.id.startswith(meeting.body.lower() + "-")
        assert meeting.last_day.end >= meeting.start.start


def test_meetings_of_a_body_stand_together_in_the_order_of_time() -> None:
    order = [meeting.body for meeting in meetings()]
    assert order == sorted(order, key=order.index)
    for body in set(order):
        begun = [m.start.start for m in meetings() if m.body == body]
        assert begun == sorted(begun)
    assert len({m.id for m in meetings()}) == len(meetings())


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("oshnet", "ASEAN-OSHNET"),
        ("ASEAN-OSHNET", "ASEAN-OSHNET"),
        ("Mạng An toàn vệ sinh lao động", "ASEAN-OSHNET"),
        ("the ASEAN TVET Council", "ATC"),
        ("Hội đồng Giáo dục nghề nghiệp ASEAN", "ATC"),
        ("SLOM WG", "SLOM-WG"),
        ("hoi nghi quan chuc cap cao asean ve lao dong", "SLOM"),
        ("Diễn đàn lao động di cư ASEAN", "AFML"),
        ("ASEAN Labour Ministers’ Meeting", "ALMM"),
    ],
)
def test_bodies_are_found_by_short_and_vietnamese_names(words: str, known: str) -> None:
    body = find_body(words)
    assert body
    assert body.id == known


def test_no_two_bodies_share_a_name_and_each_reports_to_a_known_one() -> None:
    owners: dict[str, set[str]] = {}
    for body in bodies():
        assert body.reports_to in {None, *(other.id for other in bodies())}
        for name in body_names(body):
            owners.setdefault(fold(name), set()).add(body.id)
            assert find_body(unicodedata.normalize("NFD", name.upper())) == body
    assert {name: own for name, own in owners.items() if len(own) > 1} == {}
    assert find_body("World Bank") is None
