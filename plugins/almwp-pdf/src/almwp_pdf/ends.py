"""What stands after the blocks: evidence, what went in, letters that fonts lack."""

from collections.abc import Iterable, Iterator

from almwp.errors import Translate
from almwp.exporting.evidence import (
    compact_notes,
    how_to_ask,
    made_from,
    made_from_title,
    notes_in_words,
)
from almwp.model.manifest import Manifest
from almwp.model.report import Report
from almwp_pdf.letters import Lettering, stand_in
from almwp_pdf.marks import Marks
from almwp_pdf.plaindata import Data


def evidence_data(
    report: Report, marks: Marks, letters: Lettering, say: Translate
) -> Data | None:
    """Return the notes of *report*, which say where all was read; nothing for none."""
    if not marks.evidence or report.is_compact:
        return None
    return {
        "title": say("Evidence"),
        "ask": letters.line(f"{how_to_ask(say)}."),
        "notes": [
            {
                "number": note.mark,
                "cells": [letters.line(cell) for cell in note.cells],
            }
            for note in notes_in_words(report)
        ],
    }


def manifest_data(
    report: Report, marks: Marks, letters: Lettering, say: Translate
) -> Data | None:
    """Return what *report* was made from; nothing where it does not say."""
    if report.is_compact:
        return None
    files = {(file.name, file.sha256) for file in report.manifest.inputs}
    cells = (origin for note in marks.evidence for origin in note.origins)
    named = dict.fromkeys((cell.file, cell.sha256) for cell in cells)
    told = _made_from(report.manifest, [n for n in named if n not in files], say)
    rows = [[letters.line(text) for text in row] for row in told]
    if not rows:
        return None
    return {"title": made_from_title(say), "rows": rows}


def small_data(report: Report, letters: Lettering, say: Translate) -> Data | None:
    """Return the notes of a short paper and what it was made from, in a few lines."""
    if not report.is_compact:
        return None
    notes = [
        {"number": note.mark, "text": letters.line("; ".join(note.cells))}
        for note in compact_notes(report)
    ]
    told = "; ".join(made_from(report))
    return {
        "title": say("Evidence"),
        "notes": notes,
        "made": made_from_title(say),
        "from": letters.line(told),
    }


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
