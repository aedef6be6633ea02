"""Say in a call's own words which report is wanted."""

from almwp.errors import UnknownNameError
from almwp.model.moment import Moment
from almwp.model.position import Audience
from almwp.model.score import ScopeKind
from almwp.workflow.meanings import day_from
from almwp.workflow.reporting import Wanted
from almwp.workflow.scoring import METHOD, scoring_of


def wanted_report(
    report: str,
    *,
    country: str | None = None,
    meeting: str | None = None,
    date: Moment | str | None = None,
    audience: Audience | str = Audience.INTERNAL,
    language: str = "en",
    second_language: str = "",
    as_of: Moment | str | None = None,
) -> Wanted:
    """Return what is wanted, from the words of a call.

    Raises:
        UnknownNameError: There is no such audience.
        CallError: *date* or *as_of* is no date.
    """
    day = day_from(date) if isinstance(date, str) else date
    if audience not in set(Audience):
        raise UnknownNameError("audience", audience, tuple(Audience))
    return Wanted(
        report=report,
        country=country,
        meeting=meeting,
        date=day,
        audience=Audience(audience),
        language=language,
        second_language=second_language,
        scoring=scoring_of(METHOD, (ScopeKind.OUTCOME,), as_of, None),
    )
