"""Marks in the text, and the notes at the end that say where it was read."""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import define, field, frozen
from markupsafe import Markup

from almwp.drawing.evidence import Origins, evidence_of, marks_of
from almwp.errors import Translate
from almwp.model.fields import frozen_items, texts
from almwp.model.report import Report
from almwp.model.source import Origin
from almwp_slom.characters import harmless

_MARK = Markup(
    '<sup class="mark"><a href="#evidence-{mark}"{place} aria-label="{name}">'
    "[{mark}]</a></sup>"
)
_PLACE = Markup(' id="mark-{}"')
_FINGERPRINT = 12


@frozen(kw_only=True)
class NoteView:
    """A note at the end of a page.

    Attributes:
        mark: Its number.
        cells: The cells in words.
    """

    mark: int
    cells: tuple[str, ...] = field(converter=texts)


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
            return Markup("")
        mark = self.marks[origins]
        place = Markup("") if mark in self._seen else _PLACE.format(mark)
        self._seen.add(mark)
        return _MARK.format(mark=mark, place=place, name=self.name.format(mark=mark))


@frozen(kw_only=True)
class Sources:
    """All notes of a page, and the files they speak of."""

    notes: tuple[NoteView, ...] = field(converter=frozen_items)
    files: tuple[FileView, ...] = field(converter=frozen_items)


def sources_of(report: Report) -> Sources:
    """Return the notes of *report* with the files of which they speak."""
    evidence = evidence_of(report)
    cells = [origin for note in evidence for origin in note.origins]
    files = dict.fromkeys((cell.file, cell.sha256) for cell in cells)
    ambiguous = _several(name for name, _ in files)
    return Sources(
        notes=[
            NoteView(mark=n.mark, cells=[_in_words(o, ambiguous) for o in n.origins])
            for n in evidence
        ],
        files=[FileView(name=harmless(name), sha256=sha) for name, sha in files],
    )


def _several(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name, count in Counter(names).items() if count > 1)


def _in_words(origin: Origin, ambiguous: frozenset[str]) -> str:
    words = harmless(str(origin))
    if origin.file not in ambiguous:
        return words
    return f"{words} ({origin.sha256[:_FINGERPRINT]})"
