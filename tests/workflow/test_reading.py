"""Reading: by the right reader, each file for itself, saved plans included."""

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from almwp.codec import write_plan
from almwp.errors import CallError, PluginError, UnknownNameError, UnreadableFileError
from almwp.intake.limits import Limits
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.workflow.reading import FileRead
from almwp.workflow.session import Session

MakeWorkbook = Callable[..., Path]


def failure_of(file: FileRead) -> str:
    assert file.submission is None
    assert file.plan is None
    assert file.failure is not None
    return str(file.failure)


def test_a_submission_says_of_what_bytes_it_was_read(
    session: Session, submissions: Path
) -> None:
    for file in session.read([submissions]).files:
        sha256 = hashlib.sha256(file.path.read_bytes()).hexdigest()
        assert file.submission is not None
        assert file.sha256 == file.submission.sha256 == sha256


def test_one_bad_file_does_not_stop_the_others(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    good = make_workbook("good.xlsx", ["1", "Job fairs", "VN", "completed", "2024"])
    bad = tmp_path / "bad.xlsx"
    bad.write_text("Activity\tStatus\n", encoding="utf-8")
    told: list[Path] = []
    read = session.read([bad, tmp_path / "none.xlsx", good], on_file=told.append)
    assert [bool(file.failure) for file in read.files] == [True, True, False]
    assert [file.exit_code for file in read.failures] == [3, 3]
    assert len(read.submissions) == 1
    assert told == [bad, tmp_path / "none.xlsx", good]


def test_a_failure_names_the_file_as_the_user_did(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    Path("sub/text.xlsx").write_text("no workbook", encoding="utf-8")
    (file,) = session.read(["sub/text.xlsx"]).files
    assert failure_of(file).startswith(f"{Path('sub/text.xlsx')}: ")


def test_a_kind_without_a_reader_names_the_kinds_there_are(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    (file,) = session.read([path]).files
    assert failure_of(file) == (
        f"{path}: no reader is installed for files of this kind (known: *.xls, *.xlsb, "
        "*.ods, *.csv, *.tsv, *.xlsx, *.xlsm)"
    )


def test_without_any_reader_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK")
    (file,) = Session.start(without=["excel"]).read([path]).files
    assert failure_of(file).endswith("(known: -)")


def test_a_reader_takes_files_by_name_whatever_others_sniff(
    line_reader: Any, tmp_path: Path
) -> None:
    session = Session.start(extra={"lines": line_reader()})
    workbook = tmp_path / "a.xlsx"
    workbook.write_text("LINES of an impostor", encoding="utf-8")
    (file,) = session.read([workbook]).files
    assert isinstance(file.failure, UnreadableFileError)


@pytest.mark.parametrize("name", ["a.txt", "a.Txt", "report"])
def test_a_reader_takes_files_by_name_or_by_first_bytes(
    line_reader: Any, tmp_path: Path, name: str
) -> None:
    session = Session.start(extra={"lines": line_reader()})
    path = tmp_path / name
    path.write_text("LINES\nJob fairs\n", encoding="utf-8")
    (submission,) = session.read([path]).submissions
    assert [str(a.title) for a in submission.activities] == ["LINES", "Job fairs"]


@pytest.mark.parametrize("fault", ["at once", "later", "wrong type"])
def test_a_reader_that_breaks_is_named_whenever_it_breaks(
    line_reader: Any, tmp_path: Path, fault: str, make_workbook: MakeWorkbook
) -> None:
    good = make_workbook("good.xlsx", ["1", "Job fairs", "VN", "completed", "2024"])
    session = Session.start(extra={"torn": line_reader(fault)})
    path = tmp_path / "a.txt"
    path.write_text("Job fairs\n", encoding="utf-8")
    read = session.read([path, good])
    (failure,) = read.failures
    assert isinstance(failure, PluginError)
    assert (failure.plugin, failure.exit_code) == ("torn", 4)
    assert len(read.submissions) == 1


def test_country_and_framework_serve_files_that_do_not_say(
    line_reader: Any, tmp_path: Path
) -> None:
    session = Session.start(extra={"lines": line_reader()})
    path = tmp_path / "a.txt"
    path.write_text("Job fairs\n", encoding="utf-8")
    read = session.read([path], country="Philippines", framework="ALM-WP-2021-2025")
    (submission,) = read.submissions
    assert (submission.country, submission.framework) == ("PH", "ALM-WP-2021-2025")


@pytest.mark.parametrize(
    ("facts", "kind"),
    [({"country": "Atlantis"}, "country"), ({"framework": "ALM-9"}, "framework")],
)
def test_an_unknown_country_or_framework_is_a_wrong_call(
    session: Session, submissions: Path, facts: dict[str, str], kind: str
) -> None:
    with pytest.raises(UnknownNameError, match=f"no {kind} named") as caught:
        session.read([submissions], **facts)  # type: ignore[arg-type]
    assert caught.value.exit_code == 2
    assert caught.value.known


def test_limits_are_kept_and_named(submissions: Path) -> None:
    session = Session.start(limits=Limits(file_bytes=100))
    read = session.read([submissions])
    assert len(read.failures) == len(read.files) == 4
    assert "larger than 100 bytes" in str(read.failures[0])


@pytest.fixture
def saved(session: Session, submissions: Path, tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    plan = session.merge(session.read([submissions]).submissions)
    path.write_text(write_plan(plan), encoding="utf-8")
    return path


def test_a_saved_plan_gives_the_plan_back(
    session: Session, submissions: Path, saved: Path
) -> None:
    plan = session.merge(session.read([submissions]).submissions)
    read = session.read([saved])
    assert read.files[0].plan == plan
    assert session.merge(read.submissions) == plan
    assert session.merge(session.read([saved, submissions]).submissions) == plan
    again = session.score(session.merge(read.submissions), by=("outcome", "country"))
    assert again == session.score(plan, by=("outcome", "country"))


def test_a_plan_without_submissions_is_not_lost(
    session: Session, tmp_path: Path
) -> None:
    activity = Activity(id=ActivityId("VN:1"), title=Text.of("Job fairs"))
    path = tmp_path / "made.json"
    path.write_text(write_plan(WorkPlan(activities=(activity,))), encoding="utf-8")
    assert session.merge(session.read([path]).submissions).activities == (activity,)


def test_a_plan_that_was_changed_by_hand_is_refused_with_the_place(
    session: Session, saved: Path
) -> None:
    plan = session.read([saved]).files[0].plan
    assert plan is not None
    first = evolve(plan.activities[0], remarks="changed")
    changed = evolve(plan, activities=(first, *plan.activities[1:]))
    saved.write_text(write_plan(changed), encoding="utf-8")
    (failure,) = session.read([saved]).failures
    assert "plan.activities[0]" in str(failure)
    assert "remarks" in str(failure)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "this is no saved plan: this is no JSON"),
        (b"{", "this is no saved plan: this is no JSON"),
        (b"[]", "this is not a plan that almwp saved"),
        (
            b'{"almwp": "plan", "version": 99}',
            "a newer almwp saved this plan (version 99)",
        ),
        (b'{"almwp": "plan", "version": 1}', "plan: it is missing"),
        (b'{"almwp": "plan", "version": 1, "plan": {"x": 1, "y": 2}}', "in all: 2"),
        (b'{"almwp": "plan", "almwp": "plan"}', "occurs twice"),
        (b"\xff\xfe{", "byte 1 is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
    ],
    ids=range(9),
)
def test_a_broken_plan_is_one_sentence(
    session: Session, tmp_path: Path, content: bytes, why: str
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(content)
    (file,) = session.read([path]).files
    assert why in failure_of(file)
    assert isinstance(file.failure, UnreadableFileError)
    assert "\n" not in failure_of(file)


def test_a_plan_of_a_windows_editor_is_read(session: Session, saved: Path) -> None:
    saved.write_bytes(b"\xef\xbb\xbf" + saved.read_bytes())
    assert session.read([saved]).failures == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_that_is_no_text_can_be_written_again(
    session: Session, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    usual = make_workbook("a.xlsx", ["1", "Job fairs", "VN", "completed", "2024"])
    odd = tmp_path / os.fsdecode(b"b\xff.xlsx")
    usual.rename(odd)
    (submission,) = session.read([odd]).submissions
    assert submission.file == "b�.xlsx"
    assert write_plan(session.merge([submission])).encode()


def test_a_second_reader_that_is_not_there_is_a_wrong_call(
    session: Session, submissions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CallError) as caught:
        session.read([submissions], cross_read=True)
    assert caught.value.exit_code == 2
