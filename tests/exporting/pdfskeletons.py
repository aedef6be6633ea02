"""What a PDF file consists of without its words: its tree of tags, what pages draw.

Compared are the tags in the order in which a screen reader meets them, with how deep
each stands, and the kinds of what the pages are told to draw.  Left out are tags
without a meaning (groups, and spans of letters in one font), which are made for each
line and page; words that are as long in letters are not as wide, so lines and pages end
elsewhere.  For the same reason a strong text behind the end of a page has a tag on both
and is told once, and what is drawn is not counted: each line of words has marks of its
own in the stream of a page.
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from almwp_pdf.letters import Lettering
from pypdf import PdfReader
from pypdf.generic import ArrayObject

_ACTIVE = frozenset(
    (
        *("/URI", "/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction"),
        *("/AA", "/AcroForm", "/GoToR", "/SubmitForm", "/ImportData", "/RichMedia"),
        "/Names",
    )
)
_WITHOUT_MEANING = frozenset({"/Div", "/Span"})
_ON_BOTH_PAGES = "/Strong"
_MARKS = frozenset({b"BMC", b"BDC", b"EMC"})
"""Marks in the stream of a page: they lead to the tags, which are told."""


def of_pdf(content: bytes) -> list[Any]:
    """Return the tags of a PDF file and what it draws; nothing in it is active."""
    reader = PdfReader(io.BytesIO(content))
    count: Any = reader.trailer["/Size"]
    kinds = set()
    for number in range(1, count):
        each: Any = reader.get_object(number)
        if isinstance(each, dict):
            assert _ACTIVE.isdisjoint(each), each
            assert each.get("/S") not in _ACTIVE, each
            kinds.add(each.get("/Type"))
    assert {"/Catalog", "/Page", "/StructElem"} <= kinds
    root: Any = reader.trailer["/Root"]
    tags = list(_tags(root["/StructTreeRoot"]))
    drawn = {
        operator
        for page in reader.pages
        for _, operator in getattr(page.get_contents(), "operations", ())
    }
    return [*_once(tags), ("draws", sorted(map(str, drawn - _MARKS)))]


def lacking(words: Iterable[str]) -> set[str]:
    """Return the letters of *words* that a PDF file tells by their numbers."""
    lettering = Lettering.load()
    for each in words:
        lettering.lines(each)
    return {sign for _, letters in lettering.lacking() for sign in letters}


def _once(tags: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    before = None
    for tag in tags:
        if tag != before or tag[1] != _ON_BOTH_PAGES:
            yield tag
        before = tag


def _tags(root: Any) -> Iterator[tuple[int, str]]:
    waiting = [(root, -1)]
    while waiting:
        element, depth = waiting.pop()
        tag = element.get("/S")
        is_told = tag is not None and tag not in _WITHOUT_MEANING
        if is_told:
            yield depth, str(tag)
        below = depth + (is_told or depth < 0)
        waiting += [(each, below) for each in reversed(list(_inside(element)))]


def _inside(element: Any) -> Iterator[Any]:
    """Give the elements in an element; numbers are marks in the stream of a page."""
    inside: Any = element.get("/K")
    inside = [] if inside is None else inside.get_object()
    for each in inside if isinstance(inside, ArrayObject) else [inside]:
        found = each.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
