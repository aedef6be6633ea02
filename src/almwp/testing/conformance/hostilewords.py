"""Reports of hostile words: what a careless format makes more of than words."""

from functools import cache

from almwp.model.figures import AnyFigure
from almwp.model.report import Report
from almwp.testing.conformance.payloads import PAYLOADS
from almwp.testing.planting import planted

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit


@cache
def hostile_reports() -> tuple[Report, ...]:
    """Return reports that have hostile words in every place, some for each kind.

    The first words of each report are its title, and those that its figures show; its
    blocks have all of them.
    """
    every = (
        words[start::_REPORTS]
        for kind, words in PAYLOADS.items()
        if kind != "long"
        for start in range(_REPORTS)
    )
    return tuple(_report(words) for words in every)


_REPORTS = 2
"""How many reports share the words of a kind."""


def _report(words: tuple[str, ...]) -> Report:
    blocks = [
        block
        for each in words
        for block in planted(Report, each, data=None).blocks
        if each == words[0] or not isinstance(block, AnyFigure)
    ]
    return planted(Report, words[0], data=None, language="en", blocks=blocks)
