"""What is made of one row of a table, and the type of the functions that make it."""

from typing import Any, Protocol

from attrs import field, frozen

from almwp.findings.rule import Finding
from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.values import Values
from almwp.model.activity import RowOrigin
from almwp.model.fields import frozen_items


@frozen(kw_only=True)
class MadeRow:
    """What was made of a row, and what was found on the way.

    Attributes:
        record: A record of the model; of which type, the sheet decides.
        findings: What was found.
    """

    record: Any
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


class RowMaker(Protocol):
    """Make a record of the model from the values of a row."""

    def __call__(
        self,
        read: RowValues,
        *,
        cover: Cover,
        section: Section,
        origin: RowOrigin,
        extras: ReadExtras,
        values: Values,
    ) -> MadeRow: ...
