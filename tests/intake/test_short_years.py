"""Two digits behind a month are a year of the programme, or they are asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework
from almwp.intake.fardays import possible_years
from almwp.intake.lexicon import Lexicon
from almwp.intake.shortyears import in_full_years
from almwp.model.ids import FrameworkId

PROGRAMME = framework(FrameworkId("ALM-WP-2021-2025"))


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("Jun-24", "Jun 2024"),
        ("30-Jun-24", "30-Jun 2024"),
        ("June '24", "June 2024"),
        ("Juni 24", "Juni 2024"),
        ("Jun-24 - Aug-24", "Jun 2024 - Aug 2024"),
        ("Jun-24 to Aug-25", "Jun 2024 to Aug 2025"),
        ("Jun-12", None),
        ("Jun-30", None),
        ("Jun 24, 2024", None),
        ("Jun 24-26", None),
        ("Jun-24 - Aug-12", None),
        ("Mood-24", None),
        ("24", None),
        ("06-24", None),
    ],
)
def test_two_digits_are_a_year_where_the_programme_has_it(
    lexicon: Lexicon, written: str, full: str | None
) -> None:
    assert in_full_years(written, lexicon, PROGRAMME) == full
    assert in_full_years(written, lexicon, None) is None


@given(st.integers(0, 99), st.sampled_from(["Jan", "tháng Ba", "Maret", "Dec"]))
def test_no_year_is_made_that_the_programme_does_not_have(
    lexicon: Lexicon, digits: int, month: str
) -> None:
    full = in_full_years(f"{month}-{digits:02}", lexicon, PROGRAMME)
    first, last = possible_years(PROGRAMME)
    if month == "tháng Ba":
        assert full is None
    else:
        assert (full is not None) == (first <= 2000 + digits <= last)
