"""Tell in which column a reference to a plan stands: outcome, area, or neither."""

from collections.abc import Iterable

from almwp.intake.areanodes import area_nodes
from almwp.intake.cells import Cell, CellKind
from almwp.intake.choices import Writing
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework
from almwp.intake.readvalue import read_value
from almwp.model.activity import PlanReference, RowOrigin

PLACES = ("outcome", "area")
"""Keys of the columns that hold a place in the framework of the form."""


def each_place_once(references: Iterable[PlanReference]) -> tuple[PlanReference, ...]:
    """Return *references*, those to a node once however often it was named."""
    seen: set[tuple[str | None, str]] = set()
    kept = []
    for reference in references:
        place = (reference.framework, reference.node or "")
        if not reference.node or place not in seen:
            kept.append(reference)
        seen.add(place)
    return tuple(kept)


def free_keys(origins: Iterable[RowOrigin]) -> list[str]:
    """Return the columns that words without a node can have come from."""
    read = {key for origin in origins for key, _ in origin.columns}
    return [key for key in PLACES if key in read] or [*PLACES]


def place_of(reference: PlanReference, writing: Writing, free: Iterable[str]) -> str:
    """Return the column of a reference to the framework of the form, or nothing.

    Args:
        reference: The reference.
        writing: How words are written.
        free: Columns that words without a node can stand in.
    """
    framework = writing.framework
    if reference.framework != (framework.id if framework else None):
        return ""
    if framework and reference.node is not None:
        outcomes = {node.id for node in framework.outcomes}
        areas = {node.id for node in area_nodes(framework)}
        if reference.node in outcomes:
            return "outcome"
        return "area" if reference.node in areas else ""
    if not reference.words or find_framework(reference.words, writing.lexicon):
        return ""
    return next((key for key in free if _holds(key, reference, writing)), "")


def _holds(key: str, reference: PlanReference, writing: Writing) -> bool:
    """Say whether the words of a reference read back as it in the column *key*."""
    of = field_of(writing.lexicon.columns, key)
    cell = Cell(row=1, column=1, kind=CellKind.TEXT, text=reference.words)
    parsed = read_value(writing.values, of, cell)
    read = None if parsed.is_refused else parsed.value
    return isinstance(read, PlanReference) and read.node is None
