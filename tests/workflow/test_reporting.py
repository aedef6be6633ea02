"""Reports and scores: what is unknown is named with what is known; broken ones too."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from almwp.errors import CallError, PluginError, UnknownNameError
from almwp.model.framework import Framework
from almwp.model.moment import Moment
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.records import (
    Exporter,
    FrameworkSource,
    Language,
    ReportKind,
    Scorer,
)
from almwp.workflow.meanings import as_of_from, day_from, meeting_of
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session


@pytest.fixture(scope="module")
def plan(session: Session, submissions: Path) -> WorkPlan:
    return session.merge(session.read([submissions]).submissions)


def breaks(*args: object) -> Any:
    raise ZeroDivisionError("torn")


def gives_nothing(*args: object) -> Any:
    return None


class Torn:
    """A plugin of which every function does the same wrong thing."""

    def __init__(self, does: Callable[..., Any]) -> None:
        self.does = does

    @hookimpl
    def almwp_scorers(self) -> Iterator[Scorer]:
        yield Scorer(name="torn", summary="", score=self.does)

    @hookimpl
    def almwp_reports(self) -> Iterator[ReportKind]:
        yield ReportKind(name="torn", summary="", build=self.does)

    @hookimpl
    def almwp_exporters(self) -> Iterator[Exporter]:
        yield Exporter(name="torn", summary="", suffix=".torn", render=self.does)

    @hookimpl
    def almwp_frameworks(self) -> Iterator[FrameworkSource]:
        yield FrameworkSource(id="TORN", title="Torn", load=self.does)

    @hookimpl
    def almwp_languages(self) -> Iterator[Language]:
        yield Language(code="xx", name="Torn", load=self.does)


USES: dict[str, Callable[[Session, WorkPlan], object]] = {
    "scorer": lambda s, plan: s.score(plan, method="torn"),
    "framework": lambda s, plan: s.score(plan, framework="TORN"),
    "published": lambda s, plan: s.score_published("TORN"),
    "report": lambda s, plan: s.report(plan, Wanted(report="torn")),
    "exporter": lambda s, plan: s.render(Report(title="x"), "torn"),
    "language": lambda s, plan: s.translate("xx"),
    "position": lambda s, plan: s.position(
        plan, country="VN", meeting="slom-21", language="xx"
    ),
}


@pytest.mark.parametrize("does", [breaks, gives_nothing])
@pytest.mark.parametrize("use", USES)
def test_a_plugin_that_breaks_when_used_is_named(
    use: str, does: Callable[..., Any], plan: WorkPlan
) -> None:
    session = Session.start(extra={"rag": Torn(does)})
    with pytest.raises(PluginError) as caught:
        USES[use](session, plan)
    assert (caught.value.plugin, caught.value.exit_code) == ("rag", 4)
    why = "torn" if does is breaks else "it returned a NoneType instead of a "
    assert why in caught.value.why


def test_words_that_break_keep_nobody_from_reading(submissions: Path) -> None:
    session = Session.start(extra={"rag": Torn(breaks)})
    assert session.read([submissions]).failures == ()
    assert [(f.plugin, f.why) for f in session.plugins.failures] == [
        ("rag", "the language 'xx' could not be loaded: ZeroDivisionError: torn"),
        ("rag", "the framework 'TORN' could not be loaded: ZeroDivisionError: torn"),
    ]


def test_words_that_break_are_fatal_when_strict() -> None:
    with pytest.raises(PluginError, match="the language 'xx' could not be loaded"):
        Session.start(extra={"rag": Torn(breaks)}, strict=True)


WRONG: dict[str, Callable[[Session, WorkPlan], object]] = {
    "scorer": lambda s, plan: s.score(plan, method="x"),
    "scope": lambda s, plan: s.score(plan, by=["x"]),
    "framework": lambda s, plan: s.score(plan, framework="x"),
    "count": lambda s, plan: s.score_published("SLOM-WG-WP-2021-2025", "x"),
    "report": lambda s, plan: s.report(plan, Wanted(report="x")),
    "exporter": lambda s, plan: s.write(Report(title="x"), ["x"], "nowhere", "x"),
    "language": lambda s, plan: s.translate("x"),
    "country": lambda s, plan: s.position(plan, country="x", meeting="slom-21"),
    "meeting": lambda s, plan: s.position(plan, country="VN", meeting="x"),
    "audience": lambda s, plan: s.position(
        plan, country="VN", meeting="slom-21", audience="x"
    ),
}


@pytest.mark.parametrize("kind", WRONG)
def test_an_unknown_name_is_a_wrong_call_that_lists_the_known(
    kind: str, session: Session, plan: WorkPlan
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        WRONG[kind](session, plan)
    assert caught.value.exit_code == 2
    assert (caught.value.kind, caught.value.name) == (kind, "x")
    assert caught.value.known
    assert f"no {kind} named 'x' (known: {caught.value.known[0]}" in str(caught.value)


def test_a_framework_without_a_published_count_says_so(session: Session) -> None:
    with pytest.raises(CallError, match="no count of activities was published"):
        session.score_published("ALM-WP-2026-2030")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2025", "2025"),
        ("2025-Q3", "2025-Q3"),
        ("2025-10-21", "2025-10-21"),
        ("slom-21", "2025-10-21"),
        ("21st SLOM", "2025-10-21"),
        ("slom-17", "2021-09-10"),
    ],
)
def test_as_of_is_a_date_or_the_last_day_of_a_meeting(words: str, moment: str) -> None:
    assert as_of_from(words) == Moment.parse(moment)


@pytest.mark.parametrize("words", ["", "soon", "21/10/2025", "2025-13", "slom-99"])
def test_anything_else_is_a_wrong_call(words: str) -> None:
    with pytest.raises(CallError, match="neither a date") as caught:
        as_of_from(words)
    assert caught.value.exit_code == 2


def test_a_meeting_that_nobody_knows_has_a_name_and_a_date() -> None:
    meeting = meeting_of("SLOM thứ 22", Moment.parse("2026-11"))
    assert (meeting.id, meeting.name) == ("slom-thu-22", "SLOM thứ 22")
    assert meeting.start == Moment.parse("2026-11")


def test_the_date_of_a_known_meeting_is_not_replaced() -> None:
    assert meeting_of("slom-21", Moment.parse("2025-10-21")).id == "slom-21"
    with pytest.raises(CallError, match="slom-21 is known to begin on 2025-10-21"):
        meeting_of("slom-21", Moment.parse("2026-10-21"))


def test_a_meeting_without_letters_is_no_meeting() -> None:
    with pytest.raises(CallError, match="has no name"):
        meeting_of("—", Moment.parse("2026"))


def test_a_day_is_a_date() -> None:
    assert day_from("2026-11") == Moment.parse("2026-11")
    with pytest.raises(CallError, match="'18/11/2026' is no date such as 2026-11-18"):
        day_from("18/11/2026")


def test_scores_of_the_past_know_less(session: Session, plan: WorkPlan) -> None:
    now = session.score(plan).lines[0].score
    then = session.score(plan, as_of="slom-18").lines[0].score
    never = session.score(plan, as_of="2015").lines[0].score
    assert never.known <= then.known < now.known
    assert never.known == 0


def test_a_score_says_from_what_it_was_made(session: Session, plan: WorkPlan) -> None:
    manifest = session.score(plan, as_of="slom-21").manifest
    assert [each.name for each in manifest.inputs] == sorted(
        s.file for s in plan.submissions
    )
    assert dict(manifest.settings) == {
        "method": "implementation",
        "framework": "ALM-WP-2021-2025",
        "as of": "2025-10-21",
    }
    assert dict(manifest.software)["almwp-progress"]


def test_a_published_count_is_scored_as_of_its_day(session: Session) -> None:
    known = session.score_published("SLOM-WG-WP-2021-2025").lines[0].score
    before = (
        session.score_published("SLOM-WG-WP-2021-2025", as_of="2021").lines[0].score
    )
    assert (known.known, before.known, before.total) == (11, 0, 31)


def test_formats_are_laid_out_before_the_first_is_written(tmp_path: Path) -> None:
    session = Session.start(extra={"rag": Torn(breaks)})
    with pytest.raises(PluginError):
        session.write(Report(title="x"), ["markdown", "torn"], tmp_path / "new", "x")
    assert not (tmp_path / "new").exists()


def test_a_format_is_written_once(session: Session, tmp_path: Path) -> None:
    formats = ["markdown", "docx", "markdown"]
    written = session.write(Report(title="x"), formats, tmp_path, "báo cáo")
    assert [path.name for path in written] == ["báo cáo.md", "báo cáo.docx"]
    assert sorted(tmp_path.iterdir()) == sorted(written)


def test_two_formats_do_not_take_one_file(tmp_path: Path) -> None:
    class Other:
        @hookimpl
        def almwp_exporters(self) -> Iterator[Exporter]:
            yield Exporter(
                name="brief", summary="", suffix=".md", render=lambda report: b"x"
            )

    session = Session.start(extra={"other": Other()})
    with pytest.raises(CallError, match="'markdown' and 'brief' both write a file"):
        session.write(Report(title="x"), ["markdown", "brief"], tmp_path, "x")
    assert list(tmp_path.iterdir()) == []


def test_the_same_call_gives_the_same_bytes(
    session: Session, plan: WorkPlan, tmp_path: Path
) -> None:
    def written(folder: Path) -> list[bytes]:
        report = Session.start().position(plan, country="VN", meeting="slom-21")
        paths = session.write(report, ["docx", "markdown"], folder, "position")
        return [path.read_bytes() for path in paths]

    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_a_plugin_in_one_module_speaks_any_language(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It brings no folder of messages; they stay in English."""
    source = "from almwp.plugins import hookimpl\n@hookimpl\ndef almwp_readers():\n"
    (tmp_path / "lone_plugin.py").write_text(f"{source}    return ()\n")
    told = tmp_path / "lone_plugin-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: lone\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[almwp]\nlone = lone_plugin\n")
    monkeypatch.syspath_prepend(tmp_path)
    started = Session.start()
    assert "lone" in {each.name for each in started.plugins.loaded}
    sentence = "there is no such file or folder"
    assert started.translate("vi")(sentence) == session.translate("vi")(sentence)


def test_the_example_of_the_session_runs(session: Session, submissions: Path) -> None:
    doc = Session.__doc__ or ""
    code = doc.partition("Example:")[2].partition("``")[2].partition("``")[0]
    names: dict[str, Any] = {"session": session}
    exec(
        code.replace('"examples/submissions"', "folder"),
        names | {"folder": submissions},
        names,
    )
    assert isinstance(names["plan"], WorkPlan)


def test_a_framework_is_loaded_by_its_name(session: Session) -> None:
    source = session.plugins.frameworks["ALM-WP-2021-2025"]
    assert isinstance(source.load(), Framework)
