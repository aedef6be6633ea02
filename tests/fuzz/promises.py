"""What must be true of a file whatever its bytes: each promise is a function."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from almwp.codec.plan import read_plan, write_plan
from almwp.codec.text import to_json
from almwp.errors import AlmwpError, PluginError, Translate
from almwp.findings.rule import Severity
from almwp.intake.cells import Book, column_letters, place_of
from almwp.model.ledger import Fate, Ledger
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.workflow.checking import checked
from almwp.workflow.reading import FileRead

_MACHINE_WORDS = ("Traceback", "object at 0x", "<class '", "NoneType", "Error(")
"""What no sentence for officials holds."""
_LONGEST = 8_000
"""Characters of a refusal, with every fault of a file of many."""


def keeps_to_a_sentence(error: AlmwpError, translations: Sequence[Translate]) -> None:
    """Hold that a refusal is one sentence in each language, without a fact missing."""
    if isinstance(error, PluginError):
        raise AssertionError(f"a plugin broke: {error}") from error.__cause__
    assert error.exit_code in (1, 2, 3)
    for translate in translations:
        said = error.message(translate)
        assert said.strip()
        assert len(said) <= _LONGEST, len(said)
        for word in _MACHINE_WORDS:
            assert word not in said, said


def every_cell_has_one_fate(book: Book, submission: Submission) -> None:
    """Hold that the ledger has each cell that was read once, and no other."""
    read = Counter(
        (sheet.name, cell.ref)
        for sheet in book.sheets
        for row in sheet.rows()
        for cell in row
    )
    told = Counter(_cells_of(submission.ledger))
    assert told == read, f"lost {read - told}, invented {told - read}"
    assert sum(submission.ledger.by_fate.values()) == read.total()
    for entry in submission.ledger.entries:
        assert entry.why, f"{entry.sheet}!{entry.cells} has no reason"


def every_refusal_has_its_finding(submission: Submission) -> None:
    """Hold that a refused cell is refused by an error that was said."""
    errors = {f.code for f in submission.findings if f.severity is Severity.ERROR}
    refused = {e.why for e in submission.ledger.entries if e.fate is Fate.REFUSED}
    assert refused <= errors, refused - errors


def every_origin_is_a_cell(book: Book, submission: Submission) -> None:
    """Hold that each origin, and each finding, points to a place of this file."""
    sheets = {sheet.name for sheet in book.sheets}
    filled = {
        (sheet.name, cell.ref)
        for sheet in book.sheets
        for row in sheet.rows()
        for cell in row
    }
    for origin in _origins_in(submission):
        assert (origin.file, origin.sha256) == (submission.file, submission.sha256)
        assert origin.sheet in sheets, origin
        first = origin.cell.partition(":")[0]
        assert ":" in origin.cell or (origin.sheet, first) in filled, origin
    for finding in submission.findings:
        assert finding.at.sheet is None or finding.at.sheet in sheets, finding


def is_told_whole(file: FileRead, translations: Sequence[Translate]) -> None:
    """Hold that all that was found can be told, to people and to machines."""
    for translate in translations:
        told = checked([file], translate)
        text = to_json(told)
        text.encode()
        for one in told.files:
            for finding in one.findings:
                assert finding.message.strip(), finding


def is_saved_as_it_is(plan: WorkPlan) -> None:
    """Hold that a plan is read back as it was written."""
    text = write_plan(plan)
    text.encode()
    again, faults = read_plan(text)
    assert faults == (), faults
    assert again == plan
    assert write_plan(plan) == text


def _cells_of(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for entry in ledger.entries:
        first, _, last = entry.cells.partition(":")
        (top, column), (bottom, same) = place_of(first), place_of(last or first)
        assert column == same
        assert bottom - top + 1 == entry.count, entry
        for row in range(top, bottom + 1):
            yield entry.sheet, f"{column_letters(column)}{row}"


def _origins_in(record: Any) -> Iterator[Origin]:
    """Give every origin that stands anywhere in a record."""
    waiting = [record]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Origin):
            yield each
        elif isinstance(each, tuple):
            waiting += each
        elif attrs.has(type(each)):
            waiting += [getattr(each, f.name) for f in attrs.fields(type(each))]
