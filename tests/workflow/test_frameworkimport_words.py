"""The words of a call that imports a framework are read or refused."""

from pathlib import Path

import pytest

from almwp.errors import CallError, UnreadableFileError
from almwp.model.moment import Period
from almwp.workflow.frameworkimport import asked_level, import_framework, period_of
from almwp.workflow.session import Session


def test_a_file_that_is_not_there_cannot_be_read(session: Session) -> None:
    with pytest.raises(UnreadableFileError):
        import_framework(Path("nowhere.xlsx"), session.reading)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2026-2030", Period(2026, 2030)),
        (" 2026 – 2030 ", Period(2026, 2030)),
        ("2026-", Period(2026)),
        ("2030-2026", None),
        ("26-30", None),
        ("", None),
    ],
)
def test_years_are_read_or_refused(words: str, period: Period | None) -> None:
    if period:
        assert period_of(words) == period
        return
    with pytest.raises(CallError):
        period_of(words)


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(CallError, match="'boss' is no role"):
        asked_level("Goal=boss")
