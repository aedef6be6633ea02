"""The classes of unions are named, and the names are those of classes."""

from importlib import import_module
from typing import get_args, get_type_hints

import pytest

from almwp.codec.tags import UNIONS, tags_of
from almwp.model.report import Pair, Report


@pytest.mark.parametrize(("key", "names"), UNIONS)
def test_a_union_is_told_apart_by_its_tags(key: str, names: dict[str, str]) -> None:
    classes = {}
    for tag, name in names.items():
        module, _, cls = name.rpartition(".")
        classes[tag] = getattr(import_module(module), cls)
    tags = tags_of((*classes.values(), type(None)))
    assert tags is not None
    assert (tags.key, dict(tags.classes)) == (key, classes)
    assert tags_of(tuple(classes.values())[1:]) is None


def test_the_blocks_and_subjects_of_a_report_have_tags() -> None:
    hints = get_type_hints(Report)
    for union in (get_args(hints["blocks"])[0], hints["data"]):
        assert tags_of(get_args(union)) is not None
    kinds = {kind for kind in get_type_hints(Pair).values() if get_args(kind)}
    assert any(tags_of(get_args(kind)) for kind in kinds)
