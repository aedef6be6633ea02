"""A strategy for any record of the model, also for one that was added yesterday."""

import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from almwp.findings.rule import Finding, Location, Rule
from almwp.model.activity import Activity, Observation, PlanReference, RowOrigin
from almwp.model.fields import is_cell, is_country, is_filled, is_sha256
from almwp.model.framework import Framework, Node
from almwp.model.ids import ActivityId, BodyId, CountryCode, FrameworkId, NodeId
from almwp.model.indicator import Indicator, Reading
from almwp.model.ledger import Ledger
from almwp.model.manifest import Manifest
from almwp.model.meeting import Meeting
from almwp.model.member import Member
from almwp.model.moment import Moment, Period
from almwp.model.nationalposition import NationalPosition
from almwp.model.overlap import Overlaps
from almwp.model.party import Party
from almwp.model.position import AgendaStance, Piece, Proposal
from almwp.model.report import Report, Table
from almwp.model.score import Score, Scorecard
from almwp.model.source import Origin, Source, Statement, Tally
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.testing.fieldtypes import types_of
from almwp.testing.strategies.activities import (
    activities,
    indicators,
    observations,
    readings,
    references,
    row_origins,
    timeframes,
)
from almwp.testing.strategies.facts import (
    activity_ids,
    body_ids,
    cells,
    countries,
    counts,
    days,
    findings,
    fingerprints,
    framework_ids,
    ledgers,
    locations,
    manifests,
    moments,
    node_ids,
    origins,
    parties,
    periods,
    rules,
    shares,
    sources,
    statements,
    tallies,
)
from almwp.testing.strategies.frameworks import frameworks, meetings, members, nodes
from almwp.testing.strategies.overlaps import overlaps
from almwp.testing.strategies.positions import (
    agenda_stances,
    pieces,
    positions,
    proposals,
)
from almwp.testing.strategies.reports import reports, tables
from almwp.testing.strategies.scores import scorecards, scores
from almwp.testing.strategies.submissions import plans, submissions
from almwp.testing.strategies.words import filled_words, texts, words

_MOST = 2
"""How many items a list has at the most: what matters is that there are some."""

_BY_TYPE: Mapping[Any, st.SearchStrategy[Any]] = MappingProxyType(
    {
        str: words,
        int: counts,
        bool: st.booleans(),
        date: days,
        Fraction: shares,
        types.NoneType: st.none(),
        ActivityId: activity_ids,
        BodyId: body_ids,
        CountryCode: countries,
        FrameworkId: framework_ids,
        NodeId: node_ids,
        Activity: activities,
        AgendaStance: agenda_stances,
        Finding: findings,
        Framework: frameworks,
        Indicator: indicators,
        Ledger: ledgers,
        Location: locations,
        Manifest: manifests,
        Meeting: meetings,
        Member: members,
        Moment: moments,
        NationalPosition: positions,
        Node: nodes,
        Observation: observations,
        Origin: origins,
        Overlaps: overlaps,
        Party: parties,
        Period: periods,
        Piece: pieces,
        PlanReference: references,
        Proposal: proposals,
        Reading: readings,
        Report: reports,
        RowOrigin: row_origins,
        Rule: rules,
        Score: scores,
        Scorecard: scorecards,
        Source: sources,
        Statement: statements,
        Submission: submissions,
        Table: tables,
        Tally: tallies,
        Text: texts,
        Timeframe: timeframes,
        WorkPlan: plans,
    }
)
"""Records whose fields have to fit together, and plain values."""

_BY_RULE: Mapping[Any, st.SearchStrategy[Any]] = MappingProxyType(
    {
        is_filled: filled_words,
        is_cell: cells,
        is_country: countries,
        is_sha256: fingerprints,
    }
)
"""What a field may hold that has a rule of its own."""


def strategy_of(record: type[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for a record of the model; all it gives is valid.

    Args:
        record: The class.

    Raises:
        TypeError: A field is of a type of which nothing is known.
    """
    known = _BY_TYPE.get(record)
    return _built(record) if known is None else known


def _built(record: type[Any]) -> st.SearchStrategy[Any]:
    hints = types_of(record)
    fields = {
        field.alias: _of_field(field, hints[field.name])
        for field in attrs.fields(record)
        if field.init
    }
    return st.fixed_dictionaries(fields).map(lambda values: _made(record, values))


def _made(record: type[Any], values: dict[str, Any]) -> Any:
    try:
        return record(**values)
    except ValueError:  # fields that do not fit together
        reject()


def _of_field(field: "attrs.Attribute[Any]", hint: Any) -> st.SearchStrategy[Any]:
    by_rule = _BY_RULE.get(field.validator) if field.validator else None
    return _of(hint) if by_rule is None else by_rule


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _BY_TYPE:
        return _BY_TYPE[hint]
    arguments = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([_of(each) for each in arguments])
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_of(arguments[0]), max_size=_MOST).map(tuple)
    if origin is tuple:
        return st.tuples(*map(_of, arguments))
    if isinstance(hint, typing.NewType):
        return filled_words
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and attrs.has(hint):
        return st.deferred(lambda: strategy_of(hint))
    raise TypeError(f"no strategy is known for {hint!r}")
