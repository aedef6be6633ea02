"""Findings say where, what and what to type instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.findings.counting import by_code, by_severity, has_errors
from almwp.findings.rule import Finding, Location, Rule, Severity
from almwp.testing import strategies

RULE = Rule(
    code="TST201",
    name="unknown-status",
    message="'{found}' is not a status of {framework}",
    hint="use one of: {suggestions}",
)
PLACE = Location(file="vn.xlsx", sheet="Hoạt động", cell="F7")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (PLACE, "vn.xlsx!Hoạt động!F7"),
        (Location(file="vn.xlsx", sheet="Hoạt động"), "vn.xlsx!Hoạt động"),
        (Location(file="vn.xlsx"), "vn.xlsx"),
    ],
)
def test_a_location_speaks_excel(place: Location, said: str) -> None:
    assert str(place) == said


def test_a_finding_says_where_what_and_what_to_type() -> None:
    finding = RULE.at(
        PLACE,
        field="status",
        found="done",
        suggestions=("completed", "ongoing"),
        framework="the plan",
    )
    assert finding.message() == "'done' is not a status of the plan"
    assert finding.hint() == "use one of: completed, ongoing"
    assert str(finding) == (
        "vn.xlsx!Hoạt động!F7: error TST201: 'done' is not a status of the plan"
    )
    assert (finding.code, finding.severity) == ("TST201", Severity.ERROR)


def test_facts_are_kept_as_words() -> None:
    finding = RULE.at(PLACE, framework=3)
    assert finding.facts == (("framework", "3"),)
    assert hash(finding) == hash(RULE.at(PLACE, framework="3"))


def test_messages_are_said_in_the_readers_language() -> None:
    vietnamese = {
        RULE.message: "'{found}' không phải là trạng thái của {framework}",
        "a word": "một từ",
    }
    finding = RULE.at(PLACE, found="xong", framework="kế hoạch")

    def translate(sentence: str) -> str:
        return vietnamese.get(sentence, sentence)

    said = finding.message(translate)
    assert said == "'xong' không phải là trạng thái của kế hoạch"
    assert finding.hint(translate) == "use one of: "


@given(strategies.words)
def test_braces_in_a_senders_words_are_only_words(found: str) -> None:
    finding = RULE.at(PLACE, found=found, framework="x")
    assert found in finding.message()


@given(strategies.findings)
def test_every_finding_can_be_said(finding: Finding) -> None:
    assert finding.message()
    assert finding.hint()
    assert str(finding.at) in str(finding)


@pytest.mark.parametrize("code", ["", "201", "alm201", "ALM20", "ALM2010", "A201"])
def test_a_code_is_letters_and_three_digits(code: str) -> None:
    with pytest.raises(ValueError, match="code"):
        Rule(code=code, name="x", message="", hint="")


@pytest.mark.parametrize("name", ["", "Unknown", "two words", "-x", "x_y"])
def test_a_name_is_words_with_hyphens(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        Rule(code="TST001", name=name, message="", hint="")


@given(st.lists(strategies.findings, max_size=6))
def test_counts_of_findings_add_up(findings: list[Finding]) -> None:
    assert sum(by_severity(findings).values()) == len(findings)
    assert sum(by_code(findings).values()) == len(findings)
    assert set(by_severity(findings)) == set(Severity)
    assert list(by_code(findings)) == sorted({f.code for f in findings})
    assert has_errors(findings) == (by_severity(findings)[Severity.ERROR] > 0)


def test_a_reason_is_a_sentence_in_the_readers_language() -> None:
    rule = Rule(
        code="TST219", name="x", message="{found} is {expected}, as {why}", hint=""
    )
    finding = rule.at(
        PLACE,
        found="{06/07}",
        expected="July",
        why="{witness} in {where} can only be so",
        witness="{30/06}",
        where="C5",
    )
    assert finding.message() == "{06/07} is July, as {30/06} in C5 can only be so"
    vietnamese = {"{witness} in {where} can only be so": "{where}: {witness}"}
    said = finding.message(lambda sentence: vietnamese.get(sentence, sentence))
    assert said == "{06/07} is July, as C5: {30/06}"
