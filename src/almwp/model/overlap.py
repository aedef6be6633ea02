"""Overlaps and gaps: who leads where, and what looks as if it were done twice."""

from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import exact, frozen_items, is_share, texts
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.score import ScopeKind
from almwp.model.text import Text


@frozen(kw_only=True)
class NamedActivity:
    """An activity and its title."""

    id: ActivityId
    title: Text


@frozen(kw_only=True)
class MemberPart:
    """What one member does in one row of a matrix.

    Attributes:
        country: The member.
        leads: Activities that it leads, alone or jointly.
        co_leads: Activities that it co-leads and does not lead.
    """

    country: CountryCode
    leads: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    co_leads: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class MatrixRow:
    """An outcome or an area, and who leads in it.

    Attributes:
        node: The outcome or area; None for activities that state none.
        number: Its number, empty where not public.
        title: Its title.
        activities: Every activity in it, each once.
        parts: What each member does, one for each member in their order.
        owed_by_all: Activities that all member states lead together.
        led_by_others: Activities led by a body or a partner and by no country.
        without_lead: Activities of which no lead is stated.
        not_settled: Activities on whose lead the files contradict each other, where
            that is all that a reader is told.
        is_sure: Whether the list to which it belongs is known to be complete.
    """

    node: NodeId | None = None
    number: str = ""
    title: Text = Text()
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    parts: tuple[MemberPart, ...] = field(default=(), converter=frozen_items)
    owed_by_all: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    led_by_others: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    without_lead: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    not_settled: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    is_sure: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no activity stands in it."""
        return not self.activities

    @property
    def is_unled(self) -> bool:
        """Whether activities stand in it and nobody leads any of them."""
        return bool(self.activities) and self.activities == self.without_lead


@frozen(kw_only=True)
class Matrix:
    """Members by outcome, or by area.  Nobody is ranked.

    An activity with two areas stands in both rows; *activities* has it once.

    Attributes:
        by: What its rows are: outcomes or areas.
        rows: Each outcome or area in the programme's order, empty ones included.
        activities: Every activity once.
    """

    by: ScopeKind
    rows: tuple[MatrixRow, ...] = field(default=(), converter=frozen_items)
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class LookAlike:
    """Two activities whose titles are alike.  A suggestion; nothing is decided.

    Attributes:
        one: The activity whose id comes first.
        other: The other activity.
        likeness: Share of the words of both titles that they have in common.
        words: The words they share, as the first title has them.
        countries: Countries that lead both, or co-lead or sent what nobody leads.
        one_co_led_by: Who co-leads the first.
        other_co_led_by: Who co-leads the other.
        institutions: The institutions that sent them.
        one_paid_by: Who pays for the first.
        other_paid_by: Who pays for the other.
        one_serves: Plans that the first names.
        other_serves: Plans that the other names.
    """

    one: ActivityId
    other: ActivityId
    likeness: Fraction = field(converter=exact, validator=is_share)
    words: tuple[str, ...] = field(default=(), converter=texts)
    countries: tuple[CountryCode, ...] = field(default=(), converter=frozen_items)
    one_co_led_by: tuple[str, ...] = field(default=(), converter=texts)
    other_co_led_by: tuple[str, ...] = field(default=(), converter=texts)
    institutions: tuple[str, ...] = field(default=(), converter=texts)
    one_paid_by: tuple[str, ...] = field(default=(), converter=texts)
    other_paid_by: tuple[str, ...] = field(default=(), converter=texts)
    one_serves: tuple[FrameworkId, ...] = field(default=(), converter=frozen_items)
    other_serves: tuple[FrameworkId, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Series:
    """Editions of what comes back: no overlap, though their titles are alike.

    Attributes:
        words: What their titles have in common.
        activities: The editions.
    """

    words: str
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class SharedPayer:
    """Somebody who pays for, or supports, several activities that are alike.

    Attributes:
        name: Who.
        activities: The activities, each once.
    """

    name: str
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class SharedBudget:
    """One budget that several activities name.

    Attributes:
        words: The budget in the words of the first of them.
        name: Who pays for all of them.
        activities: The activities.
    """

    words: str
    name: str = ""
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Overlaps:
    """Overlaps and gaps of a work plan.

    Attributes:
        framework: The programme; None where none is known.
        country: The country of whose activities overlaps are told; None for all.
        members: The members, in the order of their rows or columns.
        activities: Every activity that was looked at, once.
        withdrawn: Activities that were withdrawn, and therefore left out.
        matrices: Members by outcome and by area.
        members_without: Members that lead and co-lead nothing.
        look_alikes: Activities that look alike, the most alike first.
        series: Editions of what comes back.
        payers: Who pays for or supports several activities that are alike.
        budgets: Budgets that several activities name.
        crowded: Words in so many titles that not all of these were compared.
    """

    framework: FrameworkId | None = None
    country: CountryCode | None = None
    members: tuple[CountryCode, ...] = field(default=(), converter=frozen_items)
    activities: tuple[NamedActivity, ...] = field(default=(), converter=frozen_items)
    withdrawn: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    matrices: tuple[Matrix, ...] = field(default=(), converter=frozen_items)
    members_without: tuple[CountryCode, ...] = field(default=(), converter=frozen_items)
    look_alikes: tuple[LookAlike, ...] = field(default=(), converter=frozen_items)
    series: tuple[Series, ...] = field(default=(), converter=frozen_items)
    payers: tuple[SharedPayer, ...] = field(default=(), converter=frozen_items)
    budgets: tuple[SharedBudget, ...] = field(default=(), converter=frozen_items)
    crowded: tuple[str, ...] = field(default=(), converter=texts)
