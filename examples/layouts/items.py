"""Load the sourced activities from which the example submissions are made."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen


def _texts(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(items)


def _years(items: Iterable[int]) -> tuple[int, ...]:
    return tuple(items)


@frozen(kw_only=True)
class Report:
    """What was reported of an activity before its newest report."""

    status: str
    status_as_of: str
    source: str


def _reports(items: Iterable[Mapping[str, str]]) -> tuple[Report, ...]:
    return tuple(Report(**item) for item in items)


@frozen(kw_only=True)
class Item:
    """One activity of ``activities.toml``; the file's head explains the fields."""

    id: str
    title: str
    title_basis: str
    title_vi: str = ""
    level: str
    period: str
    leads: tuple[str, ...] = field(default=(), converter=_texts)
    host: str = ""
    bodies: tuple[str, ...] = field(converter=_texts)
    outcome: str = ""
    outcome_basis: str
    area: str = ""
    plan_ref: str = ""
    kind: str
    date: str = ""
    years: tuple[int, ...] = field(default=(), converter=_years)
    time_frame: str = ""
    place: str = ""
    partners: tuple[str, ...] = field(default=(), converter=_texts)
    recurring: bool = False
    status: str = ""
    status_as_of: str = ""
    status_basis: str = ""
    source: str
    other_sources: tuple[str, ...] = field(default=(), converter=_texts)
    note: str = ""
    note_vi: str = ""
    earlier: tuple[Report, ...] = field(default=(), converter=_reports)

    @property
    def title_with_plan(self) -> str:
        """The title; with its plan in brackets where the TVET Council quotes it so."""
        is_quoted = self.source.startswith("https://atc.sea-vet.net/")
        return f"{self.title} ({self.plan_ref})" if is_quoted else self.title

    @property
    def venue(self) -> str:
        """Its place as it begins a cell, with a capital."""
        return self.place[:1].upper() + self.place[1:]

    @property
    def sources(self) -> str:
        """All its public pages, one on each line."""
        return "\n".join((self.source, *self.other_sources))


def load_items(path: Path) -> dict[str, Item]:
    """Return the activities of *path* by id."""
    plain: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    items = [Item(**entry) for entry in plain["activity"]]
    return {item.id: item for item in items}
