"""Link the successions of a framework workbook to the nodes that they name."""

from collections.abc import Iterable
from typing import Any

from attrs import define, evolve, field, frozen

from almwp.catalogue.successioncontradictions import Clash, Contradiction, clashes
from almwp.catalogue.successionshape import Count, misfits
from almwp.findings import describing_rules
from almwp.findings.rule import Finding, Rule
from almwp.intake.draftfindings import about_draft
from almwp.intake.frameworkrow import Draft
from almwp.intake.lexicon import Lexicon, key_of
from almwp.intake.nearby import near
from almwp.intake.nodelists import like_ids
from almwp.intake.nodenames import NodeNames
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework, Succession
from almwp.model.ids import FrameworkId, NodeId

_CLASHES = {
    Contradiction.CLOSED_AND_GOES_ON: describing_rules.CLOSED_AND_GOES_ON,
    Contradiction.NEW_AND_SUCCEEDS: describing_rules.NEW_AND_SUCCEEDS,
    Contradiction.TWICE: describing_rules.LINK_TWICE,
}


@frozen(kw_only=True)
class LinkedSuccessions:
    """The successions of a framework, and what was found."""

    successions: tuple[Succession, ...] = field(default=(), converter=frozen_items)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def linked_successions(
    framework: Framework, drafts: Iterable[Draft], lexicon: Lexicon, file: str
) -> LinkedSuccessions:
    """Return the successions into *framework*; what has no node is kept out, and said.

    Nodes of a framework before that almwp does not know are kept as they are written.
    """
    linking = _Linking(framework=framework, lexicon=lexicon, file=file)
    made = [
        (linked, draft)
        for draft in drafts
        if isinstance(draft.record, Succession)
        and (linked := linking.link(draft.record, draft))
    ]
    kept = linking.without_clashes(made)
    return LinkedSuccessions(successions=kept, findings=linking.findings)


@define(kw_only=True, eq=False)
class _Linking:
    framework: Framework
    lexicon: Lexicon
    file: str
    findings: list[Finding] = field(factory=list, init=False)
    _names: dict[str, NodeNames] = field(factory=dict, init=False)

    def link(self, said: Succession, draft: Draft) -> Succession | None:
        before = self._old_framework(said, draft)
        # The adopted text may have the id of the draft whose topics it takes up.
        if before == self.framework.id and self.lexicon.framework(before) is None:
            rule = describing_rules.SUCCEEDS_ITSELF
            self._say(rule, draft, "old_framework", found=before)
            return None
        known = self.lexicon.framework(before)
        old = self._nodes(said.old, known, "old", draft)
        new = self._nodes(said.new, self.framework, "new", draft)
        if old is None or new is None:
            return None
        linked = evolve(
            said,
            old_framework=before,
            new_framework=self.framework.id,
            old=old,
            new=new,
        )
        wrong = list(misfits(linked))
        for side, given, takes in wrong:
            self._say_misfit(side, given, takes, linked, draft)
        return None if wrong else linked

    def without_clashes(self, made: list[tuple[Succession, Draft]]) -> list[Succession]:
        """Return the links that go together; say those that do not, and why."""
        left: set[int] = set()
        for clash in clashes(link for link, _ in made):
            link, draft = made[clash.place]
            row, side = made[clash.other][1].origin.row, _side(clash)
            rule, expected = _CLASHES[clash.kind], ", ".join(link.new) or None
            found = ", ".join(clash.nodes)
            if clash.kind is Contradiction.TWICE and not (link.old and link.new):
                found, expected = link.old_framework, link.new_framework
            self._say(rule, draft, side, found=found, expected=expected, other=row)
            left.add(clash.place)
        return [link for place, (link, _) in enumerate(made) if place not in left]

    def _old_framework(self, said: Succession, draft: Draft) -> FrameworkId:
        named = said.old_framework
        if self.lexicon.framework(named) is None and named != self.framework.id:
            rule = describing_rules.OLD_FRAMEWORK_UNKNOWN
            known = [each.id for each in self.lexicon.frameworks]
            suggestions = near(named, known)
            self._say(
                rule, draft, "old_framework", found=named, suggestions=suggestions
            )
        return named

    def _nodes(
        self,
        named: Iterable[str],
        framework: Framework | None,
        side: str,
        draft: Draft,
    ) -> tuple[NodeId, ...] | None:
        """Return the nodes that are named, or None where one of them is not there."""
        if framework is None:
            return tuple(dict.fromkeys(map(NodeId, like_ids(named))))
        names = self._names_of(framework)
        found: dict[NodeId, None] = {}
        is_whole = True
        for words in names.parted(named):
            nodes = names.named(words)
            if len(nodes) == 1:
                found[nodes[0].id] = None
                continue
            is_whole = False
            rule = describing_rules.NO_NODE_TO_LINK
            self._say(
                rule,
                draft,
                side,
                found=words,
                framework=framework.id,
                suggestions=near(words, [node.id for node in framework.nodes]),
            )
        return tuple(found) if is_whole else None

    def _names_of(self, framework: Framework) -> NodeNames:
        if framework.id not in self._names:
            depth = {level.id: place for place, level in enumerate(framework.levels)}
            self._names[framework.id] = NodeNames.of(framework.nodes, depth)
        return self._names[framework.id]

    def _say_misfit(
        self, side: str, given: int, takes: Count, linked: Succession, draft: Draft
    ) -> None:
        is_short = given < takes.least
        rule = describing_rules.TOO_FEW_NODES if is_short else describing_rules.TOO_MANY
        expected = takes.least if is_short else takes.most
        # What stands in the row is shown as the words that were meant.
        kind = self._word(linked, draft.language)
        self._say(
            rule, draft, side, found=str(given), expected=str(expected), kind=kind
        )

    def _word(self, linked: Succession, language: str) -> str:
        kinds = self.lexicon.words["succession"]
        usual = self.lexicon.usual.get((language, "succession"), ())
        own = (words for words in usual if kinds.get(key_of(words)) == linked.kind)
        return next(own, str(linked.kind))

    def _say(self, rule: Rule, draft: Draft, key: str, **facts: Any) -> None:
        said = about_draft(rule, draft, key, self.lexicon, self.file, **facts)
        self.findings.append(said)


def _side(clash: Clash) -> str:
    return "old" if clash.is_old else "new"
