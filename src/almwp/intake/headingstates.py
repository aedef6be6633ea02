"""Know several columns that each give the state of one day: ``Status 2024 | 2025``."""

import re
from fractions import Fraction

from attrs import evolve

from almwp.intake.asof import DatedWords
from almwp.intake.calendars import in_common_era
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.lexicon import HeadingWord, Lexicon, heading_key
from almwp.intake.moments import TwoDays, read_moment
from almwp.model.folding import compose
from almwp.model.moment import Moment

_LONGEST = 100
_WORD = re.compile(r"[^\s(\[]+")
_EDGES = " \t\n.,;:()[]–—-\uff1a"
_UNTIL = re.compile(
    r"(?:as (?:of|at)|up to|until|till|to|by|in|at|tính đến|đến|hết|cuối|năm|ngày"
    r"|per|sampai|hingga|tahun)\s+",
    re.IGNORECASE,
)
"""What may stand before the day of a state."""
_BY_DAY = Fraction(88, 100)
"""How sure a heading is that names a state and a day."""
_LESS = Fraction(1, 100)


def with_dated_states(block: HeadingBlock, lexicon: Lexicon) -> HeadingBlock:
    """Take several columns for states of several days, the last for the state.

    One column alone stays what it is: ``Progress 2024`` speaks of all the year.  So do
    all where a column gives the state of no day, or two that of the same one.
    """
    found: dict[int, tuple[HeadingWord, DatedWords, Moment]] = {}
    for heading in block.headings:
        dated = _dated(heading, lexicon)
        if dated and not isinstance(dated[1].when, TwoDays):
            found[heading.column] = (*dated, dated[1].when)
        elif heading.word and heading.word.key == "status":
            return block
    days = {(when.start, when.end) for _, _, when in found.values()}
    if len(found) < 2 or len(days) < len(found):
        return block
    last = max(found, key=lambda c: (found[c][2].end, found[c][2].start))
    headings = []
    for heading in block.headings:
        if heading.column in found:
            word, day, _ = found[heading.column]
            sure = heading.confidence if heading.word else _BY_DAY
            if heading.column != last:
                sure = min(sure, _BY_DAY) - _LESS
            heading = evolve(
                heading, word=word, day=day, confidence=sure, near="", rivals=()
            )
        headings.append(heading)
    return evolve(block, headings=headings)


def _dated(heading: Heading, lexicon: Lexicon) -> tuple[HeadingWord, DatedWords] | None:
    """Return the word for the state and the day, where a heading has both."""
    known = heading.word
    if known and known.key != "status":
        return None
    if known and heading.day:
        return known, heading.day
    written = compose(heading.text)
    is_mapped = heading.by == "mapping"
    if len(written) > _LONGEST or (is_mapped and known is None):
        return None
    if not any(sign.isdigit() for sign in written):
        return None
    words = list(_WORD.finditer(written))
    for first in words[1:]:
        before = written[: first.start()].strip(_EDGES)
        behind = written[first.start() :].strip(_EDGES)
        # The day stands behind the word for the state, or before it.
        for name, rest in ((before, behind), (behind, before)):
            word = known if is_mapped else lexicon.headings.get(heading_key(name))
            if word is None or word.key != "status":
                continue
            day = _day(rest, lexicon)
            if day:
                return word, evolve(day, words=name)
    return None


def _day(text: str, lexicon: Lexicon) -> DatedWords | None:
    bare = _UNTIL.sub("", text, count=1) if _UNTIL.match(text) else text
    common = in_common_era(bare)
    when = read_moment(common.text, lexicon)
    if when is None:
        return None
    return DatedWords(words="", when=when, found=text, is_changed=bool(common.changed))
