"""The stamp by which a file is known to be made from a template of ours."""

import re
from collections.abc import Iterable

from attrs import frozen

from almwp.findings import file_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.cover import Cover
from almwp.intake.grid import Grid
from almwp.intake.lexicon import Lexicon
from almwp.model.ids import FrameworkId

VERSION = 1
"""Version of the templates that this version of almwp makes."""

LISTS = "almwp-template lists"
"""First cell of the hidden sheet on which the lists of a template stand."""

GUIDANCE = "almwp-template guidance"
"""First cell of the sheet of a template that explains how to fill it in."""

REPORT = "almwp report"
"""First cell of a sheet of a report on which nothing is sent."""


def why_of_template(grid: Grid) -> str:
    """Return what a sheet of a template is on which nothing is sent, or nothing.

    The tab may have been renamed or shown meanwhile; the first cell tells.
    """
    first = grid.rows.get(1, {}).get(1)
    whys = {
        LISTS: "lists of a template",
        GUIDANCE: "guidance of a template",
        REPORT: "sheet of a report of almwp",
    }
    return whys.get(first.text.strip(), "") if first else ""


_WRITTEN = re.compile(
    r"almwp-template\s+(?P<kind>[a-z]+)\s+(?P<version>\d{1,4})(?:\s+(?P<framework>\S+))?"
)


@frozen(kw_only=True)
class Stamp:
    """What a template says of itself.

    Attributes:
        kind: Its kind, such as ``progress``.
        version: Version of the templates.
        framework: The framework of which its lists are, or None.
    """

    kind: str
    version: int = VERSION
    framework: FrameworkId | None = None

    @classmethod
    def parse(cls, words: str) -> "Stamp | None":
        """Return what *words* say, or None: they are no stamp of ours."""
        match = _WRITTEN.fullmatch(words.strip())
        if not match:
            return None
        framework = FrameworkId(match["framework"]) if match["framework"] else None
        return cls(
            kind=match["kind"], version=int(match["version"]), framework=framework
        )

    def __str__(self) -> str:
        words = f"almwp-template {self.kind} {self.version}"
        return f"{words} {self.framework}" if self.framework else words


def find_about_template(
    cover: Cover,
    sheets: Iterable[str],
    lexicon: Lexicon,
    file: str,
) -> list[Finding]:
    """Say where a file does not go with the template from which it was made.

    Args:
        cover: What its covers say.
        sheets: Keys of the sheets whose tables were found in it.
        lexicon: The list of fields, and the frameworks that are known.
        file: Its name.
    """
    stamp = Stamp.parse(cover.template)
    if stamp is None:
        return []
    whole = Location(file=file)
    findings = []
    if stamp.version > VERSION:
        newer = file_rules.NEWER_TEMPLATE.at(
            whole, found=str(stamp.version), expected=str(VERSION)
        )
        findings.append(newer)
    if stamp.framework and lexicon.framework(stamp.framework) is None:
        unknown = file_rules.TEMPLATE_OF_UNKNOWN.at(whole, found=stamp.framework)
        findings.append(unknown)
    elif stamp.framework and cover.framework and stamp.framework != cover.framework:
        other = file_rules.TEMPLATE_OF_OTHER.at(
            whole, found=cover.framework, expected=stamp.framework
        )
        findings.append(other)
    own = {
        known.key for known in lexicon.fields.sheets if stamp.kind in known.templates
    }
    found = set(sheets)
    if found and own.isdisjoint(found):
        kinds = ", ".join(sorted(found))
        findings.append(
            file_rules.TEMPLATE_OF_OTHER_KIND.at(
                whole, found=kinds, expected=stamp.kind
            )
        )
    return findings
