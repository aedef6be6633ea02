"""Annexes: the public sources, and the files from which a paper was made."""

from collections.abc import Iterable, Iterator

from almwp.model.activity import Activity
from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
    TableCell,
)
from almwp.model.source import Origin, Source
from almwp_slom.catalogued import sources_of_plans
from almwp_slom.origins import named_in
from almwp_slom.phrases import mark
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING

_FINGERPRINT = 12


def source_blocks(
    sources: tuple[Source, ...],
    activities: Iterable[Activity],
    setting: Setting,
    further: Iterable[tuple[str, Iterable[Source]]] = (),
) -> tuple[Block, ...]:
    """Return a numbered list of public addresses, and of what each tells.

    Args:
        sources: All of them.
        activities: Those whose files may name them; others are of the catalogue.
        setting: What the sections of the paper share.
        further: Of other things that the paper tells, their name and their sources.
    """
    say = setting.say
    cells: dict[str, list[Origin]] = {}
    told: dict[str, list[int]] = {}
    for activity in activities:
        for source in activity.sources:
            found = cells.setdefault(source.address, [])
            found += named_in(activity.origins, "sources")
            if activity.id in setting.numbers:
                told.setdefault(source.address, []).append(setting.numbers[activity.id])
    heading = Heading(text=say("Annex: Sources"))
    if not sources:
        if setting.is_open:
            return ()
        return (heading, Paragraph(text=say("The files name no public source.")))
    about: dict[str, list[str]] = {
        address: [say("Activities: {numbers}").format(numbers=_counted(numbers))]
        for address, numbers in told.items()
    }
    for name, its in (*_of_catalogue(setting), *further):
        for source in its:
            found_here = about.setdefault(source.address, [])
            found_here += [] if name in found_here else [name]
    are_dated = any(source.date for source in sources)
    rows = tuple(
        (
            TableCell(text=str(number)),
            TableCell(
                text=f"{source.title}\n{source.address}".strip(),
                origins=setting.origins(*cells.get(source.address, ())),
            ),
            TableCell(
                text="\n".join(about.get(source.address, [])) or NOTHING,
                origins=setting.origins(*cells.get(source.address, ())),
            ),
            *((_published(source, setting),) if are_dated else ()),
        )
        for number, source in enumerate(sources, start=1)
    )
    columns = [
        Column(heading=say("No."), share=2),
        Column(heading=say("Address"), share=18),
        Column(heading=say("On what"), share=6),
    ]
    if are_dated:  # a column of dashes tells nothing
        columns.append(Column(heading=say("Published"), share=5))
    return (heading, Table(columns=columns, rows=rows))


def _counted(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in sorted(set(numbers)))


def _published(source: Source, setting: Setting) -> TableCell:
    day = setting.wording.day(source.date) if source.date else NOTHING
    return TableCell(text=day)


def _of_catalogue(setting: Setting) -> Iterator[tuple[str, Iterable[Source]]]:
    """Give what every paper takes from the catalogue, and its sources."""
    if setting.meeting is not None:
        yield setting.say("Meeting"), setting.meeting.sources
    if setting.framework is not None:
        title = setting.wording.text(setting.framework.title)
        yield title, sources_of_plans([setting.framework])


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
        *(_setting_in_words(name, value, setting) for name, value in manifest.settings),
    ]
    if made:
        blocks.append(Paragraph(text=say("Software and settings:")))
        blocks.append(Bullets(items=made))
    return tuple(blocks)


_SETTINGS = {
    "method": mark("Method of scoring"),
    "framework": mark("Programme under review"),
    "as of": mark("Progress as of"),
    "policy": mark("Policy of scoring"),
}
"""What a paper calls the settings of a manifest."""


def _setting_in_words(name: str, value: str, setting: Setting) -> str:
    """Tell a setting as an official reads it; the manifest as data has its keys."""
    known = _SETTINGS.get(name)
    if known is None:
        return f"{name}: {value}"
    words = value
    framework = setting.framework
    if name == "framework" and framework is not None and framework.id == value:
        words = f"{setting.wording.text(framework.title)} ({value})"
    elif name == "as of" and setting.day is not None:
        words = setting.wording.day(Moment.day(setting.day))
    elif name == "as of":
        words = setting.say("the newest reports")
    elif name == "method":
        words = setting.say(value)
    return f"{setting.say(known)}: {words}"
