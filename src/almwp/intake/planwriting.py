"""Write a line that names a plan and a place in it, so that intake reads it back."""

from almwp.intake.choices import Writing
from almwp.intake.planlines import read_plan_line
from almwp.model.activity import PlanReference
from almwp.model.framework import Framework


def plan_words(reference: PlanReference, writing: Writing) -> str | None:
    """Return a line that reads back as *reference*, or None where there is none.

    The sender's own words go first.
    """
    framework = writing.lexicon.framework(reference.framework)
    lines = [reference.words]
    if framework and reference.node:
        lines.append(_line(reference, framework, writing))
    wanted = reference.framework, reference.node
    for line in filter(None, lines):
        read = read_plan_line(line, writing.lexicon)
        if (read.framework, read.node) == wanted:
            return line
    return None


def _line(reference: PlanReference, framework: Framework, writing: Writing) -> str:
    node = next((n for n in framework.nodes if n.id == reference.node), None)
    place = (node.number or node.id) if node else ""
    return f"{writing.title(framework)}: {place}"
