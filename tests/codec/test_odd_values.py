"""Odd values are refused, or they are what the schema allows."""

from typing import Any

import attrs
import jsonschema
import pytest

from almwp.codec import decode
from almwp.codec.schema import schema_of
from almwp.model.activity import Activity, Observation
from almwp.model.figures import Figure
from almwp.model.framework import Framework
from almwp.model.indicator import Indicator
from almwp.model.member import Member, Ministry
from almwp.model.moment import Period
from almwp.model.report import Heading, Report, Table
from almwp.model.score import Part, Score
from almwp.model.source import Tally
from almwp.model.submission import Submission
from tests.schemafit import insist_it_fits

ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    -1,
    0,
    1.5,
    1.0,
    float("nan"),
    "",
    " ",
    "None",
    "1",
    "1/0",
    "1e9",
    "0.5",
    "\uff12",
    "٢٠٢٤",
    "2024",
    "2024-13",
    "2024-02-30",
    "\ud800",
    {},
    {"en": None},
    {"en": "x"},
    {"EN!": "x"},
    [],
    [None],
    [[]],
    [["a", "b"]],
    [["a", "b", "c"]],
    ["None"],
    ["\ud800"],
    [True],
    [{}],
    ("a",),
    b"a",
    frozenset(),
)

VALID: dict[type, dict[str, Any]] = {
    Activity: {"id": "a", "title": {"en": "Study"}},
    Observation: {},
    Framework: {
        "id": "F",
        "title": {"en": "Plan"},
        "kind": "plan",
        "status": "draft",
        "basis": "reported",
    },
    Indicator: {"id": "i", "name": {"en": "Rate"}},
    Member: {
        "iso2": "VN",
        "iso3": "VNM",
        "name": {"en": "Viet Nam"},
        "joined": "1995-07-28",
    },
    Ministry: {"name": {"en": "Ministry"}, "basis": "reported"},
    Period: {"first": 2021},
    Heading: {"text": "Heading"},
    Report: {"title": "Report"},
    Table: {"columns": [{"heading": "Title"}]},
    Figure: {"caption": "Progress"},
    Part: {"id": "a", "value": "1/2"},
    Score: {
        "value": "1/2",
        "low": "0",
        "high": "1",
        "known": 1,
        "total": 2,
        "method": "count",
    },
    Tally: {"id": "t", "text": {"en": "Projects"}, "total": 3, "basis": "reported"},
    Submission: {"file": "vn.xlsx", "sha256": "0" * 64},
}
CASES = [(cls, field.name) for cls in VALID for field in attrs.fields(cls)]


@pytest.mark.parametrize("cls", VALID, ids=lambda cls: cls.__name__)
def test_the_smallest_record_is_read(cls: type[Any]) -> None:
    read, faults = decode(cls, VALID[cls])
    assert faults == ()
    assert read is not None
    insist_it_fits(VALID[cls], cls)


@pytest.mark.parametrize(
    ("cls", "name"), CASES, ids=[f"{cls.__name__}-{name}" for cls, name in CASES]
)
def test_no_odd_value_slips_past_the_schema(cls: type[Any], name: str) -> None:
    check = jsonschema.Draft202012Validator(
        schema_of(cls), format_checker=jsonschema.FormatChecker()
    )
    for value in ODD:
        plain = VALID[cls] | {name: value}
        read, faults = decode(cls, plain)
        assert (read is None) == bool(faults), value
        assert all(str(fault).isprintable() for fault in faults), value
        if read is not None:
            check.validate(plain)


@pytest.mark.parametrize("cls", VALID, ids=lambda cls: cls.__name__)
def test_what_is_no_object_with_the_right_keys_is_refused(cls: type[Any]) -> None:
    check = jsonschema.Draft202012Validator(schema_of(cls))
    for value in ODD:
        if value == {} and cls is Observation:
            continue
        read, faults = decode(cls, value)
        assert read is None, value
        assert faults, value
        assert not check.is_valid(value), value


def test_an_empty_object_is_a_record_of_defaults() -> None:
    assert decode(Observation, {}) == (Observation(), ())


@pytest.mark.parametrize(
    ("cls", "name"), CASES, ids=[f"{cls.__name__}-{name}" for cls, name in CASES]
)
def test_required_keys_are_those_of_the_schema(cls: type[Any], name: str) -> None:
    plain = {key: value for key, value in VALID[cls].items() if key != name}
    read, faults = decode(cls, plain)
    required = name in schema_of(cls)["$defs"][cls.__name__]["required"]
    assert required == (read is None)
    assert required == (name in [fault.path for fault in faults])
