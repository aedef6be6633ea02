import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.members import (
    find_member,
    member_names,
    members,
    members_on,
    members_with_ministry,
)
from almwp.model.folding import fold
from almwp.model.member import Member
from almwp.model.source import Basis

JOINED = date(2025, 10, 26)
Form = Literal["NFC", "NFD", "NFKD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKD")
CASES: tuple[Callable[[str], str], ...] = (str.lower, str.upper, str.title)
names = st.sampled_from([(m, name) for m in members() for name in member_names(m)])


def test_there_are_ten_members_before_timor_leste_and_eleven_since() -> None:
    assert len(members_on(date(2025, 10, 21))) == 10  # the 21st SLOM
    assert len(members_on(date(2025, 10, 25))) == 10
    assert len(members_on(JOINED)) == 11
    assert members_on(JOINED) == members()


def test_cambodia_was_the_tenth_member() -> None:
    codes = {member.iso2 for member in members_on(date(1999, 4, 29))}
    assert len(codes) == 9
    assert "KH" not in codes
    assert members_on(date(1967, 8, 7)) == ()


def test_an_observer_is_not_a_member() -> None:
    timor = find_member("TL")
    assert timor
    assert str(timor.observer_from) == "2022-11"
    assert timor not in members_on(date(2024, 1, 1))


@given(
    names,
    st.sampled_from(FORMS),
    st.sampled_from(CASES),
    st.sampled_from(["", "  ", "\N{NO-BREAK SPACE}"]),
)
def test_every_name_finds_its_member_however_it_is_typed(
    named: tuple[Member, str], form: Form, case: Callable[[str], str], before: str
) -> None:
    member, name = named
    typed = before + unicodedata.normalize(form, case(name))
    assert find_member(typed) == member
    assert find_member(fold(typed)) == member  # without accents


@given(names)
def test_the_article_makes_no_difference(named: tuple[Member, str]) -> None:
    member, name = named
    assert find_member(f"The {name.removeprefix('the ')}") == member


def test_no_two_members_share_a_name() -> None:
    owners: dict[str, set[str]] = {}
    for member in members():
        for name in member_names(member):
            owners.setdefault(fold(name), set()).add(member.iso2)
    assert {name: own for name, own in owners.items() if len(own) > 1} == {}


@pytest.mark.parametrize("words", ["", "the", "ASEAN", "Viet", "Bộ Nội vụ", "EU", "XX"])
def test_what_names_no_member_finds_none(words: str) -> None:
    assert find_member(words) is None


@given(st.text())
def test_any_text_may_be_looked_up(words: str) -> None:
    found = find_member(words)
    assert found is None or found in members()


def test_viet_nam_goes_to_slom_with_home_affairs_from_march_2025() -> None:
    viet_nam = find_member("Việt Nam")
    assert viet_nam
    before = viet_nam.ministry_on(date(2025, 2, 28))
    since = viet_nam.ministry_on(date(2025, 3, 1))
    assert before
    assert since
    assert before.name.in_("vi") == "Bộ Lao động - Thương binh và Xã hội"
    assert since.name.in_("vi") == "Bộ Nội vụ"


def test_the_split_says_which_function_went_where() -> None:
    viet_nam = find_member("VNM")
    assert viet_nam
    moves = [s for s in viet_nam.statements if s.about == "reorganisation"]
    assert {str(move.as_of) for move in moves} == {"2025-03-01"}
    to = {str(move.text).rpartition(" to the ")[2] for move in moves}
    assert to == {
        "Ministry of Home Affairs.",
        "Ministry of Education and Training.",
        "Ministry of Health.",
        "Ministry of Agriculture and Environment.",
        "Ministry of Public Security.",
    }


def test_a_ministry_name_does_not_identify_a_country() -> None:
    found = members_with_ministry("BỘ NỘI VỤ", date(2025, 3, 1))
    assert [member.iso2 for member in found] == ["BN", "VN"]
    before = members_with_ministry("Bộ Nội vụ", date(2025, 2, 28))
    assert [member.iso2 for member in before] == ["BN"]


def test_myanmar_renamed_its_ministry_in_august_2021() -> None:
    myanmar = find_member("mm")
    assert myanmar
    before, since = (myanmar.ministry_on(date(2021, m, 1)) for m in (7, 8))
    assert before
    assert since
    assert str(before.name) == "Ministry of Labour, Immigration and Population"
    assert str(since.name) == "Ministry of Labour"


@pytest.mark.parametrize("member", members(), ids=lambda member: member.iso2)
def test_each_member_has_one_labour_ministry_proper_on_any_day(member: Member) -> None:
    for day in (date(2016, 1, 1), date(2021, 8, 1), date(2025, 3, 1), JOINED):
        standing = [m for m in member.ministries if not m.duties and m.stands_on(day)]
        assert len(standing) == 1


def test_vietnamese_names_that_were_not_read_are_marked() -> None:
    marked = {
        member.iso2
        for member in members()
        for ministry in member.ministries
        if ("vi", Basis.INFERRED) in ministry.name_basis
    }
    assert marked == {"BN", "KH", "ID", "MY", "MM", "PH", "TH"}


def test_part_of_labour_may_lie_with_another_authority() -> None:
    duties = {
        str(ministry.name): ministry.duties
        for member in members()
        for ministry in member.ministries
        if ministry.duties
    }
    assert [name.rpartition("(")[2] for name in duties] == ["SHENA)", "DMW)", "TESDA)"]
