"""Write reports as plain text, for a message."""

from collections.abc import Iterator

from almwp.drawing.plainly import Plain, plainly
from almwp.model.figures import Figure
from almwp.model.report import Bullets, Report, Table
from almwp.plugins import Exporter, hookimpl


def render(report: Report) -> bytes:
    """Lay out *report*, a line for each thing that it says."""
    lines = [report.title, report.subtitle]
    for block in plainly(report.blocks):
        lines += ["", *_lines(block)]
    return "\n".join([*lines, ""]).encode()


def _lines(block: Plain) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            yield "; ".join(" ".join(cell.text.split()) for cell in row)
    elif isinstance(block, Bullets):
        yield from (f"- {item}" for item in block.items)
    elif isinstance(block, Figure):
        yield block.alternative
    else:
        yield block.text


@hookimpl
def almwp_exporters() -> Iterator[Exporter]:
    """Contribute the brief."""
    yield Exporter(name="brief", summary="Plain text", suffix=".txt", render=render)
