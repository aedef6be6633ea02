"""What in a crosswalk fits nothing, contradicts itself or stands on no source."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import Factory, field, frozen

from almwp.errors import Translate, in_english
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework, Succession, SuccessionKind
from almwp.model.source import Basis


@frozen(kw_only=True)
class CrosswalkDoubt:
    """Something that is doubtful in entries of a crosswalk.

    Attributes:
        words: What is doubtful, in the language that was asked for.
        holds_back: Whether the entries only suggest because of it.
        entries: Where they stand: a file or a framework, and the number in it.
    """

    words: str
    holds_back: bool = True
    entries: tuple[str, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class Doubted:
    """What is doubtful, and the entries of which it is said.

    Attributes:
        links: The entries.
        words: What is doubtful.
        holds_back: Whether they only suggest because of it.
        unknown: The name that is nowhere, with its framework; empty for other doubts.
    """

    links: tuple[Succession, ...] = field(converter=frozen_items)
    words: str
    holds_back: bool = True
    unknown: str = ""


@frozen(kw_only=True, eq=False)
class CrosswalkCheck:
    """Looks at the entries between two frameworks.

    Attributes:
        before: The framework before.
        after: The framework after.
        is_activity: Whether a name is an activity of the one before; None where
            activities are not looked up.
        is_later: The same for activities and proposals of the one after.
        meant: Ids of activities that a name without a sender may mean.
        translate: Into the language of the doubts.
    """

    before: Framework
    after: Framework
    is_activity: Callable[[str], bool] | None = None
    is_later: Callable[[str], bool] | None = None
    meant: Callable[[str], Sequence[str]] | None = None
    translate: Translate = in_english
    _old: frozenset[str] = field(
        init=False, default=Factory(lambda self: _ids(self.before), takes_self=True)
    )
    _new: frozenset[str] = field(
        init=False, default=Factory(lambda self: _ids(self.after), takes_self=True)
    )

    def doubts(self, links: Iterable[Succession]) -> Iterator[Doubted]:
        """Give what is doubtful, each thing once."""
        given = tuple(dict.fromkeys(links))
        for link in given:
            yield from self._unknown(link)
            yield from self._mixed(link)
        yield from self._contradicting(given)
        for link in given:
            yield from self._without_source(link)

    def _unknown(self, link: Succession) -> Iterator[Doubted]:
        # Of a draft that is not known any more nothing can be looked up.
        is_lost = self.before.id == self.after.id and not self._old
        for name in link.old:
            if not is_lost and not _is_there(name, self._old, self.is_activity):
                # What is not there can become nothing: the other names still can.
                yield self._nowhere(link, name, self.before, holds_back=False)
        for name in link.new:
            if not _is_there(name, self._new, self.is_later):
                yield self._nowhere(link, name, self.after, holds_back=True)

    def _nowhere(
        self, link: Succession, name: str, framework: Framework, *, holds_back: bool
    ) -> Doubted:
        translate = self.translate
        words = translate("'{name}' is no node of {framework}")
        if self.is_activity is not None:
            words = translate(
                "'{name}' is no node of {framework} and no activity or proposal of it "
                "in these files"
            )
        likely = self.meant(name) if self.meant and framework == self.before else ()
        if likely:
            words = translate(
                "'{name}' is no node of {framework}; an activity is named with its "
                "sender: {ids}"
            )
        told = words.format(name=name, framework=framework.id, ids=", ".join(likely))
        return Doubted(
            links=[link],
            words=told,
            holds_back=holds_back,
            unknown=f"{framework.id}: {name}",
        )

    def _mixed(self, link: Succession) -> Iterator[Doubted]:
        """Give a link from an activity to a node, or from a node to an activity."""
        old = [name in self._old for name in link.old]
        new = [name in self._new for name in link.new]
        known = [name for name in link.new if _is_there(name, self._new, None)]
        if old and known and len({*old, *new}) > 1:
            words = self.translate(
                "{old} and {new}: an activity is succeeded by activities or proposals, "
                "a node by nodes"
            )
            told = words.format(old=", ".join(link.old), new=", ".join(link.new))
            yield Doubted(links=[link], words=told)

    def _contradicting(self, links: Sequence[Succession]) -> Iterator[Doubted]:
        translate = self.translate
        old: dict[str, list[Succession]] = defaultdict(list)
        new: dict[str, list[Succession]] = defaultdict(list)
        for link in links:
            for one in link.old:
                old[one].append(link)
            for one in link.new:
                new[one].append(link)
        for name, own in old.items():
            kinds = [link.kind for link in own]
            targets = {link.new for link in own if link.kind is _CONTINUES}
            words = ""
            if SuccessionKind.CLOSED in kinds and len(set(kinds)) > 1:
                words = translate("{name} is closed and goes on: {kinds}")
            elif len(targets) > 1:
                words = translate("{name} continues more than once")
            if words:
                told = words.format(name=name, kinds=self._several(kinds))
                yield Doubted(links=own, words=told)
        words = translate("{name} is new and comes from another: {kinds}")
        for name, own in new.items():
            kinds = [link.kind for link in own]
            if SuccessionKind.NEW in kinds and len(set(kinds)) > 1:
                told = words.format(name=name, kinds=self._several(kinds))
                yield Doubted(links=own, words=told)

    def _several(self, kinds: Iterable[SuccessionKind]) -> str:
        return ", ".join(dict.fromkeys(self.translate(str(kind)) for kind in kinds))

    def _without_source(self, link: Succession) -> Iterator[Doubted]:
        if link.basis in (Basis.CONFIRMED, Basis.REPORTED) and not link.sources:
            words = self.translate("{names}: {kind} is {basis}, but no source is named")
            told = words.format(
                names=", ".join(link.old or link.new),
                kind=self.translate(str(link.kind)),
                basis=self.translate(str(link.basis)),
            )
            yield Doubted(links=[link], words=told, holds_back=False)


_CONTINUES = SuccessionKind.CONTINUES


def _ids(framework: Framework) -> frozenset[str]:
    return frozenset(node.id for node in framework.nodes)


def _is_there(
    name: str, nodes: frozenset[str], known: Callable[[str], bool] | None
) -> bool:
    """Say whether a name is a node or else an activity, which has a colon in it."""
    if name in nodes:
        return True
    return ":" in name if known is None else known(name)
