"""Whether sentences of a report in one language are said in another one."""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from almwp.drawing.plainly import plainly
from almwp.model.figures import Figure
from almwp.model.report import Bullets, Note, Paragraph, Report
from almwp.plugins.reportrequest import ReportRequest

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_WORD = re.compile(r"[^\W\d_]{2,}")
_A_SENTENCE = 3
"""So many words are a sentence of the report, and no name or number."""


def check_languages(first: Report, second: Report, request: ReportRequest) -> None:
    """Check that no sentence is the same in two languages.

    What stands in the request, such as a title that is known in one language only, may
    be.

    Args:
        first: A report in one language.
        second: The same in another.
        request: What both were made from.

    Raises:
        AssertionError: Naming the sentence.
    """
    given = sorted(set(_texts_in(request)), key=lambda text: (-len(text), text))
    for words in sorted(set(_sentences(first)) & set(_sentences(second))):
        rest = words
        for text in given:
            rest = rest.replace(text, " ")
        assert len(_WORD.findall(rest)) < _A_SENTENCE, (
            f"{words!r} is the same in English and in Vietnamese; say it in "
            "request.language"
        )


def _sentences(report: Report) -> Iterator[str]:
    yield report.subtitle
    yield report.notice
    for block in plainly(report.blocks):
        match block:
            case Paragraph() | Note():
                yield block.text
            case Bullets():
                yield from block.items
            case Figure():
                yield from (block.caption, block.alternative)
            case _:
                continue


def _texts_in(thing: Any) -> Iterator[str]:
    """Give the words of a record, of its records, and so on."""
    if isinstance(thing, str):
        if len(thing) > 1:
            yield str(thing)
    elif isinstance(thing, tuple | list | frozenset):
        for each in thing:
            yield from _texts_in(each)
    elif attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):
            yield from _texts_in(getattr(thing, field.name))
