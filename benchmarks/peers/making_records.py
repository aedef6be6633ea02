"""Make records of the rows of a workbook: with pydantic or with cattrs.

It prints the seconds of the processor that making them took, with loading the library.
"""

import datetime
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

import attrs
from python_calamine import load_workbook

from rules import budget_of, day_of, outcome_of, percent_of, status_of


def rows_of(file: str) -> list[dict[str, Any]]:
    """Return the rows as python-calamine reads them."""
    names, *lines = load_workbook(file).get_sheet_by_name("Activities").to_python()
    return [dict(zip(map(str, names), line, strict=True)) for line in lines]


def by_pydantic(rows: list[dict[str, Any]]) -> list[Any]:
    """Return the records, checked."""
    from pydantic import TypeAdapter

    from with_pydantic import Activity

    return TypeAdapter(list[Activity]).validate_python(rows)


@attrs.frozen(kw_only=True)
class Record:
    """One row."""

    title: str = attrs.field(validator=attrs.validators.min_len(1))
    outcome: str
    area: str
    lead: str = attrs.field(validator=attrs.validators.min_len(1))
    body: str
    budget: float | None
    status: str
    as_of: datetime.date | None
    progress: float | None
    extras: dict[str, Any]


_COLUMNS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "title": ("Activity", str),
    "outcome": ("Outcome", outcome_of),
    "area": ("Priority area", str),
    "lead": ("Lead", str),
    "body": ("ASEAN body", str),
    "budget": ("Budget", budget_of),
    "status": ("Status", status_of),
    "as_of": ("Status as of", day_of),
    "progress": ("Progress (%)", percent_of),
}


def by_cattrs(rows: list[dict[str, Any]]) -> list[Any]:
    """Return the records, checked; it stops at the first fault of all."""
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, override

    def hook_of(read: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
        return lambda value, _: read(value)

    converter = Converter(detailed_validation=False)
    named: dict[str, Any] = {
        name: override(rename=column, struct_hook=hook_of(read))
        for name, (column, read) in _COLUMNS.items()
    }
    named["extras"] = override(struct_hook=hook_of(dict))
    hook = make_dict_structure_fn(
        Record, converter, _cattrs_detailed_validation=False, **named
    )
    converter.register_structure_hook(Record, hook)
    known = {column for column, _ in _COLUMNS.values()}
    for row in rows:
        row["extras"] = {name: row[name] for name in row if name not in known}
    return converter.structure(rows, list[Record])


WAYS = {"pydantic": by_pydantic, "cattrs": by_cattrs}


def main(how: str, file: str) -> None:
    """Read the file and make the records."""
    rows = rows_of(file)
    begun = process_time()
    WAYS[how](rows)
    print(process_time() - begun)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
