"""What is found between files: contradictions, and a file that was sent twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from almwp.findings import merge_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.fieldlist import field_list, field_of
from almwp.model.workplan import Claim, WorkPlan
from almwp.plan.merge import merge
from almwp.workflow.reading import FileRead


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
        plan = merge(file.submission for file in files if file.submission)
        for sha256, finding in conflict_findings(plan):
            if sha256 in first_with:
                found[first_with[sha256]].append(finding)
    return {place: tuple(findings) for place, findings in found.items()}


def conflict_findings(plan: WorkPlan) -> Iterable[tuple[str, Finding]]:
    """Give each contradiction of *plan* at each cell that takes part in it.

    Yields:
        The fingerprint of the file, and the finding.
    """
    fields = field_list().progress
    titles = {activity.id: str(activity.title) for activity in plan.activities}
    for conflict in plan.conflicts:
        claims = "; ".join(_said(claim) for claim in conflict.claims)
        for claim in conflict.claims:
            origin = claim.origin
            if origin is None:
                continue
            yield (
                origin.sha256,
                merge_rules.CONFLICT.at(
                    Location(file=origin.file, sheet=origin.sheet, cell=origin.cell),
                    field=conflict.field,
                    found=claim.value,
                    label=field_of(fields, conflict.field).label,
                    activity=titles.get(conflict.activity, conflict.activity),
                    claims=claims,
                ),
            )


def _said(claim: Claim) -> str:
    where = f" ({claim.origin})" if claim.origin else ""
    return f"{claim.owner}: {claim.value}{where}"
