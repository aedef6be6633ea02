"""Write Markdown that GitHub and Sphinx both take: escaped text, tables, links."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")
_CODE = re.compile(r"(`[^`]*`)")
_SIGN = re.compile(r"([\\`*_<>#\[\]|~])")
_LINE_SIGN = re.compile(r"([\\_<>\[\]|~])")
_NO_SLUG = re.compile(r"[^\w\- ]")


def escape(text: str) -> str:
    """Keep signs that Markdown would take for its own."""
    return _SIGN.sub(r"\\\1", text)


def prose(text: str) -> str:
    """Return words of a docstring in one line: code and emphasis stay what they are."""
    words = _ROLE.sub(r"`\1`", " ".join(text.split())).replace("``", "`")
    parts = _CODE.split(words)
    return "".join(
        part.replace("|", "\\|") if index % 2 else _LINE_SIGN.sub(r"\\\1", part)
        for index, part in enumerate(parts)
    )


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a docstring, with a blank line before each."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if paragraph.strip():
            lines += ["", prose(paragraph)]
    return lines


def code(text: str) -> str:
    """Return a name or a value as code, as it may stand in a table."""
    return f"`{text}`".replace("|", "\\|") if text else ""


def fenced(text: str, language: str = "text") -> list[str]:
    """Return a block of code, with a blank line before it."""
    lines = [line.rstrip() for line in text.rstrip().splitlines()]
    return ["", f"```{language}", *lines, "```"]


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table with a blank line before it; nothing where it has no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return []
    rule = "|---" * len(headings) + "|"
    return ["", f"| {' | '.join(headings)} |", rule, *lines]


def slug(heading: str) -> str:
    """Return the anchor that GitHub and MyST give to a heading."""
    plain = _NO_SLUG.sub("", heading.replace("`", "").strip().lower())
    return plain.replace(" ", "-")


def link(title: str, page: str, heading: str = "") -> str:
    """Return a link to a page, or to a heading on it."""
    return f"[{title}]({page}{'#' + slug(heading) if heading else ''})"


def source_link(address: str) -> str:
    """Return a link to a public page, named by its site."""
    site = urlsplit(address).netloc.removeprefix("www.")
    if not site:
        return escape(address)
    safe = address.replace("(", "%28").replace(")", "%29").replace("|", "%7C")
    return f"[{escape(site)}]({safe})"


def page(title: str, *parts: Iterable[str]) -> str:
    """Return a whole page."""
    lines = [f"# {title}"]
    for part in parts:
        lines += part
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"
