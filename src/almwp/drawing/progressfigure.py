"""Progress by outcome, or by whatever scores were told apart, with its bounds."""

from almwp.errors import Translate, in_english
from almwp.model.absence import Absence
from almwp.model.figures import Bar, Figure
from almwp.model.score import ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.source import Basis
from almwp.scoring.percentwords import percent

_WEAK = (Basis.INFERRED, Basis.UNKNOWN)


def outcomes_figure(
    card: Scorecard, say: Translate = in_english, language: str = "en"
) -> Figure:
    """Return bars of the programme as a whole and of each scope of *card*.

    Args:
        card: The scores; its lines stay in their order, which is never that of scores.
        say: Into which language the words are put.
        language: The language of titles.
    """
    when = say("by the newest reports")
    if card.as_of:
        when = say("as of {day}").format(day=card.as_of)
    by = card.framework or say("no framework")
    told = [
        say(
            "each bar shows the share that is surely reached, and hatched the share "
            "that may be reached as well"
        )
    ]
    if any(line.scope.basis in _WEAK for line in card.lines):
        told.append(
            say(
                "(*) at least one activity stands here by inference only: no source"
                " states where it belongs"
            )
        )
    shares = {line.shares[0].name for line in card.lines if line.shares}
    what = shares.pop() if len(shares) == 1 else card.method
    parts = (part for line in card.lines for part in line.score.parts)
    return Figure(
        caption=f"{say('Progress')}: {say(what)}, {by}, {when}",
        bars=[_bar(line, say, language) for line in card.lines],
        alternative="; ".join(told),
        origins=tuple(dict.fromkeys(part.origin for part in parts if part.origin)),
    )


def _bar(line: ScoreLine, say: Translate, language: str) -> Bar:
    scope, score = line.scope, line.score
    title = scope.title.in_(language)
    if scope.kind is ScopeKind.OUTCOME and scope.id and scope.id != title:
        title = f"{scope.id} {title}"
    mark = " (*)" if scope.basis in _WEAK else ""
    known = None if isinstance(score.value, Absence) else score.value
    return Bar(
        label=f"{title}{mark}",
        value=known,
        low=score.low,
        high=score.high,
        text=_text(score, say, is_count=bool(line.shares)),
    )


def _text(score: Score, say: Translate, *, is_count: bool) -> str:
    """Tell the value, its bounds where they are apart, and of how much it is."""
    if isinstance(score.value, Absence):
        said = say(str(score.value))
    else:
        said = percent(score.value, say)
        part = score.value * score.total
        if is_count and part.denominator == 1:
            said = say("{part} of {whole}").format(part=part, whole=score.total)
    if score.low == score.high:
        return said
    bounds = say("{low} to {high}").format(
        low=percent(score.low, say), high=percent(score.high, say)
    )
    return f"{said} ({bounds})"
