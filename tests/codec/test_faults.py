"""Every fault is named at once, with its path and in plain words."""

import pytest

from almwp.codec import Fault, decode, encode, from_json, read_plan
from almwp.model.activity import Activity
from almwp.model.moment import Period
from almwp.model.report import Report
from almwp.model.text import Text


def test_all_faults_are_named_at_once_with_their_path() -> None:
    row = {"file": "f", "sha256": "0" * 64, "sheet": "s", "row": 1}
    plain = {
        "id": "",
        "titel": {"en": "Study"},
        "host": True,
        "observations": [{"status": "done"}, {"percent": 1.5}, {"percent": "3/2"}],
        "leads": [{"kind": "country", "id": ""}, None],
        "origins": [row | {"columns": [["a"]]}],
    }
    read, faults = decode(Activity, plain)
    assert read is None
    assert [fault.path for fault in faults] == [
        "id",
        "title",
        "leads[0].id",
        "leads[1]",
        "host",
        "observations[0].status",
        "observations[1].percent",
        "observations[2]",
        "origins[0].columns[0]",
        "titel",
    ]


@pytest.mark.parametrize(
    ("plain", "fault"),
    [
        (None, Fault("", "expected an object, found null")),
        ({"id": None, "title": {}}, Fault("id", "expected a text, found null")),
        ({"id": 1, "title": {}}, Fault("id", "expected a text, found the number 1")),
        ({"id": "", "title": {}}, Fault("id", "id is not empty")),
        ({"id": "a"}, Fault("title", "it is missing")),
        ({"id": "a", "title": {}, "x": 1}, Fault("x", "there is no such key")),
        (
            {"id": "a", "title": {}, "marks": "gender"},
            Fault("marks", "expected a list, found the text 'gender'"),
        ),
        (
            {"id": "a", "title": {}, "marks": ["blue"]},
            Fault(
                "marks[0]",
                "expected one of 'gender', 'digital', 'green', found the text 'blue'",
            ),
        ),
        (
            {"id": "a", "title": {"e": "x"}},
            Fault("title", "'e' is not a language code such as 'vi'"),
        ),
        (
            {"id": "a", "title": {"en": None}},
            Fault("title", "en: expected a text, found null"),
        ),
    ],
)
def test_a_fault_is_said_in_plain_words(plain: object, fault: Fault) -> None:
    assert decode(Activity, plain) == (None, (fault,))


def test_what_the_model_never_allows_is_a_fault_in_its_own_words() -> None:
    assert decode(Period, {"first": 2025, "last": 2021}) == (
        None,
        (Fault("last", "a period does not end (2021) before it begins"),),
    )


def test_a_choice_says_what_may_stand_there() -> None:
    _, (fault,) = decode(
        Activity, {"id": "a", "title": {}, "observations": [{"percent": "half"}]}
    )
    assert fault.path == "observations[0].percent"
    assert "3/4" in fault.message
    assert "'withheld'" in fault.message


@pytest.mark.parametrize("block", [{}, {"block": "poem"}, {"block": None, "text": "x"}])
def test_a_block_without_a_known_tag_is_a_fault_at_the_tag(block: object) -> None:
    read, faults = decode(Report, {"title": "t", "blocks": [block]})
    assert read is None
    assert [fault.path for fault in faults] == ["blocks[0].block"]


def test_faults_within_a_tagged_block_have_their_path() -> None:
    plain = {"title": "t", "blocks": [{"block": "note", "text": 1, "of": "x"}]}
    _, faults = decode(Report, plain)
    assert [f.path for f in faults] == ["blocks[0].text", "blocks[0].of"]


def test_a_report_of_something_unknown_is_a_fault_at_the_tag() -> None:
    _, faults = decode(Report, {"title": "t", "data": {"of": "poem"}})
    assert [fault.path for fault in faults] == ["data.of"]


def test_unknown_keys_are_named_in_the_same_order_each_time() -> None:
    plain = {"id": "a", "title": {}} | dict.fromkeys("zyxwv", 1)
    _, faults = decode(Activity, plain)
    assert [fault.path for fault in faults] == list("vwxyz")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "line 1, column 1"),
        ('{\n  "id": a}', "line 2, column 9"),
        ("{", "column 2"),
    ],
)
def test_what_is_no_json_is_a_fault_with_line_and_column(text: str, place: str) -> None:
    read, (fault,) = from_json(Activity, text)
    assert read is None
    assert "this is no JSON" in fault.message
    assert place in fault.message


def test_keys_that_occur_twice_are_faults_with_their_path() -> None:
    text = '{"id": "a", "id": "b", "leads": [{"name": "x", "name": "x"}]}'
    read, faults = from_json(Activity, text)
    assert read is None
    assert [fault.path for fault in faults] == ["id", "leads[0].name"]


@pytest.mark.parametrize("odd", ["NaN", "Infinity", "-Infinity", "1e999", "1.0", "1e2"])
def test_numbers_that_are_not_exact_are_faults(odd: str) -> None:
    read, (fault,) = from_json(Period, f'{{"first": {odd}}}')
    assert read is None
    assert fault.path == "first"


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_endless_nesting_is_a_fault(opening: str) -> None:
    read, (fault,) = from_json(Activity, opening * 200_000)
    assert read is None
    assert "nested too deeply" in fault.message


def test_deep_nesting_in_a_single_field_is_a_fault() -> None:
    deep = '{"id": ' + "[" * 500 + "]" * 500 + ', "title": {}}'
    read, (fault,) = from_json(Activity, deep)
    assert read is None
    assert fault == Fault("id", "expected a text, found a list of 1")


def test_numbers_of_endless_length_are_faults() -> None:
    read, (fault,) = from_json(Period, '{"first": ' + "9" * 10_000 + "}")
    assert read is None
    assert "too many digits" in fault.message


@pytest.mark.parametrize(
    "odd",
    ["1e999999999", "1/0", "9" * 1001, "1" + "0" * 320, "٣/٤", " 1", "1/2/3"],
)
def test_fractions_are_read_only_in_their_own_form(odd: str) -> None:
    _, (fault,) = decode(
        Activity, {"id": "a", "title": {}, "observations": [{"percent": odd}]}
    )
    assert fault.path == "observations[0].percent"
    assert len(fault.message) < 300


def test_half_characters_are_faults_as_no_file_can_hold_them() -> None:
    read, (fault,) = from_json(Text, '{"en": "\\ud800"}')
    assert read is None
    assert "not a character" in fault.message


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[]", Fault("", "this is not a plan that almwp saved")),
        ("{}", Fault("", "this is not a plan that almwp saved")),
        ('{"almwp": "card"}', Fault("", "this is not a plan that almwp saved")),
        (
            '{"almwp": "plan", "version": 3, "plan": {"new": 1}}',
            Fault(
                "version",
                "a newer almwp saved this plan (version 3); this one reads versions "
                "up to 2; install the newer almwp to read it",
            ),
        ),
        (
            '{"almwp": "plan", "version": true}',
            Fault(
                "version",
                "this almwp reads saved plans of versions 1 to 2, but here stands true",
            ),
        ),
        ('{"almwp": "plan", "version": 1}', Fault("plan", "it is missing")),
        (
            '{"almwp": "plan", "version": 1, "plan": {"x": 1}}',
            Fault("plan.x", "there is no such key"),
        ),
    ],
)
def test_what_is_no_saved_plan_gives_one_clear_fault(text: str, fault: Fault) -> None:
    assert read_plan(text) == (None, (fault,))


def test_text_in_several_languages_is_words_by_language() -> None:
    text = Text.from_forms({"vi": "Đào tạo", "en": "Training"})
    assert encode(text) == {"en": "Training", "vi": "Đào tạo"}
