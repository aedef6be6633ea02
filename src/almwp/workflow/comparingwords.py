"""Put what changed between two versions into words: labels, values, differences."""

from collections.abc import Sequence
from fractions import Fraction
from math import log10

from almwp.errors import Translate
from almwp.findings.rule import Finding, Location
from almwp.intake.fieldlist import field_list
from almwp.intake.numbercolumn import written
from almwp.model.moment import Moment, Precision
from almwp.plan.comparison import (
    FieldChange,
    FieldName,
    RecordKind,
    Suspicion,
    Value,
)
from almwp.plan.comparisontables import MEASURES
from almwp.workflow.compared import ComparedEvidence, ComparedSuspicion

_SHEETS = {
    RecordKind.ACTIVITY: "progress",
    RecordKind.INDICATOR: "indicators",
    RecordKind.PROPOSAL: "proposals",
    RecordKind.AGENDA: "agenda",
    RecordKind.ASK: "asks",
}
_MEASURED = ("percent", "budget", "extra", *MEASURES)
"""Fields of which the difference of two numbers says something."""
_MOST_DIGITS = 12
"""Digits of a difference; what Excel stores beyond them is no difference to people."""


def label_of(
    name: FieldName, kind: RecordKind, language: str, translate: Translate
) -> str:
    """Return the heading of a field, and of which part of it is spoken."""
    if name.key == "extra":
        return name.about
    if name.key == "timeframe" and name.about:
        parts = {
            "start": translate("{label}, beginning"),
            "end": translate("{label}, end"),
            "recurrence": translate("{label}, how often"),
        }
        bare = _bare_label(name.key, kind, language, translate)
        return parts[name.about].format(label=bare)
    label = _bare_label(name.key, kind, language, translate)
    return f"{label} ({name.about})" if name.about else label


def _bare_label(key: str, kind: RecordKind, language: str, translate: Translate) -> str:
    known = field_list()
    fields = {each.key: each for each in known.cover}
    fields |= {each.key: each for each in known.sheet(_SHEETS[kind]).fields}
    if key == "outcome" and "area" in fields:
        both = (fields["outcome"], fields["area"])
        return " / ".join(each.label.in_(language) for each in both)
    if key in fields:
        return fields[key].label.in_(language)
    others = {
        "parts": translate("Parts of the title"),
        "indicators": translate("Indicators that follow it"),
        "links": translate("Ties to other activities"),
        "note": translate("Note to the status"),
    }
    return others.get(key, key)


def shown(value: Value | None, translate: Translate) -> str | None:
    """Return a value in words; what was kept out is quoted, and said to be so."""
    if value is None:
        return None
    words = translate(value.words) if value.is_named else value.words
    if value.is_refused:
        return translate("'{value}', which could not be read").format(value=words)
    return words


def cell_of(value: Value | None) -> str | None:
    """Return the cell in which a value stands, in Excel's words."""
    return str(value.origin) if value and value.origin else None


def difference_of(change: FieldChange, translate: Translate) -> str:
    """Say by how much a number or a time differs; nothing where it is neither."""
    old, new = change.old, change.new
    if old is None or new is None or change.is_writing:
        return ""
    if old.moment and new.moment:
        return _later(old.moment, new.moment, translate)
    if old.number is None or new.number is None or change.name.key not in _MEASURED:
        return ""
    if change.pieces or old.is_refused or new.is_refused:
        return ""
    return _more(new.number - old.number, change.name.key == "percent", translate)


def _more(by: Fraction, is_percent: bool, translate: Translate) -> str:
    if not by:
        return ""
    if is_percent:
        more = translate("more by {count} percentage points")
        less = translate("less by {count} percentage points")
    else:
        more, less = translate("more by {count}"), translate("less by {count}")
    return (more if by > 0 else less).format(count=_rounded(abs(by)))


def _rounded(number: Fraction) -> str:
    if number.denominator > 1:
        before = max(0, int(log10(number)) + 1) if number >= 1 else 0
        number = round(number, max(1, _MOST_DIGITS - before))
    return written(number)


def _later(old: Moment, new: Moment, translate: Translate) -> str:
    if old.precision is not new.precision:
        is_shorter = new.precision.months < old.precision.months
        if old.start <= new.start and new.end <= old.end and is_shorter:
            return translate("more precisely")
        return ""
    months = (new.start.year - old.start.year) * 12 + new.start.month - old.start.month
    is_day = old.precision is Precision.DAY
    if is_day and (not months or old.start.day != new.start.day):
        days = (new.start - old.start).days
        return _moved(
            days,
            (translate("later by a day"), translate("later by {count} days")),
            (translate("earlier by a day"), translate("earlier by {count} days")),
        )
    if months % 12 == 0:
        return _moved(
            months // 12,
            (translate("later by a year"), translate("later by {count} years")),
            (translate("earlier by a year"), translate("earlier by {count} years")),
        )
    return _moved(
        months,
        (translate("later by a month"), translate("later by {count} months")),
        (translate("earlier by a month"), translate("earlier by {count} months")),
    )


def _moved(by: int, later: tuple[str, str], earlier: tuple[str, str]) -> str:
    one, several = later if by > 0 else earlier
    return one if abs(by) == 1 else several.format(count=abs(by))


def suspicion_in_words(
    suspicion: Suspicion, files: Sequence[str], language: str, translate: Translate
) -> ComparedSuspicion:
    """Return a suspicion as it is said, at the cells of the new version.

    Args:
        suspicion: What looks like an accident.
        files: The files of the new version; the first is named where no cell is known.
        language: Language of the labels.
        translate: Into that language.
    """

    def label(name: FieldName) -> str:
        return label_of(name, suspicion.kind, language, translate)

    facts = dict(suspicion.facts)
    labels = list(dict.fromkeys(label(name) for name in suspicion.names))
    is_pair = "{other}" in suspicion.rule.message
    facts["label"] = labels[0] if is_pair else ", ".join(labels)
    facts["other"] = labels[-1]
    first = suspicion.evidence[0] if suspicion.evidence else None
    finding = Finding(
        rule=suspicion.rule,
        at=_place(suspicion, files),
        field=suspicion.names[0].key if suspicion.names else None,
        found=shown(first.new, translate) if first else None,
        expected=shown(first.old, translate) if first else None,
        facts=tuple(facts.items()),
    )
    return ComparedSuspicion(
        code=finding.code,
        name=finding.rule.name,
        severity=finding.severity.value,
        message=finding.message(translate),
        hint=finding.hint(translate),
        kind=suspicion.kind.value,
        fields=dict.fromkeys(name.key for name in suspicion.names),
        file=finding.at.file,
        sheet=finding.at.sheet,
        cell=finding.at.cell,
        evidence=(
            ComparedEvidence(
                title=each.title,
                label=label(each.name),
                old=shown(each.old, translate),
                new=shown(each.new, translate),
                old_cell=cell_of(each.old),
                new_cell=cell_of(each.new),
            )
            for each in suspicion.evidence
        ),
    )


def _place(suspicion: Suspicion, files: Sequence[str]) -> Location:
    """Return the cells of the evidence, from the first to the last of one column."""
    evidence = [e.new.origin for e in suspicion.evidence if e.new and e.new.origin]
    cells = suspicion.cells or tuple(evidence)
    if not cells:
        return Location(file=files[0] if files else "")
    first, last = cells[0], cells[-1]
    at = first.cell
    is_one = {(c.sha256, c.sheet, c.cell.rstrip("0123456789")) for c in cells}
    if len(is_one) == 1 and first.cell != last.cell:
        at = f"{first.cell}:{last.cell}"
    return Location(file=first.file, sheet=first.sheet, cell=at)
