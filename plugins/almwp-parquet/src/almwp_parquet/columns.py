"""Columns of Parquet files: days, whole numbers, and exact numbers in three columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from almwp.errors import CallError
from almwp.exporting.characters import harmless
from almwp.exporting.datatables.table import DataTable, Field, Kind, Value
from almwp.installing import install_command

if TYPE_CHECKING:
    import pyarrow

_LARGEST = 2**63 - 1
_BIGGEST_FLOAT = 2**1023


def parquet_file(
    table: DataTable,
    fields: Iterable[Field],
    rows: Sequence[tuple[Value, ...]],
    about: Mapping[str, str],
) -> bytes:
    """Return rows of *table* as a Parquet file; it does not say when it was made.

    Args:
        table: The table.
        fields: Its columns that stand in the file.
        rows: The cells of these columns, row by row.
        about: What the file says of the report.

    Raises:
        CallError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # slow to import, needed only here
        import pyarrow.parquet as pq
    except ImportError as error:
        raise CallError(
            "Parquet files are written by pyarrow, which is not installed; type: "
            "{command}",
            command=install_command("almwp-parquet"),
        ) from error
    columns = [
        column for at, each in enumerate(fields) for column in _of(each, at, rows)
    ]
    metadata = {**about, "almwp.table": table.name, "almwp.about": table.about}
    schema = pa.schema([field for field, _ in columns], metadata=metadata)
    arrays = [pa.array(cells, type=field.type) for field, cells in columns]
    out = pa.BufferOutputStream()
    pq.write_table(pa.table(arrays, schema=schema), out, compression="zstd")
    content: bytes = out.getvalue().to_pybytes()
    return content


def count_inexact(table: DataTable) -> int:
    """Count the numbers of *table* whose parts are too long for 64 bits."""
    return sum(
        isinstance(value, Fraction) and not _fits(value)
        for row in table.rows
        for value in row
    )


def _of(
    field: Field, at: int, rows: Sequence[tuple[Value, ...]]
) -> Iterator[tuple["pyarrow.Field", list[Any]]]:
    import pyarrow as pa

    cells = [row[at] for row in rows]
    about = {"description": field.about}
    if field.unit:
        about["unit"] = field.unit

    def column(name: str, kind: "pyarrow.DataType") -> "pyarrow.Field":
        return pa.field(name, kind, metadata=about)

    match field.kind:
        case Kind.TEXT:
            words = [None if c is None else harmless(str(c)) for c in cells]
            yield column(field.name, pa.string()), words
        case Kind.WHOLE:
            yield column(field.name, pa.int64()), cells
        case Kind.DAY:
            yield column(field.name, pa.date32()), cells
        case Kind.EXACT:
            numbers = [c if isinstance(c, Fraction) else None for c in cells]
            kept = [n if n is not None and _fits(n) else None for n in numbers]
            yield column(field.name, pa.float64()), list(map(_nearest, numbers))
            over = [n.numerator if n is not None else None for n in kept]
            yield column(f"{field.name}_numerator", pa.int64()), over
            under = [n.denominator if n is not None else None for n in kept]
            yield column(f"{field.name}_denominator", pa.int64()), under


def _fits(number: Fraction) -> bool:
    return abs(number.numerator) <= _LARGEST and number.denominator <= _LARGEST


def _nearest(number: Fraction | None) -> float | None:
    """Return the nearest number of 64 bits; none where there is nothing near it."""
    if number is None or abs(number) > _BIGGEST_FLOAT:
        return None
    return float(number)
