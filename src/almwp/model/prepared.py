"""What a country has prepared for one meeting, put together from its own files."""

from enum import StrEnum

from attrs import field, frozen

from almwp.model.fields import frozen_items, texts
from almwp.model.moment import Moment
from almwp.model.position import AgendaStance, Ask, Piece, Proposal


class Use(StrEnum):
    """What became of a file when a position was put together."""

    USED = "used"
    OLDER = "older version"
    OTHER_MEETING = "another meeting"


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
    """

    file: str
    sha256: str
    institution: str = ""
    version: str = ""
    as_of: Moment | None = None
    meeting: str = ""
    use: Use = Use.USED


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

    @property
    def says_anything(self) -> bool:
        """Whether the country has prepared anything for the meeting."""
        return bool(self.agenda or self.proposals or self.asks or self.joined)
