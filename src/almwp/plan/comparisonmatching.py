"""Find out which records of two versions are the same."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.plan.comparison import RecordKind
from almwp.plan.comparisonlisting import Listed
from almwp.plan.comparisonrenames import ALIKE
from almwp.plan.reported import ReportedActivity
from almwp.plan.sameness import same_activities

_OLD, _NEW = "0" * 64, "1" * 64
"""Each version counts as one file: two records of it are never the same."""
_TRIED = 20
"""How many records of one name are tried: asks of one partner are not more."""


@frozen(kw_only=True)
class Matched:
    """The records of two versions.

    Attributes:
        pairs: Records that both have, the old one first, in the order of the new.
        removed: Records that only the old version has.
        added: Records that only the new version has.
    """

    pairs: tuple[tuple[Listed, Listed], ...] = field(default=())
    removed: tuple[Listed, ...] = field(default=())
    added: tuple[Listed, ...] = field(default=())


def match(old: Sequence[Listed], new: Sequence[Listed]) -> Matched:
    """Match the records of one kind in two versions.

    Records that say the same are the same.  Of the rest, activities are recognised as
    when files are merged, save that other leads do not part two versions of one
    sender's list.  What is left is matched by its title; records without the rules of
    merging by their number and then by their title.
    """
    matching = _Matching(old, new)
    matching.pair(_everything)
    kinds = {listed.kind for listed in (*old, *new)}
    if RecordKind.ACTIVITY in kinds:
        matching.pair_as_merged()
    else:
        matching.pair(
            lambda each: (each.id, each.sender, each.titles) if each.id else None
        )
        matching.pair_titles()
        matching.pair(_by_id, _may_be_reworded)
        matching.pair(_whom, _may_be_reworded)
    matching.pair_titles()
    return matching.done()


class _Matching:
    """Pairs records step by step; what is paired is not looked at again."""

    def __init__(self, old: Sequence[Listed], new: Sequence[Listed]) -> None:
        self._old, self._new = old, new
        self._partner: dict[int, int] = {}
        self._taken: set[int] = set()

    def pair(
        self,
        name: Callable[[Listed], Hashable | None],
        fit: Callable[[Listed, Listed], bool] = lambda one, other: True,
    ) -> None:
        """Pair what has the same name, in order of occurrence."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for place, listed in self._left_old():
            key = name(listed)
            if key is not None:
                waiting[key].append(place)
        for places in waiting.values():
            places.reverse()
        for place, listed in self._left_new():
            key = name(listed)
            same = waiting.get(key, []) if key is not None else []
            for old in same[: -_TRIED - 1 : -1]:
                if fit(self._old[old], listed):
                    same.remove(old)
                    self._join(old, place)
                    break

    def pair_titles(self) -> None:
        """Pair what shares a title: with the same number first, then in order."""
        for with_number in (True, False):
            waiting: dict[Hashable, list[int]] = defaultdict(list)
            for place, listed in self._left_old():
                for key in _title_keys(listed, with_number):
                    waiting[key].append(place)
            for place, listed in list(self._left_new()):
                for key in _title_keys(listed, with_number):
                    same = waiting[key]
                    while same and same[0] in self._partner:
                        same.pop(0)
                    if same and _may_be_same(self._old[same[0]], listed):
                        self._join(same.pop(0), place)
                        break

    def pair_as_merged(self) -> None:
        """Pair activities that merging takes for the same."""
        places: dict[int, tuple[bool, int]] = {}
        reports: list[ReportedActivity] = []
        for side, left in ((False, self._left_old()), (True, self._left_new())):
            sent = _Senders(_NEW if side else _OLD)
            for place, listed in left:
                report = sent.report(listed)
                places[id(report)] = (side, place)
                reports.append(report)
        for group in same_activities(reports):
            found = dict(places[id(report)] for report in group)
            if len(found) > 1:
                self._join(found[False], found[True])

    def done(self) -> Matched:
        """Return what was paired and what was not."""
        by_new = sorted((new, old) for old, new in self._partner.items())
        return Matched(
            pairs=tuple((self._old[old], self._new[new]) for new, old in by_new),
            removed=tuple(listed for _, listed in self._left_old()),
            added=tuple(listed for _, listed in self._left_new()),
        )

    def _join(self, old: int, new: int) -> None:
        self._partner[old] = new
        self._taken.add(new)

    def _left_old(self) -> Iterator[tuple[int, Listed]]:
        known = enumerate(self._old)
        return ((p, listed) for p, listed in known if p not in self._partner)

    def _left_new(self) -> Iterator[tuple[int, Listed]]:
        known = enumerate(self._new)
        return ((p, listed) for p, listed in known if p not in self._taken)


class _Senders:
    """Puts activities into the files of one version, all with one fingerprint."""

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._files: dict[str, Submission] = {}

    def report(self, listed: Listed) -> ReportedActivity:
        """Return an activity as merging wants it: its sender stands for its leads."""
        sent = listed.submission
        known = self._files.setdefault(
            sent.sha256 if sent else "",
            Submission(
                file=sent.file if sent else "plan",
                sha256=self._sha256,
                country=sent.country if sent else None,
                institution=sent.institution if sent else "",
                framework=sent.framework if sent else None,
                language=sent.language if sent else "en",
            ),
        )
        country = known.country
        leads = [Party(kind=PartyKind.COUNTRY, id=country)] if country else []
        activity = evolve(listed.record, leads=leads, co_leads=())
        return ReportedActivity(activity=activity, submission=known)


def _everything(listed: Listed) -> Hashable:
    """Return all that a record says; its place and its id do not count."""
    said = sorted(
        (name.key, name.about, value.sense, value.written)
        for name, value in listed.values.items()
        if name.key
        not in ("indicators", "links", "activities", "evidence", "continues")
    )
    return (listed.sender, listed.titles, tuple(said))


def _by_id(listed: Listed) -> Hashable | None:
    is_made_up = "#" in listed.id or "~" in listed.id
    return None if is_made_up or not listed.id else (listed.sender, listed.id)


def _whom(listed: Listed) -> Hashable | None:
    """Return of whom something is asked; other records have nobody."""
    to = getattr(listed.record, "to", None)
    return (listed.sender, to.kind, to.id) if to else None


def _title_keys(listed: Listed, with_number: bool) -> Iterable[Hashable]:
    if with_number:
        number = listed.number
        return [(title, number) for title in sorted(listed.titles)] if number else []
    return sorted(listed.titles)


def _may_be_same(one: Listed, other: Listed) -> bool:
    """Say whether sender and programme of two records do not differ."""
    if one.sender and other.sender and one.sender != other.sender:
        return False
    programmes = [s.framework for each in (one, other) if (s := each.submission)]
    return len({programme for programme in programmes if programme}) < 2


def _may_be_reworded(one: Listed, other: Listed) -> bool:
    """Say whether two titles are near to each other, or one of them is none."""
    from rapidfuzz import fuzz

    if not one.titles or not other.titles:
        return True
    near = (fuzz.token_sort_ratio(t, o) for t in one.titles for o in other.titles)
    return _may_be_same(one, other) and any(score >= ALIKE for score in near)
