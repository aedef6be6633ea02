"""Groups of columns that many tables have: moments, origins, exact numbers."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.exporting.datatables.table import Field, Kind, Reference, Value
from almwp.model.absence import Absence
from almwp.model.moment import Moment
from almwp.model.source import Basis, Origin

ABSENCES = tuple(each.value for each in Absence)
BASES = tuple(each.value for each in Basis)

FRAMEWORK = Field(
    name="framework",
    about="Id of the programme; none where none is known",
    is_required=True,
)
COUNTRY = Field(
    name="country",
    about=(
        "ISO 3166-1 code of the one country that leads or is meant; several, "
        "all-members, or none where no country is stated"
    ),
    is_required=True,
)
NONE, SEVERAL, ALL_MEMBERS = "none", "several", "all-members"
"""What stands for a country or a programme where there is not exactly one."""


def required(name: str, about: str, values: Iterable[str] = ()) -> Field:
    """Return a column of texts that every row has."""
    return Field(name=name, about=about, is_required=True, values=values)


def stated(name: str, about: str, values: Iterable[str] = ()) -> Field:
    """Return a column of texts that are empty where nothing is stated."""
    return Field(name=name, about=about, values=values)


def whole(name: str, about: str, *, is_required: bool = True) -> Field:
    """Return a column of whole numbers."""
    return Field(name=name, about=about, kind=Kind.WHOLE, is_required=is_required)


def exact(name: str, about: str) -> Field:
    """Return a column of exact numbers."""
    return Field(name=name, about=about, kind=Kind.EXACT)


def exact_or_absent(name: str, about: str) -> tuple[Field, Field]:
    """Return the columns of a number and of why there is none."""
    why = Field(
        name=f"{name}_absence", about=f"Why there is no {name}", values=ABSENCES
    )
    return exact(name, about), why


def moment_fields(name: str, about: str) -> tuple[Field, Field, Field]:
    """Return the columns of a moment: as precisely as stated, and its two ends."""
    return (
        stated(name, f"{about}: 2024, 2024-H1, 2024-Q3, 2024-09 or 2024-09-05"),
        Field(name=f"{name}_first", about="The first day it can be", kind=Kind.DAY),
        Field(name=f"{name}_last", about="The last day it can be", kind=Kind.DAY),
    )


ORIGIN = (
    stated("file", "The file in which it was read"),
    stated("sha256", "Fingerprint of that file"),
    stated("sheet", "The sheet"),
    stated("cell", "The cell or range"),
)
"""The columns of where a row was read."""
POSITION = whole("position", "Its number")
"""The column of a number by which rows are told apart."""


def said(text: str) -> str | None:
    """Return *text*, or None where nothing is stated."""
    return text or None


def moment_cells(moment: Moment | None) -> tuple[Value, Value, Value]:
    """Return the cells of a moment."""
    if moment is None:
        return None, None, None
    return str(moment), moment.start, moment.end


def origin_cells(origin: Origin | None) -> tuple[Value, Value, Value, Value]:
    """Return the cells of an origin."""
    if origin is None:
        return None, None, None, None
    return origin.file, origin.sha256, origin.sheet, origin.cell


def known_or_absent(value: Fraction | Absence) -> tuple[Value, Value]:
    """Return a number and nothing, or nothing and why there is none."""
    if isinstance(value, Absence):
        return None, value.value
    return value, None


def to(table: str, name: str, key: str = "id") -> Reference:
    """Return a reference of one column to another table."""
    return Reference(fields=(name,), table=table, key=(key,))


def each_id_once(ids: Iterable[str]) -> Iterator[str]:
    """Give *ids*, a later one of two with a number behind it: keys tell rows apart."""
    seen: set[str] = set()
    for one in ids:
        name, count = one, 1
        while name in seen:
            count += 1
            name = f"{one} ({count})"
        seen.add(name)
        yield name
