"""Write reports as plain text, for a message, with the cells behind each statement."""

from collections.abc import Iterator

from almwp.drawing.plainly import Plain, plainly
from almwp.exporting.characters import harmless
from almwp.model.figures import Figure
from almwp.model.report import Bullets, Report, Table
from almwp.plugins import Exporter, hookimpl


def render(report: Report) -> bytes:
    """Lay out *report*, a line for each thing that it says."""
    lines = [report.title, report.subtitle, report.notice]
    for block in plainly(report.blocks):
        lines += ["", *_lines(block), *map(str, block.origins)]
    return harmless("\n".join([*lines, ""])).encode()


def _lines(block: Plain) -> Iterator[str]:
    if isinstance(block, Table):
        yield "; ".join([block.caption, *(column.heading for column in block.columns)])
        for row in block.rows:
            yield "; ".join(" ".join([c.text, *map(str, c.origins)]) for c in row)
    elif isinstance(block, Bullets):
        yield from (f"- {item}" for item in block.items)
    elif isinstance(block, Figure):
        yield f"{block.caption}: {block.alternative}"
    else:
        yield block.text


@hookimpl
def almwp_exporters() -> Iterator[Exporter]:
    """Contribute the brief."""
    yield Exporter(name="brief", summary="Plain text", suffix=".txt", render=render)
