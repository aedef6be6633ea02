"""The numbered notes of a paper: the one numbering of every format and language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from attrs import evolve, field, frozen

from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.model.fields import texts
from almwp.model.report import Block, Evidence, Pair, Report, Table
from almwp.model.source import Origin

Origins = tuple[Origin, ...]
_FINGERPRINT = 12
"""Digits of a fingerprint that tell two files of the same name apart."""


@frozen(kw_only=True)
class NoteInWords:
    """A note as a paper prints it.

    Attributes:
        mark: Its number.
        cells: The cells in words, each on one line, in the order of the note.
    """

    mark: int
    cells: tuple[str, ...] = field(converter=texts)


def evidence_of(report: Report) -> tuple[Evidence, ...]:
    """Return the notes of *report*, the same for every format.

    What was read in the same cells has the same mark, wherever it stands.
    """
    found = dict.fromkeys(origins_in(report.blocks))
    return tuple(
        Evidence(mark=mark, origins=origins)
        for mark, origins in enumerate(found, start=1)
    )


def with_evidence(report: Report) -> Report:
    """Return *report* with its notes as data."""
    return evolve(report, evidence=evidence_of(report))


def marks_of(evidence: Iterable[Evidence]) -> Mapping[Origins, int]:
    """Return the mark of each group of cells, to be looked up by ``origins``."""
    return MappingProxyType({note.origins: note.mark for note in evidence})


def origins_in(blocks: Iterable[Block]) -> Iterator[Origins]:
    """Give the origins of blocks and cells that have any, in the order of reading."""
    for block in blocks:
        if isinstance(block, Pair):
            yield from origins_in((block.left, block.right))
            continue
        if block.origins:
            yield block.origins
        if isinstance(block, Table):
            for row in block.rows:
                yield from (cell.origins for cell in row if cell.origins)


def notes_in_words(report: Report) -> tuple[NoteInWords, ...]:
    """Return the notes of *report* as papers print them.

    Where two files have one name, a part of their fingerprints tells them apart.
    """
    return in_words(evidence_of(report))


def in_words(evidence: Iterable[Evidence]) -> tuple[NoteInWords, ...]:
    """Return all notes of a paper as papers print them; see :func:`notes_in_words`."""
    notes = tuple(evidence)
    ambiguous = _shared_names(notes)
    return tuple(
        NoteInWords(
            mark=note.mark, cells=[_in_words(o, ambiguous) for o in note.origins]
        )
        for note in notes
    )


def compact_notes(report: Report) -> tuple[NoteInWords, ...]:
    """Return the notes of *report* in few words: each file and sheet is named once."""
    evidence = evidence_of(report)
    ambiguous = _shared_names(evidence)
    return tuple(
        NoteInWords(
            mark=note.mark,
            cells=[
                ", ".join(_in_words(o, ambiguous) if not n else o.cell for n, o in held)
                for held in (
                    list(enumerate(group))
                    for _, group in groupby(note.origins, key=_sheet)
                )
            ],
        )
        for note in evidence
    )


def made_from_title(say: Translate) -> str:
    """Return what stands above the list of what a paper was made from."""
    return say("What this paper was made from")


def made_from(report: Report) -> tuple[str, ...]:
    """Return what *report* was made from: its inputs, software and settings."""
    manifest = report.manifest
    return (
        *(f"{file.name} ({file.sha256[:_FINGERPRINT]})" for file in manifest.inputs),
        *(f"{name} {version}" for name, version in manifest.software),
        *(f"{name}: {value}" for name, value in manifest.settings),
    )


def how_to_ask(say: Translate) -> str:
    """Tell in one line how a reader learns what stands behind a note."""
    return say(
        "To ask what stands behind a note, such as note 1, type: almwp explain note:1 "
        "FILES, with the options by which this paper was made"
    )


def _shared_names(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Return the names that two of the files of which notes speak share."""
    files = {(o.file, o.sha256) for note in evidence for o in note.origins}
    count = Counter(name for name, _ in files)
    return frozenset(name for name in count if count[name] > 1)


def _sheet(origin: Origin) -> tuple[str, str, str]:
    return origin.file, origin.sha256, origin.sheet


def _in_words(origin: Origin, ambiguous: frozenset[str]) -> str:
    words = " ".join(harmless(str(origin)).split())
    if origin.file not in ambiguous:
        return words
    return f"{words} ({origin.sha256[:_FINGERPRINT]})"
