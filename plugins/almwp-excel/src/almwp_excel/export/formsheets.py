"""The rows of a plan or a position as a form that almwp reads again."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from attrs import evolve, field, frozen

from almwp.catalogue.frameworks import framework_files, framework_ids
from almwp.catalogue.languages import language_codes, language_name, vocabulary
from almwp.catalogue.tomlfile import read_framework
from almwp.errors import Translate
from almwp.intake.choices import UNKNOWN_SENDER, Writing
from almwp.intake.form import Form, FormLine, LeftOut
from almwp.intake.formmaking import Filling, FormMaker
from almwp.intake.formnumbers import with_readable_numbers
from almwp.intake.lexicon import Lexicon, build_lexicon
from almwp.intake.parsed import Spot
from almwp.intake.values import Values
from almwp.intake.writerowactivity import write_dated_activity
from almwp.intake.writerowkinds import WRITERS
from almwp.model.activity import Activity
from almwp.model.askrows import ask_rows
from almwp.model.fields import frozen_items, texts
from almwp.model.ids import FrameworkId
from almwp.model.meeting import Meeting
from almwp.model.nationalposition import NationalPosition
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan

PROGRESS, POSITION = "progress", "position"
_WRITERS = {**WRITERS, PROGRESS: write_dated_activity}


@frozen(kw_only=True)
class FormSheets:
    """The sheets of a workbook that can be read again.

    Attributes:
        form: What they hold; None where there is nothing to read.
        remarks: What they do not hold and no value of theirs says.
    """

    form: Form | None = None
    remarks: tuple[str, ...] = field(default=(), converter=texts)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Values that would not read back the same."""
        return self.form.left_out if self.form else ()


@frozen(kw_only=True)
class _Held:
    """What is put into a form.

    Attributes:
        kinds: The kinds of template of which it has the sheets.
        lines: The lines of its cover.
        records: Records by the key of their sheet.
        framework: The programme on which it reports.
    """

    kinds: tuple[str, ...] = field(converter=frozen_items)
    lines: Mapping[str, Any]
    records: Mapping[str, tuple[Any, ...]]
    framework: FrameworkId | None


def form_sheets(report: Report, translate: Translate) -> FormSheets:
    """Return what of a plan or a position can be read again.

    The paper for the meeting has none of it: a form shows by its headings alone what
    there is to be kept from the meeting.
    """
    held = _held(report)
    if held is None or report.audience is Audience.MEETING:
        return FormSheets()
    known = held.framework if held.framework in framework_ids() else None
    writing = _writing(report.language, known, held.lines.get("country"))
    activities = with_readable_numbers(
        held.records.get(PROGRESS, ()), writing.of(PROGRESS)
    )
    records = {**held.records, PROGRESS: activities}
    maker = FormMaker(
        writing=writing,
        vocabulary=vocabulary(writing.language),
        translate=translate,
    )
    forms = [
        maker.make(kind, Filling(lines=held.lines, records=records, writers=_WRITERS))
        for kind in held.kinds
    ]
    remarks = tuple(_remarks(held, activities, translate))
    return FormSheets(form=_together(forms, held), remarks=remarks)


def _held(report: Report) -> _Held | None:
    match report.data:
        case WorkPlan() as plan if plan.activities or plan.indicators:
            return _Held(
                kinds=(PROGRESS,),
                lines={
                    "country": _sender(plan.activities),
                    "framework": plan.framework,
                },
                records={PROGRESS: plan.activities, "indicators": plan.indicators},
                framework=plan.framework,
            )
        case NationalPosition() as position:
            own = {a.id: a for a in position.own_activities}
            shared = {a.id: a for a in position.shared_obligations}
            has_said = position.agenda or position.proposals or position.joined
            # The first kind is the one of which the file says that it is.
            is_position = bool(has_said or position.asks)
            kinds = (POSITION, PROGRESS) if is_position else (PROGRESS, POSITION)
            return _Held(
                kinds=kinds,
                lines={
                    "country": position.country,
                    "institution": position.institution.in_(report.language),
                    "framework": position.framework,
                    "as_of": position.as_of or position.prepared,
                    "version": position.version,
                    "delegation": position.delegation,
                    "objectives": tuple(
                        piece.text.in_(report.language) for piece in position.objectives
                    ),
                    "notice": report.notice,
                    **_meeting_lines(position.meeting),
                },
                records={
                    "agenda": position.agenda,
                    "proposals": (*position.proposals, *position.joined),
                    "asks": ask_rows(position.asks),
                    PROGRESS: tuple({**shared, **own}.values()),
                },
                framework=position.framework,
            )
        case _:
            return None


def _meeting_lines(meeting: Meeting) -> dict[str, Any]:
    """Return the lines of a cover that describe a meeting."""
    return {
        "meeting": meeting.id,
        "meeting_number": meeting.number,
        "meeting_start": meeting.start,
        "meeting_end": meeting.end,
        "meeting_place": meeting.place,
        "meeting_host": meeting.host,
        "meeting_chair": meeting.chair,
    }


def _sender(activities: Iterable[Activity]) -> str | None:
    """Return who sent all activities, as their ids begin, or None."""
    senders = {a.id.partition(":")[0] for a in activities if ":" in a.id}
    only = senders.pop() if len(senders) == 1 else UNKNOWN_SENDER
    return None if only == UNKNOWN_SENDER else only


def _together(forms: list[Form], held: _Held) -> Form:
    """Return one form with the lines and the sheets of several."""
    first = forms[0]
    lines: dict[str, FormLine] = {}
    for form in forms:
        for line in form.lines:
            lines.setdefault(line.field.key, line)
    tables = {table.key: table for form in forms for table in form.tables}
    unsaid = (
        LeftOut(table=first.cover, row="", label=line.field.label, value=_words(given))
        for key, line in lines.items()
        if line.value is None and (given := held.lines.get(key))
    )
    told = (each for form in forms for each in form.left_out)
    left_out = dict.fromkeys((*unsaid, *told))
    return evolve(
        first,
        lines=lines.values(),
        tables=[table for table in tables.values() if table.rows],
        left_out=left_out,
        guidance=(),
    )


def _words(value: Any) -> str:
    return "\n".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _remarks(
    held: _Held, activities: tuple[Activity, ...], translate: Translate
) -> Iterable[str]:
    """Say what no form has a place for."""
    sent = held.records.get(PROGRESS, ())
    older = sum(max(len(a.observations) - 1, 0) for a in sent)
    links = sum(len(a.links) for a in sent)
    lost = sum(a.number != b.number for a, b in zip(sent, activities, strict=True))
    counted = (
        (older, translate("reports older than the newest of each activity: {count}")),
        (links, translate("links between activities: {count}")),
        (lost, translate("numbers that would be read as those of other rows: {count}")),
    )
    for count, words in counted:
        if count:
            yield words.format(count=count)


def _writing(
    language: str, framework: FrameworkId | None, sender: str | None
) -> Writing:
    spoken = language if language in language_codes() else "en"
    lexicon = _lexicon()
    values = Values(
        spot=Spot(file="", sheet=PROGRESS),
        lexicon=lexicon,
        language=spoken,
        framework=lexicon.framework(framework),
    )
    names = [(code, language_name(code)) for code in language_codes()]
    return Writing(values=values, languages=names, sender=sender or UNKNOWN_SENDER)


@cache
def _lexicon() -> Lexicon:
    """Return the words of all packaged languages and frameworks."""
    return build_lexicon(
        [vocabulary(code) for code in language_codes()],
        [read_framework(resource) for resource in framework_files()],
    )
