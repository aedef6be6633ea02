"""Compare two versions: read both at once, and say in words what changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.errors import AlmwpError, Translate, UnreadableFileError, in_english
from almwp.model.fields import frozen_items
from almwp.model.ids import CountryCode
from almwp.model.workplan import WorkPlan
from almwp.plan.compare import compare
from almwp.plan.comparison import (
    Comparison,
    FieldChange,
    Listing,
    RecordKind,
    Revision,
)
from almwp.plan.merge import merge
from almwp.plugins.registry import Plugins
from almwp.workflow.compared import (
    Compared,
    ComparedCounts,
    ComparedField,
    ComparedRecord,
    ComparedRename,
    ComparedRevision,
)
from almwp.workflow.comparingwords import (
    cell_of,
    difference_of,
    label_of,
    shown,
    suspicion_in_words,
)
from almwp.workflow.files import find_files
from almwp.workflow.oneorseveral import path_of
from almwp.workflow.reading import FileRead, ReadFiles


@frozen(kw_only=True)
class Version:
    """One of two versions, as it was read.

    Attributes:
        files: Its files, read or not.
        plan: What those that could be read say together.
    """

    files: tuple[FileRead, ...] = field(converter=frozen_items)
    plan: WorkPlan

    @property
    def names(self) -> tuple[str, ...]:
        """The files' names."""
        return tuple(file.path.name for file in self.files)

    @property
    def failures(self) -> tuple[AlmwpError, ...]:
        """Why files could not be read."""
        return tuple(file.failure for file in self.files if file.failure)


def versions_of(
    read: ReadFiles, sides: Iterable[Path], plugins: Plugins
) -> tuple[Version, ...]:
    """Return each of *sides*, a file or a folder, with what was read of it.

    Both are read in one go: what a mapping names need be in one of them only.
    """
    known = {file.path: file for file in read.files}
    found = []
    for side in sides:
        try:
            paths = list(find_files([side], plugins))
        except UnreadableFileError:
            paths = [side]
        files = [known[path] for path in paths if path in known]
        found.append(version_of(files))
    return tuple(found)


def version_of(files: Sequence[FileRead]) -> Version:
    """Return the version that *files* are; a plan that was saved stays as it is."""
    plans = [file.plan for file in files if file.plan]
    if len(plans) == len(files) == 1:
        return Version(files=files, plan=plans[0])
    read = ReadFiles(files=files)
    return Version(files=files, plan=merge(read.submissions, read.decisions))


def part_for(plan: WorkPlan, country: CountryCode) -> WorkPlan:
    """Return what *country* sends, leads or co-leads of *plan*."""
    sent = {s.sha256 for s in plan.submissions if s.country == country}
    return evolve(
        plan,
        activities=[
            activity
            for activity in plan.activities
            if activity.is_led_by(country)
            or any(row.sha256 in sent for row in activity.origins)
        ],
        indicators=[
            indicator
            for indicator in plan.indicators
            if indicator.country == country
            or any(row.sha256 in sent for row in indicator.origins)
        ],
        submissions=[
            submission
            if submission.country == country
            else evolve(submission, proposals=(), agenda=(), asks=())
            for submission in plan.submissions
        ],
    )


def compared(
    old: Version,
    new: Version,
    language: str = "en",
    translate: Translate = in_english,
    *,
    country: CountryCode | None = None,
) -> Compared:
    """Return what changed from *old* to *new*, in *language*.

    Args:
        old: The old version.
        new: The new version.
        language: Language of the labels and the words.
        translate: Into that language.
        country: The country whose records are compared; all, when not given.
    """
    plans = [version.plan for version in (old, new)]
    if country is not None:
        plans = [part_for(plan, country) for plan in plans]
    found = compare(*plans)
    revisions = [(each, _revision(each, language, translate)) for each in found.revised]
    return Compared(
        old=old.names,
        new=new.names,
        counts=_counts(found),
        suspicions=[
            suspicion_in_words(each, new.names, language, translate)
            for each in found.suspicions
        ],
        added=[_record(each) for each in found.added],
        no_longer_listed=[_record(each) for each in found.removed],
        withdrawn=[said for each, said in revisions if each.is_withdrawn],
        revised=[s for r, s in revisions if r.changes and not r.is_withdrawn],
        written_differently=[s for r, s in revisions if not r.changes],
        likely_renamed=[
            ComparedRename(
                kind=each.old.kind.value,
                old=each.old.title,
                new=each.new.title,
                old_cell=_cell(each.old),
                new_cell=_cell(each.new),
                alike=each.alike,
                shared=each.shared,
            )
            for each in found.renamed
        ],
    )


def _counts(found: Comparison) -> list[ComparedCounts]:
    """Count the records of each kind; kinds that do not occur are left out."""
    added = Counter(each.kind for each in found.added)
    removed = Counter(each.kind for each in found.removed)
    withdrawn = Counter(r.new.kind for r in found.revised if r.is_withdrawn)
    revised = Counter(
        r.new.kind for r in found.revised if r.changes and not r.is_withdrawn
    )
    writing = Counter(r.new.kind for r in found.revised if not r.changes)
    same = dict(found.unchanged)
    counts = []
    for kind in RecordKind:
        both = withdrawn[kind] + revised[kind] + writing[kind] + same.get(kind, 0)
        if both or added[kind] or removed[kind]:
            counts.append(
                ComparedCounts(
                    kind=kind.value,
                    old=both + removed[kind],
                    new=both + added[kind],
                    added=added[kind],
                    no_longer_listed=removed[kind],
                    withdrawn=withdrawn[kind],
                    revised=revised[kind],
                    written_differently=writing[kind],
                    unchanged=same.get(kind, 0),
                )
            )
    return counts


def _cell(listing: Listing) -> str | None:
    return str(listing.origin) if listing.origin else None


def _record(listing: Listing) -> ComparedRecord:
    return ComparedRecord(
        kind=listing.kind.value,
        id=listing.id,
        title=listing.title,
        cell=_cell(listing),
    )


def _revision(
    revision: Revision, language: str, translate: Translate
) -> ComparedRevision:
    def said(changes: Iterable[FieldChange]) -> list[ComparedField]:
        kind = revision.new.kind
        return [_field(change, kind, language, translate) for change in changes]

    return ComparedRevision(
        kind=revision.new.kind.value,
        id=revision.new.id,
        title=revision.new.title,
        old_cell=_cell(revision.old),
        new_cell=_cell(revision.new),
        changes=said(revision.changes),
        writing=said(revision.writing),
    )


def _field(
    change: FieldChange, kind: RecordKind, language: str, translate: Translate
) -> ComparedField:
    old, new = shown(change.old, translate), shown(change.new, translate)
    if change.is_writing:
        old = change.old.written if change.old else None
        new = change.new.written if change.new else None
    return ComparedField(
        field=change.name.key,
        about=change.name.about,
        label=label_of(change.name, kind, language, translate),
        old=old,
        new=new,
        old_cell=cell_of(change.old),
        new_cell=cell_of(change.new),
        difference=difference_of(change, translate),
        added=change.added,
        removed=change.removed,
        pieces=change.pieces,
    )


def compare_paths(
    old: Path | str | WorkPlan,
    new: Path | str | WorkPlan,
    read: Callable[[list[Path]], ReadFiles],
    plugins: Plugins,
) -> tuple[Version, Version]:
    """Return two versions, those that are files read at once by *read*.

    Raises:
        UnreadableFileError: One of the files could not be read.
    """
    sides = [path_of(s) for s in (old, new) if not isinstance(s, WorkPlan)]
    files = read(sides)
    if files.failures:
        raise files.failures[0]
    versions = iter(versions_of(files, sides, plugins))
    first, second = (
        Version(files=(), plan=side) if isinstance(side, WorkPlan) else next(versions)
        for side in (old, new)
    )
    return first, second
