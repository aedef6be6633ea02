"""What a merge found, for people in words and for machines as a record."""

from collections.abc import Iterator

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.findings.rule import Finding
from almwp.model.fields import frozen_items
from almwp.model.ids import FrameworkId
from almwp.model.workplan import (
    Conflict,
    LikelyVersion,
    ResolvedConflict,
    Route,
    Suggestion,
    WorkPlan,
)
from almwp.workflow.between import plan_findings
from almwp.workflow.claimwords import value_in_words
from almwp.workflow.mergefindings import (
    decision_findings,
    decision_in_words,
    owner_findings,
)


@frozen(kw_only=True)
class MergedFile:
    """A file that went into a plan.

    Attributes:
        file: Its name.
        sha256: Its fingerprint.
        superseded_by: Fingerprint of the file in its place; empty where it counts.
        why: By what that is known.
    """

    file: str
    sha256: str
    superseded_by: str = ""
    why: str = ""


@frozen(kw_only=True)
class MergedFinding:
    """Something found between files, in words.

    Attributes:
        code: The rule's code.
        severity: error, warning or note.
        at: Where.
        message: What it is.
        hint: What to do.
    """

    code: str
    severity: str
    at: str
    message: str
    hint: str


@frozen(kw_only=True)
class Merged:
    """What a merge found.

    Attributes:
        framework: The framework to which most files report.
        files: The files, those that no longer count last.
        activities: How many activities there are.
        indicators: How many indicators there are.
        conflicts: Where the files contradict one another, and nobody decided.
        resolved: Where somebody decided.
        suggestions: Activities that may be one.
        likely_versions: Files of which one may be the other corrected.
        routes: Activities of institutions that have changed, and who carries them.
        findings: All that is to be said, decisions that do not fit included.
    """

    framework: FrameworkId | None = None
    files: tuple[MergedFile, ...] = field(default=(), converter=frozen_items)
    activities: int = 0
    indicators: int = 0
    conflicts: tuple[Conflict, ...] = field(default=(), converter=frozen_items)
    resolved: tuple[ResolvedConflict, ...] = field(default=(), converter=frozen_items)
    suggestions: tuple[Suggestion, ...] = field(default=(), converter=frozen_items)
    likely_versions: tuple[LikelyVersion, ...] = field(
        default=(), converter=frozen_items
    )
    routes: tuple[Route, ...] = field(default=(), converter=frozen_items)
    findings: tuple[MergedFinding, ...] = field(default=(), converter=frozen_items)


def merged(
    plan: WorkPlan,
    stands_in: str,
    translate: Translate = in_english,
    language: str = "en",
) -> Merged:
    """Return what merging *plan* found, in the language of *translate*.

    Args:
        plan: The plan.
        stands_in: The name of the file in which the decisions stand.
        translate: Into the language of the findings.
        language: That language.
    """
    counted = [MergedFile(file=s.file, sha256=s.sha256) for s in plan.submissions]
    gone = [
        MergedFile(
            file=each.submission.file,
            sha256=each.submission.sha256,
            superseded_by=each.by,
            why=each.why.value,
        )
        for each in plan.superseded
    ]
    return Merged(
        framework=plan.framework,
        files=(*counted, *gone),
        activities=len(plan.activities),
        indicators=len(plan.indicators),
        conflicts=plan.conflicts,
        resolved=plan.resolved,
        suggestions=plan.suggestions,
        likely_versions=plan.likely_versions,
        routes=plan.routes,
        findings=[
            MergedFinding(
                code=found.code,
                severity=found.severity.value,
                at=str(found.at),
                message=found.message(translate),
                hint=found.hint(translate),
            )
            for found in findings_of_merge(plan, stands_in, translate, language)
        ],
    )


def findings_of_merge(
    plan: WorkPlan,
    stands_in: str,
    translate: Translate = in_english,
    language: str = "en",
) -> Iterator[Finding]:
    """Give all that is to be said of *plan*.

    Args:
        plan: The plan.
        stands_in: The name of the file in which the decisions stand.
        translate: Into the language of the findings.
        language: That language.
    """
    yield from (found for _, found in plan_findings(plan, translate))
    yield from owner_findings(plan)
    yield from decision_findings(plan, stands_in, translate, language)


def resolutions(
    plan: WorkPlan, translate: Translate = in_english, language: str = "en"
) -> Iterator[str]:
    """Say what was decided where the files contradict one another, each once."""
    said: dict[str, None] = {}
    for each in plan.resolved:
        decision = each.decision
        words = translate("decided on {what}: {take}")
        told = [
            words.format(
                what=decision_in_words(decision, translate, language),
                take=value_in_words(decision.field, decision.take, translate),
            )
        ]
        if decision.by:
            told.append(translate("by {name}").format(name=decision.by))
        if decision.because:
            told.append(translate("because: {words}").format(words=decision.because))
        said["; ".join(told)] = None
    yield from said
