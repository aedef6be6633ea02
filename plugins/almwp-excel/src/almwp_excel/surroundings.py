"""What the cells of every sheet of a workbook refer to."""

from attrs import field, frozen

from almwp.intake.limits import Limits
from almwp.model.fields import frozen_items
from almwp_excel.package import Package
from almwp_excel.sharedstrings import SharedStrings
from almwp_excel.styles import CellStyle


@frozen(kw_only=True)
class Surroundings:
    """What the cells of every sheet refer to.

    Attributes:
        package: The package.
        styles: The cell styles.
        strings: The shared strings.
        limits: The limits under which the file is read.
    """

    package: Package
    styles: tuple[CellStyle, ...] = field(converter=frozen_items, repr=False)
    strings: SharedStrings
    limits: Limits
