"""The table of what has no value or does not count, each reason by its own name."""

from collections.abc import Iterable
from textwrap import wrap

from almwp.cli.scorelayout import Column, Role, columns_from
from almwp.cli.scorewords import scope_words
from almwp.errors import Translate
from almwp.model.score import Scorecard
from almwp.scoring.missing import ABSENCES, AbsenceCount, absences_of
from almwp.scoring.wordsofvalues import day_in

_WIDTH = 12
"""Characters of a heading before it goes on below."""


def has_absences(card: Scorecard) -> bool:
    """Say whether anything in the scores of *card* has no value or does not count."""
    return any(absences_of(line.score) for line in card.lines)


def columns_of_absences(
    card: Scorecard, language: str, translate: Translate, most: int
) -> list[Column]:
    """Return the columns: one for each reason that occurs, a row for each scope.

    What counts between its bounds comes before what was left out.
    """
    counted = [(line, absences_of(line.score)) for line in card.lines]
    lines = [(line, several) for line, several in counted if several]
    reasons = _reasons(each for _, several in lines for each in several)
    by_moment = any(line.as_of for line, _ in lines)
    rows = []
    for line, several in lines:
        counts = {(each.is_left_out, each.absence): each.count for each in several}
        when = [day_in(line.as_of, translate) if line.as_of else ""]
        rows.append(
            [
                translate(line.scope.kind.value),
                scope_words(line.scope, language, most),
                *(when if by_moment else ()),
                *(str(counts.get(reason, 0)) for reason in reasons),
            ]
        )
    headings = [
        translate("without a value"),
        "",
        *([translate("as of")] if by_moment else ()),
        *(_heading(reason, translate) for reason in reasons),
    ]
    keys = len(headings) - len(reasons)
    roles = [Role.KEY] * keys + [Role.FIGURE] * len(reasons)
    return columns_from(headings, rows, roles)


def _reasons(several: Iterable[AbsenceCount]) -> list[tuple[bool, str]]:
    found = {(each.is_left_out, each.absence) for each in several}
    order = {name: place for place, name in enumerate(ABSENCES)}
    return sorted(found, key=lambda r: (r[0], order.get(r[1], len(order)), r[1]))


def _heading(reason: tuple[bool, str], translate: Translate) -> str:
    is_left_out, name = reason
    words = translate(name)
    if is_left_out and name != "left out":
        words = translate("left out: {reason}").format(reason=words)
    return "\n".join(wrap(words, _WIDTH))
