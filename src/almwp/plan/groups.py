"""Grow groups of reports of one activity: no two of one file, unless decided so."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from almwp.plan.reported import ReportedActivity

Fit = Callable[[ReportedActivity, ReportedActivity], bool]
"""Says whether two reports that share a name can be of one activity."""


class Groups:
    """Grows groups of reports (union-find)."""

    def __init__(self, reports: tuple[ReportedActivity, ...]) -> None:
        self._reports = reports
        self._above = list(range(len(reports)))
        self._files = [{report.submission.sha256} for report in reports]
        self._enemies: dict[int, set[int]] = {}
        self._members = [{place} for place in range(len(reports))]

    def keep_apart(self, one: int, other: int) -> None:
        """Let two reports never come into one group."""
        self._enemies.setdefault(one, set()).add(other)
        self._enemies.setdefault(other, set()).add(one)

    def put_together(self, one: int, other: int) -> bool:
        """Join two groups on a person's word; say whether they are one now."""
        kept, gone = self._root(one), self._root(other)
        if kept == gone:
            return True
        if self._are_apart(kept, gone):
            return False
        self._join(kept, gone)
        return True

    def join(self, names: Iterable[tuple[int, list[str]]], fit: Fit) -> None:
        """Join the groups of reports that share a name and fit each other."""
        with_name: dict[str, list[int]] = defaultdict(list)
        for place, own in names:
            for name in own:
                # Of each group with this name one report is enough to ask.
                for known in with_name[name]:
                    if self._unite(known, place, fit):
                        break
                else:
                    with_name[name].append(place)

    def all(self) -> tuple[tuple[ReportedActivity, ...], ...]:
        """Return the groups."""
        grown: dict[int, list[ReportedActivity]] = defaultdict(list)
        for place, report in enumerate(self._reports):
            grown[self._root(place)].append(report)
        return tuple(tuple(group) for group in grown.values())

    def _root(self, place: int) -> int:
        above = self._above
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    def _unite(self, one: int, other: int, fit: Fit) -> bool:
        """Join two groups if nothing speaks against it; say whether they are one."""
        kept, gone = self._root(one), self._root(other)
        if kept == gone:
            return True
        if not self._files[kept].isdisjoint(self._files[gone]):
            return False
        if self._are_apart(kept, gone):
            return False
        if not fit(self._reports[one], self._reports[other]):
            return False
        self._join(kept, gone)
        return True

    def _are_apart(self, one: int, other: int) -> bool:
        if not self._enemies:
            return False
        few, many = sorted((self._members[one], self._members[other]), key=len)
        return any(not many.isdisjoint(self._enemies.get(place, ())) for place in few)

    def _join(self, kept: int, gone: int) -> None:
        if len(self._members[kept]) < len(self._members[gone]):
            kept, gone = gone, kept
        self._above[gone] = kept
        self._files[kept] |= self._files[gone]
        self._members[kept] |= self._members[gone]
