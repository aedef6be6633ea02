"""The command ``almwp merge``: put submissions together and save the plan."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almwp.cli.app import App
from almwp.cli.examples import CommandWithExamples
from almwp.cli.options import (
    COUNTRY_OF_FILES,
    FILES,
    FORMAT,
    FRAMEWORK,
    LANGUAGE,
    LIMIT,
    MAPPING,
)
from almwp.cli.reading import plan_for
from almwp.cli.saying import say, say_finding
from almwp.cli.sparing import refuse_what_was_not_read
from almwp.cli.standardstreams import (
    is_dash,
    refuse_dash,
    with_standard_input,
    write_standard_output,
)
from almwp.errors import CallError
from almwp.intake.limits import MEBIBYTE

if TYPE_CHECKING:
    from almwp.errors import Translate
    from almwp.model.workplan import WorkPlan
    from almwp.workflow.decisions import DecisionsFile


@click.command(cls=CommandWithExamples)
@FILES
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to save the plan in, such as plan.json; - for standard output.",
)
@click.option(
    "--decisions",
    "decided_in",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Say in a TOML file what was decided on contradictions.",
)
@click.option(
    "--write-decisions",
    "prepared",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a new decisions file with every open question and its choices.",
)
@FORMAT
@LANGUAGE
@FRAMEWORK
@COUNTRY_OF_FILES
@MAPPING
@LIMIT
@click.pass_obj
def merge(
    app: App,
    files: tuple[Path, ...],
    path: Path | None,
    decided_in: Path | None,
    prepared: Path | None,
    output: str,
    language: str,
    framework: str | None,
    from_country: str | None,
    mapping: Path | None,
) -> int:
    """Put submissions together; contradictions are kept and named.

    \b
    almwp merge examples/submissions -o plan.json
    almwp merge examples/submissions --write-decisions decisions.toml
    almwp merge examples/submissions --decisions decisions.toml -o plan.json
    almwp merge plan.json new-report.xlsx -o plan2.json
    almwp merge examples/submissions -o - > plan.json
    """
    from almwp.codec.plan import write_plan
    from almwp.codec.text import to_json
    from almwp.workflow.decisions import read_decisions
    from almwp.workflow.decisionswriting import write_decisions
    from almwp.workflow.mappingwriting import refuse_to_overwrite
    from almwp.workflow.merged import merged
    from almwp.workflow.plansaving import save_plan
    from almwp.workflow.writing import fingerprint_at

    is_printed = is_dash(path)
    if is_printed:
        path = None
        if output == "json":
            raise CallError(
                "standard output takes the plan, -o -, or what was found, --format "
                "json; not both"
            )
    refuse_dash(prepared, "--write-decisions")
    if prepared is not None or not is_printed:
        _refuse_wrong_names(path, prepared)
    app, files = with_standard_input(app, files)
    if prepared is not None:
        refuse_to_overwrite(prepared)
    # Before anything is read: what another run saves from now on would be lost.
    stood = fingerprint_at(path) if path else None
    translate = app.session.translate(language)
    decided = read_decisions(decided_in) if decided_in else None
    read = plan_for(
        app,
        files,
        translate,
        country=from_country,
        framework=framework,
        mapping=mapping,
        decisions=decided.decisions if decided else None,
    )
    if is_printed:
        write_standard_output(write_plan(read.plan).encode(), "-o plan.json")
    elif path is not None:
        refuse_what_was_not_read(path, read.unread)
        save_plan(read.plan, path, stood=stood)
        _say_if_large(path, app.session.reading.limits.file_bytes, translate)
    if prepared is not None:
        write_decisions(prepared, read.plan, translate)
    stands_in = decided_in.name if decided_in else (path or files[0]).name
    if output == "json":
        say(to_json(merged(read.plan, stands_in, translate, language)), nl=False)
        return read.exit_code
    _say(read.plan, stands_in, translate, language, decided)
    for written in (path, prepared):
        if written is not None:
            say(written, err=is_printed)
    return read.exit_code


def _say_if_large(path: Path, most: int, translate: "Translate") -> None:
    """Say what opens a saved plan that is larger than files may be as a rule."""
    size = path.stat().st_size
    if size > most:
        said = translate(
            "{path} has {size} MB, more than files may have; to read it again add "
            "--limit file_bytes={size}MB to the command"
        ).format(path=path, size=-(-size // MEBIBYTE))
        say(f"almwp: {said}", err=True)


def _refuse_wrong_names(path: Path | None, prepared: Path | None) -> None:
    """See that something is to be written, and not over a workbook.

    Raises:
        CallError: Nothing is, or a file has another ending than it should.
    """
    from almwp.workflow.files import PLAN_SUFFIX

    if path is None and prepared is None:
        raise CallError(
            "say where to save the plan, -o plan.json, or where to write what is open, "
            "--write-decisions decisions.toml"
        )
    if path is not None and path.suffix.lower() != PLAN_SUFFIX:
        # A workbook named here by mistake would be written over.
        raise CallError(
            "a plan is saved in a file ending in {suffix}, not in '{path}'",
            suffix=PLAN_SUFFIX,
            path=path,
        )
    if prepared is not None and prepared.suffix.lower() != ".toml":
        raise CallError(
            "decisions are written to a file ending in {suffix}, not to '{path}'",
            suffix=".toml",
            path=prepared,
        )


def _say(
    plan: "WorkPlan",
    stands_in: str,
    translate: "Translate",
    language: str,
    decided: "DecisionsFile | None",
) -> None:
    """Say on standard error what was found between the files, and what was decided."""
    from almwp.workflow.merged import findings_of_merge, resolutions

    for found in findings_of_merge(plan, stands_in, translate, language):
        said = found.message(translate)
        named, words = translate(found.severity), f"{found.code}: {said}"
        say_finding(found.at, found.severity, named, words, err=True)
    for line in resolutions(plan, translate, language):
        say(f"almwp: {line}", err=True)
    if decided and decided.left_open:
        sentence = translate("entries of {file} that decide nothing yet: {count}")
        said = sentence.format(file=decided.name, count=decided.left_open)
        say(f"almwp: {said}", err=True)
