"""Dates of any precision are read as they are written, and never more precisely."""

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.lexicon import Lexicon
from almwp.intake.moments import TwoDays, read_moment
from almwp.model.moment import Moment, Precision

UNDERSTOOD = {
    "2024": "2024",
    "(2024)": "2024",
    "06/2024": "2024-06",
    "6.2024": "2024-06",
    "5-2023": "2023-05",
    "2024-06": "2024-06",
    "30/06/2024": "2024-06-30",
    "30.06.2024": "2024-06-30",
    "30 / 06 / 2024": "2024-06-30",
    "2024-06-30": "2024-06-30",
    "2024-06-30 00:00:00": "2024-06-30",
    "05/05/2024": "2024-05-05",
    "06/30/2024": "2024-06-30",
    "Q3/2024": "2024-Q3",
    "2024-Q3": "2024-Q3",
    "3rd quarter of 2024": "2024-Q3",
    "quý III/2024": "2024-Q3",
    "Quý 3 năm 2024": "2024-Q3",
    "triwulan III 2024": "2024-Q3",
    "semester 1 2024": "2024-H1",
    "first half of 2024": "2024-H1",
    "6 tháng đầu năm 2024": "2024-H1",
    "6 tháng cuối năm 2024": "2024-H2",
    "nửa đầu năm 2024": "2024-H1",
    "tháng 8 năm 2023": "2023-08",
    "tháng 8/2023": "2023-08",
    "T8/2023": "2023-08",
    "tháng mười hai năm 2023": "2023-12",
    "tháng năm 2024": "2024-05",
    "Agustus 2023": "2023-08",
    "16 August 2023": "2023-08-16",
    "August 16th, 2023": "2023-08-16",
    "16 Agustus 2023": "2023-08-16",
    "ngày 16 tháng 8 năm 2023": "2023-08-16",
    "ngày 6 tháng 8 năm 2023": "2023-08-06",
    "May 2017": "2017-05",
    "end of 2025": "2025",
    "cuối năm 2025": "2025",
    "đầu năm 2025": "2025",
    "akhir tahun 2025": "2025",
    "mid-2025": "2025",
    "cuối tháng 6/2024": "2024-06",
    "end of Q2 2024": "2024-Q2",
    "cuối quý II/2024": "2024-Q2",
    "31/12/32": "2032-12-31",
    "1H2024": "2024-H1",
    "2024Q3": "2024-Q3",
}
NOT_UNDERSTOOD = (
    "",
    "-",
    "soon",
    "2567",
    "1.250",
    "45473",
    "13/2024",
    "31/02/2024",
    "2024-13",
    "Aug-24",
    "31/31/24",
    "1/2-24",
    "06-07/2024",
    "Q5/2024",
    "9 tháng năm 2024",
    "by 2025",
    "2021-2025",
    "Phase 2",
    "Tháng 5-7/2024",
    "tháng 5, 7/2024",
    "tháng 3-4 năm 2024",
    "Tháng 10/12/2024",
    "May-7/2024",
    "Q1-2/2024",
    "2023?",
    "~2023",
    "<2023",
    ">06/2024",
    "≠ 2023",
)


@pytest.mark.parametrize(("written", "read"), UNDERSTOOD.items())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_moment_is_read_as_precisely_as_it_is_written(
    lexicon: Lexicon, written: str, read: str, form: str
) -> None:
    text = normalize("NFC", written) if form == "NFC" else normalize("NFD", written)
    assert str(read_moment(text, lexicon)) == read


@pytest.mark.parametrize("written", NOT_UNDERSTOOD)
def test_what_is_no_moment_or_could_be_two_things_is_not_read(
    lexicon: Lexicon, written: str
) -> None:
    assert read_moment(written, lexicon) is None


@pytest.mark.parametrize(
    ("written", "choices", "day_first", "month_first"),
    [
        ("1/2/24", ("2024-02-01", "2024-01-02"), "2024-02-01", "2024-01-02"),
        ("30/6/24", ("2024-06-30", "2030-06-24"), "2024-06-30", "None"),
        (
            "01.02.24",
            ("2024-02-01", "2024-01-02", "2001-02-24"),
            "2024-02-01",
            "2024-01-02",
        ),
        # Of the last century, of this one, or of the Buddhist era.
        ("30/6/67", ("1967-06-30", "2067-06-30", "2024-06-30"), "None", "None"),
        ("6/6/24", ("2024-06-06",), "", ""),
    ],
)
def test_a_year_of_two_digits_is_doubtful_unless_all_readings_agree(
    lexicon: Lexicon,
    written: str,
    choices: tuple[str, ...],
    day_first: str,
    month_first: str,
) -> None:
    read = read_moment(written, lexicon)
    if len(choices) == 1:
        assert (str(read),) == choices
        return
    assert isinstance(read, TwoDays)
    assert read.choices == choices
    assert (str(read.told(True)), str(read.told(False))) == (day_first, month_first)
    assert read.told(None) is None


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_day_is_doubtful_just_where_its_numbers_may_be_swapped(
    lexicon: Lexicon, day: date
) -> None:
    read = read_moment(f"{day.day:02}/{day.month:02}/{day.year}", lexicon)
    if day.day <= 12 and day.day != day.month:
        assert isinstance(read, TwoDays)
        assert read.day_first == Moment.day(day)
        assert read.month_first is not None
        assert read.month_first.start.month == day.day
    else:
        assert read == Moment.day(day)


@given(
    st.builds(
        lambda year, month: Moment(Precision.MONTH, date(year, month, 1)),
        st.integers(1950, 2100),
        st.integers(1, 12),
    )
    | st.dates(date(1950, 1, 1), date(2100, 12, 31)).map(Moment.day)
    | st.integers(1950, 2100).map(Moment.year)
)
def test_a_moment_reads_back_from_its_own_words(
    lexicon: Lexicon, moment: Moment
) -> None:
    assert read_moment(str(moment), lexicon) == moment


@given(st.text(max_size=20))
def test_no_text_is_read_as_a_year_that_does_not_stand_in_it(
    lexicon: Lexicon, text: str
) -> None:
    read = read_moment(text, lexicon)
    if isinstance(read, Moment):
        digits = normalize("NFKC", text)
        assert str(read.start.year) in digits
