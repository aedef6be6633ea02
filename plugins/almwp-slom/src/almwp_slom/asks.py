"""What a country asks of the Secretariat, of members and partners, and offers them."""

from almwp.model.askrows import AskRow, ask_rows
from almwp.model.position import Ask
from almwp.model.report import Block, Column, Heading, Table, TableCell
from almwp_slom.origins import extra_cells, named_in
from almwp_slom.pieces import clearance_in_words, piece_in_words
from almwp_slom.setting import Setting
from almwp_slom.wording import begun


def ask_blocks(
    asks: tuple[Ask, ...], section: int, setting: Setting
) -> tuple[Block, ...]:
    """Return a table of what is asked, and one of what is offered."""
    say, blocks = setting.say, list[Block]()
    kinds = (
        (say("What we ask"), [ask for ask in asks if not ask.is_offer]),
        (say("What we offer"), [ask for ask in asks if ask.is_offer]),
    )
    filled = [(title, rows) for title, rows in kinds if rows]
    for place, (title, rows) in enumerate(filled, start=1):
        blocks.append(Heading(text=f"{section}.{place} {title}", level=2))
        blocks.append(_table(rows, setting))
    return tuple(blocks)


def _table(asks: list[Ask], setting: Setting) -> Table:
    say = setting.say
    columns = [
        Column(heading=say("To whom"), share=5),
        Column(heading=say("What"), share=14),
    ]
    if not setting.is_open:
        columns.append(Column(heading=say("Clearance"), share=6))
    rows = [_row(row, setting) for row in ask_rows(asks)]
    return Table(columns=columns, rows=rows)


def to_whom(row: AskRow, setting: Setting) -> str:
    """Name those of whom a row asks one thing, or to whom it offers one."""
    return begun(setting.wording.parties(tuple(ask.to for ask in row)))


def _row(row: AskRow, setting: Setting) -> tuple[TableCell, ...]:
    ask = row[0]
    piece = ask.text
    words = "\n".join(
        [
            piece_in_words(piece, setting),
            *(f"{extra.heading}: {extra.value}" for extra in ask.extras),
        ]
    )
    own = (cell for extra in ask.extras for cell in extra_cells(extra, ask.origins))
    told = named_in(ask.origins, "text", "text_english", "clearance")
    cells = [
        TableCell(
            text=to_whom(row, setting),
            origins=setting.origins(*named_in(ask.origins, "to")),
        ),
        TableCell(text=words, origins=setting.origins(piece.origin, *told, *own)),
    ]
    if not setting.is_open:
        cleared = clearance_in_words(piece.clearance, piece.cleared_by, setting)
        origins = setting.origins(*named_in(ask.origins, "clearance", "cleared_by"))
        cells.append(TableCell(text=cleared, origins=origins))
    return tuple(cells)
