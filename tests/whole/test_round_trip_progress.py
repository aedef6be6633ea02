"""A template that is filled in, read, filled in again and read again: all the same.

A template cannot hold: links, indicators, notes and meetings of single reports, reports
older than the last one, numbers in other plans, shares that are no finite decimals,
titles in a fourth language, and words that only say that there are none (``-``).  A row
whose number is a Roman numeral or a letter is a heading.
"""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from almwp.model.activity import Activity
from almwp.model.moment import Moment
from almwp.testing.strategies.reported import (
    DAY,
    PROGRAMME,
    reported,
    without_its_places,
    without_places,
)
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

SLOW = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def without_origins(activity: Activity) -> Activity:
    """Leave out where things were read and nothing else."""
    return evolve(
        activity,
        origins=(),
        observations=[*map(without_its_places, activity.observations)],
        extras=[evolve(extra, cell="A1") for extra in activity.extras],
    )


@SLOW
@given(data=st.data())
@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_is_filled_in_is_read_and_filled_in_again(
    language: str, data: st.DataObject, round_trip: Callable[..., Any]
) -> None:
    count = data.draw(st.integers(1, 4))
    sent = [data.draw(reported(number, language)) for number in range(count)]
    twice = round_trip("progress", {"progress": sent}, language=language)
    first, second = twice.first, twice.second
    assert [*map(without_places, first.activities)] == [*map(without_places, sent)]
    assert first.as_of == Moment.day(DAY)
    assert (first.country, first.framework) == ("VN", PROGRAMME)
    assert [*map(without_origins, second.activities)] == [
        *map(without_origins, first.activities)
    ]
    assert (second.country, second.framework) == (first.country, first.framework)
    assert second.language == first.language == language


def test_the_table_of_a_form_has_a_column_for_each_field(session: Session) -> None:
    form = session.template(WantedTemplate(kind="progress"))
    for table in form.tables:
        known = session.reading.lexicon.fields.sheet(table.key).fields
        assert [column.key for column in table.columns] == [of.key for of in known]
