"""Read time frames as they are published: spans, lists, recurrences, stray states."""

import re

from attrs import frozen

from almwp.intake.calendars import in_common_era
from almwp.intake.deadlines import read_deadline, without_deadline_words
from almwp.intake.doubts import is_doubtful, takes_back
from almwp.intake.lexicon import Lexicon, key_of
from almwp.intake.moments import TwoDays
from almwp.intake.spans import Span, read_span
from almwp.model.folding import compose
from almwp.model.timeframe import Recurrence, Timeframe

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TOUCHING = re.compile(r"(?<=\d)[–—-](?=[^\W\d_])")
_JOINED = re.compile(
    r"\s*(?:[–—-]|\s(?:to|until|till|đến|tới|sampai|hingga))\s*$", re.IGNORECASE
)
_FOR = re.compile(
    r"^\s*(?:(?:for|cho|untuk)\s+)?"
    r"(?:(?:(?:in|during|over)\s+)?(?:the\s+)?period(?:\s+(?:of|from))?:?\s+"
    r"|(?:trong\s+)?(?:giai\s+đoạn|giai\s+doan|thời\s+kỳ):?\s+"
    r"|(?:dalam\s+)?(?:periode|tempoh):?\s+)?",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(.*?[^\W\d_])[\s,:]+(?:(?:in|on|năm|vào|ngày|pada|tahun|tanggal)\s+)*"
    r"(?:\d{1,2}[/.-]){0,2}\d{4}",
    re.IGNORECASE,
)
"""A state and when it was reached: *completed 2023*, *completed in 6/2023*."""
_LOOSE = " ,;:-–—"
_EDGES = f"{_LOOSE}.()[]"
_LONGEST = 200
"""A longer text is a story, not a time frame; it is kept in words."""


@frozen(kw_only=True)
class ReadTimeframe:
    """A time frame, and the state that stood among its words.

    Attributes:
        timeframe: What was understood.
        status: ``planned``, ``ongoing``, ``completed``, ``other``, or None.
        word: The words of that state.
        doubt: The first date that is one day or another, whether or not the order of
            day and month was told.
        is_before: Whether it says *before*: its end is right before what it names.
        is_changed: Whether it was written in years of the Buddhist era.
        has_gaps: Whether it names single times, with other times between them.
    """

    timeframe: Timeframe
    status: str | None = None
    word: str = ""
    doubt: TwoDays | None = None
    is_before: bool = False
    is_changed: bool = False
    has_gaps: bool = False


def read_timeframe(
    text: str, lexicon: Lexicon, day_first: bool | None = None
) -> ReadTimeframe:
    """Understand *text* as far as it can be understood; its words are kept.

    Args:
        text: The words of the cell.
        lexicon: The words of all languages.
        day_first: Whether 06/07/2024 is the sixth of July; None where nothing tells:
            such a date is then not understood.
    """
    raw = " ".join(compose(text).split())
    unknown = ReadTimeframe(timeframe=Timeframe(raw=raw))
    if len(raw) > _LONGEST or is_doubtful(raw):
        return unknown
    common = in_common_era(raw)
    rest, status, word = _without_status(common.text, lexicon)
    recurrence, rest = _without_recurrence(_FOR.sub("", rest), lexicon)
    if takes_back(rest) or _names_state(without_deadline_words(rest), lexicon):
        return unknown
    # What stands beside a state or a recurrence could take it back.
    is_alone = not recurrence and (not status or _is_bracketed(word, common.text))
    span, is_before = read_span(rest, lexicon, day_first, is_alone=is_alone), False
    # "Completed by 2025" and "before it is completed" tell of no state yet.
    is_state = status is not None and not _is_bracketed(word, common.text)
    ending = None if span or is_state else read_deadline(rest, lexicon, day_first)
    if ending:
        span = Span(end=ending.end, doubt=ending.doubt)
        is_before = ending.is_before
    if span is None and (status or recurrence) and rest.strip(_EDGES):
        return unknown
    span = span or Span()
    return ReadTimeframe(
        timeframe=Timeframe(
            raw=raw, start=span.start, end=span.end, recurrence=recurrence
        ),
        status=status,
        word=word,
        doubt=span.doubt,
        is_before=is_before,
        is_changed=bool(common.changed) and bool(span.start or span.end),
        has_gaps=span.has_gaps,
    )


def _is_bracketed(word: str, text: str) -> bool:
    return f"({word})" in _round(text)


def _without_status(text: str, lexicon: Lexicon) -> tuple[str, str | None, str]:
    """Take a state out of *text*: in brackets anywhere, or its last or first words.

    A state that is none of the three is taken out of brackets only.
    """
    for match in _BRACKETS.finditer(text):
        words = match[1].strip()
        if dated := _DATED.fullmatch(words):
            # "(completed 2023)" tells the state, and "(completed by 2025)" does not.
            is_done = lexicon.meaning("status", dated[1]) == "completed"
            words = dated[1] if is_done else words
        if status := lexicon.meaning("status", words):
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return rest, status, match[1].strip()
    for spaced in dict.fromkeys((text, _TOUCHING.sub(" - ", text))):
        if found := _status_at_edge(spaced, lexicon):
            return found
    return text, None, ""


def _status_at_edge(text: str, lexicon: Lexicon) -> tuple[str, str, str] | None:
    words = text.split()
    longest = min(lexicon.longest["status"], len(words))
    for size in range(longest, 0, -1):
        head, tail = " ".join(words[:size]), " ".join(words[-size:])
        for phrase, others in ((tail, words[:-size]), (head, words[size:])):
            status = lexicon.meaning("status", phrase)
            if status and status != "other":
                rest = " ".join(others)
                joined = f"{rest} {phrase[0]}" if phrase[0] in "-–—" else rest
                if status == "ongoing" and phrase == tail and _JOINED.search(joined):
                    # "2023 - ongoing" has begun and has no end yet.
                    rest = _JOINED.sub(" -", joined)
                else:
                    rest = rest.rstrip(_LOOSE)
                return rest, status, phrase.strip(_LOOSE)
    return None


def _round(text: str) -> str:
    """Write all brackets round, and nothing between them and their words."""
    return _BRACKETS.sub(lambda match: f"({match[1].strip()})", text)


def _names_state(text: str, lexicon: Lexicon) -> bool:
    words = re.sub(r"[()\[\],;]", " ", text).split()
    longest = lexicon.longest["status"]
    return any(
        lexicon.meaning("status", " ".join(words[first:last]))
        for first in range(len(words))
        for last in range(first + 1, min(first + longest, len(words)) + 1)
    )


def _without_recurrence(text: str, lexicon: Lexicon) -> tuple[Recurrence | None, str]:
    words = re.sub(r"[(),]", " ", text).split()
    longest = min(lexicon.longest["recurrence"], len(words))
    for size in range(longest, 0, -1):
        for first in range(len(words) - size + 1):
            phrase = " ".join(words[first : first + size])
            meaning = lexicon.words["recurrence"].get(key_of(phrase))
            if meaning:
                rest = " ".join(words[:first] + words[first + size :])
                return Recurrence(meaning), rest
    return None, text
