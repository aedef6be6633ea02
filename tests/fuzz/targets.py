"""The places at which strange bytes come in; each is given bytes and must hold out."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType

from attrs import evolve

from almwp.catalogue.tomlwriting import framework_text
from almwp.errors import AlmwpError, Translate
from almwp.findings.remarks import remarks_of
from almwp.intake.mapping import NO_MAPPING
from almwp.model.report import Heading, Paragraph, Report
from almwp.model.submission import Submission
from almwp.plan.merge import merge
from almwp.workflow.crosswalks import read_crosswalk
from almwp.workflow.decisions import read_decisions
from almwp.workflow.frameworkfiles import read_framework_file
from almwp.workflow.frameworkimport import AboutMatrix, import_framework
from almwp.workflow.mappings import read_mapping
from almwp.workflow.policies import read_policy
from almwp.workflow.readers import cells_of, reader_for
from almwp.workflow.reading import FileRead, read_files
from almwp.workflow.reportwriting import render_on
from almwp.workflow.session import Session
from tests.fuzz.promises import (
    every_cell_has_one_fate,
    every_origin_is_a_cell,
    every_refusal_has_its_finding,
    is_saved_as_it_is,
    is_told_whole,
    keeps_to_a_sentence,
)
from tests.fuzz.twoways import quickly_read

Target = Callable[[bytes], str]
"""Is given bytes, and says what became of them: ``read`` or ``refused``.

It fails by an error that is none of :mod:`almwp.errors`, or by a broken promise.
"""

_PAPER = Report(
    title="Paper", blocks=[Heading(text="Progress", level=1), Paragraph(text="Much.")]
)


@cache
def session() -> Session:
    """Return the one session of all targets."""
    return Session.start(strict=True)


@cache
def _translations() -> tuple[Translate, ...]:
    return tuple(session().translate(language) for language in ("en", "vi"))


@contextmanager
def _standing(content: bytes, name: str) -> Iterator[Path]:
    """Give the path of a file with *content*, for readers that open it themselves."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


def _is_refused(error: AlmwpError) -> str:
    keeps_to_a_sentence(error, _translations())
    return "refused"


def _file(content: bytes, name: str) -> FileRead:
    path = Path(name)
    reading = evolve(session().reading, given=[(path, content)])
    (file,) = read_files([path], reading).files
    return file


def _submission_of(name: str) -> Target:
    def read(content: bytes) -> str:
        file = _file(content, name)
        if file.failure is not None:
            is_told_whole(file, _translations())
            return _is_refused(file.failure)
        assert file.submission is not None
        try:
            _hold(content, file, file.submission)
        except AlmwpError as error:  # a worker apart may be too slow the second time
            assert name.endswith((".xls", ".ods"))
            return _is_refused(error)
        return "read"

    return read


def _hold(content: bytes, file: FileRead, submission: Submission) -> None:
    plugins, limits = session().plugins, session().reading.limits
    reader = reader_for(file.path, content, plugins)
    book = cells_of(file.path, content, reader, plugins, limits)
    every_cell_has_one_fate(book, submission)
    every_refusal_has_its_finding(submission)
    every_origin_is_a_cell(book, submission)
    is_told_whole(file, _translations())
    is_saved_as_it_is(merge([submission]))


def annotated_workbook(content: bytes) -> str:
    """Mark a workbook that can be read; the copy says the same as the workbook."""
    name = "x.xlsx"
    file = _file(content, name)
    if file.submission is None:
        return "refused"
    reader = session().plugins.readers["xlsx"]
    remarks = remarks_of(
        file.submission.findings, _translations()[0], language="en", title="Findings"
    )
    assert reader.annotate is not None
    try:
        marked = reader.annotate(content, name, remarks)
    except AlmwpError as error:
        return _is_refused(error)
    assert marked == reader.annotate(content, name, remarks)
    again = _file(marked, name)
    assert again.submission is not None, again.failure
    for records in ("activities", "indicators", "proposals", "agenda", "asks"):
        one, two = getattr(file.submission, records), getattr(again.submission, records)
        assert len(one) == len(two), records
    return "read"


def saved_plan(content: bytes) -> str:
    """Read a saved plan, which is written back as it is."""
    file = _file(content, "plan.json")
    if file.failure is not None:
        return _is_refused(file.failure)
    if file.submission is not None:  # what is no plan any more may be a text table
        _hold(content, file, file.submission)
        return "read"
    assert file.plan is not None
    is_told_whole(file, _translations())
    is_saved_as_it_is(file.plan)
    return "read"


def framework(content: bytes) -> str:
    """Read a framework of the user's own, which is written back as it is."""
    with _standing(content, "framework.toml") as path:
        try:
            known = read_framework_file(path).framework
        except AlmwpError as error:
            return _is_refused(error)
        path.write_text(framework_text(known), encoding="utf-8", newline="\n")
        assert read_framework_file(path).framework == known
        session().with_framework(path)
    return "read"


def framework_workbook(content: bytes) -> str:
    """Turn a workbook into a framework."""
    outcome = "refused"
    path = Path("x.xlsx")
    reading = evolve(session().reading, given=[(path, content)])
    about = AboutMatrix(id="X-2026", title="X")
    for each in (None, about):
        try:
            imported = import_framework(path, reading, each)
        except AlmwpError as error:
            _is_refused(error)
            continue
        for finding in imported.findings:
            for translate in _translations():
                assert finding.message(translate).strip()
        if imported.framework is not None:
            text = framework_text(imported.framework)
            assert framework(text.encode()) == "read", text
            outcome = "read"
    return outcome


def mapping(content: bytes) -> str:
    """Read what the user says of headings."""
    with _standing(content, "mapping.toml") as path:
        try:
            known = read_mapping(path, session().reading.lexicon)
        except AlmwpError as error:
            return _is_refused(error)
    assert known != NO_MAPPING
    return "read"


def _settings_of(read: Callable[[Path], object]) -> Target:
    def settings(content: bytes) -> str:
        with _standing(content, "settings.toml") as path:
            try:
                read(path)
            except AlmwpError as error:
                return _is_refused(error)
        return "read"

    return settings


def letterhead(content: bytes) -> str:
    """Write a paper on a letterhead."""
    with _standing(content, "letterhead.docx") as path:
        try:
            made = render_on(_PAPER, "docx", path, session().plugins)
            assert made == render_on(_PAPER, "docx", path, session().plugins)
        except AlmwpError as error:
            return _is_refused(error)
    return "read"


def both_ways(content: bytes) -> str:
    """Read the sheets of a workbook in the quick way and by expat."""
    return "read" if quickly_read(content) else "refused"


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "workbook": _submission_of("x.xlsx"),
        "annotated workbook": annotated_workbook,
        "both ways": both_ways,
        "text table": _submission_of("x.csv"),
        "old workbook": _submission_of("x.xls"),
        "open document": _submission_of("x.ods"),
        "saved plan": saved_plan,
        "framework": framework,
        "framework workbook": framework_workbook,
        "mapping": mapping,
        "decisions": _settings_of(read_decisions),
        "crosswalk": _settings_of(read_crosswalk),
        "policy": _settings_of(read_policy),
        "letterhead": letterhead,
    }
)
"""Every target by its name."""
