"""Find labels and their values in the lines above a table."""

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from almwp.intake.cells import Cell, CellKind
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.model.fields import frozen_items
from almwp.model.folding import fold

_NUMBERED = re.compile(r"(?P<label>.*?\D)\s+(?P<number>\d+(?:\.\d+)*)\.?\s*", re.DOTALL)
_DATES = frozenset(("date", "ngay", "tanggal", "tarikh"))
"""Words that stand before the date of a paper, folded; it may not be that of which
the paper speaks."""
_COLON = re.compile("[:\uff1a]")


@frozen(kw_only=True)
class Label:
    """What a text is a label of.

    Attributes:
        key: The field.
        number: The number that it ends with: 2 in ``Thematic Area 2``.
        value: What stands behind its colon; None where it has no colon.
        is_sure: Whether it is one of this field only: a bare ``Date`` is not.
    """

    key: str
    number: str = ""
    value: str | None = None
    is_sure: bool = True


@frozen(kw_only=True)
class Line:
    """A label and its value; both may stand in one cell.

    Attributes:
        key: The field.
        value: The cell of the value, with the label's number put before it.
        cells: The cells that make the line up.
        is_sure: Whether the label is one of this field only.
    """

    key: str
    value: Cell
    is_sure: bool = True
    cells: tuple[Cell, ...] = field(converter=frozen_items)


def label_of(text: str, lexicon: Lexicon) -> Label | None:
    """Return what *text* is a label of, or None; a value may stand behind a colon."""
    label, *rest = _COLON.split(text, maxsplit=1)
    value = rest[0].strip() if rest else None
    if key := _key_of(label, lexicon):
        return Label(key=key, value=value)
    if fold(label) in _DATES:
        return Label(key="as_of", value=value, is_sure=False)
    numbered = _NUMBERED.fullmatch(label)
    word = lexicon.cover.get(heading_key(numbered["label"])) if numbered else None
    if numbered and word and word.key in {"outcome", "area"}:
        return Label(key=word.key, number=numbered["number"], value=value)
    return None


def _key_of(label: str, lexicon: Lexicon) -> str:
    """Return the field of a label, or nothing; it may stand in two languages.

    The parts of ``Nước / Country`` must both be labels, and of the same field.
    """
    if word := lexicon.cover.get(heading_key(label)):
        return word.key
    words = [lexicon.cover.get(heading_key(part)) for part in label.split(" / ")]
    keys = {word.key if word else "" for word in words}
    return keys.pop() if len(keys) == 1 else ""


def lines_of(row: Mapping[int, Cell], lexicon: Lexicon) -> Iterator[Line]:
    """Find labels in a row: ``Label: value`` in a cell, or label and value in two.

    A label right before another label has no value.
    """
    cells = list(row.values())
    labels = [label_of(c.text, lexicon) if _is_text(c) else None for c in cells]
    for place, label in enumerate(labels):
        if label and not label.is_sure and not _is_dated(label, cells[place + 1 :]):
            labels[place] = None
    taken = -1
    for place, (cell, label) in enumerate(zip(cells, labels, strict=True)):
        if label is None or place == taken:
            continue
        if label.value:
            text = f"{label.number} {label.value}".strip()
            value = cell._replace(text=text)
            sure = label.is_sure
            yield Line(key=label.key, value=value, cells=(cell,), is_sure=sure)
        elif place + 1 < len(cells) and labels[place + 1] is None:
            taken = place + 1
            after = cells[taken]
            value = after
            if label.number and _is_text(after):
                value = after._replace(text=f"{label.number} {after.text}")
            both = (cell, after)
            sure = label.is_sure
            yield Line(key=label.key, value=value, cells=both, is_sure=sure)
        elif label.number:
            value = cell._replace(text=label.number)
            yield Line(key=label.key, value=value, cells=(cell,))


def _is_dated(label: Label, behind: list[Cell]) -> bool:
    """Say whether a number stands behind the label, as in every date."""
    value = label.value or (behind[0].text if behind else "")
    return any(sign.isdigit() for sign in value)


def _is_text(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT
