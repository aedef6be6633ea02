"""From which files of the country a position comes, and which were left aside."""

from collections.abc import Iterator

from almwp.model.position import Audience, NationalPosition
from almwp.model.prepared import Part, Use
from almwp.model.report import Block, Bullets, Note, Paragraph
from almwp.plan.preparing import items_of
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.readable import is_contested
from almwp_slom.setting import Setting


def part_notes(
    request: ReportRequest, position: NationalPosition, setting: Setting
) -> Iterator[Block]:
    """Say which files count, what was kept back, and on what parts do not agree."""
    if setting.is_open:
        return
    say, prepared = setting.say, request.prepared
    for use, lead_in in (
        (Use.USED, say("What is said at the meeting comes from:")),
        (Use.OLDER, say("Older versions, left aside:")),
        (Use.OTHER_MEETING, say("Made for another meeting, left aside:")),
    ):
        parts = [part for part in prepared.parts if part.use is use]
        if parts:
            yield Paragraph(text=lead_in)
            yield Bullets(items=[_part(part, setting) for part in parts])
    kept_back = _kept_back(request, position)
    if kept_back and request.audience is Audience.DELEGATION:
        said = setting.wording.count(
            kept_back,
            say("1 row is for the ministry alone and not in this paper."),
            say("{n} rows are for the ministry alone and not in this paper."),
        )
        yield Note(text=said)
    contested = sum(map(is_contested, items_of(position.agenda)))
    if contested:
        said = setting.wording.count(
            contested,
            say("On 1 item of the agenda the files contradict each other."),
            say("On {n} items of the agenda the files contradict each other."),
        )
        yield Note(text=said)


def _kept_back(request: ReportRequest, position: NationalPosition) -> int:
    prepared = request.prepared
    pairs = (
        (prepared.agenda, position.agenda),
        (prepared.proposals, position.proposals),
        (prepared.asks, position.asks),
        (prepared.joined, position.joined),
    )
    return sum(len(said) - len(kept) for said, kept in pairs)


def _part(part: Part, setting: Setting) -> str:
    say, about = setting.say, []
    if part.institution:
        about.append(part.institution)
    if part.version:
        about.append(say("version {version}").format(version=part.version))
    if part.as_of:
        about.append(say("as of {day}").format(day=setting.wording.day(part.as_of)))
    if part.use is Use.OTHER_MEETING:
        about.append(part.meeting)
    return f"{part.file} ({', '.join(about)})" if about else part.file
