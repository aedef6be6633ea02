"""Examples of rules, as they were met in the corpus, the examples and the tests."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from attrs import frozen

from almwp.findings.rule import Finding, Location, Rule
from almwp.workflow.writing import write_whole

NOT_MET: Mapping[str, str] = MappingProxyType(
    {
        "XL305": "only where the second reader fails to see a sheet at all",
        "XL505": "only where a file contradicts itself on how many cells it stores",
    }
)
"""Rules of which no example was met in any file or test, and why not."""
FILE = Path(__file__).with_name("rule_examples.json")


@frozen(kw_only=True)
class Example:
    """One finding that occurred.

    Attributes:
        met_in: The workbook or the test in which it was met.
        at: Where it was: file, sheet and cell.
        field: Key of the field in question.
        found: What stood there.
        expected: What might stand there.
        suggestions: Near values.
        facts: Further words of the message and the hint.
    """

    met_in: str
    at: Location
    field: str | None = None
    found: str | None = None
    expected: str | None = None
    suggestions: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, finding: Finding, met_in: str) -> Self:
        """Return *finding* as an example."""
        return cls(
            met_in=met_in,
            at=finding.at,
            field=finding.field,
            found=finding.found,
            expected=finding.expected,
            suggestions=finding.suggestions,
            facts=finding.facts,
        )

    @classmethod
    def read(cls, plain: Mapping[str, Any]) -> Self:
        """Return an example as it was saved."""
        return cls(
            met_in=plain["met in"],
            at=Location(
                file=plain["file"], sheet=plain.get("sheet"), cell=plain.get("cell")
            ),
            field=plain.get("field"),
            found=plain.get("found"),
            expected=plain.get("expected"),
            suggestions=tuple(plain.get("suggestions", ())),
            facts=tuple(plain.get("facts", {}).items()),
        )

    def plain(self) -> dict[str, Any]:
        """Return it as it is saved; what is empty is left out."""
        every = {
            "met in": self.met_in,
            "file": self.at.file,
            "sheet": self.at.sheet,
            "cell": self.at.cell,
            "field": self.field,
            "found": self.found,
            "expected": self.expected,
            "suggestions": list(self.suggestions),
            "facts": dict(self.facts),
        }
        return {n: value for n, value in every.items() if value not in (None, [], {})}

    def finding(self, rule: Rule) -> Finding:
        """Return the finding, in the words that *rule* has today."""
        return Finding(
            rule=rule,
            at=self.at,
            field=self.field,
            found=self.found,
            expected=self.expected,
            suggestions=self.suggestions,
            facts=self.facts,
        )


@cache
def examples() -> Mapping[str, Example]:
    """Return the saved examples by the code of their rule."""
    saved = json.loads(FILE.read_text(encoding="utf-8"))
    return {code: Example.read(plain) for code, plain in saved.items()}


def save(found: Mapping[str, Example]) -> None:
    """Save examples in the order of their codes."""
    plain = {code: found[code].plain() for code in sorted(found)}
    text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    write_whole(FILE, text.encode())
