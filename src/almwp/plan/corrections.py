"""Tell what a corrected version of a file changed, field by field."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from almwp.findings.rule import Severity
from almwp.intake.field import Field
from almwp.intake.fieldlist import field_list, field_of
from almwp.model.activity import Activity
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.plan.fieldwords import COMPARED, said_of
from almwp.plan.reported import ReportedActivity
from almwp.plan.sameness import same_activities

_TEXTS = ("number", "remarks")
_TOLD = ("title", *_TEXTS, *COMPARED)


@frozen(kw_only=True)
class Correction:
    """Something that a corrected version changed.

    Attributes:
        title: The title of the activity.
        field: The field; None for an activity that is new or gone.
        old: What stood there.
        new: What stands there now.
        is_gone: Whether the activity is not there any more.
        origin: The cell in the corrected version, where there is one.
    """

    title: str
    field: Field | None = None
    old: str = ""
    new: str = ""
    is_gone: bool = False
    origin: Origin | None = None


def corrections(old: Submission, new: Submission) -> Iterator[Correction]:
    """Give what *new* changed in the activities of *old*, in the order of *new*."""
    refused = {**_refused(old), **_refused(new)}
    pairs = same_activities(
        ReportedActivity(activity=activity, submission=submission)
        for submission in (new, old)
        for activity in submission.activities
    )
    for pair in pairs:
        newer = [r.activity for r in pair if r.submission is new]
        older = [r.activity for r in pair if r.submission is old]
        if newer and older:
            yield from _changes(older[0], newer[0], new.language, refused)
        elif newer:
            origin = newer[0].origin_of("title")
            yield Correction(title=str(newer[0].title), origin=origin)
        else:
            yield Correction(title=str(older[0].title), is_gone=True)


Refused = Mapping[Origin, str]
"""Words that were kept out by a finding, by their cells."""


def _refused(submission: Submission) -> Refused:
    return {
        Origin(
            file=finding.at.file,
            sha256=submission.sha256,
            sheet=finding.at.sheet,
            cell=finding.at.cell,
        ): finding.found
        for finding in submission.findings
        if finding.severity is Severity.ERROR
        and finding.found
        and finding.at.sheet
        and finding.at.cell
        and ":" not in finding.at.cell
    }


def _changes(
    old: Activity, new: Activity, language: str, refused: Refused
) -> Iterator[Correction]:
    fields = field_list().sheet("progress").fields
    for key in _TOLD:
        was, now = (_words(each, key, language, refused) for each in (old, new))
        if was == now:
            continue
        yield Correction(
            title=str(new.title),
            field=field_of(fields, key),
            old=was,
            new=now,
            origin=new.origin_of(key) or new.origin_of("title"),
        )


def _words(activity: Activity, key: str, language: str, refused: Refused) -> str:
    """Return a field in words; of a cell that was refused, what stands in it."""
    known = _known_words(activity, key, language)
    origin = activity.origin_of(key)
    return known or (refused.get(origin, "") if origin else "")


def _known_words(activity: Activity, key: str, language: str) -> str:
    if key == "title":
        return " / ".join(form for _, form in activity.title.forms)
    if key in _TEXTS:
        return str(getattr(activity, key))
    return "; ".join(_told(said.words for said in said_of(activity, key, language)))


def _told(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(words)
