"""Which function makes the records of which sheet of a submission."""

from collections.abc import Mapping
from types import MappingProxyType

from almwp.intake.activityrow import make_activity
from almwp.intake.agendarow import make_agenda_stance
from almwp.intake.askrow import make_asks
from almwp.intake.frameworkrow import FRAMEWORK_MAKERS
from almwp.intake.indicatorrow import make_indicator_row
from almwp.intake.maderow import RowMaker
from almwp.intake.proposalrow import make_proposal

MAKERS: Mapping[str, RowMaker] = MappingProxyType(
    {
        "progress": make_activity,
        "indicators": make_indicator_row,
        "agenda": make_agenda_stance,
        "proposals": make_proposal,
        "asks": make_asks,
        **FRAMEWORK_MAKERS,
    }
)
"""The maker of each sheet, by the sheet's key in the list of fields."""
