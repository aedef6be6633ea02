"""Why a value is not there."""

from enum import StrEnum


class Absence(StrEnum):
    """Why a value is not there.  Zero is a value, not an absence."""

    BLANK = "blank"
    NOT_APPLICABLE = "not applicable"
    NOT_DUE = "not due"
    WITHHELD = "withheld"
