"""Find which activities and indicators of a plan some words name."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.indicator import Indicator
from almwp.model.workplan import WorkPlan
from almwp.workflow.explainingactivities import activities_named, activity_titles
from almwp.workflow.explainingindicators import indicator_titles, indicators_named
from almwp.workflow.figurenames import figure_wanted

_LEAST = 3
"""Fewer letters are in too many titles to mean one of them."""


def titles_with(words: str, titles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the things in whose titles *words* occur, each with its first such title.

    Accents and capital letters do not count.  Where letters part words, *words* begin
    with one of the title's.

    Args:
        words: The words.
        titles: Pairs of an id and a title.
    """
    wanted = fold(words)
    if len(wanted) < _LEAST:
        return {}
    found: dict[str, str] = {}
    for each, title in titles:
        folded = fold(title)
        is_there = (
            f" {wanted}" in f" {folded}" if wanted.isascii() else wanted in folded
        )
        if is_there:
            found.setdefault(each, title)
    return found


@frozen(kw_only=True)
class Named:
    """What of a plan some words name.

    Attributes:
        activities: The activities.
        indicators: The indicators.
    """

    activities: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    indicators: tuple[Indicator, ...] = field(default=(), converter=frozen_items)

    def __bool__(self) -> bool:
        return bool(self.activities or self.indicators)


def named_in_plan(
    plan: WorkPlan, words: str, translate: Translate = in_english
) -> Named:
    """Return what *words* name: by id, number or title, else by a part of one title."""
    named = Named(
        activities=activities_named(plan, words),
        indicators=indicators_named(plan, words),
    )
    if named or figure_wanted(words, translate):
        return named
    ids = titles_with(words, titles_of(plan))
    if len(ids) != 1:
        return named
    return Named(
        activities=(a for a in plan.activities if a.id in ids),
        indicators=(i for i in plan.indicators if i.id in ids),
    )


def titles_of(plan: WorkPlan) -> Iterator[tuple[str, str]]:
    """Give the id and each title of all that can be named by a title."""
    yield from activity_titles(plan)
    yield from indicator_titles(plan)
