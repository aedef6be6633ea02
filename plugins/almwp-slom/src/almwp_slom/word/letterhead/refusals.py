"""Why a file cannot serve as a letterhead, each with what to do about it."""

from almwp_slom.phrases import mark

NOT_WORD = mark(
    "this is no Word document; open it in Word and save it as Word Document (.docx)"
)
OLD_WORD = mark(
    "this is a document of Word 97-2003 (.doc); open it in Word and save it as Word"
    " Document (.docx)"
)
PASSWORD = mark(
    "the document is protected by a password; save a copy without one as the letterhead"
)
MACROS = mark(
    "the document may hold macros (.docm or .dotm); save it as Word Document (.docx)"
)
STRICT = mark(
    "the document was saved as Strict Open XML; save it as Word Document (.docx)"
)
DAMAGED = mark("the document is damaged ({problem}); open it in Word and save it again")
TOO_LARGE = mark(
    "the document is larger than {limit} bytes unpacked; delete the text below the"
    " letterhead and save it again"
)
LINKED_PICTURE = mark(
    "the header or footer shows a picture that is linked, not inserted; insert the"
    " picture itself and save the document again"
)
EMBEDDED = mark(
    "the header or footer holds an embedded object or another document; put a picture"
    " or text in its place and save the document again"
)
ODD_PICTURE = mark(
    "the header or footer shows a picture of a kind that cannot be taken over; use PNG,"
    " JPEG, GIF, BMP, TIFF, EMF or WMF"
)
NO_ROOM = mark(
    "the margins leave no room for text on the page; make them smaller and save the"
    " document again"
)
