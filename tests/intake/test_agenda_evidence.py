"""The activities that an agenda names as evidence."""

from collections.abc import Callable

from almwp.intake.cells import Sheet
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE = [["Country: Viet Nam"], ["Meeting: SLOM 21"]]


def test_evidence_is_found_among_the_activities_of_the_file(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    activities = [
        *ABOVE,
        ["Work programme: ALM WP 2021-2025"],
        ["As of: 2024-06-30"],
        ["No.", "Activity", "Status", "Lead"],
        ["A1", "Study", "done", "VN"],
    ]
    items = [["Agenda item", "Stance", "Evidence"], ["x", "support", "a1, 9, ID:2"]]
    submission = read(sheet(activities, name="Activities"), sheet(items, name="Agenda"))
    assert submission.agenda[0].evidence == ("VN:A1", "VN:9", "ID:2")
    assert [(f.code, f.at.cell) for f in submission.findings] == [("ALM315", "C2")]
    assert (submission.kind, len(submission.activities)) == ("position", 1)


def test_without_activities_evidence_is_kept_as_it_is(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    rows = [["Agenda item", "Stance", "Evidence"], ["Draft", "support", "9"]]
    submission = read(sheet([*ABOVE, *rows]))
    assert submission.agenda[0].evidence == ("VN:9",)
    assert not any(finding.field for finding in submission.findings)
