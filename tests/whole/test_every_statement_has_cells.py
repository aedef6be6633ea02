"""Every number and every text of a workbook in a paper names the cells behind it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from almwp.catalogue.messages import sentences_in
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.ledger import Fate
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
)
from almwp.model.source import Origin
from almwp.model.workplan import WorkPlan
from almwp.workflow.bookreading import read_book
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
FILES = [EXAMPLES / "submissions", EXAMPLES / "positions"]
KINDS = (
    *("alignment", "brief", "matrix", "overlaps", "position", "progress"),
    "talking-points",
)
_LEAST = 4
"""Letters of the shortest value that is looked for; ``VN`` is in many words."""


_NUMBERED = re.compile(r"^([\d.]+ )?(Outcome \d: )?")


@frozen(kw_only=True)
class Said:
    """Something in a paper, and where it stands."""

    where: str
    text: str
    origins: tuple[Origin, ...]


@frozen(kw_only=True)
class Exception_:
    """What needs no cell, and why."""

    where: str
    text: str
    why: str

    def takes(self, said: Said) -> bool:
        is_there = re.fullmatch(self.where, said.where, re.DOTALL)
        return bool(is_there and re.fullmatch(self.text, said.text, re.DOTALL))


ANY = r".*"
EXCEPTIONS = (
    Exception_(where=ANY, text=r"0|–", why="a count of none counts no cell"),
    Exception_(
        where=r"No\.", text=r"\d+( †)?", why="the paper numbers its rows itself"
    ),
    Exception_(
        where="heading",
        text=r"2 Progress of activities that Viet Nam leads or co-leads",
        why="whose paper it is, the caller says",
    ),
    Exception_(
        where="note",
        text=r"† No report states .*|Members: BN .*",
        why="what no cell says, and the members by their codes",
    ),
    Exception_(
        where="Years", text=r"\d{4}-\d{4}", why="years of plans are from the catalogue"
    ),
    Exception_(
        where=r"fact: (Labour ministry|Dates|Host|Chair|Members of ASEAN|Programme).*",
        text=ANY,
        why="known from the catalogue, where no cover says it, as the sources say",
    ),
    Exception_(
        where=r"fact: .*\.xlsx|Fingerprint.*",
        text=ANY,
        why="what the paper was made from is a file, not a cell",
    ),
    Exception_(
        where="bullets", text=r"almwp [\d.]+\n.*", why="software and settings of a run"
    ),
    Exception_(
        where="Address",
        text=r"(.*\n)?https?://\S+",
        why="pages that the catalogue names; those that files name have cells",
    ),
    Exception_(
        where="On what",
        text=r"(Meeting|[^\n]*Work Programme[^\n]*|\n)+",
        why="on what the catalogue itself names a page",
    ),
    Exception_(
        where="Known parts that are served",
        text=r"([^\n]+: 0 of \d+\n?)+",
        why="none is served",
    ),
    Exception_(
        where="note|paragraph",
        text=r".*ASEAN Labour Ministers' Work Programme 2021-2025.*",
        why="how far the programme is known is from the catalogue",
    ),
)


def said_in(report: Report) -> Iterator[Said]:
    for block in report.blocks:
        for each in (block.left, block.right) if isinstance(block, Pair) else (block,):
            yield from said_by(each)


def said_by(block: Block) -> Iterator[Said]:
    match block:
        case Heading():
            yield Said(where="heading", text=block.text, origins=block.origins)
        case Paragraph():
            yield Said(where="paragraph", text=block.text, origins=block.origins)
        case Note():
            yield Said(where="note", text=block.text, origins=block.origins)
        case Bullets():
            text = "\n".join(block.items)
            yield Said(where="bullets", text=text, origins=block.origins)
        case Table():
            is_facts = len(block.columns) == 2
            for row in block.rows:
                for column, cell in zip(block.columns, row, strict=True):
                    if is_facts and column is block.columns[0]:
                        continue  # the name of a fact
                    name = f"fact: {row[0].text}" if is_facts else column.heading
                    if column.heading.startswith("Fingerprint"):
                        name = column.heading
                    yield Said(where=name, text=cell.text, origins=cell.origins)
        case Figure() | Timeline() | Grid() | TargetPath() | Flow():
            yield Said(where="figure", text=block.alternative, origins=block.origins)
        case Pair():
            raise AssertionError(block)


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    return session.merge(session.read(FILES).submissions)


@pytest.fixture(scope="module")
def values(session: Session, plan: WorkPlan) -> re.Pattern[str]:
    """Return what matches a value of a workbook; labels and headings are none."""
    kept = {
        (sent.file, entry.sheet, cell)
        for sent in plan.submissions
        for entry in sent.ledger.entries
        if entry.fate in (Fate.READ, Fate.EXTRA)
        for cell in cells_of(entry.cells)
    }
    found = {
        " ".join(line.split())
        for folder in FILES
        for path in sorted(folder.glob("*.xlsx"))
        for sheet in read_book(path, session.reading).book.sheets
        for row in sheet.rows()
        for cell in row
        if (path.name, sheet.name, cell.ref) in kept
        for line in cell.text.splitlines()
    }
    longest_first = sorted((w for w in found if len(w) >= _LEAST), key=len)[::-1]
    return re.compile("|".join(rf"\b{re.escape(word)}" for word in longest_first))


def cells_of(stretch: str) -> Iterator[str]:
    first, _, last = stretch.partition(":")
    letters = first.rstrip("0123456789")
    start = int(first[len(letters) :])
    end = int(last[len(letters) :]) if last else start
    yield from (f"{letters}{row}" for row in range(start, end + 1))


def made(session: Session, plan: WorkPlan, kind: str) -> Report:
    return session.report(plan, Wanted(report=kind, country="VN", meeting="slom-21"))


@pytest.fixture(scope="module")
def fixed(session: Session) -> frozenset[str]:
    """Return the phrases of papers, and what outcomes, areas and plans are called."""
    pos = ROOT.glob("plugins/almwp-slom/src/almwp_slom/locale/vi.po")
    phrases = {said for po in pos for said in sentences_in(po)}
    plans = [source.load() for source in session.plugins.frameworks.values()]
    named = [plan.title for plan in plans]
    named += [node.title for plan in plans for node in plan.nodes]
    titles = {form for title in named for _, form in title.forms}
    return frozenset(phrases | titles | {plan.id for plan in plans})


def is_fixed(text: str, fixed: frozenset[str]) -> bool:
    """Say whether each line of *text* is a phrase or a title, perhaps numbered."""
    lines = (_NUMBERED.sub("", line) for line in text.splitlines())
    return all(line in fixed for line in lines)


def lacking(
    report: Report, values: re.Pattern[str], fixed: frozenset[str]
) -> list[Said]:
    """Return what should name its cells and does not."""
    return [
        said
        for said in said_in(report)
        if not said.origins
        if re.search(r"\d", said.text) or values.search(" ".join(said.text.split()))
        if not is_fixed(said.text, fixed)
        if not any(each.takes(said) for each in EXCEPTIONS)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_and_statement_names_its_cells(
    kind: str,
    session: Session,
    plan: WorkPlan,
    values: re.Pattern[str],
    fixed: frozenset[str],
) -> None:
    # The paper in Vietnamese names the same: see test_same_notes.
    assert lacking(made(session, plan, kind), values, fixed) == []


def test_every_kind_of_report_is_looked_at(session: Session) -> None:
    assert set(session.plugins.reports) == {*KINDS, "plan"}  # the words of progress


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_that_is_named_was_read_from_one_of_the_files(
    kind: str, session: Session, plan: WorkPlan
) -> None:
    known = {(s.file, s.sha256, n) for s in plan.submissions for n in s.sheets}
    report = made(session, plan, kind)
    origins = [origin for said in said_in(report) for origin in said.origins]
    assert len(origins) > 20
    assert {(o.file, o.sha256, o.sheet) for o in origins} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_the_meeting_is_told_no_cell(
    kind: str, session: Session, plan: WorkPlan
) -> None:
    wanted = Wanted(
        report=kind, country="VN", meeting="slom-21", audience=Audience.MEETING
    )
    report = session.report(plan, wanted)
    assert [said for said in said_in(report) if said.origins] == []


def test_what_is_from_the_catalogue_has_its_sources(
    session: Session, plan: WorkPlan
) -> None:
    report = made(session, plan, "position")
    addresses = "\n".join(s.text for s in said_in(report) if s.where == "Address")
    framework = session.plugins.frameworks["ALM-WP-2021-2025"].load()
    nodes = (*framework.outcomes, *framework.priority_areas)
    named = [*framework.sources, *(s for node in nodes for s in node.sources)]
    assert [s.address for s in named if s.address not in addresses] == []
