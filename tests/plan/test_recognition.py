"""By what reports are known to be of one activity: plan references and suggestions."""

from collections.abc import Iterable
from typing import Any

import pytest

from almwp.model.activity import Activity, PlanReference, RowOrigin
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.merge import merge

ALM = FrameworkId("ALM-WP-2021-2025")
SLOM_WG, ATC = FrameworkId("SLOM-WG-WP-2021-2025"), FrameworkId("ATC-WP-2021-2030")
LMIS = "Strengthening the labour market information systems"


def sent(
    country: str, *rows: tuple[str, str, dict[str, Any]], framework: FrameworkId = ALM
) -> Submission:
    digits = country.lower().encode().hex().ljust(64, "0")
    file = f"{country}.xlsx"
    columns = (("title", "B"),)
    return Submission(
        file=file,
        sha256=digits,
        country=CountryCode(country),
        framework=framework,
        activities=[
            Activity(
                id=ActivityId(f"{country}:{number}"),
                number=number,
                title=Text.of(title, "en"),
                origins=(
                    RowOrigin(
                        file=file, sha256=digits, sheet="S", row=row, columns=columns
                    ),
                ),
                **facts,
            )
            for row, (number, title, facts) in enumerate(rows, start=2)
        ],
    )


def quoting(
    plan: FrameworkId, number: str, node: str | None = None
) -> tuple[PlanReference, ...]:
    at = NodeId(node) if node else None
    return (PlanReference(framework=plan, number=number, node=at),)


def ids(submissions: Iterable[Submission]) -> list[str]:
    return [activity.id for activity in merge(submissions).activities]


def test_one_project_quoted_in_three_plans_stands_once() -> None:
    quoted = {"references": quoting(SLOM_WG, "2.1")}
    own = sent("ID", ("2.1", f"{LMIS} of members", {}), framework=SLOM_WG)
    atc = sent("PH", ("6", f"{LMIS} in AMS", quoted), framework=ATC)
    hrd = sent("VN", ("9", LMIS, quoted))
    plan = merge([own, atc, hrd])
    (activity,) = plan.activities
    assert {row.file for row in activity.origins} == {"ID.xlsx", "PH.xlsx", "VN.xlsx"}
    assert plan.suggestions == ()


def test_two_lists_that_count_their_rows_quote_no_plan() -> None:
    one = sent("ID", ("1", "A study of labour inspection", {}))
    other = sent("PH", ("1", "A study of labour mobility", {}))
    assert ids([one, other]) == ["ID:1", "PH:1"]


def test_one_number_under_two_places_of_a_plan_is_two_activities() -> None:
    one = sent("PH", ("6", LMIS, {"references": quoting(ATC, "1", "1")}))
    other = sent("VN", ("9", f"{LMIS} in AMS", {"references": quoting(ATC, "1", "2")}))
    assert ids([one, other]) == ["PH:6", "VN:9"]


def test_one_number_of_a_plan_under_unlike_titles_is_asked_about() -> None:
    quoted = {"references": quoting(SLOM_WG, "2.1")}
    plan = merge(
        [sent("PH", ("6", LMIS, quoted)), sent("VN", ("9", "Job fairs", quoted))]
    )
    assert len(plan.activities) == 2
    assert {c.field for c in plan.conflicts} == {"plan"}
    assert {claim.value for claim in plan.conflicts[0].claims} == {LMIS, "Job fairs"}


NEAR = "Strengthening labour market information system"


def suggested(one: Submission, other: Submission) -> list[tuple[str, str]]:
    plan = merge([one, other])
    assert len(plan.activities) == 2, "a suggestion decides nothing"
    return [each.titles for each in plan.suggestions]


def test_near_titles_are_suggested_with_both_cells() -> None:
    plan = merge([sent("PH", ("6", LMIS, {})), sent("VN", ("9", NEAR, {}))])
    (found,) = plan.suggestions
    assert found.activities == ("PH:6", "VN:9")
    assert found.titles == (LMIS, NEAR)
    assert [str(origin) for origin in found.origins] == ["PH.xlsx!S!B2", "VN.xlsx!S!B2"]
    assert found.alike >= 82


LED: dict[str, Any] = {
    c: {"leads": (Party(kind=PartyKind.COUNTRY, id=c),)} for c in ("PH", "VN")
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("6", "The 7th conference on safety", {}),
            ("9", "The 8th conference on safety", {}),
        ),
        (("6", LMIS, LED["PH"]), ("9", NEAR, LED["VN"])),
        (("6", "Training", {}), ("9", "Trainings", {})),
        (("6", LMIS, {}), ("9", "Preventing child labour", {})),
    ],
    ids=["other numbers", "other leads", "one word", "other words"],
)
def test_what_is_surely_another_activity_is_not_suggested(
    one: tuple[str, str, dict[str, Any]], other: tuple[str, str, dict[str, Any]]
) -> None:
    assert suggested(sent("PH", one), sent("VN", other)) == []


def test_two_rows_of_one_file_are_not_suggested() -> None:
    plan = merge([sent("PH", ("6", LMIS, {}), ("7", NEAR, {}))])
    assert plan.suggestions == ()


def test_suggestions_come_quickly_for_thousands_of_titles_of_one_year() -> None:
    kinds = ("study", "training", "guideline", "campaign", "review")
    rows: list[tuple[str, str, dict[str, Any]]] = [
        (str(n), f"A {kinds[n % 5]} on {chr(97 + n % 26) * 4} and {n * 7919:x}", {})
        for n in range(3_000)
    ]
    pile = [sent("PH", *rows), sent("VN", *((n, f"{t} again", f) for n, t, f in rows))]
    assert len(merge(pile).activities) == 6_000
