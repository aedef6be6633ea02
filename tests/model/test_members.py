"""How a member state is named."""

from datetime import date

import pytest

from almwp.catalogue.members import find_member
from almwp.model.ids import CountryCode
from almwp.model.member import Member
from almwp.model.text import Text


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("PH", "en", "the Philippines"),
        ("PH", "vi", "Phi-líp-pin"),
        ("LA", "en", "the Lao PDR"),
        ("VN", "en", "Viet Nam"),
    ],
)
def test_a_sentence_names_a_member_as_english_does(
    code: str, language: str, said: str
) -> None:
    member = find_member(code)
    assert member is not None
    assert member.in_a_sentence(language) == said


def test_a_member_without_the_variant_has_no_article() -> None:
    member = Member(
        iso2=CountryCode("PH"),
        iso3="PHL",
        name=Text.of("Philippines"),
        joined=date(1967, 8, 8),
    )
    assert member.in_a_sentence("en") == "Philippines"
