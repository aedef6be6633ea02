"""Read saved plans: what stands in them, and what they were merged from."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from almwp.errors import UnreadableFileError
from almwp.findings.merge_rules import OLDER_PLAN
from almwp.findings.rule import Finding, Location
from almwp.model.fields import frozen_items
from almwp.model.submission import Submission

if TYPE_CHECKING:  # most files are no saved plans: each is only asked whether it is
    from almwp.model.decision import Decision
    from almwp.model.workplan import WorkPlan


@frozen(kw_only=True)
class ReadPlan:
    """A saved plan that was read.

    Attributes:
        plan: The plan.
        notes: What is to be said of it.
    """

    plan: "WorkPlan"
    notes: tuple[Finding, ...] = field(default=(), converter=frozen_items)


class NoSavedPlanError(UnreadableFileError):
    """A file with the ending of saved plans that was never one."""


_SAYS_WHAT_IT_IS = re.compile(rb'"almwp"\s*:\s*"plan"')


def is_saved_plan(content: bytes) -> bool:
    """Say whether a file says of itself that it is a saved plan, damaged or whole."""
    return _SAYS_WHAT_IT_IS.search(content) is not None


def read_saved(path: Path, content: bytes) -> ReadPlan:
    """Read a saved plan, of this version or an older one.

    Raises:
        NoSavedPlanError: It does not even say that it is one.
        UnreadableFileError: It cannot be read; the place of the first fault is named.
    """
    try:
        return _read_saved(path, content)
    except UnreadableFileError as error:
        if is_saved_plan(content):
            raise
        raise NoSavedPlanError(str(path), error.reason, **error.facts) from error


def _read_saved(path: Path, content: bytes) -> ReadPlan:
    """Read a saved plan, of this version or an older one.

    Raises:
        UnreadableFileError: It is none, or a newer almwp saved it, or it was changed
            by other means than almwp; the place of the first fault is named.
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
    if opened.is_newer:
        raise UnreadableFileError(
            str(path),
            "a newer almwp saved this plan (version {found}); this one reads versions "
            "up to {known}; install the newer almwp to read it",
            found=opened.version,
            known=VERSION,
        )
    if opened.plan is None:
        raise UnreadableFileError(
            str(path),
            "this is no saved plan: {fault} (faults in all: {count})",
            fault=opened.faults[0],
            count=len(opened.faults),
        )
    _refuse_changed(path, opened.plan)
    notes = []
    if opened.is_older:
        found, expected = str(opened.version), str(VERSION)
        place = Location(file=path.name)
        notes.append(OLDER_PLAN.at(place, found=found, expected=expected))
    return ReadPlan(plan=opened.plan, notes=notes)


def _refuse_changed(path: Path, plan: "WorkPlan") -> None:
    """Refuse a plan that says what nobody sent; its files would be lost in silence.

    Raises:
        UnreadableFileError: An id stands twice, a title is empty, or something does
            not follow from the files and decisions that the plan holds.
    """
    for key in ("activities", "indicators"):
        places: dict[str, str] = {}
        for number, each in enumerate(getattr(plan, key)):
            place = f"plan.{key}[{number}]"
            if each.id in places:
                raise UnreadableFileError(
                    str(path),
                    "{place}.id: {found} stands twice, in {other} as well",
                    place=place,
                    found=each.id,
                    other=places[each.id],
                )
            places[each.id] = place
            if key == "activities" and not str(each.title).strip():
                raise UnreadableFileError(
                    str(path),
                    "{place}.title: the title of {found} is empty",
                    place=place,
                    found=each.id,
                )
    for number, decision in enumerate(plan.decisions):
        if not _names_what_it_decides(decision):
            raise _changed_by_hand(path, f"plan.decisions[{number}]")
    from almwp.plan.sourceproof import unsourced  # it merges all anew

    other = unsourced(plan) if plan.sent else None
    if other is None:
        return
    if not other.name:
        raise _changed_by_hand(path, other.path)
    raise UnreadableFileError(
        str(path),
        "{place}: {found} is not as its files say; a saved plan is not edited by hand: "
        "merge the files again, and write what you decide in a decisions file",
        place=other.path,
        found=other.name,
    )


def _names_what_it_decides(decision: "Decision") -> bool:
    """Say whether a decision names as many things as one of its kind decides."""
    from almwp.model.decision import DecisionKind

    if decision.kind is DecisionKind.VERSION:
        return len(decision.files) == 2
    is_pair = decision.kind is DecisionKind.PAIR
    return len(decision.activities) == (2 if is_pair else 1)


def _changed_by_hand(path: Path, place: str) -> UnreadableFileError:
    return UnreadableFileError(
        str(path),
        "{place}: something that its files say is missing here; a saved plan is "
        "not edited by hand: merge the files again, and write what you decide in a "
        "decisions file",
        place=place,
    )


def sent_in(plan: "WorkPlan", file: str, sha256: str) -> tuple[Submission, ...]:
    """Return what a saved plan was merged from.

    A plan that was made by code, without submissions, counts as a submission of its
    own, so that nothing of it is lost.

    Args:
        plan: The plan, as it was read: with submissions it says nothing beyond them.
        file: The name of the file in which it was saved.
        sha256: The fingerprint of that file.
    """
    if plan.sent or not (plan.activities or plan.indicators):
        return plan.sent
    return (
        Submission(
            file=file,
            sha256=sha256,
            framework=plan.framework,
            activities=plan.activities,
            indicators=plan.indicators,
        ),
    )
