"""Tables of scores: each figure with its bounds and what it was made from."""

from collections.abc import Iterator

from attrs import evolve, frozen

from almwp.exporting.datatables.columns import (
    BASES,
    COUNTRY,
    FRAMEWORK,
    NONE,
    ORIGIN,
    POSITION,
    exact,
    exact_or_absent,
    known_or_absent,
    moment_cells,
    moment_fields,
    origin_cells,
    required,
    said,
    stated,
    to,
    whole,
)
from almwp.exporting.datatables.table import DataTable, Value
from almwp.model.score import Part, ScopeKind, Score, Scorecard, ScoreLine

_WHAT = ("score", "share", "figure", "group")

SCORES = DataTable(
    name="scores",
    about="One figure of one scope, with its bounds",
    fields=(
        FRAMEWORK,
        COUNTRY,
        POSITION,
        required("method", "Name of the scorer"),
        *moment_fields("as_of", "As of when; empty for the newest reports"),
        required("scope", "Of what it speaks", [x.value for x in ScopeKind]),
        stated("scope_id", "Which outcome, area, body or country; empty for none"),
        stated("scope_title", "Its title, in English where there is one"),
        required("scope_basis", "The weakest basis of what was put there", BASES),
        required("what", "What it is", _WHAT),
        stated("name", "Name of the share, the figure or the group"),
        *exact_or_absent("value", "The value"),
        exact("low", "The least that it can be, whatever is missing"),
        exact("high", "The most that it can be"),
        whole("known", "How many of its parts are known"),
        whole("total", "How many parts there are"),
        required("made_by", "How it was made, in words"),
    ),
    key=("position",),
)
PARTS = DataTable(
    name="score_parts",
    about="One thing that went into a figure",
    fields=(
        FRAMEWORK,
        COUNTRY,
        whole("score", "The figure, by its number"),
        POSITION,
        stated("part", "What it is, such as the id of an activity"),
        stated("title", "Its title, in English where there is one"),
        exact("weight", "Its weight; empty where nobody knows it"),
        *exact_or_absent("value", "Its value"),
        exact("low", "The least that its value can be, where it is not sure"),
        exact("high", "The most"),
        stated("missing", "Why it has no value or does not count"),
        stated("reason", "Why it has this value, in words"),
        required("basis", "On what its place in this figure stands", BASES),
        *ORIGIN,
    ),
    key=("score", "position"),
    references=(to("scores", "score", "position"),),
)
REMARKS = DataTable(
    name="score_remarks",
    about="What must be said with the scores",
    fields=(
        POSITION,
        required("about", "Of what it speaks"),
        stated("text", "What it says"),
        required("basis", "On what it stands", BASES),
    ),
    key=("position",),
)


@frozen(kw_only=True)
class _Figure:
    line: ScoreLine
    what: str
    name: str
    score: Score


def score_tables(card: Scorecard) -> Iterator[DataTable]:
    """Give the tables of the scores of *card*."""
    figures = tuple(enumerate(_figures(card), start=1))
    yield evolve(SCORES, rows=[_score(n, figure, card) for n, figure in figures])
    yield evolve(
        PARTS,
        rows=[
            (*_filed(figure, card), n, place, *_part(part))
            for n, figure in figures
            for place, part in enumerate(figure.score.parts, start=1)
        ],
    )
    remarks = enumerate(card.remarks, start=1)
    yield evolve(
        REMARKS,
        rows=[(n, r.about, said(str(r.text)), r.basis.value) for n, r in remarks],
    )


def _figures(card: Scorecard) -> Iterator[_Figure]:
    for line in card.lines:
        yield _Figure(line=line, what="score", name="", score=line.score)
        for what, shares in (("share", line.shares), ("figure", line.figures)):
            for share in shares:
                yield _Figure(line=line, what=what, name=share.name, score=share.score)
        for group in line.groups:
            name = ", ".join(f"{each.by}: {each.group}" for each in group.group)
            yield _Figure(line=line, what="group", name=name, score=group.score)


def _filed(figure: _Figure, card: Scorecard) -> tuple[Value, Value]:
    scope = figure.line.scope
    country = scope.id if scope.kind is ScopeKind.COUNTRY else ""
    return card.framework or NONE, country or NONE


def _score(number: int, figure: _Figure, card: Scorecard) -> tuple[Value, ...]:
    scope, score = figure.line.scope, figure.score
    return (
        *_filed(figure, card),
        number,
        card.method,
        *moment_cells(figure.line.as_of or card.as_of),
        scope.kind.value,
        said(scope.id),
        said(str(scope.title)),
        scope.basis.value,
        figure.what,
        said(figure.name),
        *known_or_absent(score.value),
        score.low,
        score.high,
        score.known,
        score.total,
        score.method,
    )


def _part(part: Part) -> tuple[Value, ...]:
    return (
        said(part.id),
        said(str(part.title)),
        part.weight,
        *known_or_absent(part.value),
        part.low,
        part.high,
        said(part.missing),
        said(part.reason),
        part.basis.value,
        *origin_cells(part.origin),
    )
