"""Read time frames as they are published: spans, lists, recurrences, stray states."""

import re

from attrs import frozen

from almwp.intake.lexicon import Lexicon, key_of
from almwp.intake.moments import TwoDays
from almwp.intake.spans import Span, read_span
from almwp.model.folding import compose
from almwp.model.timeframe import Recurrence, Timeframe

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LOOSE = " ,;:-–—"
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
    """

    timeframe: Timeframe
    status: str | None = None
    word: str = ""
    doubt: TwoDays | None = None


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
    if len(raw) > _LONGEST:
        return ReadTimeframe(timeframe=Timeframe(raw=raw))
    rest, status, word = _without_status(raw, lexicon)
    recurrence, rest = _without_recurrence(rest, lexicon)
    span = read_span(rest, lexicon, day_first) or Span()
    return ReadTimeframe(
        timeframe=Timeframe(
            raw=raw, start=span.start, end=span.end, recurrence=recurrence
        ),
        status=status,
        word=word,
        doubt=span.doubt,
    )


def _without_status(text: str, lexicon: Lexicon) -> tuple[str, str | None, str]:
    """Take a state out of *text*: in brackets anywhere, or its last or first words.

    A state that is none of the three is taken out of brackets only.
    """
    for match in _BRACKETS.finditer(text):
        if status := lexicon.meaning("status", match[1]):
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return rest, status, match[1].strip()
    words = text.split()
    longest = min(lexicon.longest["status"], len(words))
    for size in range(longest, 0, -1):
        head, tail = " ".join(words[:size]), " ".join(words[-size:])
        for phrase, others in ((tail, words[:-size]), (head, words[size:])):
            status = lexicon.meaning("status", phrase)
            if status and status != "other":
                return " ".join(others).rstrip(_LOOSE), status, phrase.strip(_LOOSE)
    return text, None, ""


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
