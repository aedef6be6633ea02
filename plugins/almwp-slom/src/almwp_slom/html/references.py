"""Marks in the text, and the notes at the end that say where it was read."""

from collections.abc import Iterable, Mapping

from attrs import define, field, frozen
from markupsafe import Markup, escape

from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.exporting.evidence import (
    NoteInWords,
    Origins,
    in_words,
    marks_of,
)
from almwp.model.fields import frozen_items
from almwp.model.report import Evidence

_NO_MARK = Markup("")
_FEW = 3
"""Cells that stand in a note without being folded away."""


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
    def of(cls, evidence: Iterable[Evidence], say: Translate) -> "References":
        """Return the marks of a page with this evidence."""
        return cls(marks=marks_of(evidence), name=say("evidence {mark}"))

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


def sources_of(evidence: Iterable[Evidence]) -> Sources:
    """Return the notes of a page with the files of which they speak."""
    told = tuple(evidence)
    cells = [cell for note in told for cell in note.origins]
    files = dict.fromkeys((cell.file, cell.sha256) for cell in cells)
    return Sources(
        notes=in_words(told),
        files=[FileView(name=harmless(name), sha256=sha) for name, sha in files],
    )


def notes_markup(notes: Iterable[NoteInWords], say: Translate) -> Markup:
    """Return the items of the list of *notes*: too many for a template each."""
    back, many = say("back to the text, from evidence {mark}"), say("{n} cells")
    return Markup(
        "".join(
            f'<li id="evidence-{note.mark}" value="{note.mark}">'
            f"{_cells_markup(note.cells, many)}"
            f' <a class="back" href="#mark-{note.mark}" '
            f'aria-label="{escape(harmless(back.format(mark=note.mark)))}">↩</a></li>\n'
            for note in notes
        )
    )


def _cells_markup(cells: tuple[str, ...], many: str) -> str:
    if len(cells) <= _FEW:
        return escape("; ".join(cells))
    items = "".join(f"<li>{escape(cell)}</li>\n" for cell in cells)
    summary = escape(harmless(many.format(n=len(cells))))
    return f"<details><summary>{summary}</summary>\n<ul>\n{items}</ul>\n</details>"
