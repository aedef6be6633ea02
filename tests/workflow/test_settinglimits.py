"""Limits as people write them."""

import pytest

from almwp.errors import CallError, UnknownNameError
from almwp.intake.limits import MEBIBYTE, Limits
from almwp.workflow.settinglimits import limits_from


@pytest.mark.parametrize(
    ("told", "name", "value"),
    [
        ("cells=8000000", "cells", 8_000_000),
        ("cells=8,000,000", "cells", 8_000_000),
        ("cells=8.000.000", "cells", 8_000_000),
        ("cells=8_000_000", "cells", 8_000_000),
        (" CELLS = 8 000 000 ", "cells", 8_000_000),
        ("file-bytes=100MB", "file_bytes", 100 * MEBIBYTE),
        ("file_bytes=100 mb", "file_bytes", 100 * MEBIBYTE),
        ("inflated_bytes=2GB", "inflated_bytes", 2048 * MEBIBYTE),
        ("entry_bytes=1,024kB", "entry_bytes", MEBIBYTE),
        ("ratio=1", "ratio", 1),
    ],
)
def test_a_limit_is_read_as_it_is_meant(told: str, name: str, value: int) -> None:
    assert limits_from([told], Limits()) == Limits(**{name: value})


def test_several_limits_are_set_beside_those_that_are_there() -> None:
    told = limits_from(["cells=1", "sheets=2"], Limits(ratio=3))
    assert told == Limits(cells=1, sheets=2, ratio=3)
    assert limits_from([], Limits(ratio=3)) == Limits(ratio=3)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "0",
        "-1",
        "many",
        "1.5",
        "1,5",
        "8e6",
        "8,000.000",
        "80,00",
        "٣",
        "1MB",
        "0x10",
        "9" * 16,
        "1_0",
        " ",
        "1 MB 2",
    ],
)
def test_what_is_no_number_is_no_limit(value: str) -> None:
    with pytest.raises(CallError) as caught:
        limits_from([f"cells={value}"], Limits())
    assert "cells" in str(caught.value)
    assert "such as 8000000" in str(caught.value)


def test_of_a_size_it_is_said_that_it_may_have_a_unit() -> None:
    with pytest.raises(CallError, match="or 100MB"):
        limits_from(["file_bytes=100 megabytes"], Limits())


@pytest.mark.parametrize("told", ["cells", "=5", "", "cells:5"])
def test_what_names_no_limit_is_shown_how(told: str) -> None:
    with pytest.raises(CallError, match="write NAME=NUMBER"):
        limits_from([told], Limits())


def test_an_unknown_limit_names_the_ones_there_are() -> None:
    with pytest.raises(UnknownNameError) as caught:
        limits_from(["cell=5"], Limits())
    assert caught.value.exit_code == 2
    assert "did you mean 'cells'" in str(caught.value)


def test_a_limit_that_is_told_twice_is_asked_about() -> None:
    with pytest.raises(CallError, match="the limit cells is told twice"):
        limits_from(["cells=5", "CELLS=6"], Limits())
