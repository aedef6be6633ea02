"""Print a scorecard for people."""

from fractions import Fraction
from functools import partial
from textwrap import wrap

from almwp.cli.saying import say
from almwp.cli.scorebars import bar_of
from almwp.cli.scoregroups import columns_of_groups
from almwp.cli.scorelayout import (
    Column,
    Make,
    Role,
    columns_from,
    laid_out,
    width_of_output,
)
from almwp.cli.scoremissing import columns_of_absences, has_absences
from almwp.cli.scoremoments import (
    PLACE_OF_PROGRESS,
    columns_over_moments,
    is_over_moments,
    remarks_on_moments,
)
from almwp.cli.scorewords import (
    WEAK,
    count_of,
    counts_parts,
    range_of,
    scope_words,
)
from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.score import Score, Scorecard, ScoreLine
from almwp.model.source import Statement
from almwp.scoring.percentwords import percent
from almwp.scoring.wordsofvalues import day_in

_HEADING = 12
"""Characters of a heading before it goes on below."""


def print_scorecard(
    card: Scorecard, language: str, translate: Translate, *, with_bars: bool = False
) -> None:
    """Print the lines of *card* as a table, and what must be said with them.

    Args:
        card: The scores.
        language: Language of titles.
        translate: Into that language.
        with_bars: Whether to draw bars.  They are for a terminal, where a person
            looks at them, and never in a file.  They have no colour, so that
            ``NO_COLOR`` says nothing of them.
    """
    width = width_of_output(is_terminal=with_bars)
    when = translate("by the newest reports")
    if card.as_of:
        when = translate("as of {day}").format(day=day_in(card.as_of, translate))
    by = card.framework or translate("no framework")
    say(f"{translate(card.method)}, {by}, {when}")
    tables: list[Make] = [
        partial(_columns, card, language, translate, with_bars=with_bars)
    ]
    if any(line.groups for line in card.lines):
        tables.append(partial(columns_of_groups, card, language, translate))
    if has_absences(card):
        tables.append(partial(columns_of_absences, card, language, translate))
    drawn = "\n\n".join(laid_out(make, width) for make in tables)
    say(drawn)
    # Where there is no room, bars are left out, and what they mean with them.
    if with_bars and card.lines and bar_of(card.lines[0].score) in drawn:
        told = translate("bars: # at least, - may be as well, . not")
        say(f"- {told}")
    for remark in remarks_on(card, language, translate):
        say(f"- {remark}")


def _columns(
    card: Scorecard,
    language: str,
    translate: Translate,
    most: int,
    *,
    with_bars: bool = False,
) -> list[Column]:
    """Return the columns of the table with titles of at most *most* characters."""
    if is_over_moments(card):
        columns = columns_over_moments(card, language, translate, most)
        place = PLACE_OF_PROGRESS
    else:
        columns = _columns_of_one_moment(card, language, translate, most)
        place = [c.heading for c in columns].index(translate("bounds"))
    if with_bars:
        bars = [bar_of(line.score) for line in card.lines]
        columns.insert(place, Column(heading="", cells=bars, role=Role.BAR))
    return columns


def _columns_of_one_moment(
    card: Scorecard, language: str, translate: Translate, most: int
) -> list[Column]:
    shares = [share.name for share in card.lines[0].shares] if card.lines else []
    figures = [each.name for each in card.lines[0].figures] if card.lines else []
    counts = [translate(card.counts), *map(translate, shares)]
    headings = [
        *(translate("by"), ""),
        *("\n".join(wrap(name, _HEADING)) for name in counts),
        *(translate("score"), translate("bounds"), translate("known")),
        *map(translate, figures),
    ]
    rows = [_row(line, language, translate, most) for line in card.lines]
    roles = [Role.KEY] * 2
    roles += [Role.COUNT if shares else Role.FIGURE] * len(counts)
    roles += [Role.FIGURE] * (len(headings) - len(roles))
    return columns_from(headings, rows, roles)


def _row(line: ScoreLine, language: str, translate: Translate, most: int) -> list[str]:
    scope, score = line.scope, line.score
    counts = [count_of(share.score, translate) for share in line.shares]
    is_told = isinstance(score.value, Fraction) and _is_first_share(line)
    name = f" {translate(line.shares[0].name)}" if is_told else ""
    figures = [range_of(figure.score, translate) for figure in line.figures]
    # Others are means, of which none is a count; nor are shares of weights.
    is_count = bool(line.shares) and counts_parts(score)
    bounds = _bounds(score, translate, is_count=is_count)
    return [
        translate(scope.kind.value),
        scope_words(scope, language, most),
        str(score.total),
        *counts,
        f"{_value(score, translate, is_count=is_count)}{name}",
        bounds,
        translate("{part} of {whole}").format(part=score.known, whole=score.total),
        *figures,
    ]


def _is_first_share(line: ScoreLine) -> bool:
    """Say whether the score of *line* is the first of its shares."""
    return bool(line.shares) and line.score == line.shares[0].score


def _value(score: Score, translate: Translate, *, is_count: bool) -> str:
    if score.value is Absence.BLANK:
        return translate("not known")  # the bounds beside it say how far it is
    if isinstance(score.value, Absence):
        return translate(str(score.value))
    share = percent(score.value, translate)
    of = score.value * score.total
    if of.denominator != 1 or not is_count:  # weighted, or a mean
        return share
    said = translate("{part} of {whole}").format(part=of, whole=score.total)
    return f"{said} ({share})"


def _bounds(score: Score, translate: Translate, *, is_count: bool) -> str:
    """Return the bounds as counts of activities where they are some, and in percent."""
    shares = translate("{low} to {high}").format(
        low=percent(score.low, translate), high=percent(score.high, translate)
    )
    least, most = score.low * score.total, score.high * score.total
    is_count = is_count and least.denominator == most.denominator == 1
    if not score.total or not is_count:
        return shares
    counts = translate("{low} to {high} of {whole}").format(
        low=least, high=most, whole=score.total
    )
    return f"{counts} ({shares})"


def remarks_on(card: Scorecard, language: str, translate: Translate) -> list[str]:
    """Return what must be said with the figures of *card*."""
    remarks = [said(statement, language, translate) for statement in card.remarks]
    remarks += remarks_on_moments(card, translate)
    if any(line.scope.basis in WEAK for line in card.lines):
        remarks.append(
            translate(
                "(*) at least one activity stands here by inference only: no source"
                " states where it belongs"
            )
        )
    if any(_is_first_share(x) and x.score.known < x.score.total for x in card.lines):
        remarks.append(
            translate(
                "bounds: none or all of the activities without a known state are"
                " completed"
            )
        )
    if card.counts != "activities":
        return remarks
    if any(not _is_first_share(x) and x.score.low < x.score.high for x in card.lines):
        remarks.append(
            translate(
                "bounds: the least and the most that it can be, whatever is missing"
            )
        )
    return remarks


def said(statement: Statement, language: str, translate: Translate) -> str:
    """Tell a statement with its basis, its day and its sources."""
    sources = ", ".join(str(source) for source in statement.sources)
    when = ""
    if statement.as_of:
        day = day_in(statement.as_of, translate)
        when = ", " + translate("as of {day}").format(day=day)
    note = f" {statement.note}" if statement.note else ""
    basis = translate(statement.basis.value)
    source = ""
    if sources:
        source = f" ({translate('source: {addresses}').format(addresses=sources)})"
    about = translate(statement.about)
    return f"{about} ({basis}{when}): {statement.text.in_(language)}.{note}{source}"
