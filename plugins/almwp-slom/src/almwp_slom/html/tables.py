"""Tables as markup: thousands of cells are too many for a template each."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from almwp.errors import Translate
from almwp.exporting.characters import harmless
from almwp.exporting.evidence import Origins
from almwp.model.report import Column
from almwp_slom.html.laidout import TableView
from almwp_slom.html.rows import Mark, rows_markup
from almwp_slom.html.textmarkup import flowing

_FEW = 6
"""Up to so many rows stay together on a printed page."""


def table_markup(
    view: TableView, origins: Origins, mark: Mark, say: Translate
) -> Markup:
    """Return a table with its caption.

    Args:
        view: The table.
        origins: The cells from which the table as a whole was read.
        mark: Gives the mark for what was read in some cells.
        say: Into which language the headings are put that the table lacks.
    """
    table, place = view.table, view.place
    looks = ("facts" if view.is_facts else "") + (
        " whole" if len(table.rows) <= _FEW else ""
    )
    unseen = "" if view.is_captioned else ' class="unseen"'
    columns = "<col>\n" * len(table.columns)
    listed = len(table.rows) - table.totals
    body = f"<tbody>\n{rows_markup(table.rows[:listed], table.columns, mark)}</tbody>\n"
    if table.totals:
        totals = rows_markup(table.rows[listed:], table.columns, mark)
        body += f"<tfoot>\n{totals}</tfoot>\n"
    return Markup(
        '<div class="scroll">\n'
        f'<table id="{place}" class="{looks}">\n'
        f'<caption id="{place}-caption"><span{unseen}>{escape(harmless(view.caption))}'
        f"</span>{mark(origins)}</caption>\n"
        f"<colgroup>\n{columns}</colgroup>\n"
        f"<thead>\n<tr>\n{_headings(table.columns, say)}</tr>\n</thead>\n"
        f"{body}</table>\n</div>\n"
    )


def _headings(columns: Sequence[Column], say: Translate) -> str:
    """Return the headings; a column without one is told by its number, unseen."""
    found = []
    for number, column in enumerate(columns, start=1):
        kind = ' class="number"' if column.is_number else ""
        heading = flowing(column.heading)
        if not heading:
            name = say("Column {number}").format(number=number)
            heading = Markup('<span class="unseen">{}</span>').format(harmless(name))
        found.append(f'<th scope="col"{kind}>{heading}</th>\n')
    return "".join(found)
