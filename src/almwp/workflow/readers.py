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
from almwp.workflow.files import takes

_HEAD = 4096


def reader_for(path: Path, content: bytes, plugins: Plugins) -> Reader:
    """Return the reader that takes a file by its name, else by its first bytes.

    Raises:
        UnreadableFileError: No reader takes it.
    """
    for reader in plugins.readers.values():
        if takes(reader.patterns, path):
            return reader
    head = content[:_HEAD]
    for name, reader in plugins.readers.items():
        if guard(plugins.readers.provider_of(name), partial(reader.sniff, head)):
            return reader
    known = ", ".join(p for reader in plugins.readers.values() for p in reader.patterns)
    raise UnreadableFileError(
        str(path),
        "no reader is installed for files of this kind (known: {kinds})",
        kinds=known or "none",
    )


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
