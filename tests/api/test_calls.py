"""The functions go from files to a paper, in one thread or in many."""

import doctest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree

import attrs
import pytest

import almwp
from almwp.workflow import calls, furthercalls

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("module", [calls, furthercalls], ids=lambda m: m.__name__)
def test_examples_of_docstrings_run(
    module: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.failed == 0
    assert result.attempted >= 3


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".json", ".csv", ".xlsx"])
def test_the_ending_says_the_format(
    ending: str, report: almwp.Report, session: almwp.Session, tmp_path: Path
) -> None:
    target = tmp_path / "made" / f"position{ending}"
    assert almwp.write(report, target, session=session) == target
    exporters = session.plugins.exporters
    (name,) = [n for n, each in exporters.items() if each.suffix == ending]
    assert target.read_bytes() == session.render(report, name)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize(
    "name", ["position", "position.xyz", ".docx", ".DOCX", "position.docx.old"]
)
def test_an_ending_of_no_format_is_refused(
    name: str, report: almwp.Report, session: almwp.Session, tmp_path: Path
) -> None:
    with pytest.raises(almwp.CallError, match=r"no ending .*known: .*\.docx"):
        almwp.write(report, tmp_path / name, session=session)
    assert list(tmp_path.iterdir()) == []


def test_capitals_of_an_ending_are_kept(
    report: almwp.Report, session: almwp.Session, tmp_path: Path
) -> None:
    target = almwp.write(report, tmp_path / "Position.DOCX", session=session)
    assert [path.name for path in tmp_path.iterdir()] == ["Position.DOCX"]
    assert target.read_bytes() == session.render(report, "docx")


def test_a_format_that_is_named_has_its_ending(
    report: almwp.Report, session: almwp.Session, tmp_path: Path
) -> None:
    with pytest.raises(almwp.CallError, match=r"known: \.html"):
        almwp.write(report, tmp_path / "a.docx", format="html", session=session)
    with pytest.raises(almwp.UnknownNameError, match="no exporter named 'word'"):
        almwp.write(report, tmp_path / "a.docx", format="word", session=session)


def test_of_two_formats_with_one_ending_one_must_be_named(
    report: almwp.Report, session: almwp.Session, tmp_path: Path
) -> None:
    class Twin:
        """A plugin with another format of the same ending."""

        def almwp_exporters(self) -> list[object]:
            from almwp.plugins import Exporter

            return [
                Exporter(
                    name="twin", summary="", suffix=".md", render=lambda report: b"twin"
                )
            ]

    from almwp.plugins import hookimpl

    hookimpl(Twin.almwp_exporters)
    both = almwp.Session.start(extra={"twin": Twin()})
    target = tmp_path / "a.md"
    with pytest.raises(almwp.CallError, match="markdown, twin"):
        almwp.write(report, target, session=both)
    almwp.write(report, target, format="twin", session=both)
    assert target.read_bytes() == b"twin"


def test_a_saved_plan_is_read_again(
    plan: almwp.WorkPlan, session: almwp.Session, tmp_path: Path
) -> None:
    path = almwp.write(plan, tmp_path / "plan.json", session=session)
    again = almwp.merge(almwp.read([path], session=session))
    assert again.rows() == plan.rows()


def test_a_plan_is_saved_in_no_other_form(
    plan: almwp.WorkPlan, session: almwp.Session, tmp_path: Path
) -> None:
    with pytest.raises(almwp.CallError, match=r"ending in \.json"):
        almwp.write(plan, tmp_path / "plan.xlsx", session=session)
    with pytest.raises(almwp.CallError, match="saved as it is"):
        almwp.write(plan, tmp_path / "plan.json", format="csv", session=session)
    assert list(tmp_path.iterdir()) == []


def test_without_a_session_the_same_is_made(
    plan: almwp.WorkPlan, report: almwp.Report
) -> None:
    assert almwp.position(plan, country="VN", meeting="slom-21") == report


def test_values_know_no_session(report: almwp.Report, tmp_path: Path) -> None:
    bare = almwp.Session.start(without=["slom"])
    with pytest.raises(almwp.CallError, match="no ending"):
        almwp.write(report, tmp_path / "position.docx", session=bare)


def test_decisions_and_crosswalks_come_from_files(
    plan: almwp.WorkPlan, submissions: Path, session: almwp.Session, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.toml"
    with pytest.raises(almwp.CallError, match="decisions file could not be read"):
        almwp.merge(almwp.read([submissions], session=session), decisions=missing)
    with pytest.raises(almwp.UnreadableFileError):
        almwp.carry_over(
            plan, to="ALM-WP-2026-2030", crosswalk=missing, session=session
        )


def test_many_threads_share_one_session(
    submissions: Path, session: almwp.Session, tmp_path: Path
) -> None:
    def whole_way(number: int) -> bytes:
        plan = almwp.merge(almwp.read([submissions], session=session))
        report = almwp.position(plan, country="VN", meeting="slom-21", session=session)
        own = almwp.write(report, tmp_path / f"{number}.md", session=session)
        almwp.write(report, tmp_path / "same.md", session=session)
        return own.read_bytes()

    with ThreadPoolExecutor(max_workers=4) as pool:
        made = set(pool.map(whole_way, range(8)))
    assert len(made) == 1
    assert made == {(tmp_path / "same.md").read_bytes()}
    assert len(list(tmp_path.iterdir())) == 9


def test_a_session_cannot_be_changed(session: almwp.Session) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        session.plugins = session.plugins  # type: ignore[misc]
