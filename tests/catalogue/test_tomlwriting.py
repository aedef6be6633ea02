"""A framework written as TOML reads back the same, by the loader of the packaged."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve
from hypothesis import given, settings

from almwp.catalogue.frameworks import framework, framework_ids
from almwp.catalogue.tomlfile import read_framework
from almwp.catalogue.tomlwriting import framework_text
from almwp.model.framework import Framework, FrameworkStatus
from almwp.model.ids import FrameworkId
from almwp.plugins.records import FrameworkSource
from almwp.testing import strategies as model
from almwp.testing.conformance.frameworks import check_framework


def written_and_read(known: Framework) -> Framework:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mine.toml"
        text = framework_text(known, ["made up"])
        path.write_text(text, encoding="utf-8", newline="\n")
        return read_framework(path)


@settings(max_examples=60, deadline=None)
@given(model.frameworks)
def test_made_up_frameworks_read_back(known: Framework) -> None:
    # The loader takes no draft that says when it was adopted, no framework that stands
    # under itself.
    parent = known.parent if known.parent != known.id else None
    known = evolve(known, status=FrameworkStatus.ADOPTED, parent=parent)
    assert written_and_read(known) == known
    assert framework_text(known) == framework_text(known)


@pytest.mark.parametrize("known", framework_ids())
def test_packaged_frameworks_read_back(known: FrameworkId) -> None:
    assert written_and_read(framework(known)) == framework(known)


def test_what_is_written_can_be_shipped_as_pure_data(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    known = framework(FrameworkId("ALM-WP-2021-2025"))
    path.write_text(framework_text(known), encoding="utf-8")
    source = FrameworkSource.from_toml(path)
    assert (source.id, source.load()) == (known.id, known)
    check_framework(source)
