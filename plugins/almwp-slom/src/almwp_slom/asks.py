"""What a country asks of the Secretariat, of members and partners, and offers them."""

from almwp.model.position import Ask
from almwp.model.report import Block, Column, Heading, Table, TableCell
from almwp.model.source import Origin
from almwp_slom.pieces import clearance_in_words, piece_in_words
from almwp_slom.setting import Setting


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
    return Table(columns=columns, rows=[_row(ask, setting) for ask in asks])


def _row(ask: Ask, setting: Setting) -> tuple[TableCell, ...]:
    piece = ask.text
    words = "\n".join(
        [
            piece_in_words(piece, setting),
            *(f"{extra.heading}: {extra.value}" for extra in ask.extras),
        ]
    )
    cells = [
        TableCell(
            text=setting.wording.party(ask.to),
            origins=setting.origins(_origin(ask, "to")),
        ),
        TableCell(text=words, origins=setting.origins(piece.origin)),
    ]
    if not setting.is_open:
        cleared = clearance_in_words(piece.clearance, piece.cleared_by, setting)
        origins = setting.origins(_origin(ask, "clearance"))
        cells.append(TableCell(text=cleared, origins=origins))
    return tuple(cells)


def _origin(ask: Ask, key: str) -> Origin | None:
    return next((o for row in ask.origins if (o := row.of(key))), None)
