"""What the notes of a paper say: the cells behind each mark, in words."""

from collections import Counter
from collections.abc import Iterable

from attrs import field, frozen

from almwp.drawing.evidence import evidence_of
from almwp.model.fields import texts
from almwp.model.report import Report
from almwp.model.source import Origin
from almwp_slom.characters import harmless

_FINGERPRINT = 12
"""Digits of a fingerprint that tell two files of the same name apart."""


@frozen(kw_only=True)
class EvidenceNote:
    """A note of a paper.

    Attributes:
        mark: Its number.
        cells: The cells in words, in the order of the paper.
    """

    mark: int
    cells: tuple[str, ...] = field(converter=texts)


def evidence_notes(report: Report) -> tuple[EvidenceNote, ...]:
    """Return the notes of *report* in the order of their marks."""
    evidence = evidence_of(report)
    files = {(o.file, o.sha256) for note in evidence for o in note.origins}
    ambiguous = _several(name for name, _ in files)
    return tuple(
        EvidenceNote(
            mark=note.mark, cells=[_in_words(o, ambiguous) for o in note.origins]
        )
        for note in evidence
    )


def _several(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name, times in Counter(names).items() if times > 1)


def _in_words(origin: Origin, ambiguous: frozenset[str]) -> str:
    words = " ".join(harmless(str(origin)).split())
    if origin.file not in ambiguous:
        return words
    return f"{words} ({origin.sha256[:_FINGERPRINT]})"
