"""Made-up submissions of two periods for the tests of carry-over."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from attrs import evolve

from almwp.model.activity import (
    Activity,
    Change,
    Observation,
    PlanReference,
    RowOrigin,
    Status,
)
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.position import Proposal
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Edition, Recurrence, Timeframe
from almwp.plan.carryover import CarriedActivity, CarriedOver, CarriedProposal
from almwp.plan.merge import merge
from almwp.workflow.carryover import WantedCarryOver, carry_over
from almwp.workflow.session import Session

OLD = FrameworkId("ALM-WP-2021-2025")
NEW = FrameworkId("ALM-WP-2026-2030")
TVET = FrameworkId("ATC-WP-2021-2030")
COLUMNS = ("title", "A"), ("status", "B"), ("timeframe", "C"), ("plan", "D")


def sha(file: str) -> str:
    return hashlib.sha256(file.encode()).hexdigest()


def activity(
    number: str,
    *states: str,
    time: str = "",
    frameworks: Sequence[str] = (OLD,),
    title: str = "",
    sender: str = "VN",
    lead: str = "VN",
    **more: Any,
) -> Activity:
    """Return an activity.

    Args:
        number: Its number.
        states: What was reported, each as ``completed 2025-10`` or ``withdrawn``.
        time: Years, ``annual``, ``annual 2021-2025`` or ``editions 2022 2027``.
        frameworks: The plans that it names.
        title: Its title.
        sender: Who reports it.
        lead: Who leads it.
        more: Further fields.
    """
    return Activity(
        id=ActivityId(f"{sender}:{number}"),
        number=number,
        title=Text.of(title or f"Activity number {number}"),
        references=[PlanReference(framework=FrameworkId(f)) for f in frameworks],
        leads=[Party(kind=PartyKind.COUNTRY, id=lead)] if lead else [],
        timeframe=timeframe(time),
        observations=[reported(state) for state in states],
        **more,
    )


def timeframe(words: str) -> Timeframe:
    kind, _, rest = words.partition(" ")
    if kind == "editions":
        editions = [Edition(label=y, when=Moment.parse(y)) for y in rest.split()]
        return Timeframe(raw=words, editions=editions)
    recurrence = Recurrence.ANNUAL if kind == "annual" else None
    start, _, end = (rest if recurrence else words).partition("-")
    return Timeframe(
        raw=words,
        start=Moment.parse(start) if start else None,
        end=Moment.parse(end or start) if start else None,
        recurrence=recurrence,
    )


def reported(words: str) -> Observation:
    word, _, when = words.partition(" ")
    as_of = Moment.parse(when) if when else None
    if word == "withdrawn":
        return Observation(change=Change.WITHDRAWN, as_of=as_of)
    return Observation(status=Status(word), word=word, as_of=as_of)


def proposal(
    number: str,
    *continues: str,
    title: str = "",
    sender: str = "VN",
    framework: str | None = NEW,
    **more: Any,
) -> Proposal:
    return Proposal(
        id=f"{sender}:{number}",
        number=number,
        title=Text.of(title or f"Proposal number {number}"),
        framework=FrameworkId(framework) if framework else None,
        continues=[ActivityId(name) for name in continues],
        proposed_by=more.pop("proposed_by", CountryCode(sender)),
        origin=Origin(file="p.xlsx", sha256=sha("p"), sheet="S", cell=f"A{number}"),
        **more,
    )


def sent(
    file: str,
    activities: Iterable[Activity] = (),
    proposals: Iterable[Proposal] = (),
    *,
    country: str = "VN",
    as_of: str | None = None,
    framework: str = OLD,
) -> Submission:
    """Return a file in which each activity stands on a row of its own."""
    given = list(activities)
    rows = [
        RowOrigin(file=file, sha256=sha(file), sheet="S", row=row, columns=COLUMNS)
        for row, _ in enumerate(given, start=2)
    ]
    return Submission(
        file=file,
        sha256=sha(file),
        country=CountryCode(country),
        framework=FrameworkId(framework),
        as_of=Moment.parse(as_of) if as_of else None,
        activities=[
            evolve(each, origins=(row,)) for each, row in zip(given, rows, strict=True)
        ],
        proposals=proposals,
    )


def carried(session: Session, *files: Submission, **wanted: Any) -> CarriedOver:
    """Carry over what the files say."""
    plan = merge(files)
    wanted = {"to": NEW, "framework": OLD, **wanted}
    return carry_over(plan, WantedCarryOver(**wanted), session.plugins)


def one(made: CarriedOver, number: str) -> CarriedActivity:
    (found,) = [a for a in made.activities if a.id.endswith(f":{number}")]
    return found


def proposed(made: CarriedOver, number: str) -> CarriedProposal:
    (found,) = [p for p in made.proposals if p.id.endswith(f":{number}")]
    return found


def fill_in(path: Path, when: str = "2026-2027") -> None:
    """State a time frame in each row of a form of proposals."""
    book = openpyxl.load_workbook(path)
    (sheet,) = [s for s in book if _column(s, "Continues", "Tiếp nối")]
    time = _column(sheet, "When", "Thời gian")
    named = _column(sheet, "Continues", "Tiếp nối")
    for row in range(2, sheet.max_row + 1):
        said = str(sheet.cell(row, named).value or "")
        if said and not said.startswith(("Continues", "Tiếp nối")):
            sheet.cell(row, time).value = when
    book.save(path)


def _column(sheet: Any, *headings: str) -> int:
    """Return the column with one of the headings, 0 where there is none."""
    for row in sheet.iter_rows(max_row=12):
        for cell in row:
            if str(cell.value or "").startswith(headings):
                return int(cell.column)
    return 0
