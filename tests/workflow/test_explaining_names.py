"""By which words activities, figures and rules are asked for."""

from fractions import Fraction
from pathlib import Path

import pytest

from almwp.errors import CallError
from almwp.findings.rules import RULES
from almwp.model.absence import Absence
from almwp.model.score import ScopeKind
from almwp.model.workplan import WorkPlan
from almwp.workflow.explaining import explain_in_plan, explain_rules
from almwp.workflow.figurenames import WantedFigure, figure_wanted
from almwp.workflow.scoring import Scoring
from almwp.workflow.session import Session


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    folder = Path(__file__).parents[2] / "examples" / "submissions"
    return session.merge(session.read([folder]).submissions)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("all", WantedFigure()),
        ("ALL / ongoing", WantedFigure(share="ongoing")),
        ("programme", WantedFigure(kind=ScopeKind.PROGRAMME)),
        ("outcome:1", WantedFigure(kind=ScopeKind.OUTCOME, scope="1")),
        ("country = Viet Nam", WantedFigure(kind=ScopeKind.COUNTRY, scope="Viet Nam")),
        ("outcome:", WantedFigure(kind=ScopeKind.OUTCOME, scope="")),
        ("outcome:a=b", WantedFigure(kind=ScopeKind.OUTCOME, scope="a=b")),
        ("ASEAN-OSHNET:7", None),
        ("Workshop: outcome=1", None),
        ("", None),
    ],
)
def test_words_ask_for_a_figure_or_for_none(
    words: str, wanted: WantedFigure | None
) -> None:
    assert figure_wanted(words) == wanted


@pytest.mark.parametrize(
    "words",
    ["country:VN", "country:vn", "country=Viet Nam", "country=Việt Nam"],
)
def test_a_country_is_named_by_its_code_or_its_name(
    words: str, plan: WorkPlan, session: Session
) -> None:
    told = explain_in_plan(words, plan, Scoring(), session.plugins)
    (figure,) = told.figures
    assert (figure.kind, figure.scope) == (ScopeKind.COUNTRY, "VN")
    assert (figure.value, figure.total) == (Fraction(2, 3), 9)


@pytest.mark.parametrize("share", ["ongoing", "đang thực hiện", "Ongoing"])
def test_a_share_is_named_in_the_language_of_the_table(
    share: str, plan: WorkPlan, session: Session
) -> None:
    words = f"outcome=Skilled and Adaptable Workforce/{share}"
    say = session.translate("vi")
    told = explain_in_plan(words, plan, Scoring(), session.plugins, say, "vi")
    (figure,) = told.figures
    assert (figure.share, figure.value) == ("đang thực hiện", Fraction(1, 3))


@pytest.mark.parametrize("words", ["ID-03", "id-03", "ID:ID-03"])
def test_an_activity_is_named_by_its_id_or_its_number(
    words: str, plan: WorkPlan, session: Session
) -> None:
    told = explain_in_plan(words, plan, Scoring(), session.plugins)
    assert [activity.id for activity in told.activities] == ["ID:ID-03"]


def test_an_activity_is_named_by_its_title(plan: WorkPlan, session: Session) -> None:
    told = explain_in_plan("asean-oshnet conference", plan, Scoring(), session.plugins)
    (activity,) = told.activities
    timeframe = next(f for f in activity.fields if f.field == "timeframe")
    assert timeframe.value == "ANNUALLY"
    assert [str(o) for o in timeframe.origins] == [
        "oshnet-project-table.xlsx!Thematic Area 2!B10"
    ]
    assert {s.part.value for s in activity.standings} == {Absence.BLANK}


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("outcome:11", "outcome:1"),
        ("country=Viet Nan", "country=Viet Nam"),
        ("ID-033", "ID-03"),
        ("ambiguous-percnt", "ambiguous-percent"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(
    words: str, near: str, plan: WorkPlan, session: Session
) -> None:
    with pytest.raises(CallError) as caught:
        explain_in_plan(words, plan, Scoring(), session.plugins)
    assert caught.value.exit_code == 2
    assert near in str(caught.value)
    vietnamese = caught.value.message(session.translate("vi"))
    assert vietnamese.startswith("không có gì tên là")
    assert near in vietnamese


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_rule_is_explained_in_both_languages(
    code: str, language: str, session: Session
) -> None:
    say = session.translate(language)
    told = explain_rules(code, session.plugins, say, language)
    assert told is not None
    (rule,) = told.rules
    assert (rule.code, rule.name, rule.provider) == (code, RULES[code].name, "core")
    for words in (rule.message, rule.hint, rule.effect, rule.about):
        assert words
        assert "{" not in words
    if language == "vi":
        assert rule.effect != say(rule.effect) or rule.effect.startswith("giá trị")
    by_name = explain_rules(RULES[code].name, session.plugins, say, language)
    assert by_name is not None
    assert by_name.rules == told.rules


def test_the_rules_of_plugins_are_explained_too(session: Session) -> None:
    told = explain_rules("xl101", session.plugins)
    assert told is not None
    assert (told.rules[0].name, told.rules[0].provider) == ("macros-not-run", "excel")


def test_what_is_no_rule_is_not_explained_as_one(session: Session) -> None:
    assert explain_rules("ALM000", session.plugins) is None
    assert explain_rules("", session.plugins) is None
