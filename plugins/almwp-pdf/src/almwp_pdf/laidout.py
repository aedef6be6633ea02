"""Blocks of a report as plain data, in the order in which they are read."""

from collections.abc import Iterable

from attrs import define

from almwp.errors import Translate
from almwp.exporting.phrases import basis_in_words
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.report import Block, Bullets, Heading, Note, Pair, Paragraph, Table
from almwp_pdf.columns import (
    HEADING_LINES,
    ROOM,
    ROOM_ACROSS,
    fits_whole,
    longest_word,
    parts,
    widths,
)
from almwp_pdf.letters import Lettering
from almwp_pdf.marks import Marks
from almwp_pdf.pictures import pictures
from almwp_pdf.plaindata import Data
from almwp_pdf.spoken import language_of

_DEEPEST = 6
_FEW = 6
"""Up to how many rows a table stays whole on a page."""
_LED_IN = ("caption", "table", "figure", "bullets")


@define(kw_only=True)
class Laying:
    """The blocks of one document, while they are laid out from first to last.

    Attributes:
        letters: Gives texts as the fonts can show them.
        marks: Gives marks of evidence.
        say: Gives fixed phrases.
        languages: The document's language and its second one.
        headings: How many headings there were so far.
    """

    letters: Lettering
    marks: Marks
    say: Translate
    languages: tuple[str, str]
    headings: int = 0
    _level: int = 0

    def blocks(self, blocks: Iterable[Block], *, flipped: bool) -> list[Data]:
        """Return *blocks* for the template.

        Args:
            blocks: What to lay out.
            flipped: Whether the pages lie across.

        Raises:
            CallError: matplotlib is not installed.
        """
        found: list[Data] = []
        pairs: list[Pair] = []
        for block in blocks:
            if isinstance(block, Pair):
                pairs.append(block)
                continue
            found += self._sides(pairs)
            pairs = []
            found += self._block(block, flipped=flipped)
        found += self._sides(pairs)
        # What leads in to a table stays with it.
        following = [each["kind"] in _LED_IN for each in found[1:]]
        return [
            {**each, "kept": kept}
            for each, kept in zip(found, [*following, False], strict=False)
        ]

    def _block(self, block: Block, *, flipped: bool) -> list[Data]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph() | Bullets() | Note():
                return [self._text(block)]
            case Table():
                return self._table(block, ROOM_ACROSS if flipped else ROOM)
            case Figure() | Timeline() | Grid() | TargetPath() | Flow():
                drawn = pictures(block, self.letters, self.say, flipped=flipped)
                mark = self.marks.mark(block.origins)
                return [{"kind": "figure", "pictures": drawn, "mark": mark}]
            case Pair():
                return self._sides([block])

    def _heading(self, heading: Heading) -> Data:
        # Someone who listens to a paper moves by level: none may be left out.
        self._level = min(heading.level, self._level + 1, _DEEPEST)
        self.headings += 1
        return {
            "kind": "heading",
            "level": self._level,
            "text": self.letters.line(heading.text) or "–",
            "mark": self.marks.mark(heading.origins),
            "begins": heading.starts_page,
        }

    def _text(self, block: Paragraph | Bullets | Note) -> Data:
        mark = self.marks.mark(block.origins)
        match block:
            case Paragraph():
                text = self.letters.lines(block.text)
                return {"kind": "paragraph", "text": text, "mark": mark}
            case Bullets():
                items = [self.letters.lines(item) for item in block.items]
                return {"kind": "bullets", "items": items, "mark": mark}
            case Note():
                basis = block.basis
                return {
                    "kind": "note",
                    "basis": "" if basis is None else basis_in_words(basis, self.say),
                    "text": self.letters.lines(block.text),
                    "mark": mark,
                }

    def _table(self, table: Table, room: int) -> list[Data]:
        mark = self.marks.mark(table.origins)
        caption = self.letters.line(table.caption)
        head: Data = {"kind": "caption", "text": caption, "mark": mark}
        grids = [self._grid(part, room) for part in parts(table) if part.columns]
        return [head, *grids] if caption or mark else grids

    def _grid(self, table: Table, room: int) -> Data:
        sizes = widths(table, room)
        heads = [column.heading for column in table.columns]
        rows: list[Data] = []
        for row in table.rows:
            cells = [
                {
                    "text": self.letters.lines(cell.text),
                    "mark": self.marks.mark(cell.origins),
                }
                for cell in row
            ]
            whole = fits_whole([cell.text for cell in row], sizes)
            rows.append({"cells": cells, "whole": whole})
        return {
            "kind": "table",
            "widths": sizes,
            "longest": [longest_word(size) for size in sizes],
            "right": [column.is_number for column in table.columns],
            "head": [self.letters.line(head) for head in heads],
            "repeat": fits_whole(heads, sizes, lines=HEADING_LINES),
            "rows": rows,
            "together": len(rows) <= _FEW and all(row["whole"] for row in rows),
        }

    def _sides(self, pairs: Iterable[Pair]) -> list[Data]:
        """Return texts in two languages that follow one another: rows of one grid."""
        first, second = self.languages
        rows = [
            {
                "texts": [self._text(pair.left), self._text(pair.right)],
                "whole": fits_whole(
                    [_all_of(pair.left), _all_of(pair.right)], [ROOM / 2.5] * 2
                ),
                "languages": [
                    language_of(pair.left_language or first),
                    language_of(pair.right_language or second),
                ],
            }
            for pair in pairs
        ]
        return [{"kind": "pairs", "rows": rows}] if rows else []


def _all_of(block: Paragraph | Bullets | Note) -> str:
    return "\n".join(block.items) if isinstance(block, Bullets) else block.text
