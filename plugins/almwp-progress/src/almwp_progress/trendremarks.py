"""What must be said with a trend: days that are not shown, and who has only one."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from almwp.model.activity import Activity
from almwp.model.score import Scope
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp_progress.trendmoments import MOST, Moments, Step
from almwp_progress.trendreadings import ScopeKey

ABOUT_MOMENTS = "the moments"
ABOUT_UNDATED = "reports without a date"
ABOUT_INDICATORS = "indicators without activities"

_SHOWN = {
    Step.SUBMISSION: (
        "the days of which the submissions speak",
        "các ngày mà báo cáo gửi đến nêu",
    ),
    Step.MONTH: ("the last of each month", "ngày cuối có báo cáo của mỗi tháng"),
    Step.QUARTER: ("the last of each quarter", "ngày cuối có báo cáo của mỗi quý"),
    Step.HALF: (
        "the last of each half year",
        "ngày cuối có báo cáo của mỗi nửa năm",
    ),
    Step.YEAR: ("the last of each year", "ngày cuối có báo cáo của mỗi năm"),
}


def remarks_on(
    activities: Sequence[Activity],
    moments: Sequence[tuple[Scope, Moments]],
    read: Collection[ScopeKey],
    until: date | None,
) -> tuple[Statement, ...]:
    """Return what must be said with the trend of *activities*.

    Args:
        activities: The activities of the programme.
        moments: At which moments each scope is looked at.
        read: Kind and id of each scope under which an indicator stands.
        until: The day up to which reports count; None for all.
    """
    return (
        *_without_change(moments),
        *_thinned(moments),
        *_undated(activities, until),
        *_only_indicators(moments, read),
    )


def _without_change(
    moments: Sequence[tuple[Scope, Moments]],
) -> Iterable[Statement]:
    never = [scope for scope, found in moments if not found.moments]
    if never:
        yield _say(
            ABOUT_MOMENTS,
            "nothing was reported with a date, so there is no trend",
            "không có báo cáo nào ghi ngày nên không có xu hướng",
            never,
        )
    once = [scope for scope, found in moments if len(found.moments) == 1]
    if once:
        yield _say(
            ABOUT_MOMENTS,
            "reported as of one day only, so no change can be told",
            "mới chỉ có báo cáo của một ngày nên chưa thể nói về thay đổi",
            once,
        )


def _thinned(moments: Sequence[tuple[Scope, Moments]]) -> Iterable[Statement]:
    for step, (english, vietnamese) in _SHOWN.items():
        scopes = [scope for scope, found in moments if found.step is step]
        if scopes:
            yield _say(
                ABOUT_MOMENTS,
                f"reports of more than {MOST} days; shown are {english}",
                f"có báo cáo của hơn {MOST} ngày; chỉ nêu {vietnamese}",
                scopes,
            )


def _undated(activities: Sequence[Activity], until: date | None) -> Iterable[Statement]:
    count = sum(
        any(o.as_of is None for o in activity.observations) for activity in activities
    )
    if count:
        forms = {
            "en": f"they have no place in time and do not count here; activities: "
            f"{count}",
            "vi": f"không có vị trí trong thời gian nên không tính ở đây; số hoạt động:"
            f" {count}",
        }
        text = Text.from_forms(forms)
        yield Statement(about=ABOUT_UNDATED, text=text, basis=Basis.REPORTED)


def _only_indicators(
    moments: Sequence[tuple[Scope, Moments]], read: Collection[ScopeKey]
) -> Iterable[Statement]:
    shown = {(scope.kind, scope.id) for scope, _ in moments}
    unseen = set(read) - shown
    missing = sorted(f"{kind}:{name}" for kind, name in unseen)
    if missing:
        names = ", ".join(missing)
        forms = {
            "en": f"no activity stands there, so there is no trend of activities: "
            f"{names}",
            "vi": f"không có hoạt động nào nên không có xu hướng hoạt động: {names}",
        }
        text = Text.from_forms(forms)
        yield Statement(about=ABOUT_INDICATORS, text=text, basis=Basis.REPORTED)


def _say(
    about: str, english: str, vietnamese: str, scopes: Sequence[Scope]
) -> Statement:
    """Say something of *scopes*, each by its title."""
    forms = {
        language: f"{words}: {', '.join(s.title.in_(language) for s in scopes)}"
        for language, words in (("en", english), ("vi", vietnamese))
    }
    return Statement(about=about, text=Text.from_forms(forms), basis=Basis.REPORTED)
