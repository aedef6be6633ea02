"""Names that a saved plan may hold: of languages, folders, properties and rules."""

import io
import zipfile
from pathlib import PurePosixPath

import pytest
from almwp_parquet.dataset import render_files
from attrs import evolve

from almwp.exporting.phrases import catalogue_of
from almwp.findings.rule import Finding, Location, Rule
from almwp.model.ids import FrameworkId
from almwp.model.manifest import InputFile, Manifest
from almwp.model.report import Report
from almwp.testing.samples import sample_plan
from almwp.workflow.session import Session


@pytest.mark.parametrize(
    "sentence",
    ["{nothing}", "{found.__class__}", "{found:>99999999999}", "{", "}", "{0}", "{}"],
)
def test_a_sentence_of_a_saved_plan_is_never_run(sentence: str) -> None:
    rule = Rule(
        code="ALM999", name="odd", message=sentence, hint=f"{sentence} {{found}}"
    )
    finding = Finding(rule=rule, at=Location(file="a.xlsx"), found="here")
    assert finding.message() == sentence
    assert finding.hint() == f"{sentence} here"


@pytest.mark.parametrize("language", ["../../x", "vi/../vi", "x" * 5000, "\x00", ""])
def test_a_language_leads_to_no_other_file(language: str) -> None:
    assert catalogue_of("almwp_slom", language) is None
    content = Session.start().render(Report(title="T", language=language), "markdown")
    assert content.startswith(b"# T")


def test_folders_that_are_written_alike_hold_the_rows_of_both() -> None:
    plan = sample_plan()
    names = ("P\x00", "P\x01", "x" * 3000, "x" * 3000 + "y")
    each = [evolve(a, references=()) for a in plan.activities[:4]]
    activities = [
        evolve(a, references=[evolve(plan.activities[0].references[0], framework=f)])
        for a, f in zip(each, map(FrameworkId, names), strict=True)
    ]
    made = render_files(Report(title="T", data=evolve(plan, activities=activities)))
    paths = [path for path in made if path.parts[0] == "activities"]
    assert all(len(part) < 200 for path in paths for part in path.parts)
    assert len({str(path.parent) for path in paths}) == len(paths)
    assert isinstance(paths[0], PurePosixPath)


def test_files_whose_names_differ_in_blanks_alone_have_properties_of_their_own() -> (
    None
):
    names = ("a b.xlsx", "a  b.xlsx", "a\tb.xlsx", "a \x07b.xlsx", "a \x1bb.xlsx")
    inputs = [InputFile(name=name, sha256="5a" * 32) for name in names]
    report = Report(title="T", manifest=Manifest(inputs=inputs))
    content = Session.start().render(report, "docx")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        custom = package.read("docProps/custom.xml").decode()
    told = [part.split('"')[0].casefold() for part in custom.split(' name="')[1:]]
    assert len(told) == len(set(told)) >= len(names)
