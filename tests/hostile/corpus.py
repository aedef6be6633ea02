"""All hostile files, each once."""

from collections.abc import Iterator

from tests.hostile import (
    of_archives,
    of_bombs,
    of_foreign,
    of_layouts,
    of_letterheads,
    of_links,
    of_markup,
    of_millions,
    of_objects,
    of_opendocument,
    of_settings,
    of_sheets,
    of_texts,
    of_values,
)
from tests.hostile.hostile import Hostile

_FAMILIES = (
    of_archives,
    of_bombs,
    of_millions,
    of_markup,
    of_links,
    of_sheets,
    of_foreign,
    of_opendocument,
    of_texts,
    of_values,
    of_layouts,
    of_objects,
    of_settings,
    of_letterheads,
)


def all_files() -> Iterator[Hostile]:
    """Give every hostile file; none is made before it is written."""
    for family in _FAMILIES:
        yield from family.files()
