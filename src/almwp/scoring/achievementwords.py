"""The sentences in which the achievement of an indicator explains itself."""

from typing import Final

WAY: Final = (
    "{reading} as of {when}: from {baseline} to {target} by {year} this is {share} of"
    " the way"
)
KEPT: Final = "{reading} as of {when} keeps the target {target} for {year}"
NOT_KEPT: Final = (
    "{reading} as of {when} is off the target {target} for {year}: of the distance of"
    " the baseline {baseline} this leaves {share} closed"
)
MET: Final = "{reading} as of {when} meets the target {target} for {year}"
NOT_MET: Final = "{reading} as of {when} does not meet the target {target} for {year}"
CAPPED: Final = "by the policy {raw} counts as {value}"
NO_READING: Final = "no reading was reported"
NO_READING_YET: Final = "no reading was surely made by {day}"
ABSENT: Final = "the reading as of {when} was given as {absence}"
RIVALS: Final = "two readings as of {when} differ: {values}"
NO_TARGET: Final = "no target was stated"
TARGET_ABSENT: Final = "the target for {year} was given as {absence}"
BASELINE_ABSENT: Final = "the baseline was given as {absence}"
TWO_TARGETS: Final = "two targets for {year} differ: {values}"
NO_BASELINE: Final = "no baseline was stated, the policy is: {rule}"
FIRST_READING: Final = (
    "by the policy the first reading ({value} as of {when}) is the baseline"
)
ONLY_READING: Final = (
    "the first reading is the only one: nothing can be counted from it yet"
)
NOTHING_BETWEEN: Final = "the target is the baseline ({value}), the policy is: {rule}"
WRONG_WAY: Final = (
    "the target {target} lies on the wrong side of the baseline {baseline} for an"
    " indicator that is {direction}: one of the three is wrong"
)
LEFT_OUT: Final = "by the policy it is left out"
PARTS: Final = "{reading} % is {numerator} of {denominator}"
SUMMED: Final = "{value} is the sum of {count} readings of {year}"
POOLED_YEAR: Final = (
    "{value} % is {numerator} of {denominator} in {count} readings of {year}"
)
PART_OF_YEAR: Final = "{year} is not told as a whole yet and does not count"
YEAR_AGAINST_PARTS: Final = (
    "the year {year} was told as {stated}, but its {count} parts make {summed}: one of"
    " them is wrong"
)
FELL: Final = (
    "the total so far fell from {before} to {after} as of {when}: a total cannot fall"
)
EXPECTED: Final = "as of {when} the path to the target expects {expected}: {pace}"
EXPECTED_BETWEEN: Final = (
    "as of {when} the path to the target expects {low} to {high}: {pace}"
)
AHEAD: Final = "on the path or ahead"
BEHIND: Final = "behind"
OPEN: Final = "ahead or behind, depending on the day"
GROUP: Final = "{by}, {group}: {reading} as of {when}"
GROUP_SHARE: Final = "{by}, {group}: {reading} as of {when}, {share} of the way"
ASK_FOR_GROUPS: Final = "not told apart by {groups}: ask for it"
GROUPS_MISSING: Final = "not told apart by {by}: {count} of {total}; ask for it"
SHARED: Final = (
    "one indicator of {countries}: {numerator} of {denominator} together, from"
    " {baseline} to {target} this is {share} of the way"
)
SHARED_OPEN: Final = (
    "one indicator of {countries}: numerators and denominators are not known of all, so"
    " it lies between the least and the most of theirs"
)
SHARED_KEPT: Final = (
    "one indicator of {countries}: {numerator} of {denominator} together; {left} still"
    " lie between them and their targets, of {way} that the baselines lay off: this"
    " leaves {share} closed"
)
SHARED_ALL_KEPT: Final = (
    "one indicator of {countries}: {numerator} of {denominator} together; all of them"
    " keep their targets"
)
SHARED_NO_FORMULA: Final = (
    "one indicator of {countries}: the formula has no answer for each of them, so it"
    " lies between the least and the most of theirs"
)
ONE_OF: Final = "{country}: {reason}"
NO_TARGET_NAME: Final = "no target"
NO_BASELINE_NAME: Final = "no baseline"
NOT_TOGETHER: Final = "countries not put together"
DIFFERING: Final = "values that differ"
WRONG_SIDE: Final = "target on the wrong side"
SAME_AS_BASELINE: Final = "target is the baseline"
FORMULA: Final = (
    "(reading - baseline) / (target - baseline), mean of the indicators by weight"
)
OPEN_PARTS: Final = "{count} {absence}: counted between their bounds"
LEFT_PARTS: Final = "{count} {absence}: left out by the policy"
RAW_BOUNDS: Final = (
    "raw shares have no end: the bounds hold while what is missing lies between its"
    " baseline and its target"
)

SENTENCES: Final = (
    WAY, KEPT, NOT_KEPT, MET, NOT_MET, CAPPED, NO_READING, NO_READING_YET, ABSENT,
    RIVALS, NO_TARGET, TWO_TARGETS, NO_BASELINE, FIRST_READING, ONLY_READING,
    NOTHING_BETWEEN, WRONG_WAY, LEFT_OUT, PARTS, SUMMED, POOLED_YEAR, PART_OF_YEAR,
    YEAR_AGAINST_PARTS, FELL, EXPECTED, EXPECTED_BETWEEN, AHEAD, BEHIND, OPEN, GROUP,
    GROUP_SHARE,
    ASK_FOR_GROUPS, GROUPS_MISSING, SHARED, SHARED_OPEN, ONE_OF, FORMULA, OPEN_PARTS,
    LEFT_PARTS, RAW_BOUNDS, TARGET_ABSENT, BASELINE_ABSENT, SHARED_KEPT,
    SHARED_ALL_KEPT, SHARED_NO_FORMULA, NO_TARGET_NAME, NO_BASELINE_NAME, DIFFERING,
    WRONG_SIDE, SAME_AS_BASELINE, NOT_TOGETHER,
)  # fmt: skip
"""All of them, for those who tell them in another language."""
