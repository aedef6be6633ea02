"""Notes of a short paper: a few small lines at its end instead of endnotes."""

from collections.abc import Iterator

from almwp.errors import Translate
from almwp.exporting.evidence import (
    NoteInWords,
    compact_notes,
    made_from,
    made_from_title,
)
from almwp.model.report import Report
from almwp_slom.word.endnotes import note_name
from almwp_slom.word.markup import bookmarked, paragraph, runs


def small_notes_xml(report: Report, say: Translate) -> str:
    """Return the notes of *report*, one behind the other, and what it was made from."""
    return "".join(_paragraphs(report, say))


def _paragraphs(report: Report, say: Translate) -> Iterator[str]:
    notes = compact_notes(report)
    if notes:
        title = runs(f"{say('Evidence')}: ", "Strong")
        yield paragraph("SmallNotes", title + runs(" ").join(map(_note, notes)))
    told = made_from(report)
    if told:
        title = runs(f"{made_from_title(say)}: ", "Strong")
        yield paragraph("SmallNotes", title + runs("; ".join(told) + "."))


def _note(note: NoteInWords) -> str:
    words = f"[{note.mark}] {'; '.join(note.cells)}."
    return bookmarked(runs(words), note_name(note.mark), note.mark)
