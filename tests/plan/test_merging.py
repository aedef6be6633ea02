"""One activity in several files: joined once, with every contradiction named."""

from typing import Any

import pytest

from almwp.model.activity import (
    Activity,
    Change,
    Observation,
    PlanReference,
    RowOrigin,
    Status,
)
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Conflict, WorkPlan
from almwp.plan.merge import merge

TITLE = "Regional study on labour inspection"
ALM, OSH = FrameworkId("ALM-WP-2021-2025"), FrameworkId("OSHNET-WP-2021-2025")


def activity(
    country: str, number: str = "1", title: str = TITLE, **facts: Any
) -> Activity:
    row = RowOrigin(
        file=f"{country}.xlsx",
        sha256=sha(country),
        sheet="Report",
        row=int(number) + 4,
        columns=(("title", "B"), ("status", "F"), ("leads", "G"), ("place", "H")),
    )
    return Activity(
        id=ActivityId(f"{country}:{number}"),
        number=number,
        title=Text.of(title),
        origins=(row,),
        **facts,
    )


def sha(country: str) -> str:
    return country.lower().encode().hex().ljust(64, "0")


def report(country: str, *activities: Activity, **facts: Any) -> Submission:
    return Submission(
        file=f"{country}.xlsx",
        sha256=sha(country),
        country=CountryCode(country),
        activities=activities,
        **facts,
    )


def seen(state: Status, when: str | None) -> tuple[Observation, ...]:
    return (Observation(as_of=Moment.parse(when) if when else None, status=state),)


def led_by(*countries: str) -> tuple[Party, ...]:
    return tuple(Party(kind=PartyKind.COUNTRY, id=country) for country in countries)


def only_conflict(plan: WorkPlan) -> Conflict:
    (conflict,) = plan.conflicts
    return conflict


def test_a_jointly_led_activity_in_three_files_stands_once() -> None:
    joint = [
        report(c, activity(c, leads=led_by("ID", "VN"))) for c in ("VN", "ID", "PH")
    ]
    plan = merge(joint)
    (merged,) = plan.activities
    assert merged.id == "ID:1"
    assert [row.file for row in merged.origins] == ["ID.xlsx", "PH.xlsx", "VN.xlsx"]
    assert merged.leads == led_by("ID", "VN")
    assert plan.conflicts == ()


@pytest.mark.parametrize(
    "written",
    ["REGIONAL study on  labour inspection", "Régional study: on labour inspection"],
)
def test_a_title_is_known_without_accents_and_capitals(written: str) -> None:
    vn, other = report("VN", activity("VN")), activity("ID", title=written)
    (merged,) = merge([vn, report("ID", other)]).activities
    assert len(merged.origins) == 2


def test_a_title_in_another_language_is_found_by_its_english_form() -> None:
    both = Text.from_forms({"en": TITLE, "vi": "Nghiên cứu khu vực"})
    vn = report("VN", Activity(id=ActivityId("VN:1"), title=both))
    plan = merge([vn, report("ID", activity("ID"))])
    (merged,) = plan.activities
    assert merged.title == both


def test_different_states_of_one_day_are_a_conflict_with_both_sides() -> None:
    vn = activity("VN", observations=seen(Status.COMPLETED, "2025-10-21"))
    ph = activity("PH", observations=seen(Status.ONGOING, "2025-10-21"))
    plan = merge(
        [
            report("VN", vn, institution="Bộ Nội vụ"),
            report("PH", ph, institution="DOLE"),
        ]
    )
    conflict = only_conflict(plan)
    assert (conflict.activity, conflict.field) == ("PH:1", "status")
    assert [(c.value, c.owner, str(c.origin)) for c in conflict.claims] == [
        ("ongoing", "PH, DOLE", "PH.xlsx!Report!F5"),
        ("completed", "VN, Bộ Nội vụ", "VN.xlsx!Report!F5"),
    ]
    (merged,) = plan.activities
    assert len(merged.observations) == 2


def test_different_states_of_different_days_are_history() -> None:
    vn = activity("VN", observations=seen(Status.COMPLETED, "2025-10-21"))
    ph = activity("PH", observations=seen(Status.ONGOING, "2024-10-21"))
    plan = merge([report("VN", vn), report("PH", ph)])
    assert plan.conflicts == ()
    (merged,) = plan.activities
    assert [o.status for o in merged.observations] == [Status.ONGOING, Status.COMPLETED]


def test_a_state_contradicts_neither_a_percentage_nor_an_addition() -> None:
    day = Moment.parse("2025-10-21")
    vn = activity("VN", observations=seen(Status.ONGOING, "2025-10-21"))
    ph = activity("PH", observations=(Observation(as_of=day),))
    added = Observation(as_of=day, status=Status.ONGOING, change=Change.ADDED)
    id_ = activity("ID", observations=(added,))
    assert (
        merge([report("VN", vn), report("PH", ph), report("ID", id_)]).conflicts == ()
    )


def test_a_withdrawal_contradicts_a_state() -> None:
    day = Moment.parse("2025-10-21")
    vn = activity("VN", observations=seen(Status.ONGOING, "2025-10-21"))
    gone = Observation(as_of=day, status=Status.ONGOING, change=Change.WITHDRAWN)
    ph = activity("PH", observations=(gone,))
    claims = only_conflict(merge([report("VN", vn), report("PH", ph)])).claims
    assert [claim.value for claim in claims] == ["withdrawn", "ongoing"]


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("leads", led_by("VN"), led_by("VN", "PH")),
        ("co_leads", led_by("VN"), led_by("VN", "PH")),
        ("host", CountryCode("VN"), CountryCode("PH")),
        ("place", "Hà Nội", "Manila"),
        ("kind", "study", "training"),
        ("budget", "USD 10,000", "USD 20,000"),
        ("output", "a report", "a guideline"),
        ("timeframe", Timeframe(raw="2022"), Timeframe(raw="2023")),
    ],
)
def test_what_two_senders_say_differently_is_never_merged_in_silence(
    field: str, one: Any, other: Any
) -> None:
    vn, ph = activity("VN", **{field: one}), activity("PH", **{field: other})
    plan = merge([report("VN", vn), report("PH", ph)])
    conflict = only_conflict(plan)
    assert (conflict.field, len(conflict.claims)) == (field, 2)
    assert (
        merge(
            [report("VN", vn), report("PH", activity("PH", **{field: one}))]
        ).conflicts
        == ()
    )


def test_what_only_one_sender_says_is_taken_over() -> None:
    vn = activity("VN", place="Hà Nội", remarks="from Viet Nam")
    ph = activity("PH", budget="USD 10,000", remarks="from Manila")
    plan = merge([report("VN", vn), report("PH", ph)])
    (merged,) = plan.activities
    assert (merged.place, merged.budget) == ("Hà Nội", "USD 10,000")
    assert merged.remarks == "from Manila\nfrom Viet Nam"
    assert plan.conflicts == ()


def test_one_time_written_in_two_ways_is_no_conflict() -> None:
    years: dict[str, Any] = {"start": Moment.year(2021), "end": Moment.year(2022)}
    vn = activity("VN", timeframe=Timeframe(raw="2021- 2022", **years))
    ph = activity("PH", timeframe=Timeframe(raw="từ 2021 đến 2022", **years))
    assert merge([report("VN", vn), report("PH", ph)]).conflicts == ()


def test_words_of_two_languages_are_a_translation_and_no_conflict() -> None:
    vn = report("VN", activity("VN", kind="nghiên cứu"), language="vi")
    assert merge([vn, report("PH", activity("PH", kind="study"))]).conflicts == ()


def place(*nodes: str, framework: FrameworkId = ALM) -> tuple[PlanReference, ...]:
    return tuple(PlanReference(framework=framework, node=NodeId(n)) for n in nodes)


def test_two_outcomes_are_a_conflict_but_one_with_its_area_is_none() -> None:
    one = report("VN", activity("VN", references=place("1")))
    more = report("PH", activity("PH", references=place("1", "skills")))
    other = report("ID", activity("ID", references=place("2")))
    assert merge([one, more]).conflicts == ()
    conflict = only_conflict(merge([more, other]))
    assert [claim.value for claim in conflict.claims] == [
        "ALM-WP-2021-2025 2",
        "ALM-WP-2021-2025 1, ALM-WP-2021-2025 skills",
    ]


def test_places_in_two_plans_do_not_compete() -> None:
    one = report("VN", activity("VN", references=place("1")))
    other = report("PH", activity("PH", references=place("T2", framework=OSH)))
    plan = merge([one, other])
    assert plan.conflicts == ()
    assert len(plan.activities[0].references) == 2


def test_two_rows_of_one_title_in_one_file_stay_two() -> None:
    twice = report("VN", activity("VN", "1"), activity("VN", "2"))
    assert len(merge([twice]).activities) == 2
    assert len(merge([twice, report("PH", activity("PH"))]).activities) == 3


def test_a_row_of_another_file_does_not_join_two_rows_of_one() -> None:
    vn = report("VN", activity("VN", "1", "One"), activity("VN", "2", "Two"))
    bridge = activity("PH", "1", "One", other_titles=(Text.of("Two"),))
    plan = merge([vn, report("PH", bridge)])
    assert [a.id for a in plan.activities] == ["PH:1", "VN:2"]


def test_titles_without_letters_join_nothing() -> None:
    one, other = activity("VN", title="—"), activity("PH", title="…")
    assert len(merge([report("VN", one), report("PH", other)]).activities) == 2


def again(*activities: Activity) -> Submission:
    return Submission(
        file="VN-2.xlsx",
        sha256="2" * 64,
        country=CountryCode("VN"),
        activities=activities,
    )


def test_a_title_with_more_small_words_is_kept_and_asked_about() -> None:
    changed = f"The {TITLE} in ASEAN"
    plan = merge([report("VN", activity("VN")), again(activity("VN", title=changed))])
    (merged,) = plan.activities
    titles = {str(merged.title), *map(str, merged.other_titles)}
    assert titles == {TITLE, changed}
    conflict = only_conflict(plan)
    assert conflict.field == "title"
    assert {claim.value for claim in conflict.claims} == titles


def test_a_list_that_was_numbered_anew_keeps_its_titles() -> None:
    first = report("VN", activity("VN", "1", "One"), activity("VN", "2", "Two"))
    second = again(
        activity("VN", "1", "New"),
        activity("VN", "2", "One"),
        activity("VN", "3", "Two"),
    )
    plan = merge([first, second])
    assert sorted(str(a.title) for a in plan.activities) == ["New", "One", "Two"]
    assert len({a.id for a in plan.activities}) == 3


def test_one_content_read_in_two_ways_gives_one_result_in_any_order() -> None:
    told = report("VN", activity("VN"))
    untold = Submission(file=told.file, sha256=told.sha256, activities=told.activities)
    plan = merge([told, untold])
    assert plan == merge([untold, told])
    assert len(plan.submissions) == 1
