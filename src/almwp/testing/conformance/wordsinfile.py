"""What a report says, and whether it can be read in a file made from it."""

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Collection, Iterator
from fractions import Fraction

from almwp.drawing.plainly import Plain, plainly
from almwp.exporting.evidence import origins_in
from almwp.model.figures import Figure
from almwp.model.report import (
    Bullets,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

TextOf = Callable[[bytes], str]
"""Reads the words of a file, for formats that are no text."""

_MARKUP = re.compile(r"<[^<>]*>")
_TAME = re.compile(r"\w[\w .,:;/()%-]*")
_NOT_SEEN = re.compile(r"[\s\\\xad\u200b\u2060\ufeff]+")
_DIGITS = 8


def check_words(
    content: bytes, report: Report, text_of: TextOf | None, leaves_out: Collection[str]
) -> None:
    """Check that all that *report* says can be read in *content*.

    Args:
        content: The file.
        report: From what it was made.
        text_of: Reads its words; text and packed XML are read without it.
        leaves_out: What the format cannot carry.

    Raises:
        AssertionError: Naming the first thing that is missing.
    """
    seen = folded(text_of(content) if text_of else _text(content))
    for kind, several in _said(report):
        if kind in leaves_out:
            continue
        is_there = any(folded(words) in seen for words in several)
        where = f"({report.title!r})"
        assert is_there, f"{kind}: {several[0]!r} of the report is not shown {where}"
    for figure in (b for b in plainly(report.blocks) if isinstance(b, Figure)):
        lost = None if "figures" in leaves_out else _missing_of_figure(figure, seen)
        where = f"({report.title!r})"
        assert lost is None, f"figures: {lost!r} of the report is not shown {where}"


def kinds_of_words() -> frozenset[str]:
    """Return what a format may say that it leaves out."""
    return frozenset(_KINDS)


_KINDS = (
    *("title", "subtitle", "headings", "paragraphs", "lists", "notes", "tables"),
    *("captions", "figures", "numbers", "origins", "notice", "order"),
)


def _said(report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what is said: of which kind it is, and the ways in which it may stand."""
    for kind, words in _texts(report):
        # What is not tame is changed on purpose, so that it does no harm.
        if _TAME.fullmatch(words.strip()):
            yield kind, (words,)
    for table in (b for b in plainly(report.blocks) if isinstance(b, Table)):
        for cell in (cell for row in table.rows for cell in row):
            if cell.number is not None:
                yield "numbers", ways_to_write(cell)
    for origin in dict.fromkeys(o for each in origins_in(report.blocks) for o in each):
        for part in (origin.file, origin.sheet, origin.cell):
            yield "origins", (part,)


def _texts(report: Report) -> Iterator[tuple[str, str]]:
    yield "title", report.title
    yield "subtitle", report.subtitle
    yield "notice", report.notice
    for block in plainly(report.blocks):
        yield from _texts_of(block)


def _texts_of(block: Plain) -> Iterator[tuple[str, str]]:
    match block:
        case Heading():
            yield "headings", block.text
        case Paragraph():
            yield "paragraphs", block.text
        case Note():
            yield "notes", block.text
        case Bullets():
            yield from (("lists", item) for item in block.items)
        case Table():
            yield "captions", block.caption
            yield from (("tables", column.heading) for column in block.columns)
            for row in block.rows:
                yield from (("tables", c.text) for c in row if c.number is None)
        case Figure():
            yield "captions", block.caption


def _missing_of_figure(figure: Figure, seen: str) -> str | None:
    """Return what is missing of a figure; its alternative tells all that is in it."""
    alternative = folded(figure.alternative)
    if alternative and alternative in seen:
        return None
    for bar in figure.bars:
        numbers = () if bar.value is None else _written(bar.value)
        several = (bar.text, *numbers) if bar.text else numbers
        for ways in ((bar.label,), several):
            if ways and not any(folded(words) in seen for words in ways):
                return figure.alternative or ways[0]
    return None


def ways_to_write(cell: TableCell) -> tuple[str, ...]:
    """Return the ways in which a cell of a table may be written.

    Args:
        cell: A cell with words or a number.
    """
    return (cell.text, *(() if cell.number is None else _written(cell.number)))


def _written(number: Fraction) -> tuple[str, ...]:
    """Return the ways to write a number: exactly, or its first digits."""
    return str(number), repr(float(number))[:_DIGITS], *_percent(number)


def _percent(number: Fraction) -> tuple[str, ...]:
    percent = number * 100
    return tuple(
        f"{digits.replace('.', sign)}%"
        for digits in (*(f"{float(percent):.{how}}" for how in ("4g", "1f", "0f")),)
        for sign in ".,"
    )


def _text(content: bytes) -> str:
    """Return the words of a file of text, or of one that packs XML."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
        texts = [part.decode(errors="ignore") for part in parts]
    else:
        try:
            texts = [content.decode("utf-8-sig")]
        except UnicodeDecodeError:
            raise AssertionError(
                "the file is no text in UTF-8; say with text_of=... how to read its "
                "words"
            ) from None
    return "\n".join(f"{text}\n{without_markup(text)}" for text in texts)


def without_markup(text: str) -> str:
    """Return the words between the tags of *text*; nothing where it has no markup.

    Args:
        text: A text that may be HTML or XML.
    """
    has_markup = "<" in text or "&" in text
    return html.unescape(_MARKUP.sub("", text)) if has_markup else ""


def folded(words: str) -> str:
    """Return *words* without what a format may add: breaks, blanks, escapes.

    Args:
        words: Words of a report or of a file.
    """
    return _NOT_SEEN.sub("", unicodedata.normalize("NFC", words))
