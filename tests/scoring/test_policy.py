"""A policy file is read strictly, and every fault in it is named."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.codec import decode, encode
from almwp.model.policy import (
    AbsenceRule,
    AbsenceRules,
    Cap,
    NoBaseline,
    Policy,
    TargetIsBaseline,
    Weighting,
)
from almwp.scoring.policy import policy_of

PAGE = Path(__file__).parents[2] / "docs/explanation/how-scores-are-made.md"

policies = st.builds(
    Policy,
    weights=st.sampled_from([Weighting.EQUAL, Weighting.BUDGET]),
    cap=st.sampled_from(Cap),
    no_baseline=st.sampled_from(NoBaseline),
    target_is_baseline=st.sampled_from(TargetIsBaseline),
    keep_within=st.fractions(0, 1, max_denominator=20),
    absences=st.builds(
        AbsenceRules,
        not_reported=st.sampled_from(AbsenceRule),
        withheld=st.sampled_from(AbsenceRule),
    ),
)


def test_an_empty_file_is_the_default() -> None:
    assert policy_of("").policy == Policy()


def test_the_default_that_the_page_writes_out_is_the_default() -> None:
    toml = PAGE.read_text(encoding="utf-8").split("```toml\n")[1:]
    assert policy_of(toml[0].split("```")[0]).policy == Policy()
    given_weights = policy_of(toml[1].split("```")[0]).policy
    assert given_weights is not None
    assert given_weights.given[0].weight == Fraction(3, 2)


@given(policies)
def test_a_policy_reads_back_as_it_was_written(policy: Policy) -> None:
    assert decode(Policy, encode(policy)) == (policy, ())


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            'cap = "none"\nweight = 1',
            (
                "cap: expected one of 'capped', 'raw', found the text 'none'",
                "weight: there is no such key (known: weights, given, cap, absences, "
                "no_baseline, target_is_baseline, keep_within)",
            ),
        ),
        (
            '[absences]\nblank = "zero"\nlate = "bounds"',
            (
                "absences.blank: expected one of 'bounds', 'leave out', found the text "
                "'zero'",
                "absences.late: there is no such key (known: not_reported, blank, "
                "not_applicable, not_due, withheld)",
            ),
        ),
        (
            'weights = "given"\n[[given]]\nid = "a"\nwieght = 1',
            (
                "given[0].weight: it is missing",
                "given[0].wieght: there is no such key (known: id, weight)",
            ),
        ),
        (
            "keep_within = 0.5",
            (
                'keep_within: expected an exact number as text, such as "3/4" or "5", '
                "found the number 0.5",
            ),
        ),
        (
            'keep_within = "-1"',
            ("keep_within: keep_within is not negative, but it is -1",),
        ),
        (
            'weights = "given"',
            ("weights are listed if, and only if, weights = 'given'",),
        ),
        (
            'weights = "given"\n'
            'given = [{id = "a", weight = 1}, {id = "a", weight = 2}]',
            ("a weight is given twice for a",),
        ),
    ],
)
def test_every_fault_is_named_with_its_key(text: str, faults: tuple[str, ...]) -> None:
    read = policy_of(text)
    assert read.policy is None
    assert tuple(map(str, read.faults)) == faults


@pytest.mark.parametrize("key", [f.name for f in Policy.__attrs_attrs__])
@pytest.mark.parametrize("value", ["true", "0.5", "[]", "{}", '""', "1979-05-27"])
def test_no_odd_value_slips_into_a_policy(key: str, value: str) -> None:
    read = policy_of(f"{key} = {value}")
    assert (read.policy is None) == bool(read.faults)
    harmless: Any = {("given", "[]"), ("absences", "{}")}
    assert (read.policy is None) != ((key, value) in harmless)
