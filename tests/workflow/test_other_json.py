"""A reader may take files that end as saved plans do."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book, Cell, CellKind, Sheet
from almwp.intake.limits import Limits
from almwp.plugins import Reader, hookimpl
from almwp.workflow.session import Session

EXAMPLES = Path(__file__).parents[2] / "examples" / "submissions"
FORM = {"form": "ministry", "rows": [["Activity"], ["Training"]]}


def read(content: bytes, name: str, limits: Limits, /) -> Book:
    try:
        rows = json.loads(content)["rows"]
    except ValueError as error:
        raise UnreadableFileError(name, "this is no form") from error
    cells = tuple(
        (Cell(row=number, column=1, kind=CellKind.TEXT, text=row[0]),)
        for number, row in enumerate(rows, 1)
    )
    return Book(sheets=[Sheet(name="form", read_rows=lambda: iter(cells))])


def is_form(head: bytes, /) -> bool:
    return b'"form"' in head


def is_json(head: bytes, /) -> bool:
    return head.lstrip().startswith(b"{")


class Forms:
    """A plugin with a reader of web forms."""

    def __init__(self, *patterns: str, greedy: bool = False) -> None:
        self.patterns, self.sniff = patterns, is_json if greedy else is_form

    @hookimpl
    def almwp_readers(self) -> list[Reader]:
        return [
            Reader(
                name="forms",
                summary="forms",
                patterns=self.patterns,
                sniff=self.sniff,
                read=read,
            )
        ]


def session_with(*patterns: str, greedy: bool = False) -> Session:
    return Session.start(extra={"forms": Forms(*patterns, greedy=greedy)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a form, a saved plan, and other JSON."""
    session = Session.start()
    copytree(EXAMPLES, tmp_path / "inbox")
    inbox = tmp_path / "inbox"
    session.write_file(session.merge(session.read(inbox)), inbox / "plan.json")
    (inbox / "form.json").write_text(json.dumps(FORM), encoding="utf-8")
    (inbox / "settings.json").write_text('{"almwp": "other"}', encoding="utf-8")
    (inbox / "broken.json").write_bytes(b"\xff\xfe{")
    return inbox


@pytest.mark.parametrize("pattern", ["*.json", "*.form"])
def test_what_is_no_saved_plan_is_for_the_reader_that_knows_it(
    pattern: str, folder: Path
) -> None:
    session = session_with(pattern)
    (form,) = session.read(folder / "form.json").files
    assert form.failure is None
    assert form.submission is not None
    assert form.submission.sheets == ("form",)


def test_in_a_folder_each_is_what_it_is_and_the_rest_is_left_out(folder: Path) -> None:
    read = session_with("*.json").read(folder)
    assert read.failures == ()
    kinds = {f.path.name: bool(f.plan) for f in read.files if f.path.suffix == ".json"}
    assert kinds == {"form.json": False, "plan.json": True}
    left_out = {path.name for path in read.left_out}
    assert {"settings.json", "broken.json"} <= left_out


@pytest.mark.parametrize("name", ["settings.json", "broken.json"])
def test_other_json_that_is_named_is_told_of(name: str, folder: Path) -> None:
    (failure,) = session_with("*.json").read(folder / name).failures
    assert "this is no saved plan" in str(failure)


def test_a_damaged_plan_in_a_folder_is_told_of(folder: Path) -> None:
    plan = folder / "plan.json"
    plan.write_bytes(plan.read_bytes()[:-200])
    (failure,) = session_with("*.json").read(folder).failures
    assert "plan.json: this is no saved plan" in str(failure)


def test_no_reader_takes_a_saved_plan_away(folder: Path) -> None:
    (plan,) = session_with("*.json", greedy=True).read(folder / "plan.json").files
    assert plan.plan is not None
