"""The table of a trend: one row for each scope and moment, never in order of scores."""

from fractions import Fraction
from textwrap import wrap

from almwp.cli.scorelayout import Column, Role, columns_from
from almwp.cli.scorewords import count_of, range_of, scope_words
from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.score import Score, Scorecard, ScoreLine, Share
from almwp.scoring.wordsofvalues import day_in

CHANGE = "change"
"""Name of the figure that is a change, in points of a hundred."""

COUNTED = ("first reported", "withdrawn")
"""Names of the figures that are told as a number of activities."""

RARE = ("not clear",)
"""Names of the shares that are told only where there are any."""

NOTHING = (0, Absence.NOT_APPLICABLE)
"""Values for which a column is not needed."""

PLACE_OF_PROGRESS = 3
"""Where the column of the progress stands, before which bars are drawn."""

_PLACES = 1
_WIDTH = 6


def is_over_moments(card: Scorecard) -> bool:
    """Say whether *card* follows its scopes over several moments."""
    return any(line.as_of for line in card.lines)


def columns_over_moments(
    card: Scorecard, language: str, translate: Translate, most: int
) -> list[Column]:
    """Return the columns for *card*, with titles of at most *most* characters.

    The first row of a scope has no change, and empty cells for all that is told of one.
    """
    figures = _names([line.figures for line in card.lines], COUNTED)
    shares = _names([line.shares for line in card.lines], RARE)
    heads = [_heading(name, translate) for name in figures]
    headers = [
        translate("by"),
        "",
        translate("as of"),
        f"{translate('progress')}, %",
        translate("known"),
        *map(_stacked, heads),
        *(_stacked(translate(name)) for name in shares),
    ]
    rows = []
    before: object = None
    for line in card.lines:
        scope = line.scope
        names = [translate(scope.kind.value), scope_words(scope, language, most)]
        is_same = before == (scope.kind, scope.id)
        before = scope.kind, scope.id
        rows.append(
            [
                *(["", ""] if is_same else names),
                day_in(line.as_of, translate) if line.as_of else translate("no date"),
                _range(line.score, translate),
                translate("{part} of {whole}").format(
                    part=line.score.known, whole=line.score.total
                ),
                *(_figure(line, name, translate) for name in figures),
                *(_share(line, name, translate) for name in shares),
            ]
        )
    roles = [Role.KEY] * PLACE_OF_PROGRESS
    roles += [Role.FIGURE] * (len(headers) - len(roles) - len(shares))
    roles += [Role.COUNT] * len(shares)
    return columns_from(headers, rows, roles)


def remarks_on_moments(card: Scorecard, translate: Translate) -> list[str]:
    """Return what a reader of the table must know, where it tells of changes."""
    if not any(f.name == CHANGE for line in card.lines for f in line.figures):
        return []
    return [
        translate(
            "each row compares with the row above it and with nothing else; countries"
            " are not compared"
        ),
        translate(
            "change: of activities that were reported by both days; one that was"
            " reported first or withdrawn in between is no progress and no fall"
        ),
        translate(
            "an activity without a newer report counts as it stood; the range in"
            " brackets leaves open what became of it"
        ),
    ]


def points(change: Fraction, translate: Translate) -> str:
    """Return a change in points of a hundred with its sign; none at all has no sign."""
    rounded = round(change * 100, _PLACES)
    sign = "+" if change > 0 else "-" if change < 0 else ""
    whole, _, decimals = f"{float(abs(rounded)):.{_PLACES}f}".partition(".")
    if not rounded and change:
        return translate("{sign} less than 0.1").format(sign=sign)
    if set(decimals) == {"0"}:
        return f"{sign}{whole}"
    number = translate("{whole}.{decimals}").format(whole=whole, decimals=decimals)
    return f"{sign}{number}"


def _names(several: list[tuple[Share, ...]], if_any: tuple[str, ...]) -> list[str]:
    """Return the names that occur; of *if_any* only those that are not nothing."""
    names = dict.fromkeys(share.name for shares in several for share in shares)
    told = {
        s.name for shares in several for s in shares if s.score.value not in NOTHING
    }
    return [name for name in names if name not in if_any or name in told]


def _stacked(heading: str) -> str:
    """Return a heading of several words in lines, so that its column stays narrow."""
    return "\n".join(wrap(heading, _WIDTH, break_long_words=False))


def _figure(line: ScoreLine, name: str, translate: Translate) -> str:
    score = next((f.score for f in line.figures if f.name == name), None)
    if score is None:
        return ""
    if score.value is Absence.NOT_APPLICABLE:
        return "-"
    if name in COUNTED:
        return count_of(score, translate)
    if name != CHANGE:
        return _range(score, translate)
    between = translate("{low} to {high}").format(
        low=points(score.low, translate), high=points(score.high, translate)
    )
    if isinstance(score.value, Absence):
        return f"({between})"
    told = points(score.value, translate)
    return told if score.low == score.high else f"{told} ({between})"


def _heading(name: str, translate: Translate) -> str:
    if name == CHANGE:
        return translate("change, points")
    return translate(name) if name in COUNTED else f"{translate(name)}, %"


def _range(score: Score, translate: Translate) -> str:
    """Return the bounds of *score* without the sign, which stands in the heading."""
    return range_of(score, translate).replace(" %", "")


def _share(line: ScoreLine, name: str, translate: Translate) -> str:
    score = next((s.score for s in line.shares if s.name == name), None)
    return "" if score is None else count_of(score, translate)
