"""Read saved plans: what stands in them, and what they were merged from."""

from pathlib import Path

from attrs import field, frozen

from almwp.errors import UnreadableFileError
from almwp.findings.merge_rules import OLDER_PLAN
from almwp.findings.rule import Finding, Location
from almwp.model.fields import frozen_items
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plan.sourceproof import is_of_its_submissions


@frozen(kw_only=True)
class ReadPlan:
    """A saved plan that was read.

    Attributes:
        plan: The plan.
        notes: What is to be said of it.
    """

    plan: WorkPlan
    notes: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def read_saved(path: Path, content: bytes) -> ReadPlan:
    """Read a saved plan, of this version or an older one.

    Raises:
        UnreadableFileError: It is none, or a newer almwp saved it; the place of the
            first fault is named.
    """
    from almwp.codec.plan import open_plan
    from almwp.codec.planversions import VERSION

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            str(path),
            "this is no saved plan: byte {place} is not UTF-8",
            place=error.start + 1,
        ) from error
    opened = open_plan(text)
    if opened.plan is None:
        raise UnreadableFileError(
            str(path),
            "this is no saved plan: {fault} (faults in all: {count})",
            fault=opened.faults[0],
            count=len(opened.faults),
        )
    notes = []
    if opened.is_older:
        found, expected = str(opened.version), str(VERSION)
        place = Location(file=path.name)
        notes.append(OLDER_PLAN.at(place, found=found, expected=expected))
    return ReadPlan(plan=opened.plan, notes=notes)


def sent_in(plan: WorkPlan, file: str, sha256: str) -> tuple[Submission, ...]:
    """Return what a saved plan was merged from.

    A plan that was made or changed by other means says more than its submissions; it
    counts as a submission of its own, so that nothing of it is lost.

    Args:
        plan: The plan.
        file: The name of the file in which it was saved.
        sha256: The fingerprint of that file.
    """
    if is_of_its_submissions(plan):
        return plan.sent
    return (
        Submission(
            file=file,
            sha256=sha256,
            framework=plan.framework,
            activities=plan.activities,
            indicators=plan.indicators,
            proposals=[p for s in plan.submissions for p in s.proposals],
            agenda=[item for s in plan.submissions for item in s.agenda],
            asks=[ask for s in plan.submissions for ask in s.asks],
        ),
    )
