"""The sentences with which a workbook is not marked: why not and what to do instead."""

STRICT = (
    "the file is in the Strict Open XML format, in which no comments can be written; "
    "save it as an ordinary Excel workbook (.xlsx)"
)
DRAWINGS = (
    "the drawings of the sheet '{sheet}' are stored in a way that is not known, so "
    "that no comment can be added to it; open the file in Excel and save it again"
)
TOO_MANY_STYLES = (
    "the file has so many cell styles that none can be added; open it in Excel, delete "
    "styles that are not needed and save it again"
)
