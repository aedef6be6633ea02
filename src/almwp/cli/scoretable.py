"""Print a scorecard for people."""

import click

from almwp.cli.scorebars import bar_of
from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.score import ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.source import Basis, Statement
from almwp.scoring.percentwords import percent

_WEAK = (Basis.INFERRED, Basis.UNKNOWN)


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
    from tabulate import tabulate  # slow to import, needed only here

    names = [share.name for share in card.lines[0].shares] if card.lines else []
    headers = [
        translate("by"),
        "",
        translate(card.counts),
        *(translate(name) for name in names),
        translate("score"),
        translate("bounds"),
        translate("known"),
        *(
            translate(figure.name)
            for figure in (card.lines[0].figures if card.lines else ())
        ),
    ]
    rows = [_row(line, language, translate) for line in card.lines]
    if with_bars:
        place = headers.index(translate("bounds"))
        headers.insert(place, "")
        for row, line in zip(rows, card.lines, strict=True):
            row.insert(place, bar_of(line.score))
    when = translate("by the newest reports")
    if card.as_of:
        when = translate("as of {day}").format(day=card.as_of)
    by = card.framework or translate("no framework")
    click.echo(f"{translate(card.method)}, {by}, {when}")
    click.echo(tabulate(rows, headers=headers, disable_numparse=True))
    if with_bars and card.lines:
        told = translate("bars: # at least, - may be as well, . not")
        click.echo(f"- {told}")
    for remark in remarks_on(card, language, translate):
        click.echo(f"- {remark}")


def _row(line: ScoreLine, language: str, translate: Translate) -> list[str]:
    scope, score = line.scope, line.score
    mark = " (*)" if scope.basis in _WEAK else ""
    title = scope.title.in_(language)
    if scope.kind in (ScopeKind.PROGRAMME, ScopeKind.BODY):
        title = scope.id or title
    elif scope.id.isupper() or scope.id.isdecimal():  # a code or number of its own
        title = f"{scope.id} {title}"
    counts = [_count(share.score, translate) for share in line.shares]
    name = f" {translate(line.shares[0].name)}" if _is_first_share(line) else ""
    figures = [_range(figure.score, translate) for figure in line.figures]
    is_count = bool(line.shares)  # others are means, of which none is a count
    bounds = _bounds(score, translate, is_count=is_count)
    return [
        translate(scope.kind.value),
        f"{_short(title)}{mark}",
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


def _range(score: Score, translate: Translate) -> str:
    low, high = percent(score.low, translate), percent(score.high, translate)
    if low == high:
        return low
    return translate("{low} to {high}").format(low=low, high=high)


def _short(title: str, most: int = 60) -> str:
    return title if len(title) <= most else f"{title[: most - 1]}…"


def _count(score: Score, translate: Translate) -> str:
    if isinstance(score.value, Absence):
        return "-"
    count = score.value * score.total
    return str(count) if count.denominator == 1 else percent(score.value, translate)


def _value(score: Score, translate: Translate, *, is_count: bool) -> str:
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
    remarks = [_said(statement, language, translate) for statement in card.remarks]
    if any(line.scope.basis in _WEAK for line in card.lines):
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
    if any(line.scope.kind is ScopeKind.COUNTRY for line in card.lines):
        remarks.append(
            translate(
                "an activity that several countries lead or co-lead counts for each of"
                " them, and once in the programme"
            )
        )
    if any(line.scope.kind in (ScopeKind.AREA, ScopeKind.BODY) for line in card.lines):
        remarks.append(
            translate(
                "an activity of several areas or bodies counts for each of them, and"
                " once in the programme"
            )
        )
    return remarks


def _said(statement: Statement, language: str, translate: Translate) -> str:
    """Tell a statement with its basis, its day and its sources."""
    sources = ", ".join(str(source) for source in statement.sources)
    when = ""
    if statement.as_of:
        when = ", " + translate("as of {day}").format(day=statement.as_of)
    note = f" {statement.note}" if statement.note else ""
    basis = translate(statement.basis.value)
    source = ""
    if sources:
        source = f" ({translate('source: {addresses}').format(addresses=sources)})"
    about = translate(statement.about)
    return f"{about} ({basis}{when}): {statement.text.in_(language)}.{note}{source}"
