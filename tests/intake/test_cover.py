"""Lines above the table say who reports, on what, and as of when."""

import re
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pytest

from almwp.intake.cells import Cell, CellKind, Sheet
from almwp.model.activity import Activity
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
Said = Callable[[Submission], list[tuple[str, str | None]]]
TABLE: list[list[Any]] = [["Activity", "Status"], ["Training", "done"]]
DAY = ["As of: 2024-06-30"]
BASE = [["Country: VN"], ["Plan: ALM WP 2021-2025"]]


def nodes(activity: Activity) -> list[str | None]:
    return [reference.node for reference in activity.references if reference.node]


@pytest.mark.parametrize(
    "line",
    [
        ["Country: Viet Nam"],
        ["Country:", "Viet Nam"],
        ["Country", "Viet Nam"],
        ["Country:", None, None, "VN"],
        [None, "COUNTRY :", "the Socialist Republic of Viet Nam"],
        ["Nước: Việt Nam"],
        ["Nước báo cáo", "Việt Nam"],
        [normalize("NFD", "Nước báo cáo: Việt Nam")],
        ["Negara\uff1aViet Nam"],
    ],
)
def test_the_country_is_read_from_one_cell_or_two(
    read: Read, sheet: Make, line: list[Any]
) -> None:
    found = read(sheet([line, [], *TABLE]))
    assert found.country == "VN"
    assert found.ledger.by_fate[Fate.READ] == 3


def test_all_lines_are_read_wherever_they_stand(read: Read, sheet: Make) -> None:
    found = read(
        sheet(
            [
                ["REPORT OF VIET NAM"],
                ["Institution:", "Bộ Nội vụ", "Contact:", "a@example.org"],
                ["Meeting: 21st SLOM", None, "As of: 30/06/2024"],
                ["Country: VN", None, "Work plan:", "ALM WP 2021-2025"],
                *TABLE,
            ]
        )
    )
    assert found.institution == "Bộ Nội vụ"
    assert found.contact == "a@example.org"
    assert found.meeting == "slom-21"
    assert str(found.as_of) == "2024-06-30"
    assert (found.country, found.framework) == ("VN", "ALM-WP-2021-2025")
    (observation,) = found.activities[0].observations
    assert (str(observation.as_of), observation.meeting) == ("2024-06-30", "slom-21")
    assert {f.code for f in found.findings} == {"ALM118"}


def test_the_bodies_of_a_list_are_those_of_its_rows(read: Read, sheet: Make) -> None:
    lines = [["Body: SLOM-WG and ACMW"], ["ALM WP 2021-2025"], DAY]
    found = read(sheet([*lines, *TABLE]))
    assert found.activities[0].bodies == ("SLOM-WG", "ACMW")
    assert found.activities[0].id.startswith("SLOM-WG:")
    assert found.findings == ()


def test_a_label_without_a_value_does_not_take_the_next_label_for_one(
    read: Read, sheet: Make, said: Said
) -> None:
    found = read(sheet([["Country:", "As of:", "2024-06-30"], *TABLE]))
    assert found.country is None
    assert str(found.as_of) == "2024-06-30"
    assert ("ALM106", None) in said(found)


@pytest.mark.parametrize(
    "title",
    [
        "ASEAN Labour Ministers' Work Programme 2021-2025",
        "BÁO CÁO Kế hoạch công tác của Bộ trưởng Lao động ASEAN giai đoạn 2021-2025",
    ],
)
def test_a_title_names_the_programme_where_no_line_does(
    read: Read, sheet: Make, title: str
) -> None:
    assert read(sheet([[title], *TABLE])).framework == "ALM-WP-2021-2025"
    line = ["Plan: SLOM-WG Work Plan 2021-2025"]
    assert read(sheet([[title], line, *TABLE])).framework == "SLOM-WG-WP-2021-2025"
    other = ["ALM WP 2016-2020"]
    assert read(sheet([[title], other, *TABLE])).framework is None


@pytest.mark.parametrize(
    "line",
    [
        ["Thematic Area 2: OSH Standards and Best Practices"],
        ["Thematic Area 2", "OSH Standards and Best Practices"],
        ["Thematic Area: 2"],
        ["Thematic Area 2"],
        ["Lĩnh vực ưu tiên 2: OSH Standards and Best Practices"],
        [normalize("NFD", "Lĩnh vực ưu tiên: OSH Standards and Best Practices")],
    ],
)
def test_a_label_with_a_number_names_the_area_of_all_rows(
    read: Read, sheet: Make, said: Said, line: list[Any]
) -> None:
    plan = ["ASEAN-OSHNET Work Plan 2021-2025"]
    found = read(sheet([["Country: VN"], line, plan, *TABLE]))
    assert nodes(found.activities[0]) == ["2"]
    assert said(found) == []


def test_the_first_of_two_lines_stays_and_a_contradiction_is_said(
    read: Read, sheet: Make, said: Said
) -> None:
    found = read(sheet([*BASE, ["Nước: Việt Nam"], ["Country: LA"], *TABLE]))
    assert found.country == "VN"
    assert said(found) == [("ALM115", "A4")]
    fates = {entry.cells: entry.fate for entry in found.ledger.entries}
    assert fates["A3:A4"] is Fate.IGNORED


def test_each_sheet_has_its_own_area_and_day(read: Read, sheet: Make) -> None:
    def one(name: str, *lines: str) -> Sheet:
        row = [f"Training {name}", "done"]
        return sheet([*([line] for line in lines), TABLE[0], row], name=name)

    plan = "ASEAN-OSHNET Work Plan 2021-2025"
    first = one("1", "Country: VN", plan, "Thematic Area 2", "As of: 2024")
    second = one("2", "Thematic Area: Strengthening OSH capacities", "As of: 2025")
    third = one("3")
    found = read(first, second, third)
    assert [nodes(a) for a in found.activities] == [["2"], ["osh-capacities"], []]
    days = [str(a.observations[0].as_of) for a in found.activities]
    assert days == ["2024", "2025", "2024"]
    assert str(found.as_of) == "2024"


def test_each_sheet_may_report_on_a_programme_of_its_own(
    read: Read, sheet: Make, said: Said
) -> None:
    rows = [["Activity", "Outcome"], ["Training", "1"]]
    first = sheet([*BASE, *rows], name="ALM")
    plan = [["ATC Work Plan 2021-2030"]]
    second = sheet([*plan, rows[0], ["Study", "1"]], name="ATC")
    found = read(first, second)
    assert found.framework == "ALM-WP-2021-2025"
    plans = [a.references[0].framework for a in found.activities]
    assert plans == ["ALM-WP-2021-2025", "ATC-WP-2021-2030"]
    assert {code for code, _ in said(found)} <= {"ALM105", "ALM404", "ALM401"}


def test_sheets_of_two_countries_in_one_file_are_reported(
    read: Read, sheet: Make, said: Said
) -> None:
    first = sheet([*BASE, *TABLE], name="VN")
    second = sheet([["Country: LA"], TABLE[0], ["Study", "done"]], name="LA")
    found = read(first, second)
    assert found.country == "VN"
    assert [a.id[:3] for a in found.activities] == ["VN:", "LA:"]
    assert said(found) == [("ALM115", "A1")]


def test_a_sheet_without_a_table_can_be_the_cover(
    read: Read, sheet: Make, said: Said
) -> None:
    cover = sheet([["Report"], *BASE, ["Outcome: 1"]], name="Cover")
    found = read(sheet(TABLE, name="Data"), cover)
    assert (found.country, found.framework) == ("VN", "ALM-WP-2021-2025")
    # What belongs to a table is not said for all sheets at once.
    assert nodes(found.activities[0]) == []
    assert said(found) == []
    fates = {entry.cells: entry.fate for entry in found.ledger.entries}
    assert fates["A2"] is Fate.READ
    assert fates["A4"] is Fate.IGNORED


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("vi", "vi"),
        ("Tiếng Việt", "vi"),
        ("Vietnamese", "vi"),
        ("Indonesia", "id"),
        ("tiếng Anh", "en"),
    ],
)
def test_a_language_is_known_by_its_name_in_any_language(
    read: Read, sheet: Make, words: str, code: str
) -> None:
    found = read(sheet([*BASE, ["Language:", words], *TABLE]))
    assert found.activities[0].title.languages == (code,)


def test_a_language_that_is_not_known_is_refused(
    read: Read, sheet: Make, said: Said
) -> None:
    found = read(sheet([*BASE, ["Language:", "Klingon"], *TABLE]))
    assert said(found) == [("ALM114", "B3")]


@pytest.mark.parametrize("label", ["Country", "Meeting", "Plan", "As of", "Language"])
def test_an_error_in_a_line_is_said_as_such(
    read: Read, sheet: Make, said: Said, cell: Callable[..., Cell], label: str
) -> None:
    bad = cell("#REF!", CellKind.ERROR)
    found = read(sheet([[label, bad], *TABLE]))
    assert ("ALM212", "B1") in said(found)
    assert found.meeting == ""


def test_what_the_caller_knows_stands_in_for_what_the_file_leaves_out(
    read: Read, sheet: Make, said: Said
) -> None:
    found = read(
        sheet([["Thematic Area 2"], *TABLE]),
        country="TH",
        framework="OSHNET-WP-2021-2025",
    )
    assert said(found) == []
    assert (found.country, found.framework) == ("TH", "OSHNET-WP-2021-2025")
    assert nodes(found.activities[0]) == ["2"]
    other = read(sheet([["Country: VN"], *TABLE]), country="TH")
    assert other.country == "VN"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Country: Atlantis", {"ALM215"}),
        ("Body: Round Table", {"ALM216"}),
        ("Contact: Atlantis", {"ALM106"}),
    ],
)
def test_a_refused_sender_is_not_missing_too(
    read: Read, sheet: Make, line: str, codes: set[str]
) -> None:
    found = read(sheet([[line], ["Work plan: ALM WP 2021-2025"], DAY, *TABLE]))
    assert {f.code for f in found.findings} == codes


def test_a_refused_programme_is_not_missing_too(read: Read, sheet: Make) -> None:
    found = read(sheet([["Body: SLOM"], ["Work plan: Five Year Plan"], DAY, *TABLE]))
    (finding,) = found.findings
    assert finding.code == "ALM114"
    assert finding.expected is not None
    years = re.findall(r"\d{4}-\d{4}", finding.expected)
    assert years == ["2021-2025", "2016-2020", "2026-2030"]


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Progress report", "2021-2025"),
        ("Progress report 2021-2025", "2021-2025"),
        ("Final report 2016 - 2020", "2016-2020"),
        ("Plan for 2026\u20132030", "2026-2030"),
        ("Reports of 2018-2023", "2021-2025"),
    ],
)
def test_a_missing_programme_is_asked_for_by_that_of_the_title_or_the_newest_adopted(
    read: Read, sheet: Make, title: str, years: str
) -> None:
    found = read(sheet([[title], ["Body: SLOM"], DAY, *TABLE])).findings
    (finding,) = [f for f in found if f.code == "ALM107"]
    assert years in finding.hint()


def test_examples_of_lines_are_in_the_language_of_the_file(
    read: Read, sheet: Make
) -> None:
    table = [["TT", "Tên hoạt động", "Tình trạng"], [1, "Tập huấn", "hoàn thành"]]
    hints = {f.code: f.hint() for f in read(sheet(table)).findings}
    assert "Nước: Việt Nam" in hints["ALM106"]
    assert "Tính đến" in hints["ALM128"]
    assert "Work programme" not in hints["ALM107"]
    (unknown,) = read(sheet([["Việc đã làm", "Ở đâu"], ["Tập huấn", "Huế"]])).findings
    assert "Tên hoạt động" in unknown.hint()
