"""What a country's own files hold that its paper could not place or read."""

from almwp.findings.rule import Location, Severity
from almwp.model.activity import Activity
from almwp.model.party import Party, PartyKind
from almwp.model.report import Block, Note, Paragraph
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.cited import Point, cited
from almwp_slom.position import named
from almwp_slom.setting import Setting

_MOST_KEPT_OUT = 40
"""How many values that were kept out a paper names before it only counts them."""


def sent_notes(request: ReportRequest, setting: Setting) -> tuple[Block, ...]:
    """Say in short what the country's own files leave open; never for the meeting."""
    if setting.is_open:
        return ()
    name = _name(request)
    notes = [Note(text=said) for said in _no_file(request, setting)]
    unled = without_lead(request)
    if unled:
        said = setting.wording.count(
            len(unled),
            setting.say(
                "Of 1 activity that {country} sent, no lead country was stated or"
                " understood: it is in no table, but under What is not known."
            ),
            setting.say(
                "Of {n} activities that {country} sent, no lead country was stated or"
                " understood: they are in no table, but under What is not known."
            ),
            country=name,
        )
        cells = setting.origins(*(cell for _, cell in unled))
        notes.append(Note(text=said, origins=cells))
    return tuple(notes)


def sent_blocks(request: ReportRequest, setting: Setting) -> tuple[Block, ...]:
    """List what the country sent and the paper lacks; it is never for the meeting."""
    say, name = setting.say, _name(request)
    blocks: list[Block] = [Paragraph(text=said) for said in _no_file(request, setting)]
    unled = without_lead(request)
    if unled:
        lead_in = say(
            "Sent by {country}, but no lead country was stated or understood:"
        ).format(country=name)
        named_at = [(_with_cell(a, cell, setting), (cell,)) for a, cell in unled]
        blocks += [Paragraph(text=lead_in), *cited(named_at, setting)]
    kept_out = _kept_out(request)
    if kept_out:
        lead_in = say("Kept out of what {country} sent, and why:")
        more = len(kept_out) - _MOST_KEPT_OUT
        shown = kept_out[:_MOST_KEPT_OUT]
        if more > 0:
            rest = say("and {n} more; almwp check names them")
            cells = tuple(c for _, own in kept_out[_MOST_KEPT_OUT:] for c in own)
            shown = (*shown, (rest.format(n=more), cells))
        blocks.append(Paragraph(text=lead_in.format(country=name)))
        blocks += cited(shown, setting)
    return tuple(blocks)


def without_lead(
    request: ReportRequest,
) -> tuple[tuple[Activity, Origin | None], ...]:
    """Return what the country sent and nobody leads, each with its cell."""
    own = {submission.sha256 for submission in _own(request)}
    found = []
    for activity in request.plan.activities:
        rows = [row for row in activity.origins if row.sha256 in own]
        if rows and not any(map(_is_lead, (*activity.leads, *activity.co_leads))):
            cells = (row.of(key) for row in rows for key in ("title", "number"))
            found.append((activity, next((cell for cell in cells if cell), None)))
    return tuple(found)


def _is_lead(party: Party) -> bool:
    return party.kind in (PartyKind.COUNTRY, PartyKind.ALL_MEMBERS)


def _name(request: ReportRequest) -> str:
    country, _ = named(request)
    return country.in_a_sentence(request.language)


def _own(request: ReportRequest) -> tuple[Submission, ...]:
    country, _ = named(request)
    sent = request.plan.submissions
    return tuple(s for s in sent if s.country == country.iso2)


def _no_file(request: ReportRequest, setting: Setting) -> tuple[str, ...]:
    """Say that the country sent nothing, and of which files nobody knows the sender."""
    sent, say = request.plan.submissions, setting.say
    if not sent or _own(request):
        return ()
    said = [say("No file of {country} was read.").format(country=_name(request))]
    unsigned = ", ".join(s.file for s in sent if s.country is None)
    if unsigned:
        nobody = say("These files do not say which country sent them: {files}.")
        said.append(nobody.format(files=unsigned))
    return (" ".join(said),)


def _with_cell(activity: Activity, cell: Origin | None, setting: Setting) -> str:
    title = setting.title(activity)
    return f"{title} ({cell})" if cell else title


def _kept_out(request: ReportRequest) -> tuple[Point, ...]:
    """Return why each value was kept out, with its cell."""
    return tuple(
        (f"{f.at}: {f.message(request.translate)}", (_cell_of(f.at, submission),))
        for submission in _own(request)
        for f in submission.findings
        if f.severity is Severity.ERROR
    )


def _cell_of(at: Location, submission: Submission) -> Origin | None:
    if not (at.sheet and at.cell):
        return None
    return Origin(
        file=submission.file, sha256=submission.sha256, sheet=at.sheet, cell=at.cell
    )
