"""What a country has prepared for one meeting, put together from its own files."""

from enum import StrEnum

from attrs import field, frozen

from almwp.model.fields import frozen_items, texts
from almwp.model.moment import Moment
from almwp.model.position import AgendaStance, Ask, Piece, Proposal
from almwp.model.source import Origin


class Use(StrEnum):
    """What became of a file when a position was put together.

    What is *doubtful* counts beside another file of which nobody knows whether it is
    the newer one.  What is for an *unknown meeting* does not count, and yet nothing
    that it contradicts goes to the meeting.
    """

    USED = "used"
    DOUBTFUL = "doubtful version"
    OLDER = "older version"
    OTHER_MEETING = "another meeting"
    UNKNOWN_MEETING = "unknown meeting"

    @property
    def counts(self) -> bool:
        """Whether what the file says is the country's position."""
        return self in (Use.USED, Use.DOUBTFUL)


class WhyHeld(StrEnum):
    """Why something that one file clears for the meeting does not go there."""

    NOT_CLEARED = "not cleared everywhere"
    DIFFERS = "said in different ways"
    MISSING = "missing in a file that may be newer"


@frozen(kw_only=True)
class Held:
    """What one file clears for the meeting, and is held back for what another says.

    Attributes:
        rows: The rows that are held back.
        why: Why.
        cells: Where all that is said of it was read.
    """

    rows: tuple[AgendaStance | Proposal | Ask, ...] = field(converter=frozen_items)
    why: WhyHeld
    cells: tuple[Origin, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Part:
    """One file of the country that speaks of a meeting.

    Attributes:
        file: The file's name without its folder.
        sha256: Fingerprint of the file's bytes.
        institution: Who sent it.
        version: Its version, as its makers count.
        as_of: The day of which it speaks.
        meeting: The meeting for which it was made, in its own words.
        use: What became of it.
        origins: The cells that say this of it.
    """

    file: str
    sha256: str
    institution: str = ""
    version: str = ""
    as_of: Moment | None = None
    meeting: str = ""
    use: Use = Use.USED
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Prepared:
    """What a country has prepared for one meeting.

    Two parts that say different things of one item are both kept, each as a record.

    Attributes:
        agenda: Its stances; those on one item stand together.
        proposals: Its own proposals.
        joined: Proposals of others on which it says something, and those that others
            lay before the meeting and that name it.
        asks: What it asks and offers.
        objectives: What it wants of the meeting; for the delegation at the widest.
        delegation: Who goes there.
        version: The version of the paper; several where parts count for themselves.
        notice: What is to stand on every page.
        doubts: Facts of the meeting on which the files do not agree with one another
            or with what is known: name of the field, and what is said.
        parts: The files of the country that hold any of this.
        held: What does not go to the meeting, as the files do not agree on it.
        cells: Where facts of its own covers were read: name of the field, and cells.
    """

    agenda: tuple[AgendaStance, ...] = field(default=(), converter=frozen_items)
    proposals: tuple[Proposal, ...] = field(default=(), converter=frozen_items)
    joined: tuple[Proposal, ...] = field(default=(), converter=frozen_items)
    asks: tuple[Ask, ...] = field(default=(), converter=frozen_items)
    objectives: tuple[Piece, ...] = field(default=(), converter=frozen_items)
    delegation: tuple[str, ...] = field(default=(), converter=texts)
    version: str = ""
    notice: str = ""
    doubts: tuple[tuple[str, tuple[str, ...]], ...] = field(
        default=(), converter=frozen_items
    )
    parts: tuple[Part, ...] = field(default=(), converter=frozen_items)
    held: tuple[Held, ...] = field(default=(), converter=frozen_items)
    cells: tuple[tuple[str, tuple[Origin, ...]], ...] = field(
        default=(), converter=frozen_items
    )

    def origins_of(self, key: str) -> tuple[Origin, ...]:
        """Return the cells of the covers in which the fact *key* was read."""
        return dict(self.cells).get(key, ())

    @property
    def says_anything(self) -> bool:
        """Whether the country has prepared anything for the meeting."""
        return bool(self.agenda or self.proposals or self.asks or self.joined)
