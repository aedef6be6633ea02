"""Tables of what an activity has several of: parties, places in plans, sources..."""

from collections.abc import Callable, Iterator

from attrs import evolve

from almwp.exporting.datatables.activitytables import ACTIVITY, Placed
from almwp.exporting.datatables.columns import (
    BASES,
    ORIGIN,
    moment_cells,
    moment_fields,
    origin_cells,
    required,
    said,
    stated,
)
from almwp.exporting.datatables.lists import (
    CELL,
    EXTRA,
    SOURCE,
    Cells,
    extra_cells,
    list_table,
    numbered,
    read_cells,
    source_cells,
)
from almwp.exporting.datatables.table import DataTable, Field
from almwp.model.activity import Activity, LinkKind
from almwp.model.party import Party, PartyKind

_Cells = Iterator[Cells]
_PARTIES = (*(kind.value for kind in PartyKind),)
_ROLES = ("lead", "co-lead", "body", "partner", "funder")
_TITLES = ("title", "other title", "part")


def _titles(activity: Activity) -> _Cells:
    every = [("title", activity.title)]
    every += [("other title", text) for text in activity.other_titles]
    every += [("part", text) for text in activity.parts]
    for role, text in every:
        for language, words in text.forms:
            yield role, language, words


def _parties(activity: Activity) -> _Cells:
    bodies = tuple(Party(kind=PartyKind.BODY, id=body) for body in activity.bodies)
    for role, parties in zip(
        _ROLES,
        (
            activity.leads,
            activity.co_leads,
            bodies,
            activity.partners,
            activity.funders,
        ),
        strict=True,
    ):
        for party in parties:
            yield role, party.kind.value, party.id, said(party.name)


def _references(activity: Activity) -> _Cells:
    for each in activity.references:
        number, words = said(each.number), said(each.words)
        yield each.framework, each.node, number, words, each.basis.value


def _links(activity: Activity) -> _Cells:
    for each in activity.links:
        yield each.kind.value, said(each.other), said(each.note)


def _sources(activity: Activity) -> _Cells:
    return source_cells(activity.sources)


def _marks(activity: Activity) -> _Cells:
    yield from ((mark.value,) for mark in activity.marks)


def _editions(activity: Activity) -> _Cells:
    for each in activity.timeframe.editions:
        yield said(each.label), *moment_cells(each.when)


def _extras(activity: Activity) -> _Cells:
    return extra_cells(activity.extras)


def _earlier(activity: Activity) -> _Cells:
    for each in activity.earlier:
        as_of = moment_cells(each.as_of)
        yield said(each.field), said(each.words), *as_of, *origin_cells(each.origin)


def _cells(activity: Activity) -> _Cells:
    return read_cells(activity.origins)


_LISTS: tuple[tuple[str, str, tuple[Field, ...], Callable[[Activity], _Cells]], ...] = (
    (
        "activity_titles",
        "A title of an activity, or of a part of it, in one language",
        (
            required("role", "What it is", _TITLES),
            required("language", "Its language; und where not stated"),
            required("words", "The words"),
        ),
        _titles,
    ),
    (
        "activity_parties",
        "Somebody who leads, carries, supports or pays for an activity",
        (
            required("role", "What they do", _ROLES),
            required("kind", "What they are", _PARTIES),
            required("party", "ISO code, id of the body, ALL, or the partner's name"),
            stated("name", "The words in which it was written"),
        ),
        _parties,
    ),
    (
        "activity_references",
        "A place in a plan to which an activity belongs",
        (
            stated("plan", "The plan"),
            stated("node", "The outcome, target, area or topic"),
            stated("number", "The activity's number in that plan"),
            stated("words", "What was written"),
            required("basis", "On what the link stands", BASES),
        ),
        _references,
    ),
    (
        "activity_links",
        "A tie of an activity to another",
        (
            required("kind", "What it is", [kind.value for kind in LinkKind]),
            stated("other", "The other activity"),
            stated("note", "What is said of it"),
        ),
        _links,
    ),
    ("activity_sources", "A source that tells of an activity", SOURCE, _sources),
    (
        "activity_marks",
        "A theme that an activity has",
        (required("mark", "The theme"),),
        _marks,
    ),
    (
        "activity_editions",
        "One holding of an activity that comes back",
        (stated("label", "Its name"), *moment_fields("held", "When it was held")),
        _editions,
    ),
    ("activity_extras", "A value of a sender's own column", EXTRA, _extras),
    (
        "activity_earlier_values",
        "A value that a later report of the same sender replaced",
        (
            stated("field", "The field"),
            stated("words", "The value in words"),
            *moment_fields("as_of", "The day of the report that says so"),
            *ORIGIN,
        ),
        _earlier,
    ),
    ("activity_cells", "A cell in which a field was read", CELL, _cells),
)


def activity_lists(placed: tuple[Placed, ...]) -> Iterator[DataTable]:
    """Give a table for each thing that an activity has several of."""
    filed = [(each.first, each.activity) for each in placed]
    for name, about, fields, cells in _LISTS:
        table = list_table(name, about, ACTIVITY, "activities", fields)
        yield evolve(table, rows=numbered(filed, cells))
