"""The page of what is not known of 2026-2030, from the catalogue's own statements."""

from collections.abc import Iterable

from almwp.catalogue.frameworks import framework
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId
from almwp.model.source import Basis, Statement
from making.catalogue import read_in, told_statement
from making.markdown import escape, link, page

_NEXT = FrameworkId("ALM-WP-2026-2030")
_ORDER = (
    (Basis.CONFIRMED, "What was read in a cited page"),
    (Basis.REPORTED, "What somebody reported"),
    (Basis.INFERRED, "What was deduced, and is no fact"),
    (Basis.UNKNOWN, "What was looked for and not found"),
)


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    made = _page(framework(_NEXT))
    return {"explanation/what-we-do-not-know-of-2026-2030.md": made}


def _page(known: Framework) -> str:
    own = link(known.id, f"../reference/frameworks/{known.id.lower()}.md")
    return page(
        "What we do not know of 2026-2030",
        [
            "",
            f"The programme for 2026-2030 is in almwp as {own}. Its status there is",
            f"**{known.status.value}**{read_in(known.sources)}. This page is made",
            "from what",
            "the catalogue holds, word for word, and nothing was added to it.",
            "Only the last",
            "section, on what almwp does about it, is ours.",
        ],
        ["", escape(known.note)] if known.note else [],
        ["", "## What has no entry at all", ""],
        _empty_levels(known),
        *(_statements(known.statements, basis, title) for basis, title in _ORDER),
        _topics(known),
        [
            "",
            "## What almwp does about it",
            "",
            "- It carries nothing over from 2021-2025 on the assumption that it",
            "  stays so.",
            "- A report on 2026-2030 is read and kept; its outcomes and areas are",
            "  not checked.",
            "- Topics and priorities are shown as reported by somebody, not as",
            "  adopted.",
            "- As soon as you have the adopted text, "
            "[load it](../how-to/load-a-framework.md): yours is used in place of",
            "the draft.",
        ],
    )


def _empty_levels(known: Framework) -> list[str]:
    filled = {node.level for node in known.nodes}
    lines = [
        f"- {escape(str(level.name))}: none is public ({level.basis.value})."
        for level in known.levels
        if level.id not in filled
    ]
    absent = [
        ("the day of its adoption", known.adopted_on),
        ("who adopted it", known.adopted_by),
        ("indicators", known.indicators),
        ("a count of its activities", known.tallies),
        ("what its parts continue", known.successions),
    ]
    return lines + [f"- {name}: not known." for name, value in absent if not value]


def _statements(statements: Iterable[Statement], basis: Basis, title: str) -> list[str]:
    own = [each for each in statements if each.basis is basis]
    lines = [line for each in own for line in told_statement(each)]
    return ["", f"## {title}", "", *lines] if lines else []


def _topics(known: Framework) -> list[str]:
    lines: list[str] = []
    for node in known.topics:
        by = f", raised by {node.raised_by}" if node.raised_by else ""
        said = f"{node.basis.value}{by}{read_in(node.sources)}"
        lines.append(f"- {escape(str(node.title))}: {said}")
        if node.note:
            lines.append(f"  - note: {escape(node.note)}")
    head = ["", "## Topics that were reported, and not adopted", ""]
    return [*head, *lines] if lines else []
