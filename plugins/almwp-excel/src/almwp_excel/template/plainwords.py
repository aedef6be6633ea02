"""Words as XlsxWriter is to write them: just as they are."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet


def write_words(
    sheet: Worksheet, row: int, column: int, words: str, look: Format
) -> None:
    """Write *words* into a cell, whatever they look like.

    XlsxWriter takes a text that begins with ``<r>`` and ends with ``</r>`` for markup
    that it made itself, and puts it into the file as it is.  Such a text is given to
    it in two pieces, of which it makes such markup.
    """
    if words.startswith("<r>") and words.endswith("</r>"):
        sheet.write_rich_string(row, column, words[:1], look, words[1:], look)
    else:
        sheet.write_string(row, column, words, look)
