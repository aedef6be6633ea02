"""Files of plain text, for their readers: decoded strictly, and rows of their words."""

from collections.abc import Iterable

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Cell, CellKind, Row
from almwp.intake.limits import Limits


def text_of(content: bytes, name: str, limits: Limits) -> str:
    """Return the text of a file in UTF-8, without a mark before it.

    Args:
        content: The bytes of the file.
        name: Its name.
        limits: How much it may ask of the machine.

    Raises:
        UnreadableFileError: It is larger than the limits allow, or not in UTF-8.
    """
    if len(content) > limits.file_bytes:
        raise UnreadableFileError(
            name,
            "the file is larger than {most} bytes (limit {limit})",
            most=f"{limits.file_bytes:,}",
            limit="file_bytes",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(
            name,
            "line {line} is not text in UTF-8; save the file as UTF-8 and send it"
            " again",
            line=f"{line:,}",
        ) from None


def row_of_texts(number: int, texts: Iterable[str]) -> Row:
    """Return the cells of a row in which texts stand, from column A on.

    Args:
        number: The number of the row, from 1, as a person counts it.
        texts: One for each column; an empty one is no cell.

    Returns:
        The cells; none where all texts are empty, and no row is told then.
    """
    return tuple(
        Cell(row=number, column=column, kind=CellKind.TEXT, text=text)
        for column, text in enumerate(texts, start=1)
        if text
    )
