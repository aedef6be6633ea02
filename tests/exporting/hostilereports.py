"""Reports with payloads in every text, and others alike with harmless words instead."""

import re
from collections.abc import Hashable, Sequence
from functools import cache, reduce
from string import ascii_lowercase
from typing import Any, cast

import attrs

from almwp.model.figures import AnyFigure
from almwp.model.report import Block, Report
from almwp.testing.planting import planted

_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def harmless_like(words: str, number: int, kept: str = "") -> str:
    """Return harmless words of as many letters, lines and blanks as *words* has.

    Args:
        words: The words.
        number: The how manieth they are; others have other letters.
        kept: Signs that stay.
    """

    def letter(found: re.Match[str]) -> str:
        step = number // 26 + 1
        return ascii_lowercase[(number + found.start() * step) % 26]

    return re.sub(
        rf"[^\s{re.escape(kept)}]|[\x1c-\x1f]", letter, _ENDS.sub("\n", words)
    )


def report_of(
    words: Sequence[str], data: type, *, is_joined: bool, drawn: int
) -> Report:
    """Return one report with all *words* in every text that a record can have.

    Args:
        words: The words: blocks and records have one of them each.
        data: The class of the object from which it was made.
        is_joined: Whether its title and the like hold all of them; or the first alone.
        drawn: Of how many words there are figures, which take long.
    """
    head = " ".join(words) if is_joined else words[0]
    made = reduce(_both, (_holding(data, each) for each in words))
    blocks = [
        block
        for number, each in enumerate(words)
        for block in _blocks_of(each)
        if number < drawn or not isinstance(block, AnyFigure)
    ]
    return planted(Report, head, data=made, blocks=blocks)


@cache
def _holding(data: Hashable, words: str) -> Any:
    return planted(cast("type[Any]", data), words)


@cache
def _blocks_of(words: str) -> tuple[Block, ...]:
    return planted(Report, words, data=None).blocks


def _both(one: Any, other: Any) -> Any:
    """Return a record with the lists of both."""
    lists = {
        field.alias: getattr(one, field.name) + getattr(other, field.name)
        for field in attrs.fields(type(one))
        if field.init and isinstance(getattr(one, field.name), tuple)
    }
    return attrs.evolve(one, **lists)
