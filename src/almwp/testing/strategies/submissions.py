"""Strategies for submissions and work plans."""

from fractions import Fraction

from hypothesis import strategies as st

from almwp.model.decision import (
    ActivityName,
    Decision,
    DecisionKind,
    FileName,
    UnfitDecision,
    WhyUnfit,
)
from almwp.model.submission import Submission
from almwp.model.tabling import ColumnReading, TableReading
from almwp.model.workplan import (
    Claim,
    Conflict,
    LikelyVersion,
    ResolvedConflict,
    Route,
    Suggestion,
    Superseded,
    WhySuperseded,
    WorkPlan,
)
from almwp.testing.strategies.activities import activities, indicators
from almwp.testing.strategies.facts import (
    activity_ids,
    bases,
    countries,
    days,
    findings,
    fingerprints,
    framework_ids,
    ledgers,
    moments,
    origins,
    sources,
)
from almwp.testing.strategies.frameworks import meeting_facts
from almwp.testing.strategies.positions import agenda_stances, asks, proposals
from almwp.testing.strategies.words import filled_words, languages, titles, words

shares: st.SearchStrategy[Fraction] = st.fractions(0, 1, max_denominator=100)
columns_read: st.SearchStrategy[ColumnReading] = st.builds(
    ColumnReading,
    column=st.sampled_from(("A", "BC", "XFD")),
    heading=words,
    field=st.none() | st.sampled_from(("title", "status")),
    confidence=shares,
    runner_up=st.none() | st.just("leads"),
    runner_up_confidence=shares,
    by=st.sampled_from(("heading", "near", "mapping")),
)
tables_read: st.SearchStrategy[TableReading] = st.builds(
    TableReading,
    sheet=filled_words,
    kind=st.sampled_from(("progress", "proposals")),
    rows=st.tuples(st.integers(1, 3), st.integers(3, 9)),
    language=languages,
    columns=st.lists(columns_read, max_size=2),
)

submissions: st.SearchStrategy[Submission] = st.builds(
    Submission,
    file=filled_words,
    sha256=fingerprints,
    kind=st.sampled_from(("progress", "unknown")),
    country=st.none() | countries,
    institution=words,
    contact=words,
    copy_of=st.just("") | fingerprints,
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

claims: st.SearchStrategy[Claim] = st.builds(
    Claim, value=words, owner=filled_words, origin=st.none() | origins
)

conflicts: st.SearchStrategy[Conflict] = st.builds(
    Conflict,
    activity=activity_ids,
    field=st.sampled_from(("status", "title")),
    about=words,
    claims=st.lists(claims, min_size=2, max_size=3),
)

decisions: st.SearchStrategy[Decision] = st.builds(
    Decision,
    kind=st.sampled_from(DecisionKind),
    activities=st.lists(
        st.builds(ActivityName, id=filled_words, title=words), max_size=2
    ),
    files=st.lists(st.builds(FileName, name=filled_words, sha256=words), max_size=2),
    field=st.sampled_from(("", "status")),
    about=words,
    among=st.lists(words, max_size=2),
    take=filled_words,
    because=words,
    by=words,
)
"""Decisions of every kind; whether they fit anything is another question."""

_resolved = st.builds(ResolvedConflict, conflict=conflicts, decision=decisions)
_unfit = st.builds(UnfitDecision, decision=decisions, why=st.sampled_from(WhyUnfit))
_suggestions = st.builds(
    Suggestion,
    activities=st.tuples(activity_ids, activity_ids),
    titles=st.tuples(words, words),
    owners=st.tuples(words, words),
    origins=st.tuples(st.none() | origins, st.none() | origins),
    alike=st.integers(0, 100),
)
_superseded = st.builds(
    Superseded,
    submission=submissions,
    by=fingerprints,
    why=st.sampled_from(WhySuperseded),
)
_routes = st.builds(
    Route,
    activity=activity_ids,
    country=countries,
    was=words,
    owner=words,
    candidates=st.lists(words, max_size=2),
    since=st.none() | days,
    basis=bases,
    sources=st.lists(sources, max_size=1),
    decision=st.none() | decisions,
)

plans: st.SearchStrategy[WorkPlan] = st.builds(
    WorkPlan,
    framework=st.none() | framework_ids,
    activities=st.lists(activities, max_size=3, unique_by=lambda a: a.id),
    indicators=st.lists(indicators, max_size=1),
    submissions=st.lists(submissions, max_size=1),
    conflicts=st.lists(conflicts, max_size=1),
    decisions=st.lists(decisions, max_size=1),
    resolved=st.lists(_resolved, max_size=1),
    unfit=st.lists(_unfit, max_size=1),
    suggestions=st.lists(_suggestions, max_size=1),
    superseded=st.lists(_superseded, max_size=1),
    likely_versions=st.lists(
        st.builds(
            LikelyVersion,
            files=st.tuples(words, words),
            sha256=st.tuples(fingerprints, fingerprints),
        ),
        max_size=1,
    ),
    routes=st.lists(_routes, max_size=1),
)
"""Work plans in which every activity stands once."""
