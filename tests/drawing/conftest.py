"""Figures with all that may go wrong in a picture."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from almwp.model.figures import (
    AnyFigure,
    Bar,
    Figure,
    Flow,
    Grid,
    GridRow,
    PathPoint,
    Square,
    Standing,
    Stream,
    Stretch,
    TargetPath,
    Timeline,
)
from almwp.model.moment import Moment

LONG = (
    "Hội thảo khu vực về bảo vệ quyền của người lao động di cư trong các nền kinh tế "
    "chuyển đổi số và xanh, với sự tham gia của các đối tác ba bên trong khu vực"
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten" * 3


def _bar(label: str, low: str, high: str) -> Bar:
    return Bar(
        label=label,
        value=Fraction(low),
        low=Fraction(low),
        high=Fraction(high),
        text=f"{low} – {high}",
    )


def _bars() -> Figure:
    return Figure(
        caption="Tiến độ theo kết quả",
        bars=[
            _bar(LONG, "0", "1"),
            _bar(WORD, "1/3", "2/3"),
            _bar("Kết quả 3", "-3", "1/5"),
            _bar("Outcome 4", "2", "70"),
        ],
    )


def _timeline(count: int) -> Timeline:
    spans = [
        ("2021", "2025"),
        ("2021-03", "2022-Q3"),
        ("2023-H1", "2023-H1"),
        ("2024-05-06", "2024-05-08"),
        (None, "2024"),
        ("2022", None),
        (None, None),
    ]
    return Timeline(
        caption="Dòng thời gian",
        stretches=[
            Stretch(
                label=LONG if i % 3 == 0 else f"Study {i}",
                start=Moment.parse(start) if start else None,
                end=Moment.parse(end) if end else None,
                standing=list(Standing)[i % len(Standing)],
                text="Q3/2021 – 2025",
            )
            for i, (start, end) in enumerate(
                spans[n % len(spans)] for n in range(count)
            )
        ],
        as_of=Moment.parse("2024-06-30"),
    )


def _grid(columns: int) -> Grid:
    return Grid(
        caption="Thành viên theo lĩnh vực",
        columns=[f"Cộng hòa Dân chủ Nhân dân {i}" for i in range(columns)],
        rows=[
            GridRow(
                label=label,
                squares=[
                    Square(text=str(i * 7), depth=Fraction(i, columns))
                    for i in range(columns)
                ],
            )
            for label in (LONG, "Area 2", WORD)
        ],
    )


def _path(values: list[int]) -> TargetPath:
    return TargetPath(
        caption="Tỷ lệ lao động qua đào tạo",
        unit="% lao động",
        path=[
            PathPoint(when=Moment.parse("2020"), value=Fraction(24)),
            PathPoint(when=Moment.parse("2025-12-31"), value=Fraction(30), text="30 %"),
        ],
        readings=[
            PathPoint(when=Moment.year(2020 + i), value=Fraction(value))
            for i, value in enumerate(values)
        ],
    )


def _flow(count: int) -> Flow:
    return Flow(
        caption="Từ kỳ này sang kỳ sau",
        before="2021–2025",
        after="2026–2030",
        streams=[
            Stream(source=f"{i % 5} {LONG}", to=f"{WORD} {i % 3}", count=i)
            for i in range(count)
        ],
    )


FIGURES: Mapping[str, AnyFigure] = {
    "bars": _bars(),
    "no bars": Figure(caption=""),
    "one row": _timeline(1),
    "sixty rows": _timeline(60),
    "all withdrawn": Timeline(
        caption="Withdrawn",
        stretches=[Stretch(label=LONG, standing=Standing.WITHDRAWN)] * 3,
    ),
    "no rows": Timeline(caption="Nothing"),
    "members": _grid(11),
    "many columns": _grid(40),
    "two columns": _grid(2),
    "no squares": Grid(caption="Nothing", columns=["one", "two"]),
    "path": _path([24, 26, 25, 31]),
    "same values": _path([24] * 12),
    "wild values": _path([-5, 10**9]),
    "no points": TargetPath(caption="Nothing"),
    "flow": _flow(9),
    "streams of nothing": _flow(1),
    "no streams": Flow(caption="Nothing"),
}


@pytest.fixture(params=FIGURES)
def figure(request: pytest.FixtureRequest) -> AnyFigure:
    """A figure of any kind."""
    return FIGURES[request.param]
