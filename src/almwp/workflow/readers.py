"""Find the reader of a file, and have the cells read; its rows come later."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book
from almwp.intake.limits import Limits
from almwp.plugins.guard import guard, guard_result
from almwp.plugins.records import Reader
from almwp.plugins.registry import Plugins
from almwp.workflow.books import looked_over
from almwp.workflow.files import PLAN_SUFFIX, takes
from almwp.workflow.savedplans import is_saved_plan

_HEAD = 4096


def reader_for(path: Path, content: bytes, plugins: Plugins) -> Reader:
    """Return the reader that takes a file by its name, else by its first bytes.

    Where several take its name, the first of them that knows its first bytes does.

    Raises:
        UnreadableFileError: No reader takes it.
    """
    named = [r for r in plugins.readers.values() if takes(r.patterns, path)]
    if len(named) == 1:
        return named[0]
    known_by_bytes = _knowing(path, content, plugins)
    if known_by_bytes is not None and (known_by_bytes in named or not named):
        return known_by_bytes
    if named:
        return named[0]
    known = ", ".join(p for reader in plugins.readers.values() for p in reader.patterns)
    raise UnreadableFileError(
        str(path),
        "no reader is installed for files of this kind (known: {kinds})",
        kinds=known or "-",
    )


def reader_beside_plans(path: Path, content: bytes, plugins: Plugins) -> Reader | None:
    """Return the reader of a file; None for one to be read as a saved plan.

    Saved plans share their ending with other files, such as those of web forms: what
    is no saved plan is for the reader that knows its first bytes.

    Raises:
        UnreadableFileError: No reader takes it.
    """
    if path.suffix.lower() != PLAN_SUFFIX:
        return reader_for(path, content, plugins)
    return None if is_saved_plan(content) else _knowing(path, content, plugins)


def _knowing(path: Path, content: bytes, plugins: Plugins) -> Reader | None:
    """Return the reader that knows the first bytes, best one that takes the name."""
    head = content[:_HEAD]
    every = plugins.readers.values()
    for reader in sorted(every, key=lambda reader: not takes(reader.patterns, path)):
        plugin = plugins.readers.provider_of(reader.name)
        if guard(plugin, partial(reader.sniff, head)):
            return reader
    return None


def cells_of(
    path: Path,
    content: bytes,
    reader: Reader,
    plugins: Plugins,
    limits: Limits,
    on_rows: Callable[[int], object] | None = None,
) -> Book:
    """Read a file; its rows are read later, and under guard as well.

    Args:
        path: The file.
        content: Its bytes.
        reader: What reads it.
        plugins: Those that are loaded.
        limits: How much it may ask for.
        on_rows: Is told every now and then how many rows were read.
    """
    plugin = plugins.readers.provider_of(reader.name)
    name = name_of(path)
    book = guard_result(plugin, Book, lambda: reader.read(content, name, limits))
    return looked_over(book, plugin, on_rows)


def name_of(path: Path) -> str:
    """Return the file's name; bytes of it that are no text cannot be written again."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
