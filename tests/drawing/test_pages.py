"""A long figure is parted into pages, and no row is lost or comes twice."""

from itertools import pairwise

import pytest

from almwp.drawing.drawn import laid_out
from almwp.drawing.letters import Letters
from almwp.drawing.pages import PAGE, in_pages
from almwp.model.figures import AnyFigure, Figure, Grid, Stretch, Timeline
from almwp.model.moment import Moment, Period

LETTERS = Letters.load()


def rows_of(figure: AnyFigure) -> list[object]:
    match figure:
        case Figure():
            return list(figure.bars)
        case Timeline():
            return list(figure.stretches)
        case Grid():
            return list(figure.rows)
        case _:
            return [figure]


@pytest.mark.parametrize("height", [10.0, 120.0, PAGE])
def test_parts_fit_and_hold_all_rows_once(figure: AnyFigure, height: float) -> None:
    parts = in_pages(figure, height=height)
    if len(parts) == 1:
        assert parts == (figure,)
        return
    assert [row for part in parts for row in rows_of(part)] == rows_of(figure)
    for number, part in enumerate(parts, start=1):
        assert part.caption.endswith(f" ({number}/{len(parts)})")
        picture, _ = laid_out(part, LETTERS)
        assert picture.height <= height or len(rows_of(part)) == 1


def test_a_page_is_filled_before_the_next_is_begun(figure: AnyFigure) -> None:
    parts = in_pages(figure, height=200)
    for part, following in pairwise(parts):
        if isinstance(part, Timeline) and isinstance(following, Timeline):
            more = (*part.stretches, following.stretches[0])
            fuller = Timeline(caption="", stretches=more, as_of=part.as_of)
            assert laid_out(fuller, LETTERS)[0].height > 200


def test_all_parts_of_a_timeline_have_the_same_years() -> None:
    rows = [
        Stretch(label=f"Study {n}", start=Moment.year(2021 + n // 10))
        for n in range(50)
    ]
    parts = in_pages(Timeline(caption="Over time", stretches=rows), height=200)
    assert len(parts) > 3
    years = {part.period for part in parts if isinstance(part, Timeline)}
    assert years == {Period(first=2021, last=2025)}
