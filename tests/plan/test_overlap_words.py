import unicodedata

import pytest
from hypothesis import given

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.text import Text
from almwp.plan.overlapwords import title_words, words_of
from almwp.testing import strategies


@pytest.mark.parametrize(
    ("title", "base", "editions"),
    [
        (
            "8th ASEAN-OSHNET Conference 2021",
            "asean oshnet conference",
            ("8th", "2021"),
        ),
        ("Hội nghị lần thứ 9", "hoi nghi", ("9",)),
        ("Hội nghị năm 2024", "hoi nghi", ("2024",)),
        ("Năm tài khóa", "nam tai khoa", ()),
        ("Second training of inspectors", "training of inspectors", ("second",)),
        ("Phase II of the study", "phase of the study", ("ii",)),
        ("Pertemuan ke-12", "pertemuan", ("12",)),
    ],
)
def test_numbers_of_editions_are_taken_away(
    title: str, base: str, editions: tuple[str, ...]
) -> None:
    read = words_of(title)
    assert (read.base, read.editions) == (base, editions)


def test_shared_words_stay_together_as_they_are_written() -> None:
    read = words_of("Hội thảo về an toàn, vệ sinh lao động cho Thanh tra")
    shared = read.shared(["an", "toan", "lao", "dong", "thanh", "tra"])
    assert shared == ("an toàn", "lao động", "Thanh tra")


def test_both_unicode_forms_of_vietnamese_have_the_same_words() -> None:
    title = "Đào tạo nghề cho lao động di cư"
    decomposed = words_of(unicodedata.normalize("NFD", title))
    assert decomposed.keys == words_of(title).keys


def test_a_script_without_spaces_is_compared_piece_by_piece() -> None:
    one, other = words_of("โครงการฝึกอบรมแรงงาน"), words_of("การฝึกอบรมแรงงานข้ามชาติ")
    both = set(one.keys) & set(other.keys)
    assert "ฝึกอบรมแรงงาน" in "".join(one.shared(both))


def test_titles_in_every_language_and_other_titles_count() -> None:
    activity = Activity(
        id=ActivityId("VN:1"),
        title=Text.from_forms(
            {"en": "Labour market study", "vi": "Nghiên cứu thị trường"}
        ),
        other_titles=(Text.of("Mapping of markets"), Text.of("labour MARKET study")),
    )
    bases = {read.base for read in title_words(activity)}
    assert bases == {
        "labour market study",
        "nghien cuu thi truong",
        "mapping of markets",
    }


@given(strategies.activities)
def test_every_word_is_a_piece_of_the_title_as_written(activity: Activity) -> None:
    for read in title_words(activity):
        assert len(set(read.keys)) == len(read.keys)
        for words in read.shared(read.keys):
            assert words in read.text
