"""Read time frames as they are published: spans, lists, recurrences, stray states."""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from almwp.intake.lexicon import Lexicon, key_of
from almwp.intake.moments import EARLIEST, LATEST, read_moment
from almwp.model.folding import compose, fold
from almwp.model.moment import Moment
from almwp.model.timeframe import Recurrence, Timeframe

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SEPARATOR = re.compile(
    r"\s*[–—-]\s*|\s*/\s*|\s+(?:to|until|till|đến|tới|sampai|s\.d\.)\s+", re.IGNORECASE
)
_FROM = re.compile(r"^\s*(?:from|từ|dari)\s+", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|;|&|\band\b|\bvà\b|\bdan\b)\s*", re.IGNORECASE)
_DAYS = re.compile(
    r"\s*(\d{1,2})\s*[–—-]\s*(\d{1,2})[\s/]+(\D.*\d{4}|\d{1,2}/\d{4})\s*"
)
_YEAR = re.compile(r"\b\d{4}\b")


@frozen(kw_only=True)
class ReadTimeframe:
    """A time frame, and the state that stood among its words.

    Attributes:
        timeframe: What was understood.
        status: ``planned``, ``ongoing``, ``completed``, or None.
        word: The words of that state.
    """

    timeframe: Timeframe
    status: str | None = None
    word: str = ""


def read_timeframe(text: str, lexicon: Lexicon) -> ReadTimeframe:
    """Understand *text* as far as it can be understood; its words are kept."""
    raw = " ".join(compose(text).split())
    rest, status, word = _without_status(raw, lexicon)
    recurrence, rest = _without_recurrence(rest, lexicon)
    start, end = _span(_FROM.sub("", rest), lexicon)
    return ReadTimeframe(
        timeframe=Timeframe(raw=raw, start=start, end=end, recurrence=recurrence),
        status=status,
        word=word,
    )


def _without_status(text: str, lexicon: Lexicon) -> tuple[str, str | None, str]:
    """Take a state out of *text*: in brackets anywhere, or as its last words."""
    for match in _BRACKETS.finditer(text):
        status = lexicon.meaning("status", match[1])
        if status and status != "other":
            return f"{text[: match.start()]} {text[match.end() :]}", status, match[1]
    words = text.split()
    for cut in range(1, len(words)):
        tail = " ".join(words[cut:])
        status = lexicon.meaning("status", tail)
        if status and status != "other":
            return " ".join(words[:cut]).rstrip(" ,;:-–"), status, tail
    return text, None, ""


def _without_recurrence(text: str, lexicon: Lexicon) -> tuple[Recurrence | None, str]:
    words = text.replace("(", " ").replace(")", " ").replace(",", " ").split()
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            phrase = " ".join(words[first : first + size])
            meaning = lexicon.words["recurrence"].get(key_of(phrase))
            if meaning:
                rest = " ".join(words[:first] + words[first + size :])
                return Recurrence(meaning), rest
    return None, text


def _span(text: str, lexicon: Lexicon) -> tuple[Moment | None, Moment | None]:
    for start, end in _readings(text.strip(" ,;:"), lexicon):
        if end.end >= start.start:
            return start, end
    return None, None


def _readings(text: str, lexicon: Lexicon) -> Iterator[tuple[Moment, Moment]]:
    """Give each way in which *text* can be a span, the likeliest first."""
    if years := _years_only(text):
        yield years
    whole = read_moment(text, lexicon)
    if isinstance(whole, Moment):
        yield whole, whole
    if days := _DAYS.fullmatch(text):
        yield from _both(f"{days[1]} {days[3]}", f"{days[2]} {days[3]}", lexicon)
    for separator in _SEPARATOR.finditer(text):
        left, right = text[: separator.start()], text[separator.end() :]
        yield from _both(left, right, lexicon)
        if year := _YEAR.search(right):
            yield from _both(f"{left} {year[0]}", right, lexicon)
    yield from _listed(text, lexicon)


def _both(left: str, right: str, lexicon: Lexicon) -> Iterator[tuple[Moment, Moment]]:
    start, end = read_moment(left, lexicon), read_moment(right, lexicon)
    if isinstance(start, Moment) and isinstance(end, Moment):
        yield start, end


def _years_only(text: str) -> tuple[Moment, Moment] | None:
    words = fold(text).split()
    if not words or not all(w.isdecimal() and len(w) == 4 for w in words):
        return None
    years = [int(word) for word in words]
    if not all(EARLIEST <= year <= LATEST for year in years):
        return None
    if any(later <= earlier for earlier, later in pairwise(years)):
        return None
    return Moment.year(years[0]), Moment.year(years[-1])


def _listed(text: str, lexicon: Lexicon) -> Iterator[tuple[Moment, Moment]]:
    """Read ``May 2017, Siem Reap`` by its date, and a list of dates by its ends."""
    pieces = [piece for piece in _LIST.split(text) if piece]
    moments = [m for p in pieces if isinstance(m := read_moment(p, lexicon), Moment)]
    if moments:
        yield min(moments, key=lambda m: m.start), max(moments, key=lambda m: m.end)
