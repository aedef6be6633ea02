"""Annexes: the public sources, and the files from which a paper was made."""

from almwp.model.manifest import Manifest
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
    TableCell,
)
from almwp.model.source import Source
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING

_FINGERPRINT = 12


def source_blocks(sources: tuple[Source, ...], setting: Setting) -> tuple[Block, ...]:
    """Return a numbered list of public addresses."""
    say = setting.say
    heading = Heading(text=say("Annex: Sources"))
    if not sources:
        return (heading, Paragraph(text=say("The files name no public source.")))
    rows = tuple(
        (
            TableCell(text=str(number)),
            TableCell(text=f"{source.title}\n{source.address}".strip()),
            TableCell(
                text=setting.wording.day(source.date) if source.date else NOTHING
            ),
        )
        for number, source in enumerate(sources, start=1)
    )
    table = Table(
        columns=(
            Column(heading=say("No."), share=2),
            Column(heading=say("Address"), share=20),
            Column(heading=say("Published"), share=5),
        ),
        rows=rows,
    )
    return (heading, table)


def input_blocks(manifest: Manifest, setting: Setting) -> tuple[Block, ...]:
    """Return what the paper was made from; it is never for the meeting."""
    say = setting.say
    if manifest == Manifest():
        return ()
    blocks: list[Block] = [Heading(text=say("Annex: Inputs"))]
    if manifest.inputs:
        rows = tuple(
            (TableCell(text=file.name), TableCell(text=file.sha256[:_FINGERPRINT]))
            for file in manifest.inputs
        )
        columns = (
            Column(heading=say("File"), share=3),
            Column(heading=say("Fingerprint (first digits of SHA-256)"), share=2),
        )
        blocks.append(Table(columns=columns, rows=rows))
    made = [
        *(f"{name} {version}" for name, version in manifest.software),
        *(f"{name}: {value}" for name, value in manifest.settings),
    ]
    if made:
        blocks.append(Paragraph(text=say("Software and settings:")))
        blocks.append(Bullets(items=made))
    return tuple(blocks)
