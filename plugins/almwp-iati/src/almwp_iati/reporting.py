"""Who reports to IATI: a fact that only the user knows, and tells."""

import re
from typing import Self

from attrs import frozen
from lxml.etree import _Element as Element

from almwp.errors import CallError
from almwp.model.report import Report
from almwp_iati.elements import element, narrative

_IDENTIFIER = re.compile(r"[^\s/&|?]+")
_TYPE = re.compile(r"[1-9]\d")


@frozen(kw_only=True)
class Reporter:
    """The organisation that reports.

    Attributes:
        ref: Its identifier in IATI.
        type: Its type, a code of IATI's list OrganisationType such as 10.
        name: Its name.
    """

    ref: str
    type: str
    name: str

    @classmethod
    def of(cls, report: Report) -> Self | None:
        """Return who reports, or None where nobody says.

        Raises:
            CallError: Only a part of it is told, or not as IATI writes it.
        """
        told = dict(report.manifest.settings)
        ref = told.get("iati.reporting-org", "")
        kind = told.get("iati.reporting-org-type", "")
        name = told.get("iati.reporting-org-name", "")
        if not (ref or kind or name):
            return None
        if not (ref and kind and name):
            raise CallError(
                "IATI asks for three things of who reports: --set "
                "iati.reporting-org=IDENTIFIER --set iati.reporting-org-type=CODE "
                "--set iati.reporting-org-name=NAME"
            )
        if not _IDENTIFIER.fullmatch(ref):
            raise CallError(
                "'{value}' is no identifier of an organisation: it has no blanks and "
                "none of / & | ?",
                value=ref,
            )
        if not _TYPE.fullmatch(kind):
            raise CallError(
                "'{value}' is no code of IATI's list OrganisationType; write a number "
                "such as 10 for a government",
                value=kind,
            )
        return cls(ref=ref, type=kind, name=name)

    def element(self) -> Element:
        """Return it as IATI writes it."""
        made = element("reporting-org", {"ref": self.ref, "type": self.type})
        made.append(narrative(self.name))
        return made

    def identifiers(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the identifiers of activities: its own, and theirs behind it."""
        seen: set[str] = set()
        found = []
        for one in ids:
            plain = re.sub(r"[\s/&|?]+", "-", one)
            name, count = f"{self.ref}-{plain}", 1
            while name in seen:
                count += 1
                name = f"{self.ref}-{plain}-{count}"
            seen.add(name)
            found.append(name)
        return tuple(found)
