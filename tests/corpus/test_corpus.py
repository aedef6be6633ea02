"""Each workbook of the corpus is read as the truth beside it says."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from almwp.catalogue.frameworks import framework
from almwp.findings.rule import Severity
from almwp.findings.rules import RULES
from almwp.intake.cells import place_of
from almwp.intake.fieldlist import field_list
from almwp.intake.fieldrules import rules_of
from almwp.model.activity import Activity, Observation
from almwp.model.indicator import Reading
from almwp.model.ledger import Fate, Ledger
from almwp.model.moment import Moment
from almwp.model.submission import Submission
from almwp.workflow.checking import CheckedFile, checked
from almwp.workflow.reading import FileRead
from almwp.workflow.session import Session

HERE = Path(__file__).parent
BOOKS = sorted((HERE / "books").glob("*.xlsx"))
PAIRS = sorted((HERE / "pairs").iterdir())
Found = tuple[str, str | None, str | None]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


def truth_of(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(
        path.with_suffix(".json").read_text(encoding="utf-8")
    )
    return truth


def by_name(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[path.stem for path in paths])


def moment(value: Moment | None) -> str | None:
    return str(value) if value else None


def state(activity: Activity) -> Observation:
    return activity.observations[0] if activity.observations else Observation()


def node(activity: Activity, role: str) -> str | None:
    for reference in activity.references:
        if reference.framework and reference.node:
            found = framework(reference.framework)
            nodes = found.outcomes if role == "outcome" else found.priority_areas
            if reference.node in {each.id for each in nodes}:
                return reference.node
    return None


READ: dict[str, Callable[[Activity], Any]] = {
    "number": lambda a: a.number,
    "title": lambda a: str(a.title),
    "title_en": lambda a: a.title.says("en"),
    "titles": lambda a: [
        form for t in (a.title, *a.other_titles) for _, form in t.forms
    ],
    "row": lambda a: a.origins[0].row,
    "status": lambda a: str(state(a).status),
    "word": lambda a: state(a).word,
    "percent": lambda a: str(state(a).percent),
    "change": lambda a: state(a).change and str(state(a).change),
    "as_of": lambda a: moment(state(a).as_of),
    "reports": lambda a: [[moment(o.as_of), str(o.status)] for o in a.observations],
    "start": lambda a: moment(a.timeframe.start),
    "end": lambda a: moment(a.timeframe.end),
    "timeframe": lambda a: a.timeframe.raw,
    "recurrence": lambda a: a.timeframe.recurrence and str(a.timeframe.recurrence),
    "editions": lambda a: [moment(e.when) for e in a.timeframe.editions],
    "leads": lambda a: [party.id for party in a.leads],
    "co_leads": lambda a: [party.id for party in a.co_leads],
    "leads_or_co_leads": lambda a: sorted(p.id for p in a.leads + a.co_leads),
    "partners": lambda a: [party.id for party in a.partners],
    "bodies": lambda a: list(a.bodies),
    "host": lambda a: a.host,
    "level": lambda a: a.level and str(a.level),
    "place": lambda a: a.place,
    "remarks": lambda a: a.remarks,
    "outcome": lambda a: node(a, "outcome"),
    "area": lambda a: node(a, "area"),
    "plans": lambda a: [r.framework for r in a.references if r.words and not r.node],
    "parts": lambda a: [str(part) for part in a.parts],
    "extras": lambda a: {extra.heading: extra.value for extra in a.extras},
}
"""How each key of a truth is had from an activity."""

READ_OF: dict[str, dict[str, Callable[[Any], Any]]] = {
    "activities": READ,
    "indicators": {
        "number": lambda i: i.number,
        "name": lambda i: str(i.name),
        "unit": lambda i: i.unit,
        "direction": lambda i: str(i.direction),
        "baseline": lambda i: i.baseline and measured(i.baseline),
        "targets": lambda i: [[t.year, str(t.value)] for t in i.targets],
        "readings": lambda i: [measured(reading) for reading in i.readings],
        "follows": lambda i: list(i.activities),
    },
    "proposals": {
        "number": lambda p: p.number,
        "title": lambda p: str(p.title),
        "proposed_by": lambda p: p.proposed_by,
        "joining": lambda p: p.joining,
    },
    "agenda": {
        "number": lambda a: a.number,
        "item": lambda a: str(a.item),
        "stance": lambda a: str(a.stance),
    },
}


def measured(reading: Reading) -> list[str | None]:
    return [moment(reading.when), str(reading.value)]


def fates(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for entry in ledger.entries:
        first, _, last = entry.cells.partition(":")
        letters = first.rstrip("0123456789")
        for row in range(place_of(first)[0], place_of(last or first)[0] + 1):
            yield f"{entry.sheet}!{letters}{row}", str(entry.fate)


def read_book(session: Session, path: Path) -> FileRead:
    """Read a workbook, with the user's own mapping file where there is one."""
    mapping = path.with_suffix(".toml")
    if mapping.exists():
        (file,) = session.read([path], mapping=mapping).files
    else:
        (file,) = session.read([path]).files
    return file


def checked_book(file: FileRead) -> CheckedFile:
    (told,) = checked([file]).files
    return told


def about(submission: Submission, key: str) -> Any:
    value = getattr(submission, key)
    return moment(value) if isinstance(value, Moment) else value


def check_findings(truth: dict[str, Any], read: CheckedFile) -> None:
    """Every error and warning is in the truth, and all of the truth is found."""
    all_found = Counter((f.code, f.sheet, f.cell) for f in read.findings)
    grave = Counter(
        (f.code, f.sheet, f.cell)
        for f in read.findings
        if f.severity != Severity.NOTE.value
    )
    expected = Counter((code, sheet, cell) for code, sheet, cell in truth["findings"])
    assert grave - expected == Counter(), "found, and not in the truth"
    assert expected - all_found == Counter(), "in the truth, and not found"


@by_name(BOOKS)
def test_a_workbook_is_read_as_its_truth_says(session: Session, path: Path) -> None:
    truth = truth_of(path)
    file = read_book(session, path)
    told = checked_book(file)
    check_findings(truth, told)
    assert told.kind == truth.get("kind", told.kind)
    if file.submission is None:
        return
    submission = file.submission
    for key in ("country", "framework", "as_of", "language", "contact", "meeting"):
        if key in truth:
            assert about(submission, key) == truth[key], key
    for records, reading in READ_OF.items():
        found, expected = getattr(submission, records), truth.get(records, [])
        read = [
            {key: reading[key](record) for key in wanted}
            for wanted, record in zip(expected, found, strict=False)
        ]
        assert read == expected
        assert len(found) == len(expected), records
    known = dict(fates(submission.ledger))
    for cell, fate in truth.get("fates", {}).items():
        assert known.get(cell) == fate, cell


@by_name(BOOKS)
def test_what_is_offered_is_what_the_truth_says(session: Session, path: Path) -> None:
    truth = truth_of(path)
    file = checked_book(read_book(session, path))
    offered = {f"{f.sheet}!{f.cell}": f.suggestions for f in file.findings}
    for cell, words in truth.get("suggestions", {}).items():
        assert sorted(offered[cell]) == sorted(words)
    for cell, word in truth.get("nearest", {}).items():
        assert offered[cell][:1] == (word,)


@by_name(BOOKS)
def test_every_cell_is_in_the_ledger(
    session: Session,
    path: Path,
    filled_cells: Callable[[bytes], dict[str, list[str]]],
) -> None:
    total = truth_of(path)["cells"]["total"]
    file = read_book(session, path)
    if file.submission is None:
        assert total == 0
        return
    filled = filled_cells(path.read_bytes())
    cells = Counter(f"{sheet}!{ref}" for sheet, refs in filled.items() for ref in refs)
    assert Counter(cell for cell, _ in fates(file.submission.ledger)) == cells
    assert file.submission.ledger.total == cells.total() == total


@by_name(BOOKS)
def test_a_cell_is_refused_exactly_for_an_error(session: Session, path: Path) -> None:
    file = read_book(session, path)
    if file.submission is None:
        return
    errors = [f for f in file.submission.findings if f.severity is Severity.ERROR]
    entries = file.submission.ledger.entries
    refused = {entry.why for entry in entries if entry.fate is Fate.REFUSED}
    assert refused <= {finding.code for finding in errors}
    known = dict(fates(file.submission.ledger))
    for finding in errors:
        cell = f"{finding.at.sheet}!{finding.at.cell}"
        assert known.get(cell, "refused") == "refused", finding


@by_name(BOOKS)
def test_a_finding_is_among_the_rules_of_its_field(
    session: Session, path: Path
) -> None:
    known: defaultdict[str, set[str]] = defaultdict(set)
    for sheet in (field_list().lines, *field_list().sheets):
        for field in sheet.fields:
            rules = rules_of(sheet.key, field, sheet.titles)
            known[field.key] |= {rule.code for rule in rules}
    for finding in checked_book(read_book(session, path)).findings:
        if finding.field and finding.code.startswith("ALM"):
            assert finding.code in known[finding.field], finding


@by_name(PAIRS)
def test_what_is_found_between_two_files(session: Session, path: Path) -> None:
    truth = json.loads((path / "truth.json").read_text(encoding="utf-8"))
    files = [path / name for name in truth["findings"]]
    found = {
        Path(file.path).name: sorted(
            [f.code, f.sheet, f.cell]
            for f in file.findings
            if f.code.startswith("ALM5") or f.code == "ALM330"
        )
        for file in session.check(files).files
    }
    assert found == truth["findings"]
    backwards = session.check(files[::-1]).files
    codes = Counter(f.code for file in backwards for f in file.findings)
    assert all(
        codes[code] == sum(f[0] == code for told in found.values() for f in told)
        for code in RULES
        if code.startswith("ALM5")
    )
