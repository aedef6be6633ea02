"""``almwp explain note:12``: what of a paper rests on a note, and its cells."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.workflow.explaining import Explained
from almwp.workflow.explainingnotes import note_wanted
from tests.schemafit import insist_it_fits

Almwp = Callable[..., Any]
PAPER = ("--country", "VN", "--meeting", "slom-21")


@pytest.fixture
def written(almwp: Almwp, submissions: Path, tmp_path: Path) -> Path:
    """Return the national position of Viet Nam in JSON."""
    ended = almwp(
        *("export", submissions, "--report", "position", *PAPER, "--to", "json"),
        *("-o", tmp_path),
    )
    assert ended.code == 0
    return next(tmp_path.glob("position-*.json"))


def count_of(path: Path) -> int:
    return len(json.loads(path.read_text("utf-8"))["evidence"])


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("note:12", 12),
        ("Note 12", 12),
        ("note=[12]", 12),
        ("[12]", 12),
        ("[^12]", 12),
        ("GHI CHÚ: 7", 7),
        ("note", None),
        ("note:", None),
        ("notes on 12", None),
        ("12", None),
        ("note:-1", None),
        ("note:1.5", None),
    ],
)
def test_a_note_is_named_as_papers_print_it(words: str, mark: int | None) -> None:
    assert note_wanted(words) == mark


def test_a_note_of_a_paper_that_is_built_goes_down_to_the_cell(
    almwp: Almwp, submissions: Path, written: Path
) -> None:
    told = json.loads(written.read_text("utf-8"))["evidence"]
    one = next(note for note in told if len(note["origins"]) == 1)
    ended = almwp("explain", f"note:{one['mark']}", submissions, *PAPER)
    assert ended.code == 0
    origin = one["origins"][0]
    place = f"{origin['file']}!{origin['sheet']}!{origin['cell']}"
    lines = ended.out.splitlines()
    assert lines[0] == (
        f"note {one['mark']} of {len(told)}: National position of Viet Nam"
    )
    assert "  stands behind:" in lines
    below = lines[lines.index(place) + 1 :]
    assert below[0].startswith("  stands there: ")
    assert any(line.startswith("  read into: ") for line in below)


def test_the_same_note_of_the_paper_in_json_has_the_same_statements(
    almwp: Almwp, submissions: Path, written: Path
) -> None:
    for mark in (1, count_of(written)):
        what = f"note:{mark}"
        built = almwp("explain", what, submissions, *PAPER, "--format", "json")
        alone = almwp("explain", what, written, "--format", "json")
        both = almwp("explain", what, written, submissions, "--format", "json")
        assert (alone.code, both.out) == (0, built.out)
        told, known = (json.loads(e.out)["notes"][0] for e in (alone, built))
        assert told["statements"] == known["statements"]
        assert [c["at"] for c in told["cells"]] == [c["at"] for c in known["cells"]]
        assert not any(cell.get("has_file", True) for cell in told["cells"])
        assert all(cell["stored"] for cell in known["cells"])
        insist_it_fits(json.loads(built.out), Explained)


def test_without_its_files_a_note_says_that_they_are_needed(
    almwp: Almwp, written: Path
) -> None:
    ended = almwp("explain", "note:1", written)
    assert ended.code == 0
    assert "name its file as well to learn what stands in it" in ended.out


def test_the_answer_is_in_vietnamese(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("explain", "note:1", submissions, *PAPER, "--lang", "vi")
    assert ended.out.startswith("ghi chú 1 trong ")
    for words in ("là căn cứ của", "nội dung trong ô", "được đọc vào"):
        assert words in ended.out


@pytest.mark.parametrize("mark", ["0", "4000", "999999999"])
def test_a_note_that_is_not_there_is_refused_with_their_number(
    mark: str, almwp: Almwp, submissions: Path, written: Path
) -> None:
    said = f"almwp: this paper has no note {int(mark)}; its notes are 1 to "
    for ended in (
        almwp("explain", f"note:{mark}", submissions, *PAPER),
        almwp("explain", f"note:{mark}", written),
    ):
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == f"{said}{count_of(written)}\n"


def test_the_meeting_has_a_paper_without_notes(almwp: Almwp, submissions: Path) -> None:
    ended = almwp("explain", "note:1", submissions, *PAPER, "--audience", "meeting")
    assert ended.code == 2
    assert "names no files and cells" in ended.err


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["note:1"], "name the files of its paper as well"),
        (["note:1", "FILES"], "needs a country"),
        (["note:1", "FILES", "--report", "novel"], "novel"),
        (["all", "FILES", "--country", "VN"], "--country says of which paper"),
        (["ALM207", "--audience", "meeting"], "--audience says of which paper"),
        (["note:1", "REPORT", "--country", "VN"], "--country says of which paper"),
        (["note:1", "REPORT", "REPORT2"], "name one report; 2 were named"),
    ],
)
def test_a_wrong_call_is_told_in_one_sentence(
    call: list[str], said: str, almwp: Almwp, submissions: Path, written: Path
) -> None:
    other = written.with_name("other.json")
    other.write_bytes(written.read_bytes())
    meant = {"FILES": submissions, "REPORT": written, "REPORT2": other}
    ended = almwp("explain", *(meant.get(word, word) for word in call))
    assert ended.code == 2
    assert said in ended.err
    assert ended.err.count("\n") == 1


def test_a_report_whose_notes_were_changed_is_refused(
    almwp: Almwp, written: Path
) -> None:
    plain = json.loads(written.read_text("utf-8"))
    plain["evidence"][0]["mark"] = 2
    written.write_text(json.dumps(plain), encoding="utf-8")
    ended = almwp("explain", "note:1", written)
    assert ended.code == 3
    assert "changed by other means" in ended.err
    plain["evidence"] = [{"mark": "one"}]
    written.write_text(json.dumps(plain), encoding="utf-8")
    ended = almwp("explain", "note:1", written)
    assert ended.code == 3
    assert "this is no report of almwp: " in ended.err
