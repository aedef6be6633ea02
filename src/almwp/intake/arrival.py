"""A file that has come in, with what is known of it before its cells are read."""

from attrs import frozen

from almwp.intake.cells import Book
from almwp.intake.limits import Limits
from almwp.intake.mapping import NO_MAPPING, FieldMapping
from almwp.model.ids import CountryCode, FrameworkId


@frozen(kw_only=True)
class Arrival:
    """A file that has come in.

    Attributes:
        name: Its name without its folder.
        sha256: Fingerprint of its bytes.
        book: What a reader read from it.
        country: Who sends it, where the file itself does not say.
        framework: The programme on which it reports, where the file does not say.
        mapping: What the user says of its headings.
        limits: How much it may ask for.
    """

    name: str
    sha256: str
    book: Book
    country: CountryCode | None = None
    framework: FrameworkId | None = None
    mapping: FieldMapping = NO_MAPPING
    limits: Limits = Limits()
