"""A cell may name several plans, and of each the part that an activity serves."""

from collections.abc import Callable

import pytest

from almwp.catalogue.frameworks import framework, framework_ids
from almwp.intake.field import FieldType
from almwp.intake.lexicon import Lexicon
from almwp.intake.planlines import read_plan_line
from almwp.intake.planwriting import plan_words
from almwp.intake.writevalue import write_value
from almwp.model.activity import PlanReference
from almwp.model.ids import FrameworkId
from almwp.model.submission import Submission
from almwp.testing.written import one_of, writing_in

DWCP = "VN-ILO-DWCP-2022-2026"
ALM = FrameworkId("ALM-WP-2021-2025")


@pytest.mark.parametrize(
    ("line", "plan", "node", "number"),
    [
        ("ASEAN TVET Council Work Plan 2021-2030", "ATC-WP-2021-2030", None, ""),
        (
            "ASEAN TVET Council Work Plan 2021-2030: Outcome 4",
            "ATC-WP-2021-2030",
            "4",
            "",
        ),
        ("ATC Work Plan 2021-2030, outcome 6", "ATC-WP-2021-2030", "6", ""),
        ("ATC-WP-2021-2030 - no. 3.2", "ATC-WP-2021-2030", None, "3.2"),
        ("SLOM-WG Work Plan 2021-2025 (No. 7)", "SLOM-WG-WP-2021-2025", None, "7"),
        (f"{DWCP}: social-protection", DWCP, "social-protection", ""),
        ("Quyết định 155/QĐ-TTg", "VN-QD-155", None, ""),
        ("Quyết định số 161/QĐ-TTg ngày 25/01/2016", "VN-QD-161", None, ""),
        (
            "Hợp tác lao động Việt Nam - Lào 2026-2027",
            "VN-LA-LABOUR-2026-2027",
            None,
            "",
        ),
        ("Decent Work Country Programme 2022-2026", DWCP, None, ""),
        ("ATC Work Plan 2021-2030: something else", "ATC-WP-2021-2030", None, ""),
        ("Quyết định 1155/QĐ-TTg", None, None, ""),
        ("Plan X: Outcome 4", None, None, ""),
    ],
)
def test_a_line_names_a_plan_and_perhaps_a_place_in_it(
    lexicon: Lexicon, line: str, plan: str | None, node: str | None, number: str
) -> None:
    read = read_plan_line(line, lexicon)
    assert (read.framework, read.node, read.number) == (plan, node, number)
    assert read.words == line


def test_a_row_may_serve_parts_of_several_plans(
    table: Callable[..., Submission],
) -> None:
    sent = table(
        ["No.", "Title", "Outcome", "Plan reference"],
        ["1", "Labour market information", "1", f"ATC-WP-2021-2030: 1\n{DWCP}"],
    )
    (activity,) = sent.activities
    named = {(r.framework, r.node) for r in activity.references}
    assert named == {(ALM, "1"), ("ATC-WP-2021-2030", "1"), (DWCP, None)}


@pytest.mark.parametrize("known", framework_ids())
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_part_of_every_plan_can_be_written_and_read_back(
    lexicon: Lexicon, known: FrameworkId, language: str
) -> None:
    writing = writing_in(language, lexicon, ALM)
    of = one_of(FieldType.PLAN)
    for node in framework(known).nodes:
        reference = PlanReference(framework=known, node=node.id)
        line = plan_words(reference, writing)
        assert line, node.id
        read = read_plan_line(line, lexicon)
        assert (read.framework, read.node) == (known, node.id)
        assert write_value((reference,), of, writing) == line
