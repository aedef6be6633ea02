"""Frameworks: what a programme wants, in levels whose names change every period."""

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import (
    exact_if_known,
    frozen_items,
    is_filled,
    is_not_negative,
)
from almwp.model.ids import ActivityId, BodyId, CountryCode, FrameworkId, NodeId
from almwp.model.moment import Moment, Period
from almwp.model.party import Party
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Basis, Source, Statement, Tally
from almwp.model.text import Text


class Role(StrEnum):
    """What a level of a framework is for, whatever it is called.

    A topic is a subject that was reported from a meeting.  It is not an adopted part
    of any programme; proposals can be hung on it until there is one.
    """

    OUTCOME = "outcome"
    TARGET = "target"
    PRIORITY_AREA = "priority area"
    TOPIC = "topic"


class FrameworkStatus(StrEnum):
    """How far a framework has come; ``unknown`` where no source tells."""

    ADOPTED = "adopted"
    DRAFT = "draft"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Level:
    """One level of a framework.

    Attributes:
        id: Its name within the framework, such as ``thematic-area``.
        name: What the programme calls it.
        role: What it is for; None for levels such as objectives.
        complete: Whether the nodes given here are all there are; None where nobody
            outside can tell.
        total: How many nodes the programme is said to have, where that is public.
        basis: On what *complete* and *total* stand.
    """

    id: str = field(validator=is_filled)
    name: Text
    role: Role | None = None
    complete: bool | None = None
    total: int | None = None
    basis: Basis = Basis.UNKNOWN


@frozen(kw_only=True)
class Node:
    """An outcome, a target, a priority area or a topic of one framework.

    Attributes:
        id: Its name within the framework.  Where the programme's own number is not
            public the id is ours, and *number* is empty.
        level: Id of its level.
        number: The programme's own number, empty where not public.
        title: Its title.
        title_basis: ``confirmed`` for official wording, ``inferred`` for a
            description in our words.
        parents: Nodes of a higher level to which it belongs.
        placement: On what the link to its parents stands.
        bodies: Bodies that carry it.
        added: When it was added, for a node added while the programme ran.
        raised_by: The country that raised it, for a topic.
        weight: How much it weighs beside the others of its level, for an outcome or a
            priority area; None where no source gives one.
        basis: On what its existence and its weight stand.
        sources: Where it was read.
        note: What a careful reader should know.
    """

    id: NodeId = field(validator=is_filled)
    level: str = field(validator=is_filled)
    number: str = ""
    title: Text
    title_basis: Basis = Basis.CONFIRMED
    parents: tuple[NodeId, ...] = field(default=(), converter=frozen_items)
    placement: Basis = Basis.UNKNOWN
    bodies: tuple[BodyId, ...] = field(default=(), converter=frozen_items)
    added: Moment | None = None
    raised_by: CountryCode | None = None
    weight: Fraction | None = field(
        default=None, converter=exact_if_known, validator=is_not_negative
    )
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    note: str = ""

    def is_there(self, on: Moment | None) -> bool:
        """Say whether it had been added by *on*; None is the newest state."""
        return on is None or self.added is None or self.added.start <= on.end


class SuccessionKind(StrEnum):
    """What becomes of a node or an activity in the next period."""

    CONTINUES = "continues"
    SUCCEEDS = "succeeds"
    SPLITS_INTO = "splits into"
    MERGES_INTO = "merges into"
    CLOSED = "closed"
    NEW = "new"


@frozen(kw_only=True)
class Succession:
    """A link from nodes or activities of one framework to those of another.

    Attributes:
        kind: What kind of link it is.
        old_framework: The earlier framework.
        new_framework: The later framework.
        old: What there was; empty for ``new``.
        new: What there is now; empty for ``closed``.
        basis: On what the link stands.
        sources: Where it was read.
        note: What a careful reader should know.
    """

    kind: SuccessionKind
    old_framework: FrameworkId
    new_framework: FrameworkId
    old: tuple[NodeId | ActivityId, ...] = field(default=(), converter=frozen_items)
    new: tuple[NodeId | ActivityId, ...] = field(default=(), converter=frozen_items)
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    note: str = ""


@frozen(kw_only=True)
class Framework:
    """A work programme, a body's plan or a plan around them.

    Attributes:
        id: Its id, such as ``ALM-WP-2021-2025``.
        title: Its title.
        aliases: Short names under which it occurs, without its years.
        kind: What it is, such as ``alm-work-programme`` or ``subsidiary-work-plan``.
        period: The years it covers; None where no source gives them.
        status: Adopted, draft, or unknown.
        adopted_by: Who adopted it, such as ``26th ALMM``.
        adopted_on: When.
        parent: The framework under which it stands.
        bodies: The bodies that carry it.
        country: The country whose plan it is, for a national plan.
        parties: Those between whom it was agreed, for a plan of two or a few.
        levels: Its levels from the top down.
        nodes: Its nodes, each level from the top down in the programme's order.
        statements: What else is said of it, each on its own basis.
        tallies: Counts of its activities that were reported.
        indicators: The indicators that it sets itself.
        successions: What its nodes come from in the framework before it.
        basis: On what its existence and title stand.
        sources: Where it was read.
        note: What a careful reader should know.

    Raises:
        ValueError: A node is on no level, or has a parent that does not exist.
    """

    id: FrameworkId = field(validator=is_filled)
    title: Text
    aliases: tuple[str, ...] = field(default=(), converter=frozen_items)
    kind: str
    period: Period | None = None
    status: FrameworkStatus
    adopted_by: str = ""
    adopted_on: Moment | None = None
    parent: FrameworkId | None = None
    bodies: tuple[BodyId, ...] = field(default=(), converter=frozen_items)
    country: CountryCode | None = None
    parties: tuple[Party, ...] = field(default=(), converter=frozen_items)
    levels: tuple[Level, ...] = field(default=(), converter=frozen_items)
    nodes: tuple[Node, ...] = field(default=(), converter=frozen_items)
    statements: tuple[Statement, ...] = field(default=(), converter=frozen_items)
    tallies: tuple[Tally, ...] = field(default=(), converter=frozen_items)
    indicators: tuple[ProgrammeIndicator, ...] = field(
        default=(), converter=frozen_items
    )
    successions: tuple[Succession, ...] = field(default=(), converter=frozen_items)
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    note: str = ""

    def __attrs_post_init__(self) -> None:
        levels = {level.id for level in self.levels}
        ids = {node.id for node in self.nodes}
        faults = []
        if len(ids) < len(self.nodes) or len(levels) < len(self.levels):
            faults.append("two nodes or two levels have the same id")
        for node in self.nodes:
            if node.level not in levels:
                faults.append(f"{node.id} is on no level")
            if not ids.issuperset(node.parents):
                faults.append(f"{node.id} has an unknown parent")
        if faults:
            raise ValueError(f"{self.id}: {'; '.join(faults)}")

    @property
    def outcomes(self) -> tuple[Node, ...]:
        """The nodes that are outcomes, whatever the programme calls them."""
        return self.with_role(Role.OUTCOME)

    @property
    def priority_areas(self) -> tuple[Node, ...]:
        """The nodes that are priority (or thematic) areas."""
        return self.with_role(Role.PRIORITY_AREA)

    @property
    def topics(self) -> tuple[Node, ...]:
        """Reported topics, which no meeting has adopted."""
        return self.with_role(Role.TOPIC)

    @property
    def has_all_areas(self) -> bool:
        """Whether the priority areas given here are all there are."""
        levels = [x for x in self.levels if x.role is Role.PRIORITY_AREA]
        return bool(levels) and all(level.complete is True for level in levels)

    def with_role(self, role: Role) -> tuple[Node, ...]:
        """Return the nodes on levels of *role*, in order."""
        levels = {level.id for level in self.levels if level.role is role}
        return tuple(node for node in self.nodes if node.level in levels)

    def node(self, node: NodeId) -> Node | None:
        """Return the node with this id, or None."""
        return next((known for known in self.nodes if known.id == node), None)

    def role_of(self, node: Node) -> Role | None:
        """Return the role of the level on which *node* is."""
        return next(level.role for level in self.levels if level.id == node.level)

    def ancestors(self, node: NodeId) -> tuple[Node, ...]:
        """Return *node* and all that stands above it, nearest first, each once."""
        found: dict[NodeId, Node] = {}
        waiting = [node]
        while waiting:
            known = self.node(waiting.pop(0))
            if known and known.id not in found:
                found[known.id] = known
                waiting.extend(known.parents)
        return tuple(found.values())
