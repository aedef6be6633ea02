"""Read the titles of a row, and the parts and plans that stand among their words."""

import re
from collections.abc import Mapping

from attrs import define, field, frozen

from almwp.findings.reading_rules import PARTS_IN_TITLE
from almwp.findings.rule import Finding
from almwp.findings.value_rules import PLAN_IN_TITLE
from almwp.intake.bullets import Parts, in_parts
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework
from almwp.intake.planlines import read_plan_line
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.activity import PlanReference
from almwp.model.fields import frozen_items, squeeze
from almwp.model.text import UNDETERMINED, Text

_BRACKETS = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]")


@frozen(kw_only=True)
class ReadTitles:
    """The titles of a row.

    Attributes:
        title: The title, in all languages of the row.
        others: Further titles.
        parts: What stands at bullets under the title.
        plans: Plans that stood in brackets in the titles.
        findings: What was found on the way.
    """

    title: Text
    others: tuple[Text, ...] = field(default=(), converter=frozen_items)
    parts: tuple[Text, ...] = field(default=(), converter=frozen_items)
    plans: tuple[PlanReference, ...] = field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def read_titles(
    read: RowValues, languages: Mapping[str, str], values: Values
) -> ReadTitles:
    """Return the titles of a row.

    Args:
        read: The values of the row.
        languages: The language of each of its columns.
        values: What is known of the sheet.
    """
    reader = _TitleReader(read=read, values=values)
    general, national = "title", "title_national"
    # Under English headings nobody says which language is the national one.
    last = (general, national) if values.language == "en" else (national, general)
    for key in ("title_english", *last):
        reader.take(key, languages.get(key, UNDETERMINED))
    lines = [squeeze(line) for line in read.words("other_titles").splitlines()]
    others = [*reader.others, *(Text.of(line, UNDETERMINED) for line in lines if line)]
    return ReadTitles(
        title=Text.from_forms(reader.forms),
        others=others,
        parts=reader.joined_parts(),
        plans=dict.fromkeys(reader.plans),
        findings=reader.findings,
    )


@define(kw_only=True)
class _TitleReader:
    read: RowValues
    values: Values
    forms: dict[str, str] = field(factory=dict, init=False)
    others: list[Text] = field(factory=list, init=False)
    parts: dict[str, tuple[str, ...]] = field(factory=dict, init=False)
    plans: list[PlanReference] = field(factory=list, init=False)
    findings: list[Finding] = field(factory=list, init=False)

    def take(self, key: str, language: str) -> None:
        """Take the title of one column, which is written in *language*."""
        said = self.read.words(key)
        if not said:
            return
        split = in_parts(said)
        self._tell_of(split, key)
        words = self._without_plans(split.title, key)
        # A column of one language says more than the general one beside it.
        if language not in self.forms:
            self.forms[language] = words
            self.parts[language] = split.parts
        elif words != self.forms[language]:
            self.others.append(Text.of(words, UNDETERMINED))
            self.parts[language] = self.parts[language] or split.parts

    def joined_parts(self) -> tuple[Text, ...]:
        """Return the parts, those of all languages together where they are as many."""
        told = {language: parts for language, parts in self.parts.items() if parts}
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

    def _tell_of(self, split: Parts, key: str) -> None:
        cell = self.read.cell(key) if split.parts else None
        if cell is not None:
            of, rule = field_of(self.values.lexicon.columns, key), PARTS_IN_TITLE
            count = len(split.parts)
            self.findings.append(self.values.finding(rule, of, cell, count=count))

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
