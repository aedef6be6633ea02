"""What a corrected version changed is told in the words of both cells."""

from fractions import Fraction

from almwp.findings import value_rules
from almwp.findings.rule import Finding, Location
from almwp.model.activity import Activity, Observation, RowOrigin
from almwp.model.ids import ActivityId
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.corrections import corrections


def sent(digit: str, *findings: Finding, percent: Fraction | None) -> Submission:
    file = f"vn v{digit}.xlsx"
    row = RowOrigin(
        file=file, sha256=digit * 64, sheet="S", row=7, columns=(("percent", "G"),)
    )
    reports = (Observation(percent=percent),) if percent is not None else ()
    return Submission(
        file=file,
        sha256=digit * 64,
        findings=findings,
        activities=[
            Activity(
                id=ActivityId("VN:1"),
                title=Text.of("Study"),
                observations=reports,
                origins=(row,),
            )
        ],
    )


def test_a_value_that_was_refused_is_quoted_as_it_stood() -> None:
    refused = value_rules.PERCENT_RANGE.at(
        Location(file="vn v1.xlsx", sheet="S", cell="G7"), field="percent", found="6000"
    )
    old, new = sent("1", refused, percent=None), sent("2", percent=Fraction(3, 5))
    (found,) = corrections(old, new)
    assert (found.old, found.new) == ("6000", "60 %")
