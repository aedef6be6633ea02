"""Faults of a policy file are told in the reader's language, numbers as numbers."""

from pathlib import Path

import pytest

from almwp.errors import CallError
from almwp.plugins.loading import load_plugins
from almwp.workflow.messages import translation_into
from almwp.workflow.policies import read_policy

FAULTS = {
    'weights = "given"\ngiven = 3': (
        "given: expected a list, found the number 3",
        "số 3",
    ),
    'absences = "bounds"': ("found the text 'bounds'", "văn bản 'bounds'"),
    "keep_within = -1": ("expected zero or more, found -1", "từ 0 trở lên"),
    'weights = "given"': ("weights are listed if, and only if", "luôn liệt kê khi"),
    'cap = "Raw"': ("expected one of 'capped', 'raw'", "cần một trong 'capped'"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_in_both_languages(text: str, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CallError) as refused:
        read_policy(path)
    english, vietnamese = FAULTS[text]
    assert english in str(refused.value)
    told = refused.value.message(translation_into("vi", load_plugins()))
    assert vietnamese in told
    assert "expected" not in told
    assert "found" not in told


def test_of_many_wrong_keys_the_first_are_told_and_the_known_ones_once(
    tmp_path: Path,
) -> None:
    path = tmp_path / "policy.toml"
    keys = "\n".join(f'key{number:02} = "1"' for number in range(30))
    path.write_text(f"{keys}\n[absences]\nlate = 1\nlater = 2\n", encoding="utf-8")
    with pytest.raises(CallError) as refused:
        read_policy(path)
    told = str(refused.value)
    assert told.count("known: weights") == 1
    assert "key00: there is no such key (known: " in told
    assert "key01: there is no such key; " in told
    assert told.endswith("; ... (32)")
    assert "key29" not in told
