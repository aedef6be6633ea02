"""Bring the plain values of a saved plan of an older version to the present one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

VERSION: Final = 2
"""The version of saved plans that this almwp writes."""

_UNDATED = "undated"
_BY_DAY = ("status", "percent")


def brought_up(plain: dict[str, Any], version: int) -> dict[str, Any]:
    """Return a saved plan of an older *version* in the form of the present one.

    What is damaged in it stays as it is, for the reader to name.
    """
    for step in range(version, VERSION):
        plain = {**plain, "version": step + 1}
        if "plan" in plain:
            plain["plan"] = _STEPS[step](plain["plan"])
    return plain


def _from_first(plan: Any) -> Any:
    """Tell contradictions matter by matter: version 1 had one for each field.

    Those of a status or a percentage were of several days; the day is that of the
    report in the same row.  Those of other fields keep their claims together.
    """
    if not isinstance(plan, dict) or not isinstance(plan.get("conflicts"), list):
        return plan
    days = _days_of_rows(plan.get("activities"))
    told: list[Any] = []
    for conflict in plan["conflicts"]:
        told += _by_day(conflict, days)
    return {**plan, "conflicts": told}


def _by_day(conflict: Any, days: Mapping[tuple[str, ...], str]) -> list[Any]:
    if not isinstance(conflict, dict) or conflict.get("field") not in _BY_DAY:
        return [conflict]
    claims = conflict.get("claims")
    if not isinstance(claims, list):
        return [conflict]
    by_day: dict[str, list[Any]] = {}
    for claim in claims:
        origin = claim.get("origin") if isinstance(claim, dict) else None
        by_day.setdefault(days.get(_row_of(origin), ""), []).append(claim)
    if "" in by_day or any(len(same) < 2 for same in by_day.values()):
        return [conflict]  # one of them is not known: nothing is guessed
    return [
        {
            **{key: conflict[key] for key in conflict if key != "claims"},
            "about": day,
            "claims": same,
        }
        for day, same in sorted(by_day.items())
    ]


def _days_of_rows(activities: Any) -> dict[tuple[str, ...], str]:
    """Return the day of the report that stands in each row; none where two stand."""
    days: dict[tuple[str, ...], str] = {}
    for activity in activities if isinstance(activities, list) else ():
        reports = activity.get("observations") if isinstance(activity, dict) else None
        for report in reports if isinstance(reports, list) else ():
            if not isinstance(report, dict):
                continue
            row, day = _row_of(report.get("origin")), report.get("as_of", _UNDATED)
            if row and isinstance(day, str):
                days[row] = day if days.get(row, day) == day else ""
    return days


def _row_of(origin: Any) -> tuple[str, ...]:
    """Return file, sheet and row of a cell; nothing for what is no cell."""
    if not isinstance(origin, dict):
        return ()
    cell = origin.get("cell")
    parts = (origin.get("sha256"), origin.get("sheet"))
    if not isinstance(cell, str) or not all(isinstance(part, str) for part in parts):
        return ()
    return (*(str(part) for part in parts), cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


_STEPS: Mapping[int, Callable[[Any], Any]] = MappingProxyType({1: _from_first})
"""How each older version becomes the next one."""

OLDEST: Final = min(_STEPS)
"""The oldest version that can be read."""
