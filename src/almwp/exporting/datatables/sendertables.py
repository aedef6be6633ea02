"""Tables of submissions: what is wrong in them, and where they contradict."""

from collections.abc import Iterator

from attrs import evolve

from almwp.errors import Translate
from almwp.exporting.datatables.columns import (
    COUNTRY,
    FRAMEWORK,
    NONE,
    ORIGIN,
    POSITION,
    moment_cells,
    moment_fields,
    origin_cells,
    required,
    said,
    stated,
    to,
    whole,
)
from almwp.exporting.datatables.table import DataTable, Value
from almwp.findings.rule import Severity
from almwp.model.decision import Decision
from almwp.model.submission import Submission
from almwp.model.workplan import Conflict, WorkPlan

SUBMISSIONS = DataTable(
    name="submissions",
    about="One file of one sender",
    fields=(
        FRAMEWORK,
        COUNTRY,
        POSITION,
        stated("file", "The file's name"),
        required("sha256", "Fingerprint of its bytes"),
        required("kind", "The template to which its tables belong"),
        stated("institution", "The ministry or body that sends it"),
        *moment_fields("as_of", "The day of which it speaks"),
        stated("meeting", "The meeting for which it was made"),
        stated("version", "Its version"),
        required("language", "Language of its headings"),
        stated("superseded_by", "Fingerprint of the file that takes its place"),
    ),
    key=("position",),
)
FINDINGS = DataTable(
    name="findings",
    about="What is wrong or doubtful in a file",
    fields=(
        FRAMEWORK,
        COUNTRY,
        POSITION,
        whole("submission", "The file, by its number"),
        required("code", "The rule's code; almwp explain tells more"),
        required("severity", "How much it weighs", [x.value for x in Severity]),
        stated("message", "What is wrong"),
        stated("hint", "What to type instead"),
        stated("file", "The file"),
        stated("sheet", "The sheet"),
        stated("cell", "The cell or range"),
        stated("field", "The field"),
        stated("found", "What stands there"),
        stated("expected", "What might stand there"),
    ),
    key=("position",),
    references=(to("submissions", "submission", "position"),),
)
CLAIMS = DataTable(
    name="conflict_claims",
    about="What one sender says where senders contradict each other",
    fields=(
        whole("conflict", "The contradiction, by its number"),
        whole("claim", "The number of what is said"),
        stated("subject", "The activity or the indicator"),
        stated("field", "The field"),
        stated("about", "The matter within the field"),
        stated("value", "The value in words"),
        stated("owner", "Who says so"),
        stated("decided", "What somebody decided on"),
        stated("because", "Why"),
        stated("decided_by", "Who decided"),
        *ORIGIN,
    ),
    key=("conflict", "claim"),
)
SUGGESTIONS = DataTable(
    name="suggestions",
    about="Two activities that may be one; whether they are is for a person to say",
    fields=(
        POSITION,
        stated("activity", "One"),
        stated("other", "The other"),
        stated("title", "The title of the one"),
        stated("other_title", "The title of the other"),
        evolve(whole("alike", "How alike the titles are"), unit="%", bounds=(0, 100)),
    ),
    key=("position",),
)


def sender_tables(plan: WorkPlan, translate: Translate) -> Iterator[DataTable]:
    """Give the tables of what was sent and what is open in it.

    Args:
        plan: What the submissions say together.
        translate: Gives what was found in the language of the report.
    """
    sent: list[tuple[Submission, str | None]] = [(s, None) for s in plan.submissions]
    sent += [(s.submission, s.by) for s in plan.superseded]
    numbered = list(enumerate(sent, start=1))
    rows = (_submission(number, one, by) for number, (one, by) in numbered)
    yield evolve(SUBMISSIONS, rows=rows)
    found = ((n, one, f) for n, (one, _) in numbered for f in one.findings)
    findings: list[tuple[Value, ...]] = []
    for position, (number, submission, finding) in enumerate(found, start=1):
        findings.append(
            (
                *_filed(submission),
                position,
                number,
                finding.code,
                finding.severity.value,
                said(finding.message(translate)),
                said(finding.hint(translate)),
                said(finding.at.file),
                finding.at.sheet,
                finding.at.cell,
                finding.field,
                finding.found,
                finding.expected,
            )
        )
    yield evolve(FINDINGS, rows=findings)
    yield evolve(CLAIMS, rows=_claims(plan))
    yield evolve(
        SUGGESTIONS,
        rows=[
            (n, *map(said, (*each.activities, *each.titles)), each.alike)
            for n, each in enumerate(plan.suggestions, start=1)
        ],
    )


def _filed(submission: Submission) -> tuple[Value, Value]:
    return submission.framework or NONE, submission.country or NONE


def _submission(
    number: int, submission: Submission, superseded_by: str | None
) -> tuple[Value, ...]:
    return (
        *_filed(submission),
        number,
        said(submission.file),
        submission.sha256,
        submission.kind,
        said(submission.institution),
        *moment_cells(submission.as_of),
        said(submission.meeting),
        said(submission.version),
        submission.language,
        superseded_by,
    )


def _claims(plan: WorkPlan) -> Iterator[tuple[Value, ...]]:
    every: list[tuple[Conflict, Decision | None]] = [(c, None) for c in plan.conflicts]
    every += [(each.conflict, each.decision) for each in plan.resolved]
    for number, (conflict, decision) in enumerate(every, start=1):
        decided: tuple[Value, ...] = (None, None, None)
        if decision is not None:
            decided = decision.take, said(decision.because), said(decision.by)
        for place, claim in enumerate(conflict.claims, start=1):
            yield (
                number,
                place,
                said(conflict.activity),
                said(conflict.field),
                said(conflict.about),
                said(claim.value),
                said(claim.owner),
                *decided,
                *origin_cells(claim.origin),
            )
