"""Calls as a user would write them; only type checkers read this file."""

import threading
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import assert_type

import almwp
from almwp import (
    Absence,
    Activity,
    AlmwpError,
    Cancelled,
    NationalPosition,
    ReadFiles,
    Report,
    Row,
    Score,
    Scorecard,
    Session,
    Status,
    Step,
    WorkPlan,
)


def whole_way(folder: Path) -> Path:
    """Go from files to a paper."""
    files = almwp.read([folder, "more.xlsx"], country="VN")
    assert_type(files, ReadFiles)
    plan = almwp.merge(files, decisions="decisions.toml")
    assert_type(plan, WorkPlan)
    card = almwp.score(plan, by=["outcome", almwp.ScopeKind.COUNTRY], as_of="slom-20")
    assert_type(card, Scorecard)
    report = almwp.position(plan, country="VN", meeting="slom-21", audience="meeting")
    assert_type(report, Report)
    assert_type(almwp.report(plan, "progress"), Report)
    assert_type(almwp.carry_over(plan, to="ALM-WP-2026-2030"), almwp.CarriedOver)
    assert_type(almwp.check([folder]).rows(), list[Row])
    assert_type(almwp.check("inbox", country="VN").rows(), list[Row])
    almwp.read(folder)
    almwp.score(plan, by="country", as_of=date(2024, 6, 30))
    almwp.write(report, "a.iati.xml", settings={"iati.reporting-org": "XM-EXAMPLE"})
    assert_type(almwp.compare("old.xlsx", plan), almwp.Compared)
    almwp.write(plan, "plan.json")
    return almwp.write(report, folder / "position-VN.docx", format="docx")


def one_session(paths: list[str]) -> list[Scorecard]:
    """Load the plugins once."""
    session = Session.start(without=["pdf"]).with_framework("my-framework.toml")
    assert_type(session, Session)
    plan = session.merge(session.read(paths))
    almwp.write(session.position(plan, country="VN", meeting="slom-21"), "a.docx")
    return [almwp.score(plan, method=m, session=session) for m in ("delivery", "trend")]


def exact(score: Score) -> Fraction:
    """Tell a value from its absence."""
    if isinstance(score.value, Absence):
        assert_type(score.value, Absence)
        return score.low
    return score.value


def states(plan: WorkPlan) -> dict[str, Status]:
    """Follow an activity to its newest report."""
    found: dict[str, Status] = {}
    for activity in plan.activities:
        assert_type(activity, Activity)
        newest = activity.observation_on(date(2025, 1, 1))
        if newest and isinstance(newest.status, Status):
            found[activity.id] = newest.status
    return found


def stoppable(paths: list[Path], stop: threading.Event) -> ReadFiles | None:
    """Show how far it is, and stop when somebody wants it."""

    def show(step: Step) -> None:
        print(f"{step.done} of {step.total}: {step.what}")
        if stop.is_set():
            raise Cancelled

    try:
        return almwp.read(paths, on_step=show)
    except Cancelled:
        return None
    except AlmwpError as error:
        assert_type(error.exit_code, int)
        raise SystemExit(error.message()) from error


def whose(report: Report) -> str:
    """Look into what a report was made from."""
    if isinstance(report.data, NationalPosition):
        return report.data.country
    return ""


def as_table(plan: WorkPlan) -> object:
    """Give rows to other libraries."""
    import csv
    import io

    import pandas
    import polars

    rows = plan.rows(language="vi")
    csv.DictWriter(io.StringIO(), list(rows[0])).writerows(rows)
    return pandas.DataFrame(rows), polars.DataFrame(rows, infer_schema_length=None)
