"""The committed schemas are those that the classes give."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from attrs import frozen

from almwp.codec.schema import schema_of, schema_text
from almwp.model.score import Part
from almwp.testing.schemas import PRINTED, print_schemas

FOLDER = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", PRINTED)
def test_committed_schema_is_in_step_with_its_class(name: str) -> None:
    committed = (FOLDER / f"{name}.schema.json").read_bytes().decode()
    assert committed == schema_text(PRINTED[name]), (
        "run python -m almwp.testing.schemas"
    )


def test_there_are_no_other_schemas() -> None:
    committed = {path.name for path in FOLDER.iterdir() if path.suffix == ".json"}
    assert committed == {f"{name}.schema.json" for name in PRINTED}


@pytest.mark.parametrize("name", PRINTED)
def test_committed_schema_is_a_schema(name: str) -> None:
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]


def test_schemas_are_printed_for_any_table_of_classes(tmp_path: Path) -> None:
    print_schemas(tmp_path / "new", {"part": Part})
    (printed,) = (tmp_path / "new").iterdir()
    assert printed.name == "part.schema.json"
    assert printed.read_bytes().decode() == schema_text(Part)


def test_descriptions_are_those_of_the_docstrings() -> None:
    weight = schema_of(Part)["$defs"]["Part"]["properties"]["weight"]
    assert weight["description"] == (
        "Its weight, not negative; None where nobody knows it."
    )
    assert weight["default"] == "1"


@pytest.mark.parametrize("kind", [float, dict[str, int], list[str], object, bytes])
def test_types_without_an_exact_form_are_refused(kind: Any) -> None:
    made = attrs.make_class("Made", {"value": attrs.field(type=kind)})
    with pytest.raises(TypeError, match="no exact form"):
        schema_of(made)


def test_two_classes_of_one_name_are_refused() -> None:
    def record(kind: type) -> type:
        return attrs.make_class("Twin", {"value": attrs.field(type=kind)})

    class Colour(StrEnum):
        RED = "red"

    @frozen
    class Pair:
        one: record(str)  # type: ignore[valid-type]
        other: record(Colour)  # type: ignore[valid-type]

    with pytest.raises(TypeError, match="two classes are called Twin"):
        schema_of(Pair)
