"""Marks in the text, and the notes at the end that say where it was read."""

from collections.abc import Mapping

from attrs import define, field, frozen
from markupsafe import Markup, escape

from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.exporting.evidence import (
    NoteInWords,
    Origins,
    evidence_of,
    marks_of,
    notes_in_words,
)
from almwp.model.fields import frozen_items
from almwp.model.report import Report

_NO_MARK = Markup("")


@frozen(kw_only=True)
class FileView:
    """A file that notes speak of."""

    name: str
    sha256: str


@define
class References:
    """The marks of one page, while it is written.

    Attributes:
        marks: The mark of each group of cells.
        name: What a mark is called for those who do not see it, with its number.
    """

    marks: Mapping[Origins, int]
    name: str
    _seen: set[int] = field(factory=set, init=False)

    @classmethod
    def of(cls, report: Report, say: Translate) -> "References":
        """Return the marks of *report*."""
        name = say("evidence {mark}")
        return cls(marks=marks_of(evidence_of(report)), name=name)

    def mark(self, origins: Origins) -> Markup:
        """Return the mark for what was read in these cells; nothing for none.

        A note leads back to the place where its mark stands first.
        """
        if not origins:
            return _NO_MARK
        mark = self.marks[origins]
        place = "" if mark in self._seen else f' id="mark-{mark}"'
        self._seen.add(mark)
        name = escape(self.name.format(mark=mark))
        return Markup(
            f'<sup class="mark"><a href="#evidence-{mark}"{place} aria-label="{name}">'
            f"[{mark}]</a></sup>"
        )


@frozen(kw_only=True)
class Sources:
    """All notes of a page, and the files they speak of."""

    notes: tuple[NoteInWords, ...] = field(converter=frozen_items)
    files: tuple[FileView, ...] = field(converter=frozen_items)


def sources_of(report: Report) -> Sources:
    """Return the notes of *report* with the files of which they speak."""
    cells = [cell for note in evidence_of(report) for cell in note.origins]
    files = dict.fromkeys((cell.file, cell.sha256) for cell in cells)
    return Sources(
        notes=notes_in_words(report),
        files=[FileView(name=harmless(name), sha256=sha) for name, sha in files],
    )
