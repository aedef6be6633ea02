"""All that is known of a note of a paper: what rests on it, and its cells."""

from enum import StrEnum

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.workflow.explainingcells import ExplainedCell


class StatementKind(StrEnum):
    """What of a paper rests on a note; a table as a whole, or one cell of it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    REMARK = "remark"
    FIGURE = "figure"
    TABLE = "table"
    CELL = "cell"


@frozen(kw_only=True)
class ExplainedStatement:
    """Something in a paper that rests on a note.

    Attributes:
        kind: What it is.
        section: The headings under which it stands, the outermost first.
        table: The caption of its table, where that has one.
        row: What the first cell of its row says, for a cell of a table.
        column: The heading of its column, for a cell of a table.
        text: What is said.
    """

    kind: StatementKind
    section: tuple[str, ...] = field(default=(), converter=frozen_items)
    table: str = ""
    row: str = ""
    column: str = ""
    text: str = ""


@frozen(kw_only=True)
class ExplainedNote:
    """A note of a paper.

    Attributes:
        mark: Its number.
        of: How many notes the paper has.
        paper: The title of the paper.
        statements: What rests on it, in the order of the paper.
        cells: The cells behind it.
    """

    mark: int
    of: int
    paper: str
    statements: tuple[ExplainedStatement, ...] = field(
        default=(), converter=frozen_items
    )
    cells: tuple[ExplainedCell, ...] = field(default=(), converter=frozen_items)
