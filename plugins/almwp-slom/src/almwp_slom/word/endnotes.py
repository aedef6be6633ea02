"""Evidence as Word's own endnotes: marks in the text, and the notes they lead to."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field

from almwp.drawing.xmltext import in_attribute
from almwp.errors import Translate
from almwp.exporting.evidence import (
    NoteInWords,
    Origins,
    evidence_of,
    how_to_ask,
    marks_of,
)
from almwp.model.report import Report
from almwp_slom.word.markup import (
    DECLARATION,
    NAMESPACES,
    bookmarked,
    paragraph,
    runs,
)
from almwp_slom.word.markup import field as word_field

_REFERENCE = "EndnoteReference"
_LETTERS_A_LINE = 80
_LINES_BETWEEN = 20
"""After so many lines of notes a notice is repeated; a page holds twice as many."""
_WITH_NEXT, _IN_ONE = "<w:keepNext/>", "<w:keepLines/>"
_RULED_OFF = (("separator", -1), ("continuationSeparator", 0))


@define
class Marks:
    """The marks of one document, while its body is written in the order of reading.

    Word counts notes by where they are first referred to, which is how the marks are
    numbered; so the first mark of each note is its note, and later ones point there.
    """

    marks: Mapping[Origins, int]
    is_compact: bool = False
    """Whether the notes stand at the end of the text, which is not Word's own way."""
    _seen: set[int] = field(factory=set, init=False)

    @classmethod
    def of(cls, report: Report) -> "Marks":
        """Return the marks of *report*."""
        marks = marks_of(evidence_of(report))
        return cls(marks=marks, is_compact=report.is_compact)

    def mark(self, origins: Origins) -> str:
        """Return the mark for what was read in these cells; nothing for none."""
        if not origins:
            return ""
        mark = self.marks[origins]
        if self.is_compact:
            place = in_attribute(note_name(mark))
            link = runs(f"[{mark}]", _REFERENCE)
            return f'<w:hyperlink w:anchor={place} w:history="1">{link}</w:hyperlink>'
        if mark in self._seen:
            found = word_field(
                f" NOTEREF {note_name(mark)} \\h ", str(mark), _REFERENCE
            )
        else:
            self._seen.add(mark)
            look = f'<w:rPr><w:rStyle w:val="{_REFERENCE}"/></w:rPr>'
            found = f'<w:r>{look}<w:endnoteReference w:id="{mark}"/></w:r>'
            found = bookmarked(found, note_name(mark), mark)
        # In brackets, as a raised number behind a number would be read as its power.
        return f"{runs('[', _REFERENCE)}{found}{runs(']', _REFERENCE)}"

    def line(self, groups: Iterable[Origins], say: Translate) -> str:
        """Return a line of marks for what has no words of its own to carry them."""
        marks = "".join(self.mark(group) for group in groups)
        if not marks:
            return ""
        return paragraph("FigureKey", runs(f"{say('Evidence')} ") + marks, _WITH_NEXT)


def endnotes_xml(notes: Sequence[NoteInWords], say: Translate, notice: str = "") -> str:
    """Return the part that holds the notes.

    Args:
        notes: The notes, in their order.
        say: Puts a phrase into the language of the paper.
        notice: What stands on every page.  LibreOffice before 24 sets the notes on
            pages without a header, so it is repeated between the notes, often enough
            that no page is without it.
    """
    written, lines = [], _LINES_BETWEEN
    for place, note in enumerate(notes, start=1):
        words = "; ".join(note.cells)
        lines += 1 + len(words) // _LETTERS_A_LINE
        is_due = bool(notice) and (lines > _LINES_BETWEEN or place == len(notes))
        lines = 0 if is_due else lines
        written.append(_note(note.mark, words, notice if is_due else ""))
    return (
        f"{DECLARATION}<w:endnotes {NAMESPACES}>{_separators(say)}"
        f"{''.join(written)}</w:endnotes>"
    )


def _separators(say: Translate) -> str:
    """Return what stands above the notes: Word takes any words there."""
    heading = paragraph("EndnoteHeading", runs(say("Evidence")))
    heading += paragraph("EndnoteText", runs(f"{how_to_ask(say)}."))
    drawn = {
        "separator": heading,
        "continuationSeparator": paragraph("EndnoteText", ""),
    }
    return "".join(
        f'<w:endnote w:type="{kind}" w:id="{number}">{drawn[kind]}</w:endnote>'
        for kind, number in _RULED_OFF
    )


def _note(mark: int, words: str, notice: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="{_REFERENCE}"/></w:rPr>'
    number = f"<w:r>{look}<w:endnoteRef/></w:r>"
    text = number + runs(f" {words}")
    lines = paragraph("EndnoteText", text, _WITH_NEXT if notice else "")
    if notice:  # the last line of the last one would be a page of its own
        lines += paragraph("EndnoteText", runs(notice, "Strong"), _IN_ONE)
    return f'<w:endnote w:id="{mark}">{lines}</w:endnote>'


def note_name(mark: int) -> str:
    """Return the name of the place of a note, to which its marks lead."""
    return f"_Evidence{mark}"
