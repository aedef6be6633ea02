"""Reads PDF files back with a reader that knows nothing of almwp."""

import io
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

import pytest
from attrs import frozen
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from almwp.exporting.characters import harmless

_TOP, _BOTTOM = 70.0, 50.0
"""Points at the edges of a page where headers and footers stand."""


def plain(text: str) -> str:
    """Return *text* as it can be looked for: lines are broken anywhere in a file."""
    composed = unicodedata.normalize("NFC", harmless(text))
    return "".join(c for c in composed if not c.isspace() and c not in "-\u00ad\u200b")


@frozen(slots=False)
class Paper:
    """A PDF file that was read back; each thing is read when it is asked for, once."""

    content: bytes
    reader: PdfReader

    @cached_property
    def pages(self) -> list[str]:
        """What each page says between its header and its footer."""
        return [inside for inside, _ in self._said]

    @cached_property
    def edges(self) -> list[str]:
        """What stands in the header and the footer of each page."""
        return [edges for _, edges in self._said]

    @property
    def count(self) -> int:
        return len(self.reader.pages)

    @cached_property
    def text(self) -> str:
        return plain("".join(self.pages))

    @cached_property
    def alternatives(self) -> list[str]:
        """The alternative texts of pictures, in the order of reading."""
        root = self.reader.root_object["/StructTreeRoot"]
        return [str(each["/Alt"]) for each in elements(root) if "/Alt" in each]

    @cached_property
    def tags(self) -> list[str]:
        root = self.reader.root_object["/StructTreeRoot"]
        return [str(each["/S"]) for each in elements(root) if "/S" in each]

    @cached_property
    def fonts(self) -> dict[str, Any]:
        """The fonts by their names, without the mark of a subset."""
        found: dict[str, Any] = {}
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                name = str(font["/BaseFont"]).partition("+")[2]
                found[name.removesuffix("-Identity-H")] = font.get_object()
        return found

    @cached_property
    def bookmarks(self) -> list[str]:
        return [str(each["/Title"]) for each in flat(self.reader.outline)]

    @cached_property
    def _said(self) -> list[tuple[str, str]]:
        """What each page says between its edges, and in them."""
        return [_inside_and_edges(page) for page in self.reader.pages]


def _inside_and_edges(page: PageObject) -> tuple[str, str]:
    height = float(page.mediabox.height)
    said: tuple[list[str], list[str]] = ([], [])

    def visit(text: str, matrix: list[float], *_: Any) -> None:
        is_outside = not _BOTTOM <= matrix[5] <= height - _TOP
        said[is_outside].append(text)

    page.extract_text(visitor_text=visit)
    inside, edges = map("".join, said)
    return inside, edges


def elements(node: Any) -> Iterator[Any]:
    """Give all elements below *node* of the tree of tags."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        yield from chain.from_iterable(map(elements, node))
    elif isinstance(node, DictionaryObject):
        yield node
        yield from elements(node.get("/K"))


def flat(outline: list[Any]) -> Iterator[Any]:
    for each in outline:
        if isinstance(each, list):
            yield from flat(each)
        else:
            yield each


@pytest.fixture(scope="session")
def squeezed() -> Callable[[str], str]:
    return plain


@pytest.fixture(scope="session")
def read_back() -> Callable[[bytes], Paper]:
    return lambda content: Paper(content, PdfReader(io.BytesIO(content)))
