"""Very many reports of one name are joined as if each were asked by each."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.moment import Moment
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan import groups
from almwp.plan.reported import ReportedActivity
from almwp.plan.sameness import _fit_by_id, _signs
from almwp.plan.sametitles import say_the_same, signs_of

WORDS = ("training", "trainning", "trainings", "the", "of", "jobs", "studies", "asean")
titles = st.lists(st.sampled_from((*WORDS, "7", "8")), max_size=4).map(" ".join)


@given(titles, titles)
@settings(max_examples=300)
def test_titles_that_say_the_same_have_a_sign_in_common(one: str, other: str) -> None:
    if say_the_same(one, other):
        assert not set(signs_of(one)).isdisjoint(signs_of(other))


def reports(told: list[tuple[str, int, str]]) -> tuple[ReportedActivity, ...]:
    return tuple(
        ReportedActivity(
            activity=Activity(id=ActivityId("VN:7"), title=Text.of(title)),
            submission=Submission(
                file=f"{place}.xlsx",
                sha256=f"{place:064x}",
                country=CountryCode("VN"),
                institution=sender,
                as_of=Moment.day(date(2024, month, 1)),
            ),
        )
        for place, (title, month, sender) in enumerate(told)
    )


@given(
    st.lists(
        st.tuples(
            titles, st.integers(1, 12), st.sampled_from(["", "Ministry", "Office"])
        ),
        max_size=40,
    ),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=5),
)
@settings(max_examples=60)
def test_signs_change_nothing_but_how_many_are_asked(
    told: list[tuple[str, int, str]], joined: list[tuple[int, int]]
) -> None:
    known = reports(told)
    names = [(place, ["VN:7", f"VN:{place % 3}"]) for place in range(len(known))]
    found = []
    for signs in (None, _signs):
        grown = groups.Groups(known)
        for one, other in joined:
            if max(one, other) < len(known):
                grown.put_together(one, other)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(groups, "MANY", 1)
            grown.join(names, _fit_by_id, signs)
        found.append(grown.all())
    assert found[0] == found[1]
