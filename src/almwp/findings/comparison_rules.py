"""Rules about two versions of one file, valid as they stand: codes ALM530 and on."""

from almwp.findings.rule import Rule, Severity

SORTED_ALONE = Rule(
    code="ALM530",
    name="column-sorted-alone",
    message=(
        "'{label}' seems to have been sorted without the other columns: {changed} of "
        "{rows} rows have another value, {kept} of these values stood in other rows "
        "before, and the column is in order now"
    ),
    hint="take the column from the old version, or sort the whole table",
    severity=Severity.WARNING,
)
CHANGED_PLACES = Rule(
    code="ALM531",
    name="values-changed-places",
    message=(
        "the values of '{label}' changed places: {changed} of {rows} rows have another "
        "value, and all of these values stood in other rows before"
    ),
    hint="compare the column with the old version, row by row",
    severity=Severity.WARNING,
)
LEFT_BEHIND = Rule(
    code="ALM532",
    name="column-left-behind",
    message=(
        "the rows were put into another order, but '{label}' stayed where it was: "
        "{stayed} of {moved} values stand beside other rows now"
    ),
    hint="put the rows into order again with all columns selected",
    severity=Severity.WARNING,
)
TITLES_MOVED = Rule(
    code="ALM533",
    name="titles-moved-alone",
    message=(
        "'{label}' moved against the other columns: of {moved} rows that changed "
        "places, {stayed} have the values of the row that stood there before"
    ),
    hint="take the column from the old version, or sort the whole table",
    severity=Severity.WARNING,
)
SHIFTED = Rule(
    code="ALM534",
    name="block-shifted",
    message=(
        "'{label}' slipped against the other columns by rows: {shift}; {changed} "
        "values in a block of {rows} rows are those of a row nearby; {why}"
    ),
    hint="look where a cell was inserted or deleted, and move the block back",
    severity=Severity.WARNING,
)
COPIED = Rule(
    code="ALM535",
    name="copied-from-neighbour",
    message=(
        "'{label}' has the value of the row beside it where it had its own before: "
        "{changed} of {rows} rows; {why}"
    ),
    hint="look whether values were copied into the wrong rows",
    severity=Severity.WARNING,
)
FILLED = Rule(
    code="ALM536",
    name="filled-with-one-value",
    message=(
        "'{label}' has one value in {changed} rows that had {kinds} different ones: "
        "{value}"
    ),
    hint="if a cell was dragged down over others, take them from the old version",
    severity=Severity.WARNING,
)
EMPTIED = Rule(
    code="ALM537",
    name="column-emptied",
    message="'{label}' is blank now in {changed} of {rows} rows that had a value",
    hint="take the values from the old version if they still hold",
    severity=Severity.WARNING,
)
SWAPPED = Rule(
    code="ALM538",
    name="columns-swapped",
    message=(
        "'{label}' and '{other}' have each other's values: {changed} of {rows} rows in "
        "which they differed"
    ),
    hint="look whether headings or columns were exchanged",
    severity=Severity.WARNING,
)
MULTIPLIED = Rule(
    code="ALM539",
    name="values-multiplied",
    message="'{label}' is {factor} times what it was in {changed} of {rows} rows",
    hint="look at the unit, and whether cells became percentages or thousands",
    severity=Severity.WARNING,
)
DECIMALS_LOST = Rule(
    code="ALM540",
    name="decimals-lost",
    message=(
        "'{label}' lost the sign before its decimals in {changed} of {rows} rows with "
        "decimals"
    ),
    hint="type the numbers again, with the sign for decimals of your Excel",
    severity=Severity.WARNING,
)
SIGN_TURNED = Rule(
    code="ALM541",
    name="signs-turned",
    message="'{label}' has the opposite sign in {changed} of {rows} rows",
    hint="look whether the column was multiplied by -1, or brackets were lost",
    severity=Severity.WARNING,
)
DATES_MOVED = Rule(
    code="ALM542",
    name="dates-moved-alike",
    message="'{label}' moved by the same time in {changed} of {rows} rows; {why}",
    hint="if a year was replaced in all cells, look whether each row means it",
    severity=Severity.WARNING,
)
DAY_AND_MONTH = Rule(
    code="ALM543",
    name="day-and-month-swapped",
    message=(
        "day and month of '{label}' are exchanged in {changed} of {rows} rows in which "
        "they can be"
    ),
    hint="look at the date format of the Excel in which the file was saved",
    severity=Severity.WARNING,
)
REPLACED = Rule(
    code="ALM544",
    name="replaced-throughout",
    message="in '{label}', {old} became {new} in all {changed} rows that had it",
    hint="if all was replaced at once, look whether each row means it",
    severity=Severity.WARNING,
)
CUT_OFF = Rule(
    code="ALM545",
    name="text-cut-off",
    message=(
        "'{label}' ends after {length} characters in {changed} rows, in the middle of "
        "what stood there before"
    ),
    hint="take the text from the old version; some programs cut long texts off",
    severity=Severity.WARNING,
)
STATUS_BACK = Rule(
    code="ALM546",
    name="status-back-in-new-version",
    message="'{label}' goes back in {changed} of {rows} rows",
    hint="correct the version that is wrong; if both are right, say why in the remarks",
    severity=Severity.WARNING,
)
PERCENT_LOWER = Rule(
    code="ALM547",
    name="percentage-lower-in-new-version",
    message="'{label}' is lower than before in {changed} of {rows} rows",
    hint="correct the version that is wrong; if both are right, say why in the remarks",
    severity=Severity.WARNING,
)
ROW_DOUBLED = Rule(
    code="ALM548",
    name="row-doubled",
    message=(
        "rows that are copies of other rows, and were not there before: {changed}"
    ),
    hint="delete the copies, or say what tells them apart",
    severity=Severity.WARNING,
)
NEW_IS_OLDER = Rule(
    code="ALM549",
    name="new-version-is-older",
    message="the new version speaks of {found}, the old one of a later day: {expected}",
    hint="if the two files were named in the wrong order, exchange them",
    severity=Severity.WARNING,
)
