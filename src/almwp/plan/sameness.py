"""Find out which reports of several senders speak of the same activity."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from almwp.catalogue.frameworks import framework as known_framework
from almwp.catalogue.frameworks import framework_ids
from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.ids import FrameworkId
from almwp.model.party import PartyKind
from almwp.model.submission import Submission

ALIKE = 70
"""How alike, of 100, the titles of two reports with one number must be."""


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

    Reports with the same title, accents and case aside, belong together unless they
    name different countries as leads.  Reports with the same id belong together if
    their titles are alike as well: two ministries may both count from 1.  Titles go
    first: a list that was numbered anew keeps its titles.  Reports on programmes of
    different years are of different activities, and two rows of one file stay two,
    whatever others call them.
    """
    found = tuple(reports)
    groups = _Groups(found)
    titles = [titles_of(report.activity) for report in found]
    doubled = _doubled(found, titles)
    by_title = ((place, sorted(own - doubled)) for place, own in enumerate(titles))
    groups.join(by_title, _share_leads)
    by_id = ((place, _ids(report)) for place, report in enumerate(found))
    groups.join(by_id, _are_alike)
    return groups.all()


def _share_leads(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether no other country is said to lead; who names none agrees with all."""
    leads, others = _lead_countries(one.activity), _lead_countries(other.activity)
    return not leads or not others or not leads.isdisjoint(others)


def _lead_countries(activity: Activity) -> set[str]:
    if activity.is_owed_by_all:
        return set()
    parties = activity.leads + activity.co_leads
    return {party.id for party in parties if party.kind is PartyKind.COUNTRY}


def _are_alike(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether some titles of two reports with one id are near to each other."""
    from rapidfuzz import fuzz

    titles, others = titles_of(one.activity), titles_of(other.activity)
    if not titles or not others:
        return True
    return any(fuzz.token_sort_ratio(t, o) >= ALIKE for t in titles for o in others)


def look_alikes(
    groups: Iterable[tuple[ReportedActivity, ...]],
) -> Iterator[tuple[str, tuple[ReportedActivity, ...]]]:
    """Give what two activities share although they were kept apart.

    Yields:
        ``leads`` and a report of each activity with the same title and other leads;
        ``number`` and a report of each with the same id and another title.
    """
    by_title: dict[str, dict[int, ReportedActivity]] = defaultdict(dict)
    by_id: dict[str, dict[int, ReportedActivity]] = defaultdict(dict)
    for place, group in enumerate(groups):
        for report in group:
            for title in titles_of(report.activity):
                by_title[title].setdefault(place, report)
            for name in _ids(report):
                by_id[name].setdefault(place, report)
    for key, table in (("leads", by_title), ("number", by_id)):
        for same in table.values():
            rivals = tuple(same.values())
            files = {report.submission.sha256 for report in rivals}
            if len(files) > 1 and all(_at_one_time(rivals[0], r) for r in rivals):
                yield key, rivals


def _at_one_time(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether two reports can be on one programme: their years overlap."""
    years, others = (_years(r.submission.framework) for r in (one, other))
    if (
        one.submission.framework == other.submission.framework
        or not years
        or not others
    ):
        return True
    return years[0] <= others[1] and others[0] <= years[1]


def _years(framework: FrameworkId | None) -> tuple[int, int] | None:
    if framework is None or framework not in framework_ids():
        return None
    period = known_framework(framework).period
    return (period.first, period.last or 9999) if period else None


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

    def join(
        self,
        names: Iterable[tuple[int, list[str]]],
        fit: Callable[[ReportedActivity, ReportedActivity], bool],
    ) -> None:
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

    def _unite(
        self,
        one: int,
        other: int,
        fit: Callable[[ReportedActivity, ReportedActivity], bool],
    ) -> bool:
        """Join two groups; say whether they are one now."""
        kept, gone = self._root(one), self._root(other)
        if kept == gone:
            return True
        if not self._files[kept].isdisjoint(self._files[gone]):
            return False
        reports = self._reports[one], self._reports[other]
        if not _at_one_time(*reports) or not fit(*reports):
            return False
        if len(self._files[kept]) < len(self._files[gone]):
            kept, gone = gone, kept
        self._above[gone] = kept
        self._files[kept] |= self._files[gone]
        return True


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
