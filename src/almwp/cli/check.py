"""The command ``almwp check``: read files and report what is found."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.headingtable import print_headings, print_likely
from almwp.cli.options import (
    COUNTRY_OF_FILES,
    FILES,
    FORMAT,
    FRAMEWORK,
    LANGUAGE,
    LIMIT,
    MAPPING,
)
from almwp.cli.reading import read_for
from almwp.cli.saying import on_one_line, say, say_finding, table_of
from almwp.cli.standardstreams import refuse_dash, with_standard_input
from almwp.cli.waiting import busy, waiting
from almwp.workflow.stopped import MarkingStopped, ReadingStopped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from almwp.errors import Translate
    from almwp.workflow.annotating import Annotated
    from almwp.workflow.checking import Checked, CheckedFile, RecordCounts
    from almwp.workflow.reading import FileRead, ReadFiles

_FATES = ("read", "heading", "extra", "ignored", "refused")


@click.command(cls=CommandWithExamples)
@FILES
@click.option("--ledger", is_flag=True, help="Show what became of every cell.")
@click.option(
    "--cross-read", is_flag=True, help="Compare with a second, independent reader."
)
@click.option(
    "--annotate",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a copy of each file there, with the findings marked in its cells.",
)
@click.option(
    "--headings", is_flag=True, help="Show which column was read as which field."
)
@MAPPING
@LIMIT
@click.option(
    "--write-mapping",
    "new_mapping",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write which column was read as which field, to correct and give back.",
)
@FORMAT
@LANGUAGE
@FRAMEWORK
@COUNTRY_OF_FILES
@click.pass_obj
def check(
    app: App,
    files: tuple[Path, ...],
    ledger: bool,
    cross_read: bool,
    folder: Path | None,
    headings: bool,
    mapping: Path | None,
    new_mapping: Path | None,
    output: str,
    language: str,
    framework: str | None,
    from_country: str | None,
) -> int:
    """Read files and report what is wrong or doubtful, cell by cell.

    FILE is a workbook, a saved plan, or a folder of workbooks; - is standard input.

    \b
    almwp check examples/submissions
    almwp check my-report.xlsx --ledger --lang vi
    almwp check my-report.xlsx --headings --write-mapping my-mapping.toml
    almwp check inbox --annotate to-send-back
    """
    from almwp.workflow.checking import checked

    refuse_dash(folder, "--annotate")
    refuse_dash(new_mapping, "--write-mapping")
    app, files = with_standard_input(app, files)
    translate = app.session.translate(language)
    if new_mapping is not None:
        from almwp.workflow.mappingwriting import refuse_to_overwrite

        refuse_to_overwrite(new_mapping)  # This is said before files are read.
    known = None
    if mapping:
        from almwp.workflow.mappings import mapping_from

        known = mapping_from(mapping, app.session.reading.lexicon)
    try:
        read = read_for(
            app,
            files,
            country=from_country,
            framework=framework,
            cross_read=cross_read,
            mapping=known,
        )
    except ReadingStopped as stop:
        if stop.files and output != "json":  # half an object is taken for a whole one
            alone = checked(stop.files, translate, with_ledger=ledger, each_alone=True)
            _print_files(alone, stop.files, translate, with_headings=headings)
        raise
    with busy(app, "merge"):  # each file is compared with the others
        result = checked(read.files, translate, with_ledger=ledger, mapping=known)
    codes = [failure.exit_code for failure in read.failures]
    if folder is not None:
        codes += _annotate(app, read, folder, translate)
    if output == "json":
        from almwp.codec.text import to_json

        say(to_json(result), nl=False)
    else:
        _print_files(result, read.files, translate, with_headings=headings)
    if new_mapping is not None:
        from almwp.workflow.mappingwriting import write_mapping

        write_mapping(new_mapping, (f.submission for f in read.files if f.submission))
        said = translate("the mapping was written to {path}").format(path=new_mapping)
        say(f"almwp: {said}", err=True)
    has_errors = any(
        f.severity == "error" for file in result.files for f in file.findings
    )
    return max(codes, default=1 if has_errors else 0)


def _print_files(
    result: "Checked",
    read: "Iterable[FileRead]",
    translate: "Translate",
    *,
    with_headings: bool,
) -> None:
    names = _names_of(result.files)
    for file, name, source in zip(result.files, names, read, strict=True):
        _print_file(file, name, translate)
        if with_headings:
            print_headings(file, translate)
            print_likely(source.submission, translate)
    _print_sum(result, translate)


def _annotate(
    app: App, read: "ReadFiles", folder: Path, translate: "Translate"
) -> list[int]:
    """Write the marked copies; say which, and return the exit codes of failures."""
    context = click.get_current_context()
    is_asked = context.get_parameter_source("language") is not ParameterSource.DEFAULT
    language = context.params["language"] if is_asked else None
    try:
        with waiting(app) as on_step:
            done = app.session.annotate(
                read, folder, language=language, on_step=on_step
            )
    except MarkingStopped as stop:
        _say_marked(stop.done, translate)
        raise
    _say_marked(done, translate)
    return [error.exit_code for error in done.failures]


def _say_marked(done: "Annotated", translate: "Translate") -> None:
    for copy in done.copies:
        sentence = translate("{source}: marked copy: {target}")
        said = sentence.format(source=copy.source, target=copy.target)
        say(f"almwp: {said}", err=True)
    for error in (*done.left_out, *done.failures):
        say(f"almwp: {error.message(translate)}", err=True)


def _names_of(files: "Iterable[CheckedFile]") -> list[str]:
    """Return the names by which files are told apart: with folders where need be."""
    paths = [file.path for file in files]
    names = [path.rpartition("/")[2] for path in paths]
    shared = Counter(names)
    return [
        path if shared[name] > 1 else name
        for path, name in zip(paths, names, strict=True)
    ]


def _print_file(file: "CheckedFile", name: str, translate: "Translate") -> None:
    cells = file.cells
    if file.kind not in ("unreadable", "plan"):
        said = translate(
            "cells: {total} ({read} read, {heading} heading, {extra} extra, {ignored} "
            "ignored, {refused} refused)"
        )
        counts = {n: getattr(cells, n) for n in ("total", *_FATES)}
        words = f"{_counted(file.counts, translate)}; {said.format(**counts)}"
        say(f"{on_one_line(file.path)}: {words}")
    elif file.kind == "plan":
        said = translate("a saved plan; activities: {activities}")
        words = said.format(activities=file.counts.activities)
        say(f"{on_one_line(file.path)}: {words}")
    for found in file.findings:
        place = "!".join(part for part in (name, found.sheet, found.cell) if part)
        words = f"{found.code}: {found.message}"
        say_finding(place, found.severity, translate(found.severity), words)
        say(f"    {translate('hint')}: {on_one_line(found.hint)}")
        if not all(near in found.hint for near in found.suggestions):
            nearest = ", ".join(found.suggestions)
            say(f"    {translate('did you mean')}: {on_one_line(nearest)}")
    if file.ledger:
        _print_ledger(file, translate)


def _counted(counts: "RecordCounts", translate: "Translate") -> str:
    """Say how many records there are of each kind that occurs."""
    known = (
        (translate("activities: {count}"), counts.activities),
        (translate("indicators: {count}"), counts.indicators),
        (translate("agenda items: {count}"), counts.agenda),
        (translate("proposals: {count}"), counts.proposals),
        (translate("asks and offers: {count}"), counts.asks),
        (translate("outcomes: {count}"), counts.outcomes),
        (translate("priority areas: {count}"), counts.areas),
    )
    there = [words.format(count=count) for words, count in known if count]
    return "; ".join(there) or known[0][0].format(count=0)


def _print_ledger(file: "CheckedFile", translate: "Translate") -> None:
    rows = [
        (e.sheet, e.cells, e.count, translate(str(e.fate)), e.why)
        for e in file.ledger or ()
    ]
    headers = (
        translate("sheet"),
        translate("cells"),
        translate("count"),
        translate("fate"),
        translate("field or reason"),
    )
    say(table_of(rows, headers))


def _print_sum(result: "Checked", translate: "Translate") -> None:
    counted = Counter(f.severity for file in result.files for f in file.findings)
    said = translate(
        "files: {files}; errors: {error}; warnings: {warning}; notes: {note}"
    )
    severities = {name: counted[name] for name in ("error", "warning", "note")}
    say(said.format(files=len(result.files), **severities))
