"""Record an example of each rule that has none yet.

``python docs/record_examples.py`` reads the workbooks of the corpus and the examples;
for a rule that speaks in none of them it runs the tests that name it, and then those of
the workflow.  An example from a test that still fits its rule is kept as it is;
``--anew`` records all of them again, which takes minutes.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from almwp.findings.rule import Finding, Rule
from almwp.workflow.session import Session
from making.examples import FILE, NOT_MET, Example, examples, save
from making.installed import ROOT
from making.rules import all_rules


def main(arguments: list[str]) -> int:
    """Record what is missing; return 1 where a rule stays without an example."""
    known = all_rules()
    kept = {} if "--anew" in arguments or not FILE.exists() else examples()
    found: dict[str, Example] = {}
    for finding, book in in_workbooks():
        found.setdefault(finding.code, Example.of(finding, book))
    for code, example in kept.items():
        if code in known and fits(example, known[code]):
            found.setdefault(code, example)
    for tests in (_tests_that_name, _tests_of_workflow):
        if missing := set(known) - set(found) - set(NOT_MET):
            met = in_tests(tests(missing, known))
            found |= {code: met[code] for code in missing & set(met)}
    save(found)
    missing = set(known) - set(found) - set(NOT_MET)
    for code in sorted(missing):
        print(f"no test shows {code} {known[code].name}")
    return int(bool(missing))


def in_workbooks() -> Iterator[tuple[Finding, str]]:
    """Give what is found in the corpus and the examples, and in which workbook."""
    session = Session.start()
    books = sorted((ROOT / "tests" / "corpus" / "books").glob("*.xlsx"))
    books += sorted((ROOT / "examples").rglob("*.xlsx"))
    for book in books:
        mapping = book.with_suffix(".toml")
        given = mapping if "corpus" in book.parts and mapping.exists() else None
        for file in session.read([book], mapping=given).files:
            own = file.submission.findings if file.submission else ()
            for finding in (*own, *file.notes):
                yield finding, book.relative_to(ROOT).as_posix()


def _tests_that_name(
    missing: Container[str], known: Mapping[str, Rule]
) -> Iterator[Path]:
    """Give the tests that name a rule; those of the corpus do so in its truths."""
    names = set(_names(missing, known))
    for folder in (ROOT / "tests", *sorted(ROOT.glob("plugins/*/tests"))):
        for path in sorted(folder.rglob("test_*.py")):
            text = path.read_text(encoding="utf-8")
            named = path.name == "test_corpus.py" or any(word in text for word in names)
            if named and "house" not in path.parts:
                yield path


def _tests_of_workflow(
    missing: Container[str], known: Mapping[str, Rule]
) -> Iterator[Path]:
    yield from sorted((ROOT / "tests" / "workflow").rglob("test_*.py"))


def in_tests(tests: Iterable[Path]) -> Mapping[str, Example]:
    """Run *tests* and return what they found."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "met.json")
        places = [str(Path(__file__).parent), *filter(None, [os.getenv("PYTHONPATH")])]
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(places),
            "ALMWP_EXAMPLES": str(out),
        }
        call = [sys.executable, "-m", "pytest", "-q", "-p", "making.recording"]
        subprocess.run([*call, *map(str, tests)], cwd=ROOT, env=environment, check=True)
        met = json.loads(out.read_text(encoding="utf-8"))
    return {code: Example.read(plain) for code, plain in met.items()}


def _names(missing: Container[str], known: Mapping[str, Rule]) -> Iterator[str]:
    """Give the words by which a test names a rule: code, name, and name in the code."""
    for code, rule in known.items():
        if code in missing:
            yield code
            yield f'"{rule.name}"'
    for module in [m for m in sys.modules.values() if "rules" in m.__name__]:
        for name, value in vars(module).items():
            if isinstance(value, Rule) and value.code in missing:
                yield f".{name}"


def fits(example: Example, rule: Rule) -> bool:
    """Say whether the facts of *example* are those of which *rule* speaks today."""
    try:
        finding = example.finding(rule)
        return bool(finding.message() and finding.hint())
    except (KeyError, IndexError):
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
