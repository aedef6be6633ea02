"""The command ``almwp template``: what it writes, says and refuses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]


@pytest.mark.parametrize("kind", ["progress", "proposals", "position", "framework"])
def test_a_fresh_template_is_read_without_an_error(
    kind: str, almwp: Almwp, tmp_path: Path
) -> None:
    path = tmp_path / "form.xlsx"
    call = ["template", kind, "--country", "Viet Nam", "--lang", "vi"]
    written = almwp(*call, "--framework", "ALM-WP-2026-2030", "-o", path)
    assert (written.code, written.err) == (0, "")
    assert written.out.strip() == str(path)
    checked = almwp("check", path)
    assert checked.code == 0
    assert "errors: 0" in checked.out


def test_last_rounds_rows_come_back_as_they_were(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    path = tmp_path / "next.xlsx"
    own = submissions / "vn-bao-cao-slom21.xlsx"
    written = almwp(
        "template", "progress", "--country", "VN", "--from", own, "-o", path
    )
    assert (written.code, written.err) == (0, "")
    checked = almwp("check", path)
    assert "activities: 10" in checked.out
    assert "ALM128" in checked.out


def test_values_that_were_kept_out_are_not_left_out_in_silence(
    almwp: Almwp, tmp_path: Path
) -> None:
    book = Path(__file__).parents[1] / "corpus" / "books" / "101-misspelt-states.xlsx"
    path = tmp_path / "next.xlsx"
    written = almwp("template", "progress", "--from", book, "-o", path)
    assert written.code == 1
    assert path.exists()
    assert f"{book.name}: values that were kept out: " in written.err
    assert "almwp check names them" in written.err


def test_the_usual_name_is_in_this_folder(
    almwp: Almwp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert almwp("template", "progress", "--country", "VN").out.strip() == (
        "alm-progress-VN.xlsx"
    )
    again = almwp("template", "progress", "--country", "VN")
    assert again.code == 2
    assert "is there already" in again.err


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["nothing"], "no template named 'nothing' (known: progress"),
        (["progress", "--framework", "X"], "no framework named 'X'"),
        (["progress", "--country", "Atlantis"], "no country named 'Atlantis'"),
        (["progress", "--lang", "xx"], "no language named 'xx'"),
        (["progress", "-o", "form.docx"], "no template can be written into"),
    ],
)
def test_a_wrong_call_ends_with_a_sentence(
    call: list[str],
    said: str,
    almwp: Almwp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = almwp("template", *call)
    assert ended.code == 2
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_nothing_could_be_read(
    almwp: Almwp, tmp_path: Path
) -> None:
    path = tmp_path / "form.xlsx"
    missing = tmp_path / "missing.xlsx"
    ended = almwp("template", "progress", "--from", missing, "-o", path)
    assert ended.code == 3
    assert "there is no such file" in ended.err
    assert not path.exists()


def test_a_value_that_does_not_fit_is_named(
    almwp: Almwp, make_workbook: Callable[..., Path], tmp_path: Path
) -> None:
    own = make_workbook(
        "own.xlsx",
        ["Country: Viet Nam"],
        ["Work programme: ALM WP 2021-2025"],
        ["No.", "Activity", "Outcome", "Status"],
        ["1", "Skills forum", "1", "ongoing"],
    )
    plan, path = tmp_path / "plan.json", tmp_path / "form.xlsx"
    assert almwp("merge", own, "-o", plan).code == 0
    text = plan.read_text(encoding="utf-8")
    assert '"node": "1"' in text
    odd = text.replace('"node": "1"', '"node": "of an older text"')
    plan.write_text(odd, encoding="utf-8", newline="\n")
    call = ["template", "progress", "--country", "VN", "--from", plan, "-o", path]
    ended = almwp(*call, "--framework", "ALM-WP-2026-2030")
    assert ended.code == 0
    assert (
        "form.xlsx!Activities: Skills forum: 'Plan reference' could not be" in ended.err
    )
