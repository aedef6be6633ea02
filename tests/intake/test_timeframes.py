"""Time frames are understood as far as they can be, and their words are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.lexicon import Lexicon
from almwp.intake.timeframes import read_timeframe
from almwp.model.timeframe import Recurrence

SPANS = {
    "2021- 2022": ("2021", "2022"),
    "2021 – 2025": ("2021", "2025"),
    "2023/2024": ("2023", "2024"),
    "2021, 2023, 2025": ("2021", "2025"),
    "2021\n2022": ("2021", "2022"),
    "2021 and 2023": ("2021", "2023"),
    "between 2021 and 2023": ("2021", "2023"),
    "2024": ("2024", "2024"),
    "4-6 May 2021": ("2021-05-04", "2021-05-06"),
    "4-6/5/2021": ("2021-05-04", "2021-05-06"),
    "ngày 15-16/3/2024": ("2024-03-15", "2024-03-16"),
    "15-16 tháng 3 năm 2024": ("2024-03-15", "2024-03-16"),
    "30 June - 2 July 2024": ("2024-06-30", "2024-07-02"),
    "June 30 - July 2, 2024": ("2024-06-30", "2024-07-02"),
    "13/07/2024 - 15/07/2024": ("2024-07-13", "2024-07-15"),
    "2024-01-15 - 2024-02-10": ("2024-01-15", "2024-02-10"),
    "01-06/2024": ("2024-01", "2024-06"),
    "12/2023-02/2024": ("2023-12", "2024-02"),
    "May/June 2023": ("2023-05", "2023-06"),
    "Jan, Feb and March 2023": ("2023-01", "2023-03"),
    "tháng 6 - tháng 8/2024": ("2024-06", "2024-08"),
    "Từ tháng 6 đến tháng 8 năm 2024": ("2024-06", "2024-08"),
    "Juni sampai Agustus 2024": ("2024-06", "2024-08"),
    "Q1-Q3 2024": ("2024-Q1", "2024-Q3"),
    "quý I - quý III/2024": ("2024-Q1", "2024-Q3"),
    "May 2017, Siem Reap": ("2017-05", "2017-05"),
    "Siem Reap, 5 May 2017": ("2017-05-05", "2017-05-05"),
    "cuối năm 2025": ("2025", "2025"),
    "Tháng 5-7/2024": ("2024-05", "2024-07"),
    "Tháng 5 - 7/2024": ("2024-05", "2024-07"),
    "T5-7/2024": ("2024-05", "2024-07"),
    "Tháng 5, 7/2024": ("2024-05", "2024-07"),
    "Từ tháng 5-7/2024": ("2024-05", "2024-07"),
    "tháng 3-4 năm 2024": ("2024-03", "2024-04"),
    "Quý 1-2/2024": ("2024-Q1", "2024-Q2"),
    "Quý I - II năm 2024": ("2024-Q1", "2024-Q2"),
    "Q1-2/2024": ("2024-Q1", "2024-Q2"),
    "H1-2/2024": ("2024-H1", "2024-H2"),
    "June 5-7 2024": ("2024-06-05", "2024-06-07"),
    "May 5-7/2024": ("2024-05-05", "2024-05-07"),
    "May 3-5, 2024": ("2024-05-03", "2024-05-05"),
    "Sept. 5-7, 2024": ("2024-09-05", "2024-09-07"),
    "tháng 5 - tháng 7/2024": ("2024-05", "2024-07"),
    "5-7/2024": ("2024-05", "2024-07"),
    "ngày 5-tháng 7/2024": ("2024-07-05", "2024-07-05"),
    "7-tháng 5/2024": ("2024-05-07", "2024-05-07"),
    "2009-10": ("2009-10", "2009-10"),
    "15-tháng 7/2024": ("2024-07-15", "2024-07-15"),
    "2021-22": ("2021", "2022"),
    "2021/22": ("2021", "2022"),
    "2021 – 25": ("2021", "2025"),
    "1999-00": ("1999", "2000"),
    "2021-12": ("2021-12", "2021-12"),
    "1H2024": ("2024-H1", "2024-H1"),
    "2024H1 - 2024H2": ("2024-H1", "2024-H2"),
    "giai đoạn 2021-2025": ("2021", "2025"),
    "Giai doan 2021 - 2025": ("2021", "2025"),
    "in the period 2021-2025": ("2021", "2025"),
    "Suku kedua 2025": ("2025-Q2", "2025-Q2"),
    "triwulan pertama 2024": ("2024-Q1", "2024-Q1"),
    "quý hai năm 2024": ("2024-Q2", "2024-Q2"),
    "Quý tư/2024": ("2024-Q4", "2024-Q4"),
}
OPEN = (
    "2021-",
    "from 2021",
    "since 2021",
    "từ 2021 đến nay",
    "2021 onwards",
    "2021 - present",
)
WORDS = (
    "when it rains",
    "2022-2021",
    "December - January 2024",
    "4, 5 and 6 May 2021",
    "Phase 1: 2021, Phase 2: 2023",
    "9 tháng năm 2024",
    "45473",
    "TBD",
    "by the way",
    "by 2024-2025",
    "completed by 2025",
    "to be completed by 2025",
    "hoàn thành trước năm 2025",
    "2021-13",
    "2021-99",
    "FY2024",
    "FY 2024-25",
    "năm tài chính 2024",
    "tahun anggaran 2024",
    "2499",
    "2601",
    "2567/2023",
    "Tháng 10/12/2024",
    "Q1/2/2024",
    "June 5/7/2024",
    "tháng 7-5/2024",
    "2023 not completed",
    "2023 to be completed",
    "2023 almost completed",
    "2023 not implemented",
    "2023, not completed",
    "2021, not yet (completed)",
    "not completed",
    "2023 chưa hoàn thành",
    "2023, chưa hoàn thành",
    "2023 sẽ hoàn thành",
    "2023 - gần hoàn thành",
    "2023-2024 not ongoing",
    "2021 (completed), 2023 (ongoing)",
    "2021 completed, 2023 ongoing",
    "2023, delayed",
    "annual report 2023",
    "not annually",
    "no longer annually since 2022",
    "Annually except 2023",
    "annually, then monthly",
    "completed?",
    "~completed",
    "2023?",
    "<2023",
    "≠ 2023",
    "2022 -> 2024",
    "2023 (ongoing?)",
    "annually?",
    "x" * 500 + " 2024",
)


@pytest.mark.parametrize(("written", "ends"), SPANS.items())
def test_a_span_has_both_its_ends(
    lexicon: Lexicon, written: str, ends: tuple[str, str]
) -> None:
    read = read_timeframe(written, lexicon)
    assert (str(read.timeframe.start), str(read.timeframe.end)) == ends
    assert read.timeframe.raw == " ".join(written.split())
    assert read.status is None
    assert read.doubt is None


@pytest.mark.parametrize("written", OPEN)
def test_an_open_end_stays_open(lexicon: Lexicon, written: str) -> None:
    timeframe = read_timeframe(written, lexicon).timeframe
    assert str(timeframe.start) == "2021"
    assert timeframe.end is None


@pytest.mark.parametrize("written", WORDS)
def test_what_is_not_understood_is_kept_in_words(
    lexicon: Lexicon, written: str
) -> None:
    read = read_timeframe(written, lexicon)
    assert read.timeframe.raw == written
    assert not read.timeframe.is_understood
    assert read.status is None


@pytest.mark.parametrize(
    ("written", "status", "word", "start"),
    [
        ("2021- 2022 (ongoing)", "ongoing", "ongoing", "2021"),
        ("2022 [COMPLETED]", "completed", "COMPLETED", "2022"),
        ("Completed in 2022", "completed", "Completed", "2022"),
        ("2022 - đang thực hiện", "ongoing", "đang thực hiện", "2022"),
        ("planned for 2024", "planned", "planned", "2024"),
        ("May 2017, Siem Reap (completed)", "completed", "completed", "2017-05"),
        ("tháng 5-7/2024 (hoàn thành)", "completed", "hoàn thành", "2024-05"),
        ("2022 (delayed)", "other", "delayed", "2022"),
        ("Selesai", "completed", "Selesai", "None"),
    ],
)
def test_a_state_among_the_words_is_taken_out(
    lexicon: Lexicon, written: str, status: str, word: str, start: str
) -> None:
    read = read_timeframe(written, lexicon)
    assert (read.status, read.word) == (status, word)
    assert str(read.timeframe.start) == start
    assert read.timeframe.raw == written


@pytest.mark.parametrize(
    ("written", "recurrence", "start"),
    [
        ("ANNUALLY", Recurrence.ANNUAL, "None"),
        ("hằng năm", Recurrence.ANNUAL, "None"),
        ("every two years, 2021-2025", Recurrence.BIENNIAL, "2021"),
        ("2021-2025 (annually)", Recurrence.ANNUAL, "2021"),
        ("setiap tahun", Recurrence.ANNUAL, "None"),
    ],
)
def test_a_recurrence_is_no_state(
    lexicon: Lexicon, written: str, recurrence: Recurrence, start: str
) -> None:
    read = read_timeframe(written, lexicon)
    assert read.timeframe.recurrence is recurrence
    assert str(read.timeframe.start) == start
    assert read.status is None


@pytest.mark.parametrize("written", ["06/07/2024", "06/07/2024 - 08/07/2024"])
def test_a_doubtful_day_is_never_taken_for_two_months(
    lexicon: Lexicon, written: str
) -> None:
    asked = read_timeframe(written, lexicon)
    assert asked.doubt is not None
    assert not asked.timeframe.is_understood
    told = read_timeframe(written, lexicon, day_first=True)
    assert str(told.timeframe.start) == "2024-07-06"
    told = read_timeframe(written, lexicon, day_first=False)
    assert str(told.timeframe.start) == "2024-06-07"


@given(st.text(max_size=30) | st.sampled_from(sorted(SPANS)))
def test_any_words_can_be_read_and_are_kept(lexicon: Lexicon, text: str) -> None:
    timeframe = read_timeframe(text, lexicon).timeframe
    if timeframe.start and timeframe.end:
        assert timeframe.start.start <= timeframe.end.end


@given(st.integers(1950, 2099), st.integers(1, 40))
def test_two_years_are_a_span_however_they_are_joined(
    lexicon: Lexicon, first: int, length: int
) -> None:
    last = min(first + length, 2100)
    for sign in ("-", " - ", "–", "- ", " to ", " đến ", "/", ", "):
        timeframe = read_timeframe(f"{first}{sign}{last}", lexicon).timeframe
        assert (str(timeframe.start), str(timeframe.end)) == (str(first), str(last))


STATES = ("completed", "ongoing", "hoàn thành", "đang thực hiện", "selesai")
BESIDE = ("not", "almost", "to be", "chưa", "sẽ", "gần", "belum", "hampir", "phase 2")


@given(
    st.integers(1950, 2100),
    st.sampled_from(STATES),
    st.sampled_from(BESIDE) | st.text("bcdfgkpqvwxz", min_size=3, max_size=9),
    st.sampled_from([" ", ", ", " - ", "; "]),
)
def test_a_state_counts_only_where_all_else_is_a_time(
    lexicon: Lexicon, year: int, state: str, beside: str, sign: str
) -> None:
    for text in (f"{year}{sign}{beside} {state}", f"{beside} {state}{sign}{year}"):
        read = read_timeframe(text, lexicon)
        assert read.status is None
        assert not read.timeframe.is_understood


@given(st.integers(1950, 2100), st.sampled_from("?~≠<>"), st.booleans())
def test_a_sign_of_doubt_leaves_nothing_understood(
    lexicon: Lexicon, year: int, sign: str, is_first: bool
) -> None:
    for plain in (f"{year}", "completed", "annually", f"tháng 5-7/{year}"):
        text = f"{sign}{plain}" if is_first else f"{plain} {sign}"
        read = read_timeframe(text, lexicon)
        assert not read.timeframe.is_understood
        assert read.status is None
