"""Submissions: one file of one sender."""

from attrs import field, frozen

from almwp.findings.rule import Finding, Severity
from almwp.model.activity import Activity
from almwp.model.fields import frozen_items, is_sha256, texts
from almwp.model.framework import Framework
from almwp.model.ids import CountryCode, FrameworkId
from almwp.model.indicator import Indicator
from almwp.model.ledger import Ledger
from almwp.model.meeting import MeetingFacts
from almwp.model.moment import Moment
from almwp.model.position import AgendaStance, Ask, Proposal
from almwp.model.tabling import TableReading
from almwp.model.text import Text


@frozen(kw_only=True)
class Submission:
    """What was read from one file of one sender.

    Attributes:
        file: The file's name without its folder.
        sha256: Fingerprint of the file's bytes.
        kind: The template to which its tables belong: ``progress``, ``position``,
            ``proposals`` or ``framework``; ``unknown`` where no sheet was understood.
        country: The country that sends it, or None where it does not say.
        institution: The ministry or body that sends it.
        contact: Whom to ask.
        copy_of: Fingerprint of the file of which it is a marked copy, or empty.
        framework: The framework to which it reports, or None where not known.
        as_of: The day of which it speaks.
        meeting: The meeting for which it was made, in its own words.
        meeting_facts: What it says of that meeting itself.
        version: The version of a position, as its makers count.
        delegation: Who goes to the meeting.
        objectives: What the country wants there.
        notice: What it wants to stand on every page of a paper made from it.
        language: Language of its headings.
        sheets: Names of all its sheets, hidden ones included.
        tables: Its tables, and how their headings were understood.
        likely_tables: Where tables seem to stand whose headings are not known; nothing
            was read from them.
        activities: Its activities, in the order of the file.
        indicators: Its indicators.
        proposals: Its proposals for the next period.
        agenda: Its agenda items.
        asks: What it asks of others and offers them.
        programme: The framework that it describes, for a framework workbook.
        findings: What is wrong or doubtful in it.
        ledger: What became of each of its cells.
    """

    file: str
    sha256: str = field(validator=is_sha256)
    kind: str = "progress"
    country: CountryCode | None = None
    institution: str = ""
    contact: str = ""
    copy_of: str = ""
    framework: FrameworkId | None = None
    as_of: Moment | None = None
    meeting: str = ""
    meeting_facts: MeetingFacts = MeetingFacts()
    version: str = ""
    delegation: tuple[str, ...] = field(default=(), converter=texts)
    objectives: tuple[Text, ...] = field(default=(), converter=frozen_items)
    notice: str = ""
    language: str = "en"
    sheets: tuple[str, ...] = field(default=(), converter=frozen_items)
    tables: tuple[TableReading, ...] = field(default=(), converter=frozen_items)
    likely_tables: tuple[TableReading, ...] = field(default=(), converter=frozen_items)
    activities: tuple[Activity, ...] = field(default=(), converter=frozen_items)
    indicators: tuple[Indicator, ...] = field(default=(), converter=frozen_items)
    proposals: tuple[Proposal, ...] = field(default=(), converter=frozen_items)
    agenda: tuple[AgendaStance, ...] = field(default=(), converter=frozen_items)
    asks: tuple[Ask, ...] = field(default=(), converter=frozen_items)
    programme: Framework | None = None
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)
    ledger: Ledger = Ledger()

    @property
    def has_errors(self) -> bool:
        """Whether any value or row was kept out."""
        return any(f.severity is Severity.ERROR for f in self.findings)
