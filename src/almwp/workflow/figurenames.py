"""Which figure of a scorecard the words of a call name."""

from collections.abc import Iterator

from attrs import frozen

from almwp.errors import Translate
from almwp.model.folding import fold
from almwp.model.score import Scope, ScopeKind, Score, Scorecard, ScoreLine


@frozen(kw_only=True)
class WantedFigure:
    """What figure the words of a call ask for.

    Attributes:
        kind: By what scores are told apart; None for every line.
        scope: Id or title of the scope; None for the only one of its kind.
        share: Name of a share, or empty.
    """

    kind: ScopeKind | None = None
    scope: str | None = None
    share: str = ""


def figure_wanted(words: str) -> WantedFigure | None:
    """Return the figure that *words* ask for, or None where they ask for none.

    A figure is ``all``, ``programme``, or a kind and an id or a title, such as
    ``outcome:1`` or ``country=Viet Nam``; the name of a share may follow after ``/``.
    """
    words = words.strip()
    whole, _, share = words.partition("/")
    match whole.strip().casefold():
        case "all":
            return WantedFigure(share=share.strip())
        case "programme":
            return WantedFigure(kind=ScopeKind.PROGRAMME, share=share.strip())
        case _:
            pass
    for place, sign in enumerate(words):
        if sign in ":=":
            kind = words[:place].strip().casefold()
            if kind in set(ScopeKind):
                scope = words[place + 1 :].strip()
                return WantedFigure(kind=ScopeKind(kind), scope=scope)
            return None
    return None


def figures_of(
    card: Scorecard, wanted: WantedFigure, translate: Translate
) -> tuple[tuple[Scope, str, Score], ...]:
    """Return the figures of *card* that are wanted: scope, name of the share, score.

    The share after ``/`` is looked for only where no scope bears the whole name.
    """
    if wanted.kind is None or wanted.scope is None:
        lines = [x for x in card.lines if wanted.kind in (None, x.scope.kind)]
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
    of_kind = [line for line in card.lines if line.scope.kind is kind]
    exact = [line for line in of_kind if line.scope.id == name]
    if exact:
        return exact
    wanted = fold(name)
    return [line for line in of_kind if wanted and wanted in _names(line.scope)]


def _names(scope: Scope) -> set[str]:
    return {fold(scope.id), *(fold(words) for _, words in scope.title.forms)} - {""}


def _shared(
    lines: list[ScoreLine], share: str, translate: Translate
) -> Iterator[tuple[Scope, str, Score]]:
    for line in lines:
        if not share:
            yield line.scope, "", line.score
        for each in (*line.shares, *line.figures):
            if share and fold(share) in (fold(each.name), fold(translate(each.name))):
                yield line.scope, each.name, each.score


def figure_names(card: Scorecard) -> tuple[str, ...]:
    """Return under which names the figures of *card* can be asked for."""
    names = ["all", "programme"]
    for line in card.lines:
        if line.scope.kind is not ScopeKind.PROGRAMME:
            kind, titles = line.scope.kind, line.scope.title.forms
            names.append(f"{kind}:{line.scope.id}")
            names += [f"{kind}={title}" for _, title in titles]
    return tuple(dict.fromkeys(names))
