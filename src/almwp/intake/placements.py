"""Read cells that name an outcome, a priority area or a plan."""

import re
from collections.abc import Callable
from typing import Any

from almwp.findings import alignment_rules, framework_rules, value_rules
from almwp.findings.rule import Rule
from almwp.intake.areanodes import find_area
from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.frameworknames import find_node, titles_of
from almwp.intake.nearby import near_meanings
from almwp.intake.parsed import Parsed
from almwp.intake.planlines import read_plan_line, unread_part
from almwp.intake.values import Values
from almwp.model.activity import PlanReference
from almwp.model.framework import Framework, Node
from almwp.model.text import UNDETERMINED

_PLANS = re.compile(r"[\n\r;]")


def outcome(values: Values, of: Field, cell: Cell) -> Parsed[PlanReference]:
    """Read an outcome of the framework on which the file reports."""
    framework = values.framework_of(cell)
    if framework is None:
        return _in_words(values, cell)
    if not framework.outcomes:
        return _in_words(values, cell, of, framework_rules.NO_OUTCOMES_YET, framework)
    found = _placed(values, cell, framework, _outcome_named)
    if found:
        return found
    rule = framework_rules.UNKNOWN_OUTCOME
    return _unknown_node(values, of, cell, rule, framework, framework.outcomes)


def area(values: Values, of: Field, cell: Cell) -> Parsed[PlanReference]:
    """Read a priority area, or a topic, of the framework, or what is below an area."""
    framework = values.framework_of(cell)
    if framework is None:
        return _in_words(values, cell)
    areas = framework.priority_areas
    if found := _placed(values, cell, framework, find_area):
        return found
    if not framework.has_all_areas:
        return _in_words(values, cell, of, framework_rules.AREA_NOT_PUBLIC, framework)
    rule = framework_rules.UNKNOWN_AREA
    return _unknown_node(values, of, cell, rule, framework, areas)


def plan(values: Values, of: Field, cell: Cell) -> Parsed[tuple[PlanReference, ...]]:
    """Read the plans in which an activity stands, one on each line."""
    references, findings = [], []
    for line in _PLANS.split(values.words(cell)):
        words = line.strip(" -–•*+,\t")
        if not words or values.is_absent(words):
            continue
        reference = read_plan_line(words, values.lexicon)
        references.append(reference)
        if part := unread_part(words, reference, values.lexicon):
            facts = {"found": part, "framework": str(reference.framework)}
            findings.append(
                values.finding(alignment_rules.UNKNOWN_PART, of, cell, **facts)
            )
        if reference.framework is None:
            findings.append(
                values.finding(value_rules.UNKNOWN_PLAN, of, cell, found=words)
            )
    return Parsed(value=tuple(references), findings=findings)


def _outcome_named(words: str, framework: Framework) -> Node | None:
    return find_node(words, framework.outcomes)


def _placed(
    values: Values,
    cell: Cell,
    framework: Framework,
    find: Callable[[str, Framework], Node | None],
) -> Parsed[PlanReference] | None:
    words = values.words(cell)
    if values.is_absent(words):
        return Parsed()
    node = find(words, framework)
    if node is None:
        return None
    return Parsed(
        value=PlanReference(framework=framework.id, node=node.id, words=words)
    )


def _in_words(
    values: Values,
    cell: Cell,
    of: Field | None = None,
    rule: Rule | None = None,
    framework: Framework | None = None,
) -> Parsed[PlanReference]:
    words = values.words(cell)
    if values.is_absent(words):
        return Parsed()
    reference = PlanReference(
        framework=framework.id if framework else None, words=words
    )
    if rule is None or of is None or framework is None:
        return Parsed(value=reference)
    note = values.finding(rule, of, cell, framework=framework.id)
    return Parsed(value=reference, findings=(note,))


def _unknown_node(
    values: Values,
    of: Field,
    cell: Cell,
    rule: Rule,
    framework: Framework,
    nodes: tuple[Node, ...],
) -> Parsed[Any]:
    titles = [
        (form, node.id)
        for node in nodes
        for code, form in node.title.forms
        if code in (values.language, "en", UNDETERMINED)
    ]
    return values.refuse(
        rule,
        of,
        cell,
        framework=framework.id,
        expected=titles_of(nodes, values.language),
        suggestions=near_meanings(values.words(cell), titles),
    )
