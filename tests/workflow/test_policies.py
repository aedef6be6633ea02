"""A policy file goes into the scores and into their manifest."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from almwp.errors import CallError
from almwp.model.absence import Absence
from almwp.model.manifest import InputFile
from almwp.model.policy import Cap, Policy
from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan
from almwp.plugins import Scorer, hookimpl
from almwp.testing.sampleindicators import sample_indicator, sample_reading
from almwp.workflow.policies import read_policy
from almwp.workflow.session import Session


class _Plain:
    @hookimpl
    def almwp_scorers(self) -> Iterator[Scorer]:
        yield Scorer(name="plain", summary="Nothing", score=lambda plan, _: _NOTHING)


_NOTHING = Scorecard(method="plain")
PLAN = WorkPlan(indicators=(sample_indicator(sample_reading("2023", 70)),))


def test_a_policy_is_followed_and_named_in_the_manifest(tmp_path: Path) -> None:
    path = tmp_path / "raw.toml"
    path.write_bytes(b'cap = "raw"\r\n')
    session = Session.start()
    card = session.score(PLAN, method="achievement", by=(), policy=path)
    assert card.policy == Policy(cap=Cap.RAW)
    digest = hashlib.sha256(b'cap = "raw"\r\n').hexdigest()
    assert card.manifest.inputs == (InputFile(name="raw.toml", sha256=digest),)
    assert ("policy", "raw.toml") in card.manifest.settings
    value = card.lines[0].score.value
    assert not isinstance(value, Absence)
    assert value > 1
    plain = session.score(PLAN, method="achievement", by=())
    assert plain.lines[0].score.value == 1
    assert plain.manifest.inputs == ()


def test_a_method_that_follows_no_policy_refuses_one(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("", encoding="utf-8")
    session = Session.start(extra={"plain": _Plain()})
    with pytest.raises(CallError, match="plain follows no policy"):
        session.score(PLAN, method="plain", policy=path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"cap = raw", "line 1: this is not TOML"),
        (b'cap = "raw"\nabsences', "line 2: this is not TOML"),
        ('cap = "rảw"'.encode("utf-16"), "not text in UTF-8"),
        (b'cap = "raw\xff"', "not text in UTF-8"),
        (b'cap = "row"', "cap: expected one of 'capped', 'raw'"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_name(
    content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(content)
    with pytest.raises(CallError) as caught:
        read_policy(path)
    assert str(path) in str(caught.value)
    assert said in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="could not be read"):
        read_policy(tmp_path / "none.toml")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(b'\xef\xbb\xbfcap = "raw"')
    assert read_policy(path).policy.cap is Cap.RAW
