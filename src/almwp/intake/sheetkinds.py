"""Which function makes the records of which sheet of a submission.

Only what a file has is imported: most have sheets of one kind.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from almwp.intake.maderow import RowMaker

if TYPE_CHECKING:
    from almwp.intake.frameworkbook import FrameworkBook
    from almwp.intake.lexicon import Lexicon

FRAMEWORK_SHEETS = (
    "framework",
    "levels",
    "nodes",
    "statements",
    "programme_indicators",
    "successions",
)
"""The sheets of a workbook that describes a framework."""


def maker_of(sheet: str) -> RowMaker:
    """Return what makes the records of a sheet, by its key in the list of fields.

    Raises:
        KeyError: There is no sheet of that key.
    """
    match sheet:
        case "progress":
            from almwp.intake.activityrow import make_activity

            return make_activity
        case "indicators":
            from almwp.intake.indicatorrow import make_indicator_row

            return make_indicator_row
        case "agenda":
            from almwp.intake.agendarow import make_agenda_stance

            return make_agenda_stance
        case "proposals":
            from almwp.intake.proposalrow import make_proposal

            return make_proposal
        case "asks":
            from almwp.intake.askrow import make_asks

            return make_asks
        case _:
            from almwp.intake.frameworkrow import FRAMEWORK_MAKERS

            return FRAMEWORK_MAKERS[sheet]


def described_framework(
    records: Mapping[str, Sequence[Any]], lexicon: "Lexicon", file: str, language: str
) -> "FrameworkBook | None":
    """Return the framework that *records* describe; None where none of them does."""
    if records.keys().isdisjoint(FRAMEWORK_SHEETS):
        return None
    from almwp.intake.frameworkbook import gather_framework

    return gather_framework(records, lexicon, file, language)
