"""What the scorers say can be said in Vietnamese, with the same facts."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from almwp_progress import (
    absences,
    delivery,
    expectations,
    implementation,
    progress,
    reasons,
    timeliness,
    timing,
    trend,
    trendchanges,
    trendremarks,
    trendsums,
    weighing,
)

from almwp.plugins.loading import load_plugins
from almwp.scoring.question import Question
from almwp.scoring.wording import retold
from almwp.testing.samples import sample_plan
from almwp.workflow.messages import translation_into

SPEAKING = (
    implementation,
    reasons,
    progress,
    delivery,
    timing,
    timeliness,
    expectations,
    absences,
    weighing,
    trend,
    trendchanges,
    trendremarks,
    trendsums,
)
NAMES = {"delivery", "timeliness", "the day", "expected", "actual"} | {
    str(each) for each in timing.Timing if each is not timing.Timing.WITHDRAWN
}
NAMES |= {"trend", *map(str, trendchanges.Movement), *map(str, trendchanges.Apart)}
PO = Path(delivery.__file__).parent / "locale" / "vi.po"


def translations() -> Mapping[str, str]:
    from babel.messages.pofile import read_po

    with PO.open("rb") as file:
        catalogue = read_po(file, charset="utf-8", abort_invalid=True)
    return {str(m.id): str(m.string) for m in catalogue if m.id}


def said() -> set[str]:
    """Return every sentence that the modules keep under a name in capitals."""
    sentences = {
        value
        for module in SPEAKING
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and isinstance(value, str)
    }
    return sentences | NAMES


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_everything_that_is_said_is_translated_and_nothing_else() -> None:
    assert len(said()) > 40
    assert set(translations()) == said()


def test_a_translation_speaks_of_the_same_facts() -> None:
    for sentence, translated in translations().items():
        assert translated
        assert facts(translated) == facts(sentence), sentence


def test_every_reason_of_a_part_can_be_told_in_vietnamese() -> None:
    translate = translation_into("vi", load_plugins())
    sentences = tuple(translations())
    for score in (delivery.score, timeliness.score):
        card = score(sample_plan(), Question(by=()))
        for part in card.lines[0].score.parts:
            assert retold(part.reason, sentences, translate) != part.reason
        for reason in card.lines[0].score.reasons:
            assert retold(reason, sentences, translate) != reason


def test_an_overdue_activity_is_told_in_vietnamese() -> None:
    told = timing.OVERDUE_MONTHS.format(
        end="2024-06", months=3, state="ongoing", when="2024-09"
    )
    assert retold(told, translations(), translation_into("vi", load_plugins())) == (
        "phải xong chậm nhất 2024-06, quá hạn 3 tháng, "
        "được báo cáo là đang thực hiện (2024-09)"
    )
