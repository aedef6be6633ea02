"""Read what one row says of an indicator: what describes it, a target, a reading."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import define, field, frozen

from almwp.findings import value_rules
from almwp.findings.rule import Finding, Rule
from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.fieldlist import field_of
from almwp.intake.gatheringlinks import activity_named
from almwp.intake.maderow import MadeRow
from almwp.intake.percentunits import against_unit
from almwp.intake.pieces import extra_of, text_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.values import Values
from almwp.model.absence import Absence
from almwp.model.activity import Extra, PlanReference, RowOrigin
from almwp.model.fields import frozen_items, squeeze
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.indicator import Disaggregation, Reading, Target
from almwp.model.moment import Moment
from almwp.model.source import Source
from almwp.model.text import Text

_GROUPS = (("sex", "sex"), ("sector", "sector"), ("migrant_status", "migrant status"))
"""Keys of the fields that name a group, and by what they part people."""
_MEASURED = ("reading", "numerator", "denominator")
_PARTS = ("numerator", "denominator")
"""The model holds these only as numbers: why one is not there is an extra."""


@frozen(kw_only=True)
class IndicatorRow:
    """What one row says of an indicator.

    Attributes:
        sender: Who sends the file, for the indicator's id.
        number: The indicator's number.
        name: Its name.
        country: The country that it follows.
        framework: The programme on which the file reports.
        outcome: The outcome.
        area: The area.
        activities: The activities that it follows, as they are named.
        unit: Its unit.
        direction: Which way is better; empty where the row does not say.
        kind: What a reading counts; empty where the row does not say.
        baseline: The baseline.
        target: The target.
        reading: The reading; without a value where only its parts are given.
        sources: From where the numbers come.
        remarks: What the sender adds.
        extras: Values of columns without a field.
        origin: The row.
        words: What the cell of each field says, in words.
    """

    sender: str
    number: str = ""
    name: Text
    country: CountryCode | None = None
    framework: FrameworkId | None = None
    outcome: PlanReference | None = None
    area: PlanReference | None = None
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    unit: str = ""
    direction: str = ""
    kind: str = ""
    baseline: Reading | None = None
    target: Target | None = None
    reading: Reading | None = None
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    remarks: str = ""
    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)
    origin: RowOrigin
    words: Mapping[str, str] = field(factory=dict)


def make_indicator_row(
    read: RowValues,
    *,
    cover: Cover,
    section: Section,
    origin: RowOrigin,
    extras: ReadExtras,
    values: Values,
) -> MadeRow:
    """Make what one row says; rows of one indicator are gathered later."""
    name = text_of(read, "name", origin, values)
    unit = squeeze(read.words("unit"))
    doubts = against_unit(read, unit, values)
    maker = _Measures(read=read, cover=cover, origin=origin, values=values)
    baseline, target, reading = maker.baseline(), maker.target(), maker.reading()
    row = IndicatorRow(
        sender=cover.sender,
        number=squeeze(read.words("number")),
        name=name.text,
        country=cover.country,
        framework=cover.framework,
        outcome=read.get("outcome") or section.outcome or cover.outcome,
        area=read.get("area") or section.area or cover.area,
        activities=[
            activity_named(known, cover.sender)
            for known in read.get("activities") or ()
        ],
        unit=unit,
        direction=read.words("direction"),
        kind=read.words("kind"),
        baseline=baseline,
        target=target,
        reading=reading,
        sources=read.get("sources") or (),
        remarks=read.words("remarks"),
        extras=(*extras.extras, *name.extras, *maker.extras(baseline, target, reading)),
        origin=origin,
        words={
            of.key: values.words(cell)
            for of in values.lexicon.columns
            if (cell := read.cell(of.key))
        },
    )
    return MadeRow(record=row, findings=(*doubts, *maker.findings))


@define(kw_only=True, eq=False)
class _Measures:
    """Makes the baseline, the target and the reading of a row."""

    read: RowValues
    cover: Cover
    origin: RowOrigin
    values: Values
    findings: list[Finding] = field(factory=list)
    _loose: list[str] = field(factory=list)

    @property
    def group(self) -> tuple[Disaggregation, ...]:
        """The groups of which the numbers of the row speak."""
        return tuple(
            Disaggregation(by=by, group=words)
            for key, by in _GROUPS
            if (words := squeeze(self.read.words(key)))
        )

    def baseline(self) -> Reading | None:
        """Return the baseline; another row may say of when it is."""
        value = self.read.get("baseline")
        if value is None:
            self._loose.append("baseline_date")
            return None
        return Reading(
            when=self.read.get("baseline_date"),
            value=value,
            group=self.group,
            origin=self.origin.of("baseline"),
        )

    def target(self) -> Target | None:
        """Return the target; one of which nobody says by when is kept out.

        That it is withheld or does not apply is kept like a number.
        """
        value, when = self.read.get("target"), self.read.get("target_year")
        is_told = isinstance(value, Fraction) or when is not None
        if value is None or not is_told:
            self._loose += ("target", "target_year")
            return None
        if when is None:
            self._ask_for("target_year", "target", value_rules.TARGET_WITHOUT_YEAR)
            return None
        place = self.origin.of("target")
        return Target(year=when.start.year, value=value, group=self.group, origin=place)

    def reading(self) -> Reading | None:
        """Return the reading of the row, or None where it has none.

        A date of its own without a value is a reading too: that nothing was said then.
        A date of its own that was refused stays open; that of the file does not
        replace it.
        """
        own_day: Moment | None = self.read.get("as_of")
        told = [key for key in _MEASURED if self.read.get(key) is not None]
        if not told and (own_day is None or self.read.is_refused("reading")):
            self._loose.append("as_of")
            return None
        day = None if self.read.is_refused("as_of") else own_day or self.cover.as_of
        if day is None:
            first, *rest = told
            self._ask_for("as_of", first, value_rules.UNDATED_READING)
            self._loose += rest
            return None
        value = self.read.get("reading")
        return Reading(
            when=day,
            value=Absence.BLANK if value is None else value,
            numerator=_number(self.read.get("numerator")),
            denominator=self._denominator(),
            group=self.group,
            origin=self.origin.of(next(iter(told), "as_of")),
        )

    def _denominator(self) -> Fraction | None:
        value = _number(self.read.get("denominator"))
        if value == 0:
            self._say(value_rules.ZERO_DENOMINATOR, "denominator", "denominator")
            return None
        return value

    def extras(self, *made: Reading | Target | None) -> list[Extra]:
        """Return what stands in the row and has no place in what was *made* of it."""
        keys = [*self._loose, *_PARTS]
        if not any(made):
            keys += [key for key, _ in _GROUPS]
        return [
            extra_of(self.read, key, self.values)
            for key in dict.fromkeys(keys)
            if self.read.get(key) is not None
            and (key not in _PARTS or key in self._loose or self._is_absent(key))
        ]

    def _is_absent(self, key: str) -> bool:
        return isinstance(self.read.get(key), Absence)

    def _ask_for(self, wanted: str, at: str, rule: Rule) -> None:
        """Ask for the field *wanted*, unless it was refused, which asks already."""
        if self.read.is_refused(wanted):
            self._loose.append(at)
        else:
            self._say(rule, at, wanted)

    def _say(self, rule: Rule, at: str, wanted: str) -> None:
        """Report the cell of the field *at*; what is wanted is the field *wanted*."""
        cell = self.read.cell(at) or self.read.first_cell
        columns = self.values.lexicon.columns
        label = field_of(columns, wanted).label.in_(self.values.language)
        of = field_of(columns, at)
        self.findings.append(self.values.finding(rule, of, cell, expected=label))


def _number(value: Fraction | Absence | None) -> Fraction | None:
    return value if isinstance(value, Fraction) else None
