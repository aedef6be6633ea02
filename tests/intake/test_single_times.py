"""Single times with others between them are read as a span, and it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.lexicon import Lexicon
from almwp.intake.timeframes import read_timeframe


@pytest.mark.parametrize(
    "written",
    [
        *("2021, 2023, 2025", "2021 2023", "2021\n2023", "2021 & 2023", "2021; 2023"),
        *("Q1 & Q3 2024", "quý I, III/2024", "tháng 5, 7/2024", "Jan and March 2023"),
        *("2021-2022, 2024", "2/2024 và 5/2024"),
    ],
)
def test_single_times_with_others_between_them_have_gaps(
    lexicon: Lexicon, written: str
) -> None:
    read = read_timeframe(written, lexicon)
    assert read.has_gaps
    assert read.timeframe.start
    assert read.timeframe.end


@pytest.mark.parametrize(
    "written",
    [
        *("2021 & 2022", "2021 2022", "2021-2025", "2021 / 2023", "2021 to 2023"),
        *(
            "between 2021 and 2023",
            "từ 2021 đến 2023",
            "quý III, IV/2024",
            "Q1-Q3 2024",
        ),
        *("Jan, Feb and March 2023", "2024", "May 2017, Siem Reap", "since 2021"),
    ],
)
def test_one_span_has_no_gaps(lexicon: Lexicon, written: str) -> None:
    read = read_timeframe(written, lexicon)
    assert read.timeframe.start
    assert not read.has_gaps


@given(st.sets(st.integers(2000, 2040), min_size=2, max_size=6))
def test_listed_years_have_gaps_where_a_year_is_left_out(
    lexicon: Lexicon, years: set[int]
) -> None:
    listed = sorted(years)
    read = read_timeframe(", ".join(map(str, listed)), lexicon)
    assert read.has_gaps == (len(listed) <= listed[-1] - listed[0])
    ends = read.timeframe.start, read.timeframe.end
    assert list(map(str, ends)) == [str(listed[0]), str(listed[-1])]


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("2021-2025 (completed 2023)", "completed"),
        ("2021-2025 (completed in 6/2023)", "completed"),
        ("2021-2025 (hoàn thành năm 2023)", "completed"),
        ("2021-2025 (completed by 2023)", None),
        ("2021-2025 (ongoing 2023)", None),
        ("2021-2025 (not completed 2023)", None),
    ],
)
def test_only_a_state_that_was_reached_has_a_year_in_brackets(
    lexicon: Lexicon, written: str, status: str | None
) -> None:
    read = read_timeframe(written, lexicon)
    assert read.status == status
    assert str(read.timeframe.start) == ("2021" if status else "None")
