"""Evidence as Word's own endnotes: marks in the text, and the notes they lead to."""

from collections.abc import Iterable, Mapping

from attrs import define, field

from almwp.drawing.evidence import Origins, evidence_of, marks_of
from almwp.errors import Translate
from almwp.model.report import Report
from almwp_slom.notes import EvidenceNote
from almwp_slom.word.markup import (
    DECLARATION,
    NAMESPACES,
    bookmarked,
    paragraph,
    runs,
)
from almwp_slom.word.markup import field as word_field

_REFERENCE = "EndnoteReference"
_RULED_OFF = (("separator", -1), ("continuationSeparator", 0))


@define
class Marks:
    """The marks of one document, while its body is written in the order of reading.

    Word counts notes by where they are first referred to, which is how the marks are
    numbered; so the first mark of each note is its note, and later ones point there.
    """

    marks: Mapping[Origins, int]
    _seen: set[int] = field(factory=set, init=False)

    @classmethod
    def of(cls, report: Report) -> "Marks":
        """Return the marks of *report*."""
        return cls(marks=marks_of(evidence_of(report)))

    def mark(self, origins: Origins) -> str:
        """Return the mark for what was read in these cells; nothing for none."""
        if not origins:
            return ""
        mark = self.marks[origins]
        if mark in self._seen:
            found = word_field(f" NOTEREF {_name(mark)} \\h ", str(mark), _REFERENCE)
        else:
            self._seen.add(mark)
            look = f'<w:rPr><w:rStyle w:val="{_REFERENCE}"/></w:rPr>'
            found = f'<w:r>{look}<w:endnoteReference w:id="{mark}"/></w:r>'
            found = bookmarked(found, _name(mark), mark)
        # In brackets, as a raised number behind a number would be read as its power.
        return f"{runs('[', _REFERENCE)}{found}{runs(']', _REFERENCE)}"

    def line(self, groups: Iterable[Origins], say: Translate) -> str:
        """Return a line of marks for what has no words of its own to carry them."""
        marks = "".join(self.mark(group) for group in groups)
        if not marks:
            return ""
        kept = "<w:keepNext/>"
        return paragraph("FigureKey", runs(f"{say('Evidence')} ") + marks, kept)


def endnotes_xml(notes: Iterable[EvidenceNote], say: Translate) -> str:
    """Return the part that holds the notes."""
    return (
        f"{DECLARATION}<w:endnotes {NAMESPACES}>{_separators(say)}"
        f"{''.join(map(_note, notes))}</w:endnotes>"
    )


def _separators(say: Translate) -> str:
    """Return what stands above the notes: Word takes any words there."""
    heading = paragraph("EndnoteHeading", runs(say("Evidence")))
    drawn = {
        "separator": heading,
        "continuationSeparator": paragraph("EndnoteText", ""),
    }
    return "".join(
        f'<w:endnote w:type="{kind}" w:id="{number}">{drawn[kind]}</w:endnote>'
        for kind, number in _RULED_OFF
    )


def _note(note: EvidenceNote) -> str:
    look = f'<w:rPr><w:rStyle w:val="{_REFERENCE}"/></w:rPr>'
    number = f"<w:r>{look}<w:endnoteRef/></w:r>"
    words = runs(" " + "; ".join(note.cells))
    return (
        f'<w:endnote w:id="{note.mark}">{paragraph("EndnoteText", number + words)}'
        "</w:endnote>"
    )


def _name(mark: int) -> str:
    return f"_Evidence{mark}"
