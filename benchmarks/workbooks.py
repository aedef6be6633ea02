"""Workbooks as ministries send them, made from a seed: the same rows each time.

What the rows say is made up.  A share of percents and dates is text, states are written
in several ways and amounts with separators, as they come in.
"""

import datetime
import random
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

COUNTRIES = (
    "Brunei Darussalam",
    "Cambodia",
    "Indonesia",
    "Lao PDR",
    "Malaysia",
    "Myanmar",
    "Philippines",
    "Singapore",
    "Thailand",
    "Timor-Leste",
    "Viet Nam",
)
NEWEST = "Timor-Leste"
"""A member from October 2025, of which no activity before that is reported."""
HEADINGS = (
    "No.",
    "Activity",
    "Activity (national language)",
    "Outcome",
    "Priority area",
    "Type",
    "Level",
    "Lead",
    "Co-lead",
    "ASEAN body",
    "Partners",
    "Source of funds",
    "Budget",
    "Time frame",
    "Place",
    "Host",
    "Output",
    "Status",
    "Status as of",
    "Progress (%)",
    "Change of plan",
    "Cross-cutting themes",
    "Plan reference",
    "Source",
    "Remarks",
)
OUTCOMES = ("1", "2", "3", "4")
AREAS = (
    "Gender mainstreaming",
    "Green jobs promotion",
    "Corporate social responsibility",
    "Response to the Future of Work",
    "Labour market information systems",
    "OSH capacities",
    "OSH Standards and Best Practices",
    "Strengthen Occupational Health in the Workplace",
)
STATES = (
    "Completed",
    "completed",
    "Ongoing",
    "ongoing",
    "ONGOING",
    "Planned",
    "planned",
)
_KINDS = ("Training", "Workshop", "Study", "Guideline", "Dialogue", "Survey")
_VIETNAMESE = (
    "Tập huấn",
    "Hội thảo",
    "Nghiên cứu",
    "Hướng dẫn",
    "Đối thoại",
    "Khảo sát",
)
_SUBJECTS = (
    ("labour inspection", "thanh tra lao động"),
    ("safe migration", "di cư an toàn"),
    ("skills recognition", "công nhận kỹ năng"),
    ("social insurance", "bảo hiểm xã hội"),
    ("decent work", "việc làm bền vững"),
    ("workplace safety", "an toàn nơi làm việc"),
    ("labour statistics", "thống kê lao động"),
    ("women workers", "lao động nữ"),
)
_PLACES = (
    "factories",
    "small enterprises",
    "rural areas",
    "ports",
    "construction sites",
)
_BODIES = ("SLOM-WG", "ACMW", "ASEAN-OSHNET")
_PARTNERS = ("ILO", "IOM", "ILO, IOM", "", "")

Value = str | int | float | datetime.date | None


def rows(
    number: int, country: str, seed: int, *, has_faults: bool = False
) -> Iterator[list[Value]]:
    """Give so many rows of one country, in the order of `HEADINGS`.

    Args:
        number: How many.
        country: Who reports.
        seed: Other seeds give other rows.
        has_faults: Whether each row has a value that cannot be.
    """
    chance = random.Random(seed)
    for place in range(1, number + 1):
        row = _row(chance, place, country)
        if has_faults:
            _spoil(row, place)
        yield row


def _row(chance: random.Random, place: int, country: str) -> list[Value]:
    kind = chance.randrange(len(_KINDS))
    english, vietnamese = chance.choice(_SUBJECTS)
    where = chance.choice(_PLACES)
    year = chance.randrange(2021, 2025)
    state = chance.choice(STATES)
    percent = {"c": 100, "o": chance.randrange(5, 96), "p": 0}[state[0].lower()]
    as_of = datetime.date(2025, 1, 1) + datetime.timedelta(chance.randrange(200))
    if country == NEWEST:
        year = 2025
    others = [each for each in COUNTRIES if each not in (country, NEWEST)]
    return [
        place,
        f"{_KINDS[kind]} on {english} in {where} ({place})",
        f"{_VIETNAMESE[kind]} về {vietnamese} ({place})",
        chance.choice(OUTCOMES),
        chance.choice(AREAS),
        _KINDS[kind],
        "regional" if chance.random() < 0.6 else "national",
        country,
        chance.choice(others) if chance.random() < 0.3 else None,
        chance.choice(_BODIES),
        chance.choice(_PARTNERS) or None,
        "Cost-sharing" if chance.random() < 0.5 else None,
        _budget(chance),
        f"{year}-{year + 1}" if chance.random() < 0.5 and year < 2025 else str(year),
        "Made-up City" if chance.random() < 0.5 else None,
        country if chance.random() < 0.5 else None,
        f"Report of {chance.randrange(5, 80)} pages" if chance.random() < 0.7 else None,
        state,
        as_of.isoformat() if chance.random() < 0.05 else as_of,
        f"{percent}%" if chance.random() < 0.2 else percent / 100,
        None,
        "gender" if chance.random() < 0.2 else None,
        None,
        None,
        "Made up for a measurement" if chance.random() < 0.3 else None,
    ]


def _budget(chance: random.Random) -> Value:
    amount = chance.randrange(1_000, 200_000) + chance.randrange(100) / 100
    if chance.random() < 0.2:
        return f"USD {amount:,.2f}"
    return None if chance.random() < 0.3 else f"USD {int(amount):,}"


def _spoil(row: list[Value], place: int) -> None:
    """Put a value into *row* that cannot be."""
    spoilt = (
        ("Progress (%)", "140%"),
        ("Status as of", "31/02/2025"),
        ("Status", "almost"),
        ("Outcome", "9"),
        ("Progress (%)", "a lot"),
    )
    heading, value = spoilt[place % len(spoilt)]
    row[HEADINGS.index(heading)] = value


def write(path: Path, country: str, given: Sequence[Sequence[Value]]) -> Path:
    """Write a workbook with shared strings, as Excel does."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    percent = book.add_format({"num_format": "0%"})
    cover = book.add_worksheet("Cover")
    for line, said in enumerate(cover_of(country)):
        cover.write_row(line, 0, said)
    sheet = book.add_worksheet("Activities")
    sheet.write_row(0, 0, HEADINGS)
    progress = HEADINGS.index("Progress (%)")
    for number, row in enumerate(given, start=1):
        for column, value in enumerate(row):
            if isinstance(value, float) and column == progress:
                sheet.write_number(number, column, value, percent)
            elif value is not None:
                sheet.write(number, column, value)
    book.close()
    return path


def write_inline(path: Path, country: str, given: Sequence[Sequence[Value]]) -> Path:
    """Write a workbook by openpyxl's streaming writer."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    cover = book.create_sheet("Cover")
    for line in cover_of(country):
        cover.append(line)
    sheet = book.create_sheet("Activities")
    sheet.append(HEADINGS)
    progress = HEADINGS.index("Progress (%)")
    for row in given:
        cells: list[object] = list(row)
        share = row[progress]
        if isinstance(share, float):
            cell = WriteOnlyCell(sheet, share)
            cell.number_format = "0%"
            cells[progress] = cell
        sheet.append(cells)
    book.save(path)
    return path


def saved_by_libreoffice(path: Path, folder: Path) -> Path | None:
    """Have LibreOffice open a workbook and save it; None where it is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    profile = (folder / "profile").as_uri()
    folder.mkdir(parents=True, exist_ok=True)
    command = [office, f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / path.name


def cover_of(country: str) -> tuple[tuple[str, str], ...]:
    """Return the lines of the sheet that says who reports on what."""
    return (
        ("Country", country),
        ("Framework", "ASEAN Labour Ministers' Work Programme 2021-2025"),
        ("As of", "2025-08-31"),
        ("Language", "English"),
    )


def folder_of(
    folder: Path,
    files: int,
    number: int,
    *,
    has_faults: bool = False,
    is_inline: bool = False,
) -> list[Path]:
    """Write so many workbooks of *number* rows, each of another country."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for place in range(files):
        country = COUNTRIES[place % len(COUNTRIES)]
        path = folder / f"{place + 1:04}.xlsx"
        if not path.exists():
            given = list(rows(number, country, place, has_faults=has_faults))
            (write_inline if is_inline else write)(path, country, given)
        made.append(path)
    return made
