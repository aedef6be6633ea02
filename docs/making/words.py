"""The glossary: the closed lists of the field's words, in two languages."""

from collections.abc import Iterator
from enum import StrEnum

from almwp.catalogue.bodies import bodies
from almwp.model.absence import Absence
from almwp.model.activity import ActivityLevel, Change, LinkKind, Mark, Status
from almwp.model.figures import Standing
from almwp.model.framework import FrameworkStatus, Role, SuccessionKind
from almwp.model.indicator import Direction, IndicatorKind
from almwp.model.ledger import Fate
from almwp.model.position import Asked, Audience, Clearance, Stance
from almwp.model.score import ScopeKind
from almwp.model.source import Basis
from almwp.model.timeframe import Recurrence
from almwp.plan.carryover import ActivityFate
from almwp.scoring.dueness import Due
from almwp.scoring.states import State
from making import data
from making.installed import own_plugins
from making.markdown import code, escape, link, page, paragraphs, table

_LISTS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("Basis of a statement", Basis),
    ("Status of an activity", Status),
    ("Change to the plan", Change),
    ("State in a score", State),
    ("Due or not", Due),
    ("Why a value is not there", Absence),
    ("Level of an activity", ActivityLevel),
    ("Mark of an activity", Mark),
    ("Recurrence", Recurrence),
    ("Link between activities", LinkKind),
    ("Role of a level", Role),
    ("Status of a framework", FrameworkStatus),
    ("Succession", SuccessionKind),
    ("What becomes of an activity", ActivityFate),
    ("Stance on an agenda item", Stance),
    ("What is asked", Asked),
    ("Clearance of a text", Clearance),
    ("Audience", Audience),
    ("Direction of an indicator", Direction),
    ("Kind of an indicator", IndicatorKind),
    ("Fate of a cell", Fate),
    ("Scope of a score", ScopeKind),
    ("Standing in a figure", Standing),
)


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    return {"reference/glossary.md": _glossary()}


def _glossary() -> str:
    translate = own_plugins().languages["vi"].load().load_messages()
    short = [
        (link(escape(body.id), "bodies.md", body.id), escape(str(body.title)))
        for body in bodies()
    ]
    lines: list[str] = []
    for title, kind in _LISTS:
        lines += ["", f"## {title}", *_meaning(kind), *_values(kind, translate)]
    return page(
        "Glossary",
        [
            "",
            "The words that have one meaning in almwp, in files, in commands and",
            "in papers.",
            "The headings of columns stand in [Fields](fields/index.md).",
        ],
        ["", "## Short names of bodies"],
        table(("short", "in full"), short),
        lines,
    )


def _meaning(kind: type[StrEnum]) -> list[str]:
    where = data.where_from("reference", kind)
    return [
        *paragraphs(kind.__doc__ or ""),
        *(["", f"In the data: {where}."] if where else []),
    ]


def _values(kind: type[StrEnum], translate: object) -> Iterator[str]:
    assert callable(translate)
    rows = []
    for each in kind:
        other = translate(each.value)
        rows.append((code(each.value), escape(other) if other != each.value else ""))
    yield from table(("word", "in Vietnamese"), rows)
