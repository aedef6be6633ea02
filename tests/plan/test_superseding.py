"""Which of two files counts: surely, likely, or as a person decided."""

from typing import Any

import pytest

from almwp.model.decision import BOTH, Decision, DecisionKind, FileName, WhyUnfit
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.moment import Moment
from almwp.model.submission import Submission
from almwp.model.workplan import WhySuperseded, WorkPlan
from almwp.plan.merge import merge
from almwp.plan.superseding import bare_stem, version_of

DAY = Moment.parse("2025-10-21")


def sent(file: str, digit: str, **facts: Any) -> Submission:
    told: dict[str, Any] = {
        "country": CountryCode("VN"),
        "institution": "MoHA",
        "framework": FrameworkId("ALM-WP-2021-2025"),
        "as_of": DAY,
    }
    return Submission(file=file, sha256=digit * 64, **{**told, **facts})


def decided(take: str, *files: str) -> Decision:
    names = tuple(FileName(name=name) for name in files)
    return Decision(kind=DecisionKind.VERSION, files=names, take=take)


def counted(plan: WorkPlan) -> list[str]:
    return [s.file for s in plan.submissions]


def test_the_marked_copy_that_came_back_takes_the_place_of_its_original() -> None:
    plan = merge([sent("a.xlsx", "0"), sent("b.xlsx", "1", copy_of="0" * 64)])
    assert counted(plan) == ["b.xlsx"]
    (gone,) = plan.superseded
    assert (gone.submission.file, gone.by, gone.why) == (
        "a.xlsx",
        "1" * 64,
        WhySuperseded.MARKED_COPY,
    )


def test_the_highest_version_on_the_covers_counts() -> None:
    pile = [sent(f"{n}.xlsx", n, version=f"v{n}") for n in "132"]
    assert counted(merge(pile)) == ["3.xlsx"]


@pytest.mark.parametrize(
    "other",
    [
        {"institution": "MOET"},
        {"institution": ""},
        {"country": CountryCode("BN")},
        {"framework": FrameworkId("ATC-WP-2021-2030")},
        {"as_of": Moment.parse("2024-10-31")},
        {"kind": "position"},
        {"version": "the second one"},
        {"version": "1.0"},
    ],
)
def test_a_higher_version_of_something_else_replaces_nothing(
    other: dict[str, Any],
) -> None:
    one = sent("one.xlsx", "0", version="1")
    two = sent("two.xlsx", "1", **{"version": "2", **other})
    assert len(counted(merge([one, two]))) == 2


def test_a_decision_goes_before_what_is_sure() -> None:
    pile = [sent("a.xlsx", "0", version="1"), sent("b.xlsx", "1", version="2")]
    assert counted(merge(pile, [decided(BOTH, "a.xlsx", "b.xlsx")])) == [
        "a.xlsx",
        "b.xlsx",
    ]
    plan = merge(pile, [decided("a.xlsx", "a.xlsx", "b.xlsx")])
    assert counted(plan) == ["a.xlsx"]
    assert plan.superseded[0].why is WhySuperseded.DECISION


def test_decisions_that_contradict_each_other_or_run_in_a_circle_leave_a_file() -> None:
    pile = [sent(f"{n}.xlsx", n) for n in "123"]
    both_ways = [
        decided("1.xlsx", "1.xlsx", "2.xlsx"),
        decided("2.xlsx", "1.xlsx", "2.xlsx"),
    ]
    plan = merge(pile, both_ways)
    assert len(counted(plan)) == 3
    assert [each.why for each in plan.unfit] == [WhyUnfit.CONTRADICTED] * 2
    circle = [
        decided("1.xlsx", "1.xlsx", "2.xlsx"),
        decided("2.xlsx", "2.xlsx", "3.xlsx"),
        decided("3.xlsx", "1.xlsx", "3.xlsx"),
    ]
    plan = merge(pile, circle)
    assert len(counted(plan)) == 1
    assert [each.why for each in plan.unfit] == [WhyUnfit.CONTRADICTED]


def test_what_is_sure_gives_way_where_decisions_would_close_a_circle() -> None:
    pile = [sent("1.xlsx", "1"), sent("2.xlsx", "2", copy_of="1" * 64)]
    pile.append(sent("3.xlsx", "3"))
    told = [
        decided("3.xlsx", "2.xlsx", "3.xlsx"),
        decided("1.xlsx", "1.xlsx", "3.xlsx"),
    ]
    plan = merge(pile, told)
    assert counted(plan) == ["1.xlsx"]
    assert plan.unfit == ()


def test_a_decision_on_a_file_that_was_not_sent_is_said() -> None:
    plan = merge([sent("a.xlsx", "0")], [decided("a.xlsx", "a.xlsx", "b.xlsx")])
    (unfit,) = plan.unfit
    assert (unfit.why, unfit.found) == (WhyUnfit.NAMES_NOTHING, "b.xlsx")


def test_files_of_one_name_and_day_are_asked_about_and_both_count() -> None:
    plan = merge([sent("vn report.xlsx", "0"), sent("VN-Report_final (2).xlsx", "1")])
    (likely,) = plan.likely_versions
    assert likely.files == ("vn report.xlsx", "VN-Report_final (2).xlsx")
    assert len(counted(plan)) == 2
    files = ("vn report.xlsx", "VN-Report_final (2).xlsx")
    assert merge(plan.sent, [decided(BOTH, *files)]).likely_versions == ()


@pytest.mark.parametrize(
    ("file", "stem"),
    [
        ("report v2.xlsx", "report"),
        ("report_final.xlsx", "report"),
        ("Report (1).xlsx", "report"),
        ("report-corrected-v3.xlsx", "report"),
        ("báo cáo (bản sửa 2).xlsx", "bao cao"),
        ("report 2025.xlsx", "report 2025"),
        ("v2.xlsx", ""),
    ],
)
def test_marks_of_a_file_sent_again_are_no_part_of_its_name(
    file: str, stem: str
) -> None:
    assert bare_stem(file) == stem


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ("2", (2,)),
        ("v2", (2,)),
        ("Version 2.1", (2, 1)),
        ("2.0", (2,)),
        ("1.10", (1, 10)),
        ("bản 3", (3,)),
        ("final", ()),
        ("", ()),
        ("2 or 3 of 5 and 6 and 7", ()),
    ],
)
def test_a_version_is_read_as_numbers(words: str, version: tuple[int, ...]) -> None:
    assert version_of(words) == version
