"""What is wrong with a call is said in the language that the call asks for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.cli.wrongcalls import language_of

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
