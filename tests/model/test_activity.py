"""What was reported of an activity, and what was surely reported by a day."""

from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, RowOrigin, Status, in_order
from almwp.model.ids import ActivityId, CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.text import Text
from almwp.testing import strategies

VIET_NAM = CountryCode("VN")


def _activity(*reports: str | None) -> Activity:
    observations = tuple(
        Observation(as_of=Moment.parse(day) if day else None, word=day or "undated")
        for day in reports
    )
    title = Text.of("Study")
    return Activity(id=ActivityId("a"), title=title, observations=observations)


def _word(activity: Activity, day: str | None = None) -> str | None:
    asked = date.fromisoformat(day) if day else None
    newest = activity.observation_on(asked)
    return newest.word if newest else None


def test_the_newest_report_counts() -> None:
    activity = _activity("2024-06-30", "2022", "2023-Q1")
    assert _word(activity) == "2024-06-30"
    assert _word(activity, "2024-06-30") == "2024-06-30"
    assert _word(activity, "2024-06-29") == "2023-Q1"
    assert _word(activity, "2023-03-30") == "2022"


def test_a_report_of_a_year_is_surely_made_by_its_last_day() -> None:
    assert _word(_activity("2024"), "2024-12-30") is None
    assert _word(_activity("2024"), "2024-12-31") == "2024"


def test_undated_reports_count_only_when_no_day_is_asked_for() -> None:
    assert _word(_activity(None)) == "undated"
    assert _word(_activity(None), "2100-01-01") is None
    assert _word(_activity("1999", None)) == "1999"


def test_of_two_reports_that_end_alike_the_more_precise_one_is_newer() -> None:
    assert _word(_activity("2024-12-31", "2024")) == "2024-12-31"
    assert _word(_activity("2024", "2024-12-31")) == "2024-12-31"


def test_of_two_reports_of_one_day_the_later_in_the_file_counts() -> None:
    first, second = Observation(word="first"), Observation(word="second")
    activity = attrs.evolve(_activity(), observations=(first, second))
    assert _word(activity) == "second"


@given(strategies.activities, strategies.days)
def test_only_reports_surely_made_by_the_day_are_seen(
    activity: Activity, day: date
) -> None:
    seen = activity.observation_on(day)
    made = [o for o in activity.observations if o.as_of and o.as_of.end <= day]
    if seen is None:
        assert not made
    else:
        assert seen in made
        assert seen.as_of is not None
        assert all(o.as_of and o.as_of.end <= seen.as_of.end for o in made)


@given(strategies.activities, strategies.days, strategies.days)
def test_asking_for_a_later_day_never_shows_an_older_report(
    activity: Activity, one: date, other: date
) -> None:
    earlier = activity.observation_on(min(one, other))
    later = activity.observation_on(max(one, other))
    if earlier is not None:
        assert later is not None
        assert earlier.as_of is not None
        assert later.as_of is not None
        assert earlier.as_of.end <= later.as_of.end


@given(st.lists(strategies.observations, max_size=5).map(tuple))
def test_putting_reports_in_order_loses_none_of_them(
    observations: tuple[Observation, ...],
) -> None:
    ordered = in_order(observations)
    assert sorted(map(repr, ordered)) == sorted(map(repr, observations))
    assert in_order(ordered) == ordered
    dated = [o.as_of is not None for o in ordered]
    assert dated == sorted(dated)


@pytest.mark.parametrize(
    "percent", [Fraction(-1, 100), Fraction(101, 100), Fraction(60)]
)
def test_a_share_done_is_between_nothing_and_all(percent: Fraction) -> None:
    with pytest.raises(ValueError, match="percent is between 0 and 1"):
        Observation(percent=percent)


def test_a_missing_share_is_not_zero() -> None:
    assert Observation().percent is Absence.BLANK
    assert Observation(percent=Fraction()).percent == 0
    assert Observation().status is Absence.BLANK
    assert Observation(status=Status.PLANNED) != Observation()


def test_the_row_tells_in_which_cell_a_field_was_read() -> None:
    row = RowOrigin(
        file="vn.xlsx",
        sha256="0" * 64,
        sheet="Hoạt động",
        row=7,
        columns=(("title", "B"), ("body", "A5")),
    )
    activity = attrs.evolve(_activity(), origins=(row,))
    assert str(activity.origin_of("title")) == "vn.xlsx!Hoạt động!B7"
    assert str(activity.origin_of("body")) == "vn.xlsx!Hoạt động!A5"
    assert activity.origin_of("status") is None


def test_a_country_leads_alone_or_with_others() -> None:
    parties = (
        Party(kind=PartyKind.COUNTRY, id="ID"),
        Party(kind=PartyKind.COUNTRY, id="VN"),
    )
    for activity in (
        attrs.evolve(_activity(), leads=parties),
        attrs.evolve(_activity(), co_leads=parties),
    ):
        assert activity.is_led_by(VIET_NAM)
        assert not activity.is_led_by(CountryCode("PH"))


def test_all_members_together_do_not_make_each_of_them_lead() -> None:
    everybody = (Party(kind=PartyKind.ALL_MEMBERS, id="ALL"),)
    activity = attrs.evolve(_activity(), leads=everybody)
    assert activity.is_owed_by_all
    assert not activity.is_led_by(VIET_NAM)


def test_a_partner_called_like_a_country_is_no_country() -> None:
    partner = (Party(kind=PartyKind.PARTNER, id="VN"),)
    assert not attrs.evolve(_activity(), leads=partner).is_led_by(VIET_NAM)


@given(strategies.activities, strategies.framework_ids)
def test_only_references_to_a_node_of_the_framework_count(
    activity: Activity, framework: FrameworkId
) -> None:
    found = activity.node_in(framework)
    for reference in activity.references:
        counts = reference.framework == framework and reference.node is not None
        assert (reference in found) == counts


@given(strategies.activities)
def test_activities_are_frozen_all_the_way_down(activity: Activity) -> None:
    assert hash(activity) == hash(attrs.evolve(activity))
