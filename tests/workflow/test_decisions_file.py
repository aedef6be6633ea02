"""The decisions file: what can be said in it, what is refused, how it is written."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.errors import CallError
from almwp.model.activity import Activity
from almwp.model.decision import (
    ActivityName,
    Decision,
    DecisionKind,
    FileName,
)
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.text import Text
from almwp.model.workplan import Claim, Conflict, LikelyVersion, Route, WorkPlan
from almwp.testing.strategies import filled_words, words
from almwp.workflow.decisions import DecisionsFile, read_decisions
from almwp.workflow.decisionswriting import decisions_text

VALUE = '[[value]]\nactivity = "VN:1"\nfield = "status"\n'


@pytest.fixture
def read(tmp_path: Path) -> "Read":
    return Read(tmp_path / "decisions.toml")


class Read:
    """Reads a text as a decisions file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, text: str | bytes) -> DecisionsFile:
        content = text.encode() if isinstance(text, str) else text
        self.path.write_bytes(content)
        return read_decisions(self.path)


def test_all_kinds_of_decisions_are_read(read: Read) -> None:
    found = read(
        """
by = "Ms Lan"
[[value]]
activity = "VN:1"
title = "Job fairs"
field = "status"
about = "2025-10-21"
among = ["ongoing", "completed"]
take = "completed"
because = "seen"
[[pair]]
activities = ["VN:3", "PH:8"]
titles = ["One", "Two"]
take = "same"
by = "Mr Cruz"
[[version]]
files = ["b.xlsx", "a.xlsx"]
sha256 = ["00112233", "44556677"]
take = "b.xlsx"
[[owner]]
activity = "VN:2"
country = "Viet Nam"
take = "Ministry of Health"
[[owner]]
activity = "VN:4"
country = "VN"
"""
    )
    value, pair, version, owner = found.decisions
    assert value == Decision(
        kind=DecisionKind.VALUE,
        activities=(ActivityName(id="VN:1", title="Job fairs"),),
        field="status",
        about="2025-10-21",
        among=("ongoing", "completed"),
        take="completed",
        because="seen",
        by="Ms Lan",
    )
    assert (pair.take, pair.by) == ("same", "Mr Cruz")
    assert [name.id for name in pair.activities] == ["PH:8", "VN:3"]
    assert version.files == (
        FileName(name="a.xlsx", sha256="44556677"),
        FileName(name="b.xlsx", sha256="00112233"),
    )
    assert (owner.country, owner.take) == ("VN", "Ministry of Health")
    assert found.left_open == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[verdict]]\n", "'verdict' is not known; a decision begins with one of:"),
        ("value = 1\n", "write [[value]] above each decision of that kind"),
        ("value = [1]\n", "write [[value]] above each decision of that kind"),
        ("by = 1\n", "write by as text between quotation marks"),
        (VALUE + "tak = 'x'\n", "[[value]] 1: 'tak' is not known; known are: activity"),
        (VALUE + "take = 1\n", "[[value]] 1: write take as text"),
        (VALUE + "among = 'x'\n", "[[value]] 1: write among as a list"),
        ("[[value]]\nfield = 'status'\n", "[[value]] 1: it says no activity"),
        ("[[value]]\nactivity = 'VN:1'\n", "[[value]] 1: it says no field"),
        (
            "[[value]]\nactivity = 'VN:1'\nfield = 'stats'\n",
            "[[value]] 1: there is no field 'stats'",
        ),
        ("[[pair]]\nactivities = ['VN:1']\n", "write activities as a list"),
        ("[[pair]]\n", "[[pair]] 1: it names no two activities"),
        (
            "[[pair]]\nactivities = ['VN:1', 'VN:1']\n",
            "both are VN:1; write their titles as well",
        ),
        (
            "[[pair]]\nactivities = ['VN:1', 'PH:1']\ntake = 'one'\n",
            "'one' cannot be taken; take one of: same, different",
        ),
        ("[[version]]\n", "[[version]] 1: it names no two files"),
        (
            "[[version]]\nfiles = ['a', 'b']\nsha256 = ['x', 'y']\n",
            "'x' is not the beginning of a fingerprint",
        ),
        (
            "[[version]]\nfiles = ['a', 'b']\ntake = 'c'\n",
            "'c' cannot be taken; take one of: both, a, b",
        ),
        (
            "[[owner]]\nactivity = 'VN:1'\ncountry = 'XX'\n",
            "[[owner]] 1: 'XX' is no member state",
        ),
        (VALUE + VALUE + "take = x\n", "line 7: this is not TOML"),
        (VALUE + "take = 'a'\ntake = 'b'\n", "once in each entry"),
        (b"by = '\xff'\n", "not text in UTF-8"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence_with_its_place(
    read: Read, text: str | bytes, said: str
) -> None:
    with pytest.raises(CallError) as caught:
        read(text)
    assert said in str(caught.value)
    assert str(read.path) in str(caught.value)
    assert caught.value.exit_code == 2


def test_notepad_of_windows_may_have_saved_it(read: Read) -> None:
    text = (VALUE + 'take = "ongoing"\n').replace("\n", "\r\n")
    (decision,) = read(b"\xef\xbb\xbf" + text.encode()).decisions
    assert decision.take == "ongoing"


names = st.builds(ActivityName, id=filled_words, title=words)
decisions = st.builds(
    Decision,
    kind=st.just(DecisionKind.VALUE),
    activities=st.tuples(names),
    field=st.sampled_from(("status", "place", "target")),
    about=words,
    among=st.lists(words, max_size=3),
    take=filled_words.filter(lambda words: bool(words.strip())),
    because=words,
    by=words,
)


def bare(decision: Decision) -> Decision:
    """Without the white space around words that say nothing of a value."""
    (name,) = decision.activities
    return evolve(
        decision,
        activities=(ActivityName(id=name.id.strip(), title=name.title.strip()),),
        about=decision.about.strip(),
        because=decision.because.strip(),
        by=decision.by.strip(),
    )


@given(st.lists(decisions, max_size=3))
@settings(max_examples=40)
def test_what_was_decided_is_written_as_it_is_read(
    tmp_path_factory: pytest.TempPathFactory, made: list[Decision]
) -> None:
    kept = [d for d in made if d.activities[0].id.strip()]
    path = tmp_path_factory.mktemp("decided") / "decisions.toml"
    text = decisions_text(WorkPlan(decisions=kept))
    path.write_bytes(text.encode())
    assert list(read_decisions(path).decisions) == [bare(d) for d in kept]


@given(words, filled_words, filled_words)
@settings(max_examples=40)
def test_every_open_question_can_be_decided_by_taking_signs_away(
    tmp_path_factory: pytest.TempPathFactory, title: str, one: str, other: str
) -> None:
    name = ActivityId("VN:1")
    claims = tuple(Claim(value=value, owner="VN, x\ny") for value in (one, other))
    plan = WorkPlan(
        activities=(Activity(id=name, title=Text.of(title, "en")),),
        conflicts=(Conflict(activity=name, field="place", claims=claims),),
        likely_versions=(LikelyVersion(files=("a", "a"), sha256=("0" * 64, "1" * 64)),),
        routes=(
            Route(
                activity=name,
                country=CountryCode("VN"),
                was="the former\nministry",
                candidates=("MoHA", "MOET"),
            ),
        ),
    )
    text = decisions_text(plan)
    path = tmp_path_factory.mktemp("open") / "decisions.toml"
    path.write_bytes(text.encode())
    untouched = read_decisions(path)
    assert (untouched.decisions, untouched.left_open) == ((), 3)
    chosen = "\n\n".join(
        entry.replace("# take = ", "take = ", 1) for entry in text.split("\n\n")
    )
    path.write_bytes(chosen.encode())
    takes = [decision.take for decision in read_decisions(path).decisions]
    expected = [value for value in (one,) if value.strip()]
    assert takes == [*expected, "1" * 12, "MoHA"]
