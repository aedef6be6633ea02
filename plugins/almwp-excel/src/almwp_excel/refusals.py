"""The sentences with which a file is refused: what is wrong and what to do about it."""

EMPTY = "the file is empty (0 bytes); ask for it to be sent again"
PASSWORD = (
    "the file has a password or is protected; open it in Excel, remove the password "
    "(File, Info, Protect Workbook) and save it again"
)
OLD_EXCEL = (
    "the file is in the old Excel format (.xls); open it in Excel and save it as "
    "an Excel workbook (.xlsx), or give it a name that ends in .xls where "
    "almwp-excel[calamine] is installed"
)
OLDEST_EXCEL = (
    "the file is in an Excel format from before 1995; open it in Excel or LibreOffice "
    "and save it as an Excel workbook (.xlsx)"
)
OLD_OFFICE = (
    "the file is an old Office document, not an Excel workbook (.xlsx); send "
    "the workbook itself"
)
TEXT = (
    "the file is plain text, such as CSV, under another name; give it a name that ends "
    "in .csv, or open it in Excel and save it as an Excel workbook (.xlsx)"
)
WEB_PAGE = (
    "the file is a web page under another name; open it in Excel and save "
    "it as an Excel workbook (.xlsx)"
)
XML_TABLE = (
    "the file is XML text under another name; open it in Excel and save it "
    "as an Excel workbook (.xlsx)"
)
PDF = "the file is a PDF under another name; send the Excel workbook itself"
PICTURE = "the file is a picture under another name; send the Excel workbook itself"
OTHER_ARCHIVE = (
    "the file is a packed archive under another name; unpack it and send "
    "the Excel workbook in it"
)
UNKNOWN = "the file is not an Excel workbook; send the Excel workbook itself (.xlsx)"

DAMAGED = (
    "the file is damaged or incomplete; copy it again from where it came, or open "
    "it in Excel and save it again"
)
UNSAFE_NAMES = (
    "the file holds parts whose names point outside of it, which Excel never does; "
    "open it in Excel and save it again, and do not trust it before you know who "
    "made it"
)
TWICE = (
    "the file holds the same part twice, which Excel never does; open it in Excel "
    "and save it again"
)
LOCKED = (
    "parts of the file are locked with a password; open it in Excel, remove the "
    "password and save it again"
)
DOCTYPE = (
    "the part '{part}' of the file has a document type declaration, which Excel never "
    "writes and which can do harm; open the file in Excel and save it again; if the "
    "part is a picture (.svg), insert it as PNG"
)
ODD_LETTERS = (
    "the part '{part}' of the file stores its letters in a way that Excel never does "
    "({encoding}); open the file in Excel and save it again"
)
OVERLOADED = (
    "the file is built so as to overload a program that reads it; open it in Excel "
    "and save it again"
)
ARCHIVE = (
    "the file is a zip archive without a workbook of its own; unpack it and send the "
    "Excel workbook in it"
)
WORD = "the file is a Word document; send the Excel workbook (.xlsx)"
SLIDES = "the file is a PowerPoint presentation; send the Excel workbook (.xlsx)"
OPEN_DOCUMENT = (
    "the file is an OpenDocument spreadsheet (.ods) under another name; open it and "
    "save it as an Excel workbook (.xlsx), or give it a name that ends in .ods where "
    "almwp-excel[calamine] is installed"
)
BINARY = (
    "the file is a binary workbook (.xlsb) under another name; open it in Excel and "
    "save it as an Excel workbook (.xlsx), or give it a name that ends in .xlsb where "
    "almwp-excel[calamine] is installed"
)
NOT_INSTALLED = (
    "files of this kind (.xls, .xlsb, .ods) are read by an additional part, which is "
    "not installed; type: {command}; or open the file and save it as an Excel workbook "
    "(.xlsx)"
)
BROKE_OFF = (
    "the reader of old and foreign formats broke off at this file; open the file in "
    "Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
)
OVERRAN = (
    "the reader of old and foreign formats was stopped at this file after {limit} "
    "seconds; open the file in Excel or LibreOffice and save it as an Excel workbook "
    "(.xlsx)"
)
NO_PROCESS = (
    "files of this kind (.xls, .xlsb, .ods) are read in a process of its own, which "
    "could not be started; open the file and save it as an Excel workbook (.xlsx)"
)
NO_TEXT = (
    "the file is no text, although its name says so; send the Excel workbook itself "
    "(.xlsx)"
)
NO_SHEETS = (
    "the workbook has no sheets; open it in Excel, add a sheet and save it again"
)

TOO_LONG = (
    "the file has more than {limit} bytes (limit file_bytes); remove pictures and "
    "sheets that are not needed and save it again"
)
TOO_LARGE = (
    "the file has more than {limit} bytes unpacked (limit inflated_bytes); remove "
    "pictures and sheets that are not needed and save it again"
)
TOO_MANY_PARTS = (
    "the file has more than {limit} parts (limit entries); open it in Excel and save "
    "it again"
)
PART_TOO_LARGE = (
    "the part '{part}' of the file has more than {limit} bytes unpacked (limit "
    "entry_bytes); remove what is not needed and save it again"
)
PART_TOO_PACKED = (
    "the part '{part}' of the file unpacks to more than {limit} times its packed size "
    "(limit ratio); delete formatted rows and columns that hold nothing and save it "
    "again"
)
TOO_MANY_SHEETS = (
    "the workbook has more than {limit} sheets (limit sheets); split it and send the "
    "parts"
)
TOO_MANY_CELLS = (
    "the workbook has more than {limit} cells (limit cells); delete formatted rows and "
    "columns that hold nothing and save it again"
)
TOO_MANY_TEXTS = (
    "the workbook stores more than {limit} texts, more than it may have cells to hold "
    "them (limit filled_cells); delete what is not needed and save it again"
)
TOO_MANY_FONTS = (
    "the workbook stores more than {limit} texts in letters of several kinds (limit "
    "texts); delete what is no report"
)
TOO_MANY_STYLES = (
    "the workbook has more than {limit} cell styles, fonts or number formats (limit "
    "styles); copy its sheets into a new workbook and save that"
)
TOO_MANY_MERGES = (
    "the workbook has more than {limit} blocks of merged cells (limit merges); unmerge "
    "cells that hold nothing and save it again"
)
NO_SUCH_CELL = (
    "the sheet '{sheet}' stores a cell at '{ref}', where it cannot stand; open the "
    "file in Excel and save it again"
)
TWO_CONTENTS = (
    "the sheet '{sheet}' stores two contents for the cell {ref}; open the file in "
    "Excel, look at that cell and save it again"
)
SAME_SHEET_NAME = (
    "two sheets of the workbook have the name '{sheet}'; open the file in Excel, give "
    "each its own name and save it again"
)

DAMAGED_TEXT = (
    "the letters in line {line} of the file are damaged; copy the file again from "
    "where it came, or open it in Excel, look at that line and save it as CSV UTF-8"
)
UNKNOWN_ENCODING = (
    "how the file stores its letters is not known; open it in the program that wrote "
    "it and save it as CSV UTF-8 or as an Excel workbook (.xlsx)"
)
TWO_ENCODINGS = (
    "the letters of the file are Vietnamese words in {first} and in {second}, but not "
    "the same words; open it in the program that wrote it and save it as CSV UTF-8 or "
    "as an Excel workbook (.xlsx)"
)
TWO_SEPARATORS = (
    "the cells of the file can be separated by {first} or by {second}; write "
    "sep={first} or sep={second} into a line above the first, or save it as an Excel "
    "workbook (.xlsx)"
)
OPEN_QUOTE = (
    "a quotation mark that opens in line {line} of the file is never closed, so that "
    "it cannot be known where the cell ends; close it, or open the file in Excel, look "
    "at that line and save it as an Excel workbook (.xlsx)"
)
LONG_CELL = (
    "a cell in line {line} of the file is longer than any cell of Excel; look for a "
    "quotation mark that is not closed, or save the file as an Excel workbook (.xlsx)"
)
TOO_MANY_ROWS = (
    "the file has more than {limit} rows, which is more than a sheet of Excel has; "
    "split it and send the parts"
)
TOO_MANY_COLUMNS = (
    "line {line} of the file has more than {limit} cells, which is more than a row of "
    "Excel has; open it in Excel and save it as an Excel workbook (.xlsx)"
)


def shown(text: str) -> str:
    """Return *text* from a file so that a sentence can hold it, whatever is in it."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in text[:61])
    return plain if len(text) <= 60 else f"{plain[:60]}..."
