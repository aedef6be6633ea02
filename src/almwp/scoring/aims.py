"""Which target of an indicator counts: the last one, or why there is none."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.indicator import Target
from almwp.model.policy import AbsenceRule, AbsenceRules
from almwp.scoring import achievementwords as words
from almwp.scoring.wording import because, shown


@frozen(kw_only=True)
class Aim:
    """The target that counts.

    Attributes:
        target: The target; None where none can be told.
        absence: Why it is not there, where a sender says so.
        named: Why it is not there, by a name that tells more than the absence.
        targets: The targets that decide this.
        said: Why there is none, in words.
    """

    target: Target | None = None
    absence: Absence | None = None
    named: str = ""
    targets: tuple[Target, ...] = field(default=(), converter=frozen_items)
    said: str = ""


def aim_of(targets: Iterable[Target]) -> Aim:
    """Return which of *targets* counts: that of the last year.

    A target that does not apply counts only where there is no other.
    """
    several = [*targets]
    applying = [t for t in several if t.value is not Absence.NOT_APPLICABLE]
    stated = [t for t in applying or several if t.value is not Absence.BLANK]
    if not stated:
        return Aim(named=words.NO_TARGET_NAME, said=because(words.NO_TARGET))
    year = max(t.year for t in stated)
    last = sorted((t for t in stated if t.year == year), key=repr)
    values = {t.value for t in last}
    if len(values) > 1:
        told = tuple(sorted(shown_or_named(value) for value in values))
        said = because(words.TWO_TARGETS, year=year, values=told)
        return Aim(named=words.DIFFERING, targets=last, said=said)
    value = last[0].value
    if isinstance(value, Absence):
        said = because(words.TARGET_ABSENT, year=year, absence=value)
        return Aim(absence=value, targets=last, said=said)
    return Aim(target=last[0], targets=last)


def shown_or_named(value: Fraction | Absence) -> str:
    """Return a number for people, or the name of why there is none."""
    return str(value) if isinstance(value, Absence) else shown(value)


def rule_for(absence: Absence, rules: AbsenceRules) -> AbsenceRule:
    """Return what by the policy becomes of what is absent in this way."""
    return {
        Absence.BLANK: rules.blank,
        Absence.NOT_APPLICABLE: rules.not_applicable,
        Absence.NOT_DUE: rules.not_due,
        Absence.WITHHELD: rules.withheld,
    }[absence]
