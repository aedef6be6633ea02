"""An activity as one sender reports it, and what it can be known by."""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from attrs import frozen

from almwp.catalogue.frameworks import framework as known_framework
from almwp.catalogue.frameworks import framework_ids
from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.ids import FrameworkId
from almwp.model.party import PartyKind
from almwp.model.submission import Submission


@frozen(kw_only=True)
class ReportedActivity:
    """An activity as one sender reports it.

    Of each report of a folder of thousands there is one at once: what many of them say
    alike is held once.
    """

    activity: Activity
    submission: Submission

    @property
    def owner(self) -> str:
        """Who says so: country or file, and institution."""
        who = self.submission.country or self.submission.file
        return _owner(who, self.submission.institution)

    @cached_property
    def titled(self) -> tuple[tuple[str, str], ...]:
        """All its titles, each as it is written and folded."""
        titles = (self.activity.title, *self.activity.other_titles)
        return tuple([(form, fold(form)) for text in titles for _, form in text.forms])

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """All its titles for comparing, each once; without letters and digits none."""
        return tuple(dict.fromkeys([folded for _, folded in self.titled if folded]))

    @cached_property
    def leads(self) -> frozenset[str]:
        """The countries that lead; none where all members do."""
        return lead_countries(self.activity)

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The numbers in plans that it quotes for its activity, each with its plan."""
        numbered = [r for r in self.activity.references if r.number and r.framework]
        folded = [(r.framework, fold(r.number)) for r in numbered]
        return shared([f"{plan} {number}" for plan, number in folded if number])

    @property
    def numbered(self) -> frozenset[str]:
        """The same with the number in its own list, which may be the programme's."""
        framework, number = self.submission.framework, fold(self.activity.number)
        if not framework or not number:
            return self.quoted
        return self.quoted | {f"{framework} {number}"}


@lru_cache(maxsize=1024)
def _owner(who: str, institution: str) -> str:
    return f"{who}, {institution}" if institution else who


def titles_of(activity: Activity) -> frozenset[str]:
    """Return all titles for comparing; one without letters and digits is none."""
    titles = (activity.title, *activity.other_titles)
    return frozenset(fold(form) for title in titles for _, form in title.forms) - {""}


def lead_countries(activity: Activity) -> frozenset[str]:
    """Return the countries that lead; none where all members do."""
    if activity.is_owed_by_all:
        return shared(())
    parties = activity.leads + activity.co_leads
    return shared(p.id for p in parties if p.kind is PartyKind.COUNTRY)


def shared(texts: Iterable[str]) -> frozenset[str]:
    """Return a set of *texts*: the same object for the same texts in the same order."""
    return _shared(tuple(texts))


@lru_cache(maxsize=1024)
def _shared(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(texts)


def share_leads(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether no other country is said to lead; who names none agrees with all."""
    leads, others = one.leads, other.leads
    return not leads or not others or not leads.isdisjoint(others)


def at_one_time(one: ReportedActivity, other: ReportedActivity) -> bool:
    """Say whether two reports can be on one programme: their years overlap."""
    return may_overlap(one.submission.framework, other.submission.framework)


def may_overlap(one: FrameworkId | None, other: FrameworkId | None) -> bool:
    """Say whether the years of two programmes overlap, as far as they are known."""
    if one == other:
        return True
    years, others = _years(one), _years(other)
    if not years or not others:
        return True
    return years[0] <= others[1] and others[0] <= years[1]


def _years(framework: FrameworkId | None) -> tuple[int, int] | None:
    if framework is None or framework not in framework_ids():
        return None
    period = known_framework(framework).period
    return (period.first, period.last or 9999) if period else None
