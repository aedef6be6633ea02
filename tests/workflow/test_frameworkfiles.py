"""A framework of the user's own, from a file or from a plugin that is pure data."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from almwp.catalogue.frameworks import framework
from almwp.catalogue.tomlwriting import framework_text
from almwp.errors import CallError
from almwp.model.framework import FrameworkStatus
from almwp.model.ids import FrameworkId
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.records import FrameworkSource
from almwp.workflow.frameworkfiles import framework_path
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

ADOPTED = """\
id = "ALM-WP-2026-2030"
title = { en = "Made-up text of 2026-2030" }
aliases = ["ALM Work Programme"]
kind = "alm-work-programme"
period = { first = 2026, last = 2030 }
status = "adopted"
basis = "inferred"

[[levels]]
id = "outcome"
name = { en = "Outcome" }
role = "outcome"
complete = true

[[nodes]]
id = "o7"
level = "outcome"
number = "7"
title = { en = "A made-up outcome" }
basis = "inferred"
"""
ID = FrameworkId("ALM-WP-2026-2030")


class Shipped:
    """A plugin that brings a framework and nothing else."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @hookimpl
    def almwp_frameworks(self) -> Iterator[FrameworkSource]:
        yield FrameworkSource.from_toml(self.path)


@pytest.fixture
def adopted(tmp_path: Path) -> Path:
    path = tmp_path / "adopted.toml"
    path.write_text(ADOPTED, encoding="utf-8-sig")  # as Notepad saves it
    return path


def report(path: Path) -> Path:
    import xlsxwriter

    rows = [
        ["Country: Viet Nam"],
        ["Work programme: ALM Work Programme 2026-2030"],
        ["No.", "Activity", "Outcome", "Status"],
        ["1", "Made-up course", "7. A made-up outcome", "ongoing"],
    ]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Report")
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return path


def test_reports_are_read_by_the_adopted_text_once_it_is_loaded(
    session: Session, adopted: Path, tmp_path: Path
) -> None:
    path = report(tmp_path / "vn.xlsx")
    (before,) = session.read([path]).submissions
    assert [r.node for a in before.activities for r in a.references] == [None]
    own = session.with_framework(adopted)
    (after,) = own.read([path]).submissions
    assert [r.node for a in after.activities for r in a.references] == ["o7"]
    digest = hashlib.sha256(adopted.read_bytes()).hexdigest()
    card = own.score(own.merge(own.read([path])))
    assert ("adopted.toml", digest) in {
        (f.name, f.sha256) for f in card.manifest.inputs
    }
    titles = {line.scope.title.in_("en") for line in card.lines}
    assert "A made-up outcome" in titles


def test_the_session_before_knows_nothing_of_it(
    session: Session, adopted: Path
) -> None:
    own = session.with_framework(adopted)
    assert own.plugins.frameworks[ID].load().status is FrameworkStatus.ADOPTED
    assert session.plugins.frameworks[ID].load().status is FrameworkStatus.DRAFT
    assert len(own.reading.lexicon.frameworks) == len(
        session.reading.lexicon.frameworks
    )
    assert own.plugins.failures == session.plugins.failures


def test_an_id_is_no_file_even_where_a_file_is_so_called(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(ID).write_text("x", encoding="utf-8")
    assert framework_path(ID, session.plugins) is None
    assert framework_path("Mine.TOML", session.plugins) == Path("Mine.TOML")
    with pytest.raises(CallError, match="import"):
        framework_path("filled-in.xlsx", session.plugins)


def test_a_plugin_of_pure_data_ships_a_framework(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = framework_text(framework(FrameworkId("ALM-WP-2021-2025")))
    path.write_text(text.replace("ALM-WP-2021-2025", "MADE-UP-1"), encoding="utf-8")
    session = Session.start(extra={"shipped": Shipped(path)})
    assert session.plugins.frameworks.provider_of("MADE-UP-1") == "shipped"
    assert session.plugins.failures == ()
    form = session.template(WantedTemplate(kind="progress", framework="MADE-UP-1"))
    assert "MADE-UP-1" in form.stamp


def test_a_plugin_with_a_broken_framework_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(ADOPTED.replace("2026-2030", "X", 1) + 'levle = "x"\n', "utf-8")
    session = Session.start(extra={"shipped": Shipped(path)})
    (failure,) = session.plugins.failures
    assert failure.plugin == "shipped"
    assert "nodes[0].levle: there is no such key" in failure.why
