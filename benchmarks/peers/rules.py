"""The rules of the peer scripts: what each of them checks, rolls up and writes.

A user who writes such a script knows the columns of his files beforehand and stops at a
list of errors; what a script with a data frame can do at once it does at once.
"""

import datetime
import html
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

STATES = {"completed": "completed", "ongoing": "ongoing", "planned": "planned"}
OUTCOMES = {"1", "2", "3", "4"}
TABLES = ("Outcome", "Priority area", "Lead", "ASEAN body", "Status")
COUNTRY = "Viet Nam"


def percent_of(value: object) -> float | None:
    """Return a percent as a share; None for an empty cell.

    Raises:
        ValueError: It is no percent from 0 to 100.
    """
    if value is None or value == "":
        return None
    if isinstance(value, str):
        share = float(value.strip().removesuffix("%").replace(",", ".")) / 100
    elif isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("no percent")
    else:
        share = float(value)
    if not 0 <= share <= 1:
        raise ValueError("not between 0 and 100")
    return share


def day_of(value: object) -> datetime.date | None:
    """Return a date; None for an empty cell.

    Raises:
        ValueError: It is no date.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        if "/" in value:
            return datetime.datetime.strptime(value, "%d/%m/%Y").date()
        return datetime.date.fromisoformat(value)
    raise ValueError("no date")


def budget_of(value: object) -> float | None:
    """Return an amount; None for an empty cell.

    Raises:
        ValueError: It is no amount.
    """
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return float(value.removeprefix("USD").strip().replace(",", ""))
    return float(value)  # type: ignore[arg-type]


def status_of(value: object) -> str:
    """Return a state.

    Raises:
        ValueError: It is none.
    """
    found = STATES.get(str(value).strip().lower())
    if found is None:
        raise ValueError("no state")
    return found


def outcome_of(value: object) -> str:
    """Return the number of an outcome.

    Raises:
        ValueError: It is none.
    """
    found = str(value).strip().removesuffix(".0")
    if found not in OUTCOMES:
        raise ValueError("no outcome")
    return found


def rolled_up(activities: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return five tables: by outcome, area, country, body and state."""
    tables: dict[str, dict[str, Any]] = {name: {} for name in TABLES}
    for activity in activities:
        for name in TABLES:
            line = tables[name].setdefault(
                activity[name] or "", {"number": 0, "completed": 0, "sum": 0.0, "of": 0}
            )
            line["number"] += 1
            line["completed"] += activity["Status"] == "completed"
            if activity["Progress (%)"] is not None:
                line["sum"] += activity["Progress (%)"]
                line["of"] += 1
    for lines in tables.values():
        for line in lines.values():
            line["mean"] = line["sum"] / line["of"] if line["of"] else None
    return tables


def write_all(
    folder: Path,
    activities: Sequence[Mapping[str, Any]],
    tables: Mapping[str, Mapping[str, Any]],
    errors: Sequence[str],
) -> None:
    """Write what a national position needs: JSON of it all, HTML of one country."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {"activities": activities, "tables": tables, "errors": errors}
    with (folder / "all.json").open("w", encoding="utf-8") as out:
        json.dump(told, out, ensure_ascii=False, default=str)
    own = [each for each in activities if each["Lead"] == COUNTRY]
    names = list(own[0]) if own else []
    lines = [f"<tr>{''.join(f'<th>{html.escape(name)}</th>' for name in names)}</tr>"]
    for each in own:
        cells = (
            html.escape(str(each[n])) if each[n] is not None else "" for n in names
        )
        lines.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    page = f"<!doctype html><meta charset=utf-8><table>{''.join(lines)}</table>"
    (folder / "country.html").write_text(page, encoding="utf-8")
