"""Which activities of the plan bear on an item: those named, and those that may."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from attrs import define

from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.ids import ActivityId
from almwp.model.text import Text
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.telling import FEWEST_SHARED, shared_words

_MOST_SUGGESTED = 3

_Row = tuple[str, str, int]


@define(kw_only=True, eq=False, slots=False)
class Bearing:
    """Finds the activities of a plan by the numbers that the files give them.

    Attributes:
        request: What the paper is made from.
        own: Activities as the paper may show them, among which are those suggested.
    """

    request: ReportRequest
    own: tuple[Activity, ...]

    @cached_property
    def _shown(self) -> dict[ActivityId, Activity]:
        return {activity.id: activity for activity in self.own}

    @cached_property
    def _found(self) -> dict[str, list[Activity]]:
        """The activities by each name; put together when the first is looked for."""
        everything = (*self.request.plan.activities, *self.request.elsewhere)
        rows: dict[_Row, Activity] = {}
        found: dict[str, list[Activity]] = defaultdict(list)
        for activity in everything:
            found[_key(activity.id)].append(activity)
            for row in activity.origins:
                rows[row.sha256, row.sheet, row.row] = activity
        for sent in self.request.plan.submissions:
            for reported in sent.activities:
                places = ((r.sha256, r.sheet, r.row) for r in reported.origins)
                merged = next((rows[p] for p in places if p in rows), None)
                if merged is None:
                    continue
                sender = str(reported.id).partition(":")[0]
                names = [reported.id, f"{sender}:{reported.title}"]
                if reported.number:
                    names.append(f"{sender}:{reported.number}")
                for name in dict.fromkeys(map(_key, names)):
                    if merged not in found[name]:
                        found[name].append(merged)
        return dict(found)

    def named(self, wanted: ActivityId) -> tuple[Activity, ...]:
        """Return what *wanted* names; several where lists share a number."""
        found = self._found.get(_key(wanted), ())
        return tuple(self._shown.get(activity.id, activity) for activity in found)

    def resolved(self, wanted: Iterable[ActivityId]) -> tuple[ActivityId, ...]:
        """Return the ids by which the plan knows what is named; others as they are."""
        ids: dict[ActivityId, None] = {}
        for one in wanted:
            ids |= dict.fromkeys([a.id for a in self.named(one)] or [one])
        return tuple(ids)

    def suggested(self, text: Text) -> tuple[Activity, ...]:
        """Return own activities that share telling words with *text*, nearest first.

        They are to be shown as suggestions: nobody has named them.
        """
        shared = [(shared_words(text, a.title), a) for a in self.own]
        near = [(count, a) for count, a in shared if count >= FEWEST_SHARED]
        near.sort(key=lambda pair: -pair[0])
        return tuple(a for _, a in near[:_MOST_SUGGESTED])


def _key(name: str) -> str:
    sender, _, number = name.partition(":")
    return f"{sender}:{fold(number) or number}"
