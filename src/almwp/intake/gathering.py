"""Gather what the tables beside the activities gave: ties, numbers, indicators."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from almwp.findings import row_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.activityrow import activity_id
from almwp.intake.field import TITLES
from almwp.intake.gatheringlinks import Ties, unused_id
from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, CountryCode, IndicatorId
from almwp.model.indicator import Indicator
from almwp.model.position import AgendaStance, Ask, Proposal

_Tied = TypeVar("_Tied", Indicator, AgendaStance, Proposal)


@frozen(kw_only=True)
class Gathered:
    """The records of a file, tied to one another.

    Attributes:
        activities: Its activities, with the indicators that follow them.
        indicators: Its indicators.
        agenda: Its stances on the items of an agenda.
        proposals: Its proposals.
        asks: What it asks and offers.
        findings: What was found on the way.
    """

    activities: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    indicators: tuple[Indicator, ...] = field(default=(), converter=frozen_items)
    agenda: tuple[AgendaStance, ...] = field(default=(), converter=frozen_items)
    proposals: tuple[Proposal, ...] = field(default=(), converter=frozen_items)
    asks: tuple[Ask, ...] = field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def gather(
    activities: Iterable[Activity], records: Mapping[str, Sequence[Any]], file: str
) -> Gathered:
    """Gather the records of the other sheets, by the sheets' keys, of *file*."""
    known = tuple(activities)
    ties = Ties(activity.id for activity in known)
    findings: list[Finding] = []
    indicators: list[Indicator] = []
    if rows := records.get("indicators"):
        from almwp.intake.gatheringindicators import gather_indicators

        followed = gather_indicators(rows)
        findings += followed.findings
        indicators = _tied(followed.indicators, "activities", ties, findings, file)
    agenda = _tied(records.get("agenda", ()), "evidence", ties, findings, file)
    findings += _same_items(agenda, file)
    distinct = _each_by_itself(records.get("proposals", ()), findings, file)
    return Gathered(
        activities=_followed(known, indicators),
        indicators=indicators,
        agenda=agenda,
        proposals=_tied(distinct, "continues", ties, findings, file),
        asks=[ask for asks in records.get("asks", ()) for ask in asks],
        findings=findings,
    )


def _tied(
    records: Iterable[_Tied], key: str, ties: Ties, findings: list[Finding], file: str
) -> list[_Tied]:
    """Return *records* with the ids of the activities that they name under *key*."""
    found = []
    for record in records:
        tied = ties.of(getattr(record, key))
        findings += (
            row_rules.ACTIVITY_NOT_THERE.at(
                _place(record, key, file),
                field=key,
                found=strange.partition(":")[2],
            )
            for strange in tied.strange
        )
        changed: dict[str, Any] = {key: tied.ids}
        found.append(evolve(record, **changed))
    return found


def _place(record: Any, key: str, file: str) -> Location:
    origin = record.origin_of(key)
    if origin is None:
        return Location(file=file)
    return Location(file=file, sheet=origin.sheet, cell=origin.cell)


def _followed(
    activities: tuple[Activity, ...], indicators: Iterable[Indicator]
) -> list[Activity]:
    """Return *activities* with the indicators that follow each of them."""
    following: dict[ActivityId, list[IndicatorId]] = {}
    for indicator in indicators:
        for activity in indicator.activities:
            following.setdefault(activity, []).append(indicator.id)
    return [
        evolve(a, indicators=following[a.id]) if a.id in following else a
        for a in activities
    ]


def _each_by_itself(
    proposals: Iterable[Proposal], findings: list[Finding], file: str
) -> list[Proposal]:
    """Return proposals with ids of their own; of one number the second is left out.

    Each country counts its own proposals: theirs and ours may have the same number.
    """
    numbers: dict[tuple[CountryCode | None, str], Proposal] = {}
    titles: dict[str, Proposal] = {}
    used: set[str] = set()
    found = []
    for proposal in proposals:
        number, title = fold(proposal.number), fold(str(proposal.title))
        counted = (proposal.proposed_by, number)
        if number and counted in numbers:
            rule, other = row_rules.SAME_NUMBER, numbers[counted]
            findings.append(_twice(rule, "number", proposal, other, file))
            sender = proposal.id.partition(":")[0]
            by_title = activity_id(sender, "", proposal.title)
            proposal = evolve(proposal, number="", id=by_title)
        elif number:
            numbers[counted] = proposal
        if title and title in titles:
            rule, other = row_rules.DUPLICATE_TITLE, titles[title]
            findings.append(_twice(rule, "title", proposal, other, file))
        titles.setdefault(title, proposal)
        found.append(evolve(proposal, id=unused_id(proposal.id, used)))
    return found


def _same_items(agenda: Iterable[AgendaStance], file: str) -> list[Finding]:
    """Report items of one number; both are kept, as no other record names them."""
    numbers: dict[str, AgendaStance] = {}
    findings = []
    for item in agenda:
        number = fold(item.number)
        if number and number in numbers:
            rule, other = row_rules.SAME_ITEM, numbers[number]
            findings.append(_twice(rule, "number", item, other, file))
        elif number:
            numbers[number] = item
    return findings


def _twice(
    rule: Rule,
    key: str,
    record: AgendaStance | Proposal,
    other: AgendaStance | Proposal,
    file: str,
) -> Finding:
    if key == "title":
        key = next((k for k in TITLES if record.origin_of(k)), key)
    place = _place(record, key, file)
    (mine, *_), (row, *_) = record.origins, other.origins
    there = str(row.row) if row.sheet == mine.sheet else f"{row.row} ({row.sheet})"
    is_number = key == "number"
    found = record.number if is_number else str(getattr(record, "title", ""))
    return rule.at(place, field=key, found=found, other=there)
