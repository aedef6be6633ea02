"""Write a scorecard for machines: as JSON, or as CSV for a spreadsheet."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from almwp.cli.datafile import csv_table, is_named_for, plain_cell, write_data
from almwp.errors import CallError, in_english
from almwp.exporting.csvcells import number_cells
from almwp.model.absence import Absence
from almwp.model.score import Score, Scorecard, ScoreLine
from almwp.scoring.missing import ABSENCES, absences_of
from almwp.workflow.figurenames import group_words

_OTHERWISE = "otherwise"
_REASONS = (*(name.replace(" ", "_") for name in ABSENCES), _OTHERWISE)
COLUMNS = (
    "method",
    "framework",
    "as_of",
    "scope",
    "id",
    "title",
    "basis",
    "share",
    "value",
    "value_numerator",
    "value_denominator",
    "absence",
    "low",
    "low_numerator",
    "low_denominator",
    "high",
    "high_numerator",
    "high_denominator",
    "known",
    "total",
    *(f"missing_{name}" for name in _REASONS),
    *(f"left_out_{name}" for name in _REASONS),
)
"""Columns of the table.  A fraction stands in two columns: in one, ``11/16`` would
become a day in November as soon as Excel opens the file.  What has no value is counted
by why, apart from it what does not count; for any other reason, it is ``otherwise``."""


def refuse_other_endings(path: Path, output: str) -> None:
    """Refuse a file that is not named for what would be written into it.

    Raises:
        CallError: It is not; a workbook named by mistake would be written over.
    """
    if not is_named_for(path, output):
        raise CallError(
            "the scores are written to a file ending in {suffix}, not to '{path}'",
            suffix=f".{output}",
            path=path,
        )


def write_scorecard(
    card: Scorecard, output: str, path: Path | None, language: str
) -> None:
    """Write *card* as ``json`` or ``csv`` to *path*, else to standard output.

    Raises:
        UnwritableFileError: The file could not be written.
    """
    from almwp.codec.text import to_json

    text = to_json(card) if output == "json" else csv_text(card, language)
    write_data(text, output, path)


def csv_text(card: Scorecard, language: str = "en") -> str:
    """Return *card* as CSV: the score of each scope, then what belongs to it.

    These are its shares, further figures, and groups of people.
    """
    return csv_table(COLUMNS, _rows(card, language))


def _rows(card: Scorecard, language: str) -> Iterator[list[str]]:
    for line in card.lines:
        yield _row(card, line, "", line.score, language)
        for each in (*line.shares, *line.figures):
            yield _row(card, line, each.name, each.score, language)
        for part in line.groups:
            name = group_words(part.group, in_english)
            yield _row(card, line, name, part.score, language)


def _row(
    card: Scorecard, line: ScoreLine, share: str, score: Score, language: str
) -> list[str]:
    scope = line.scope
    absence = score.value.value if isinstance(score.value, Absence) else ""
    return [
        plain_cell(card.method),
        plain_cell(card.framework or ""),
        str(line.as_of or card.as_of or ""),
        scope.kind.value,
        plain_cell(scope.id),
        plain_cell(scope.title.in_(language)),
        scope.basis.value,
        plain_cell(share),
        *_number(score.value),
        absence,
        *_number(score.low),
        *_number(score.high),
        str(score.known),
        str(score.total),
        *_missing(score),
    ]


def _missing(score: Score) -> Iterator[str]:
    """Give how many parts have no value, and how many do not count, by reason."""
    counts: Counter[tuple[bool, str]] = Counter()
    for each in absences_of(score):
        name = each.absence.replace(" ", "_")
        name = name if name in _REASONS else _OTHERWISE
        counts[each.is_left_out, name] += each.count
    for is_left_out in (False, True):
        yield from (str(counts[is_left_out, name]) for name in _REASONS)


def _number(value: Fraction | Absence) -> tuple[str, str, str]:
    """Return a number as a decimal and as a fraction of two whole numbers."""
    return number_cells(None if isinstance(value, Absence) else value)
