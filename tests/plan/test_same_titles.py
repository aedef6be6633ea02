"""A number joins two reports only where their titles surely say the same."""

import pytest
from attrs import evolve

from almwp.model.activity import Activity
from almwp.model.decision import SAME, ActivityName, Decision, DecisionKind, WhyUnfit
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, CountryCode
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.merge import merge
from almwp.plan.onesender import may_be_one_sender
from almwp.plan.sametitles import say_the_same

HOME_AFFAIRS, HEALTH = "Ministry of Home Affairs", "Ministry of Health"


def sent(digit: str, institution: str, *titles: str, number: str = "1.1") -> Submission:
    return Submission(
        file=f"{digit}.xlsx",
        sha256=digit * 64,
        country=CountryCode("VN"),
        institution=institution,
        activities=[
            Activity(
                id=ActivityId(f"VN:{number}{'.' * n}"), number=number, title=Text.of(t)
            )
            for n, t in enumerate(titles)
        ],
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Study on wages in ASEAN", "A study of the wages in ASEAN Member States"),
        ("Training on labour inspection", "Training on labour inspeciton"),
        ("Training on occupational safety", "Training on ocupational safety"),
        ("Training on occupational safety", "Training on occuppational safety"),
        ("Đào tạo nghề cho lao động nữ", "ĐÀO TẠO nghề  cho lao động nữ"),
    ],
)
def test_titles_that_differ_in_small_words_or_a_slip_say_the_same(
    one: str, other: str
) -> None:
    assert say_the_same(fold(one), fold(other))
    assert say_the_same(fold(other), fold(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Training on labour inspection in construction",
            "Training on labour inspection in agriculture",
        ),
        ("8th ASEAN Forum on Migrant Labour", "9th ASEAN Forum on Migrant Labour"),
        ("Workshop on green jobs 2023", "Workshop on green jobs 2025"),
        ("Forum on skills", "Second forum on skills"),
        ("Forum on skills, phase II", "Forum on skills, phase III"),
        ("Rights of employers", "Rights of employees"),
        ("Rights of the employer", "Rights of the employee"),
        ("Study of emigration", "Study of immigration"),
        ("Work with contract", "Work without contract"),
        ("Report 12345678", "Report 12345679"),
        ("Đào tạo nghề cho lao động nữ", "Đào tạo nghề cho lao động nam"),
        ("The", "A"),
        ("", ""),
    ],
)
def test_titles_that_differ_in_a_word_or_number_do_not(one: str, other: str) -> None:
    assert not say_the_same(fold(one), fold(other))
    assert not say_the_same(fold(other), fold(one))


@pytest.mark.parametrize(
    ("titles", "institutions"),
    [
        (
            ("8th Forum on Migrant Labour", "9th Forum on Migrant Labour"),
            ("MOLISA", "MoHA"),
        ),
        (("Workshop on jobs 2023", "Workshop on jobs 2025"), ("MoHA", "MoHA")),
        (("Study on wages", "Study of wages"), (HOME_AFFAIRS, HEALTH)),
    ],
    ids=["two editions", "two years", "two ministries"],
)
def test_one_number_of_two_activities_stays_two_and_is_asked_about(
    titles: tuple[str, str], institutions: tuple[str, str]
) -> None:
    plan = merge(
        sent(digit, who, title)
        for digit, who, title in zip("12", institutions, titles, strict=True)
    )
    assert {str(a.title) for a in plan.activities} == set(titles)
    assert {c.field for c in plan.conflicts} == {"number"}


def test_the_next_round_of_the_ministry_that_followed_is_of_the_same_sender() -> None:
    one, other = sent("1", "MOLISA", "Study on wages"), sent("2", "Bộ Nội vụ", "X")
    assert may_be_one_sender(one, other)
    assert may_be_one_sender(other, one)
    assert may_be_one_sender(one, evolve(other, institution=""))
    assert not may_be_one_sender(other, evolve(other, institution=HEALTH))
    assert not may_be_one_sender(one, evolve(one, country=CountryCode("LA")))
    plan = merge([one, sent("2", "Bộ Nội vụ", "Study of wages in ASEAN")])
    assert len(plan.activities) == 1


def test_a_decision_on_an_id_of_several_activities_fuses_nothing() -> None:
    files = [
        sent("1", HOME_AFFAIRS, "Wage study"),
        sent("2", HEALTH, "Nutrition campaign"),
        sent("3", HOME_AFFAIRS, "Job fair", number="7"),
    ]
    both = tuple(ActivityName(id=name) for name in ("VN:1.1", "VN:7"))
    decision = Decision(kind=DecisionKind.PAIR, activities=both, take=SAME)
    plan = merge(files, [decision])
    assert len(plan.activities) == 3
    assert [(u.why, u.found) for u in plan.unfit] == [
        (WhyUnfit.NAMES_SEVERAL, "VN:1.1")
    ]
    told = evolve(
        decision, activities=(ActivityName(id="VN:1.1", title="Wage study"), both[1])
    )
    assert len(merge(files, [told]).activities) == 2
