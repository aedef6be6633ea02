"""Workbooks whose difficulty is how the file itself was written."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Formula, Sheet
from tests.corpus.rawparts import (
    inline,
    replaced,
    strict,
    with_dimension,
    with_phantom_rows,
    without_addresses,
    without_results,
)
from tests.corpus.reports import (
    ABOUT,
    HEADINGS,
    LINES,
    TITLES,
    at,
    column,
    plain,
    read,
)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    for number, (name, difficulty, edit) in enumerate(_FORMS, start=150):
        yield Book(
            f"{number}-{name}",
            difficulty,
            [Sheet([*LINES, list(HEADINGS), *plain(3)])],
            read(3, status="ongoing", leads=["VN"]),
            about=ABOUT,
            edit=edit,
        )
    yield from _cells()


_FORMS: tuple[tuple[str, str, Any], ...] = (
    ("strict", "the file is written in the strict form of the standard", strict),
    ("no-addresses", "cells do not say where they stand", without_addresses),
    ("dimension-too-small", "the sheet claims to have one cell", with_dimension("A1")),
    (
        "dimension-too-large",
        "the sheet claims to fill all rows and columns of Excel",
        with_dimension("A1:XFD1048576"),
    ),
    ("phantom-rows", "empty rows go on to the last row of Excel", with_phantom_rows),
    ("inline-strings", "texts stand in the cells themselves", inline),
)


def _cells() -> Iterator[Book]:
    yield column(
        "160-formula-without-result",
        "the result of a formula was not saved, so nobody can say what it is",
        "Place",
        [(Formula("=A1"), {"place": ""}), ("Hue", {"place": "Hue"})],
        at("ALM213", "E6"),
        edit=without_results,
        more={"fates": {"Report!E6": "refused"}},
    )
    error: list[list[Any]] = [
        [1, Formula("=A99", "#REF!"), "VN", "ongoing"],
        *plain(2)[1:],
    ]
    yield Book(
        "161-error-for-a-title",
        "the title of a row is an error of Excel; the row is kept out for that alone",
        [Sheet([*LINES, list(HEADINGS), *error])],
        [{"title": TITLES[1]}],
        at("ALM212", "B6"),
        ABOUT,
        {"fates": {"Report!B6": "refused", "Report!C6": "refused"}},
    )
    covered = [[1, TITLES[0], "VN", "ongoing"], [2, TITLES[1], "TH", "ongoing"]]
    yield Book(
        "162-value-under-a-merged-cell",
        "a country stands unseen under a cell that is merged over two rows",
        [Sheet([*LINES, list(HEADINGS), *covered], merges=["C6:C7"])],
        [{"title": TITLES[0], "leads": ["VN"]}, {"leads": ["TH"]}],
        [("ALM165", "Report", "C7")],
        ABOUT,
    )
    yield column(
        "163-date-written-out",
        "a date is stored as text of the kind date (t=d), as strict files may",
        "As of",
        [("SEED", {"as_of": "2024-06-30"})],
        edit=_dated,
    )
    yield column(
        "165-never-calculated",
        "a program wrote a formula and a result that it had not calculated",
        "Place",
        [(Formula("=A1", 0), {"place": "0"})],
        [("XL105", None, None)],
        calculated=False,
    )
    yield Book(
        "164-no-workbook",
        "a letter was given the name of a workbook",
        [],
        raw=b"Dear colleagues,\r\nplease find the report below.\r\n",
        findings=[("ALM100", None, None)],
        about={"kind": "unreadable"},
    )


def _dated(parts: dict[str, bytes]) -> dict[str, bytes]:
    strings = parts["xl/sharedStrings.xml"].split(b"<si>")
    place = next(n for n, string in enumerate(strings[1:]) if b"SEED" in string)
    edit = replaced(f't="s"><v>{place}</v>', 't="d"><v>2024-06-30T00:00:00</v>')
    return edit(parts)
