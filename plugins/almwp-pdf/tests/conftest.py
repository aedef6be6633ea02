"""Reads PDF files back with a reader that knows nothing of almwp."""

import io
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import pytest
from attrs import frozen
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from almwp.exporting.characters import harmless

_TOP, _BOTTOM = 70.0, 50.0
"""Points at the edges of a page where headers and footers stand."""


def plain(text: str) -> str:
    """Return *text* as it can be looked for: lines are broken anywhere in a file."""
    composed = unicodedata.normalize("NFC", harmless(text))
    return "".join(c for c in composed if not c.isspace() and c not in "-\u00ad\u200b")


@frozen
class Paper:
    """A PDF file that was read back."""

    content: bytes
    reader: PdfReader

    @property
    def pages(self) -> list[str]:
        """What each page says between its header and its footer."""
        return [self._said(number, is_edge=False) for number in range(self.count)]

    @property
    def edges(self) -> list[str]:
        """What stands in the header and the footer of each page."""
        return [self._said(number, is_edge=True) for number in range(self.count)]

    @property
    def count(self) -> int:
        return len(self.reader.pages)

    @property
    def text(self) -> str:
        return plain("".join(self.pages))

    @property
    def alternatives(self) -> list[str]:
        """The alternative texts of pictures, in the order of reading."""
        root = self.reader.root_object["/StructTreeRoot"]
        return [str(each["/Alt"]) for each in elements(root) if "/Alt" in each]

    @property
    def tags(self) -> list[str]:
        root = self.reader.root_object["/StructTreeRoot"]
        return [str(each["/S"]) for each in elements(root) if "/S" in each]

    @property
    def fonts(self) -> dict[str, Any]:
        """The fonts by their names, without the mark of a subset."""
        found: dict[str, Any] = {}
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                name = str(font["/BaseFont"]).partition("+")[2]
                found[name.removesuffix("-Identity-H")] = font.get_object()
        return found

    @property
    def bookmarks(self) -> list[str]:
        return [str(each["/Title"]) for each in flat(self.reader.outline)]

    def _said(self, number: int, *, is_edge: bool) -> str:
        page = self.reader.pages[number]
        height = float(page.mediabox.height)
        said: list[str] = []

        def visit(text: str, matrix: list[float], *_: Any) -> None:
            is_outside = not _BOTTOM <= matrix[5] <= height - _TOP
            if is_outside == is_edge:
                said.append(text)

        page.extract_text(visitor_text=visit)
        return "".join(said)


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
