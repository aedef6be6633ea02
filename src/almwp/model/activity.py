"""Activities of the work programme, and what was reported of them and when."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen, validators

from almwp.model.absence import Absence
from almwp.model.earliervalue import EarlierValue
from almwp.model.fields import (
    are_columns,
    frozen_items,
    insist_on_share,
    is_cell,
    is_filled,
    is_sha256,
    squeeze,
)
from almwp.model.ids import (
    ActivityId,
    BodyId,
    CountryCode,
    FrameworkId,
    IndicatorId,
    NodeId,
)
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.source import Basis, Origin, Source, cell_in
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe


class Status(StrEnum):
    """The three words of ASEAN labour meetings for the state of an activity."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    COMPLETED = "completed"


class Change(StrEnum):
    """What a report changes in the plan itself."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    REVISED = "revised"


class ActivityLevel(StrEnum):
    """Between whom an activity takes place."""

    REGIONAL = "regional"
    NATIONAL = "national"
    BILATERAL = "bilateral"


class Mark(StrEnum):
    """Themes that cut across all areas."""

    GENDER = "gender"
    DIGITAL = "digital"
    GREEN = "green"


@frozen(kw_only=True)
class Observation:
    """What was reported of an activity at one time.  Status is a dated report.

    Attributes:
        as_of: When it was so; None where the report does not say.
        meeting: The meeting to which it was reported, in the report's words.
        status: The state, or why there is none.
        word: The word that was used for the state.
        change: What the report changes in the plan.
        percent: Share done, 0 to 1 exactly, or why there is none.
        note: What else was said.
        basis: On what the state stands.
        origin: The cell of the state; where there is none, the first of the others.
        percent_origin: The cell in which the share was read.
        change_origin: The cell in which the change of the plan was read.
        as_of_origin: The cell of the date, where the row has one of its own.
    """

    as_of: Moment | None = None
    meeting: str = ""
    status: Status | Absence = Absence.BLANK
    word: str = ""
    change: Change | None = None
    percent: Fraction | Absence = field(default=Absence.BLANK)
    note: str = ""
    basis: Basis = Basis.REPORTED
    origin: Origin | None = None
    percent_origin: Origin | None = None
    change_origin: Origin | None = None
    as_of_origin: Origin | None = None

    def __attrs_post_init__(self) -> None:
        if isinstance(self.percent, Fraction):
            insist_on_share("percent", self.percent)

    @property
    def cells(self) -> tuple[Origin, ...]:
        """All cells in which it was read, each once, that of the state first."""
        state = (self.origin, self.percent_origin)
        every = (*state, self.change_origin, self.as_of_origin)
        return tuple(dict.fromkeys(cell for cell in every if cell))


@frozen(kw_only=True)
class PlanReference:
    """A place in a plan to which an activity belongs.

    Attributes:
        framework: The plan, or None where only its words are known.
        node: The outcome, target, area or topic, or None for the plan as a whole.
        number: The activity's number in that plan.
        words: What was written.
        basis: On what the link stands.
    """

    framework: FrameworkId | None = None
    node: NodeId | None = None
    number: str = ""
    words: str = ""
    basis: Basis = Basis.REPORTED


class LinkKind(StrEnum):
    """How one activity is tied to another."""

    CONTINUES = "continues"
    PART_OF = "part of"
    FOLLOWS_UP = "follows up"
    SAME_AS = "same as"


@frozen(kw_only=True)
class ActivityLink:
    """A tie to another activity."""

    kind: LinkKind
    other: ActivityId
    note: str = ""


@frozen(kw_only=True)
class Extra:
    """A value of a column that almwp has no field for; kept as it was."""

    heading: str
    value: str
    cell: str = field(validator=is_cell)


@frozen(kw_only=True)
class RowOrigin:
    """Where the fields of an activity were read: one row of one sheet.

    Attributes:
        file: The file's name without its folder.
        sha256: Fingerprint of the file's bytes.
        sheet: The sheet's name.
        row: Excel's own number of the row.
        columns: Key of each field and its column's letters; where a merged cell
            above gave the value, or a mark in one of several columns, that cell's
            whole address.
        languages: Key of each field of words, and the language of its cell.
    """

    file: str
    sha256: str = field(validator=is_sha256)
    sheet: str
    row: int = field(validator=validators.ge(1))
    columns: tuple[tuple[str, str], ...] = field(
        default=(), converter=frozen_items, validator=are_columns
    )
    languages: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)

    def of(self, key: str) -> Origin | None:
        """Return the cell in which the field *key* was read, or None."""
        place = dict(self.columns).get(key, "")
        if not place:
            return None
        cell = place if place[-1].isdigit() else f"{place}{self.row}"
        return Origin(file=self.file, sha256=self.sha256, sheet=self.sheet, cell=cell)


@frozen(kw_only=True)
class Activity:
    """One activity of the work programme or of a plan under it.

    Attributes:
        id: The same in every submission that reports it.
        number: Its number in the sender's list.
        title: Its title.
        other_titles: Further titles under which it occurs.
        parts: What is named at bullets under its title, in order.
        references: The plans, outcomes and areas to which it belongs.
        kind: What it is: study, training, workshop, guideline, campaign...
        level: Between whom it takes place.
        leads: Who leads it, jointly where there are several.
        co_leads: Who co-leads it.
        bodies: Bodies that carry it.
        partners: Those who support it.
        funders: Those who pay for it.
        budget: Its budget in the sender's words, currency included.
        timeframe: When it takes place.
        place: Where.
        host: The country that hosts it; not necessarily the lead.
        output: The result by which its completion is known.
        indicators: Indicators by which it is followed.
        observations: What was reported of it, oldest first, undated reports first.
        marks: Themes that cut across.
        links: Ties to other activities.
        sources: Public pages that tell of it.
        remarks: What the sender adds.
        extras: Values of columns without a field.
        origins: The rows in which it was read.
        earlier: Values that a later report replaced, oldest first.
        since: Of fields with earlier values, the day of which the value that stands
            was reported.
    """

    id: ActivityId = field(validator=is_filled)
    number: str = ""
    title: Text
    other_titles: tuple[Text, ...] = field(default=(), converter=frozen_items)
    parts: tuple[Text, ...] = field(default=(), converter=frozen_items)
    references: tuple[PlanReference, ...] = field(default=(), converter=frozen_items)
    kind: str = field(default="", converter=squeeze)
    level: ActivityLevel | None = None
    leads: tuple[Party, ...] = field(default=(), converter=frozen_items)
    co_leads: tuple[Party, ...] = field(default=(), converter=frozen_items)
    bodies: tuple[BodyId, ...] = field(default=(), converter=frozen_items)
    partners: tuple[Party, ...] = field(default=(), converter=frozen_items)
    funders: tuple[Party, ...] = field(default=(), converter=frozen_items)
    budget: str = ""
    timeframe: Timeframe = Timeframe()
    place: str = ""
    host: CountryCode | None = None
    output: str = ""
    indicators: tuple[IndicatorId, ...] = field(default=(), converter=frozen_items)
    observations: tuple[Observation, ...] = field(default=(), converter=frozen_items)
    marks: tuple[Mark, ...] = field(default=(), converter=frozen_items)
    links: tuple[ActivityLink, ...] = field(default=(), converter=frozen_items)
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    remarks: str = ""
    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)
    origins: tuple[RowOrigin, ...] = field(default=(), converter=frozen_items)
    earlier: tuple[EarlierValue, ...] = field(default=(), converter=frozen_items)
    since: tuple[tuple[str, Moment], ...] = field(default=(), converter=frozen_items)

    def origin_of(self, key: str) -> Origin | None:
        """Return the cell in which the field *key* was read, or None."""
        return cell_in(self.origins, key)

    def observation_on(self, day: date | None = None) -> Observation | None:
        """Return the newest report that was surely made by *day*.

        A report dated only by its year is surely made by the last day of that year.
        An undated report gives way to any dated one and counts only when no day is
        asked for.

        Args:
            day: The day as of which to look; the newest report when not given.
        """
        made = self.observations
        if day is not None:
            made = tuple(o for o in made if o.as_of and o.as_of.end <= day)
        return in_order(made)[-1] if made else None

    def is_led_by(self, country: CountryCode) -> bool:
        """Say whether *country* leads or co-leads, alone or with others.

        All member states together do not count as each of them leading.
        """
        return any(party.is_country(country) for party in self.leads + self.co_leads)

    @property
    def is_owed_by_all(self) -> bool:
        """Whether every member state owes it."""
        return any(party.kind is PartyKind.ALL_MEMBERS for party in self.leads)

    def node_in(self, framework: FrameworkId) -> tuple[PlanReference, ...]:
        """Return the references that name a node of *framework*."""
        named = (r for r in self.references if r.framework == framework)
        return tuple(r for r in named if r.node is not None)


def in_order(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Sort *observations* oldest first; undated ones come before all others."""
    several = len(observations) > 1
    return tuple(sorted(observations, key=_age)) if several else observations


def _age(observation: Observation) -> tuple[date, date]:
    when = observation.as_of
    return (date.min, date.min) if when is None else (when.end, when.start)
