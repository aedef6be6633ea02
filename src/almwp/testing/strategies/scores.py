"""Strategies for scores and scorecards."""

from fractions import Fraction

from hypothesis import strategies as st

from almwp.model.score import (
    Part,
    PartAt,
    Scope,
    ScopeKind,
    Score,
    Scorecard,
    ScoreLine,
    Share,
)
from almwp.testing.strategies.facts import (
    absences,
    activity_ids,
    bases,
    counts,
    framework_ids,
    manifests,
    moments,
    origins,
    shares,
    statements,
)
from almwp.testing.strategies.words import filled_words, texts, titles, words

_parts_at = st.builds(
    PartAt,
    as_of=moments,
    value=shares | absences,
    low=st.just(Fraction(0)),
    high=st.just(Fraction(1)),
    reason=words,
    origin=st.none() | origins,
)

parts: st.SearchStrategy[Part] = st.builds(
    Part,
    id=activity_ids,
    title=texts,
    weight=st.none() | st.fractions(0, 100, max_denominator=12),
    value=shares | absences,
    reason=words,
    basis=bases,
    origin=st.none() | origins,
    origins=st.lists(origins, max_size=2),
    is_left_out=st.booleans(),
    missing_as=st.just("") | words,
    before=st.none() | _parts_at,
    after=st.none() | _parts_at,
)


@st.composite
def _scores(draw: st.DrawFn) -> Score:
    low, value, high = sorted(draw(st.tuples(shares, shares, shares)))
    known, total = sorted(draw(st.tuples(counts, counts)))
    return Score(
        value=draw(st.just(value) | absences),
        low=low,
        high=high,
        known=known,
        total=total,
        method=draw(filled_words),
        parts=tuple(draw(st.lists(parts, max_size=2))),
        reasons=tuple(draw(st.lists(words, max_size=2))),
    )


scores: st.SearchStrategy[Score] = _scores()


def _exactly(value: Fraction) -> Score:
    return Score(value=value, low=value, high=value, known=1, total=1, method="count")


@st.composite
def _score_lines(draw: st.DrawFn, kind: ScopeKind, scope: str) -> ScoreLine:
    completed = draw(shares)
    split = (
        Share(name="completed", score=_exactly(completed)),
        Share(name="other", score=_exactly(1 - completed)),
    )
    return ScoreLine(
        scope=Scope(kind=kind, id=scope, title=draw(titles), basis=draw(bases)),
        score=draw(scores),
        shares=split if draw(st.booleans()) else (),
        as_of=draw(st.none() | moments),
    )


score_lines: st.SearchStrategy[ScoreLine] = _score_lines(ScopeKind.PROGRAMME, "")


@st.composite
def _scorecards(draw: st.DrawFn) -> Scorecard:
    kinds = st.sampled_from([kind for kind in ScopeKind if kind != "programme"])
    names = st.sampled_from(("", "A1", "A2", "VN"))
    scopes = sorted(draw(st.sets(st.tuples(kinds, names), max_size=3)))
    return Scorecard(
        method=draw(filled_words),
        framework=draw(st.none() | framework_ids),
        as_of=draw(st.none() | moments),
        lines=(
            draw(score_lines),
            *(draw(_score_lines(kind, scope)) for kind, scope in scopes),
        ),
        remarks=tuple(draw(st.lists(statements, max_size=1))),
        manifest=draw(manifests),
    )


scorecards: st.SearchStrategy[Scorecard] = _scorecards()
"""Scorecards: the programme first, then scopes in the order of their ids."""
