"""Of every field that a paper may reach somebody has said who may read it."""

import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from almwp.model.activity import Activity, Extra
from almwp.model.alignment import Alignment
from almwp.model.nationalposition import NationalPosition
from almwp.model.opening import opened
from almwp.model.overlap import Overlaps
from almwp.model.position import Audience, Piece
from almwp.model.readership import READERS, readers_of
from almwp.model.report import Report
from almwp.model.score import Scorecard
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan

MADE_FROM = (NationalPosition, Scorecard, Overlaps, Alignment, WorkPlan)
"""All that a report may be made from."""


def classes_in(kind: Any) -> Iterator[type]:
    """Give the classes of records that a value of this type may hold."""
    if isinstance(kind, type) and attrs.has(kind):
        yield kind
    for argument in typing.get_args(kind):
        yield from classes_in(argument)


def reached(audience: Audience) -> set[type]:
    """Return the classes that a paper for *audience* may hold."""
    found: set[type] = set()
    waiting: list[type] = list(MADE_FROM)
    while waiting:
        cls = waiting.pop()
        if cls in found:
            continue
        found.add(cls)
        hints = typing.get_type_hints(cls)
        for field in attrs.fields(cls):
            if audience.may_read(readers_of(cls, field.name)):
                waiting += classes_in(hints[field.name])
    return found


def test_the_data_of_a_report_is_one_of_those_that_are_walked() -> None:
    data = typing.get_type_hints(Report)["data"]
    assert isinstance(data, types.UnionType)
    assert set(classes_in(data)) == set(MADE_FROM)


@pytest.mark.parametrize("cls", sorted(reached(Audience.DELEGATION), key=str))
def test_somebody_has_said_of_each_field_who_may_read_it(cls: type) -> None:
    assert set(READERS[cls]) == {field.name for field in attrs.fields(cls)}


@pytest.mark.parametrize("audience", [Audience.MEETING, Audience.DELEGATION])
def test_what_an_audience_may_not_read_can_be_left_out(audience: Audience) -> None:
    for cls in reached(audience) & set(READERS):
        for field in attrs.fields(cls):
            is_read = audience.may_read(readers_of(cls, field.name))
            assert is_read or field.default is not attrs.NOTHING, (cls, field.name)


def test_a_field_that_nobody_has_listed_is_for_the_ministry_alone() -> None:
    assert readers_of(Activity, "a field of next year") is Audience.INTERNAL


def test_a_class_that_nobody_has_listed_goes_nowhere() -> None:
    extra = Extra(heading="Own", value="column", cell="K7")
    for audience in (Audience.MEETING, Audience.DELEGATION):
        with pytest.raises(TypeError, match="who may read the fields of Extra"):
            opened(extra, audience)
    assert opened(extra, Audience.INTERNAL) is extra


def test_texts_that_are_not_for_the_audience_are_left_out_of_their_list() -> None:
    pieces = tuple(
        Piece(text=Text.of(audience), audience=audience) for audience in Audience
    )
    kept = [str(piece.text) for piece in opened(pieces, Audience.DELEGATION)]
    assert kept == ["delegation", "meeting"]
    assert opened(pieces, Audience.MEETING) == ()  # none of them is cleared


@pytest.mark.parametrize(
    ("languages", "kept"),
    [(("en",), {"en"}), (("vi", "en"), {"en", "vi"}), (("id",), {"en"}), ((), None)],
)
def test_the_meeting_gets_a_text_in_the_languages_in_which_it_is_shown(
    languages: tuple[str, ...], kept: set[str] | None
) -> None:
    text = Text.from_forms({"en": "one", "vi": "một", "th": "หนึ่ง"})
    told = opened(text, Audience.MEETING, languages)
    assert set(told.languages) == (kept or set(text.languages))
    assert opened(text, Audience.DELEGATION, languages) == text
