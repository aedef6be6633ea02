"""Tell what a corrected version of a file changed, field by field."""

from collections.abc import Iterable, Iterator

from attrs import frozen

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
    pairs = same_activities(
        ReportedActivity(activity=activity, submission=submission)
        for submission in (new, old)
        for activity in submission.activities
    )
    for pair in pairs:
        newer = [r.activity for r in pair if r.submission is new]
        older = [r.activity for r in pair if r.submission is old]
        if newer and older:
            yield from _changes(older[0], newer[0], new.language)
        elif newer:
            origin = newer[0].origin_of("title")
            yield Correction(title=str(newer[0].title), origin=origin)
        else:
            yield Correction(title=str(older[0].title), is_gone=True)


def _changes(old: Activity, new: Activity, language: str) -> Iterator[Correction]:
    fields = field_list().sheet("progress").fields
    for key in _TOLD:
        was, now = _words(old, key, language), _words(new, key, language)
        if was == now:
            continue
        yield Correction(
            title=str(new.title),
            field=field_of(fields, key),
            old=was,
            new=now,
            origin=new.origin_of(key) or new.origin_of("title"),
        )


def _words(activity: Activity, key: str, language: str) -> str:
    if key == "title":
        return " / ".join(form for _, form in activity.title.forms)
    if key in _TEXTS:
        return str(getattr(activity, key))
    return "; ".join(_told(said.words for said in said_of(activity, key, language)))


def _told(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(words)
