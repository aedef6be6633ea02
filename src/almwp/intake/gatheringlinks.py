"""Tie records to activities by the numbers that stand in their cells."""

import re
from collections.abc import Iterable

from attrs import field, frozen

from almwp.model.fields import frozen_items, squeeze
from almwp.model.folding import fold
from almwp.model.ids import ActivityId

_BREAKS = re.compile(r"[,;\n\r]")
_WITH_SENDER = re.compile(r"[A-Z][A-Za-z-]*:\S.*")
"""An id with its sender, such as ``ID:3``: an activity of another country."""


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of activities that a cell names, each once."""
    found = (squeeze(part) for part in _BREAKS.split(text))
    return tuple(dict.fromkeys(number for number in found if number))


def activity_named(number: str, sender: str) -> ActivityId:
    """Return the id of the activity that has *number* in the list of *sender*."""
    if _WITH_SENDER.fullmatch(number):
        return ActivityId(number)
    return ActivityId(f"{sender}:{number}")


def number_named(activity: ActivityId, sender: str) -> str:
    """Return what to write so that :func:`activity_named` gives *activity*."""
    own, _, number = activity.partition(":")
    is_plain = own == sender and number and not _WITH_SENDER.fullmatch(number)
    return number if is_plain else str(activity)


@frozen(kw_only=True)
class Tied:
    """The activities that a cell names.

    Attributes:
        ids: Their ids; of those that are not in the file, as they are named.
        strange: Those of a sender whose list is in the file without them.
    """

    ids: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    strange: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)


class Ties:
    """Finds activities of one file by their numbers, however these are typed."""

    def __init__(self, activities: Iterable[ActivityId]) -> None:
        self._known: dict[tuple[str, str], ActivityId] = {}
        self._senders: set[str] = set()
        for activity in activities:
            sender, _, number = activity.partition(":")
            self._known.setdefault((sender, fold(number)), activity)
            self._senders.add(sender)

    def of(self, named: Iterable[ActivityId]) -> Tied:
        """Return what the ids in *named* stand for in this file."""
        ids, strange = [], []
        for activity in named:
            sender, _, number = activity.partition(":")
            known = self._known.get((sender, fold(number)))
            ids.append(known or activity)
            if known is None and sender in self._senders:
                strange.append(activity)
        return Tied(ids=tuple(dict.fromkeys(ids)), strange=strange)


def unused_id(wanted: str, used: set[str]) -> str:
    """Return *wanted*, with a count where it is used already, and note its use."""
    found, count = wanted, 1
    while found in used:
        count += 1
        found = f"{wanted}#{count}"
    used.add(found)
    return found
