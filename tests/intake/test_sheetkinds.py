"""Every sheet of a submission has what makes its records."""

import pytest

from almwp.intake.fieldlist import SHEETS, field_list
from almwp.intake.frameworkrow import FRAMEWORK_MAKERS
from almwp.intake.sheetkinds import FRAMEWORK_SHEETS, maker_of


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_has_a_maker_of_its_own(sheet: str) -> None:
    others = {maker_of(other) for other in SHEETS if other != sheet}
    assert maker_of(sheet) not in others


def test_a_sheet_that_is_none_has_no_maker() -> None:
    with pytest.raises(KeyError):
        maker_of("cover")


def test_the_sheets_of_a_framework_are_those_of_its_template() -> None:
    assert set(FRAMEWORK_SHEETS) == set(FRAMEWORK_MAKERS)
    told = [s.key for s in field_list().sheets if "framework" in s.templates]
    assert told == list(FRAMEWORK_SHEETS)
