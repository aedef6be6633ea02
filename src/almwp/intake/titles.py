"""Read the titles of a row, and the parts and plans that stand among their words."""

import re
from collections.abc import Mapping

from attrs import define, field

from almwp.findings.reading_rules import PARTS_IN_TITLE
from almwp.findings.rule import Finding
from almwp.findings.value_rules import PLAN_IN_TITLE
from almwp.intake.bullets import in_parts
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework
from almwp.intake.planlines import read_plan_line
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.activity import PlanReference
from almwp.model.fields import squeeze
from almwp.model.text import UNDETERMINED, Text

_BRACKETS = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]")


def read_titles(
    read: RowValues, languages: Mapping[str, str], values: Values
) -> "RowTitles":
    """Return the titles of a row.

    Args:
        read: The values of the row.
        languages: The language of each of its columns.
        values: What is known of the sheet.
    """
    titles = RowTitles(read, values)
    general, national = "title", "title_national"
    # Under English headings nobody says which language is the national one.
    last = (general, national) if values.language == "en" else (national, general)
    for key in ("title_english", *last):
        if said := read.words(key):
            titles.take(said, key, languages.get(key, UNDETERMINED))
    if more := read.words("other_titles"):
        lines = filter(None, map(squeeze, more.splitlines()))
        titles.others += [Text.of(line, UNDETERMINED) for line in lines]
    return titles


@define
class RowTitles:
    """The titles of a row, while they are read.

    Attributes:
        read: The values of the row.
        values: What is known of the sheet.
        forms: The title in each language.
        others: Further titles.
        plans: Plans that stood in brackets in the titles.
        findings: What was found on the way.
    """

    read: RowValues
    values: Values
    forms: dict[str, str] = field(factory=dict, init=False)
    others: list[Text] = field(factory=list, init=False)
    plans: list[PlanReference] = field(factory=list, init=False)
    findings: list[Finding] = field(factory=list, init=False)
    _parts: dict[str, tuple[str, ...]] = field(factory=dict, init=False)

    def take(self, said: str, key: str, language: str) -> None:
        """Take the title of one column, which is written in *language*."""
        title, parts = in_parts(said)
        if parts:
            self._tell_of(parts, key)
        words = self._without_plans(title, key)
        # A column of one language says more than the general one beside it.
        if language not in self.forms:
            self.forms[language] = words
            self._parts[language] = parts
        elif words != self.forms[language]:
            self.others.append(Text.of(words, UNDETERMINED))
            self._parts[language] = self._parts[language] or parts

    @property
    def title(self) -> Text:
        """The title, in all languages of the row."""
        return Text.from_forms(self.forms)

    @property
    def parts(self) -> tuple[Text, ...]:
        """What stands at bullets under the title.

        Those of all languages together where they are as many.
        """
        told = {language: parts for language, parts in self._parts.items() if parts}
        if not told:
            return ()
        if len({len(parts) for parts in told.values()}) == 1:
            return tuple(
                Text.from_forms(dict(zip(told, forms, strict=True)))
                for forms in zip(*told.values(), strict=True)
            )
        return tuple(
            Text.of(part, language)
            for language, parts in told.items()
            for part in parts
        )

    def _tell_of(self, parts: tuple[str, ...], key: str) -> None:
        if cell := self.read.cell(key):
            of, rule = field_of(self.values.lexicon.columns, key), PARTS_IN_TITLE
            found = self.values.finding(rule, of, cell, count=len(parts))
            self.findings.append(found)

    def _without_plans(self, title: str, key: str) -> str:
        """Take plans in brackets out of a title: ``(SLOM-WG Work Plan ...)``."""
        if "(" not in title and "[" not in title:
            return title
        rest = title
        for match in _BRACKETS.finditer(title):
            words = match[1] or match[2]
            if find_framework(words, self.values.lexicon) is None:
                continue
            before, _, behind = rest.partition(match[0])
            bare = squeeze(f"{before.rstrip()}{behind}")
            if not bare:
                continue
            rest = bare
            self.plans.append(read_plan_line(words, self.values.lexicon))
            self._tell_of_plan(words, key)
        return rest

    def _tell_of_plan(self, words: str, key: str) -> None:
        fields, cell = self.values.lexicon.columns, self.read.cell(key)
        if cell is not None:
            expected = field_of(fields, "plan").label.in_(self.values.language)
            found = self.values.finding(
                PLAN_IN_TITLE,
                field_of(fields, key),
                cell,
                found=words,
                expected=expected,
            )
            self.findings.append(found)
