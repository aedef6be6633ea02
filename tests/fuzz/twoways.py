"""The quick way to read a workbook and the way by expat: both give the same."""

from typing import Any

from almwp_excel.gatheredcells import GatheredCells
from almwp_excel.plainsheet import gather_plainly
from almwp_excel.preflight import open_package
from almwp_excel.room import Room
from almwp_excel.sharedstrings import SharedStrings, by_expat, read_shared_strings
from almwp_excel.sheet import gather_cells
from almwp_excel.styles import read_styles
from almwp_excel.surroundings import Surroundings
from almwp_excel.workbook import read_workbook

from almwp.errors import UnreadableFileError
from almwp.findings.rule import Location
from almwp.intake.limits import Limits

_AT = Location(file="x.xlsx", sheet="S")


def quickly_read(content: bytes, limits: Limits | None = None) -> list[bool]:
    """Say of each sheet of a workbook whether it is read in the quick way too.

    A workbook that is refused before its sheets are read has none.

    Raises:
        AssertionError: The two ways give different things.
    """
    limits = limits or Limits()
    try:
        package = open_package(content, "x.xlsx", limits)
        workbook = read_workbook(package, limits)
        styles = read_styles(package, workbook.styles, limits)
        strings = read_shared_strings(package, workbook.strings, limits)
    except UnreadableFileError:
        return []
    if workbook.strings is not None:
        slowly = by_expat(package, workbook.strings, limits)
        assert strings == SharedStrings.of(slowly)
    around = Surroundings(
        package=package, styles=styles, strings=strings, limits=limits
    )
    room = Room(limits=limits)
    quick = []
    for tab in workbook.tabs:
        if tab.part is None:
            continue
        known = gather_plainly(around, tab.name, tab.part, room)
        quick.append(known is not None)
        if known is not None:
            slow = gather_cells(around, tab.name, tab.part, room)
            assert _told(known) == _told(slow)
    return quick


def _told(gathered: GatheredCells) -> tuple[Any, ...]:
    """Return all that is known of a sheet after it was read."""
    markup, maker = gathered.markup, gathered.maker
    packed = gathered.packed()
    return (
        list(packed.rows()),
        packed.fault(),
        markup.count,
        markup.in_order,
        markup.merges,
        markup.odd_merges,
        bytes(markup.hidden_columns),
        markup.odd,
        maker.findings(_AT),
        maker.empty_texts,
        gathered.ends.count,
        gathered.characters,
        gathered.formulas,
        gathered.filled,
        gathered.packer.rows,
    )
