"""Bodies and their meetings; host, chair and lead are three different facts."""

from attrs import field, frozen

from almwp.model.fields import frozen_items, is_filled
from almwp.model.ids import BodyId, CountryCode, MeetingId
from almwp.model.moment import Moment
from almwp.model.source import Basis, Source
from almwp.model.text import Text


@frozen(kw_only=True)
class Body:
    """A body of ASEAN labour cooperation.

    Attributes:
        id: Its id, such as ``SLOM-WG``.
        title: Its full name.
        level: Where it stands: ministerial, senior officials, subsidiary...
        reports_to: The body above it.
        since: Since when it exists, in the source's words.
        rhythm: How often it meets, in the source's words.
        rotation: How its chair goes round, in the source's words.
        basis: On what this stands.
        sources: Where it was read.
    """

    id: BodyId = field(validator=is_filled)
    title: Text
    level: str = ""
    reports_to: BodyId | None = None
    since: str = ""
    rhythm: str = ""
    rotation: str = ""
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Meeting:
    """One meeting of a body.

    Attributes:
        id: Its id, such as ``slom-21``.
        body: The body that meets.
        number: Which one it is; None where it has only a name.
        number_basis: On what the number stands.
        name: Its name, where it has one beside the number.
        start: First day, as precisely as known.
        end: Last day.
        place: Where it is held.
        host: The country that hosts it.
        chair: The country that chairs it.
        vice_chair: The country that is vice-chair.
        basis: On what the rest stands.
        sources: Where it was read.
        note: What a careful reader should know.
    """

    id: MeetingId = field(validator=is_filled)
    body: BodyId
    number: int | None = None
    number_basis: Basis = Basis.CONFIRMED
    name: str = ""
    start: Moment
    end: Moment | None = None
    place: str = ""
    host: CountryCode | None = None
    chair: CountryCode | None = None
    vice_chair: CountryCode | None = None
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    note: str = ""

    @property
    def last_day(self) -> Moment:
        """The last day, as precisely as known."""
        return self.end or self.start


@frozen(kw_only=True)
class MeetingFacts:
    """What the sender of a file says of the meeting for which it was made.

    Attributes:
        number: Which meeting of its body it is.
        start: First day, as precisely as known.
        end: Last day.
        place: Where it is held.
        host: The country that hosts it.
        chair: The country that chairs it.
    """

    number: int | None = None
    start: Moment | None = None
    end: Moment | None = None
    place: str = ""
    host: CountryCode | None = None
    chair: CountryCode | None = None
