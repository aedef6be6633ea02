"""The day by which scores are told where none was asked for."""

from datetime import date

from almwp.model.activity import Activity
from almwp.model.moment import Moment, Precision
from almwp.model.source import Basis, Statement
from almwp.model.text import Text


def newest_moment(activities: tuple[Activity, ...]) -> Moment | None:
    """Return the time of the newest dated report; None where no report has a date."""
    times = [o.as_of for a in activities for o in a.observations if o.as_of]
    return max(times, key=_age, default=None)


def _age(moment: Moment) -> tuple[date, date]:
    return moment.end, moment.start


def _in_vietnamese(moment: Moment) -> str:
    """Write a day as Vietnamese papers do; what is no day stays as it is."""
    if moment.precision is not Precision.DAY:
        return str(moment)
    return f"{moment.start.day:02}/{moment.start.month:02}/{moment.start.year:04}"


def day_remark(moment: Moment | None) -> Statement:
    """Say which day is used where none was asked for."""
    if moment is None:
        forms = {
            "en": "no day was asked for and no report has a date, so nothing is said to"
            " be due",
            "vi": "không nêu ngày cần tính và không báo cáo nào ghi ngày, nên không coi"
            " hoạt động nào là đến hạn",
        }
    else:
        forms = {
            "en": f"no day was asked for; the newest report is of {moment}, and its day"
            " is used",
            "vi": "không nêu ngày cần tính; báo cáo mới nhất là "
            f"{_in_vietnamese(moment)}, nên lấy theo ngày đó",
        }
    return Statement(about="the day", text=Text.from_forms(forms), basis=Basis.INFERRED)
