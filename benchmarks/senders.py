"""Thousands of small returns: 34 provinces and 20 ministries, month after month.

Written straight into the parts of a workbook that xlsxwriter made, as a writer for any
workbook would take minutes for them.  Names of provinces and ministries are made up.
"""

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from attrs import frozen

from workbooks import COUNTRIES, HEADINGS, NEWEST, Value, cover_of, rows, write

PROVINCES = 34
MINISTRIES = 20
ROWS = 100
_FIRST_YEAR = 2021
_EPOCH = datetime.date(1899, 12, 30)
_PROGRESS = HEADINGS.index("Progress (%)")
_STATUS = HEADINGS.index("Status")
_AS_OF = HEADINGS.index("Status as of")
_NUMBER = HEADINGS.index("No.")
_TITLES = (HEADINGS.index("Activity"), HEADINGS.index("Activity (national language)"))
_SHEET = "xl/worksheets/sheet2.xml"
_COVER = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@frozen(kw_only=True)
class Sender:
    """Who sends a return each month.

    Attributes:
        name: Name of the institution.
        short: What its files and the numbers of its activities begin with.
        country: Of which member it is.
    """

    name: str
    short: str
    country: str


def senders() -> Iterator[Sender]:
    """Give the provinces, then the ministries."""
    for place in range(PROVINCES):
        name = f"Labour Department of Made-up Province {place + 1}"
        yield Sender(name=name, short=f"P{place + 1:02}", country="Viet Nam")
    members = [each for each in COUNTRIES if each != NEWEST]
    for place in range(MINISTRIES):
        country = members[place % len(members)]
        name = f"Made-up Ministry {place + 1}"
        yield Sender(name=name, short=f"M{place + 1:02}", country=country)


def returns(folder: Path, files: int, number: int = ROWS) -> list[Path]:
    """Write so many returns of *number* rows, a month of all senders after another."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / _name(place) for place in range(files)]
    if all(path.exists() for path in made):
        return made
    known = list(senders())
    planned = [list(rows(number, s.country, seed)) for seed, s in enumerate(known)]
    parts = _parts(folder / made[0].name)
    for place, path in enumerate(made):
        month, who = divmod(place, len(known))
        told = list(_told(planned[who], known[who], _end_of(month)))
        path.write_bytes(_workbook(parts, known[who], _end_of(month), told))
    return made


def _name(place: int) -> str:
    month, who = divmod(place, PROVINCES + MINISTRIES)
    day = _end_of(month)
    short = f"P{who + 1:02}" if who < PROVINCES else f"M{who - PROVINCES + 1:02}"
    return f"{short}-{day:%Y-%m}.xlsx"


def _end_of(month: int) -> datetime.date:
    """Return the last day of a month, counted from the first of the programme."""
    year, before = divmod(month + 1, 12)
    following = datetime.date(_FIRST_YEAR + year, before + 1, 1)
    return following - datetime.timedelta(1)


def _told(
    planned: Sequence[Sequence[Value]], sender: Sender, day: datetime.date
) -> Iterator[list[Value]]:
    """Give the rows of one sender as of a day: the same work, further each month."""
    months = (day.year - _FIRST_YEAR) * 12 + day.month
    for place, row in enumerate(planned, start=1):
        told = list(row)
        percent = min(100, max(0, 3 * (months - place % 24)))
        told[_NUMBER] = f"{sender.short}.{place}"
        for title in _TITLES:
            told[title] = f"{row[title]} of {sender.short}"
        told[_STATUS] = {0: "Planned", 100: "Completed"}.get(percent, "Ongoing")
        told[_AS_OF] = day
        told[_PROGRESS] = f"{percent}%" if place % 5 == 0 else percent / 100
        yield told


def _parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook of few rows, which all the others share."""
    write(path, COUNTRIES[0], list(rows(20, COUNTRIES[0], 0)))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _workbook(
    parts: dict[str, bytes],
    sender: Sender,
    day: datetime.date,
    told: Sequence[Sequence[Value]],
) -> bytes:
    strings: dict[str, int] = {}
    cover = dict(cover_of(sender.country))
    cover |= {"Institution": sender.name, "As of": day.isoformat()}
    sheets = {
        _COVER: _sheet(list(cover.items()), strings),
        _SHEET: _sheet([HEADINGS, *told], strings),
    }
    # The cells' own text comes last: only then are all of the strings known.
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    sheets[_STRINGS] = (
        f'<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{shared}</sst>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(
        written, "w", zipfile.ZIP_DEFLATED, compresslevel=1
    ) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), sheets.get(name, content))
    return written.getvalue()


def _sheet(lines: Sequence[Sequence[Value]], strings: dict[str, int]) -> str:
    written = []
    for number, line in enumerate(lines, start=1):
        cells = "".join(
            _cell(f"{chr(65 + column)}{number}", value, column == _PROGRESS, strings)
            for column, value in enumerate(line)
            if value is not None
        )
        written.append(f'<row r="{number}">{cells}</row>')
    data = "".join(written)
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData></worksheet>'


def _cell(place: str, value: Value, is_percent: bool, strings: dict[str, int]) -> str:
    """Return a cell; its styles are those of the workbook that xlsxwriter made."""
    if isinstance(value, str):
        known = strings.setdefault(value, len(strings))
        return f'<c r="{place}" t="s"><v>{known}</v></c>'
    if isinstance(value, datetime.date):
        return f'<c r="{place}" s="1"><v>{(value - _EPOCH).days}</v></c>'
    style = ' s="2"' if is_percent else ""
    return f'<c r="{place}"{style}><v>{value!r}</v></c>'
