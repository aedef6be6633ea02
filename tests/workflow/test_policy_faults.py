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
