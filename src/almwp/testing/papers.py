"""Read a report, or a file made from one, back as a test needs it."""

import io
import zipfile
from itertools import takewhile

from almwp.drawing.plainly import plainly
from almwp.model.figures import Figure
from almwp.model.report import Bullets, Heading, Note, Paragraph, Report, Table


def words(report: Report) -> str:
    """Return all that *report* says, a line for each thing."""
    said: list[str] = []
    for block in plainly(report.blocks):
        match block:
            case Heading() | Paragraph() | Note():
                said.append(block.text)
            case Bullets():
                said.extend(block.items)
            case Table():
                said.extend(cell.text for row in block.rows for cell in row)
            case Figure():
                said.append(block.alternative)
    return "\n".join(said)


def words_under(report: Report, start: str = "") -> list[str]:
    """Return what is said from the heading that ends on *start* to the next one."""
    said: list[str] = []
    inside = not start
    for block in plainly(report.blocks):
        match block:
            case Heading():
                inside = not start or block.text.endswith(start)
            case Paragraph() | Note() if inside:
                said.append(block.text)
            case Bullets() if inside:
                said.extend(block.items)
            case Table() if inside:
                said.extend(cell.text for row in block.rows for cell in row)
            case _:
                pass
    return said


def listed(report: Report, lead_in: str) -> list[str]:
    """Return the points that follow the paragraph *lead_in*; none without one."""
    for place, block in enumerate(report.blocks, start=1):
        if isinstance(block, Paragraph) and block.text == lead_in:
            lists = takewhile(lambda b: isinstance(b, Bullets), report.blocks[place:])
            return [item for b in lists if isinstance(b, Bullets) for item in b.items]
    return []


def tables(report: Report, first: str) -> list[Table]:
    """Return the tables whose first column has the heading *first*."""
    found = (block for block in report.blocks if isinstance(block, Table))
    return [table for table in found if table.columns[0].heading == first]


def cells(table: Table) -> list[list[str]]:
    """Return the texts of *table*, row by row."""
    return [[cell.text for cell in row] for row in table.rows]


def headings(report: Report) -> list[str]:
    """Return the headings of *report*, in order."""
    return [block.text for block in report.blocks if isinstance(block, Heading)]


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a packed file, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def every_byte(content: bytes) -> bytes:
    """Return the bytes of a file; of a packed one, its names and its parts unpacked."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    unpacked = parts(content)
    return "\n".join(unpacked).encode() + b"\n".join(unpacked.values())
