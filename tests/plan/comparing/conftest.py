"""Plans as two versions of one table, and changes to plant in the newer of them."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from attrs import evolve, field, frozen

from almwp.model.activity import Activity, Extra, Observation, RowOrigin, Status
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.moment import Moment, Precision
from almwp.model.party import Party, PartyKind
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge

COUNTRIES = ("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "VN")
STATUSES = tuple(Status)
LETTERS = {
    "number": "A",
    "title": "B",
    "leads": "C",
    "partners": "D",
    "budget": "E",
    "timeframe": "F",
    "place": "G",
    "output": "H",
    "status": "I",
    "percent": "J",
    "remarks": "K",
}


@frozen(kw_only=True)
class Row:
    """One row of a made table."""

    title: str
    number: str = ""
    leads: tuple[str, ...] = ("VN",)
    partners: tuple[str, ...] = ()
    budget: str = ""
    start: Moment | None = None
    end: Moment | None = None
    place: str = ""
    output: str = ""
    status: Status | None = None
    percent: Fraction | None = None
    remarks: str = ""
    extras: tuple[tuple[str, str], ...] = field(default=())


Rows = list[Row]
Make = Callable[[Random, int], Rows]
Plan = Callable[..., WorkPlan]


def make_rows(random: Random, count: int) -> Rows:
    """Return a table as ministries send it: every row another activity."""
    topics = random.sample(range(100_000), count)
    cities = random.sample(range(100, 9999), count)
    rows = []
    for place, topic in enumerate(topics):
        kind = random.choice(("Workshop", "Training", "Study", "Forum", "Campaign"))
        day = date(random.randint(2021, 2023), random.randint(1, 12), 13)
        start = Moment.day(day.replace(day=random.randint(1, 28)))
        end = Moment.day(date(2024, random.randint(1, 12), random.randint(1, 28)))
        amount = random.randint(100, 9000) * 10 + random.choice((0, 5))
        rows.append(
            Row(
                title=f"{kind} {spelt(topic)} {spelt(random.randrange(10**7))}",
                number=str(place + 1),
                leads=(random.choice(COUNTRIES),),
                partners=(random.choice(("ILO", "IOM", "GIZ", "KOICA", "AKCF")),),
                budget=f"USD {amount}",
                start=start,
                end=end,
                place=f"Hall {cities[place]}",
                output=f"Report {spelt(random.randrange(100_000))}",
                status=random.choice(STATUSES[:2]),
                percent=Fraction(random.randint(2, 17), 20),
                remarks=f"Said {spelt(random.randrange(100_000))}",
                extras=(("Score", f"{random.randint(11, 99)}.{random.randint(1, 9)}"),),
            )
        )
    return rows


def spelt(number: int) -> str:
    """Return a number as letters, so that titles do not differ by a digit only."""
    return "".join(
        "bdfgklmnpr"[int(sign)] + "aeiou"[int(sign) % 5] for sign in str(number)
    )


def plan_of(rows: Rows, version: str = "a", first: int = 5) -> WorkPlan:
    """Return the plan that a file with these rows gives."""
    sha256, file = version * 64, f"{version}.xlsx"
    activities = []
    for place, row in enumerate(rows):
        number = first + place
        origin = RowOrigin(
            file=file,
            sha256=sha256,
            sheet="Report",
            row=number,
            columns=LETTERS.items(),
        )
        seen = Observation(
            status=row.status or Observation().status,
            percent=Observation().percent if row.percent is None else row.percent,
            origin=Origin(file=file, sha256=sha256, sheet="Report", cell=f"I{number}"),
        )
        activities.append(
            Activity(
                id=ActivityId(f"VN:{row.number or f'~{row.title}'}"),
                number=row.number,
                title=Text.of(row.title),
                leads=[Party(kind=PartyKind.COUNTRY, id=c) for c in row.leads],
                partners=[Party(kind=PartyKind.PARTNER, id=p) for p in row.partners],
                budget=row.budget,
                timeframe=Timeframe(
                    raw=f"{row.start or ''} - {row.end or ''}".strip(" -"),
                    start=row.start,
                    end=row.end,
                ),
                place=row.place,
                output=row.output,
                remarks=row.remarks,
                observations=[seen],
                extras=[
                    Extra(heading=heading, value=value, cell=f"L{number}")
                    for heading, value in row.extras
                ],
                origins=[origin],
            )
        )
    sent = Submission(
        file=file,
        sha256=sha256,
        country=CountryCode("VN"),
        sheets=["Report"],
        activities=activities,
    )
    return merge([sent])


def with_column(rows: Rows, key: str, values: list[Any]) -> Rows:
    """Return *rows* with other values in one column."""
    changed: list[dict[str, Any]] = [{key: value} for value in values]
    return [evolve(row, **new) for row, new in zip(rows, changed, strict=True)]


def column(rows: Rows, key: str) -> list[Any]:
    """Return the values of one column."""
    return [getattr(row, key) for row in rows]


def later(moment: Moment, years: int) -> Moment:
    """Return a day some years later."""
    return Moment(Precision.DAY, moment.start.replace(year=moment.start.year + years))


@frozen(kw_only=True)
class Made:
    """The functions of this file, for the tests beside it."""

    rows: Make = make_rows
    plan: Plan = plan_of
    with_column: Callable[[Rows, str, list[Any]], Rows] = with_column
    column: Callable[[Rows, str], list[Any]] = column
    later: Callable[[Moment, int], Moment] = later
    countries: tuple[str, ...] = COUNTRIES
    row: type[Row] = Row
    spelt: Callable[[int], str] = spelt


@pytest.fixture(scope="session")
def made() -> Made:
    """Make tables, plans and changes."""
    return Made()
