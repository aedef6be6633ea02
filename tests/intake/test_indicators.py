"""The table of indicators gives numbers that follow one country over time."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.indicator import Direction, Indicator, IndicatorKind
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
ABOVE: list[list[Any]] = [
    ["Country: Viet Nam"],
    ["Work programme: ALM WP 2021-2025"],
    [],
]
Followed = Callable[..., Submission]


def codes(submission: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in submission.findings]


TRAINED = {"number": 1, "name": "Workers trained", "unit": "workers"}


def test_each_field_lands_in_the_model_with_its_cell(followed: Followed) -> None:
    (found,) = followed(
        dict(
            **TRAINED,
            direction="rising",
            kind="cumulative",
            baseline=100,
            baseline_date="2020",
            target_year=2025,
            target=500,
            as_of="2024-06-30",
            reading=250,
            sex="women",
            sources="https://example.org/survey",
            remarks="by the ministry",
        )
    ).indicators
    assert (found.id, found.number, str(found.name)) == (
        "VN:indicator:1",
        "1",
        "Workers trained",
    )
    assert (found.country, found.framework) == ("VN", "ALM-WP-2021-2025")
    assert (found.unit, found.direction) == ("workers", Direction.RISING)
    assert found.kind is IndicatorKind.CUMULATIVE
    assert found.baseline is None  # it speaks of women only
    (base,), (target,), (reading,) = (
        found.group_baselines,
        found.targets,
        found.readings,
    )
    assert [base.value, target.value, reading.value] == [100, 500, 250]
    times = [base.when, target.year, reading.when]
    assert list(map(str, times)) == ["2020", "2025", "2024-06-30"]
    for group in (base.group, target.group, reading.group):
        assert [(g.by, g.group) for g in group] == [("sex", "women")]
    assert [s.address for s in found.sources] == ["https://example.org/survey"]
    assert found.remarks == "by the ministry"
    places = [base.origin, target.origin, reading.origin, found.origin_of("unit")]
    assert [p and p.cell for p in places] == ["F5", "I5", "K5", "C5"]


def test_rows_of_one_number_are_one_indicator(followed: Followed) -> None:
    submission = followed(
        dict(**TRAINED, direction="rising", baseline=1, baseline_date=2020),
        {"number": 1, "name": "Workers trained", "target_year": 2023, "target": 20},
        {"number": 1, "name": "workers trained", "target_year": 2022, "target": 10},
        {"number": 1, "name": "Workers trained", "as_of": "2023", "reading": 15},
        {"name": "Workers trained", "as_of": "2022", "reading": 9},
    )
    (found,) = submission.indicators
    assert [(t.year, str(t.value)) for t in found.targets] == [
        (2022, "10"),
        (2023, "20"),
    ]
    assert [(str(r.when), str(r.value)) for r in found.readings] == [
        ("2022", "9"),
        ("2023", "15"),
    ]
    assert (found.unit, [o.row for o in found.origins]) == ("workers", [5, 6, 7, 8, 9])
    assert submission.findings == ()


@pytest.mark.parametrize(
    ("first", "second", "cell"),
    [
        ({"unit": "workers"}, {"unit": "people"}, "C6"),
        ({"direction": "rising"}, {"direction": "falling"}, "D6"),
        ({"kind": "cumulative"}, {"kind": "level"}, "E6"),
        (
            {"baseline": 1, "baseline_date": 2020},
            {"baseline": 2, "baseline_date": 2020},
            "F6",
        ),
        (
            {"baseline": 1, "baseline_date": 2020},
            {"baseline": 1, "baseline_date": 2021},
            "G6",
        ),
        (
            {"target": 1, "target_year": 2025},
            {"target": 2, "target_year": 2025},
            "I6",
        ),
        ({"reading": 1, "as_of": 2024}, {"reading": 2, "as_of": 2024}, "K6"),
    ],
)
def test_what_contradicts_an_earlier_row_is_kept_out(
    followed: Followed, first: dict[str, Any], second: dict[str, Any], cell: str
) -> None:
    name = {"number": 1, "name": "Workers"}
    alone = followed(dict(**name, **first)).indicators[0]
    submission = followed(dict(**name, **first), dict(**name, **second))
    (found,) = submission.indicators
    assert codes(submission) == [("ALM311", cell)]
    assert submission.findings[0].facts == (("other", "5"),)
    refused = [e.cells for e in submission.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == [cell]
    assert (found.unit, found.direction, found.kind) == (
        alone.unit,
        alone.direction,
        alone.kind,
    )
    assert (found.baseline, found.targets, found.readings) == (
        alone.baseline,
        alone.targets,
        alone.readings,
    )


def test_groups_have_targets_and_readings_of_their_own(followed: Followed) -> None:
    day = {"as_of": "2024", "target_year": 2025}
    submission = followed(
        dict(**TRAINED, **day, target=100, reading=60),
        dict(**TRAINED, **day, target=50, reading=20, sex="women"),
        dict(**TRAINED, **day, target=50, reading=40, sex="men"),
        dict(**TRAINED, **day, target=9, reading=4, sex="men", sector="fishing"),
    )
    (found,) = submission.indicators
    groups = [[g.group for g in r.group] for r in found.readings]
    assert groups == [[], ["women"], ["men"], ["men", "fishing"]]
    assert [t.value for t in found.targets] == [100, 50, 50, 9]
    assert submission.findings == ()


def test_a_second_name_under_one_number_is_another_indicator(
    followed: Followed,
) -> None:
    submission = followed(
        {"number": 1, "name": "Workers", "target": 1, "target_year": 2025},
        {"number": 1, "name": "Inspectors", "target": 2, "target_year": 2025},
        {"number": 2, "name": "Workers", "target": 3, "target_year": 2025},
    )
    first, second, third = submission.indicators
    assert (first.number, second.number, third.number) == ("1", "", "2")
    assert len({first.id, second.id, third.id}) == 3
    assert codes(submission) == [("ALM310", "A6")]


def test_an_indicator_follows_activities_of_the_same_file(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    above = [*ABOVE[:2], ["As of: 2024-06-30"]]
    activities = [["No.", "Activity", "Status", "Lead"], [3, "Study", "done", "VN"]]
    headings = ["No.", "Indicator", "Activity no.", "Target", "Target year"]
    indicators = [headings, [1, "Workers", "3, 4; ID:9", 5, 2025]]
    submission = read(
        sheet([*above, *activities], name="Activities"),
        sheet(indicators, name="Indicators"),
    )
    (activity,), (indicator,) = submission.activities, submission.indicators
    assert indicator.activities == ("VN:3", "VN:4", "ID:9")
    assert activity.indicators == (indicator.id,)
    assert codes(submission) == [("ALM315", "C2")]
    assert submission.findings[0].found == "4"
    assert submission.kind == "progress"


def test_the_outcome_may_stand_in_a_line_above(followed: Followed) -> None:
    submission = followed(["Outcome 1"], dict(**TRAINED, target=5, target_year=2025))
    (found,) = submission.indicators
    assert found.node == found.references[0].node
    assert found.references[0].framework == "ALM-WP-2021-2025"


def test_a_workbook_of_indicators_alone_is_a_report(followed: Followed) -> None:
    submission = followed(dict(**TRAINED, target=5, target_year=2025))
    assert submission.kind == "progress"
    assert submission.activities == ()


def test_headings_in_vietnamese_give_the_same(
    followed: Followed, read: Read, sheet: Callable[..., Sheet]
) -> None:
    english = followed(
        dict(**TRAINED, baseline=1, baseline_date=2020, target=5, target_year=2025)
    ).indicators
    headings = ["STT", "Tên chỉ số", "Đơn vị tính", "Giá trị gốc", "Năm gốc"]
    headings += ["Mục tiêu", "Năm mục tiêu"]
    rows = [headings, [1, "Workers trained", "workers", 1, 2020, 5, 2025]]
    above = [*ABOVE, ["Language: English"]]
    vietnamese = read(sheet([*above, *rows])).indicators

    def gist(each: Indicator) -> tuple[Any, ...]:
        base = each.baseline and (each.baseline.when, each.baseline.value)
        targets = [(t.year, t.value) for t in each.targets]
        return each.id, each.name, each.unit, base, targets

    assert list(map(gist, vietnamese)) == list(map(gist, english))
