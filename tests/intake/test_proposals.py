"""Proposals for the next period, our own and those of others that we join."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.ledger import Fate
from almwp.model.party import PartyKind
from almwp.model.position import Audience, Clearance
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE: list[list[Any]] = [
    ["Country: Viet Nam"],
    ["Work programme: ALM WP 2026-2030"],
]
HEADINGS = {
    "number": "No.",
    "title": "Proposal",
    "title_english": "Proposal (English)",
    "title_national": "Proposal (national language)",
    "framework": "Framework",
    "outcome": "Outcome",
    "area": "Priority area or topic",
    "rationale": "Rationale",
    "rationale_english": "Rationale (English)",
    "kind": "Type",
    "leads": "Lead",
    "co_leads": "Co-lead",
    "partners": "Partners",
    "timeframe": "When",
    "output": "Output",
    "continues": "Continues",
    "proposed_by": "Proposed by",
    "joining": "We join",
    "audience": "Audience",
    "clearance": "Clearance",
    "cleared_by": "Cleared by",
    "remarks": "Remarks",
}


@pytest.fixture
def proposed(read: Read, sheet: Callable[..., Sheet]) -> Callable[..., Submission]:
    def reading(
        *rows: dict[str, Any], above: list[list[Any]] = ABOVE, name: str = "Report"
    ) -> Submission:
        table = [[row.get(key) for key in HEADINGS] for row in rows]
        return read(sheet([*above, list(HEADINGS.values()), *table], name=name))

    return reading


Proposed = Callable[..., Submission]


def codes(submission: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in submission.findings]


PLAIN = {"number": "P1", "title": "Green jobs study", "rationale": "It is needed"}


def test_each_field_lands_in_the_model_with_its_cell(proposed: Proposed) -> None:
    submission = proposed(
        {
            **PLAIN,
            "area": "Green jobs",
            "rationale": "It is needed\nIt is cheap",
            "kind": "study",
            "leads": "Viet Nam",
            "co_leads": "Thailand, Lao PDR",
            "partners": "ILO",
            "timeframe": "2027",
            "output": "a report",
            "continues": "4, 7",
            "audience": "delegation",
            "clearance": "consulted",
            "cleared_by": "the department",
            "remarks": "ask the ILO first",
        }
    )
    (found,) = submission.proposals
    assert submission.findings == ()
    assert submission.kind == "proposals"
    assert (found.id, found.number) == ("VN:P1", "P1")
    assert str(found.title) == "Green jobs study"
    assert (found.framework, found.node) == ("ALM-WP-2026-2030", "topic-green-jobs")
    assert [r.words for r in found.references] == ["Green jobs"]
    assert [str(p.text) for p in found.rationale] == ["It is needed", "It is cheap"]
    assert {p.audience for p in found.rationale} == {Audience.DELEGATION}
    assert (found.kind, found.output) == ("study", "a report")
    assert [p.id for p in found.leads] == ["VN"]
    assert [p.id for p in found.co_leads] == ["TH", "LA"]
    assert [p.kind for p in found.partners] == [PartyKind.PARTNER]
    assert (str(found.when), found.timeframe.raw) == ("2027", "2027")
    assert found.continues == ("VN:4", "VN:7")
    assert (found.proposed_by, found.joining) == ("VN", None)
    assert (found.audience, found.clearance) == (
        Audience.DELEGATION,
        Clearance.CONSULTED,
    )
    assert (found.cleared_by, found.remarks) == ("the department", "ask the ILO first")
    assert found.origin is not None
    assert found.origin.cell == "B4"
    places = [found.origin_of(key) for key in HEADINGS if key != "title_english"]
    cells = [place.cell for place in places if place]
    assert cells == [f"{letter}4" for letter in "ABGHJKLMNOPSTUV"]


def test_what_is_not_said_is_inside_and_a_draft(proposed: Proposed) -> None:
    (found,) = proposed(PLAIN).proposals
    assert (found.audience, found.clearance) == (Audience.INTERNAL, Clearance.DRAFT)
    assert {p.audience for p in found.rationale} == {Audience.INTERNAL}
    assert (found.joining, found.continues, found.when) == (None, (), None)


@pytest.mark.parametrize(
    ("words", "when", "start", "end"),
    [
        ("2027", "2027", "2027", "2027"),
        ("Q3/2027", "2027-Q3", "2027-Q3", "2027-Q3"),
        ("2027-2028", None, "2027", "2028"),
        ("annually", None, None, None),
        (2027, "2027", "2027", "2027"),
    ],
)
def test_when_is_as_precise_as_it_was_said(
    proposed: Proposed, words: Any, when: str | None, start: str | None, end: str | None
) -> None:
    (found,) = proposed({**PLAIN, "timeframe": words}).proposals
    told = (found.when, found.timeframe.start, found.timeframe.end)
    assert [moment and str(moment) for moment in told] == [when, start, end]
    assert found.timeframe.raw == str(words)


def test_a_row_may_name_a_programme_of_its_own(proposed: Proposed) -> None:
    submission = proposed(
        {**PLAIN, "framework": "ALM WP 2021-2025", "outcome": "1"},
        {**PLAIN, "number": "P2", "title": "Another", "area": "Green jobs"},
    )
    assert submission.findings == ()
    own, plain = submission.proposals
    assert own.framework == "ALM-WP-2021-2025"
    assert own.references[0].framework == "ALM-WP-2021-2025"
    assert own.node == own.references[0].node
    assert (plain.framework, plain.node) == ("ALM-WP-2026-2030", "topic-green-jobs")


def test_a_programme_that_is_not_known_is_not_that_of_the_file(
    proposed: Proposed,
) -> None:
    submission = proposed({**PLAIN, "framework": "Five Year Plan", "outcome": "1"})
    (found,) = submission.proposals
    assert (found.framework, found.node) == (None, None)
    assert [(r.framework, r.words) for r in found.references] == [(None, "1")]
    assert codes(submission) == [("ALM217", "E4")]
    refused = [e.cells for e in submission.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == ["E4"]


def test_words_for_an_area_that_is_not_public_are_kept(proposed: Proposed) -> None:
    submission = proposed({**PLAIN, "area": "Labour inspection"})
    (found,) = submission.proposals
    assert (found.node, found.references[0].words) == (None, "Labour inspection")
    assert codes(submission) == [("ALM403", "G4")]


@pytest.mark.parametrize("word", ["yes", "Yes", "có", "ya"])
def test_we_join_a_proposal_of_another_country(proposed: Proposed, word: str) -> None:
    submission = proposed({**PLAIN, "proposed_by": "Indonesia", "joining": word})
    (found,) = submission.proposals
    assert (found.proposed_by, found.joining) == ("ID", True)
    assert submission.findings == ()


@pytest.mark.parametrize(
    ("word", "joining"),
    [("no", False), ("không", False), ("tidak", False), ("-", None), (None, None)],
)
def test_that_we_do_not_join_is_another_thing_than_saying_nothing(
    proposed: Proposed, word: str | None, joining: bool | None
) -> None:
    (found,) = proposed({**PLAIN, "proposed_by": "ID", "joining": word}).proposals
    assert found.joining is joining


def test_each_country_counts_its_own_proposals(proposed: Proposed) -> None:
    theirs = {**PLAIN, "title": "Another", "proposed_by": "ID"}
    submission = proposed(PLAIN, theirs)
    assert submission.findings == ()
    assert [(p.id, p.number) for p in submission.proposals] == [
        ("VN:P1", "P1"),
        ("ID:P1", "P1"),
    ]


def test_nobody_joins_a_proposal_of_its_own(proposed: Proposed) -> None:
    assert codes(proposed({**PLAIN, "joining": "yes"})) == [("ALM246", "R4")]


def test_who_proposes_stays_open_where_the_name_is_not_known(
    proposed: Proposed,
) -> None:
    submission = proposed({**PLAIN, "proposed_by": "Atlantis", "joining": "yes"})
    assert submission.proposals[0].proposed_by is None
    assert codes(submission) == [("ALM215", "Q4")]


def test_of_one_number_the_second_is_left_out(proposed: Proposed) -> None:
    submission = proposed(
        PLAIN, {**PLAIN, "title": "Another"}, {**PLAIN, "number": None}
    )
    ids = [p.id for p in submission.proposals]
    assert len(set(ids)) == 3
    assert [p.number for p in submission.proposals] == ["P1", "", ""]
    assert codes(submission) == [("ALM310", "A5"), ("ALM302", "B6")]
    refused = [e.cells for e in submission.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == ["A5"]


def test_titles_in_three_languages_lose_nothing(proposed: Proposed) -> None:
    titles = {
        "title": "Usulan",
        "title_english": "Proposal",
        "title_national": "Đề xuất",
        "rationale": "because",
    }
    (found,) = proposed(titles, above=[*ABOVE, ["Language: Indonesian"]]).proposals
    assert found.title.forms == (
        ("en", "Proposal"),
        ("id", "Usulan"),
        ("und", "Đề xuất"),
    )
    (loose,) = proposed(titles).proposals
    assert loose.title.forms == (
        ("en", "Proposal"),
        ("und", "Usulan"),
        ("vi", "Đề xuất"),
    )
    assert loose.extras == ()


def test_proposals_may_stand_beside_activities(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    above = [["Country: VN"], ["Plan: ALM WP 2021-2025"], ["As of: 2024-06-30"]]
    activities = [["No.", "Activity", "Status", "Lead"], [4, "Study", "done", "VN"]]
    headings = ["No.", "Proposal", "Framework", "Topic", "Continues", "Rationale"]
    row = [1, "More studies", "ALM WP 2026-2030", "Green jobs", "4; 5", "why not"]
    submission = read(
        sheet([*above, *activities], name="Activities"),
        sheet([headings, row], name="Proposals"),
    )
    (found,) = submission.proposals
    assert found.continues == ("VN:4", "VN:5")
    assert (found.framework, found.node) == ("ALM-WP-2026-2030", "topic-green-jobs")
    assert codes(submission) == [("ALM315", "E2")]
    assert (submission.kind, submission.framework) == ("progress", "ALM-WP-2021-2025")


def test_a_table_of_activities_is_not_taken_for_proposals(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    headings = [
        "No.",
        "Activity",
        "Outcome",
        "Lead",
        "Time frame",
        "Output",
        "Partners",
    ]
    row = [1, "Study", "1", "VN", "2024", "a report", "ILO"]
    submission = read(sheet([*ABOVE, headings, row]))
    assert (len(submission.activities), submission.proposals) == (1, ())


def test_the_same_table_on_a_sheet_of_proposals_is_one_of_proposals(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    headings = [
        "No.",
        "Activity",
        "Outcome",
        "Lead",
        "Time frame",
        "Output",
        "Partners",
    ]
    row = [1, "Study", None, "VN", "2027", "a report", "ILO"]
    for name in ("Proposals", "Đề xuất", "Usulan"):
        submission = read(sheet([*ABOVE, headings, row], name=name))
        assert (submission.activities, len(submission.proposals)) == ((), 1)
