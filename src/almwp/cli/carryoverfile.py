"""Write a carry-over for machines: as JSON, or as CSV for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

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

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def refuse_other_endings(path: Path, output: str, given: Iterable[Path]) -> None:
    """Refuse a file that is not named for what would be written into it.

    What was written before is written anew, as by the other commands; only what the
    call itself reads is no place to write to.

    Raises:
        CallError: It is not; a workbook named by mistake would be written over.
    """
    if output == "text":
        raise CallError("to write a file, say --format csv or --format json")
    if path.suffix.lower() != f".{output}":
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

    CSV is UTF-8 with lines that end in a line feed.  A file begins with the byte order
    mark, without which Excel takes Vietnamese for something else.

    Raises:
        UnwritableFileError: The file could not be written.
    """
    from almwp.codec import to_json
    from almwp.workflow.writing import write_whole

    text = to_json(carried) if output == "json" else csv_text(carried, language)
    if path is not None:
        encoding = "utf-8-sig" if output == "csv" else "utf-8"
        write_whole(path, text.encode(encoding))
        click.echo(path)
    elif output == "csv":
        click.echo(text.encode(), nl=False)  # bytes: no line end is changed on Windows
    else:
        click.echo(text, nl=False)


def csv_text(carried: CarriedOver, language: str = "en") -> str:
    """Return *carried* as CSV: activities, proposals, then what is of neither."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in _rows(carried, language):
        table.writerow([_plain(cell) for cell in row])
    return stream.getvalue()


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
        "\n".join(activity.reported_as),
        _title(activity.title, language),
        activity.outcome or "",
        activity.fate.value,
        activity.basis.value,
        "\n".join(activity.proposals),
        "\n".join(activity.successors),
        "",
        _places(activity.hanging.places, language),
        _places(activity.hanging.choices, language),
        activity.hanging.why,
        activity.question,
        "\n".join(reason.words for reason in activity.reasons),
        "\n".join(dict.fromkeys(str(o) for r in activity.reasons for o in r.origins)),
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
        "\n".join((*proposal.continues, *proposal.not_found)),
        _places(proposal.hanging.places, language),
        _places(proposal.hanging.choices, language),
        proposal.hanging.why,
        "",
        "",
        "\n".join(str(origin) for origin in proposal.origins),
    ]


def _places(places: Iterable[NextPlace], language: str) -> str:
    return "\n".join(f"{p.node} {_title(p.title, language)}".strip() for p in places)


def _title(title: Text, language: str) -> str:
    return title.in_(language)


def _plain(words: str) -> str:
    """Return *words* such that no spreadsheet takes a line of them for a formula."""
    words = words.replace("\r", " ")
    return f"'{words}" if words.startswith(_FORMULA) else words
