"""What a merge leaves to be said: versions, suggestions, owners, unfit decisions."""

from collections.abc import Iterable

from almwp.errors import Translate, in_english
from almwp.findings import merge_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.fieldlist import field_list
from almwp.model.decision import Decision, DecisionKind, UnfitDecision, WhyUnfit
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.workplan import Superseded, WhySuperseded, WorkPlan
from almwp.plan.corrections import Correction, corrections

_UNFIT = {
    WhyUnfit.NAMES_NOTHING: merge_rules.DECISION_NAMES_NOTHING,
    WhyUnfit.NAMES_SEVERAL: merge_rules.DECISION_NAMES_SEVERAL,
    WhyUnfit.NOT_OPEN: merge_rules.DECISION_NOT_NEEDED,
    WhyUnfit.VALUES_CHANGED: merge_rules.DECISION_OUTDATED,
    WhyUnfit.NOT_OFFERED: merge_rules.DECISION_OUTDATED,
    WhyUnfit.CONTRADICTED: merge_rules.DECISIONS_CONTRADICT,
}


def version_findings(plan: WorkPlan) -> Iterable[tuple[str, Finding]]:
    """Give which files replace others, what they change, and which may do so.

    Yields:
        The fingerprint of the newer file, and the finding.
    """
    sent = {submission.sha256: submission for submission in plan.sent}
    for superseded in plan.superseded:
        newer = sent.get(superseded.by)
        if newer is None:
            continue
        old = superseded.submission
        yield newer.sha256, _replaced(superseded, newer.file)
        for found in corrections(old, newer):
            yield newer.sha256, _corrected(found, newer, old.file)
    for likely in plan.likely_versions:
        place = Location(file=likely.files[1])
        other = likely.files[0]
        if other == likely.files[1]:
            other = f"{other} ({likely.sha256[0][:12]})"
        yield likely.sha256[1], merge_rules.LIKELY_VERSION.at(place, other=other)


def _replaced(superseded: Superseded, file: str) -> Finding:
    rule, place = merge_rules.REPLACED_FILE, Location(file=file)
    other = superseded.submission.file
    match superseded.why:
        case WhySuperseded.MARKED_COPY:
            return rule.at(place, other=other, why="it is the marked copy of it")
        case WhySuperseded.VERSION:
            return rule.at(place, other=other, why="the version on its cover is higher")
        case WhySuperseded.DECISION:
            return rule.at(place, other=other, why="that was decided")


def _corrected(found: Correction, newer: Submission, other: str) -> Finding:
    place = _at(found.origin) or Location(file=newer.file)
    if found.field is None:
        rule = merge_rules.NEW_IN_CORRECTION
        if found.is_gone:
            rule = merge_rules.GONE_IN_CORRECTION
        return rule.at(place, activity=found.title, other=other)
    return merge_rules.CHANGED_BY_CORRECTION.at(
        place,
        field=found.field.key,
        found=found.new,
        expected=found.old,
        label=found.field.label_in(newer.language),
        activity=found.title,
        other=other,
    )


def suggestion_findings(plan: WorkPlan) -> Iterable[tuple[str, Finding]]:
    """Give the activities that may be one, at the later one's title.

    Yields:
        The fingerprint of the file, and the finding.
    """
    for each in plan.suggestions:
        first, second = each.origins
        if second is None:
            continue
        yield (
            second.sha256,
            merge_rules.MAY_BE_SAME.at(
                Location(file=second.file, sheet=second.sheet, cell=second.cell),
                field="title",
                found=each.titles[1],
                expected=each.titles[0],
                where=first or each.owners[0],
                alike=each.alike,
            ),
        )


def owner_findings(plan: WorkPlan) -> Iterable[Finding]:
    """Give the activities of which nobody knows who carries them today."""
    activities = {activity.id: activity for activity in plan.activities}
    for route in plan.routes:
        activity = activities[route.activity]
        if route.owner:
            continue
        origin = activity.origin_of("title") or activity.origin_of("number")
        yield merge_rules.OWNER_UNCLEAR.at(
            _at(origin) or Location(file=route.activity),
            found=route.was,
            activity=activity.title,
            candidates="; ".join(route.candidates),
        )


def _at(origin: Origin | None) -> Location | None:
    if origin is None:
        return None
    return Location(file=origin.file, sheet=origin.sheet, cell=origin.cell)


def decision_findings(
    plan: WorkPlan, file: str, translate: Translate = in_english, language: str = "en"
) -> Iterable[Finding]:
    """Give the decisions that were not applied.

    Args:
        plan: The plan.
        file: Where the decisions stand.
        translate: Into the language of the findings.
        language: That language.
    """
    for each in plan.unfit:
        why = "it chose '{expected}' among other values"
        if each.why is WhyUnfit.NOT_OFFERED:
            why = "'{expected}' is not among the values that can be taken"
        yield _rule_of(each).at(
            Location(file=file),
            found=each.found,
            expected=each.decision.take,
            what=decision_in_words(each.decision, translate, language),
            why=why,
        )


def _rule_of(unfit: UnfitDecision) -> Rule:
    return _UNFIT[unfit.why]


def _label(key: str, language: str) -> str:
    """Return the heading of a field, of whichever sheet has it."""
    for sheet in ("progress", "indicators"):
        for known in field_list().sheet(sheet).fields:
            if known.key == key:
                return known.label_in(language)
    return key


def decision_in_words(
    decision: Decision, translate: Translate = in_english, language: str = "en"
) -> str:
    """Name what a decision is on, such as ``Status of VN:3 (2025-10-21)``."""
    names = [name.id for name in decision.activities]
    match decision.kind:
        case DecisionKind.VALUE:
            words = translate("{field} of {activity}")
            label = _label(decision.field, language)
            told = words.format(field=label, activity=names[0])
            return f"{told} ({decision.about})" if decision.about else told
        case DecisionKind.PAIR:
            return translate("{one} and {other}").format(one=names[0], other=names[1])
        case DecisionKind.VERSION:
            one, other = (name.name for name in decision.files)
            return translate("{one} and {other}").format(one=one, other=other)
        case DecisionKind.OWNER:
            words = translate("the owner of {activity}")
            return words.format(activity=names[0])
