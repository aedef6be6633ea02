"""The national position: what a country will say, and to whom each piece may go."""

from enum import StrEnum

from attrs import field, frozen

from almwp.model.activity import Extra, PlanReference, RowOrigin
from almwp.model.fields import frozen_items, is_filled
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.party import Party
from almwp.model.source import Origin, cell_in
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe


class Audience(StrEnum):
    """Who may read a piece: the ministry, the delegation, or the whole meeting."""

    INTERNAL = "internal"
    DELEGATION = "delegation"
    MEETING = "meeting"

    def may_read(self, piece: "Audience") -> bool:
        """Say whether a paper for this audience may hold a piece meant for *piece*."""
        order = list(Audience)
        return order.index(piece) >= order.index(self)


def is_readable(
    audience: Audience, meant_for: Audience, clearance: "Clearance"
) -> bool:
    """Say whether a paper for *audience* may hold what is meant for another one.

    This is the one rule.  The meeting's paper holds only what is cleared and meant
    for it.
    """
    if audience is Audience.MEETING and clearance is not Clearance.CLEARED:
        return False
    return audience.may_read(meant_for)


def audience_of(audience: Audience | str) -> Audience:
    """Make the name of an audience an audience: nothing else decides who may read.

    Raises:
        ValueError: There is no such audience.
    """
    return Audience(audience)


class Stance(StrEnum):
    """What a country says on an item.  No position is a value, not an absence."""

    SUPPORT = "support"
    SUPPORT_WITH_CHANGES = "support with changes"
    RESERVE = "reserve"
    OPPOSE = "oppose"
    NO_POSITION = "no position"


class Asked(StrEnum):
    """What the meeting is asked to do with an item."""

    INFORMATION = "information"
    CONSIDERATION = "consideration"
    ADOPTION = "adoption"


class Clearance(StrEnum):
    """How far a text has been cleared at home."""

    DRAFT = "draft"
    CONSULTED = "consulted"
    CLEARED = "cleared"


@frozen(kw_only=True)
class Piece:
    """A text with the audience for which it is meant.

    Attributes:
        text: The text.
        audience: The widest audience that may read it.
        clearance: How far it has been cleared.
        cleared_by: Who cleared it.
        origin: The cell in which it was read.
    """

    text: Text
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    clearance: Clearance = Clearance.DRAFT
    cleared_by: str = ""
    origin: Origin | None = None

    def is_for(self, audience: Audience) -> bool:
        """Say whether a paper for *audience* may hold it."""
        return is_readable(audience, self.audience, self.clearance)


@frozen(kw_only=True)
class AgendaStance:
    """What the country will say on one item of the agenda.

    Attributes:
        number: The item's number on the agenda.
        item: The item.
        asked: What the meeting is asked to do.
        stance: The position; None where the paper does not say, which is another thing
            than ``no position``.
        reasons: Why; internal unless said otherwise.
        talking_points: What to say.
        wording: Draft wording to propose.
        fallback: What to accept at the least; never for the meeting.
        speaker: Who speaks.
        clearance: How far the stance has been cleared.
        cleared_by: Who cleared it.
        audience: The widest audience that may read the stance.
        evidence: Activities that bear on it.
        extras: Values of columns without a field.
        origin: The cell in which the item was read.
        origins: The row in which it was read.
    """

    number: str
    item: Text
    asked: Asked | None = None
    stance: Stance | None = None
    reasons: tuple[Piece, ...] = field(default=(), converter=frozen_items)
    talking_points: tuple[Piece, ...] = field(default=(), converter=frozen_items)
    wording: tuple[Piece, ...] = field(default=(), converter=frozen_items)
    fallback: tuple[Piece, ...] = field(default=(), converter=frozen_items)
    speaker: str = ""
    clearance: Clearance = Clearance.DRAFT
    cleared_by: str = ""
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    evidence: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)
    origin: Origin | None = None
    origins: tuple[RowOrigin, ...] = field(default=(), converter=frozen_items)

    def is_for(self, audience: Audience) -> bool:
        """Say whether a paper for *audience* may hold the row."""
        return is_readable(audience, self.audience, self.clearance)

    def origin_of(self, key: str) -> Origin | None:
        """Return the cell in which the field *key* was read, or None."""
        return cell_in(self.origins, key)


@frozen(kw_only=True)
class Proposal:
    """What a country proposes for the next period.

    Attributes:
        id: Its id.
        number: Its number in the sender's list.
        title: Its title.
        framework: The framework for which it is proposed.
        node: The outcome, area or reported topic on which it hangs.
        references: The outcome and the area, in the sender's words too.
        rationale: Why.
        kind: What it is: study, training, workshop...
        leads: Who would lead it.
        co_leads: Who is asked to co-lead.
        partners: Who would support or pay.
        when: When, as precisely as known; None for a stretch that is no one year,
            half, quarter, month or day.
        timeframe: When, in the sender's words and as they were understood.
        output: Its result.
        continues: Activities of the period before that it continues.
        proposed_by: The country that proposes it.
        joining: Whether we join a proposal of another country; None where the paper
            does not say, which is another thing than that we do not.
        view: What we say on a proposal of another country; None where not stated.
        audience: The widest audience that may read it.
        clearance: How far it has been cleared.
        cleared_by: Who cleared it.
        remarks: What the sender adds; for the ministry alone.
        extras: Values of columns without a field.
        origin: The cell in which the title was read.
        origins: The row in which it was read.
    """

    id: str = field(validator=is_filled)
    number: str = ""
    title: Text
    framework: FrameworkId | None = None
    node: NodeId | None = None
    references: tuple[PlanReference, ...] = field(default=(), converter=frozen_items)
    rationale: tuple[Piece, ...] = field(default=(), converter=frozen_items)
    kind: str = ""
    leads: tuple[Party, ...] = field(default=(), converter=frozen_items)
    co_leads: tuple[Party, ...] = field(default=(), converter=frozen_items)
    partners: tuple[Party, ...] = field(default=(), converter=frozen_items)
    when: Moment | None = None
    timeframe: Timeframe = Timeframe()
    output: str = ""
    continues: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    proposed_by: CountryCode | None = None
    joining: bool | None = None
    view: Stance | None = None
    audience: Audience = field(default=Audience.INTERNAL, converter=audience_of)
    clearance: Clearance = Clearance.DRAFT
    cleared_by: str = ""
    remarks: str = ""
    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)
    origin: Origin | None = None
    origins: tuple[RowOrigin, ...] = field(default=(), converter=frozen_items)

    def is_for(self, audience: Audience) -> bool:
        """Say whether a paper for *audience* may hold the row."""
        return is_readable(audience, self.audience, self.clearance)

    def origin_of(self, key: str) -> Origin | None:
        """Return the cell in which the field *key* was read, or None."""
        return cell_in(self.origins, key)


@frozen(kw_only=True)
class Ask:
    """What a country asks of the Secretariat, a member or a partner, or offers.

    Attributes:
        to: Of whom it is asked, or to whom it is offered.
        text: What.
        is_offer: Whether it is an offer.
        extras: Values of columns without a field.
        origins: The row in which it was read.
    """

    to: Party
    text: Piece
    is_offer: bool = False
    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)
    origins: tuple[RowOrigin, ...] = field(default=(), converter=frozen_items)
