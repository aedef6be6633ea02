"""A paper is not made of nothing."""

import pytest

from almwp.errors import NoActivitiesError
from almwp.model.workplan import WorkPlan
from almwp.workflow.session import Session


def test_no_paper_is_made_where_no_activity_was_read() -> None:
    session = Session.start()
    with pytest.raises(NoActivitiesError, match="no activity was read"):
        session.position(WorkPlan(), country="VN", meeting="slom-21")
