"""What is found about texts that hold more, or less, than can be seen."""

import re
from collections.abc import Iterable

from almwp.findings import text_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.cells import Cell
from almwp.intake.grid import Grid
from almwp.intake.ownsheets import why_ours
from almwp.model.folding import compose

FULL = 32_767
"""Units of UTF-16 that a cell of Excel can hold."""

_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
# Not what ends a line, which some programs write in odd ways.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000e007f]"
)
_BEGINNING = 40
_NAMED = 5


def find_odd_text(grids: Iterable[Grid], file: str) -> list[Finding]:
    """Say where texts hold marks and characters that nobody sees, or fill their cell.

    Marks and characters are told once for a sheet, at the first cell that has some.

    Args:
        grids: The sheets of the file.
        file: Its name.
    """
    found: list[Finding] = []
    for grid in grids:
        if why_ours(grid):
            continue
        odd = [*grid.packed.at(grid.packed.places_of_texts(_is_odd))]
        place = Location(file=file, sheet=grid.sheet.name)
        found += _once(text_rules.TURNED_TEXT, _TURNS, odd, place)
        found += _once(text_rules.UNSEEN_CHARACTERS, _UNSEEN, odd, place)
        found += [_full(cell, place) for cell in odd if _units(cell.text) >= FULL]
    return found


def _is_odd(text: str) -> bool:
    if _units(text) >= FULL:
        return True
    return not text.isprintable() and bool(_TURNS.search(text) or _UNSEEN.search(text))


def _once(
    rule: Rule, signs: re.Pattern[str], cells: Iterable[Cell], place: Location
) -> list[Finding]:
    has_some = [cell for cell in cells if signs.search(cell.text)]
    if not has_some:
        return []
    first = has_some[0]
    numbers = dict.fromkeys(f"U+{ord(sign):04X}" for sign in signs.findall(first.text))
    named = list(numbers)[:_NAMED] + ["..."] * (len(numbers) > _NAMED)
    at = Location(file=place.file, sheet=place.sheet, cell=first.ref)
    told = ", ".join(named)
    words = compose(first.text).strip()  # as every finding has them
    return [rule.at(at, found=words, expected=told, count=len(has_some))]


def _full(cell: Cell, place: Location) -> Finding:
    at = Location(file=place.file, sheet=place.sheet, cell=cell.ref)
    return text_rules.FULL_CELL.at(
        at,
        found=f"{compose(cell.text[:_BEGINNING])}...",
        expected=f"{FULL}",
        count=_units(cell.text),
    )


def _units(text: str) -> int:
    """Return how long Excel finds *text*; nobody counts where it cannot matter."""
    if len(text) * 2 < FULL:
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
