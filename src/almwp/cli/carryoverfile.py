"""Write a carry-over for machines: as JSON, or as CSV for a spreadsheet."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from almwp.cli.datafile import csv_table, is_named_for, plain_cell, write_data
from almwp.errors import CallError
from almwp.model.text import Text
from almwp.plan.carryover import (
    CarriedActivity,
    CarriedOver,
    CarriedProposal,
    NextPlace,
)

COLUMNS = (
    "what",
    "id",
    "reported_as",
    "title",
    "outcome",
    "fate",
    "basis",
    "proposals",
    "successors",
    "continues",
    "places",
    "choices",
    "no_place",
    "question",
    "reasons",
    "cells",
)
"""Columns of the table; several values of a cell stand on lines of their own."""


def refuse_other_endings(path: Path, output: str, given: Iterable[Path]) -> None:
    """Refuse a file that is not named for what would be written into it.

    What was written before is written anew, as by the other commands; only what the
    call itself reads is no place to write to.

    Raises:
        CallError: It is not; a workbook named by mistake would be written over.
    """
    if not is_named_for(path, output):
        raise CallError(
            "the carry-over is written to a file ending in {suffix}, not to '{path}'",
            suffix=f".{output}",
            path=path,
        )
    if any(path.resolve() == each.resolve() for each in given):
        raise CallError(
            "'{path}' is read by this call; name another file with -o", path=path
        )


def write_carried(
    carried: CarriedOver, output: str, path: Path | None, language: str
) -> None:
    """Write *carried* as ``json`` or ``csv`` to *path*, else to standard output.

    Raises:
        UnwritableFileError: The file could not be written.
    """
    from almwp.codec.text import to_json

    text = to_json(carried) if output == "json" else csv_text(carried, language)
    write_data(text, output, path)


def csv_text(carried: CarriedOver, language: str = "en") -> str:
    """Return *carried* as CSV: activities, proposals, then what is of neither."""
    rows = ([*map(plain_cell, row)] for row in _rows(carried, language))
    return csv_table(COLUMNS, rows)


def _rows(carried: CarriedOver, language: str) -> Iterator[list[str]]:
    for activity in carried.activities:
        yield _activity(activity, language)
    for proposal in carried.proposals:
        yield _proposal(proposal, language)
    for other in carried.others:
        fate = "of the next programme" if other.of_next else "of another programme"
        row = ["other", other.id, "", _title(other.title, language), "", fate]
        yield [*row, *([""] * (len(COLUMNS) - len(row)))]


def _activity(activity: CarriedActivity, language: str) -> list[str]:
    return [
        "activity",
        activity.id,
        "; ".join(activity.reported_as),
        _title(activity.title, language),
        activity.outcome or "",
        activity.fate.value,
        activity.basis.value,
        "; ".join(activity.proposals),
        "; ".join(activity.successors),
        "",
        _places(activity.hanging.places, language),
        _places(activity.hanging.choices, language),
        activity.hanging.why,
        activity.question,
        "; ".join(reason.words for reason in activity.reasons),
        "; ".join(dict.fromkeys(str(o) for r in activity.reasons for o in r.origins)),
    ]


def _proposal(proposal: CarriedProposal, language: str) -> list[str]:
    return [
        "proposal",
        proposal.id,
        "",
        _title(proposal.title, language),
        "",
        proposal.part.value,
        "",
        "",
        "",
        "; ".join((*proposal.continues, *proposal.not_found)),
        _places(proposal.hanging.places, language),
        _places(proposal.hanging.choices, language),
        proposal.hanging.why,
        "",
        "",
        "; ".join(str(origin) for origin in proposal.origins),
    ]


def _places(places: Iterable[NextPlace], language: str) -> str:
    return "; ".join(f"{p.node} {_title(p.title, language)}".strip() for p in places)


def _title(title: Text, language: str) -> str:
    return title.in_(language)
