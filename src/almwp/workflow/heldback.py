"""Say which of a country's papers do not agree, and what is held back for that."""

from collections.abc import Iterator
from itertools import combinations

from almwp.findings import holding_rules
from almwp.findings.rule import Finding, Location
from almwp.model.position import AgendaStance, Proposal
from almwp.model.prepared import Held, Part, Prepared, Use, WhyHeld
from almwp.model.source import Origin
from almwp.model.workplan import WorkPlan
from almwp.plan.preparing import prepare
from almwp.workflow.meanings import country_of
from almwp.workflow.reporting import Wanted, meeting_for

_NOT_CLEARED = "elsewhere it is not cleared or not meant for the meeting"
_DIFFERS = "the files say different things of it"
_MISSING = "a file that may be newer no longer has it"


def what_is_held_back(plan: WorkPlan, wanted: Wanted) -> tuple[Finding, ...]:
    """Return what a paper of one country for one meeting has to ask its makers.

    Args:
        plan: What the submissions say together.
        wanted: The paper; one without a country or a meeting has nothing to ask.
    """
    if wanted.country is None or wanted.meeting is None:
        return ()
    country = country_of(wanted.country).iso2
    prepared = prepare(plan.submissions, country, meeting_for(plan, wanted))
    return (*_files(prepared), *map(_held, prepared.held))


def _files(prepared: Prepared) -> Iterator[Finding]:
    unsure = [part for part in prepared.parts if part.use is Use.DOUBTFUL]
    for one, other in combinations(unsure, 2):
        place = Location(file=one.file)
        yield holding_rules.NEWER_NOT_KNOWN.at(place, other=other.file)
    for part in prepared.parts:
        if part.use is Use.UNKNOWN_MEETING:
            yield holding_rules.MEETING_NOT_KNOWN.at(_place(part), found=part.meeting)


def _place(part: Part) -> Location:
    return Location(file=part.file)


def _held(held: Held) -> Finding:
    first = held.rows[0]
    match first:
        case AgendaStance():
            name = f"{first.number} {first.item}".strip()
        case Proposal():
            name = f"{first.number} {first.title}".strip()
        case _:
            name = str(first.text.text)
    rule, place = holding_rules.HELD_BACK, _location(held.cells)
    if held.why is WhyHeld.NOT_CLEARED:
        return rule.at(place, found=name, why=_NOT_CLEARED)
    if held.why is WhyHeld.DIFFERS:
        return rule.at(place, found=name, why=_DIFFERS)
    return rule.at(place, found=name, why=_MISSING)


def _location(cells: tuple[Origin, ...]) -> Location:
    if not cells:
        return Location(file="-")
    cell = cells[0]
    return Location(file=cell.file, sheet=cell.sheet, cell=cell.cell)
