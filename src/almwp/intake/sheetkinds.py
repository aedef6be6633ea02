"""Which function makes the records of which sheet of a submission."""

from almwp.intake.maderow import RowMaker

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

    Only that is imported: most files have one kind of sheet.

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
    from almwp.intake.frameworkrow import FRAMEWORK_MAKERS

    return FRAMEWORK_MAKERS[sheet]
