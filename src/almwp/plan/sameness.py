"""Find out which reports of several senders speak of the same activity.

By title, by the number in a plan that several quote, and by the sender's own number.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from almwp.model.folding import fold
from almwp.plan.groups import Groups
from almwp.plan.namesakes import of_several
from almwp.plan.onesender import may_be_one_sender
from almwp.plan.pairdecisions import PairDecisions
from almwp.plan.reported import ReportedActivity, at_one_time, share_leads, shared
from almwp.plan.sametitles import say_the_same, signs_of

NO_DECISIONS = PairDecisions()
"""Nothing was decided of any two activities."""


def same_activities(
    reports: Iterable[ReportedActivity],
    decided: PairDecisions = NO_DECISIONS,
) -> tuple[tuple[ReportedActivity, ...], ...]:
    """Group *reports* by activity, in the order in which activities first occur.

    Reports with the same title, accents and case aside, belong together unless they
    name different countries as leads.  Reports that quote the same number of the same
    plan, or of which one institution gives both the same id, belong together if their
    titles surely say the same (:func:`~almwp.plan.sametitles.say_the_same`): a number
    alone proves nothing, as two ministries may both count from 1, and how alike two
    titles are decides nothing.  Titles go first: a
    list that was numbered anew keeps its titles.  Reports on programmes of different
    years are of different activities, and two rows of one file stay two, whatever
    others call them.  What people decided goes before all of this.
    """
    found = tuple(reports)
    groups = Groups(found)
    for one, other in decided.apart:
        groups.keep_apart(one, other)
    for one, other in decided.together:
        groups.put_together(one, other)
    groups.join(_by_title(found), _fit_by_title)
    groups.join(_by_plan(found), _fit_by_plan, _signs)
    ids = [_ids(report) for report in found]
    groups.join(_naming(ids, of_several(ids)), _fit_by_id, _signs)
    return groups.all()


Named = Iterator[tuple[int, list[str]]]
"""The names of reports, by their places; those that only one has are left out."""


def _naming(named: Iterable[Collection[str]], kept: frozenset[str]) -> Named:
    for place, own in enumerate(named):
        if not kept.isdisjoint(own):
            yield place, sorted(kept.intersection(own))


def _by_title(reports: Sequence[ReportedActivity]) -> Named:
    """Give the titles by which each report may be joined with others."""
    titles = [report.titles for report in reports]
    several = of_several(titles)
    return _naming(titles, several - _doubled(reports, titles, several))


def _by_plan(reports: Sequence[ReportedActivity]) -> Named:
    """Give the numbers in plans by which each report may be joined with others.

    A number that all who have it only count in their own lists joins nobody.
    """
    quoted = frozenset(
        chain.from_iterable(report.numbered for report in reports if report.quoted)
    )
    if not quoted:
        return iter(())
    # Most numbers only count the rows of a list: they are not held for all reports.
    numbered = [shared(sorted(quoted & report.numbered)) for report in reports]
    kept = of_several(numbered)
    return _naming(numbered, kept - _doubled(reports, numbered, kept))


def _fit_by_title(one: ReportedActivity, other: ReportedActivity) -> bool:
    return at_one_time(one, other) and share_leads(one, other)


def _signs(report: ReportedActivity) -> frozenset[Hashable]:
    """Return signs of its titles; without one in common two do not say the same."""
    return frozenset(sign for title in report.titles for sign in signs_of(title))


def _fit_by_id(one: ReportedActivity, other: ReportedActivity) -> bool:
    return (
        at_one_time(one, other)
        and may_be_one_sender(one.submission, other.submission)
        and _say_the_same(one, other)
    )


def _fit_by_plan(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether two reports with one number in a plan are of one activity.

    A sender's own list may be that plan, but two lists that only count their rows tell
    nothing: at least one of the two must quote the plan.
    """
    both = one.numbered & other.numbered
    if both.isdisjoint(one.quoted | other.quoted) or _in_other_nodes(one, other):
        return False
    return _say_the_same(one, other) and share_leads(one, other)


def _in_other_nodes(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether the one number stands under two places of the same plan."""
    places = [
        {
            (r.framework, fold(r.number)): r.node
            for r in report.activity.references
            if r.number and r.node
        }
        for report in (one, other)
    ]
    return any(places[1].get(key, node) != node for key, node in places[0].items())


def _say_the_same(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether a title of one report surely says the same as one of the other."""
    titles, others = one.titles, other.titles
    if not titles or not others:
        return True
    return any(say_the_same(t, o) for t in titles for o in others)


def look_alikes(
    groups: Sequence[tuple[ReportedActivity, ...]],
) -> Iterator[tuple[str, tuple[ReportedActivity, ...]]]:
    """Give what two activities share although they were kept apart.

    Yields:
        ``leads`` and a report of each activity with the same title and other leads;
        ``number`` and a report of each with the same id and another title; ``plan``
        and a report of each that quotes the same number of a plan.
    """
    placed = [(place, r) for place, group in enumerate(groups) for r in group]
    for key, names_of in _SHARED:
        named = [names_of(report) for _, report in placed]
        by_name: dict[str, dict[int, ReportedActivity]] = defaultdict(dict)
        for at, own in _naming(named, of_several(named)):
            place, report = placed[at]
            for name in own:
                by_name[name].setdefault(place, report)
        for same in by_name.values():
            rivals = tuple(same.values())
            files = {report.submission.sha256 for report in rivals}
            if len(files) > 1 and all(at_one_time(rivals[0], r) for r in rivals):
                yield key, rivals


def _doubled(
    reports: Sequence[ReportedActivity],
    named: Iterable[Collection[str]],
    several: frozenset[str],
) -> frozenset[str]:
    """Return which of *several* stand twice in one file: they tell nothing apart."""
    counted = Counter(
        (reports[place].submission.sha256, name)
        for place, own in _naming(named, several)
        for name in own
    )
    return frozenset(name for (_, name), count in counted.items() if count > 1)


def _ids(report: ReportedActivity) -> list[str]:
    """Return the id, unless it was made up to tell the rows of one file apart."""
    known = report.activity.id
    return [] if known.startswith("unknown:") or "#" in known else [known]


_SHARED: tuple[tuple[str, Callable[[ReportedActivity], Collection[str]]], ...] = (
    ("leads", attrgetter("titles")),
    ("number", _ids),
    ("plan", attrgetter("quoted")),
)
"""What two activities may share although they were kept apart."""


def unshared_titles(group: Iterable[ReportedActivity]) -> Iterator[ReportedActivity]:
    """Give reports without any title in common with those before them."""
    seen: set[str] = set()
    for report in group:
        own = report.titles
        if seen and own and seen.isdisjoint(own):
            yield report
        seen.update(own)
