"""One path, name or scope is one; and what is none is refused in a sentence."""

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import almwp


def test_one_path_is_one(submissions: Path, session: almwp.Session) -> None:
    several = almwp.read([submissions], session=session)
    for one in (submissions, str(submissions)):
        assert almwp.read(one, session=session).rows() == several.rows()
        found = almwp.check(one, session=session).rows()
        assert found == almwp.check(iter([one]), session=session).rows()


def test_one_path_that_is_not_there_is_one_failure(session: almwp.Session) -> None:
    (failure,) = almwp.read("no-such-folder", session=session).failures
    assert str(failure).startswith("no-such-folder: ")


def test_one_scope_is_one(plan: almwp.WorkPlan, session: almwp.Session) -> None:
    several = almwp.score(plan, by=["country"], session=session)
    assert several == almwp.score(plan, by="country", session=session)
    kind = almwp.ScopeKind.COUNTRY
    assert several == almwp.score(plan, by=kind, session=session)
    assert several == almwp.score(plan, by={kind}, session=session)


def test_one_plugin_or_format_is_one(report: almwp.Report, tmp_path: Path) -> None:
    bare = almwp.Session.start(without="excel")
    assert bare.plugins.loaded == almwp.Session.start(without=["excel"]).plugins.loaded
    (path,) = bare.write(report, "markdown", tmp_path, "position")
    assert path == tmp_path / "position.md"


@pytest.mark.parametrize("day", [date(2024, 6, 30), datetime(2024, 6, 30, 23, 59)])
def test_a_date_is_a_day(
    day: date, plan: almwp.WorkPlan, session: almwp.Session
) -> None:
    said = almwp.score(plan, as_of="2024-06-30", session=session)
    assert almwp.score(plan, as_of=day, session=session) == said
    moment = almwp.Moment.parse("2024-06-30")
    assert almwp.score(plan, as_of=moment, session=session) == said


Call = Callable[[almwp.WorkPlan, almwp.Report, Path, almwp.Session], object]

WRONG: dict[str, tuple[Call, str]] = {
    "read 5": (lambda p, r, t, s: almwp.read(any_(5), session=s), "not by int"),
    "read [5]": (lambda p, r, t, s: almwp.read(any_([5]), session=s), "not by int"),
    "read bytes": (lambda p, r, t, s: almwp.read(any_(b"x"), session=s), "by bytes"),
    "read nothing": (lambda p, r, t, s: almwp.read(any_(None), session=s), "by None"),
    "read an open file": (
        lambda p, r, t, s: almwp.read(any_(io.StringIO("x")), session=s),
        "not by StringIO",
    ),
    "read NUL": (lambda p, r, t, s: almwp.read("a\0.xlsx", session=s), r"'a\\0.xlsx'"),
    "merge a path": (lambda p, r, t, s: almwp.merge(any_("x")), "not str"),
    "merge paths": (lambda p, r, t, s: almwp.merge(any_(["x"])), "not str"),
    "merge a plan": (lambda p, r, t, s: almwp.merge(any_(p)), "not WorkPlan"),
    "merge nothing": (lambda p, r, t, s: almwp.merge(any_(None)), "not None"),
    "score nothing": (lambda p, r, t, s: almwp.score(any_(None), session=s), "None"),
    "score files": (
        lambda p, r, t, s: almwp.score(any_(almwp.ReadFiles()), session=s),
        "not ReadFiles",
    ),
    "score by number": (
        lambda p, r, t, s: almwp.score(p, by=any_(5), session=s),
        "no scope named '5'",
    ),
    "score by word": (
        lambda p, r, t, s: almwp.score(p, by="outcom", session=s),
        "did you mean 'outcome'",
    ),
    "method": (
        lambda p, r, t, s: almwp.score(p, method=any_(5), session=s),
        "named '5'",
    ),
    "year": (lambda p, r, t, s: almwp.score(p, as_of=any_(2024), session=s), "int"),
    "country": (
        lambda p, r, t, s: almwp.position(
            p, country=any_(5), meeting="slom-21", session=s
        ),
        "no country named '5'",
    ),
    "audience": (
        lambda p, r, t, s: almwp.report(p, "plan", audience=any_(5), session=s),
        "no audience named '5'",
    ),
    "carry over": (
        lambda p, r, t, s: almwp.carry_over(any_(r), to="ALM-WP-2026-2030", session=s),
        "not Report",
    ),
    "compare": (lambda p, r, t, s: almwp.compare(any_(5), p, session=s), "int"),
    "write nowhere": (lambda p, r, t, s: almwp.write(r, any_(None), session=s), "None"),
    "write NUL": (lambda p, r, t, s: almwp.write(r, "a\0.docx", session=s), "no file"),
    "write scores": (
        lambda p, r, t, s: almwp.write(
            any_(almwp.score(p, session=s)), t / "x.json", session=s
        ),
        "not Scorecard",
    ),
    "write nothing": (
        lambda p, r, t, s: almwp.write(any_(None), t / "x.docx", session=s),
        "not None",
    ),
    "without": (lambda p, r, t, s: almwp.Session.start(without=any_(5)), "not int"),
}


def any_(given: Any) -> Any:
    """Return what a type checker would have refused."""
    return given


@pytest.mark.parametrize("call", WRONG)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    call: str,
    plan: almwp.WorkPlan,
    report: almwp.Report,
    session: almwp.Session,
    tmp_path: Path,
) -> None:
    made, why = WRONG[call]
    with pytest.raises(almwp.CallError, match=why) as caught:
        made(plan, report, tmp_path, session)
    assert caught.value.exit_code == 2
    assert caught.value.message(session.translate("vi")) != str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_checking_tells_steps_and_takes_a_country(
    submissions: Path, session: almwp.Session
) -> None:
    steps: list[almwp.Step] = []
    found = almwp.check(submissions, on_step=steps.append, session=session)
    assert len(steps) == len(found.files) + 1
    with pytest.raises(almwp.UnknownNameError, match="country"):
        almwp.check(submissions, country="XX", session=session)
    with pytest.raises(almwp.UnknownNameError, match="framework"):
        almwp.check(submissions, framework="XX", session=session)

    def stop(step: almwp.Step) -> None:
        raise almwp.Cancelled

    with pytest.raises(almwp.Cancelled):
        almwp.check(submissions, on_step=stop, session=session)
