"""Programmes are found by id, title, or short name with years; outcomes by any name."""

import re
from unicodedata import normalize

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework, framework_ids
from almwp.intake import frameworknames
from almwp.intake.frameworknames import find_framework, find_node
from almwp.intake.lexicon import Lexicon
from almwp.model.ids import FrameworkId
from almwp.model.text import Text

NAMED = {
    "ALM WP 2021-2025": "ALM-WP-2021-2025",
    "ALMWP 2026 – 2030": "ALM-WP-2026-2030",
    "ALM Work Programme (2021-2025)": "ALM-WP-2021-2025",
    "ALM Work Programme for the period 2021 to 2025": "ALM-WP-2021-2025",
    "REPORT ON THE ALM WORK PROGRAMME 2016-2020": "ALM-WP-2016-2020",
    "ASEAN Labour Ministers’ Work Programme 2021-2025": "ALM-WP-2021-2025",
    "Progress 2023-2024 on the ALM WP 2021-2025": "ALM-WP-2021-2025",
    "ALM WP 2021-2025 - 30 June 2024": "ALM-WP-2021-2025",
    "ALM Work Programme (ALM WP) 2021-2025": "ALM-WP-2021-2025",
    "SLOM-WG Work Plan 2021-2025": "SLOM-WG-WP-2021-2025",
    "SLOM-WG Work Plan 2016-2020": "SLOM-WG-WP-2016-2020",
    "ATC Work Plan 2021-2030": "ATC-WP-2021-2030",
    "ASEAN-OSHNET Work Plan 2021-2025": "OSHNET-WP-2021-2025",
    "ACMW Action Plan 2018-2025": "ACMW-AP-2018-2025",
    "ASCC Blueprint 2025": "ASCC-BLUEPRINT-2025",
    "ASEAN Roadmap on the Elimination of the Worst Forms of Child Labour by 2025": (
        "CHILD-LABOUR-ROADMAP-2025"
    ),
    "Kế hoạch công tác của Bộ trưởng Lao động ASEAN giai đoạn 2021-2025": (
        "ALM-WP-2021-2025"
    ),
    "Chương trình công tác của Bộ trưởng Lao động ASEAN 2026-2030": "ALM-WP-2026-2030",
    "BÁO CÁO thực hiện Kế hoạch công tác của Bộ trưởng Lao động ASEAN 2016-2020": (
        "ALM-WP-2016-2020"
    ),
}
NOT_NAMED = (
    "",
    "Report of Viet Nam",
    "ALM Work Programme",
    "ASEAN Labour Ministers' Work Programme",
    "SLOM-WG Work Plan",
    "ATC Work Plan",
    "ALM WP 2020-2024",
    "ALM WP 2016-2020 and ALM WP 2021-2025",
    "ASEAN-OSHNET Work Plan 2021-2025 / SLOM-WG Work Plan 2021-2025",
    "ALM WP 2021-2025 and 2026-2030",
    "2026-2030 ALM WP 2021-2025",
    "ALM WP 2021-2025 and the SLOM-WG Work Plan",
    "not under ALM WP 2021-2025",
    "ALM WP 2021-2025 (không thuộc)",
    "Successor of ALM WP 2021-2025",
    "after the ALM WP 2021-2025",
    "post-ALM WP 2021-2025",
    "ALM-WP-2021-2025-bis",
    "ALM WP 2021-2025 bis",
    "ALM WP 2021-2025-2030",
    "ALM WP 2021-2025?",
    "~ALM WP 2021-2025",
)


@pytest.mark.parametrize(("words", "id_"), NAMED.items())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_programme_is_found_by_its_names(
    lexicon: Lexicon, words: str, id_: str, form: str
) -> None:
    text = normalize("NFC", words) if form == "NFC" else normalize("NFD", words)
    found = find_framework(text, lexicon)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize("words", NOT_NAMED)
def test_none_is_found_where_none_or_several_are_named(
    lexicon: Lexicon, words: str
) -> None:
    assert find_framework(words, lexicon) is None


@pytest.mark.parametrize("id_", framework_ids())
def test_each_programme_is_found_by_its_id_and_its_titles(
    lexicon: Lexicon, id_: FrameworkId
) -> None:
    known = framework(id_)
    for words in (id_, *(title for _, title in known.title.forms)):
        for text in (words, words.upper(), f"Report: {words}, status of today"):
            assert find_framework(text, lexicon) == known


@pytest.mark.parametrize(
    "words",
    [
        "1",
        "1.",
        "Outcome 1",
        "OUTCOME 1",
        "Kết quả 1",
        "Hasil 1",
        "I",
        "Outcome I",
        "outcome i: Skilled and Adaptable Workforce",
        "Kết quả I",
        "Skilled and Adaptable Workforce",
        "1. Skilled and Adaptable Workforce",
        "Outcome 1: Skilled and Adaptable Workforce",
        "Outcome 1 - skilled and adaptable workforce",
        "Skilled and Adaptable Workforce (Outcome 1)",
        "Kết quả 1 (Outcome 1)",
        "Outcome 1 (SAW)",
        "Lực lượng lao động có tay nghề và thích ứng",
        normalize("NFD", "1. Lực lượng lao động có tay nghề và thích ứng"),
        "luc luong lao dong co tay nghe va thich ung",
    ],
)
def test_an_outcome_is_found_by_number_and_title(words: str) -> None:
    outcomes = framework(FrameworkId("ALM-WP-2021-2025")).outcomes
    found = find_node(words, outcomes)
    assert found is not None
    assert found.id == "1"


@pytest.mark.parametrize(
    "words",
    [
        *("", "-", "5", "1.1", "Outcome", "Workforce", "11"),
        *("V", "Outcome IX", "I-II", "II, III", "I (II)", "IIII", "i.i"),
        *("1?", "~1", "-1", "1%", "<1", "Outcome 1?"),
        *("Outcome 1 (partly 2)", "2 (not 1)", "Outcome 1 (2)", "1 (tbc)"),
    ],
)
def test_nothing_else_is_an_outcome(words: str) -> None:
    outcomes = framework(FrameworkId("ALM-WP-2021-2025")).outcomes
    assert find_node(words, outcomes) is None


@pytest.mark.parametrize("sign", ["-", " - ", "/", ",", "; ", " & "])
def test_two_outcomes_are_not_one_area(sign: str) -> None:
    areas = framework(FrameworkId("ALM-WP-2016-2020")).priority_areas
    assert find_node("1.1", areas) is not None
    assert find_node(f"1{sign}1", areas) is None


def test_every_node_is_found_by_its_own_words() -> None:
    for known in map(framework, framework_ids()):
        for nodes in (known.outcomes, known.priority_areas, known.topics):
            for node in nodes:
                for _, title in node.title.forms:
                    assert find_node(f"{node.number} {title}", nodes) == node


def test_roman_numerals_count_only_nodes_that_are_counted() -> None:
    outcomes = framework(FrameworkId("ALM-WP-2021-2025")).outcomes
    found = find_node("IV", outcomes)
    assert found is not None
    assert found.id == "4"
    assert find_node("II", outcomes[1:]) is None
    named = [evolve(outcomes[0], title=Text.of("II")), *outcomes[1:]]
    found = find_node("II", named)
    assert found is not None
    assert found.id == "1"


WORDS = sorted({word for known in framework_ids() for word in known.split("-")})


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*WORDS, "ALM WP", "Work Programme", "2021", "the", "-"]),
            st.sampled_from([str(framework(known).title) for known in framework_ids()]),
        ),
        max_size=6,
    )
)
def test_every_name_is_found_wherever_it_stands(
    lexicon: Lexicon, said: list[str]
) -> None:
    names = frameworknames._by_first_word(lexicon)
    words = frameworknames._folded(" ".join(said))
    every = [entry for entries in names.values() for entry in entries]
    expected = sorted(
        (match.start(), match.start() + len(name), known)
        for name, known in every
        for match in re.finditer(f"(?={re.escape(name)})", words)
    )
    assert sorted(frameworknames._found_in(words, names)) == expected
