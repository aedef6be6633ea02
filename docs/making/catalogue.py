"""The pages of the catalogue: what is known, on what basis, and where it was read."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.catalogue.bodies import bodies
from almwp.catalogue.meetings import meetings
from almwp.catalogue.members import members
from almwp.cli.frameworktext import succession_line
from almwp.model.framework import Framework, Level, Node
from almwp.model.member import Member
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Source, Statement, Tally
from making.installed import own_plugins
from making.markdown import code, escape, link, page, source_link, table

_FOLDER = "reference/frameworks"
_COMPLETE = {
    True: "complete",
    False: "**incomplete**: there are others that are not public",
    None: "not known whether complete",
}


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    known = all_frameworks()
    made = {f"{_FOLDER}/index.md": _index(known)}
    for each in known:
        made[f"{_FOLDER}/{each.id.lower()}.md"] = page(each.id, told(each))
    made["reference/members.md"] = _members()
    made["reference/bodies.md"] = _bodies()
    made["reference/meetings.md"] = _meetings()
    return made


def all_frameworks() -> tuple[Framework, ...]:
    """Return every framework that comes with almwp."""
    return tuple(source.load() for source in own_plugins().frameworks.values())


def read_in(sources: Iterable[Source]) -> str:
    """Return the pages in which something was read."""
    links = ", ".join(source_link(source.address) for source in sources)
    return f" ({links})" if links else ""


def _index(known: Iterable[Framework]) -> str:
    rows = [
        (
            link(each.id, f"{each.id.lower()}.md"),
            escape(str(each.title)),
            str(each.period or "not known"),
            each.status.value,
            each.basis.value,
            f"{len(each.outcomes)} / {len(each.priority_areas)}",
        )
        for each in known
    ]
    return page(
        "Frameworks",
        [
            "",
            "The programmes and plans that come with almwp, from public pages",
            "only. What a",
            "basis means is told in [Frameworks and their basis]"
            "(../../explanation/frameworks-and-basis.md),",
            "and how to use your own text in [Load a framework]"
            "(../../how-to/load-a-framework.md).",
            "Outcomes and areas are those that are public, which need not be all.",
        ],
        table(("id", "title", "years", "status", "basis", "outcomes / areas"), rows),
    )


def told(framework: Framework) -> list[str]:
    """Return all that is known of *framework*, as lines of Markdown."""
    lines = [
        "",
        *(f"- {escape(title)} ({code_})" for code_, title in framework.title.forms),
    ]
    facts = [
        ("years", str(framework.period or "no source gives them")),
        ("status", framework.status.value),
        ("adopted by", framework.adopted_by),
        ("adopted on", str(framework.adopted_on or "")),
        ("stands under", framework.parent or ""),
        ("carried by", ", ".join(framework.bodies)),
        ("also called", "; ".join(framework.aliases)),
        ("indicators", str(len(framework.indicators) or "")),
    ]
    rows = [(name, escape(value)) for name, value in facts if value]
    basis = f"{framework.basis.value}{read_in(framework.sources)}"
    lines += table(("", ""), [*rows, ("basis", basis)])
    if framework.note:
        lines += ["", f"Note: {escape(framework.note)}"]
    for level in framework.levels:
        lines += _level(framework, level)
    if framework.statements:
        lines += ["", "## Statements"]
        for statement in framework.statements:
            lines += ["", *told_statement(statement)]
    for title, items in (
        ("Published counts", [line for t in framework.tallies for line in _tally(t)]),
        ("Indicators", [line for i in framework.indicators for line in _indicator(i)]),
        ("Where its parts come from", list(_successions(framework))),
    ):
        if items:
            lines += ["", f"## {title}", "", *items]
    return lines


def _level(framework: Framework, level: Level) -> Iterator[str]:
    role = f" ({level.role.value})" if level.role else ""
    total = f", {level.total} in all" if level.total is not None else ""
    yield from ("", f"## {escape(str(level.name))}{role}", "")
    yield f"{_COMPLETE[level.complete]}{total}; {level.basis.value}.".capitalize()
    nodes = [node for node in framework.nodes if node.level == level.id]
    yield ""
    if not nodes:
        yield "None is public."
    for node in nodes:
        yield from _node(node)


def _node(node: Node) -> Iterator[str]:
    number = f"{escape(node.number)} " if node.number else ""
    yield f"- **{number}{escape(str(node.title))}** {code(node.id)}"
    said = [node.basis.value, f"wording {node.title_basis.value}"]
    if node.parents:
        said.append(f"under {', '.join(node.parents)}: {node.placement.value}")
    if node.bodies:
        said.append(f"carried by {', '.join(node.bodies)}")
    if node.raised_by:
        said.append(f"raised by {node.raised_by}")
    yield f"  - {escape('; '.join(said))}{read_in(node.sources)}"
    if node.note:
        yield f"  - note: {escape(node.note)}"


def told_statement(statement: Statement) -> list[str]:
    """Return a statement with its basis, its sources and its note."""
    when = f", as of {statement.as_of}" if statement.as_of else ""
    lines = [
        f"- {escape(statement.about)}: {escape(str(statement.text))}",
        f"  - {statement.basis.value}{when}{read_in(statement.sources)}",
    ]
    if statement.note:
        lines.append(f"  - note: {escape(statement.note)}")
    return lines


def _tally(tally: Tally) -> Iterator[str]:
    parts = ("completed", "ongoing", "planned")
    counts = [(name, getattr(tally, name)) for name in parts]
    said = "".join(f", {count} {name}" for name, count in counts if count is not None)
    when = f", as of {tally.as_of}" if tally.as_of else ""
    yield f"- {code(tally.id)}: {tally.total} {escape(str(tally.text))}{said}"
    yield f"  - {tally.basis.value}{when}{read_in(tally.sources)}"
    if tally.note:
        yield f"  - note: {escape(tally.note)}"


def _indicator(known: ProgrammeIndicator) -> Iterator[str]:
    number = f"{escape(known.number)} " if known.number else ""
    facts = [
        f"{name} {_number(value)}"
        for name, value in (("baseline", known.baseline), ("target", known.target))
        if value is not None
    ]
    said = f": {', '.join(facts)} {escape(known.unit)}".rstrip() if facts else ""
    yield f"- {number}{escape(str(known.name))}{said}"
    yield f"  - {known.basis.value}{read_in(known.sources)}"
    if known.note:
        yield f"  - note: {escape(known.note)}"


def _number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"


def _successions(framework: Framework) -> Iterator[str]:
    for each in framework.successions:
        yield f"- {escape(succession_line(each))}"
        yield f"  - {each.basis.value}{read_in(each.sources)}"
        if each.note:
            yield f"  - note: {escape(each.note)}"


def _members() -> str:
    rows = [
        (
            code(m.iso2),
            code(m.iso3),
            escape(str(m.name)),
            escape(m.name.in_("vi")),
            str(m.joined),
        )
        for m in members()
    ]
    return page(
        "Members",
        [
            "",
            "The member states of ASEAN, since when they are, and who carries",
            "labour there.",
        ],
        table(("ISO 2", "ISO 3", "name", "in Vietnamese", "member since"), rows),
        *(_member(member) for member in members()),
    )


def _member(member: Member) -> list[str]:
    lines = ["", f"## {escape(str(member.name))}", ""]
    lines.append(
        f"Also read: {'; '.join(map(escape, member.variants)) or 'nothing else'}."
    )
    lines.append("")
    for each in member.ministries:
        names = " / ".join(escape(name) for _, name in each.name.forms)
        until = f"to {each.valid_until}" if each.valid_until else ""
        since = f"from {each.valid_from}" if each.valid_from else ""
        time = f" {since} {until}".rstrip()
        duties = f"; carries {escape(each.duties)}" if each.duties else ""
        yield_line = f"- {names}{time}{duties}"
        lines += [yield_line, f"  - {each.basis.value}{read_in(each.sources)}"]
    for statement in member.statements:
        lines += told_statement(statement)
    return lines


def _bodies() -> str:
    lines: list[str] = []
    for body in bodies():
        lines += ["", f"## {escape(body.id)}", "", escape(str(body.title))]
        facts = (
            ("stands", body.level),
            ("reports to", body.reports_to or ""),
            ("since", body.since),
            ("meets", body.rhythm),
            ("chair", body.rotation),
        )
        lines += [""]
        lines += [f"- {name}: {escape(value)}" for name, value in facts if value]
        lines.append(f"- basis: {body.basis.value}{read_in(body.sources)}")
    return page("Bodies", ["", "The bodies of ASEAN labour cooperation."], lines)


def _meetings() -> str:
    rows = [
        (
            code(each.id),
            str(each.start) + (f" to {each.end}" if each.end else ""),
            escape(each.place),
            each.host or "",
            each.chair or "",
            f"{each.basis.value}{read_in(each.sources)}",
        )
        for each in meetings()
    ]
    heads = ("meeting", "when", "where", "host", "chair", "basis")
    about = "The meetings that public pages tell of. Host and chair are two facts."
    return page("Meetings", ["", about], table(heads, rows))
