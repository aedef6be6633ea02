"""From which files of the country a position comes, and which were left aside."""

from collections.abc import Iterator

from almwp.model.nationalposition import NationalPosition
from almwp.model.position import AgendaStance, Audience, Proposal
from almwp.model.prepared import Held, Part, Use, WhyHeld
from almwp.model.report import Block, Bullets, Note, Paragraph
from almwp.plan.preparing import items_of
from almwp_slom.opening import OpenedRequest
from almwp_slom.origins import named_in
from almwp_slom.readable import is_contested
from almwp_slom.setting import Setting


def part_notes(
    request: OpenedRequest, position: NationalPosition, setting: Setting
) -> Iterator[Block]:
    """Say which files count, what was kept back, and on what parts do not agree."""
    if setting.is_open:
        return
    say, prepared = setting.say, request.prepared
    for use, lead_in in (
        (Use.USED, say("What is said at the meeting comes from:")),
        (
            Use.DOUBTFUL,
            say("Also from these, of which it is not known which is the newer one:"),
        ),
        (Use.OLDER, say("Older versions, left aside:")),
        (Use.OTHER_MEETING, say("Made for another meeting, left aside:")),
        (
            Use.UNKNOWN_MEETING,
            say("For which meeting these were made is not known; left aside:"),
        ),
    ):
        parts = [part for part in prepared.parts if part.use is use]
        if parts:
            yield Paragraph(text=lead_in)
            yield Bullets(
                items=[_part(part, setting) for part in parts],
                origins=setting.origins(*(c for part in parts for c in part.origins)),
            )
    yield from _held_back(request, setting)
    kept_back = request.kept_back
    if kept_back and request.audience is Audience.DELEGATION:
        said = setting.wording.count(
            kept_back,
            say("1 row is for the ministry alone and not in this paper."),
            say("{n} rows are for the ministry alone and not in this paper."),
        )
        yield Note(text=said)
    torn = [item for item in items_of(position.agenda) if is_contested(item)]
    contested = len(torn)
    if contested:
        said = setting.wording.count(
            contested,
            say("On 1 item of the agenda the files contradict each other."),
            say("On {n} items of the agenda the files contradict each other."),
        )
        cells = (
            cell
            for item in torn
            for row in item
            for cell in named_in(row.origins, "item", "item_english", "stance", "asked")
        )
        yield Note(text=said, origins=setting.origins(*cells))


def _held_back(request: OpenedRequest, setting: Setting) -> Iterator[Block]:
    """Name what is cleared in one file and held back for what another one says."""
    say, held = setting.say, request.prepared.held
    if not held:
        return
    why = {
        WhyHeld.NOT_CLEARED: say(
            "elsewhere it is not cleared or not meant for the meeting"
        ),
        WhyHeld.DIFFERS: say("the files say different things of it"),
        WhyHeld.MISSING: say("a file that may be newer no longer has it"),
    }
    yield Paragraph(
        text=say("Held back from the meeting's file, as the files do not agree:")
    )
    yield Bullets(
        items=[f"{_named(each, setting)}: {why[each.why]}" for each in held],
        origins=setting.origins(*(cell for each in held for cell in each.cells)),
    )


def _named(held: Held, setting: Setting) -> str:
    first = held.rows[0]
    match first:
        case AgendaStance():
            return f"{first.number} {setting.wording.text(first.item)}".strip()
        case Proposal():
            return f"{first.number} {setting.wording.text(first.title)}".strip()
        case _:
            return setting.wording.text(first.text.text)


def _part(part: Part, setting: Setting) -> str:
    say, about = setting.say, []
    if part.institution:
        about.append(part.institution)
    if part.version:
        about.append(say("version {version}").format(version=part.version))
    if part.as_of:
        about.append(say("as of {day}").format(day=setting.wording.day(part.as_of)))
    if part.use in (Use.OTHER_MEETING, Use.UNKNOWN_MEETING):
        about.append(part.meeting)
    return f"{part.file} ({', '.join(about)})" if about else part.file
