"""Grow groups of reports of one activity: no two of one file, unless decided so."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from almwp.plan.namesakes import MANY, Namesakes
from almwp.plan.reported import ReportedActivity

Fit = Callable[[ReportedActivity, ReportedActivity], bool]
"""Says whether two reports that share a name can be of one activity."""


Signs = Callable[[ReportedActivity], frozenset[Hashable]]
"""Gives signs of a report, of which two that fit have one in common."""


class Groups:
    """Grows groups of reports (union-find)."""

    def __init__(self, reports: tuple[ReportedActivity, ...]) -> None:
        self._reports = reports
        self._above = list(range(len(reports)))
        self._enemies: dict[int, set[int]] = {}
        # Of groups of more than one report: most never are.
        self._grown_files: dict[int, set[str]] = {}
        self._grown: dict[int, set[int]] = {}
        # Of each group the first of its namesakes with each name that many have.
        self._held: defaultdict[int, dict[str, int]] = defaultdict(dict)

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

    def join(
        self,
        names: Iterable[tuple[int, list[str]]],
        fit: Fit,
        signs: Signs | None = None,
    ) -> None:
        """Join the groups of reports that share a name and fit each other.

        Args:
            names: The names of the reports, by their places; those that one report
                alone has may be left out.
            fit: Says whether two of them fit.
            signs: Gives signs of a report: two that have signs, and none in common,
                do not fit.  They spare asking where very many share a name.
        """
        self._held = defaultdict(dict)
        with_name: dict[str, Namesakes] = defaultdict(Namesakes)
        for place, own in names:
            for name in own:
                # Of each group with this name one report is enough to ask.
                same = with_name[name]
                if signs is None or len(same.places) < MANY:
                    is_known = any(
                        self._unite(known, place, fit) for known in same.places
                    )
                    if not is_known:
                        same.places.append(place)
                    continue
                while same.unsigned:  # those of before there were many, and the last
                    at, known = same.unsigned
                    same.sign(at, signs(self._reports[known]))
                    self._held[self._root(known)].setdefault(name, at)
                if not self._unite_by_signs(place, name, same, fit, signs):
                    same.places.append(place)

    def _unite_by_signs(
        self, place: int, name: str, same: Namesakes, fit: Fit, signs: Signs
    ) -> bool:
        """Do as if all namesakes were asked in turn, of whom most cannot fit."""
        own = self._held[self._root(place)].get(name)
        for at in same.with_any(signs(self._reports[place])):
            if own is not None and at >= own:
                break
            if self._unite(same.places[at], place, fit):
                return True
        return own is not None

    def all(self) -> tuple[tuple[ReportedActivity, ...], ...]:
        """Return the groups."""
        grown: dict[int, list[ReportedActivity]] = defaultdict(list)
        for place, report in enumerate(self._reports):
            grown[self._root(place)].append(report)
        return tuple(tuple(group) for group in grown.values())

    def _files(self, root: int) -> set[str]:
        return self._grown_files.get(root) or {self._reports[root].submission.sha256}

    def _members(self, root: int) -> set[int]:
        return self._grown.get(root) or {root}

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
        if not self._files(kept).isdisjoint(self._files(gone)):
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
        few, many = sorted((self._members(one), self._members(other)), key=len)
        return any(not many.isdisjoint(self._enemies.get(place, ())) for place in few)

    def _join(self, kept: int, gone: int) -> None:
        if len(self._members(kept)) < len(self._members(gone)):
            kept, gone = gone, kept
        self._above[gone] = kept
        files, members = self._files(kept), self._members(kept)
        files |= self._files(gone)
        members |= self._members(gone)
        self._grown_files[kept], self._grown[kept] = files, members
        self._grown_files.pop(gone, None)
        self._grown.pop(gone, None)
        for name, at in self._held.pop(gone, {}).items():
            held = self._held[kept]
            held[name] = min(at, held.get(name, at))
