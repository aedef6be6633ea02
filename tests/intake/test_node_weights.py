"""The weight of an outcome or area is read exactly, from a workbook and from TOML."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from almwp.catalogue.frameworks import framework_files
from almwp.catalogue.tomlfile import read_framework
from almwp.findings.rule import Severity
from almwp.intake.cells import Sheet
from almwp.intake.frameworkrows import framework_rows
from almwp.model.submission import Submission

SOURCE = "https://example.org/plan"


@pytest.fixture
def weigh(
    read: Callable[..., Submission], sheet: Callable[..., Sheet]
) -> Callable[..., Submission]:
    """Read a framework whose two areas have weights that were typed."""

    def weigh(*typed: Any) -> Submission:
        head = ["Id", "Title", "First year", "Last year", "Status", "Basis", "Source"]
        plan = ["P", "My plan (invented)", 2026, 2030, "Draft", "Confirmed", SOURCE]
        levels = [["Id", "Name", "Role"], ["area", "Area", "Priority area"]]
        nodes = [["Id", "Level", "Title", "Weight", "Basis", "Source"]]
        nodes += [
            [f"A{n}", "area", f"Area {n}", weight, "Confirmed", SOURCE]
            for n, weight in enumerate(typed, start=1)
        ]
        return read(
            sheet([head, plan], name="Framework"),
            sheet(levels, name="Levels"),
            sheet(nodes, name="Nodes"),
        )

    return weigh


@pytest.mark.parametrize(
    ("typed", "weight"),
    [(2, 2), (0.5, Fraction(1, 2)), ("2.5", Fraction(5, 2)), (0, 0), (None, None)],
)
def test_a_weight_is_read_exactly_and_a_blank_is_not_one(
    weigh: Callable[..., Submission], typed: Any, weight: Fraction | None
) -> None:
    found = weigh(typed, 1)
    assert found.programme is not None
    assert [n.weight for n in found.programme.nodes] == [weight, 1]
    assert [f for f in found.findings if f.severity is Severity.ERROR] == []


def test_a_negative_weight_is_left_out_and_told_with_its_cell(
    weigh: Callable[..., Submission],
) -> None:
    found = weigh(-2, 1)
    assert found.programme is not None
    assert [n.weight for n in found.programme.nodes] == [None, 1]
    (told,) = (f for f in found.findings if f.code == "ALM440")
    assert (told.at.sheet, told.at.cell) == ("Nodes", "D2")
    assert told.severity is Severity.ERROR


def test_the_rows_of_a_framework_have_its_weights(
    weigh: Callable[..., Submission],
) -> None:
    known = weigh(3, None).programme
    assert known is not None
    rows = framework_rows(known, "vi")["nodes"]
    assert [row["weight"] for row in rows] == [3, None]


@pytest.mark.parametrize(
    ("written", "weight"), [("3", 3), ('"3/2"', Fraction(3, 2)), ("0", 0)]
)
def test_a_weight_in_toml_is_exact_and_needs_no_marks_where_it_is_whole(
    written: str, weight: Fraction, tmp_path: Path
) -> None:
    known = read_framework(_with_weight(written, tmp_path))
    assert known.nodes[0].weight == weight


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("0.5", "expected an exact number as text"),
        ("true", "expected an exact number as text"),
        ("-1", "weight is not negative, but it is -1"),
    ],
)
def test_a_weight_in_toml_that_cannot_be_is_named(
    written: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=said):
        read_framework(_with_weight(written, tmp_path))


def _with_weight(written: str, folder: Path) -> Path:
    """Return a packaged framework of which the first node weighs something."""
    (known,) = (f for f in framework_files() if f.name == "ALM-WP-2021-2025.toml")
    text = known.read_text(encoding="utf-8")
    path = folder / known.name
    weighed = text.replace("[[nodes]]\n", f"[[nodes]]\nweight = {written}\n", 1)
    path.write_text(weighed, encoding="utf-8", newline="\n")
    return path


def test_no_packaged_framework_has_weights_as_none_is_published() -> None:
    known = map(read_framework, framework_files())
    assert {n.weight for each in known for n in each.nodes} == {None}
