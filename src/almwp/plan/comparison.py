"""What changed between two versions of a plan, and what looks like an accident."""

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from almwp.findings.rule import Rule
from almwp.model.fields import frozen_items
from almwp.model.moment import Moment
from almwp.model.source import Origin


class RecordKind(StrEnum):
    """What is compared."""

    ACTIVITY = "activity"
    INDICATOR = "indicator"
    PROPOSAL = "proposal"
    AGENDA = "agenda item"
    ASK = "ask or offer"


@frozen
class FieldName:
    """A field of a record.

    Attributes:
        key: Its key in the field list; ``extra`` for a column without a field.
        about: Of which part, language, year or heading it speaks; empty for all.
    """

    key: str
    about: str = ""


@frozen(kw_only=True)
class Value:
    """What one version says in one field.

    Attributes:
        words: The value in words.
        written: How it was written; where only this differs, the meaning does not.
        sense: What is compared.
        members: The members of a list, in words; None for what is no list.
        number: The number that it is, where it is one.
        moment: The point in time that it is, where it is one.
        origin: The cell in which it stands.
        is_named: Whether *words* are the name of a value of almwp, such as a status.
        is_refused: Whether it was kept out by a finding, and is only quoted here.
    """

    words: str
    written: str
    sense: str
    members: tuple[tuple[str, str], ...] | None = None
    number: Fraction | None = None
    moment: Moment | None = None
    origin: Origin | None = None
    is_named: bool = False
    is_refused: bool = False


class PieceKind(StrEnum):
    """What became of some words of a text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@frozen(kw_only=True)
class TextPiece:
    """Some words of a text, and what became of them."""

    kind: PieceKind
    words: str


@frozen(kw_only=True)
class FieldChange:
    """A field that two versions give differently.

    Attributes:
        name: The field.
        old: What the old version says, or None where it says nothing.
        new: What the new version says, or None where it says nothing.
        is_writing: Whether only capitals, spaces or signs differ, or other words say
            the same.
        added: Members of a list that are new.
        removed: Members of a list that are gone.
        pieces: The words of a text that were kept, removed and added.
    """

    name: FieldName
    old: Value | None = None
    new: Value | None = None
    is_writing: bool = False
    added: tuple[str, ...] = field(default=(), converter=frozen_items)
    removed: tuple[str, ...] = field(default=(), converter=frozen_items)
    pieces: tuple[TextPiece, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Listing:
    """A record as one version lists it.

    Attributes:
        kind: What it is.
        id: Its id in that version.
        title: What it is about.
        origin: The cell of its title, where known.
    """

    kind: RecordKind
    id: str
    title: str
    origin: Origin | None = None


@frozen(kw_only=True)
class Revision:
    """A record that both versions list, with the fields that differ.

    Attributes:
        old: The record in the old version.
        new: The record in the new version.
        changes: Fields whose meaning changed.
        writing: Fields that are only written differently.
        is_withdrawn: Whether the new version reports it as withdrawn, unlike the old.
    """

    old: Listing
    new: Listing
    changes: tuple[FieldChange, ...] = field(default=(), converter=frozen_items)
    writing: tuple[FieldChange, ...] = field(default=(), converter=frozen_items)
    is_withdrawn: bool = False


@frozen(kw_only=True)
class LikelyRename:
    """A record that is gone and one that is new, whose titles are alike.

    It is a suggestion: both stay among those that are gone and those that are new.

    Attributes:
        old: The record that is gone.
        new: The record that is new.
        alike: How alike the titles are, of 100.
        shared: The words that they share.
    """

    old: Listing
    new: Listing
    alike: int
    shared: tuple[str, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Evidence:
    """One row on which a suspicion rests.

    Attributes:
        title: What the row is about.
        name: The field.
        old: What the old version says, or None.
        new: What the new version says, or None.
    """

    title: str
    name: FieldName
    old: Value | None = None
    new: Value | None = None


@frozen(kw_only=True)
class Suspicion:
    """A change that is valid as it stands and looks like an accident.

    Attributes:
        rule: What it looks like.
        kind: Of which records it speaks.
        names: The fields.
        facts: The numbers on which it rests.
        cells: The cells of the fields in the new version; those of the evidence, where
            not given.
        evidence: The rows on which it rests, in the order of the new version.
    """

    rule: Rule
    kind: RecordKind
    names: tuple[FieldName, ...] = field(default=(), converter=frozen_items)
    facts: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)
    cells: tuple[Origin, ...] = field(default=(), converter=frozen_items)
    evidence: tuple[Evidence, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Comparison:
    """What changed from one version of a plan to another.

    Attributes:
        added: Records that only the new version lists.
        removed: Records that only the old version lists.
        revised: Records that both list, of which something differs.
        unchanged: How many records are the same in both, by their kind.
        renamed: What may be the same record under a new title.
        suspicions: Changes that look like accidents.
    """

    added: tuple[Listing, ...] = field(default=(), converter=frozen_items)
    removed: tuple[Listing, ...] = field(default=(), converter=frozen_items)
    revised: tuple[Revision, ...] = field(default=(), converter=frozen_items)
    unchanged: tuple[tuple[RecordKind, int], ...] = field(
        default=(), converter=frozen_items
    )
    renamed: tuple[LikelyRename, ...] = field(default=(), converter=frozen_items)
    suspicions: tuple[Suspicion, ...] = field(default=(), converter=frozen_items)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs, not even in writing."""
        return not (self.added or self.removed or self.revised or self.suspicions)
