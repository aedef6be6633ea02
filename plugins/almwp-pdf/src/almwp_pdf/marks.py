"""Marks of evidence in a PDF: the number of each, and where it stands first."""

from collections.abc import Mapping
from typing import Self

from attrs import define, field

from almwp.exporting.evidence import Origins, evidence_of, marks_of
from almwp.model.report import Evidence, Report
from almwp_pdf.plaindata import Data


@define(kw_only=True)
class Marks:
    """The marks of one document, while it is laid out in the order of reading.

    Attributes:
        evidence: Its notes.
        numbers: The mark of each group of cells.
    """

    evidence: tuple[Evidence, ...]
    numbers: Mapping[Origins, int]
    _seen: set[int] = field(factory=set, init=False)

    @classmethod
    def of(cls, report: Report) -> Self:
        """Return the marks of *report*."""
        evidence = evidence_of(report)
        return cls(evidence=evidence, numbers=marks_of(evidence))

    def mark(self, origins: Origins) -> Data | None:
        """Return the mark for what was read in these cells; nothing for none.

        A note leads back to the place where its mark stands first.
        """
        if not origins:
            return None
        number = self.numbers[origins]
        is_first = number not in self._seen
        self._seen.add(number)
        return {"number": number, "first": is_first}
