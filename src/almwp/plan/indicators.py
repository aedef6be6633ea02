"""Merge what submissions say of indicators; contradictions are kept, both sides named.

An indicator is the same in all files of one sender that give it the same number, or
without one the same name: it has the same id then.
"""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from almwp.intake.numbercolumn import written
from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, IndicatorId
from almwp.model.indicator import Indicator, Reading, Target
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.workplan import Claim, Conflict
from almwp.plan.joining import Choose

_DESCRIBING = ("unit", "direction", "kind")
"""Fields that describe an indicator in one word."""
_FILLED = ("number", "framework", "node", "country", "unit")
"""Fields of which the newest filled one is kept."""
_UNITED = ("references", "activities", "sources", "extras", "origins")
"""Fields whose values are put together, each once."""


@frozen(kw_only=True)
class MergedIndicators:
    """Every indicator once, and what different files say of them."""

    indicators: tuple[Indicator, ...] = field(default=(), converter=frozen_items)
    conflicts: tuple[Conflict, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class _Report:
    indicator: Indicator
    submission: Submission

    @property
    def owner(self) -> str:
        """Who says so: country and institution, else the file."""
        sender = (self.submission.country or "", self.submission.institution)
        return ", ".join(filter(None, sender)) or self.submission.file

    @property
    def age(self) -> tuple[date, str]:
        """The day of which the report speaks; one without a day is the oldest."""
        as_of = self.submission.as_of
        told = [reading.when.end for reading in self.indicator.readings if reading.when]
        day = max([*told, *([as_of.end] if as_of else [])], default=date.min)
        return day, self.submission.sha256


@frozen(kw_only=True)
class _Said:
    """What one report says of one matter, such as the target of one year."""

    key: str
    about: str
    sense: Hashable
    value: Any
    words: str
    origin: Origin | None
    owner: str


def nobody_decided(conflict: Conflict) -> Claim | None:
    """Choose no claim."""
    return None


def merge_indicators(
    submissions: Iterable[Submission], choose: Choose = nobody_decided
) -> MergedIndicators:
    """Return every indicator of *submissions* once, the values of all files in it.

    Where two files say different things of one day or year, the newer file's counts
    and both are among the conflicts.

    Args:
        submissions: What was sent.
        choose: Gives the claim that stands on a person's word; it is no conflict then.
    """
    by_id: dict[IndicatorId, list[_Report]] = {}
    for submission in submissions:
        for indicator in submission.indicators:
            report = _Report(indicator=indicator, submission=submission)
            by_id.setdefault(indicator.id, []).append(report)
    merged, conflicts = [], []
    for reports in by_id.values():
        newest_first = sorted(reports, key=lambda r: r.age, reverse=True)
        indicator, differing = _join(newest_first, choose)
        merged.append(indicator)
        conflicts += differing
    return MergedIndicators(indicators=merged, conflicts=conflicts)


def _join(reports: list[_Report], choose: Choose) -> tuple[Indicator, list[Conflict]]:
    """Join the reports of one indicator, the newest first."""
    newest = reports[0].indicator
    if len(reports) == 1:
        return newest, []
    matters: dict[Hashable, list[_Said]] = {}
    for report in reports:
        for matter, said in _matters(report):
            matters.setdefault(matter, []).append(said)
    conflicts: list[Conflict] = []
    first: dict[Hashable, Any] = {}
    for matter, told_of_it in matters.items():
        newest_said = told_of_it[0]
        first[matter] = newest_said.value
        claims = _claims(told_of_it)
        if len(claims) > 1:
            conflict = Conflict(
                activity=ActivityId(newest.id),
                field=newest_said.key,
                about=newest_said.about,
                claims=claims,
            )
            if chosen := choose(conflict):
                stands = next(s for s in told_of_it if _claim(s) == chosen)
                first[matter] = stands.value
            else:
                conflicts.append(conflict)

    def told(key: str) -> list[Any]:
        return [v for (k, *_), v in _items(first) if k == key]

    bases = told("baseline")
    known = [report.indicator for report in reports]
    joined: dict[str, Any] = {
        key: next((v for i in known if (v := getattr(i, key))), getattr(newest, key))
        for key in _FILLED
    }
    for key in _UNITED:
        joined[key] = tuple(dict.fromkeys(v for i in known for v in getattr(i, key)))
    for key in ("direction", "kind"):
        joined[key] = first.get((key,), getattr(newest, key))
    remarks = dict.fromkeys(i.remarks for i in known if i.remarks)
    merged = evolve(
        newest,
        **joined,
        baseline=next((b for b in bases if not b.group), None),
        group_baselines=[b for b in bases if b.group],
        targets=sorted(told("target"), key=lambda t: (t.year, t.group != (), str(t))),
        readings=sorted(told("reading"), key=_age),
        remarks="\n".join(remarks),
    )
    return merged, conflicts


def _items(first: dict[Hashable, Any]) -> Iterable[tuple[tuple[Any, ...], Any]]:
    return ((matter, v) for matter, v in first.items() if isinstance(matter, tuple))


def _matters(report: _Report) -> Iterable[tuple[Hashable, _Said]]:
    """Give what a report says, each under what it speaks of."""
    indicator = report.indicator

    def said(key: str, sense: Hashable, value: Any, origin: Origin | None) -> _Said:
        is_measure = key not in _DESCRIBING
        words = _words(value) if is_measure else str(value)
        return _Said(
            key=key,
            about=_about(value) if is_measure else "",
            sense=sense,
            value=value,
            words=words,
            origin=origin,
            owner=report.owner,
        )

    for key in _DESCRIBING:
        origin, value = indicator.origin_of(key), getattr(indicator, key)
        if origin and value:
            yield (key,), said(key, fold(value) or value, value, origin)
    bases = [*filter(None, [indicator.baseline]), *indicator.group_baselines]
    for base in bases:
        yield (
            ("baseline", base.group),
            said("baseline", (base.value, base.when), base, base.origin),
        )
    for target in indicator.targets:
        yield (
            ("target", target.group, target.year),
            said("target", target.value, target, target.origin),
        )
    for reading in indicator.readings:
        yield (
            ("reading", reading.group, reading.when),
            said("reading", reading.value, reading, reading.origin),
        )


def _words(measure: Reading | Target) -> str:
    """Say a number, of whom and of when, so that two of them can be told apart."""
    value = measure.value
    number = str(value) if isinstance(value, Absence) else written(value)
    about = _about(measure)
    return f"{number} ({about})" if about else number


def _about(measure: Reading | Target) -> str:
    """Say of when and of whom a number is."""
    when = measure.year if isinstance(measure, Target) else measure.when
    about = [str(when)] if when else []
    about += [part.group for part in measure.group]
    return ", ".join(about)


def _claims(said: list[_Said]) -> tuple[Claim, ...]:
    """Return what is claimed of one matter, each claim once."""
    by_sense: dict[Hashable, _Said] = {}
    for one in said:
        by_sense.setdefault(one.sense, one)
    return tuple(map(_claim, by_sense.values()))


def _claim(said: _Said) -> Claim:
    return Claim(value=said.words, owner=said.owner, origin=said.origin)


def _age(reading: Reading) -> tuple[date, date]:
    when = reading.when
    return (when.end, when.start) if when else (date.min, date.min)
