"""Every figure of every method is explained, whichever it is, in both languages."""

import json
import re
from collections.abc import Iterator

import pytest
from attrs import evolve

from almwp.codec import to_json
from almwp.model.ids import CountryCode, FrameworkId, NodeId
from almwp.model.indicator import Disaggregation, Indicator, IndicatorKind, Reading
from almwp.model.score import ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.workplan import WorkPlan
from almwp.testing.sampleindicators import sample_indicator, sample_reading
from almwp.workflow.explaining import Explained, explain_in_plan
from almwp.workflow.figurenames import group_words
from almwp.workflow.scoring import Scoring, score_plan
from almwp.workflow.session import Session
from tests.schemafit import insist_it_fits

METHODS = sorted(Session.start().plugins.scorers)
EVERY_SCOPE = tuple(kind for kind in ScopeKind if kind is not ScopeKind.PROGRAMME)


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    from pathlib import Path

    folder = Path(__file__).parents[2] / "examples" / "submissions"
    merged = session.merge(session.read([folder]).submissions)
    return evolve(merged, indicators=tuple(indicators(merged.framework)))


def of_women(reading: Reading) -> Reading:
    return evolve(reading, group=(Disaggregation(by="sex", group="women"),))


def indicators(framework: FrameworkId | None) -> Iterator[Indicator]:
    several = (
        sample_indicator(
            sample_reading("2022", 45),
            sample_reading("2023", 50),
            of_women(sample_reading("2023", 44)),
            unit="%",
        ),
        sample_indicator(sample_reading("2023", 50, 40, 80), unit="%", country="ID"),
        sample_indicator(base=None, number=2),
        sample_indicator(
            sample_reading("2023", 30),
            sample_reading("2023-H1", 10),
            sample_reading("2023-H2", 15),
            kind=IndicatorKind.PER_PERIOD,
            number=3,
        ),
    )
    for each in several:
        yield evolve(each, framework=framework, node=NodeId("1"))


def figures_in(line: ScoreLine) -> Iterator[tuple[str, Score]]:
    """Give every figure of a line, each with the words by which it is asked for."""
    place = "programme"
    if line.scope.kind is not ScopeKind.PROGRAMME:
        place = f"{line.scope.kind}:{line.scope.id}"
    yield place, line.score
    for each in (*line.shares, *line.figures):
        yield f"{place}/{each.name}", each.score
    for part in line.groups:
        yield f"{place}/{group_words(part.group, str)}", part.score


def card_of(method: str, plan: WorkPlan, session: Session) -> Scorecard:
    scoring = Scoring(method=method, by=EVERY_SCOPE)
    return score_plan(plan, scoring, session.plugins)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("method", METHODS)
def test_every_figure_of_a_method_is_explained_with_all_its_parts(
    method: str, language: str, plan: WorkPlan, session: Session
) -> None:
    say = session.translate(language)
    scoring = Scoring(method=method, by=EVERY_SCOPE)
    card = card_of(method, plan, session)
    for line in card.latest_lines[:3]:
        for words, score in figures_in(line):
            told = explain_in_plan(words, plan, scoring, session.plugins, say, language)
            (figure,) = told.figures
            assert figure.as_of == line.as_of
            assert figure.kind is line.scope.kind
            assert figure.formula
            assert (figure.value, figure.low, figure.high) == (
                score.value,
                score.low,
                score.high,
            )
            assert (figure.known, figure.total) == (score.known, score.total)
            assert [
                (p.id, p.weight, p.value, p.origin, p.low, p.high) for p in figure.parts
            ] == [
                (p.id, p.weight, p.value, p.origin, p.low, p.high) for p in score.parts
            ]
            assert told.remarks == card.remarks
            assert told.policy == card.policy


@pytest.mark.parametrize("method", METHODS)
def test_all_that_is_explained_fits_its_schema(
    method: str, plan: WorkPlan, session: Session
) -> None:
    scoring = Scoring(method=method, by=EVERY_SCOPE)
    for words in ("all", "programme", "VN:indicator:1", "indicator 1"):
        told = explain_in_plan(words, plan, scoring, session.plugins)
        insist_it_fits(json.loads(to_json(told)), Explained)


@pytest.mark.parametrize("method", METHODS)
def test_no_reason_and_no_formula_stays_english_in_vietnamese(
    method: str, plan: WorkPlan, session: Session
) -> None:
    say = session.translate("vi")
    scoring = Scoring(method=method, by=EVERY_SCOPE)
    card = card_of(method, plan, session)
    names = dict.fromkeys(
        words.partition("/")[2]
        for line in card.latest_lines
        for words, _ in figures_in(line)
    )
    for name in names:
        what = f"all/{name}" if name else "all"
        told = explain_in_plan(what, plan, scoring, session.plugins, say, "vi")
        assert told.figures
        for figure in told.figures:
            reasons = [p.reason for p in figure.parts] + list(figure.reasons)
            reasons += [
                m.reason for p in figure.parts for m in (p.before, p.after) if m
            ]
            for words in (figure.formula, *reasons):
                assert not re.search(r"\b(the|was|were|reported|known|and)\b", words)


def test_numbers_and_days_in_reasons_are_written_as_vietnamese_writes_them(
    session: Session,
) -> None:
    big = sample_indicator(
        sample_reading("2023-06-30", 1250), base=1000, target=2001, unit="people"
    )
    plan = WorkPlan(indicators=(big,))
    say = session.translate("vi")
    scoring = Scoring(method="achievement", by=())
    told = explain_in_plan("all", plan, scoring, session.plugins, say, "vi")
    (part,) = told.figures[0].parts
    assert part.reason.startswith("1.250 ")
    assert "30/06/2023" in part.reason
    assert "2.001" in part.reason
    assert "vào năm 2025" in part.reason
    english = explain_in_plan("all", plan, scoring, session.plugins)
    assert english.figures[0].parts[0].reason.startswith("1250 as of 2023-06-30: ")


def test_a_pooled_indicator_counts_for_each_of_its_countries(
    plan: WorkPlan, session: Session
) -> None:
    scoring = Scoring(method="achievement", by=(ScopeKind.COUNTRY,))
    for country in ("ID", "VN"):
        what = f"{CountryCode(country)}:indicator:1"
        told = explain_in_plan(what, plan, scoring, session.plugins)
        scopes = [(s.kind, s.scope) for s in told.indicators[0].standings]
        assert scopes == [
            (ScopeKind.PROGRAMME, "ALM-WP-2021-2025"),
            (ScopeKind.COUNTRY, country),
        ]
