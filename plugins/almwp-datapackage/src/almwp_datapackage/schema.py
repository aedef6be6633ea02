"""Table Schemas: the types, units, constraints and keys of the columns of a table."""

from collections.abc import Iterator
from typing import Any

from almwp.exporting.datatables.table import DataTable, Field, Kind
from almwp_datapackage.csvtables import column_names

_TYPES = {
    Kind.TEXT: "string",
    Kind.WHOLE: "integer",
    Kind.EXACT: "number",
    Kind.DAY: "date",
}
_PARTS = ("", "Numerator of the exact number: ", "Denominator of the exact number: ")


def table_schema(table: DataTable) -> dict[str, Any]:
    """Return the Table Schema of *table*."""
    told: dict[str, Any] = {
        "fields": [field for each in table.fields for field in _fields(each)],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.references:
        told["foreignKeys"] = [
            {
                "fields": list(each.fields),
                "reference": {"resource": each.table, "fields": list(each.key)},
            }
            for each in table.references
        ]
    return told


def _fields(field: Field) -> Iterator[dict[str, Any]]:
    for place, name in enumerate(column_names(field)):
        is_first = place == 0
        told: dict[str, Any] = {
            "name": name,
            "type": _TYPES[field.kind] if is_first else "integer",
            "description": f"{_PARTS[place]}{field.about}",
        }
        if is_first and field.unit:
            told["unit"] = field.unit
        constraints = _constraints(field) if is_first else {}
        if name.endswith("_denominator") and field.kind is Kind.EXACT:
            constraints = {"minimum": 1}
        if constraints:
            told["constraints"] = constraints
        yield told


def _constraints(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if field.is_required:
        told["required"] = True
    if field.values:
        told["enum"] = list(field.values)
    if field.bounds:
        told["minimum"], told["maximum"] = field.bounds
    return told
