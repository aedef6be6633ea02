"""What stands after the blocks: evidence, what went in, letters that fonts lack."""

from collections import Counter
from collections.abc import Iterable, Iterator

from almwp.errors import Translate
from almwp.model.manifest import Manifest
from almwp.model.report import Report
from almwp.model.source import Origin
from almwp_pdf.letters import Lettering, stand_in
from almwp_pdf.marks import Marks
from almwp_pdf.plaindata import Data

_FINGERPRINT = 12
"""Digits of a fingerprint that tell two files of the same name apart."""


def evidence_data(
    report: Report, marks: Marks, letters: Lettering, say: Translate
) -> Data | None:
    """Return the notes of *report*, which say where all was read; nothing for none."""
    if not marks.evidence:
        return None
    cells = [origin for note in marks.evidence for origin in note.origins]
    files = dict.fromkeys((cell.file, cell.sha256) for cell in cells)
    count = Counter(name for name, _ in files)
    ambiguous = frozenset(name for name in count if count[name] > 1)
    return {
        "title": say("Evidence"),
        "notes": [
            {
                "number": note.mark,
                "cells": [letters.line(_in_words(o, ambiguous)) for o in note.origins],
            }
            for note in marks.evidence
        ],
    }


def manifest_data(
    report: Report, marks: Marks, letters: Lettering, say: Translate
) -> Data | None:
    """Return what *report* was made from; nothing where it does not say."""
    files = {(file.name, file.sha256) for file in report.manifest.inputs}
    cells = (origin for note in marks.evidence for origin in note.origins)
    named = dict.fromkeys((cell.file, cell.sha256) for cell in cells)
    told = _made_from(report.manifest, [n for n in named if n not in files], say)
    rows = [[letters.line(text) for text in row] for row in told]
    if not rows:
        return None
    return {"title": say("What this paper was made from"), "rows": rows}


def lacking_data(letters: Lettering, say: Translate) -> Data | None:
    """Return what the numbers in the text stand for; nothing where there are none."""
    lacking = letters.lacking()
    if not lacking:
        return None
    return {
        "title": say("Letters that this file cannot show"),
        "words": say(
            "The fonts of this file lack these letters. They are told by their numbers "
            "in Unicode; the same paper as HTML or Word has them."
        ),
        "rows": [[stand_in(number), _numbered(text)] for number, text in lacking],
    }


def _in_words(origin: Origin, ambiguous: frozenset[str]) -> str:
    if origin.file not in ambiguous:
        return str(origin)
    return f"{origin} ({origin.sha256[:_FINGERPRINT]})"


def _made_from(
    manifest: Manifest, further: Iterable[tuple[str, str]], say: Translate
) -> Iterator[tuple[str, str, str]]:
    """Give rows; *further* are files of the evidence that are not among the inputs."""
    inputs = [(file.name, file.sha256) for file in manifest.inputs]
    for name, sha256 in (*inputs, *further):
        yield say("Input (SHA-256)"), name, sha256
    for name, version in manifest.software:
        yield say("Software"), name, version
    for name, value in manifest.settings:
        yield say("Setting"), name, value


def _numbered(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text)
