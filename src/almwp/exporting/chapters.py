"""Chapters of a paper: what a heading takes along to another page."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from almwp.model.report import Heading

T = TypeVar("T")


def is_heading(block: object) -> bool:
    """Say whether *block* is a heading."""
    return isinstance(block, Heading)


def chapters(
    blocks: Iterable[T], heads: Callable[[T], bool] = is_heading
) -> list[list[T]]:
    """Cut before each heading, but not between headings that follow one another.

    Args:
        blocks: What to cut.
        heads: Says which of them are headings.
    """
    found: list[list[T]] = [[]]
    for block in blocks:
        begins = heads(block) and found[-1]
        if begins and not heads(found[-1][-1]):
            found.append([])
        found[-1].append(block)
    return [chapter for chapter in found if chapter]
