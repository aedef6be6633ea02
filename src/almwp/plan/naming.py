"""Find the reports and the files that a decision names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from almwp.model.decision import ActivityName, FileName
from almwp.model.folding import fold
from almwp.model.submission import Submission
from almwp.plan.reported import ReportedActivity


def bare_id(name: str) -> str:
    """Return an id without the mark that told two activities of one id apart."""
    bare, mark, count = name.rpartition("#")
    return bare if mark and count.isdecimal() else name


class NamedReports:
    """The reports of a merge, by the names that decisions use."""

    def __init__(
        self,
        reports: Sequence[ReportedActivity],
        groups: Iterable[Sequence[ReportedActivity]],
    ) -> None:
        places = {id(report): place for place, report in enumerate(reports)}
        self._titles = [report.titles for report in reports]
        self._ids = [str(report.activity.id) for report in reports]
        self._groups: dict[int, tuple[int, ...]] = {}
        for group in groups:
            together = tuple(places[id(report)] for report in group)
            self._groups |= dict.fromkeys(together, together)
        by_id: dict[str, list[int]] = defaultdict(list)
        for place, known in enumerate(self._ids):
            by_id[bare_id(known)].append(place)
        self._by_id: Mapping[str, list[int]] = by_id

    def of(self, name: ActivityName) -> tuple[int, ...]:
        """Return the places of the reports that *name* means.

        An id that the plan made up to tell two activities apart means either of them;
        the title tells which.  The title may be that of another report of the activity.
        """
        with_id = self._by_id.get(bare_id(name.id), [])
        title = fold(name.title)
        found = [p for p in with_id if not title or title in self._titles[p]]
        exact = [place for place in found if self._ids[place] == name.id]
        if exact or found:
            return tuple(exact or found)
        groups = dict.fromkeys(self._groups[place] for place in with_id)
        return tuple(
            place
            for group in groups
            if any(title in self._titles[p] for p in group)
            for place in group
        )

    def groups_of(self, places: Iterable[int]) -> int:
        """Return of how many activities the reports at *places* are."""
        return len({self._groups[place] for place in places})


def files_named(
    name: FileName, submissions: Iterable[Submission]
) -> tuple[Submission, ...]:
    """Return the submissions that *name* means."""
    return tuple(
        s
        for s in submissions
        if s.file == name.name and s.sha256.startswith(name.sha256)
    )
