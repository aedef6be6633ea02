"""Put an activity into a row of a form, with the state that was reported last."""

from attrs import evolve

from almwp.intake.choices import Writing
from almwp.intake.fieldlist import field_of
from almwp.intake.planwriting import plan_words
from almwp.intake.writeplaces import each_place_once, free_keys, place_of
from almwp.intake.writerow import FilledRow, RowFiller, TextColumns
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, PlanReference
from almwp.model.framework import Framework
from almwp.model.source import Basis
from almwp.model.timeframe import Edition, Timeframe

_PLAIN = (
    *("number", "kind", "level", "leads", "co_leads", "bodies", "partners", "funders"),
    *("budget", "place", "host", "output", "marks", "sources", "remarks"),
)
"""Fields that hold what the record holds under the same name."""


def write_activity(
    record: Activity, writing: Writing, texts: TextColumns, /
) -> tuple[FilledRow, ...]:
    """Return the row of an activity, and one for each of its editions below it.

    Of what was reported the newest state is written, without its date: the cover of
    the form asks for the day of which the new report speaks.
    """
    filler = RowFiller(writing=writing, about=str(record.title))
    loose = filler.put_text("title", record.title, texts, record.parts)
    others = "\n".join([*loose, *(str(title) for title in record.other_titles)])
    filler.put("other_titles", others)
    for key in _PLAIN:
        filler.put(key, getattr(record, key))
    # Editions have rows of their own.
    time = evolve(record.timeframe, editions=())
    filler.put("timeframe", None if time == Timeframe() else time)
    _put_references(record, filler)
    report = record.observation_on()
    if report:
        _put_state(report, filler)
    for extra in record.extras:
        filler.put_extra(extra.heading, extra.value)
    editions = (_edition(e, writing) for e in record.timeframe.editions)
    return (filler.row, *editions)


def write_dated_activity(
    record: Activity, writing: Writing, texts: TextColumns, /
) -> tuple[FilledRow, ...]:
    """Return the rows of an activity, with the day as of which its state was told.

    So is written what is kept; what is to be reported anew has no such day yet.
    """
    first, *editions = write_activity(record, writing, texts)
    report = record.observation_on()
    if report is None or report.as_of is None:
        return (first, *editions)
    filler = RowFiller(writing=writing, about=first.about)
    filler.put("as_of", report.as_of)
    dated = filler.row
    values, left_out = {**first.values, **dated.values}, dated.left_out
    first = evolve(first, values=values, left_out=(*first.left_out, *left_out))
    return (first, *editions)


def _edition(edition: Edition, writing: Writing) -> FilledRow:
    """Return the bulleted row of one holding of a recurring activity."""
    filler = RowFiller(writing=writing, about=edition.label)
    filler.put("title", f"- {edition.label}")
    row = filler.row
    if edition.when is None:
        return row
    return evolve(row, values={**row.values, "timeframe": str(edition.when)})


def _put_state(report: Observation, filler: RowFiller) -> None:
    if report.status is not Absence.BLANK:
        filler.put("status", str(report.status), report.word or str(report.status))
    elif report.word:
        _put_word(report, filler)
    filler.put("change", report.change and str(report.change))
    if report.percent is not Absence.BLANK:
        filler.put("percent", report.percent)


def _put_word(report: Observation, filler: RowFiller) -> None:
    """Write a word that is none of the three states, where it is read as such.

    A word for a change of the plan is written as that change.
    """
    lexicon = filler.writing.lexicon
    if report.change and lexicon.meaning("change", report.word) == report.change:
        return
    of = field_of(lexicon.columns, "status")
    filler.put_words(of, report.word, lambda read: read == "other")


def _put_references(record: Activity, filler: RowFiller) -> None:
    """Write where it stands: outcome, area and their basis, and further plans."""
    writing = filler.writing
    framework = writing.framework
    plans: list[PlanReference] = []
    placed: dict[str, PlanReference] = {}
    free = free_keys(record.origins)
    for reference in each_place_once(record.references):
        key = place_of(reference, writing, free)
        if key and key not in placed:
            placed[key] = reference
            free = [k for k in free if k != key]
        elif reference.node and plan_words(reference, writing) is None:
            filler.leave_out_of("plan", _in_words(reference))
        elif reference.node or not _is_given(reference, framework):
            plans.append(reference)
    for key, reference in placed.items():
        filler.put(key, reference, reference.words or str(reference.node))
    bases = {reference.basis for reference in placed.values()}
    if len(bases) == 1:
        (basis,) = bases
        filler.put("placement_basis", None if basis is Basis.REPORTED else str(basis))
    elif bases:
        filler.leave_out_of("placement_basis", ", ".join(sorted(bases)))
    words = "; ".join(_in_words(plan) for plan in plans)
    filler.put("plan", tuple(plans), words)


def _in_words(reference: PlanReference) -> str:
    """Name a place in a programme for people: the programme, and its words there."""
    place = reference.words or reference.node or reference.number
    return ": ".join(filter(None, (reference.framework, place)))


def _is_given(reference: PlanReference, framework: Framework | None) -> bool:
    """Say whether a reference is one that intake adds to each row by itself."""
    is_own = framework is not None and reference.framework == framework.id
    return is_own and not reference.words
