"""The rows of a framework workbook that say what a framework is."""

from collections.abc import Mapping
from typing import Any

from almwp.intake.partylines import party_line
from almwp.model.framework import Framework, Level, Node, Succession
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Statement, Tally
from almwp.model.text import Text

Values = Mapping[str, Any]
"""The value of each field of a row, by its key, as the model has it."""


def framework_rows(
    framework: Framework, language: str
) -> Mapping[str, tuple[Values, ...]]:
    """Return the rows that describe *framework*, by the key of their sheet.

    Args:
        framework: The framework.
        language: The national language of the workbook.  Texts in any other language
            than this one and English are not among the rows.
    """
    return {
        "framework": (_framework(framework, language),),
        "levels": tuple(_level(level, language) for level in framework.levels),
        "nodes": tuple(_node(node, language) for node in framework.nodes),
        "statements": (
            *(_statement(said, language) for said in framework.statements),
            *(_tally(count, language) for count in framework.tallies),
        ),
        "programme_indicators": tuple(
            _indicator(each, language) for each in framework.indicators
        ),
        "successions": tuple(map(_succession, framework.successions)),
    }


def _framework(framework: Framework, language: str) -> Values:
    period = framework.period
    return {
        "id": framework.id,
        **_forms("title", framework.title, language),
        "aliases": "\n".join(framework.aliases),
        "kind": framework.kind,
        "first_year": period.first if period else None,
        "last_year": period.last if period else None,
        "status": framework.status,
        "adopted_by": framework.adopted_by,
        "adopted_on": framework.adopted_on,
        "parent": framework.parent,
        "bodies": framework.bodies,
        "country": framework.country,
        "parties": tuple(party_line(each) for each in framework.parties),
        **_grounds(framework),
    }


def _level(level: Level, language: str) -> Values:
    said = {True: "yes", False: "no", None: None}
    return {
        "id": level.id,
        **_forms("name", level.name, language),
        "role": level.role,
        "complete": said[level.complete],
        "total": level.total,
        "basis": level.basis,
    }


def _node(node: Node, language: str) -> Values:
    return {
        "id": node.id,
        "level": node.level,
        "number": node.number,
        **_forms("title", node.title, language),
        "title_basis": node.title_basis,
        "parents": "\n".join(node.parents),
        "placement": node.placement,
        "bodies": node.bodies,
        "added": node.added,
        "raised_by": node.raised_by,
        "weight": node.weight,
        **_grounds(node),
    }


def _statement(said: Statement, language: str) -> Values:
    return {
        "about": said.about,
        **_forms("text", said.text, language),
        "as_of": said.as_of,
        **_grounds(said),
    }


def _tally(count: Tally, language: str) -> Values:
    return {
        "about": count.id,
        **_forms("text", count.text, language),
        "total": count.total,
        "completed": count.completed,
        "ongoing": count.ongoing,
        "planned": count.planned,
        "as_of": count.as_of,
        **_grounds(count),
    }


def _indicator(known: ProgrammeIndicator, language: str) -> Values:
    return {
        "id": known.id,
        "number": known.number,
        **_forms("name", known.name, language),
        "node": known.node,
        "unit": known.unit,
        "direction": known.direction,
        "kind": known.kind,
        "baseline": known.baseline,
        "baseline_when": known.baseline_when,
        "target": known.target,
        "target_year": known.target_year,
        **_grounds(known),
    }


def _succession(known: Succession) -> Values:
    return {
        "kind": known.kind,
        "old_framework": known.old_framework,
        "old": known.old,
        "new": known.new,
        **_grounds(known),
    }


def _grounds(
    said: Framework | Node | Statement | Tally | ProgrammeIndicator | Succession,
) -> Values:
    """Return on what it stands, and what is to be said with it."""
    return {"basis": said.basis, "sources": said.sources, "note": said.note}


def _forms(key: str, text: Text, language: str) -> Values:
    return {key: text.says("en"), f"{key}_national": text.says(language)}
