"""What is wrong with a call is said in the language that the call asks for."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.cli.wrongcalls import language_of
from almwp.errors import SYSTEM_PROBLEMS, system_problem

Almwp = Callable[..., Any]


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        ("score", 2, "chưa nêu gì để tính; hãy nêu tệp"),
        ("score gone.xlsx", 3, "gone.xlsx: không có tệp hoặc thư mục này"),
        ("score gone.xlsx --by x", 2, "không có phạm vi nào tên 'x'"),
        ("score gone.xlsx --method x", 2, "không có cách tính nào tên 'x'"),
        ("score gone.xlsx --as-of soon", 2, "'soon' không phải là ngày"),
        ("check SUBMISSIONS --framework x", 2, "không có chương trình nào tên 'x'"),
        ("explain ALM2O7", 2, "không có quy tắc nào tên"),
        ("explain xyz SUBMISSIONS", 2, "không có gì tên là 'xyz'"),
        ("explain workshop SUBMISSIONS", 2, "là một phần của"),
        ("score gone.xlsx --formt csv", 2, "không có tuỳ chọn --formt"),
        ("score gone.xlsx --format xml", 2, "dùng một trong: text, json, csv"),
        ("check", 2, "lệnh còn thiếu FILE..."),
        ("nothing", 2, "không có lệnh 'nothing'"),
        ("position gone.xlsx --country x --meeting slom-21", 2, "nào tên 'x'"),
    ],
)
def test_a_wrong_call_is_said_in_vietnamese(
    call: str, code: int, said: str, almwp: Almwp, submissions: Path
) -> None:
    words = [str(submissions) if w == "SUBMISSIONS" else w for w in call.split()]
    for asked in (["--lang", "vi"], ["--lang=vi"]):
        ended = almwp(*words, *asked)
        assert (ended.code, ended.out) == (code, "")
        assert said in ended.err


_ENGLISH = re.compile(
    r"\b(the|a|an|is|not|or|any|no|such|file|directory|folder|needs|name|with)\b", re.I
)


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        ("export SUBMISSIONS --report brief", 2, "lập trường quốc gia cần có nước"),
        ("export SUBMISSIONS --report brief --country VN", 2, "cần có hội nghị"),
        ("position SUBMISSIONS --country VN --meeting x", 2, "hoặc tên bất kỳ kèm"),
        ("merge SUBMISSIONS -o INSIDE/plan.json", 3, "INSIDE/plan.json: "),
        ("score SUBMISSIONS --framework INSIDE/f.toml", 3, "phần của đường dẫn"),
        ("score SUBMISSIONS --framework gone.toml", 3, "không có tệp hoặc thư mục"),
        ("score SUBMISSIONS --mapping INSIDE/m.toml", 2, "phần của đường dẫn"),
        ("score SUBMISSIONS --mapping FOLDER", 2, "thư mục, không phải tệp"),
        ("check SUBMISSIONS --annotate PLAIN", 2, "tệp, không phải thư mục"),
        ("template position -o FOLDER", 2, "thư mục, không phải tệp"),
    ],
)
def test_no_word_of_it_is_english(
    call: str, code: int, said: str, almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    plain, folder = tmp_path / "1.txt", tmp_path / "2.xlsx"
    plain.write_text("x", encoding="utf-8")
    folder.mkdir()
    places = {"SUBMISSIONS": submissions, "FOLDER": folder, "PLAIN": plain}
    words = [str(places.get(word, word)) for word in call.split()]
    words = [word.replace("INSIDE", str(plain)) for word in words]
    ended = almwp(*words, "--lang", "vi")
    told = ended.err.rpartition("almwp: ")[2]
    assert ended.code == code
    assert said.replace("INSIDE", str(plain)) in told
    assert not _ENGLISH.findall(told.replace(str(tmp_path), ""))


@pytest.mark.parametrize("number", sorted(SYSTEM_PROBLEMS))
def test_what_a_system_says_is_said_in_words_of_our_own(number: int) -> None:
    told = system_problem(OSError(number, "in the words of the system"))
    assert told == SYSTEM_PROBLEMS[number]
    assert system_problem(OSError("our own")) == "our own"


def test_a_policy_that_is_not_there_is_said_in_vietnamese(almwp: Almwp) -> None:
    call = ("score", "x.xlsx", "--policy", "gone.toml", "--method", "delivery")
    ended = almwp(*call, "--lang", "vi")
    assert ended.code == 2
    assert "không có tệp hoặc thư mục này" in ended.err


def test_a_language_that_nobody_speaks_is_refused_in_english(almwp: Almwp) -> None:
    ended = almwp("score", "x.xlsx", "--lang", "xx")
    assert ended.code == 2
    assert "no language named 'xx'" in ended.err


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ("", "en"),
        ("check x", "en"),
        ("check --lang vi x", "vi"),
        ("check --lang=vi", "vi"),
        ("check --lang en --lang vi", "vi"),
        ("check --lang", "en"),
    ],
)
def test_the_language_is_known_also_where_the_call_is_wrong(
    arguments: str, language: str
) -> None:
    assert language_of(arguments.split()) == language
