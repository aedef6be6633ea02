"""Read the cells of one file, before anything is made of them."""

import hashlib
from pathlib import Path

from attrs import frozen

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book
from almwp.workflow.readers import cells_of, name_of, reader_for
from almwp.workflow.reading import Reading


@frozen(kw_only=True)
class BookRead:
    """The cells of one file, before anything is made of them.

    Attributes:
        name: The file's name without its folder.
        sha256: Fingerprint of its bytes.
        book: Its cells.
    """

    name: str
    sha256: str
    book: Book


def read_book(path: Path, reading: Reading) -> BookRead:
    """Read the cells of one file.

    Raises:
        UnreadableFileError: It could not be read.
        PluginError: The reader broke.
    """
    try:
        content = reading.content_of(path)
        reader = reader_for(path, content, reading.plugins)
        book = cells_of(path, content, reader, reading.plugins, reading.limits)
    except UnreadableFileError as error:
        raise error.at(str(path)) from error
    digest = hashlib.sha256(content).hexdigest()
    return BookRead(name=name_of(path), sha256=digest, book=book)
