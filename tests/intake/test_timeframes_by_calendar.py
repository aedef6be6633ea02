"""Deadlines, Buddhist years, and days that may be months, in time frames."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.lexicon import Lexicon
from almwp.intake.timeframes import read_timeframe

FORMS = (
    "{}/{}/{}",
    "{2}",
    "{1}/{2}",
    "{2}-{1:02}-{0:02}",
    "since {2}",
    "by {0}/{1}/{2}",
)


@pytest.mark.parametrize(
    ("written", "end", "is_before"),
    [
        ("By 2025", "2025", False),
        ("by the end of 2025", "2025", False),
        ("by June 2025", "2025-06", False),
        ("until Q3/2025", "2025-Q3", False),
        ("no later than 30 June 2025", "2025-06-30", False),
        ("đến năm 2025", "2025", False),
        ("đến hết tháng 6/2025", "2025-06", False),
        ("chậm nhất 30/6/2025", "2025-06-30", False),
        ("từ nay đến năm 2025", "2025", False),
        ("paling lambat 2025", "2025", False),
        ("by 2025 (ongoing)", "2025", False),
        ("annually until 2025", "2025", False),
        ("before 2025", "2024", True),
        ("trước năm 2025", "2024", True),
        ("sebelum 2025", "2024", True),
        ("before Q1/2025", "2024-Q4", True),
        ("trước tháng 1/2025", "2024-12", True),
        ("trước ngày 1/3/2024", "2024-02-29", True),
        ("before the end of 2025", "2025", False),
        ("trước cuối năm 2025", "2025", False),
    ],
)
def test_a_deadline_has_an_end_only(
    lexicon: Lexicon, written: str, end: str, is_before: bool
) -> None:
    read = read_timeframe(written, lexicon, day_first=True)
    assert read.timeframe.start is None
    assert str(read.timeframe.end) == end
    assert read.is_before is is_before
    assert read.timeframe.raw == written


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2567", "2024", "2024"),
        ("๒๕๖๗", "2024", "2024"),
        ("พ.ศ. 2567", "2024", "2024"),
        ("2567 BE", "2024", "2024"),
        ("B.E. 2567", "2024", "2024"),
        ("2567 (2024)", "2024", "2024"),
        ("2024/2567", "2024", "2024"),
        ("2564-2568", "2021", "2025"),
        ("2567-68", "2024", "2025"),
        ("2567-06", "2024-06", "2024-06"),
        ("30/06/2567", "2024-06-30", "2024-06-30"),
        ("29/02/2567", "2024-02-29", "2024-02-29"),
        ("Q3/2567", "2024-Q3", "2024-Q3"),
        ("มิถุนายน 2567", "2024-06", "2024-06"),
        ("30 มิ.ย. 2567", "2024-06-30", "2024-06-30"),
    ],
)
def test_years_of_the_buddhist_era_are_common_ones(
    lexicon: Lexicon, written: str, start: str, end: str
) -> None:
    read = read_timeframe(written, lexicon)
    assert (str(read.timeframe.start), str(read.timeframe.end)) == (start, end)
    assert read.timeframe.raw == written
    assert read.is_changed


@pytest.mark.parametrize("written", ["2024", "ค.ศ. 2024", "2021-2025"])
def test_common_years_are_not_changed(lexicon: Lexicon, written: str) -> None:
    read = read_timeframe(written, lexicon)
    assert read.timeframe.is_understood
    assert not read.is_changed


@pytest.mark.parametrize("written", ["5-tháng 7/2024", "5 - T7/2024", "5-bulan 7/2024"])
def test_a_day_that_may_be_a_month_is_asked_about(
    lexicon: Lexicon, written: str
) -> None:
    for day_first in (None, True, False):
        read = read_timeframe(written, lexicon, day_first)
        assert read.doubt is not None
        assert read.doubt.choices == ("2024-07-05", "2024-05 - 2024-07")
        assert not read.timeframe.is_understood


@given(st.dates(date(1957, 1, 1), date(2057, 12, 31)), st.sampled_from(FORMS))
def test_a_buddhist_year_means_what_the_common_one_means(
    lexicon: Lexicon, day: date, form: str
) -> None:
    common = form.format(day.day, day.month, day.year)
    buddhist = form.format(day.day, day.month, day.year + 543)
    told = read_timeframe(common, lexicon, day_first=True)
    changed = read_timeframe(buddhist, lexicon, day_first=True)
    assert changed.timeframe.start == told.timeframe.start
    assert changed.timeframe.end == told.timeframe.end
    assert changed.doubt == told.doubt
    assert changed.timeframe.raw == buddhist
