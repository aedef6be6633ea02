"""Tell the state of an activity: the status column, else a word in the time frame."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve, field, frozen

from almwp.findings import row_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.field import Field
from almwp.intake.fieldlist import field_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.statuswords import state_with_share
from almwp.intake.timeframes import ReadTimeframe
from almwp.intake.values import Values
from almwp.model.absence import Absence
from almwp.model.activity import Change, RowOrigin, Status
from almwp.model.fields import frozen_items
from almwp.model.folding import compose


@frozen(kw_only=True)
class RowState:
    """The state that a row reports.

    Attributes:
        key: The field that tells it; empty where none does.
        status: The state, or why there is none.
        word: The word that was used for it.
        share: How much is done, where the status column says it too.
        change: What a word in the status column changes in the plan: ``withdrawn``.
        findings: What was found on the way.
    """

    key: str = ""
    status: Status | Absence = Absence.BLANK
    word: str = ""
    share: Fraction | None = None
    change: str | None = None
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def find_state(read: RowValues, values: Values) -> RowState:
    """Return the state of a row; a filled status column is followed.

    A status that was refused is not replaced by a word in the time frame: nobody
    knows yet whether they agree.
    """
    time: ReadTimeframe | None = read.get("timeframe")
    status, cell = read.get("status"), read.cell("status")
    is_blank = status is None or status == Absence.BLANK
    if time and time.status and is_blank and not read.is_refused("status"):
        return _of_timeframe(time, read, values)
    if cell is None:
        return RowState()
    word = values.words(cell)
    if read.is_refused("status"):
        # That it cannot be read as a state does not mean that nothing was reported.
        return RowState(key="status", word=word)
    if status is None:
        return RowState()
    return RowState(
        key="status",
        status=known_status(status),
        word=word,
        share=both.share if (both := state_with_share(word, values.lexicon)) else None,
        change=Change.WITHDRAWN if status == Change.WITHDRAWN else None,
        findings=_differing(time, status, word, read, values),
    )


def with_status(origin: RowOrigin, read: RowValues) -> RowOrigin:
    """Say where the state should stand, also where that cell tells none.

    Who asks why no state is known is led to this cell.
    """
    if "status" not in read.columns or read.is_known("status"):
        return origin
    return evolve(origin, columns=(*origin.columns, ("status", read.place("status"))))


def _of_timeframe(time: ReadTimeframe, read: RowValues, values: Values) -> RowState:
    cell, of = read.cell("timeframe"), _timeframe_of(values)
    rule = value_rules.STATUS_IN_TIMEFRAME
    return RowState(
        key="timeframe",
        status=known_status(time.status),
        word=compose(time.word),
        findings=[values.finding(rule, of, cell)] if cell else [],
    )


def _differing(
    time: ReadTimeframe | None, status: str, word: str, read: RowValues, values: Values
) -> list[Finding]:
    """Report a time frame that says another state than the status column."""
    cell = read.cell("timeframe")
    if cell is None or time is None or time.status in (None, status):
        return []
    rule, of = row_rules.STATES_DIFFER, _timeframe_of(values)
    return [values.finding(rule, of, cell, found=compose(time.word), other=word)]


def _timeframe_of(values: Values) -> Field:
    return field_of(values.lexicon.columns, "timeframe")


def known_status(meaning: str | None) -> Status | Absence:
    """Return the state that a word of the status column means, or why there is none."""
    return _KNOWN.get(meaning or "", Absence.BLANK)


_KNOWN: Mapping[str, Status | Absence] = {
    **{absence.value: absence for absence in Absence},
    **{status.value: status for status in Status},
}
