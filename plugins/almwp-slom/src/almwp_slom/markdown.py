"""Write a report as one Markdown file (CommonMark with pipe tables and footnotes)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from almwp.drawing.plainly import Plain, plainly
from almwp.exporting.characters import lines
from almwp.exporting.evidence import (
    Origins,
    evidence_of,
    how_to_ask,
    marks_of,
    notes_in_words,
)
from almwp.exporting.phrases import basis_in_words, classification
from almwp.model.figures import Bar, Figure
from almwp.model.report import (
    Bullets,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp_slom.bars import bar_in_words, units
from almwp_slom.phrases import phrases_of
from almwp_slom.wording import Wording

_BAR = 20
_MARKUP = re.compile(
    r"[\\`*\[\]<>|~$]"  # wherever they stand
    r"|(?<![^\W_])_|_(?![^\W_])"  # not inside a word, as in an address
    r"|&(?=#|\w)"
    r"|\^\Z"  # the mark of a note may follow
)
_LINE_START = re.compile(r"([#+=:-])|(\d{1,9})([.)])(?!\S)")
_BREAK_IN_CELL = "<br>"
_BREAK = "\\\n"


def render(report: Report) -> bytes:
    """Lay out *report*.  Its text stays text: none of it becomes markup."""
    say = phrases_of(report)
    wording = Wording(language=report.language, say=say)
    chunks = [f"# {_one_line(report.title)}"]
    if report.subtitle.strip():
        chunks.append(_flowing(report.subtitle))
    chunks.append(f"**{_one_line(classification(report.audience, say))}**")
    if report.notice.strip():
        chunks.append(f"**{_one_line(report.notice)}**")
    paper = _Paper(wording=wording, marks=marks_of(evidence_of(report)))
    for block in plainly(report.blocks, say):
        chunks.extend(paper.block(block))
    notes = notes_in_words(report)
    if notes:
        chunks.append(_one_line(f"{how_to_ask(say)}."))
    for note in notes:
        # A word before the cells, or a reader without footnotes takes it for a link.
        said = f"{say('Evidence')}: {'; '.join(note.cells)}"
        chunks.append(f"[^{note.mark}]: {_one_line(said)}")
    return ("\n\n".join(chunks) + "\n").encode("utf-8")


@frozen(kw_only=True)
class _Paper:
    """How one paper speaks, and the marks of its evidence."""

    wording: Wording
    marks: Mapping[Origins, int]

    def block(self, block: Plain) -> Iterator[str]:
        mark = self.mark(block.origins)
        match block:
            case Heading():
                signs = "#" * min(block.level + 1, 6)
                yield f"{signs} {_one_line(block.text)}{mark}"
            case Paragraph():
                yield _flowing(block.text) + mark
            case Bullets():
                items = [_flowing(i).replace("\n", "\n  ") for i in block.items] or [""]
                items[-1] += mark
                yield "\n".join(f"- {item}" for item in items) if any(items) else ""
            case Note():
                yield self.note(block, mark)
            case Table():
                yield from self.table(block, mark)
            case Figure():
                yield from self.figure(block, mark)

    def mark(self, origins: Origins) -> str:
        return f"[^{self.marks[origins]}]" if origins else ""

    def caption(self, caption: str, mark: str) -> Iterator[str]:
        if caption.strip():
            yield f"**{_one_line(caption)}**{mark}"
        elif mark:
            yield f"{self.wording.say('Evidence')}{mark}"

    def note(self, note: Note, mark: str) -> str:
        text = _flowing(note.text) + mark
        if note.basis is not None:
            basis = basis_in_words(note.basis, self.wording.say)
            text = f"**{_one_line(basis)}:** {text}"
        return "\n".join(f"> {line}" for line in text.split("\n"))

    def table(self, table: Table, mark: str) -> Iterator[str]:
        yield from self.caption(table.caption, mark)
        if not table.columns:
            return
        rules = ["--:" if column.is_number else "---" for column in table.columns]
        rows = [[_cell(column.heading) for column in table.columns], rules]
        rows += [[self.cell(cell) for cell in row] for row in table.rows]
        yield "\n".join(map(_pipes, rows))

    def cell(self, cell: TableCell) -> str:
        return _cell(cell.text) + self.mark(cell.origins)

    def figure(self, figure: Figure, mark: str) -> Iterator[str]:
        yield from self.caption(figure.caption, mark)
        if figure.bars:
            say = self.wording.say
            rows = [["", _cell(say("Share")), _cell(say("In words"))], ["---"] * 3]
            for bar in figure.bars:
                words = bar_in_words(bar, self.wording)
                rows.append([_cell(bar.label), _drawn(bar), _cell(words)])
            yield "\n".join(map(_pipes, rows))
        elif figure.alternative.strip():  # the bars already stand here in words
            yield _flowing(figure.alternative)


def _drawn(bar: Bar) -> str:
    part = units(bar, _BAR)
    return "█" * part.sure + "▓" * part.likely + "░" * part.open + "·" * part.rest


def _pipes(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return _joined(text, _BREAK_IN_CELL)


def _one_line(text: str) -> str:
    return _joined(text, " ")


def _flowing(text: str) -> str:
    return _joined(text, _BREAK)


def _joined(text: str, line_break: str) -> str:
    said = (" ".join(line.split()) for line in lines(text))
    return line_break.join(_escaped(line) for line in said if line)


def _escaped(line: str) -> str:
    """Escape what would be markup in *line*, wherever it stands or at its start."""
    start = _LINE_START.match(line)
    if start is None:
        return _MARKUP.sub(_with_backslash, line)
    if start[1]:
        return f"\\{start[1]}{_MARKUP.sub(_with_backslash, line[1:])}"
    rest = _MARKUP.sub(_with_backslash, line[start.end() :])
    return f"{start[2]}\\{start[3]}{rest}"


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
