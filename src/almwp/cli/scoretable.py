"""Print a scorecard for people."""

from fractions import Fraction

import click

from almwp.model.absence import Absence
from almwp.model.score import ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.source import Basis

_WEAK = (Basis.INFERRED, Basis.UNKNOWN)


def print_scorecard(card: Scorecard, language: str) -> None:
    """Print the lines of *card* as a table, and what must be said with them."""
    from tabulate import tabulate  # slow to import, needed only here

    names = [share.name for share in card.lines[0].shares] if card.lines else []
    headers = ["by", "", "activities", *names, "score", "bounds", "known"]
    rows = [_row(line, language) for line in card.lines]
    when = f"as of {card.as_of}" if card.as_of else "by the newest reports"
    click.echo(f"{card.method}, {card.framework or 'no framework'}, {when}")
    click.echo(tabulate(rows, headers=headers, disable_numparse=True))
    for remark in remarks_on(card):
        click.echo(f"- {remark}")


def _row(line: ScoreLine, language: str) -> list[str]:
    scope, score = line.scope, line.score
    mark = " (*)" if scope.basis in _WEAK else ""
    title = scope.title.in_(language)
    if scope.kind in (ScopeKind.PROGRAMME, ScopeKind.BODY):
        title = scope.id or title
    elif scope.id.isupper() or scope.id.isdecimal():  # a code or number of its own
        title = f"{scope.id} {title}"
    counts = [_count(share.score) for share in line.shares]
    name = f" {line.shares[0].name}" if line.shares else ""
    return [
        scope.kind.value,
        f"{_short(title)}{mark}",
        str(score.total),
        *counts,
        f"{_value(score)}{name}",
        f"{_percent(score.low)} to {_percent(score.high)}",
        f"{score.known} of {score.total}",
    ]


def _short(title: str, most: int = 60) -> str:
    return title if len(title) <= most else f"{title[: most - 1]}…"


def _count(score: Score) -> str:
    if isinstance(score.value, Absence):
        return "-"
    count = score.value * score.total
    return str(count) if count.denominator == 1 else _percent(score.value)


def _value(score: Score) -> str:
    if isinstance(score.value, Absence):
        return str(score.value)
    of = score.value * score.total
    if of.denominator != 1:  # weighted, or an average: no count of activities
        return _percent(score.value)
    return f"{of} of {score.total} ({_percent(score.value)})"


def _percent(share: Fraction) -> str:
    """Return *share* in three digits; what is not all or nothing never reads so."""
    shown = f"{float(share * 100):.3g}"
    if shown == "100" and share != 1:
        return "more than 99.9 %" if share < 1 else "more than 100 %"
    return f"{shown} %"


def remarks_on(card: Scorecard) -> list[str]:
    """Return what must be said with the figures of *card*."""
    remarks = []
    for statement in card.remarks:
        sources = ", ".join(str(source) for source in statement.sources)
        when = f", as of {statement.as_of}" if statement.as_of else ""
        note = f" {statement.note}" if statement.note else ""
        remarks.append(
            f"{statement.about} ({statement.basis}{when}): {statement.text}.{note}"
            f" Source: {sources or 'none'}"
        )
    if any(line.scope.basis in _WEAK for line in card.lines):
        remarks.append(
            "(*) at least one activity stands here by inference only: no source states"
            " where it belongs"
        )
    if any(line.score.known < line.score.total for line in card.lines):
        remarks.append(
            "bounds: none or all of the activities without a known state are completed"
        )
    if any(line.scope.kind is ScopeKind.COUNTRY for line in card.lines):
        remarks.append(
            "an activity that several countries lead or co-lead counts for each of"
            " them, and once in the programme"
        )
    if any(line.scope.kind in (ScopeKind.AREA, ScopeKind.BODY) for line in card.lines):
        remarks.append(
            "an activity of several areas or bodies counts for each of them, and once"
            " in the programme"
        )
    return remarks
