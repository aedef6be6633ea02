"""Hang activities and proposals on the nodes of the next programme, by a crosswalk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.intake.frameworknames import find_node
from almwp.model.activity import PlanReference
from almwp.model.folding import fold
from almwp.model.framework import Framework, Node, Role, Succession, SuccessionKind
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.source import Basis
from almwp.plan.carryover import Hanging, NextPlace
from almwp.plan.carryoverdecision import SURE

_Key = tuple[FrameworkId, NodeId]
_ORDER = tuple(Basis)


@frozen(kw_only=True, eq=False)
class Crosswalk:
    """What nodes of other programmes become in the next one.

    Attributes:
        to: The next programme.
        frameworks: Other programmes by id; of the next one what was known before it
            was adopted, if it was known.
        by_old: The successions of each node.
        doubtful: Successions that only suggest.
        by_title: Nodes of all programmes by their folded titles.
        translate: Into the language of the reasons.
        language: That language.
    """

    to: Framework
    frameworks: Mapping[FrameworkId, Framework]
    by_old: Mapping[_Key, tuple[Succession, ...]] = field(factory=dict)
    doubtful: frozenset[Succession] = frozenset()
    by_title: Mapping[tuple[FrameworkId, str], NodeId] = field(factory=dict)
    translate: Translate = in_english
    language: str = "en"

    def hang(self, references: Iterable[PlanReference]) -> Hanging:
        """Return where something with these *references* hangs in the next programme.

        A place in the next programme itself stays.  Of a place and those above it the
        lowest counts.  Where a node has no succession, one of a node above it only
        offers a choice.
        """
        own: dict[NodeId, NextPlace] = {}
        keys: dict[_Key, Basis] = {}
        unknown: dict[str, None] = {}
        for reference in references:
            key = self._place_named(reference)
            if key is None:
                if reference.words and not self._is_a_plan(reference):
                    unknown[reference.words] = None
                continue
            if key[0] == self.to.id and self.to.node(key[1]):
                place = self._place(key[1], reference.basis)
                own[key[1]] = _better(own.get(key[1]), place)
            else:
                keys[key] = _best(keys.get(key), reference.basis)
        sure = self._lowest(p for p in own.values() if p.basis in SURE)
        if sure:
            return Hanging(places=sure)
        found = [self._deduced(place) for place in own.values()]
        found += [self._of(key, keys[key]) for key in self._lowest_keys(keys)]
        return self._together(found, tuple(unknown))

    def _place_named(self, reference: PlanReference) -> _Key | None:
        """Return the node that a reference names, by its id or by its words.

        A file that was written for a draft names reported topics; once the adopted
        text has the draft's id its words are all that is left of them.
        """
        framework = reference.framework
        if framework is None:
            return None
        if reference.node:
            return framework, reference.node
        node = self.by_title.get((framework, fold(reference.words)))
        if node is None and framework == self.to.id and reference.words:
            found = find_node(reference.words, self.to.nodes)
            node = found.id if found else None
        return (framework, node) if node else None

    def _is_a_plan(self, reference: PlanReference) -> bool:
        """Say whether the words name a plan as a whole, which is no place in it."""
        known = (
            self.frameworks.get(reference.framework) if reference.framework else None
        )
        if known is None or reference.number:
            return bool(reference.number)
        words = fold(reference.words)
        names = (known.id, *known.aliases, *(form for _, form in known.title.forms))
        return any(fold(name) in words for name in names)

    def _lowest_keys(self, keys: Iterable[_Key]) -> Iterator[_Key]:
        """Give the nodes that do not stand above another one of them."""
        named = list(dict.fromkeys(keys))
        above = {
            (framework, higher)
            for framework, node in named
            for higher in self._above(framework, node)
        }
        yield from (key for key in named if key not in above)

    def _lowest(self, places: Iterable[NextPlace]) -> tuple[NextPlace, ...]:
        given = {place.node: place for place in places}
        above = {n.id for node in given for n in self.to.ancestors(node)[1:]}
        return tuple(place for node, place in given.items() if node not in above)

    def _above(self, framework: FrameworkId, node: NodeId) -> tuple[NodeId, ...]:
        known = self.frameworks.get(framework)
        return tuple(n.id for n in known.ancestors(node)[1:]) if known else ()

    def _of(self, key: _Key, basis: Basis) -> Hanging:
        """Return what becomes of one node that something stands under."""
        translate = self.translate
        framework, node = key
        name = self._name(framework, node)
        for place, each in enumerate((node, *self._above(framework, node))):
            successions = self.by_old.get((framework, each), ())
            if not successions:
                continue
            hung = self._by(successions, basis, name)
            if place == 0 or not (hung.places or hung.choices):
                return hung
            upper = self._name(framework, each)
            return Hanging(
                choices=hung.places + hung.choices,
                why=translate(
                    "the crosswalk does not name '{node}', only '{upper}' above it"
                ).format(node=name, upper=upper),
            )
        if not self.by_old:
            words = translate("no crosswalk leads from '{node}' to {programme}")
            return Hanging(why=words.format(node=name, programme=self.to.id))
        return Hanging(
            why=translate("the crosswalk does not name '{node}'").format(node=name)
        )

    def _by(
        self, successions: tuple[Succession, ...], basis: Basis, name: str
    ) -> Hanging:
        translate = self.translate
        leading = [s for s in successions if s.kind is not SuccessionKind.CLOSED]
        targets: dict[str, Basis] = {}
        for succession in leading:
            for new in succession.new:
                targets[new] = _best(targets.get(new), succession.basis)
        if not targets:
            words = translate("the crosswalk closes '{node}'")
            return Hanging(why=words.format(node=name))
        known = {NodeId(n): b for n, b in targets.items() if self.to.node(NodeId(n))}
        if not known:
            words = translate(
                "the crosswalk leads from '{node}' to {targets}, which {programme} "
                "does not have"
            )
            return Hanging(
                why=words.format(
                    node=name, targets=", ".join(targets), programme=self.to.id
                )
            )
        places = tuple(self._place(n, _weaker(b, basis)) for n, b in known.items())
        if len(targets) > 1 or len(leading) < len(successions):
            words = translate(
                "the crosswalk leads from '{node}' to several: choose one"
            )
            return Hanging(choices=places, why=words.format(node=name))
        if not self.doubtful.isdisjoint(leading):
            words = translate("the crosswalk is doubtful about '{node}'")
            return Hanging(choices=places, why=words.format(node=name))
        if places[0].basis not in SURE:
            return self._deduced(places[0])
        return Hanging(places=places)

    def _deduced(self, place: NextPlace) -> Hanging:
        words = self.translate("that it belongs under '{node}' was only deduced")
        name = place.title.in_(self.language) or place.node
        return Hanging(choices=(place,), why=words.format(node=name))

    def _together(self, found: list[Hanging], unknown: tuple[str, ...]) -> Hanging:
        places = self._lowest(p for h in found for p in h.places)
        if places:
            return Hanging(places=places)
        choices = {p.node: p for h in found for p in h.choices}
        reasons = dict.fromkeys(h.why for h in found if h.why)
        words = self.translate("'{words}' is no place that is known")
        strange = [words.format(words=each) for each in unknown]
        why = "; ".join((*reasons, *strange))
        if not why:
            why = self.translate("it names no outcome, area or topic")
        return Hanging(choices=tuple(choices.values()), why=why)

    def _place(self, node: NodeId, basis: Basis) -> NextPlace:
        return place_on(self.to, node, basis)

    def _name(self, framework: FrameworkId, node: NodeId) -> str:
        known = self.frameworks.get(framework)
        found = known.node(node) if known else None
        return found.title.in_(self.language) if found else str(node)


def place_on(framework: Framework, node: NodeId, basis: Basis) -> NextPlace:
    """Return the place of *node* in *framework*.

    Raises:
        KeyError: The framework has no such node.
    """
    known = framework.node(node)
    if known is None:
        raise KeyError(node)
    return NextPlace(
        framework=framework.id,
        node=node,
        number=known.number,
        title=known.title,
        basis=basis,
        provisional=_is_topic(framework, known),
    )


def crosswalk_to(
    to: Framework,
    frameworks: Iterable[Framework],
    successions: Iterable[Succession],
    translate: Translate = in_english,
    language: str = "en",
    doubtful: frozenset[Succession] = frozenset(),
) -> Crosswalk:
    """Return what *successions* say of nodes that lead to *to*.

    Args:
        to: The next programme.
        frameworks: Other programmes, and the draft that *to* takes the place of.
        successions: The crosswalk; what leads elsewhere is left aside.
        translate: Into the language of the reasons.
        language: That language.
        doubtful: Those of *successions* that only suggest.
    """
    others = {framework.id: framework for framework in frameworks}
    titles: dict[tuple[FrameworkId, str], NodeId] = {}
    for framework in (to, *others.values()):  # of two texts of one id the new one first
        for node in framework.nodes:
            for _, form in node.title.forms:
                titles.setdefault((framework.id, fold(form)), node.id)
    found: dict[_Key, list[Succession]] = defaultdict(list)
    for succession in successions:
        if succession.new_framework == to.id:
            for old in succession.old:
                known = found[succession.old_framework, NodeId(old)]
                if succession not in known:
                    known.append(succession)
    return Crosswalk(
        to=to,
        frameworks=others,
        by_old={key: tuple(several) for key, several in found.items()},
        doubtful=doubtful,
        by_title=titles,
        translate=translate,
        language=language,
    )


def _is_topic(framework: Framework, node: Node) -> bool:
    return framework.role_of(node) is Role.TOPIC


def _better(one: NextPlace | None, other: NextPlace) -> NextPlace:
    if one is None or _ORDER.index(other.basis) < _ORDER.index(one.basis):
        return other
    return one


def _best(one: Basis | None, other: Basis) -> Basis:
    return other if one is None else min(one, other, key=_ORDER.index)


def _weaker(one: Basis, other: Basis) -> Basis:
    return max(one, other, key=_ORDER.index)
