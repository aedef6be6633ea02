"""Which figure of a scorecard the words of a call name."""

from collections.abc import Iterator
from functools import partial

from attrs import field, frozen

from almwp.errors import Translate, in_english
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.indicator import Disaggregation
from almwp.model.moment import Moment
from almwp.model.score import Scope, ScopeKind, Score, Scorecard, ScoreLine


@frozen(kw_only=True)
class NamedFigure:
    """A figure of a scorecard, and by what it is told from others.

    Attributes:
        scope: What it speaks of.
        score: The figure.
        share: Name of the share or of the further figure; empty for the score itself.
        group: The group of people of which it speaks; empty for everybody.
        as_of: The moment of which its line speaks, where there are several.
    """

    scope: Scope
    score: Score
    share: str = ""
    group: tuple[Disaggregation, ...] = field(default=(), converter=frozen_items)
    as_of: Moment | None = None


@frozen(kw_only=True)
class WantedFigure:
    """What figure the words of a call ask for.

    Attributes:
        kind: By what scores are told apart; None for every line.
        scope: Id or title of the scope; None for the only one of its kind.
        share: Name of a share, of a further figure or of a group; empty for the score.
    """

    kind: ScopeKind | None = None
    scope: str | None = None
    share: str = ""


def figure_wanted(words: str, translate: Translate = in_english) -> WantedFigure | None:
    """Return the figure that *words* ask for, or None where they ask for none.

    A figure is ``all``, ``programme``, or a kind and an id or a title, such as
    ``outcome:1`` or ``country=Viet Nam``; the name of a share or a group may follow
    after ``/``.  Kinds are known by the names of the reader's language as well.
    """
    words = words.strip()
    whole, _, share = words.partition("/")
    kinds = {each.value: each for each in ScopeKind}
    kinds |= {translate(each.value).casefold(): each for each in ScopeKind}
    name = whole.strip().casefold()
    if name in ("all", translate("all").casefold()):
        return WantedFigure(share=share.strip())
    if kinds.get(name) is ScopeKind.PROGRAMME:
        return WantedFigure(kind=ScopeKind.PROGRAMME, share=share.strip())
    for place, sign in enumerate(words):
        if sign in ":=":
            kind = kinds.get(words[:place].strip().casefold())
            if kind is None:
                return None
            return WantedFigure(kind=kind, scope=words[place + 1 :].strip())
    return None


def figures_of(
    card: Scorecard, wanted: WantedFigure, translate: Translate
) -> tuple[NamedFigure, ...]:
    """Return the figures of *card* that are wanted.

    The share after ``/`` is looked for only where no scope bears the whole name.
    """
    if wanted.kind is None or wanted.scope is None:
        lines = [x for x in card.latest_lines if wanted.kind in (None, x.scope.kind)]
        return tuple(_shared(lines, wanted.share, translate))
    lines = _lines(card, wanted.kind, wanted.scope)
    if lines:
        return tuple(_shared(lines, "", translate))
    scope, _, share = wanted.scope.rpartition("/")
    if not share.strip():
        return ()
    lines = _lines(card, wanted.kind, scope.strip())
    return tuple(_shared(lines, share.strip(), translate))


def _lines(card: Scorecard, kind: ScopeKind, name: str) -> list[ScoreLine]:
    """Return the lines of a scope: by its id as written, else by id or title."""
    of_kind = [line for line in card.latest_lines if line.scope.kind is kind]
    exact = [line for line in of_kind if line.scope.id == name]
    if exact:
        return exact
    wanted = fold(name)
    return [line for line in of_kind if wanted and wanted in _names(line.scope)]


def _names(scope: Scope) -> set[str]:
    return {fold(scope.id), *(fold(words) for _, words in scope.title.forms)} - {""}


def _shared(
    lines: list[ScoreLine], share: str, translate: Translate
) -> Iterator[NamedFigure]:
    for line in lines:
        made = partial(NamedFigure, scope=line.scope, as_of=line.as_of)
        if not share:
            yield made(score=line.score)
            continue
        for each in (*line.shares, *line.figures):
            if fold(share) in (fold(each.name), fold(translate(each.name))):
                yield made(share=each.name, score=each.score)
        for part in line.groups:
            if fold(share) in _group_names(part.group, translate):
                yield made(group=part.group, score=part.score)


def _group_names(
    group: tuple[Disaggregation, ...], translate: Translate
) -> Iterator[str]:
    """Give by what names a group is asked for: ``women`` or ``sex: women``."""
    yield fold(group_words(group, translate))
    yield fold(", ".join(f"{each.by}: {each.group}" for each in group))
    yield fold(", ".join(each.group for each in group))


def group_words(group: tuple[Disaggregation, ...], translate: Translate) -> str:
    """Return a group for people, such as ``sex: women, sector: fishing``."""
    return ", ".join(f"{translate(each.by)}: {each.group}" for each in group)


def figure_names(card: Scorecard) -> tuple[str, ...]:
    """Return under which names the figures of *card* can be asked for."""
    names = ["all", "programme"]
    for line in card.lines:
        kind, scope = line.scope.kind, line.scope
        name = "programme"
        if kind is not ScopeKind.PROGRAMME:
            name = f"{kind}:{scope.id}"
            names += [name, *(f"{kind}={title}" for _, title in scope.title.forms)]
        names += [f"{name}/{each.name}" for each in (*line.shares, *line.figures)]
        names += [f"{name}/{group_words(g.group, in_english)}" for g in line.groups]
    return tuple(dict.fromkeys(names))
