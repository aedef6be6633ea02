"""No field of an activity is forgotten when reports of it are joined."""

import attrs

from almwp.model.activity import Activity
from almwp.plan.joining import FILLED, UNITED

JOINED_BY_HAND = {"id", "title", "other_titles", "remarks", "earlier", "since"}
"""Fields that merging joins in ways of their own."""


def test_every_field_of_an_activity_is_joined_in_one_way() -> None:
    ways = [*FILLED, *UNITED, *JOINED_BY_HAND]
    assert sorted(ways) == sorted(attrs.fields_dict(Activity))
