"""Whether a file tells things in the order of the report, each number in its row."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise

from almwp.drawing.plainly import plainly
from almwp.model.report import Bullets, Heading, Report, Table
from almwp.testing.conformance.wordsinfile import (
    TextOf,
    folded,
    ways_to_write,
    without_markup,
)

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_UNORDERED = "sharedStrings"
"""A part of workbooks that holds texts, each once, in any order."""

Ways = tuple[str, ...]
"""In which ways the same may be written."""


def check_order(content: bytes, report: Report, text_of: TextOf | None) -> None:
    """Check the order in which *content* tells what *report* says.

    Headings, the points of a list, and the cells of a table row by row are looked at,
    where all of them stand in the same text or part.

    Args:
        content: The file.
        report: From what it was made; no words in it occur twice.
        text_of: Reads its words; text and packed XML are read without it.

    Raises:
        AssertionError: Naming the first two that have changed places.
    """
    streams = [folded(text) for text in _streams(content, text_of)]
    for sequence in _sequences(report):
        for stream in streams:
            places = [_place(stream, ways) for ways in sequence]
            if -1 not in places:
                _check_rising(places, sequence)
                break


def _check_rising(places: list[int], sequence: list[Ways]) -> None:
    told = zip(places, sequence, strict=True)
    for (before, first), (after, second) in pairwise(told):
        assert before < after, (
            f"the order is another one: {second[0]!r} stands before {first[0]!r} in "
            "the file, but after it in the report"
        )


def _place(stream: str, ways: Ways) -> int:
    places = (stream.find(folded(words)) for words in ways)
    return min((place for place in places if place >= 0), default=-1)


def _streams(content: bytes, text_of: TextOf | None) -> Iterator[str]:
    if text_of is not None:
        yield text_of(content)
        return
    for text in _texts(content):
        yield text
        yield without_markup(text)


def _texts(content: bytes) -> Iterator[str]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield content.decode(errors="ignore")
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if _UNORDERED not in name:
                yield archive.read(name).decode(errors="ignore")


def _sequences(report: Report) -> Iterator[list[Ways]]:
    blocks = list(plainly(report.blocks))
    yield _each(block.text for block in blocks if isinstance(block, Heading))
    for block in blocks:
        if isinstance(block, Bullets):
            yield _each(block.items)
        elif isinstance(block, Table):
            yield _each(column.heading for column in block.columns)
            yield [ways_to_write(cell) for row in block.rows for cell in row]


def _each(texts: Iterable[str]) -> list[Ways]:
    return [(text,) for text in texts]
