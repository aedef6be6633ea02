"""Formats of several files, and facts that only the user knows."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from attrs import evolve

from almwp.errors import CallError, PluginError, UnwritableFileError
from almwp.exporting.filesets import packed
from almwp.model.manifest import Manifest
from almwp.model.report import Report
from almwp.plugins import Exporter, hookimpl
from almwp.workflow.reportsettings import settings_of, with_settings
from almwp.workflow.session import Session

REPORT = Report(title="A report")
FILES: Mapping[PurePosixPath, bytes] = {PurePosixPath("data/a.csv"): b"a"}


class Pairs:
    """A plugin whose format is of several files."""

    def __init__(self, given: Any = FILES) -> None:
        self.given = given

    @hookimpl
    def almwp_exporters(self) -> list[Exporter]:
        return [
            Exporter(
                name="pairs",
                summary="Pairs",
                suffix=".pairs.zip",
                render=lambda report: packed(FILES),
                render_files=lambda report: self.given,
                settings=("owner",),
            )
        ]


def session(given: Any = FILES) -> Session:
    return Session.start(extra={"test": Pairs(given)})


def test_they_are_a_folder(tmp_path: Path) -> None:
    (path,) = session().write(REPORT, ["pairs"], tmp_path, "plan")
    assert path == tmp_path / "plan.pairs"
    assert (path / "data" / "a.csv").read_bytes() == b"a"


def test_they_are_one_file_when_asked_for(tmp_path: Path) -> None:
    (path,) = session().write(REPORT, ["pairs"], tmp_path, "plan", is_packed=True)
    assert path == tmp_path / "plan.pairs.zip"
    assert path.read_bytes() == packed(FILES) == session().render(REPORT, "pairs")


def test_nothing_is_written_where_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.pairs").mkdir()
    (tmp_path / "plan.pairs" / "mine.txt").write_bytes(b"mine")
    with pytest.raises(UnwritableFileError, match=r"mine\.txt"):
        session().write(REPORT, ["json", "pairs"], tmp_path, "plan")
    assert [p.name for p in tmp_path.iterdir()] == ["plan.pairs"]


@pytest.mark.parametrize(
    "given",
    [
        {},
        None,
        [1],
        {PurePosixPath("../a"): b""},
        {PurePosixPath("a"): "text"},
        {1: b""},
    ],
    ids=repr,
)
def test_a_plugin_that_gives_no_files_is_named(given: object, tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="the plugin 'test' broke"):
        session(given).write(REPORT, ["pairs"], tmp_path, "plan")
    assert list(tmp_path.iterdir()) == []


def test_what_a_user_tells_is_in_the_manifest() -> None:
    (exporter,) = Pairs().almwp_exporters()
    told = settings_of([("pairs.owner", "VN")], [exporter])
    report = evolve(REPORT, manifest=Manifest(settings=[("as-of", "2025")]))
    found = with_settings(report, told).manifest.settings
    assert found == (("as-of", "2025"), ("pairs.owner", "VN"))
    assert with_settings(report, ()) == report


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ([("owner", "VN")], r"asks for 'owner' \(asked for: pairs.owner\)"),
        ([("csv.owner", "VN")], "asks for 'csv.owner'"),
        ([("pairs.owner", "VN"), ("pairs.owner", "ID")], "'pairs.owner' is told twice"),
    ],
)
def test_what_no_format_asks_for_is_refused(
    told: list[tuple[str, str]], why: str
) -> None:
    (exporter,) = Pairs().almwp_exporters()
    with pytest.raises(CallError, match=why):
        settings_of(told, [exporter])
