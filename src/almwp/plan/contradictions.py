"""Find what the reports of one activity say differently, matter by matter."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.ids import ActivityId
from almwp.model.source import Origin
from almwp.model.workplan import Claim, Conflict
from almwp.plan.fieldwords import (
    COMPARED,
    SAYING_LESS,
    SINGLE,
    Said,
    hold_one_value,
    said_of,
    says_less,
)
from almwp.plan.reported import ReportedActivity
from almwp.plan.revisions import LastWords
from almwp.plan.sameness import unshared_titles


@frozen(kw_only=True)
class Side:
    """What one report says in a contradiction.

    Attributes:
        claim: What it says, and who says it.
        report: The report.
        said: The value and its meaning; None for a title.
    """

    claim: Claim
    report: ReportedActivity
    said: Said | None = None


@frozen(kw_only=True)
class Contradiction:
    """What reports of one activity say differently of one matter.

    Attributes:
        conflict: The contradiction as the plan tells it.
        sides: Its sides, in the order of the conflict's claims.
    """

    conflict: Conflict
    sides: tuple[Side, ...] = field(converter=frozen_items)


def contradictions(
    name: ActivityId, reports: Sequence[ReportedActivity]
) -> Iterator[Contradiction]:
    """Give the contradictions: in titles, where only the ids agree, and in fields."""
    if len(reports) == 1 and len(reports[0].activity.observations) < 2:
        return  # Only reports of several days can contradict each other in one row.
    strangers = list(unshared_titles(reports))
    if strangers:
        sides = [
            Side(claim=claim_of(r, "title", str(r.activity.title)), report=r)
            for r in (reports[0], *strangers)
        ]
        yield _contradiction(name, "title", "", sides)
    for key in COMPARED:
        for about, found in _differing(reports, key):
            yield _contradiction(name, key, about, found)


def _contradiction(
    name: ActivityId, key: str, about: str, sides: Sequence[Side]
) -> Contradiction:
    claims = tuple(side.claim for side in sides)
    conflict = Conflict(activity=name, field=key, about=about, claims=claims)
    return Contradiction(conflict=conflict, sides=sides)


def _differing(
    reports: Sequence[ReportedActivity], key: str
) -> Iterator[tuple[str, list[Side]]]:
    """Give the matters of which different things are claimed, and who claims what.

    What the same sender said anew on a later day is a revision: only that counts.
    """
    if key in SINGLE and hold_one_value((r.activity for r in reports), key):
        return
    told = [
        (r, said)
        for r in reports
        for said in said_of(r.activity, key, r.submission.language)
    ]
    # Mostly all say the same, and nobody need be asked who said it last.
    disputed = _disputed(said for _, said in told)
    told = [(report, said) for report, said in told if said.about in disputed]
    last = LastWords()
    if key in SINGLE:
        for report, said in told:
            last.take(report.submission, said.about)
    by_matter: dict[str, dict[str, Side]] = defaultdict(dict)
    for report, said in told:
        if not last.revise(report.submission, said.about):
            claim = claim_of(report, key, said.words, said.origin)
            side = Side(claim=claim, report=report, said=said)
            by_matter[said.about].setdefault(said.sense, side)
    for about, same in by_matter.items():
        most = list(same.values())
        if key in SAYING_LESS:
            senses = [side.said for side in most if side.said]
            most = [
                side
                for side in most
                if side.said and not any(says_less(side.said, s) for s in senses)
            ]
        if len(most) > 1:
            yield about, most


def _disputed(told: Iterable[Said]) -> Container[str]:
    """Return the matters of which more than one thing is said."""
    senses: dict[str, set[str]] = defaultdict(set)
    for said in told:
        senses[said.about].add(said.sense)
    return {about for about, different in senses.items() if len(different) > 1}


def claim_of(
    report: ReportedActivity, key: str, words: str, origin: Origin | None = None
) -> Claim:
    """Return what a report claims of a field."""
    return Claim(
        value=words,
        owner=report.owner,
        origin=origin or report.activity.origin_of(key),
    )
