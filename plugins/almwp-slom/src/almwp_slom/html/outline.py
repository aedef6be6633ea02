"""The outline of a page: levels of headings without gaps, and the contents."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.report import Block, Heading
from almwp_slom.html.textmarkup import one_line

_DEEPEST = 6
_LISTED = 3
"""The deepest level of HTML that stands in the contents."""


@frozen(kw_only=True)
class Section:
    """A heading of a page.

    Attributes:
        place: Its name in the page, to which links lead.
        level: Its level in HTML; 1 is the title of the paper.
        text: Its words.
    """

    place: str
    level: int
    text: str


@frozen(kw_only=True)
class Entry:
    """A line of the contents with those below it."""

    section: Section
    below: tuple["Entry", ...] = field(default=(), converter=frozen_items)


def sections_of(blocks: Iterable[Block]) -> Iterator[Section]:
    """Give the sections of *blocks*, one for each heading, in order.

    Someone who listens to a page moves by level: none may be left out on the way down.
    """
    previous = 1
    number = 0
    for block in blocks:
        if isinstance(block, Heading):
            number += 1
            previous = min(block.level + 1, previous + 1, _DEEPEST)
            text = one_line(block.text) or "–"
            yield Section(place=f"section-{number}", level=previous, text=text)


def contents(sections: Iterable[Section]) -> tuple[Entry, ...]:
    """Return the contents: sections below the section to which they belong."""
    listed = [section for section in sections if section.level <= _LISTED]
    return _entries(listed, 0, len(listed))


def _entries(listed: list[Section], first: int, end: int) -> tuple[Entry, ...]:
    found = []
    while first < end:
        level = listed[first].level
        following = range(first + 1, end)
        stop = next((n for n in following if listed[n].level <= level), end)
        below = _entries(listed, first + 1, stop)
        found.append(Entry(section=listed[first], below=below))
        first = stop
    return tuple(found)
