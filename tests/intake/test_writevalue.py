"""What is written into a form reads back as what it was, for every type of field."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.catalogue.languages import language_codes
from almwp.catalogue.meetings import meetings
from almwp.intake.choices import Writing, choices_of, table_of
from almwp.intake.field import FieldType
from almwp.intake.lexicon import Lexicon
from almwp.intake.readvalue import read_value
from almwp.intake.timeframes import ReadTimeframe, read_timeframe
from almwp.intake.writevalue import cell_of, decimal_of, write_value
from almwp.model.absence import Absence
from almwp.model.ids import FrameworkId
from almwp.model.moment import Moment
from almwp.model.timeframe import Recurrence, Timeframe
from almwp.testing import strategies as model
from almwp.testing.strategies.facts import days, moments
from almwp.testing.strategies.typed import letters
from almwp.testing.written import one_of, there_and_back, writing_in

OFTEN = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PROGRAMME = FrameworkId("ALM-WP-2021-2025")
Write = Callable[[str], Writing]


@pytest.fixture(scope="module")
def write(lexicon: Lexicon) -> Write:
    """Give what is needed to write in a language."""
    return lambda language: writing_in(language, lexicon, PROGRAMME)


languages = st.sampled_from(["en", "vi"])


@pytest.mark.parametrize("language", ["en", "vi", "id"])
@pytest.mark.parametrize("kind", FieldType)
def test_every_word_of_a_list_is_read_back(
    kind: FieldType, language: str, write: Write
) -> None:
    writing = write(language)
    choices = choices_of(one_of(kind), (), writing)
    if choices is None or kind in (
        FieldType.FRAMEWORK,
        FieldType.MEETING,
        FieldType.LANGUAGE,
    ):
        return  # the last three are looked up by the cover
    read = []
    for word in choices.words:
        cell = cell_of(word, one_of(kind))
        assert cell is not None
        parsed = read_value(writing.values, one_of(kind), cell)
        assert parsed.findings == ()
        read.append(parsed.value)
        again = write_value(parsed.value, one_of(kind), writing)
        assert again == word
    assert len({repr(value) for value in read}) == len(choices.words)


@pytest.mark.parametrize("language", ["en", "vi", "id"])
@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        (FieldType.MEETING, [meeting.id for meeting in meetings()]),
        (FieldType.LANGUAGE, language_codes()),
    ],
)
def test_every_meeting_and_language_has_words(
    kind: FieldType, ids: list[str], language: str, write: Write
) -> None:
    words = [write_value(known, one_of(kind), write(language)) for known in ids]
    assert None not in words
    assert len(set(words)) == len(ids)


@pytest.mark.parametrize("language", ["en", "vi", "id"])
def test_every_framework_has_words(
    language: str, write: Write, lexicon: Lexicon
) -> None:
    writing = write(language)
    for framework in lexicon.frameworks:
        assert write_value(framework.id, one_of(FieldType.FRAMEWORK), writing)


@pytest.mark.parametrize("language", ["en", "vi", "id"])
def test_every_closed_table_has_a_word_for_each_meaning(
    language: str, write: Write
) -> None:
    writing = write(language)
    for kind in FieldType:
        table = table_of(one_of(kind), writing.lexicon)
        if table:
            meanings = set(writing.lexicon.words[table].values()) - {"other"}
            assert len(writing.words(table)) == len(meanings)


@OFTEN
@given(language=languages, moment=moments)
def test_moments(language: str, moment: Moment, write: Write) -> None:
    assert there_and_back(moment, FieldType.DATE, write(language)) == moment


@OFTEN
@given(language=languages, day=days)
def test_a_day_is_written_as_a_true_date(
    language: str, day: date, write: Write
) -> None:
    written = write_value(Moment.day(day), one_of(FieldType.DATE), write(language))
    assert written == day


@OFTEN
@given(language=languages, share=st.fractions(0, 1, max_denominator=12))
def test_shares_in_twelfths(language: str, share: Fraction, write: Write) -> None:
    writing = write(language)
    written = write_value(share, one_of(FieldType.PERCENT), writing)
    if decimal_of(share) is None and written is None:
        return  # 5/12 is no finite decimal and has no sign of its own
    assert there_and_back(share, FieldType.PERCENT, writing) == share


@OFTEN
@given(language=languages, tenths=st.integers(0, 1000))
def test_shares_in_thousandths(language: str, tenths: int, write: Write) -> None:
    share = Fraction(tenths, 1000)
    assert there_and_back(share, FieldType.PERCENT, write(language)) == share


@OFTEN
@given(language=languages, number=st.decimals(-(10**9), 10**9, places=4))
def test_numbers(language: str, number: Any, write: Write) -> None:
    exact = Fraction(number)
    assert there_and_back(exact, FieldType.NUMBER, write(language)) == exact


@OFTEN
@given(language=languages, count=st.integers(0, 999_999_999))
def test_whole_numbers(language: str, count: int, write: Write) -> None:
    assert there_and_back(count, FieldType.WHOLE, write(language)) == count


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("absence", sorted(set(Absence) - {Absence.BLANK}))
@pytest.mark.parametrize("kind", [FieldType.PERCENT, FieldType.STATUS])
def test_reasons_why_a_value_is_not_there(
    kind: FieldType, absence: Absence, language: str, write: Write
) -> None:
    assert there_and_back(absence, kind, write(language)) == absence


@pytest.mark.parametrize("kind", FieldType)
@pytest.mark.parametrize("value", [None, "", ()])
def test_nothing_is_written_for_nothing(
    kind: FieldType, value: Any, write: Write
) -> None:
    assert write_value(value, one_of(kind), write("vi")) is None


_ends = st.tuples(moments, moments).filter(lambda pair: pair[0].start <= pair[1].start)


@OFTEN
@given(
    language=languages,
    start=moments,
    recurrence=st.none() | st.sampled_from(Recurrence),
)
def test_a_time_without_its_words(
    language: str, start: Moment, recurrence: Recurrence | None, write: Write
) -> None:
    value = Timeframe(raw="?", start=start, end=start, recurrence=recurrence)
    read: ReadTimeframe = there_and_back(value, FieldType.TIMEFRAME, write(language))
    time = read.timeframe
    assert (time.start, time.end, time.recurrence) == (start, start, recurrence)


@OFTEN
@given(language=languages, ends=_ends)
def test_a_stretch_of_time(
    language: str, ends: tuple[Moment, Moment], write: Write
) -> None:
    start, end = ends
    if end.end < start.end:
        return
    value = Timeframe(raw="?", start=start, end=end)
    read: ReadTimeframe = there_and_back(value, FieldType.TIMEFRAME, write(language))
    assert (read.timeframe.start, read.timeframe.end) == (start, end)


@pytest.mark.parametrize(
    "raw",
    [
        *("2021-2025", "Quý III/2024", "ANNUALLY", "since 2022", "by 2025", "05/2024"),
        "từ 01/3/2022 đến 31/12/2025",  # the second date tells the order of the first
    ],
)
def test_the_words_for_a_time_are_kept(raw: str, write: Write) -> None:
    writing = write("vi")
    time = read_timeframe(raw, writing.lexicon, day_first=True).timeframe
    assert write_value(time, one_of(FieldType.TIMEFRAME), writing) == raw


@pytest.mark.parametrize(
    ("raw", "start", "written"),
    [
        ("06/07/2024", "2024-07-06", "2024-07-06"),  # other cells told the order
        ("06/07/2024", "2024-06-07", "2024-06-07"),
        ("2024 (ongoing)", "2024", "2024"),  # the state has a column of its own
    ],
)
def test_words_that_need_other_evidence_are_written_anew(
    raw: str, start: str, written: str, write: Write
) -> None:
    moment = Moment.parse(start)
    time = Timeframe(raw=raw, start=moment, end=moment)
    assert write_value(time, one_of(FieldType.TIMEFRAME), write("vi")) == written


@OFTEN
@given(language=languages, words=model.filled_words)
def test_words_are_written_only_if_they_are_read_back(
    language: str, words: str, write: Write
) -> None:
    writing = write(language)
    if write_value(words, one_of(FieldType.TEXT), writing) is not None:
        assert there_and_back(words, FieldType.TEXT, writing) == words


@OFTEN
@given(language=languages, words=letters)
def test_plain_words(language: str, words: str, write: Write) -> None:
    for kind in (FieldType.TEXT, FieldType.TITLE):
        written = write_value(words, one_of(kind), write(language))
        assert written in (words, None)
        assert written == words or writing_means_nothing(words, write(language))


def writing_means_nothing(words: str, writing: Writing) -> bool:
    """Say whether words only say that there is no value: those are not written."""
    return writing.values.is_absent(words)


@pytest.mark.parametrize("words", ["-", " spaces ", "x" * 40_000])
def test_words_that_no_cell_keeps_are_not_written(words: str, write: Write) -> None:
    assert write_value(words, one_of(FieldType.TEXT), write("en")) is None


def test_shares_that_no_cell_keeps_are_not_written(write: Write) -> None:
    assert (
        write_value(Fraction(5, 7919), one_of(FieldType.PERCENT), write("en")) is None
    )
    assert write_value(Fraction(1, 3), one_of(FieldType.PERCENT), write("en")) == "⅓"
