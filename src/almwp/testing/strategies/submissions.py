"""Strategies for submissions and work plans."""

from hypothesis import strategies as st

from almwp.model.submission import Submission
from almwp.model.tabling import ColumnReading, TableReading
from almwp.model.workplan import Claim, Conflict, WorkPlan
from almwp.testing.strategies.activities import activities, indicators
from almwp.testing.strategies.facts import (
    activity_ids,
    countries,
    findings,
    fingerprints,
    framework_ids,
    ledgers,
    moments,
    origins,
)
from almwp.testing.strategies.frameworks import meeting_facts
from almwp.testing.strategies.positions import agenda_stances, asks, proposals
from almwp.testing.strategies.words import filled_words, languages, titles, words

shares = st.fractions(0, 1, max_denominator=100)
columns_read = st.builds(
    ColumnReading,
    column=st.sampled_from(("A", "BC", "XFD")),
    heading=words,
    field=st.none() | st.sampled_from(("title", "status")),
    confidence=shares,
    runner_up=st.none() | st.just("leads"),
    runner_up_confidence=shares,
    by=st.sampled_from(("heading", "near", "mapping")),
)
tables_read = st.builds(
    TableReading,
    sheet=filled_words,
    kind=st.sampled_from(("progress", "proposals")),
    rows=st.tuples(st.integers(1, 3), st.integers(3, 9)),
    language=languages,
    columns=st.lists(columns_read, max_size=2),
)

submissions = st.builds(
    Submission,
    file=filled_words,
    sha256=fingerprints,
    kind=st.sampled_from(("progress", "unknown")),
    country=st.none() | countries,
    institution=words,
    contact=words,
    framework=st.none() | framework_ids,
    as_of=st.none() | moments,
    meeting=words,
    meeting_facts=meeting_facts,
    version=words,
    delegation=st.lists(words, max_size=1),
    objectives=st.lists(titles, max_size=1),
    notice=words,
    language=languages,
    sheets=st.lists(filled_words, max_size=2),
    tables=st.lists(tables_read, max_size=2),
    activities=st.lists(activities, max_size=2),
    indicators=st.lists(indicators, max_size=1),
    proposals=st.lists(proposals, max_size=1),
    agenda=st.lists(agenda_stances, max_size=1),
    asks=st.lists(asks, max_size=1),
    findings=st.lists(findings, max_size=2),
    ledger=ledgers,
)

claims = st.builds(Claim, value=words, owner=filled_words, origin=st.none() | origins)

conflicts = st.builds(
    Conflict,
    activity=activity_ids,
    field=st.sampled_from(("status", "title")),
    claims=st.lists(claims, min_size=2, max_size=3),
)

plans = st.builds(
    WorkPlan,
    framework=st.none() | framework_ids,
    activities=st.lists(activities, max_size=3, unique_by=lambda a: a.id),
    indicators=st.lists(indicators, max_size=1),
    submissions=st.lists(submissions, max_size=1),
    conflicts=st.lists(conflicts, max_size=1),
)
"""Work plans in which every activity stands once."""
