"""What is found between files: contradictions, setbacks, and a file sent twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from almwp.errors import Translate, in_english
from almwp.findings import merge_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.fieldlist import field_list, field_of
from almwp.model.ids import ActivityId
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.workflow.claimwords import value_in_words
from almwp.workflow.namedbetween import named_nowhere
from almwp.workflow.reading import FileRead

if TYPE_CHECKING:  # one file alone is merged with nothing
    from almwp.model.decision import Decision
    from almwp.model.workplan import Claim, Conflict, WorkPlan


def findings_between(files: Sequence[FileRead]) -> Mapping[int, tuple[Finding, ...]]:
    """Return what is found between *files*, by the place of each file among them."""
    found: dict[int, list[Finding]] = defaultdict(list)
    first_with: dict[str, int] = {}
    for place, file in enumerate(files):
        if file.submission is None:
            continue
        first = first_with.setdefault(file.sha256, place)
        if first != place:
            where = Location(file=file.path.name)
            other = files[first].path.name
            found[place].append(merge_rules.SAME_FILE_TWICE.at(where, other=other))
    if len(first_with) > 1:
        from almwp.plan.merge import merge  # one file alone contradicts nobody

        plan = merge(file.submission for file in files if file.submission)
        for sha256, finding in plan_findings(plan):
            if sha256 in first_with:
                found[first_with[sha256]].append(finding)
    counted = _each_once(files)
    if len(counted) > 1:
        for sha256, finding in setback_findings(counted):
            if sha256 in first_with:
                found[first_with[sha256]].append(finding)
    for sha256, finding in named_nowhere(counted):
        if sha256 in first_with:
            found[first_with[sha256]].append(finding)
    return {place: tuple(findings) for place, findings in found.items()}


def plan_findings(
    plan: "WorkPlan", translate: Translate = in_english
) -> Iterable[tuple[str, Finding]]:
    """Give all that is found between the submissions of *plan*, at its cells.

    Yields:
        The fingerprint of the file, and the finding.
    """
    from almwp.workflow.mergefindings import suggestion_findings, version_findings

    yield from conflict_findings(plan, translate)
    yield from version_findings(plan)
    yield from suggestion_findings(plan)


def _each_once(files: Iterable[FileRead]) -> tuple[Submission, ...]:
    """Return what counts of what was sent and saved, each content once."""
    submissions: dict[str, Submission] = {}
    decisions: list[Decision] = []
    for file in files:
        own = (file.submission,) if file.submission else ()
        for submission in own or (file.plan.sent if file.plan else ()):
            submissions.setdefault(submission.sha256, submission)
        decisions += file.plan.decisions if file.plan else ()
    sent = tuple(submissions.values())
    if len(sent) < 2:
        return sent  # nothing can have taken its place
    from almwp.plan.superseding import versions_of

    return versions_of(sent, decisions).counted


def setback_findings(
    submissions: Iterable[Submission],
) -> Iterable[tuple[str, Finding]]:
    """Give each report that says less than one before it, at the later one's cell.

    Yields:
        The fingerprint of the later file, and the finding.
    """
    from almwp.plan.setbacks import setbacks

    rules = {
        "status": merge_rules.STATUS_WENT_BACK,
        "percent": merge_rules.PERCENT_FELL,
    }
    for setback in setbacks(submissions):
        earlier, later = setback.earlier, setback.later
        origin = later.origin
        yield (
            origin.sha256,
            rules[setback.field].at(
                Location(file=origin.file, sheet=origin.sheet, cell=origin.cell),
                field=setback.field,
                found=later.words,
                expected=earlier.words,
                day=later.as_of,
                earlier=earlier.as_of,
                where=earlier.origin,
            ),
        )


def conflict_findings(
    plan: "WorkPlan", translate: Translate = in_english
) -> Iterable[tuple[str, Finding]]:
    """Give each contradiction of *plan* at each cell that takes part in it, once.

    Of two activities that look alike each has the contradiction; a cell says it once.
    That one number stands for two activities is said at the later one only.

    Yields:
        The fingerprint of the file, and the finding.
    """
    names = {str(activity.id): str(activity.title) for activity in plan.activities}
    followed = {str(indicator.id): str(indicator.name) for indicator in plan.indicators}
    names |= followed
    languages = {sent.sha256: sent.language for sent in plan.submissions}
    said: set[tuple[str, str, Origin]] = set()
    yield from _number_findings(plan)
    for conflict in _told_apart(plan):
        if conflict.field == "number":
            continue
        sheet = "indicators" if conflict.activity in followed else "progress"
        fields = field_list().sheet(sheet).fields
        claims = "; ".join(
            _said(claim, conflict.field, translate) for claim in conflict.claims
        )
        for claim in conflict.claims:
            origin = claim.origin
            if origin is None or (conflict.field, claims, origin) in said:
                continue
            said.add((conflict.field, claims, origin))
            yield (
                origin.sha256,
                merge_rules.CONFLICT.at(
                    Location(file=origin.file, sheet=origin.sheet, cell=origin.cell),
                    field=conflict.field,
                    found=claim.value,
                    label=field_of(fields, conflict.field).label_in(
                        languages.get(origin.sha256, "en")
                    ),
                    activity=names.get(conflict.activity, conflict.activity),
                    claims=claims,
                ),
            )


def _number_findings(plan: "WorkPlan") -> Iterable[tuple[str, Finding]]:
    """Give the numbers that stand for two activities, and files that count rows."""
    numbers = {activity.id: activity.number for activity in plan.activities}
    for claims, name in each_contradiction(plan, "number"):
        first, *others = claims
        for claim in others:
            if claim.origin is None:
                continue
            origin = claim.origin
            yield (
                origin.sha256,
                merge_rules.NUMBER_OF_TWO.at(
                    Location(file=origin.file, sheet=origin.sheet, cell=origin.cell),
                    field="number",
                    found=numbers.get(name),
                    activity=claim.value,
                    other=first.value,
                    where=first.origin or first.owner,
                ),
            )
    from almwp.plan.serialnumbers import serial_clashes

    for clash in serial_clashes(plan):
        where = Location(file=clash.second.file)
        other, count = clash.first.file, clash.count
        rule = merge_rules.NUMBERS_COUNT_ROWS
        yield clash.second.sha256, rule.at(where, other=other, count=count)


def each_contradiction(
    plan: "WorkPlan", field: str = ""
) -> "Iterable[tuple[tuple[Claim, ...], ActivityId]]":
    """Give the contradictions in *plan*, each once although each side has it.

    Yields:
        What is claimed, and the first activity or indicator that has it.
    """
    known: dict[tuple[str, tuple[Claim, ...]], ActivityId] = {}
    for conflict in _told_apart(plan):
        if not field or conflict.field == field:
            known.setdefault((conflict.field, conflict.claims), conflict.activity)
    return [(claims, name) for (_, claims), name in known.items()]


def _told_apart(plan: "WorkPlan") -> "Iterator[Conflict]":
    """Give the conflicts, but not again those that are plainly the other side of one.

    Where a hundred files differ, a hundred conflicts hold the same hundred claims.
    """
    seen: set[tuple[str, int]] = set()
    for conflict in plan.conflicts:
        held = (conflict.field, id(conflict.claims))
        if held not in seen:
            seen.add(held)
            yield conflict


def _said(claim: "Claim", field: str, translate: Translate) -> str:
    where = f" ({claim.origin})" if claim.origin else ""
    return f"{claim.owner}: {value_in_words(field, claim.value, translate)}{where}"
