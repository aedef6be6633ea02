"""Figures told in tables say what they show, and pairs keep both languages."""

from hypothesis import given

from almwp.drawing.plainly import plainly, table_of
from almwp.model.figures import Flow, Grid, TargetPath, Timeline
from almwp.model.report import Pair, Paragraph, Report, Table
from almwp.testing.strategies.reports import (
    flows,
    grids,
    reports,
    target_paths,
    timelines,
)


@given(reports)
def test_nothing_but_what_every_exporter_knows_is_left(report: Report) -> None:
    told = list(plainly(report.blocks))
    figures = (Timeline, Grid, TargetPath, Flow)
    assert not any(isinstance(block, (*figures, Pair)) for block in told)
    pairs = sum(isinstance(block, Pair) for block in report.blocks)
    shown = [block for block in report.blocks if isinstance(block, figures)]
    said = [figure for figure in shown if figure.alternative.strip()]
    assert len(told) == len(report.blocks) + pairs + len(said)
    assert {Paragraph(text=figure.alternative) for figure in said} <= set(told)


@given(timelines)
def test_a_timeline_tells_each_stretch(timeline: Timeline) -> None:
    table = table_of(timeline)
    assert [row[0].text for row in table.rows] == [s.label for s in timeline.stretches]
    assert [row[4].text for row in table.rows] == [s.text for s in timeline.stretches]


@given(grids)
def test_a_grid_tells_each_square(grid: Grid) -> None:
    told = [[cell.text for cell in row] for row in table_of(grid).rows]
    assert told == [[r.label, *(s.text for s in r.squares)] for r in grid.rows]


@given(target_paths)
def test_a_path_tells_every_point_once(path: TargetPath) -> None:
    table = table_of(path)
    assert len(table.rows) == len(path.path) + len(path.readings)
    when = [row[0].text for row in table.rows]
    assert when == sorted(when)


@given(flows)
def test_a_flow_tells_each_stream(flow: Flow) -> None:
    told = [tuple(cell.text for cell in row) for row in table_of(flow).rows]
    assert told == [(s.source, s.to, str(s.count)) for s in flow.streams]


def test_what_a_figure_finds_stands_below_its_table() -> None:
    flow = Flow(caption="Fates", alternative="closed: 2")
    table, words = plainly([flow])
    assert isinstance(table, Table)
    assert isinstance(words, Paragraph)
    assert words.text == "closed: 2"
