"""What looks alike and is not the same is kept apart, and said."""

import hashlib
from fractions import Fraction

import attrs
import pytest

from almwp.model.activity import Activity, Observation, PlanReference, Status
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.merge import merge

ALM = FrameworkId("ALM-WP-2021-2025")


def led(country: str, title: str, number: str = "", state: str = "planned") -> Activity:
    return Activity(
        id=ActivityId(f"{country}:{number or '~' + title}"),
        number=number,
        title=Text.of(title),
        references=(PlanReference(framework=ALM),),
        leads=(Party(kind=PartyKind.COUNTRY, id=country),),
        observations=(
            Observation(as_of=Moment.parse("2024-06-30"), status=Status(state)),
        ),
    )


def sent(
    country: str,
    *activities: Activity,
    institution: str = "",
    framework: FrameworkId = ALM,
    as_of: str = "2024-06-30",
) -> Submission:
    key = f"{country}{institution}{framework}{as_of}{activities[0].title}"
    return Submission(
        file=f"{key}.xlsx",
        sha256=hashlib.sha256(key.encode()).hexdigest(),
        country=CountryCode(country),
        institution=institution,
        framework=framework,
        as_of=Moment.parse(as_of),
        activities=activities,
    )


def test_one_generic_title_of_two_leads_is_two_activities_and_said() -> None:
    plan = merge(
        [
            sent("ID", led("ID", "Workshop")),
            sent("MY", led("MY", "Workshop", state="completed")),
        ]
    )
    assert {(a.id[:2], a.leads[0].id) for a in plan.activities} == {
        ("ID", "ID"),
        ("MY", "MY"),
    }
    assert {(c.activity[:2], c.field) for c in plan.conflicts} == {
        ("ID", "leads"),
        ("MY", "leads"),
    }


def test_two_ministries_that_both_count_from_1_keep_their_activities() -> None:
    plan = merge(
        [
            sent("PH", led("PH", "Wage study", "1"), institution="DOLE"),
            sent("PH", led("PH", "Reintegration fund", "1"), institution="DMW"),
        ]
    )
    titles = {str(activity.title) for activity in plan.activities}
    assert titles == {"Wage study", "Reintegration fund"}
    assert plan.conflicts == ()


@pytest.mark.parametrize(
    ("shared", "is_said"), [((), False), (("3",), False), (("3", "4", "5"), True)]
)
def test_a_number_of_two_activities_counts_where_most_numbers_agree(
    shared: tuple[str, ...], is_said: bool
) -> None:
    same = [led("PH", f"Fair in region {n * 4}", n) for n in shared]
    ours = [led("PH", "Wage study", "1"), led("PH", "Domestic workers", "2"), *same]
    theirs = [led("PH", "Reintegration fund", "1"), led("PH", "Inspectors", "2"), *same]
    plan = merge([sent("PH", *ours), sent("PH", *theirs)])
    assert {c.field for c in plan.conflicts} == ({"number"} if is_said else set())


def test_numbers_with_gaps_do_not_only_count_rows() -> None:
    ours = [led("PH", "Wage study", "1"), led("PH", "Domestic workers", "7")]
    theirs = [led("PH", "Reintegration fund", "1"), led("PH", "Inspectors", "7")]
    plan = merge([sent("PH", *ours), sent("PH", *theirs)])
    claims = {claim.value for c in plan.conflicts for claim in c.claims}
    assert {c.field for c in plan.conflicts} == {"number"}
    assert claims == {str(a.title) for a in plan.activities}


def test_a_number_tells_nothing_in_another_programme() -> None:
    later = FrameworkId("ALM-WP-2026-2030")
    plan = merge(
        [
            sent("VN", led("VN", "OSH workshop", "2", "ongoing")),
            sent(
                "VN", led("VN", "OSH workshop", "2"), framework=later, as_of="2026-02"
            ),
        ]
    )
    assert len(plan.activities) == 2
    assert plan.conflicts == ()


def test_of_two_rounds_the_newer_word_stands_first() -> None:
    old = led("VN", "Study on wages in ASEAN", "1")
    new = led("VN", "Study on wages in ASEAN countries", "1", "completed")
    for pair in ((old, new), (new, old)):
        submissions = [
            sent("VN", pair[0], as_of="2024-01" if pair[0] is old else "2025-01"),
            sent("VN", pair[1], as_of="2024-01" if pair[1] is old else "2025-01"),
        ]
        (merged,) = merge(submissions).activities
        assert str(merged.title) == "Study on wages in ASEAN countries"


def test_percentages_of_one_day_that_differ_are_a_conflict() -> None:
    def share(percent: int) -> Observation:
        day = Moment.parse("2024-06-30")
        return Observation(
            as_of=day, status=Status.ONGOING, percent=Fraction(percent, 100)
        )

    one, other = led("VN", "Campaign"), led("VN", "Campaign")
    plan = merge(
        [
            sent("VN", attrs.evolve(one, observations=(share(50),))),
            sent("ID", attrs.evolve(other, observations=(share(90),))),
        ]
    )
    (conflict,) = plan.conflicts
    assert conflict.field == "percent"
    assert {claim.value for claim in conflict.claims} == {"50 %", "90 %"}
