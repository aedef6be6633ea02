"""Gather the rows of each indicator: its targets and readings, and what differs."""

from collections.abc import Hashable, Iterable
from typing import Any

from attrs import define, evolve, field, frozen

from almwp.findings import row_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.activityrow import activity_id
from almwp.intake.gatheringlinks import unused_id
from almwp.intake.indicatorrow import IndicatorRow
from almwp.intake.measures import about_measures, with_share
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.ids import IndicatorId
from almwp.model.indicator import Direction, Indicator, IndicatorKind, Reading
from almwp.model.text import Text


@frozen(kw_only=True)
class GatheredIndicators:
    """The indicators of a file, and what was found."""

    indicators: tuple[Indicator, ...] = field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def gather_indicators(rows: Iterable[IndicatorRow]) -> GatheredIndicators:
    """Put rows with the same number, or without one with the same name, together.

    Two names under one number are two indicators: the second loses its number.
    """
    groups: list[_Group] = []
    by_number: dict[str, _Group] = {}
    by_name: dict[str, _Group] = {}
    findings: list[Finding] = []
    for row in rows:
        names = _folded(row.name)
        group = by_number.get(fold(row.number)) if row.number else None
        if group and names.isdisjoint(group.folded_names):
            findings.append(_same_number(row, group))
            row, group = evolve(row, number=""), None
        if group is None:
            group = next((by_name[name] for name in names if name in by_name), None)
            # One name under two numbers is two indicators.
            if group and group.number and row.number:
                group = None
        if group is None:
            group = _Group(first=row)
            groups.append(group)
        group.add(row)
        if row.number:
            by_number.setdefault(fold(row.number), group)
        for name in names:
            by_name.setdefault(name, group)
    used: set[str] = set()
    indicators = []
    for group in groups:
        indicator = group.indicator(used)
        indicators.append(indicator)
        findings += [*group.findings, *about_measures(indicator)]
    return GatheredIndicators(indicators=indicators, findings=findings)


def _folded(name: Text) -> frozenset[str]:
    return frozenset(fold(words) or words for _, words in name.forms)


def _same_number(row: IndicatorRow, group: "_Group") -> Finding:
    place, other = _place(row, "number"), group.first.origin.row
    rule = row_rules.SAME_NUMBER
    return rule.at(place, field="number", found=row.number, other=other)


def _place(row: IndicatorRow, key: str) -> Location:
    origin = row.origin.of(key)
    cell = origin.cell if origin else f"A{row.origin.row}"
    return Location(file=row.origin.file, sheet=row.origin.sheet, cell=cell)


@frozen(kw_only=True)
class _Said:
    """What the first row that speaks of something says of it."""

    sense: Hashable
    value: Any
    row: IndicatorRow


@define(kw_only=True, eq=False)
class _Group:
    """The rows of one indicator."""

    first: IndicatorRow
    number: str = ""
    findings: list[Finding] = field(factory=list, init=False)
    _names: dict[str, str] = field(factory=dict, init=False)
    _rows: list[IndicatorRow] = field(factory=list, init=False)
    _said: dict[tuple[Hashable, ...], _Said] = field(factory=dict, init=False)

    @property
    def folded_names(self) -> frozenset[str]:
        """The names under which it occurs."""
        return frozenset(fold(words) or words for words in self._names.values())

    def add(self, row: IndicatorRow) -> None:
        """Take a row; what contradicts the rows before it is kept out."""
        self._rows.append(row)
        self.number = self.number or row.number
        for language, words in row.name.forms:
            self._names.setdefault(language, words)
        for key in ("unit", "direction", "kind"):
            words = getattr(row, key)
            self._say((key,), key, fold(words) or words, words, row)
        for key in ("outcome", "area"):
            reference = getattr(row, key)
            sense = reference and (reference.node or fold(reference.words))
            self._say((key,), key, sense, reference, row)
        base, target, reading = row.baseline, row.target, row.reading
        if base:
            self._say(("baseline", base.group), "baseline", base.value, base, row)
            self._say(("since", base.group), "baseline_date", base.when, base.when, row)
        if target:
            aim = ("target", target.group, target.year)
            self._say(aim, "target", target.value, target, row)
        if reading:
            slot = ("reading", reading.group, reading.when)
            sense = (reading.value, reading.numerator, reading.denominator)
            key = next((k for k in _MEASURED if row.origin.of(k)), "as_of")
            self._say(slot, key, sense, reading, row)

    def _say(
        self,
        slot: tuple[Hashable, ...],
        key: str,
        sense: Hashable,
        value: Any,
        row: IndicatorRow,
    ) -> None:
        if sense in (None, ""):
            return  # What a row leaves blank is as the rows before it say.
        known = self._said.setdefault(slot, _Said(sense=sense, value=value, row=row))
        if known.sense != sense:
            contradicted = row_rules.INDICATOR_CONTRADICTED.at(
                _place(row, key),
                field=key,
                found=row.words.get(key, ""),
                expected=known.row.words.get(key, ""),
                other=known.row.origin.row,
            )
            self.findings.append(contradicted)

    def indicator(self, used: set[str]) -> Indicator:
        """Return the indicator; where its id is *used* already it gets a count."""
        first = self.first
        name = Text.from_forms(self._names)
        # An activity of the same sender may have the same number.
        wanted = activity_id(f"{first.sender}:indicator", self.number, name)
        references = [r for key in ("outcome", "area") if (r := self._value(key))]
        nodes = [reference.node for reference in references if reference.node]
        bases = [self._dated(b) for b in self._of("baseline")]
        unit = self._value("unit") or ""
        readings = [with_share(reading, unit) for reading in self._of("reading")]
        remarks = dict.fromkeys(row.remarks for row in self._rows if row.remarks)
        return Indicator(
            id=IndicatorId(unused_id(wanted, used)),
            number=self.number,
            name=name,
            framework=first.framework,
            node=nodes[-1] if nodes else None,
            references=references,
            activities=_each(self._rows, "activities"),
            country=first.country,
            unit=unit,
            direction=Direction(self._value("direction") or Direction.RISING),
            kind=IndicatorKind(self._value("kind") or IndicatorKind.LEVEL),
            baseline=next((b for b in bases if not b.group), None),
            group_baselines=[b for b in bases if b.group],
            targets=sorted(self._of("target"), key=lambda target: target.year),
            readings=sorted(readings, key=_age),
            sources=_each(self._rows, "sources"),
            remarks="\n".join(remarks),
            extras=_each(self._rows, "extras"),
            origins=[row.origin for row in self._rows],
        )

    def _value(self, *slot: Hashable) -> Any:
        known = self._said.get(slot)
        return known.value if known else None

    def _of(self, kind: str) -> list[Any]:
        return [said.value for slot, said in self._said.items() if slot[0] == kind]

    def _dated(self, baseline: Reading) -> Reading:
        return evolve(baseline, when=self._value("since", baseline.group))


_MEASURED = ("reading", "numerator", "denominator")


def _each(rows: list[IndicatorRow], key: str) -> tuple[Any, ...]:
    """Return what the rows list under *key*, each once."""
    return tuple(dict.fromkeys(item for row in rows for item in getattr(row, key)))


def _age(reading: Reading) -> tuple[Any, ...]:
    when = reading.when
    return (when.end, when.start) if when else ()
