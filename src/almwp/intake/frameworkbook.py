"""Put the rows of a framework workbook together, and see whether they fit."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from attrs import define, evolve, field, frozen

from almwp.findings import describing_rules, framework_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.draftfindings import about_draft
from almwp.intake.frameworklinks import linked_indicators, linked_nodes
from almwp.intake.frameworknumbers import misnumbered
from almwp.intake.frameworkrow import FRAMEWORK_MAKERS, Draft
from almwp.intake.lexicon import Lexicon
from almwp.intake.nearby import near
from almwp.intake.successionlinks import linked_successions
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.framework import Framework, Level, Node, Role
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Statement, Tally

_WithId = TypeVar("_WithId", Level, Node, ProgrammeIndicator)


@frozen(kw_only=True)
class FrameworkBook:
    """The framework that a workbook describes, and what was found.

    Attributes:
        framework: The framework; None where no row says which it is.
        findings: What does not fit together.
    """

    framework: Framework | None = None
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def gather_framework(
    drafts: Mapping[str, Iterable[Draft]],
    lexicon: Lexicon,
    file: str,
    language: str = "",
) -> FrameworkBook:
    """Put *drafts*, by the key of their sheet, together into one framework.

    The *language* is that in which the file names its sheets, where that is known.
    """
    gathering = _Gathering(drafts=drafts, lexicon=lexicon, file=file, language=language)
    return gathering.gather()


@define(kw_only=True, eq=False)
class _Gathering:
    drafts: Mapping[str, Iterable[Draft]]
    lexicon: Lexicon
    file: str
    language: str = ""
    findings: list[Finding] = field(factory=list, init=False)

    def gather(self) -> FrameworkBook:
        levels = self._levels()
        nodes = self._nodes(levels)
        framework = self._framework(levels, nodes)
        self._look_at_levels(levels, nodes)
        if framework:
            self._look_at_areas(framework, nodes)
            self._look_at_orphans(framework, nodes)
            for node, draft, other in misnumbered(nodes):
                rule = describing_rules.NUMBER_ELSEWHERE
                self._say(rule, draft, "parents", found=node.number, other=other)
            framework = self._with_successions(framework)
        return FrameworkBook(framework=framework, findings=self.findings)

    def _framework(
        self, levels: list[tuple[Level, Draft]], nodes: list[tuple[Node, Draft]]
    ) -> Framework | None:
        first: Framework | None = None
        for draft in self.drafts.get("framework", ()):
            if not isinstance(draft.record, Framework):
                continue
            if first is None:
                first = draft.record
                continue
            rule, found = framework_rules.SECOND_FRAMEWORK, draft.record.id
            self._say(rule, draft, "id", found=found, other=first.id)
        if first is None:
            label = self.lexicon.of("framework").sheet.label
            rule = framework_rules.NO_FRAMEWORK_ROW
            expected = label.in_(self._language())
            place = Location(file=self.file)
            self.findings.append(rule.at(place, expected=expected))
            return None
        said = [draft.record for draft in self.drafts.get("statements", ())]
        return evolve(
            first,
            levels=[level for level, _ in levels],
            nodes=[node for node, _ in nodes],
            statements=[each for each in said if isinstance(each, Statement)],
            tallies=[each for each in said if isinstance(each, Tally)],
            indicators=self._indicators(levels, nodes),
        )

    def _indicators(
        self, levels: list[tuple[Level, Draft]], nodes: list[tuple[Node, Draft]]
    ) -> list[ProgrammeIndicator]:
        drafts = [
            (draft.record, draft)
            for draft in self.drafts.get("programme_indicators", ())
            if isinstance(draft.record, ProgrammeIndicator)
        ]
        own = self._with_own_id(drafts)
        depth = {level.id: place for place, (level, _) in enumerate(levels)}
        return linked_indicators(own, [node for node, _ in nodes], depth, self._say)

    def _language(self) -> str:
        if self.language:
            return self.language
        # A file may have other tables too, whose rows are none of a framework's.
        own = (each for kind in FRAMEWORK_MAKERS for each in self.drafts.get(kind, ()))
        return next((draft.language for draft in own), "en")

    def _levels(self) -> list[tuple[Level, Draft]]:
        levels = [
            (draft.record, draft)
            for draft in self.drafts.get("levels", ())
            if isinstance(draft.record, Level)
        ]
        return self._with_own_id(levels)

    def _nodes(self, levels: list[tuple[Level, Draft]]) -> list[tuple[Node, Draft]]:
        """Return the nodes whose level is known, each with the parents that are."""
        nodes = [
            (draft.record, draft)
            for draft in self.drafts.get("nodes", ())
            if isinstance(draft.record, Node)
        ]
        order = _names([(level.id, level.name.forms) for level, _ in levels])
        placed: list[tuple[Node, Draft]] = []
        for node, draft in self._with_own_id(nodes):
            at = order.get(fold(node.level))
            if at is None:
                self._say_level_unknown(node, draft, [level.id for level, _ in levels])
                continue
            placed.append((evolve(node, level=levels[at][0].id), draft))
        self._look_at_numbers(placed)
        depth = {level.id: place for place, (level, _) in enumerate(levels)}
        return linked_nodes(placed, depth, self._say)

    def _with_own_id(
        self, records: list[tuple[_WithId, Draft]]
    ) -> list[tuple[_WithId, Draft]]:
        seen: dict[str, Draft] = {}
        kept = []
        for record, draft in records:
            other = seen.setdefault(record.id, draft)
            if other is draft:
                kept.append((record, draft))
            else:
                rule, there = framework_rules.DUPLICATE_ID, _row(other, draft)
                self._say(rule, draft, "id", found=record.id, other=there)
        return kept

    def _say_level_unknown(self, node: Node, draft: Draft, known: list[str]) -> None:
        if not known:
            label = self.lexicon.of("levels").sheet.label.in_(draft.language)
            rule = describing_rules.NO_LEVELS
            self._say(rule, draft, "level", found=node.level, expected=label)
            return
        self._say(
            framework_rules.UNKNOWN_LEVEL,
            draft,
            "level",
            found=node.level,
            expected=", ".join(known),
            suggestions=near(node.level, known),
        )

    def _look_at_numbers(self, nodes: list[tuple[Node, Draft]]) -> None:
        seen: dict[Hashable, Draft] = {}
        for node, draft in nodes:
            if not node.number:
                continue
            other = seen.setdefault((node.level, node.number), draft)
            if other is not draft:
                rule, there = framework_rules.DUPLICATE_NODE_NUMBER, _row(other, draft)
                found = node.number
                self._say(rule, draft, "number", found=found, other=there)

    def _look_at_levels(
        self, levels: list[tuple[Level, Draft]], nodes: list[tuple[Node, Draft]]
    ) -> None:
        count: dict[str, int] = {}
        for node, _ in nodes:
            count[node.level] = count.get(node.level, 0) + 1
        for level, draft in levels:
            there = count.get(level.id, 0)
            if level.total is not None and there > level.total and not level.complete:
                rule, found = describing_rules.LEVEL_HAS_MORE, str(level.total)
                self._say(rule, draft, "total", found=found, other=there)
            elif level.complete and level.total is not None and level.total != there:
                rule, found = framework_rules.LEVEL_COUNT_DIFFERS, str(level.total)
                self._say(rule, draft, "total", found=found, other=there)
            elif not there:
                rule = framework_rules.LEVEL_WITHOUT_NODES
                self._say(rule, draft, "id", found=level.id)

    def _look_at_areas(
        self, framework: Framework, nodes: list[tuple[Node, Draft]]
    ) -> None:
        outcomes = {node.id for node in framework.outcomes}
        areas = {node.id for node in framework.priority_areas}
        for node, draft in nodes if outcomes else ():
            if draft.parents and not node.parents:
                continue  # That what it belongs to is not known was said.
            above = {known.id for known in framework.ancestors(node.id)}
            if node.id in areas and outcomes.isdisjoint(above):
                rule, found = framework_rules.AREA_IN_NO_OUTCOME, str(node.title)
                self._say(rule, draft, "parents", found=found)

    def _look_at_orphans(
        self, framework: Framework, nodes: list[tuple[Node, Draft]]
    ) -> None:
        """Say which nodes below others belong to none of them."""
        used = {node.level for node, _ in nodes}
        order = [level.id for level in framework.levels if level.id in used]
        without = (Role.TOPIC, Role.OUTCOME, Role.PRIORITY_AREA)
        for node, draft in nodes:
            is_told = draft.parents or framework.role_of(node) in without
            if not is_told and node.level != order[0]:
                rule, found = describing_rules.ORPHAN_NODE, str(node.title)
                self._say(rule, draft, "parents", found=found)

    def _with_successions(self, framework: Framework) -> Framework:
        linked = linked_successions(
            framework, self.drafts.get("successions", ()), self.lexicon, self.file
        )
        self.findings += linked.findings
        return evolve(framework, successions=linked.successions)

    def _say(self, rule: Rule, draft: Draft, key: str, **facts: Any) -> None:
        said = about_draft(rule, draft, key, self.lexicon, self.file, **facts)
        self.findings.append(said)


def _names(
    known: list[tuple[str, tuple[tuple[str, str], ...]]],
) -> dict[str, int]:
    """Return the place in *known* by folded id; by other names where no id is so."""
    found: dict[str, int] = {}
    for place, (name, _) in enumerate(known):
        found.setdefault(fold(name), place)
    for place, (_, forms) in enumerate(known):
        for _, words in forms:
            if words:
                found.setdefault(fold(words), place)
    return found


def _row(other: Draft, draft: Draft) -> str:
    """Name the row of *other*, with its sheet where that is another one."""
    row, sheet = other.origin.row, other.origin.sheet
    return str(row) if sheet == draft.origin.sheet else f"{row} ({sheet})"
