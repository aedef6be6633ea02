"""Say in a call's own words which report is wanted."""

from almwp.errors import UnknownNameError
from almwp.model.position import Audience
from almwp.model.score import ScopeKind
from almwp.workflow.meanings import day_from
from almwp.workflow.oneorseveral import AsOf
from almwp.workflow.reporting import Wanted
from almwp.workflow.scoring import scoring_of
from almwp.workflow.unsaid import METHOD


def wanted_report(
    report: str,
    *,
    country: str | None = None,
    meeting: str | None = None,
    date: AsOf | None = None,
    audience: Audience | str = Audience.INTERNAL,
    language: str = "en",
    second_language: str = "",
    as_of: AsOf | None = None,
) -> Wanted:
    """Return what is wanted, from the words of a call.

    Raises:
        UnknownNameError: There is no such audience.
        CallError: *date* or *as_of* is no date.
    """
    if audience not in tuple(Audience):
        raise UnknownNameError("audience", str(audience), tuple(Audience))
    return Wanted(
        report=report,
        country=country,
        meeting=meeting,
        date=None if date is None else day_from(date),
        audience=Audience(audience),
        language=language,
        second_language=second_language,
        scoring=scoring_of(METHOD, (ScopeKind.OUTCOME,), as_of, None),
    )
