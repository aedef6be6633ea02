"""Sample plans and reports: always the same, in English and Vietnamese, and hostile.

Nothing in them is a fact: titles, numbers and files are made up for tests.
"""

import unicodedata
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import (
    Activity,
    Extra,
    Observation,
    PlanReference,
    RowOrigin,
    Status,
)
from almwp.model.figures import Bar, Figure
from almwp.model.framework import Framework, FrameworkStatus, Level, Node, Role
from almwp.model.ids import ActivityId, BodyId, CountryCode, FrameworkId, NodeId
from almwp.model.manifest import InputFile, Manifest
from almwp.model.moment import Moment, Period
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Basis, Origin, Source
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan

_State = Status | Absence | None
_SHA256 = "5a" * 32
_FILE = "sample.xlsx"
_SHEET = "Hoạt động"

HOSTILE = (
    "=1+1",
    "+SUM(A1:A9)",
    "@here",
    "<b>bold</b> & <script>alert(1)</script>",
    "a | b",
    "# not a heading",
    "1. not a list",
    "**stars** _and_ [links](http://example.org)",
    "`ticks` and \\ backslashes",
    "\"double\" and 'single'",
    "{braces} {{twice}} %s %(x)s",
    "line one\nline two",
    "]]> &amp; &lt;",
    "👩🏽‍🔧 and العربية",
    unicodedata.normalize("NFD", "Đào tạo nghề"),
    " spaces around ",
    "a-word-without-any-place-to-break-" * 8,
)
"""Texts that become something else in a careless format."""


def sample_framework() -> Framework:
    """Return a made-up framework of two outcomes and three areas."""
    areas = (("A1", "O1"), ("A2", "O1"), ("A3", "O2"))
    outcomes = tuple(
        Node(
            id=NodeId(name),
            level="outcome",
            number=name[1:],
            title=Text.of(f"Sample outcome {name[1:]}"),
            basis=Basis.INFERRED,
        )
        for name in ("O1", "O2")
    )
    return Framework(
        id=FrameworkId("SAMPLE-2021-2025"),
        title=Text.from_forms({"en": "Sample programme", "vi": "Chương trình mẫu"}),
        kind="sample",
        period=Period(2021, 2025),
        status=FrameworkStatus.UNKNOWN,
        levels=(
            Level(id="outcome", name=Text.of("Outcome"), role=Role.OUTCOME),
            Level(id="area", name=Text.of("Priority area"), role=Role.PRIORITY_AREA),
        ),
        nodes=outcomes
        + tuple(
            Node(
                id=NodeId(area),
                level="area",
                title=Text.of(f"Sample area {area}"),
                parents=(NodeId(outcome),),
                placement=Basis.INFERRED,
                basis=Basis.INFERRED,
            )
            for area, outcome in areas
        ),
        basis=Basis.INFERRED,
    )


def sample_plan() -> WorkPlan:
    """Return a made-up plan: every state, and reports that are missing or undated."""
    states: tuple[tuple[_State, str | None], ...] = (
        (Status.COMPLETED, "2023-06-30"),
        (Status.ONGOING, "2024-Q2"),
        (Status.PLANNED, "2024"),
        (Status.COMPLETED, None),
        (Absence.BLANK, "2024-03"),
        (Absence.NOT_DUE, "2024-03"),
        (None, None),
    )
    activities = tuple(
        _activity(number, status, day)
        for number, (status, day) in enumerate(states, start=1)
    )
    return WorkPlan(framework=sample_framework().id, activities=activities)


def _activity(
    number: int, status: Status | Absence | None, day: str | None
) -> Activity:
    row = RowOrigin(
        file=_FILE,
        sha256=_SHA256,
        sheet=_SHEET,
        row=number + 4,
        columns=(("title", "B"), ("status", "F")),
    )
    reported = Observation(
        as_of=Moment.parse(day) if day else None,
        status=status or Absence.BLANK,
        percent=Fraction(1, 3) if status is Status.ONGOING else Absence.BLANK,
        origin=row.of("status"),
    )
    country = CountryCode(("VN", "ID", "PH")[number % 3])
    return Activity(
        id=ActivityId(f"sample-{number}"),
        number=str(number),
        title=Text.from_forms(
            {"en": f"Sample activity {number}", "vi": f"Hoạt động mẫu {number}"}
        ),
        references=(
            PlanReference(
                framework=sample_framework().id,
                node=NodeId(f"A{number % 3 + 1}"),
                basis=Basis.INFERRED,
            ),
        ),
        kind="study",
        leads=(Party(kind=PartyKind.COUNTRY, id=country),),
        bodies=(BodyId("SLOM-WG"),),
        timeframe=Timeframe(raw="2021- 2025", start=Moment.year(2021)),
        observations=(reported,) if status else (),
        sources=(Source(address="https://example.org/sample"),),
        extras=(Extra(heading="Ghi chú nội bộ", value="=1+1", cell=f"J{number + 4}"),),
        origins=(row,),
    )


def sample_reports() -> tuple[Report, ...]:
    """Return made-up reports: empty, English, Vietnamese and hostile."""
    return (
        Report(title="An empty report"),
        _report("en", "Sample report", "Made up for tests", "Progress by area"),
        _report("vi", "Báo cáo mẫu", "Dùng để kiểm thử", "Tiến độ theo lĩnh vực"),
        _hostile_report(),
    )


def _report(language: str, title: str, subtitle: str, caption: str) -> Report:
    origin = Origin(file=_FILE, sha256=_SHA256, sheet=_SHEET, cell="F5")
    plan = sample_plan()
    rows = tuple(
        (
            TableCell(text=activity.title.in_(language), origins=(origin,)),
            TableCell(text=f"{number} / 7", number=Fraction(number, 7)),
        )
        for number, activity in enumerate(plan.activities)
    )
    blocks: tuple[Block, ...] = (
        Heading(text=caption),
        Paragraph(text=f"{title}. {subtitle}.", origins=(origin,)),
        Bullets(items=tuple(a.title.in_(language) for a in plan.activities)),
        Heading(text=subtitle, level=2),
        Table(
            caption=caption,
            columns=(
                Column(heading="A", share=3),
                Column(heading="B", is_number=True),
            ),
            rows=rows,
            origins=(origin,),
        ),
        Figure(
            caption=caption,
            bars=(
                Bar(label="A1", value=Fraction(1, 3), low=Fraction(), high=Fraction(1)),
                Bar(label="A2", low=Fraction(1, 7), high=Fraction(2, 3), text="1 / 7"),
            ),
            alternative="A1: 1 / 3. A2: 1 / 7.",
        ),
        Note(text=subtitle, basis=Basis.INFERRED, origins=(origin,)),
    )
    return Report(
        title=title,
        subtitle=subtitle,
        language=language,
        audience=Audience.DELEGATION,
        blocks=blocks,
        data=plan,
        manifest=Manifest(inputs=(InputFile(name=_FILE, sha256=_SHA256),)),
    )


def _hostile_report() -> Report:
    """A report whose every text is hostile, and whose tables are odd."""
    columns = (Column(heading="<th>"), Column(heading="a | b", is_number=True))
    blocks: list[Block] = []
    for text in HOSTILE:
        blocks += [Heading(text=text, level=6), Paragraph(text=text), Note(text=text)]
    blocks += [
        Paragraph(text=""),
        Bullets(items=HOSTILE),
        Bullets(),
        Table(
            caption="=1+1",
            columns=columns,
            rows=tuple((TableCell(text=t), TableCell(text=t)) for t in HOSTILE),
        ),
        Table(columns=columns),
        Figure(caption="<svg>"),
    ]
    return Report(
        title="<title> & =1+1 | Đ",
        subtitle="{subtitle} %s",
        language="vi",
        blocks=tuple(blocks),
        manifest=Manifest(settings=(("as-of", "<now>"),)),
    )
