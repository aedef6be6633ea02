"""What looks double: pairs of activities, series, and those who pay for both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.overlap import LookAlike, Overlaps, SharedBudget, SharedPayer
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Table,
    TableCell,
)
from almwp.model.source import Origin
from almwp_slom.beside import titled
from almwp_slom.origins import named_in
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING

Known = Mapping[ActivityId, Activity]

MOST = 100
"""How many pairs a paper lists before it only counts them."""


def pair_blocks(
    found: Overlaps, known: Known, setting: Setting, *, section: str
) -> Iterator[Block]:
    """List pairs within a country, then across members."""
    say = setting.say
    yield Paragraph(
        text=say(
            "Titles that share most of their words. Whether two activities are the same"
            " is for those who lead them to say."
        )
    )
    inside = [pair for pair in found.look_alikes if pair.countries]
    across = [pair for pair in found.look_alikes if not pair.countries]
    for number, (heading, pairs) in enumerate(
        [(say("Within one country"), inside), (say("Across members"), across)], start=1
    ):
        yield Heading(text=f"{section}.{number} {heading}", level=2)
        yield from pair_tables(pairs, known, setting)
    if found.crowded:
        said = say(
            "These words stand in so many titles that by them only the nearest were"
            " compared: {words}."
        )
        yield Note(text=said.format(words=", ".join(found.crowded)))


def pair_tables(
    pairs: Sequence[LookAlike], known: Known, setting: Setting
) -> Iterator[Block]:
    """List pairs with the words they share and who pays."""
    say = setting.say
    if not pairs:
        yield Paragraph(text=say("None was found."))
        return
    yield Table(
        columns=(
            Column(heading=say("Activity"), share=9),
            Column(heading=say("Looks like"), share=9),
            Column(heading=say("Words they share"), share=7),
            Column(heading=say("Paid by, first / second"), share=6),
            Column(heading=say("Sent by"), share=5),
        ),
        rows=tuple(_row(pair, known, setting) for pair in pairs[:MOST]),
    )
    if len(pairs) > MOST:
        more = say("and {n} more; the file in JSON has all of them")
        yield Paragraph(text=more.format(n=len(pairs) - MOST))


def series_blocks(found: Overlaps, known: Known, setting: Setting) -> Iterator[Block]:
    """List what comes back: its titles differ in numbers and years only."""
    say = setting.say
    if not found.series:
        yield Paragraph(text=say("None was found."))
        return
    yield Paragraph(
        text=say("Titles that differ in a number or a year only; they are no overlap.")
    )
    yield Bullets(
        items=[names(each.activities, known, setting) for each in found.series],
        origins=setting.cells_of(a for each in found.series for a in each.activities),
    )


def payer_blocks(found: Overlaps, known: Known, setting: Setting) -> Iterator[Block]:
    """List who pays for several alike activities, and budgets named twice."""
    say = setting.say
    if not found.payers and not found.budgets:
        yield Paragraph(text=say("None was found."))
    if found.payers:
        yield Paragraph(
            text=say("Funders and partners of several activities that look alike:")
        )
        yield Bullets(
            items=[
                f"{payer.name}: {names(payer.activities, known, setting)}"
                for payer in found.payers
            ],
            origins=setting.origins(*_paid(found.payers, known, setting)),
        )
    if found.budgets:
        yield Paragraph(text=say("One budget that several activities name:"))
        yield Bullets(
            items=[
                f"{each.words}, {each.name}: {names(each.activities, known, setting)}"
                for each in found.budgets
            ],
            origins=setting.origins(*_paid(found.budgets, known, setting)),
        )


def names(activities: Iterable[ActivityId], known: Known, setting: Setting) -> str:
    """Name activities with their numbers in this paper."""
    return "; ".join(setting.named(known[activity]) for activity in activities)


def _row(pair: LookAlike, known: Known, setting: Setting) -> tuple[TableCell, ...]:
    one, other = known[pair.one], known[pair.other]
    paid = " / ".join(
        ", ".join(payers) or NOTHING
        for payers in (pair.one_paid_by, pair.other_paid_by)
    )
    nobody = not (pair.one_paid_by or pair.other_paid_by)
    return (
        _named(one, setting, pair.one_co_led_by),
        _named(other, setting, pair.other_co_led_by),
        TableCell(
            text=f"{'; '.join(pair.words)}\n{setting.wording.share(pair.likeness)}",
            number=pair.likeness,
            origins=setting.cells_of([pair.one, pair.other]),
        ),
        TableCell(
            text=setting.say("not stated") if nobody else paid,
            origins=() if nobody else setting.origins(*_payers_in(one, other)),
        ),
        TableCell(
            text="; ".join(pair.institutions) or NOTHING,
            origins=setting.origins(*_sent_in(setting, one, other)),
        ),
    )


def _paid(
    several: Iterable[SharedPayer | SharedBudget], known: Known, setting: Setting
) -> Iterator[Origin]:
    for each in several:
        yield from setting.cells_of(each.activities)
        yield from _payers_in(*(known[activity] for activity in each.activities))


def _payers_in(*activities: Activity) -> Iterator[Origin]:
    for activity in activities:
        yield from named_in(activity.origins, "funders", "partners", "budget")


def _sent_in(setting: Setting, *activities: Activity) -> Iterator[Origin]:
    """Give the cells of the covers that say who sent what is told of *activities*."""
    for activity in activities:
        for row in activity.origins:
            if row.sha256 in setting.senders:
                yield setting.senders[row.sha256]


def _named(activity: Activity, setting: Setting, co_leads: Sequence[str]) -> TableCell:
    told = titled(activity, setting)
    if co_leads:
        said = setting.say("co-led by {names}")
        told += f"\n{said.format(names=', '.join(co_leads))}"
    return TableCell(
        text=told,
        origins=setting.origins(
            *setting.cells_of([activity.id]),
            *named_in(activity.origins, "leads", "co_leads"),
        ),
    )
