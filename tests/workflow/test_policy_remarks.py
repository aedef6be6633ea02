"""Every choice of a policy is told with the scores, in words and in the manifest."""

from fractions import Fraction
from pathlib import Path

import pytest

from almwp.errors import CallError
from almwp.model.activity import Activity, Observation, RowOrigin, Status
from almwp.model.ids import ActivityId
from almwp.model.score import Scorecard
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.workflow.session import Session

CHOICES = (
    ("weights", "budget"),
    ("weights", "framework"),
    ("cap", "raw"),
    ("no_baseline", "leave out"),
    ("no_baseline", "first reading"),
    ("target_is_baseline", "met or not"),
    ("target_is_baseline", "leave out"),
    ("keep_within", "1/20"),
    ("absences.not_reported", "leave out"),
    ("absences.blank", "leave out"),
    ("absences.not_applicable", "bounds"),
    ("absences.not_due", "bounds"),
    ("absences.withheld", "leave out"),
)


def scored(
    tmp_path: Path, toml: str, *several: Activity, method: str = "implementation"
) -> Scorecard:
    path = tmp_path / "policy.toml"
    path.write_text(toml, encoding="utf-8")
    framework = "ALM-WP-2021-2025" if "framework" in toml else None
    plan = WorkPlan(activities=several, framework=None)
    return Session.start().score(
        plan, method=method, by=(), policy=path, framework=framework
    )


def told(card: Scorecard, language: str = "en") -> list[str]:
    return [r.text.in_(language) for r in card.remarks if r.about == "policy"]


def activity(
    number: int, budget: str = "", origins: tuple[RowOrigin, ...] = ()
) -> Activity:
    return Activity(
        id=ActivityId(f"VN:{number}"),
        title=Text.of(f"No. {number}"),
        budget=budget,
        observations=[
            Observation(status=Status.COMPLETED if number else Status.PLANNED)
        ],
        origins=origins,
    )


@pytest.mark.parametrize(
    "method", ["implementation", "delivery", "timeliness", "achievement"]
)
@pytest.mark.parametrize(("key", "value"), CHOICES)
def test_every_choice_is_told_in_two_languages_and_in_the_manifest(
    method: str, key: str, value: str, tmp_path: Path
) -> None:
    card = scored(tmp_path, f'{key} = "{value}"', method=method)
    english, vietnamese = told(card)[0], told(card, "vi")[0]
    assert english != vietnamese
    assert (f"policy: {key}", value) in card.manifest.settings
    unused = "does not use this choice of the policy" in english
    of_indicators = key in ("cap", "no_baseline", "target_is_baseline", "keep_within")
    assert unused == (of_indicators and method != "achievement")


def test_the_default_is_not_told(tmp_path: Path) -> None:
    card = scored(tmp_path, 'weights = "equal"\n[absences]\nblank = "bounds"')
    assert told(card) == []


def test_a_weight_for_what_does_not_occur_is_told(tmp_path: Path) -> None:
    toml = 'weights = "given"\n[[given]]\nid = "VN:1"\nweight = 2\n'
    toml += '[[given]]\nid = "VN:7"\nweight = 1\n'
    card = scored(tmp_path, toml, activity(1))
    assert told(card)[1] == "weights are listed for what does not occur: VN:7"
    assert "VN:7" in told(card, "vi")[1]
    assert ("policy: given.VN:7", "1") in card.manifest.settings


def test_weights_from_a_framework_that_is_not_named_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text('weights = "framework"', encoding="utf-8")
    with pytest.raises(CallError, match="name one with --framework"):
        Session.start().score(WorkPlan(), policy=path)


def test_a_framework_without_weights_is_told_and_weighs_nothing_in_silence(
    tmp_path: Path,
) -> None:
    card = scored(tmp_path, 'weights = "framework"', activity(0), activity(1))
    assert "ALM-WP-2021-2025 gives no weight for: 1, 2, 3, 4" in told(card)[1]
    score = card.lines[0].score
    assert [score.low, score.high] == [0, 1]
    assert "weights that are not known: 2 of 2" in told(card)[2]


def test_a_budget_that_is_not_clear_is_told_with_its_cell(tmp_path: Path) -> None:
    row = RowOrigin(
        file="a.xlsx", sha256="0" * 64, sheet="S", row=7, columns=(("budget", "F"),)
    )
    several = activity(0, "$ 500", (row,)), activity(1, "USD 500")
    card = scored(tmp_path, 'weights = "budget"', *several)
    reason = card.lines[0].score.parts[0].reason
    assert "the budget '$ 500' of VN:0 (a.xlsx!S!F7) is not clear" in reason
    assert card.lines[0].score.reasons == ("the weight of 1 of 2 is not known",)


@pytest.mark.parametrize("method", ["implementation", "delivery"])
def test_budgets_in_several_forms_weigh_what_they_say(
    method: str, tmp_path: Path
) -> None:
    several = activity(0, "25.000 USD"), activity(1, "US$ 75,000")
    card = scored(tmp_path, 'weights = "budget"', *several, method=method)
    assert card.lines[0].score.value == Fraction(3, 4)


@pytest.mark.parametrize("toml", ["", 'weights = "budget"', 'weights = "framework"'])
def test_the_order_of_files_does_not_matter_with_any_policy(
    toml: str, tmp_path: Path
) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(toml, encoding="utf-8")
    session = Session.start()
    examples = Path(__file__).parents[2] / "examples" / "submissions"
    submissions = session.read(sorted(examples.glob("*.xlsx"))).submissions
    assert len(submissions) > 2
    for method in ("implementation", "delivery", "timeliness", "achievement"):
        cards = [
            session.score(
                session.merge(several),
                method=method,
                by=("outcome", "country"),
                policy=path,
                framework="ALM-WP-2021-2025",
            )
            for several in (submissions, submissions[::-1])
        ]
        one, other = (
            [(x.scope, x.score.value, x.score.low, x.score.high) for x in card.lines]
            for card in cards
        )
        assert one == other
