"""Write what a command found as JSON or CSV, to a file or to standard output."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from almwp.cli.saying import hand_on, say
from almwp.errors import CallError
from almwp.exporting.characters import harmless, no_formula


def write_data(text: str, output: str, path: Path | None) -> None:
    """Write *text*, which is ``json`` or ``csv``, to *path*, else to standard output.

    CSV is UTF-8 with lines that end in a line feed, on every machine.  A file begins
    with the byte order mark, without which Excel takes Vietnamese for something else;
    standard output does not, as programs read it.

    Raises:
        UnwritableFileError: The file could not be written.
    """
    from almwp.workflow.writing import write_whole

    if path is not None:
        encoding = "utf-8-sig" if output == "csv" else "utf-8"
        write_whole(path, text.encode(encoding))
        say(path)
    elif output == "csv":
        hand_on(text.encode())  # bytes: no line end is changed on Windows
    else:
        say(text, nl=False)


def is_named_for(path: Path, output: str) -> bool:
    """Say whether *path* has the ending of what would be written into it.

    Raises:
        CallError: What would be written is meant for people, not for a file.
    """
    if output == "text":
        raise CallError("to write a file, say --format csv or --format json")
    return path.suffix.lower() == f".{output}"


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* as CSV below the names of their *columns*."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(columns)
    table.writerows(rows)
    return stream.getvalue()


def plain_cell(words: str) -> str:
    """Return *words* on one line, such that no spreadsheet takes them for a formula."""
    words = " ".join(words.split()) if "\n" in words or "\r" in words else words
    return no_formula(harmless(words))
