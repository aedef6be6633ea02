"""Strategies for what all records share: dates, shares, ids, sources, findings."""

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from almwp.findings.rule import Finding, Location, Rule, Severity
from almwp.model.absence import Absence
from almwp.model.ids import ActivityId, BodyId, CountryCode, FrameworkId, NodeId
from almwp.model.ledger import Fate, Ledger, LedgerEntry
from almwp.model.manifest import InputFile, Manifest
from almwp.model.moment import Moment, Period, Precision
from almwp.model.party import Party, PartyKind
from almwp.model.source import Basis, Origin, Source, Statement, Tally
from almwp.testing.strategies.words import filled_words, titles, words

days: st.SearchStrategy[date] = st.dates(
    min_value=date(1967, 8, 8), max_value=date(2100, 12, 31)
)


def _stretch(precision: Precision, day: date) -> Moment:
    length = precision.months
    if not length:
        return Moment.day(day)
    month = day.month - (day.month - 1) % length
    return Moment(precision, date(day.year, month, 1))


moments: st.SearchStrategy[Moment] = st.builds(
    _stretch, st.sampled_from(Precision), days
)
"""Days, months, quarters, halves and years."""

years: st.SearchStrategy[int] = st.integers(1967, 2100)
periods: st.SearchStrategy[Period] = st.one_of(
    st.builds(Period, years),
    st.tuples(years, years).map(lambda pair: Period(min(pair), max(pair))),
)

shares: st.SearchStrategy[Fraction] = st.fractions(0, 1, max_denominator=60)
"""Exact shares, 0 and 1 included."""

numbers: st.SearchStrategy[Fraction] = st.fractions(
    -(10**6), 10**6, max_denominator=1000
)
absences: st.SearchStrategy[Absence] = st.sampled_from(Absence)
counts: st.SearchStrategy[int] = st.integers(0, 500)

activity_ids: st.SearchStrategy[ActivityId] = st.sampled_from(
    [ActivityId(f"act-{n}") for n in range(1, 10)]
)
body_ids: st.SearchStrategy[BodyId] = st.sampled_from(
    [BodyId("SLOM-WG"), BodyId("ACMW"), BodyId("ASEAN-OSHNET")]
)
countries: st.SearchStrategy[CountryCode] = st.sampled_from(
    [CountryCode(code) for code in ("VN", "ID", "PH", "TL")]
)
framework_ids: st.SearchStrategy[FrameworkId] = st.sampled_from(
    [FrameworkId("ALM-WP-2021-2025"), FrameworkId("ALM-WP-2026-2030")]
)
node_ids: st.SearchStrategy[NodeId] = st.sampled_from(
    [NodeId(f"N{n}") for n in range(1, 6)]
)
bases: st.SearchStrategy[Basis] = st.sampled_from(Basis)

fingerprints: st.SearchStrategy[str] = st.integers(0, 2**256 - 1).map(
    lambda number: f"{number:064x}"
)
"""SHA-256 in hexadecimal digits."""

cells: st.SearchStrategy[str] = st.one_of(
    st.builds(
        "{}{}".format,
        st.sampled_from(("A", "F", "AA", "XFD")),
        st.integers(1, 1_048_576),
    ),
    st.sampled_from(("A5:H5", "B2:B40")),
)
"""Addresses of cells and of ranges."""

origins: st.SearchStrategy[Origin] = st.builds(
    Origin, file=filled_words, sha256=fingerprints, sheet=filled_words, cell=cells
)
sources: st.SearchStrategy[Source] = st.builds(
    Source, address=filled_words, title=words, date=st.none() | moments
)
statements: st.SearchStrategy[Statement] = st.builds(
    Statement,
    about=filled_words,
    text=titles,
    basis=bases,
    sources=st.lists(sources, max_size=2),
    as_of=st.none() | moments,
    note=words,
)


@st.composite
def _tallies(draw: st.DrawFn) -> Tally:
    completed, ongoing, planned = (draw(st.none() | counts) for _ in range(3))
    least = sum(part or 0 for part in (completed, ongoing, planned))
    return Tally(
        id=draw(filled_words),
        text=draw(titles),
        total=least + draw(counts),
        completed=completed,
        ongoing=ongoing,
        planned=planned,
        as_of=draw(st.none() | moments),
        basis=draw(bases),
        sources=tuple(draw(st.lists(sources, max_size=1))),
    )


tallies: st.SearchStrategy[Tally] = _tallies()

parties: st.SearchStrategy[Party] = st.one_of(
    st.builds(Party, kind=st.just(PartyKind.COUNTRY), id=countries, name=words),
    st.builds(Party, kind=st.just(PartyKind.BODY), id=body_ids, name=words),
    st.just(Party(kind=PartyKind.ALL_MEMBERS, id="ALL")),
    st.builds(Party, kind=st.just(PartyKind.PARTNER), id=filled_words, name=words),
)

manifests: st.SearchStrategy[Manifest] = st.builds(
    Manifest,
    inputs=st.lists(st.builds(InputFile, name=words, sha256=fingerprints), max_size=2),
    software=st.lists(st.tuples(words, words), max_size=2),
    settings=st.lists(st.tuples(words, words), max_size=2),
)

ledgers: st.SearchStrategy[Ledger] = st.builds(
    Ledger,
    entries=st.lists(
        st.builds(
            LedgerEntry,
            sheet=filled_words,
            cells=cells,
            count=st.integers(1, 500),
            fate=st.sampled_from(Fate),
            why=words,
        ),
        max_size=3,
    ),
)

locations: st.SearchStrategy[Location] = st.one_of(
    st.builds(Location, file=filled_words),
    st.builds(Location, file=filled_words, sheet=filled_words),
    st.builds(Location, file=filled_words, sheet=filled_words, cell=cells),
)
rules: st.SearchStrategy[Rule] = st.builds(
    Rule,
    code=st.integers(0, 999).map(lambda number: f"TST{number:03}"),
    name=st.sampled_from(("unknown-status", "late", "row-9")),
    message=st.sampled_from(("'{found}' is no state", "{found} after {expected}")),
    hint=st.sampled_from(("use one of: {suggestions}", "correct {field}")),
    severity=st.sampled_from(Severity),
)
findings: st.SearchStrategy[Finding] = st.builds(
    Finding,
    rule=rules,
    at=locations,
    field=st.none() | filled_words,
    found=st.none() | words,
    expected=st.none() | words,
    suggestions=st.lists(words, max_size=2).map(tuple),
    facts=st.lists(st.tuples(st.sampled_from(("row", "sheet")), words), max_size=1).map(
        tuple
    ),
)
