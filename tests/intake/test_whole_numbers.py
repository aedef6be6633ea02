"""Years and counts: digits alone, and never the digits behind a day or a percentage."""

import pytest

from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import Field, FieldType
from almwp.intake.fieldlist import field_list
from almwp.intake.lexicon import Lexicon
from almwp.intake.parsed import Spot
from almwp.intake.values import Values
from almwp.intake.wholes import whole


def _field() -> Field:
    sheets = field_list().sheets
    return next(f for s in sheets for f in s.fields if f.type is FieldType.WHOLE)


@pytest.mark.parametrize(
    ("text", "code", "number", "told"),
    [
        ("2026", "General", 2026, []),
        ("2026.0", "0", 2026, []),
        ("14", "#,##0", 14, []),
        ("46023", "yyyy", 2026, []),
        ("244013", "yyyy", 2025, ["ALM225"]),
        ("46023", "dd/mm/yyyy", None, ["ALM250"]),
        ("14", "dd/mm/yyyy", None, ["ALM250"]),
        ("2026", "yyyy", None, ["ALM161"]),
        ("2026", "dd/mm/yyyy", None, ["ALM161"]),
        ("14", "h:mm", None, ["ALM250"]),
        ("14", "0%", None, ["ALM250"]),
        ("14.5", "General", None, ["ALM250"]),
        ("-14", "General", None, ["ALM250"]),
        ("1E9", "General", None, ["ALM250"]),
        ("1E400", "General", None, ["ALM250"]),
    ],
)
def test_a_whole_number_is_what_the_cell_shows(
    lexicon: Lexicon, text: str, code: str, number: int | None, told: list[str]
) -> None:
    cell = Cell(row=6, column=2, kind=CellKind.NUMBER, text=text, number_format=code)
    values = Values(spot=Spot(file="vn.xlsx", sheet="Report"), lexicon=lexicon)
    read = whole(values, _field(), cell)
    assert read.value == number
    assert [finding.code for finding in read.findings] == told


@pytest.mark.parametrize(("text", "number"), [("2026", 2026), ("2026.0", None)])
def test_a_typed_whole_number_has_no_sign(
    lexicon: Lexicon, text: str, number: int | None
) -> None:
    cell = Cell(row=6, column=2, kind=CellKind.TEXT, text=text)
    values = Values(spot=Spot(file="vn.xlsx", sheet="Report"), lexicon=lexicon)
    assert whole(values, _field(), cell).value == number
