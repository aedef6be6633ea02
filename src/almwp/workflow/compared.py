"""What ``almwp compare`` says, as it is printed for machines."""

import attrs
from attrs import frozen

from almwp.model.fields import frozen_items
from almwp.model.notebook import shown
from almwp.model.rows import Row, several
from almwp.plan.comparison import TextPiece


@frozen(kw_only=True)
class ComparedRecord:
    """A record that only one version lists.

    Attributes:
        kind: activity, indicator, proposal, agenda item, or ask or offer.
        id: Its id; empty where it has none.
        title: What it is about.
        cell: The cell of its title, or None.
    """

    kind: str
    id: str
    title: str
    cell: str | None


@frozen(kw_only=True)
class ComparedField:
    """A field that two versions give differently.

    Attributes:
        field: Its key.
        about: Of which part, language, year or heading it speaks; empty for all.
        label: Its heading in the language that was asked for.
        old: What the old version says, or None where it is blank.
        new: What the new version says, or None where it is blank.
        old_cell: The cell in the old version, or None.
        new_cell: The cell in the new version, or None.
        difference: By how much a number or a time differs, in words; else empty.
        added: Members of a list that are new.
        removed: Members of a list that are gone.
        pieces: The words of a longer text: kept, removed and added.
    """

    field: str
    about: str
    label: str
    old: str | None
    new: str | None
    old_cell: str | None
    new_cell: str | None
    difference: str = ""
    added: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    removed: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    pieces: tuple[TextPiece, ...] = attrs.field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class ComparedRevision:
    """A record that both versions list, with what differs.

    Attributes:
        kind: activity, indicator, proposal, agenda item, or ask or offer.
        id: Its id in the new version.
        title: What it is about, in the new version.
        old_cell: The cell of its title in the old version, or None.
        new_cell: The cell of its title in the new version, or None.
        changes: Fields whose meaning changed.
        writing: Fields that are only written differently.
    """

    kind: str
    id: str
    title: str
    old_cell: str | None
    new_cell: str | None
    changes: tuple[ComparedField, ...] = attrs.field(default=(), converter=frozen_items)
    writing: tuple[ComparedField, ...] = attrs.field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class ComparedRename:
    """Two records that may be one under a new title: a suggestion, never applied.

    Attributes:
        kind: activity, indicator, proposal, agenda item, or ask or offer.
        old: Its title in the old version.
        new: Its title in the new version.
        old_cell: The cell in the old version, or None.
        new_cell: The cell in the new version, or None.
        alike: How alike the titles are, of 100.
        shared: The words that they share.
    """

    kind: str
    old: str
    new: str
    old_cell: str | None
    new_cell: str | None
    alike: int
    shared: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class ComparedEvidence:
    """One row on which a suspicion rests.

    Attributes:
        title: What the row is about.
        label: The field's heading.
        old: What the old version says, or None where it is blank.
        new: What the new version says, or None where it is blank.
        old_cell: The cell in the old version, or None.
        new_cell: The cell in the new version, or None.
    """

    title: str
    label: str
    old: str | None
    new: str | None
    old_cell: str | None
    new_cell: str | None


@frozen(kw_only=True)
class ComparedSuspicion:
    """A change that is valid as it stands and looks like an accident.

    Attributes:
        code: The rule's code.
        name: The code in words.
        severity: error, warning or note.
        message: What it looks like, in numbers.
        hint: What to do.
        kind: Of which records it speaks.
        fields: Keys of the fields.
        file: The file of the new version.
        sheet: The sheet, or None where it is not known.
        cell: The cells from the first to the last row of the evidence, or None.
        evidence: The rows on which it rests, in the order of the new version.
    """

    code: str
    name: str
    severity: str
    message: str
    hint: str
    kind: str
    fields: tuple[str, ...] = attrs.field(converter=frozen_items)
    file: str
    sheet: str | None
    cell: str | None
    evidence: tuple[ComparedEvidence, ...] = attrs.field(converter=frozen_items)


@frozen(kw_only=True)
class ComparedCounts:
    """How many records of one kind were compared.

    Attributes:
        kind: activity, indicator, proposal, agenda item, or ask or offer.
        old: How many the old version lists.
        new: How many the new version lists.
        added: How many only the new version lists.
        no_longer_listed: How many only the old version lists.
        withdrawn: How many the new version reports as withdrawn.
        revised: How many others changed.
        written_differently: How many are only written differently.
        unchanged: How many are the same.
    """

    kind: str
    old: int
    new: int
    added: int
    no_longer_listed: int
    withdrawn: int
    revised: int
    written_differently: int
    unchanged: int


@frozen(kw_only=True)
class Compared:
    """What ``almwp compare --format json`` prints.

    Attributes:
        old: The files of the old version.
        new: The files of the new version.
        counts: How many records there are of each kind that occurs.
        suspicions: Changes that look like accidents.
        added: Records that only the new version lists.
        no_longer_listed: Records that only the old version lists.
        withdrawn: Activities that the new version reports as withdrawn.
        revised: Other records that changed.
        written_differently: Records that say the same in another way of writing.
        likely_renamed: What may be the same record under a new title.
    """

    old: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    new: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    counts: tuple[ComparedCounts, ...] = attrs.field(default=(), converter=frozen_items)
    suspicions: tuple[ComparedSuspicion, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    added: tuple[ComparedRecord, ...] = attrs.field(default=(), converter=frozen_items)
    no_longer_listed: tuple[ComparedRecord, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    withdrawn: tuple[ComparedRevision, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    revised: tuple[ComparedRevision, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    written_differently: tuple[ComparedRevision, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    likely_renamed: tuple[ComparedRename, ...] = attrs.field(
        default=(), converter=frozen_items
    )

    def rows(self) -> list[Row]:
        """Return every difference as a row of plain values, field by field."""
        rows = [_listed("added", each) for each in self.added]
        rows += [_listed("no longer listed", each) for each in self.no_longer_listed]
        for what, revisions in (
            ("withdrawn", self.withdrawn),
            ("revised", self.revised),
            ("written differently", self.written_differently),
        ):
            for each in revisions:
                rows += _revised(what, each)
        rows += [_renamed(each) for each in self.likely_renamed]
        return rows

    def _repr_html_(self) -> str:
        """Return what differs as a notebook shows it."""
        facts = [f"from {several(self.old)} to {several(self.new)}"]
        facts += [f"{each.code}: {each.message}" for each in self.suspicions]
        columns = ("what", "kind", "id", "title", "label", "old", "new")
        return shown("Differences", facts, self.rows(), columns, of="differences")

    @property
    def is_empty(self) -> bool:
        """Whether the versions say the same, in the same way of writing."""
        changed = (self.withdrawn, self.revised, self.written_differently)
        listed = (self.added, self.no_longer_listed)
        return not any((*listed, *changed, self.suspicions))


def _listed(what: str, record: ComparedRecord) -> Row:
    row = _row(what, record.kind, record.id, record.title)
    place = "new_cell" if what == "added" else "old_cell"
    return row | {place: record.cell or ""}


def _revised(what: str, revision: ComparedRevision) -> list[Row]:
    """Return a row for each field; one for a record that differs in none."""
    row = _row(what, revision.kind, revision.id, revision.title)
    row |= {
        "old_cell": revision.old_cell or "",
        "new_cell": revision.new_cell or "",
    }
    fields = [*revision.changes, *revision.writing]
    return [row | _field(each) for each in fields] or [row]


def _field(field: ComparedField) -> Row:
    return {
        "field": field.field,
        "about": field.about,
        "label": field.label,
        "old": field.old or "",
        "new": field.new or "",
        "difference": field.difference,
        "old_cell": field.old_cell or "",
        "new_cell": field.new_cell or "",
    }


def _renamed(rename: ComparedRename) -> Row:
    return _row("likely renamed", rename.kind, "", rename.new) | {
        "field": "title",
        "old": rename.old,
        "new": rename.new,
        "old_cell": rename.old_cell or "",
        "new_cell": rename.new_cell or "",
    }


def _row(what: str, kind: str, id_: str, title: str) -> Row:
    """Return a row with all columns, those of a field empty."""
    known: Row = {"what": what, "kind": kind, "id": id_, "title": title}
    fields = ("field", "about", "label", "old", "new", "difference")
    return known | dict.fromkeys((*fields, "old_cell", "new_cell"), "")
