"""Limits are whole numbers; anything else is a mistake of whoever sets them."""

from typing import Any

import attrs
import pytest

from almwp.intake.limits import Limits


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Limits)])
@pytest.mark.parametrize("value", [True, 1.5, "5", None], ids=repr)
def test_what_is_no_whole_number_is_no_limit(name: str, value: Any) -> None:
    with pytest.raises(TypeError, match=name):
        Limits(**{name: value})
    with pytest.raises(ValueError, match=name):
        Limits(**{name: -1})
    assert getattr(Limits(**{name: 0}), name) == 0


def test_the_usual_limits_let_the_largest_real_workbooks_pass() -> None:
    """Measured: 3 MB, unpacked 59 MB in one part of 81:1, 152 parts, 599,000 cells."""
    usual, megabyte = Limits(), 1024 * 1024
    assert usual.file_bytes > 10 * 3 * megabyte
    assert min(usual.entry_bytes, usual.inflated_bytes) > 4 * 59 * megabyte
    assert usual.ratio > 2 * 81
    assert usual.entries > 10 * 152
    assert usual.sheets > 10 * 28
    assert usual.cells > 8 * 599_000
    assert usual.styles > 65_490, "Excel itself stops there"
    assert usual.merges > 599_000 // 3
