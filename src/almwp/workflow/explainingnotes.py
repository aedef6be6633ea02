"""Explain a note of a paper: what stands on it, and what became of its cells."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import evolve

from almwp.codec.text import from_json, plain_of
from almwp.errors import CallError, UnreadableFileError
from almwp.exporting.evidence import Origins, evidence_of
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
)
from almwp.model.score import Scorecard
from almwp.model.source import Origin
from almwp.model.workplan import WorkPlan
from almwp.workflow.bytereading import read_bytes
from almwp.workflow.explainednote import (
    ExplainedNote,
    ExplainedStatement,
    StatementKind,
)
from almwp.workflow.explainingcells import ExplainedCell, explain_origin
from almwp.workflow.files import PLAN_SUFFIX

_NOTE: Final = re.compile(
    r"(?:note|ghi chú)\s*[:=]?\s*\[?\^?(\d{1,9})\]?|\[\^?(\d{1,9})\]"
)
_MOST: Final = 512 * 1024 * 1024
"""Bytes of a report; an honest one has far fewer."""


def note_wanted(what: str) -> int | None:
    """Return the mark of the note that *what* names: ``note:12`` or ``[12]``."""
    named = _NOTE.fullmatch(what.strip().casefold())
    return int(named[1] or named[2]) if named else None


def read_report(path: Path) -> Report | None:
    """Return the report in a file that ``--to json`` wrote; None for any other file.

    Raises:
        UnreadableFileError: It cannot be read, or was changed so that it is no report.
    """
    if path.suffix.lower() != PLAN_SUFFIX:
        return None
    try:
        text = read_bytes(path, _MOST).decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    plain, faults = plain_of(text)
    if faults or not isinstance(plain, dict) or "blocks" not in plain:
        return None
    report, faults = from_json(Report, text)
    if report is None:
        raise UnreadableFileError(
            str(path),
            "this is no report of almwp: {fault} (faults in all: {count})",
            fault=faults[0],
            count=len(faults),
        )
    if report.evidence and report.evidence != evidence_of(report):
        raise UnreadableFileError(
            str(path),
            "the notes of this report are not those of its text: it was changed by "
            "other means than almwp; write it again",
        )
    return report


def explain_note(
    mark: int,
    report: Report,
    plan: WorkPlan | None = None,
    card: Scorecard | None = None,
    language: str = "en",
) -> ExplainedNote:
    """Return what rests on the note *mark* of *report*, and its cells.

    Args:
        mark: Its number.
        report: The paper.
        plan: What was read from the files behind it; None where they are not at hand.
        card: The figures made from them.
        language: Language of the headings.

    Raises:
        CallError: The paper has no such note.
    """
    notes = evidence_of(report)
    if not notes:
        raise _without_notes(report)
    if not 1 <= mark <= len(notes):
        raise CallError(
            "this paper has no note {mark}; its notes are 1 to {count}",
            mark=mark,
            count=len(notes),
        )
    origins = notes[mark - 1].origins
    return ExplainedNote(
        mark=mark,
        of=len(notes),
        paper=report.title,
        statements=_statements(report, origins),
        cells=(_cell(origin, plan, card, language) for origin in origins),
    )


def _without_notes(report: Report) -> CallError:
    if report.audience is Audience.MEETING:
        return CallError(
            "this paper has no notes: what goes to the meeting names no files and "
            "cells; ask of the same paper for the ministry, with --audience internal"
        )
    return CallError("this paper has no notes: nothing in it was read in a cell")


def _cell(
    origin: Origin, plan: WorkPlan | None, card: Scorecard | None, language: str
) -> ExplainedCell:
    for sent in plan.submissions if plan else ():
        if sent.sha256 == origin.sha256 and plan and card:
            return explain_origin(origin, sent, plan, card, language)
    return ExplainedCell(at=str(origin), sha256=origin.sha256, has_file=False)


def _statements(report: Report, origins: Origins) -> Iterator[ExplainedStatement]:
    """Give what rests on *origins*, each with the headings above it."""
    above: list[Heading] = []
    for block in report.blocks:
        if isinstance(block, Heading):
            above = [heading for heading in above if heading.level < block.level]
        section = [heading.text for heading in above]
        for found in _in_block(block, origins):
            yield evolve(found, section=section)
        if isinstance(block, Heading):
            above.append(block)


def _in_block(block: Block, origins: Origins) -> Iterator[ExplainedStatement]:
    if isinstance(block, Pair):
        yield from _in_block(block.left, origins)
        yield from _in_block(block.right, origins)
        return
    if block.origins == origins:
        yield _whole(block)
    if isinstance(block, Table):
        for row in block.rows:
            for column, cell in zip(block.columns, row, strict=True):
                if cell.origins == origins:
                    yield ExplainedStatement(
                        kind=StatementKind.CELL,
                        table=block.caption,
                        row=row[0].text,
                        column=column.heading,
                        text=cell.text,
                    )


def _whole(block: Block) -> ExplainedStatement:
    match block:
        case Heading():
            return ExplainedStatement(kind=StatementKind.HEADING, text=block.text)
        case Paragraph():
            return ExplainedStatement(kind=StatementKind.PARAGRAPH, text=block.text)
        case Note():
            return ExplainedStatement(kind=StatementKind.REMARK, text=block.text)
        case Bullets():
            return ExplainedStatement(
                kind=StatementKind.LIST, text="\n".join(block.items)
            )
        case Table():
            return ExplainedStatement(kind=StatementKind.TABLE, text=block.caption)
        case Figure() | Timeline() | Grid() | TargetPath() | Flow():
            text = block.caption or block.alternative
            return ExplainedStatement(kind=StatementKind.FIGURE, text=text)
        case Pair():
            raise AssertionError(block)
