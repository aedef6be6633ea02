"""Every number of an explanation adds up to the figure that it explains."""

import json
from fractions import Fraction

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.codec import from_json, to_json
from almwp.errors import in_english
from almwp.intake.fieldlist import field_list
from almwp.model.absence import Absence
from almwp.model.ids import FrameworkId
from almwp.model.score import Part, Scope, ScopeKind, Score
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.testing.strategies import parts, plans, scores
from almwp.workflow.explaining import Explained, explain_in_plan
from almwp.workflow.explainingfigures import explain_figure
from almwp.workflow.figurenames import NamedFigure, WantedFigure, figures_of
from almwp.workflow.scoring import Scoring, score_plan
from almwp.workflow.session import Session
from tests.schemafit import insist_it_fits

PROGRAMME = FrameworkId("ALM-WP-2021-2025")
EVERY_SCOPE = tuple(kind for kind in ScopeKind if kind is not ScopeKind.PROGRAMME)
quickly = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
own_plans = plans.map(lambda plan: attrs.evolve(plan, framework=PROGRAMME))


def scoring(method: str = "implementation") -> Scoring:
    return Scoring(method=method, by=EVERY_SCOPE)


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    from pathlib import Path

    folder = Path(__file__).parents[2] / "examples" / "submissions"
    return session.merge(session.read([folder]).submissions)


@pytest.mark.parametrize("method", sorted(Session.start().plugins.scorers))
@quickly
@given(own_plans)
def test_the_parts_of_every_figure_add_up_to_it(
    session: Session, method: str, plan: WorkPlan
) -> None:
    told = explain_in_plan("all", plan, scoring(method), session.plugins)
    assert told.figures
    for figure in told.figures:
        weights = [p.weight or Fraction(0) for p in figure.parts]
        assert figure.sum.weight == sum(weights)
        assert sum(each.count for each in figure.absences) == sum(
            isinstance(p.value, Absence) or p.is_left_out for p in figure.parts
        )
        added = sum((p.adds for p in figure.parts if p.adds is not None), Fraction(0))
        if figure.sum.weight:
            assert added == figure.sum.counted / figure.sum.weight
        if figure.sum.gives_value:
            assert figure.value == added
        assert figure.low <= figure.high


@quickly
@given(own_plans, st.sampled_from(["", "/completed", "/ongoing", "/not reported"]))
def test_shares_of_activities_are_their_parts_divided_by_all(
    session: Session, plan: WorkPlan, share: str
) -> None:
    told = explain_in_plan(f"all{share}", plan, scoring(), session.plugins)
    for figure in told.figures:
        if figure.total == 0:
            assert figure.value is Absence.NOT_APPLICABLE
            continue
        assert figure.sum.gives_value
        assert figure.sum.gives_bounds
        assert sum(p.adds or 0 for p in figure.parts) == figure.value
        assert figure.high - figure.low == figure.sum.open / figure.sum.weight


@pytest.mark.parametrize("method", ["delivery", "timeliness"])
@quickly
@given(own_plans)
def test_bounds_of_activities_are_those_of_their_parts(
    session: Session, method: str, plan: WorkPlan
) -> None:
    told = explain_in_plan("all", plan, scoring(method), session.plugins)
    for figure in told.figures:
        if figure.sum.weight:
            assert figure.sum.gives_bounds
            assert figure.low * figure.sum.weight == figure.sum.low
        if isinstance(figure.value, Fraction):
            assert figure.sum.gives_value


@quickly
@given(own_plans)
def test_a_figure_is_told_as_the_scorecard_has_it(
    session: Session, plan: WorkPlan
) -> None:
    card = score_plan(plan, scoring(), session.plugins)
    for line in card.lines:
        wanted = WantedFigure(kind=line.scope.kind, scope=line.scope.id)
        (named,) = figures_of(card, wanted, in_english)
        score = named.score
        assert (named.scope, named.share, score) == (line.scope, "", line.score)
        figure = explain_figure(named, {}, str, in_english)
        assert (figure.value, figure.low, figure.high) == (
            score.value,
            score.low,
            score.high,
        )
        assert (figure.known, figure.total) == (score.known, score.total)
        assert [part.id for part in figure.parts] == [part.id for part in score.parts]


@quickly
@given(own_plans)
def test_every_cell_of_an_activity_is_among_its_fields(
    session: Session, plan: WorkPlan
) -> None:
    keys = {each.key for each in field_list().progress}
    for activity in plan.activities:
        told = explain_in_plan(activity.id, plan, scoring(), session.plugins)
        (known,) = told.activities
        shown = {(f.field, o) for f in known.fields for o in f.origins}
        shown |= {
            (f.field, e.origin) for f in known.fields for e in f.earlier if e.origin
        }
        for row in activity.origins:
            for key, _ in row.columns:
                assert key not in keys or (key, row.of(key)) in shown
        assert len(known.reports) == len(activity.observations)
        decided = [each.conflict for each in plan.resolved]
        conflicts = [
            c for c in (*plan.conflicts, *decided) if c.activity == activity.id
        ]
        assert len(known.conflicts) == len(conflicts)


@quickly
@given(own_plans, st.sampled_from(["en", "vi"]))
def test_an_explanation_reads_back_and_fits_the_schema(
    session: Session, plan: WorkPlan, language: str
) -> None:
    say = session.translate(language)
    names = ["all", *(activity.id for activity in plan.activities)]
    for name in names:
        told = explain_in_plan(name, plan, scoring(), session.plugins, say, language)
        text = to_json(told)
        insist_it_fits(json.loads(text), Explained)
        assert from_json(Explained, text) == (told, ())


@given(scores, st.lists(parts, max_size=6), st.booleans())
def test_weights_count_in_every_sum(
    score: Score, several: list[Part], has_no_weight: bool
) -> None:
    if has_no_weight:
        several = [attrs.evolve(part, weight=0) for part in several]
    score = attrs.evolve(score, parts=several)
    scope = Scope(kind=ScopeKind.PROGRAMME, id="", title=Text.of("All"))
    named = NamedFigure(scope=scope, score=score)
    figure = explain_figure(named, {}, str, in_english)
    weighed = [(p.weight, p.value) for p in several if p.weight is not None]
    known = [(w, v) for w, v in weighed if isinstance(v, Fraction)]
    weight = sum(w for w, _ in weighed)
    counted = sum(w * v for w, v in known)
    missing = sum(w for w, v in weighed if isinstance(v, Absence))
    assert figure.sum.unknown == len(several) - len(weighed)
    assert (figure.sum.weight, figure.sum.counted) == (weight, counted)
    assert figure.sum.open == missing
    assert (figure.sum.low, figure.sum.high) == (counted, counted + missing)
    added = [part.adds for part in figure.parts if part.adds is not None]
    assert len(added) == (len(known) if weight else 0)
    assert not weight or sum(added) == counted / weight
    assert weight or not (figure.sum.gives_value or figure.sum.gives_bounds)


def test_an_activity_of_several_files_shows_the_cells_of_each(
    plan: WorkPlan, session: Session
) -> None:
    told = explain_in_plan("ID-01", plan, Scoring(), session.plugins)
    (activity,) = told.activities
    title = next(f for f in activity.fields if f.field == "title")
    assert {origin.file for origin in title.origins} == {
        "id-laporan-slom21.xlsx",
        "ph-report-slom21.xlsx",
        "vn-bao-cao-slom21.xlsx",
    }
    number = next(f for f in activity.fields if f.field == "number")
    assert set(number.value.split("; ")) >= {"ID-01", "VN-05"}
    assert any(report.counts for report in activity.reports)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_reasons_are_told_in_the_language_that_was_asked_for(
    language: str, plan: WorkPlan, session: Session
) -> None:
    say = session.translate(language)
    told = explain_in_plan("all", plan, scoring(), session.plugins, say, language)
    reasons = {part.reason for figure in told.figures for part in figure.parts}
    reasons |= {reason for figure in told.figures for reason in figure.reasons}
    formulas = {figure.formula for figure in told.figures}
    english = explain_in_plan("all", plan, scoring(), session.plugins)
    in_english_ = {p.reason for figure in english.figures for p in figure.parts}
    in_english_ |= {reason for figure in english.figures for reason in figure.reasons}
    assert in_english_
    if language == "en":
        assert reasons == in_english_
    else:
        assert reasons.isdisjoint(in_english_)
        assert formulas.isdisjoint({f.formula for f in english.figures})
