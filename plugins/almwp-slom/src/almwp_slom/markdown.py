"""Write a report as one Markdown file (CommonMark with pipe tables)."""

import re
from collections.abc import Iterable, Iterator

from almwp.drawing.plainly import Plain, plainly
from almwp.model.figures import Bar, Figure
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report, Table
from almwp_slom.bars import bar_in_words, units
from almwp_slom.characters import lines
from almwp_slom.phrases import basis_in_words, classification, phrases
from almwp_slom.wording import Wording

_BAR = 20
_MARKUP = re.compile(
    r"[\\`*\[\]<>|~$]"  # wherever they stand
    r"|(?<![^\W_])_|_(?![^\W_])"  # not inside a word, as in an address
    r"|&(?=#|\w)"
)
_LINE_START = re.compile(r"([#+=:-])|(\d{1,9})([.)])(?!\S)")
_BREAK_IN_CELL = "<br>"
_BREAK = "\\\n"


def render(report: Report) -> bytes:
    """Lay out *report*.  Its text stays text: none of it becomes markup."""
    say = phrases(report.language)
    wording = Wording(language=report.language, say=say)
    chunks = [f"# {_one_line(report.title)}"]
    if report.subtitle.strip():
        chunks.append(_flowing(report.subtitle))
    chunks.append(f"**{_one_line(classification(report.audience, say))}**")
    if report.notice.strip():
        chunks.append(f"**{_one_line(report.notice)}**")
    for block in plainly(report.blocks, say):
        chunks.extend(_block(block, wording))
    return ("\n\n".join(chunks) + "\n").encode("utf-8")


def _block(block: Plain, wording: Wording) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * min(block.level + 1, 6)} {_one_line(block.text)}"
        case Paragraph():
            yield _flowing(block.text)
        case Bullets():
            items = (_flowing(item).replace("\n", "\n  ") for item in block.items)
            yield "\n".join(f"- {item}" for item in items)
        case Note():
            yield _note(block, wording)
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block, wording)


def _note(note: Note, wording: Wording) -> str:
    text = _flowing(note.text)
    if note.basis is not None:
        text = f"**{_one_line(basis_in_words(note.basis, wording.say))}:** {text}"
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _table(table: Table) -> Iterator[str]:
    if table.caption.strip():
        yield f"**{_one_line(table.caption)}**"
    if not table.columns:
        return
    rules = ["--:" if column.is_number else "---" for column in table.columns]
    head = [column.heading for column in table.columns]
    rows = [[cell.text for cell in row] for row in table.rows]
    yield "\n".join(
        [
            _pipes(map(_cell, head)),
            _pipes(rules),
            *(_pipes(map(_cell, r)) for r in rows),
        ]
    )


def _figure(figure: Figure, wording: Wording) -> Iterator[str]:
    if figure.caption.strip():
        yield f"**{_one_line(figure.caption)}**"
    if figure.bars:
        head = ["", wording.say("Share"), wording.say("In words")]
        rows = [_pipes(map(_cell, head)), _pipes(["---"] * 3)]
        for bar in figure.bars:
            words = bar_in_words(bar, wording)
            rows.append(_pipes([_cell(bar.label), _drawn(bar), _cell(words)]))
        yield "\n".join(rows)
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
