"""Find out which reports of several senders speak of the same activity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.submission import Submission


@frozen(kw_only=True)
class ReportedActivity:
    """An activity as one sender reports it."""

    activity: Activity
    submission: Submission

    @property
    def owner(self) -> str:
        """Who says so: country or file, and institution."""
        who = self.submission.country or self.submission.file
        institution = self.submission.institution
        return f"{who}, {institution}" if institution else who


def same_activities(
    reports: Iterable[ReportedActivity],
) -> tuple[tuple[ReportedActivity, ...], ...]:
    """Group *reports* by activity, in the order in which activities first occur.

    Reports with the same title, accents and case aside, belong together, and so do
    those with the same id.  Titles go first: a list that was numbered anew keeps its
    titles.  Two rows of one file stay two activities, whatever others call them.
    """
    found = tuple(reports)
    groups = _Groups(found)
    titles = [titles_of(report.activity) for report in found]
    doubled = _doubled(found, titles)
    groups.join((place, sorted(own - doubled)) for place, own in enumerate(titles))
    groups.join((place, _ids(report)) for place, report in enumerate(found))
    return groups.all()


def titles_of(activity: Activity) -> frozenset[str]:
    """Return all titles for comparing; one without letters and digits is none."""
    titles = (activity.title, *activity.other_titles)
    return frozenset(fold(form) for title in titles for _, form in title.forms) - {""}


class _Groups:
    """Grows groups of reports, no two of one file in a group (union-find)."""

    def __init__(self, reports: tuple[ReportedActivity, ...]) -> None:
        self._reports = reports
        self._above = list(range(len(reports)))
        self._files = [{report.submission.sha256} for report in reports]

    def join(self, names: Iterable[tuple[int, list[str]]]) -> None:
        """Join the groups of reports that share a name."""
        first_with: dict[str, int] = {}
        for place, own in names:
            for name in own:
                self._unite(first_with.setdefault(name, place), place)

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

    def _unite(self, one: int, other: int) -> None:
        kept, gone = self._root(one), self._root(other)
        if kept == gone or not self._files[kept].isdisjoint(self._files[gone]):
            return
        if len(self._files[kept]) < len(self._files[gone]):
            kept, gone = gone, kept
        self._above[gone] = kept
        self._files[kept] |= self._files[gone]


def _doubled(
    reports: tuple[ReportedActivity, ...], titles: list[frozenset[str]]
) -> frozenset[str]:
    """Return titles that stand twice in one file: they tell nothing apart."""
    counted = Counter(
        (report.submission.sha256, title)
        for report, own in zip(reports, titles, strict=True)
        for title in own
    )
    return frozenset(title for (_, title), count in counted.items() if count > 1)


def _ids(report: ReportedActivity) -> list[str]:
    """Return the id, unless it was made up to tell the rows of one file apart."""
    known = report.activity.id
    return [] if known.startswith("unknown:") or "#" in known else [known]


def unshared_titles(group: Iterable[ReportedActivity]) -> Iterator[ReportedActivity]:
    """Give reports without any title in common with those before them."""
    seen: set[str] = set()
    for report in group:
        own = titles_of(report.activity)
        if seen and own and seen.isdisjoint(own):
            yield report
        seen |= own
