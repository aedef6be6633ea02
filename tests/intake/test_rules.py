"""A rule of intake speaks, once, at the very cell that it is about.

That every rule has a workbook in which it speaks, the corpus shows.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from attrs import frozen

from almwp.intake.cells import Cell, CellKind, Sheet, Strike, Visibility
from almwp.intake.mapping import (
    NO_MAPPING,
    FieldMapping,
    MappedColumn,
    TableMapping,
)
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

ABOVE: list[list[Any]] = [["Country: VN"], ["Plan: ALM WP 2021-2025"]]


@frozen
class Case:
    """A workbook in which one rule speaks.

    Attributes:
        cell: Where it speaks; None for a sheet or the file.
        rows: The rows of the visible sheet, from row 1.
        merges: Its merged blocks.
        others: Further sheets by name, visible unless their name is ``hidden``.
        mapping: What the user's own mapping file says.
    """

    cell: str | None
    rows: list[list[Any]]
    merges: Sequence[str] = ()
    others: tuple[tuple[str, list[list[Any]]], ...] = ()
    mapping: FieldMapping = NO_MAPPING


def odd(text: str, kind: CellKind = CellKind.TEXT, **rest: Any) -> Cell:
    return Cell(row=1, column=1, kind=kind, text=text, **rest)


def one(heading: str, value: Any, plan: str = "ALM WP 2021-2025") -> list[list[Any]]:
    """Give a table in which *value* stands in C4 below *heading*."""
    headings = ["Activity", "Status", heading, "Lead country"]
    row = ["Training", "done", value, "VN"]
    return [["Country: VN"], [f"Plan: {plan}"], headings, row]


def from_template(stamp: str) -> list[list[Any]]:
    """Give a table below the stamp of a template."""
    return [[f"Template: almwp-template {stamp}"], *PLAIN]


def measured(*readings: Any) -> list[list[Any]]:
    """Give a table of indicators whose readings stand in C4 and below."""
    headings = ["Indicator", "Unit", "Reading", "Reading date"]
    rows = [[f"Rate {n}", "people", r, 2023] for n, r in enumerate(readings)]
    return [*ABOVE, headings, *rows]


def headed(*headings: str) -> list[list[Any]]:
    return [*ABOVE, list(headings), ["Training", *["planned"] * (len(headings) - 1)]]


def beside(headings: str, *rows: list[Any]) -> list[list[Any]]:
    """Give a table of another kind than activities; its first row is row 4."""
    return [*ABOVE, headings.split("|"), *rows]


PLAIN = [
    *ABOVE[:1],
    [*ABOVE[1], "As of: 2024-06-30"],
    ["Activity", "Status", "Lead"],
    ["Training", "planned", "VN"],
]
UNDATED = [*ABOVE, *PLAIN[2:]]
WITHOUT_LEAD = [*ABOVE, ["Activity", "Status"], ["Training", "planned"]]
BAD = odd("#REF!", CellKind.ERROR)
UNSAVED = odd("", CellKind.UNCALCULATED, formula="A1")
STRUCK = odd("Training", strike=Strike.WHOLE)
PARTLY = odd("Training", strike=Strike.PART)
HIDDEN = odd("Training", hidden=True)
TWO_TITLES = [["Training", "planned"], ["training", "planned"]]
NEAR_TITLES = [["Labour training", "planned"], ["Labor training", "planned"]]
READINGS = "Indicator|Reading date|Numerator|Denominator|Unit|Reading"
TARGETS = "No.|Indicator|Target|Target year"
BASELINES = "Indicator|Baseline|Baseline year|Target|Target year"
ITEMS = "Item no.|Agenda item|Stance"
NUMBERED = [*ABOVE, ["No.", "Activity", "Status"], [1, "Training", "planned"]]
WITH_EVIDENCE: list[list[Any]] = [
    ["Agenda item", "Stance", "Evidence"],
    ["Draft", "support", 9],
]
EARLY = ["Training", "done", "2023", "Timor-Leste"]


def mapped(heading: str, rows: tuple[int, int]) -> FieldMapping:
    """Say of the first sheet that a heading in some rows means the status."""
    column = MappedColumn(heading=heading, field="status")
    table = TableMapping(sheet="Report", rows=rows, columns=[column])
    return FieldMapping(tables=[table])


CASES = {
    "ALM101": Case(None, [[]]),
    "ALM102": Case(None, [["Hello"]]),
    "ALM103": Case(None, PLAIN, others=(("Other", [["Hello"]]),)),
    "ALM104": Case("A3:C3", [*ABOVE, ["Status", "Lead", "Output"], ["planned"]]),
    "ALM105": Case("A3:B3", [*ABOVE, ["Activity", "Place"], ["Training", "Ha Noi"]]),
    "ALM106": Case(None, PLAIN[1:]),
    "ALM107": Case(None, [PLAIN[0], *PLAIN[2:]]),
    "ALM108": Case(None, PLAIN, others=(("hidden", [["Hello"]]),)),
    "ALM109": Case("A4", [*ABOVE, ["Activity", "Status"], [HIDDEN, "planned"]]),
    "ALM110": Case("C3", headed("Activity", "Status", "State")),
    "ALM111": Case("C3", headed("Activity", "Status", "Mood")),
    "ALM112": Case("C3", headed("Activity", "Status", "Remarkss")),
    "ALM113": Case(None, PLAIN, others=(("Instructions", [["Hello"]]),)),
    "ALM114": Case("A1", [["Plan: Five Year Plan"], *PLAIN]),
    "ALM115": Case("A2", [["Country: VN"], ["Country: Thailand"], *PLAIN[1:]]),
    "ALM116": Case(None, PLAIN, others=(("Instructions", PLAIN),)),
    "ALM117": Case("D6", [*PLAIN, [], [None, None, None, "The minister"]]),
    "ALM118": Case("A3:B3", WITHOUT_LEAD),
    "ALM119": Case("C3", headed("Activity", "Status", "Output / Budget")),
    "ALM120": Case(None, PLAIN, mapping=mapped("Mood", (3, 3))),
    "ALM121": Case(None, PLAIN, mapping=mapped("Status", (8, 9))),
    "ALM125": Case(None, from_template("progress 1 ALM-WP-2016-2020")),
    "ALM126": Case(None, from_template("framework 1")),
    "ALM520": Case(None, from_template("progress 1 NOWHERE-2031")),
    "ALM127": Case(None, from_template("progress 99")),
    "ALM128": Case(None, UNDATED),
    "ALM201": Case("B4", [*PLAIN[:3], ["Training", "compleated"]]),
    "ALM202": Case("B4", [*PLAIN[:3], ["Training", "postponed"]]),
    "ALM203": Case("C4", one("Lead", "Ministry of Magic")),
    "ALM204": Case("C4", one("As of", "some day")),
    "ALM205": Case("C4", one("As of", "06/07/2024")),
    "ALM206": Case("C4", one("Progress (%)", "most")),
    "ALM207": Case("C4", one("Progress (%)", 0.6)),
    "ALM208": Case("C4", one("Progress (%)", "120%")),
    "ALM209": Case("C4", one("Time frame", "when it rains")),
    "ALM210": Case(
        "B4", [*ABOVE, ["Activity", "Year", "Lead"], ["Study", "2022 (ongoing)", "VN"]]
    ),
    "ALM211": Case("B5", [*PLAIN, [None, "planned"]]),
    "ALM212": Case("C4", one("Place", BAD)),
    "ALM213": Case("C4", one("Place", UNSAVED)),
    "ALM214": Case("A4", [*PLAIN[:3], [STRUCK, None]]),
    "ALM215": Case("C4", one("Host", "Atlantis")),
    "ALM216": Case("C4", one("ASEAN body", "Round Table")),
    "ALM217": Case("C4", one("Level", "galactic")),
    "ALM550": Case("C4", one("Plan reference", "ATC Work Plan 2021-2030: Pillar 9")),
    "ALM218": Case("C4", one("Plan reference", "Five Year Plan")),
    "ALM219": Case("C4", [*one("As of", "06/07/2024"), ["Study", None, "30/06/2024"]]),
    "ALM220": Case("C4", [*one("Progress (%)", 1), ["Study", None, 75]]),
    "ALM221": Case("A4", [*PLAIN[:3], ["Study (SLOM-WG Work Plan 2021-2025)"]]),
    "ALM222": Case("A4", [*PLAIN[:3], [PARTLY, "planned"]]),
    "ALM223": Case("A1", [["Meeting: the big one"], *PLAIN]),
    "ALM224": Case("B4", [*PLAIN[:3], ["Study", STRUCK, "VN"]]),
    "ALM225": Case("C4", one("Time frame", "2567")),
    "ALM226": Case("C4", one("Time frame", "FY2024")),
    "ALM227": Case("C4", measured("many")),
    "ALM228": Case("C4", measured("1.250")),
    "ALM229": Case("C4", measured("1.250", "12,5")),
    "ALM230": Case("C4", measured("12 people")),
    "ALM231": Case("A4", [*PLAIN[:3], ["Studies\n- of wages\n- of skills"]]),
    "ALM232": Case("A1", [["Report as of 30 June 2024"], *UNDATED]),
    "ALM233": Case("B3", headed("Activity", "Status as of 30 June 2024", "Lead")),
    "ALM234": Case("C4", one("Time frame", "before 2025")),
    "ALM235": Case("C4", one("As of", "2042-06-30")),
    "ALM236": Case("C4", one("Time frame", "2021, 2023")),
    "ALM237": Case("C4", one("As of", "30-Jun-24")),
    "ALM238": Case(
        "C4", [*one("Progress (%)", "")[:3], ["Study", "ongoing", "100%", "VN"]]
    ),
    "ALM239": Case("C4", one("Co-lead", "Viet Nam")),
    "ALM240": Case("D4", beside(READINGS, ["Jobs", 2024, None, 0, None, 5])),
    "ALM241": Case("F4", beside(READINGS, ["Jobs", None, None, None, "%", 5])),
    "ALM242": Case("B4", beside("Indicator|Target", ["Jobs", 5])),
    "ALM243": Case("B4", beside("Indicator|Baseline", ["Jobs", 5])),
    "ALM244": Case("C4", beside(READINGS, ["Jobs", 2024, 1, 3, "per year", None])),
    "ALM245": Case("B4", beside("Agenda item|Stance", ["Declaration"])),
    "ALM246": Case("B4", beside("Proposal|We join", ["Study", "yes"])),
    "ALM247": Case("B4", beside("Asked of|Ask|Type", [None, "a trainer", "ask"])),
    "ALM301": Case("C5", [*one("No.", 7), ["Study", None, 7]]),
    "ALM322": Case("B4", beside("Agenda item|Stance", ["Declaration", "n/a"])),
    "ALM323": Case(
        "A4", [*PLAIN[:3], ["Study", "done", "VN"], [None, "done", "VN"]], ["A4:A5"]
    ),
    "ALM302": Case("A5", [*PLAIN[:3], *TWO_TITLES]),
    "ALM303": Case("C4", one("Progress (%)", "40%")),
    "ALM304": Case("B5", [*PLAIN, ["Total", 9]]),
    "ALM305": Case("C6", [*one("No.", 1), ["Thematic Area 2"], ["Study", None, 1]]),
    "ALM306": Case("A5", [*PLAIN, ["Study"]]),
    "ALM307": Case("C4", one("Time frame", "2022 (ongoing)")),
    "ALM308": Case("C5", [*PLAIN, ["Study", "planned"]]),
    "ALM310": Case("A5", beside(TARGETS, [1, "Jobs", 5, 2025], [1, "Pay", 6, 2025])),
    "ALM311": Case("C5", beside(TARGETS, [1, "Jobs", 5, 2025], [1, "Jobs", 6, 2025])),
    "ALM312": Case("D4", beside(BASELINES, ["Jobs", 5, 2020, 5, 2025])),
    "ALM313": Case("D4", beside(BASELINES, ["Jobs", 5, 2020, 4, 2025])),
    "ALM314": Case("F4", beside(READINGS, ["Jobs", 2024, 1, 3, "%", 40])),
    "ALM315": Case("C2", NUMBERED, others=(("Agenda", WITH_EVIDENCE),)),
    "ALM316": Case("A5", beside(ITEMS, [1, "A", "support"], [1, "B", "support"])),
    "ALM320": Case("A5", [*PLAIN[:3], *NEAR_TITLES]),
    "ALM401": Case("C4", one("Outcome", "7. Happiness")),
    "ALM402": Case(
        "C4", one("Priority area", "Magic", "ASEAN-OSHNET Work Plan 2021-2025")
    ),
    "ALM403": Case("C4", one("Priority area", "Labour inspection")),
    "ALM404": Case("C4", one("Outcome", "1", "SLOM-WG Work Plan 2021-2025")),
    "ALM405": Case("C4", one("Time frame", "2019")),
    "ALM406": Case("D4", [*one("Time frame", "2023")[:3], EARLY]),
    "ALM408": Case("C4", one("Co-lead", "Chair of SLOM (Lao PDR)")),
    "ALM409": Case("C3", headed("Activity", "Status", "Percent done")),
    "ALM407": Case(None, [["Country: TL"], ["As of: 2024-06-30"], *PLAIN[1:]]),
}
Read = Callable[..., Submission]


@pytest.fixture
def read_case(read: Read, sheet: Callable[..., Sheet]) -> Callable[[Case], Submission]:
    def reading(case: Case) -> Submission:
        others = [
            sheet(
                rows,
                name=name,
                visibility=(
                    Visibility.HIDDEN if name == "hidden" else Visibility.VISIBLE
                ),
            )
            for name, rows in case.others
        ]
        first = sheet(case.rows, merges=case.merges)
        return read(first, *others, mapping=case.mapping)

    return reading


@pytest.mark.parametrize("code", CASES)
def test_a_rule_speaks_once_and_names_the_cell(
    code: str, read_case: Callable[[Case], Submission]
) -> None:
    case = CASES[code]
    found = [f for f in read_case(case).findings if f.code == code]
    assert [f.at.cell for f in found] == [case.cell]
    assert found[0].at.file == "report.xlsx"
    assert found[0].message()
    assert "{" not in found[0].message() + found[0].hint()


@pytest.mark.parametrize("code", CASES)
def test_a_cell_is_refused_exactly_for_an_error(
    code: str, read_case: Callable[[Case], Submission]
) -> None:
    read = read_case(CASES[code])
    refused = {e.why for e in read.ledger.entries if e.fate is Fate.REFUSED}
    errors = {f.code for f in read.findings if f.severity == "error"}
    assert refused <= errors
    if code in errors and code not in {"ALM101", "ALM102"}:
        assert code in refused


def test_a_plain_table_has_nothing_to_be_said(
    read_case: Callable[[Case], Submission],
) -> None:
    assert read_case(Case(None, PLAIN)).findings == ()


def test_a_date_of_excel_needs_no_evidence(
    read_case: Callable[[Case], Submission],
) -> None:
    read = read_case(Case(None, one("As of", date(2024, 7, 6))))
    assert read.findings == ()
    assert str(read.activities[0].observations[0].as_of) == "2024-07-06"
