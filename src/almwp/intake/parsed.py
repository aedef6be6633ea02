"""A value that was read, and what was found on the way."""

from typing import Generic, TypeVar

from attrs import field, frozen

from almwp.findings.rule import Finding, Location, Severity
from almwp.intake.cells import Cell
from almwp.model.fields import frozen_items

T = TypeVar("T")


@frozen(kw_only=True)
class Parsed(Generic[T]):
    """A value that was read from a cell.

    Attributes:
        value: The value, or None where nothing was understood.
        findings: What is wrong or doubtful with it.
    """

    value: T | None = None
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)

    @property
    def is_refused(self) -> bool:
        """Whether a finding keeps the value out."""
        return any(f.severity is Severity.ERROR for f in self.findings)


@frozen(kw_only=True)
class Spot:
    """The sheet that is being read."""

    file: str
    sheet: str

    def at(self, cell: Cell | str | None = None) -> Location:
        """Return the place of *cell* on this sheet."""
        ref = cell.ref if isinstance(cell, Cell) else cell
        return Location(file=self.file, sheet=self.sheet, cell=ref)
