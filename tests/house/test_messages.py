"""Every sentence that is said to people has its Vietnamese one."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import attrs
import pytest

from almwp.errors import SYSTEM_PROBLEMS
from almwp.exporting.phrases import SHARED
from almwp.findings.rule import Severity
from almwp.model.absence import Absence
from almwp.model.activity import LinkKind
from almwp.model.figures import Standing
from almwp.model.framework import FrameworkStatus, Role, SuccessionKind
from almwp.model.ledger import Fate
from almwp.model.policy import (
    AbsenceRule,
    AbsenceRules,
    Cap,
    NoBaseline,
    Policy,
    TargetIsBaseline,
    Weighting,
)
from almwp.model.score import ScopeKind
from almwp.model.source import Basis
from almwp.plan.carryover import ActivityFate, ProposalPart
from almwp.scoring import achievementwords, weightwords
from almwp.scoring.states import State
from almwp.workflow import policies
from almwp.workflow.explainednote import StatementKind

ROOT = Path(__file__).resolve().parents[2]
SPEAKING = {
    "CallError",
    "UnreadableFileError",
    "UnwritableFileError",
    "say",
    "translate",
}
SAYING = {"why", "sentence"}
"""Calls and names by which a sentence is said; it is their last text."""
REASONS = {"ColumnDates", "ColumnNumbers", "at"}
"""Calls that hand a sentence over as ``why``, outright or by a name of the file."""
SAID_BY_NAME = (
    Severity,
    Fate,
    ScopeKind,
    State,
    Absence,
    Basis,
    ActivityFate,
    ProposalPart,
    LinkKind,
    SuccessionKind,
    Standing,
    Role,
    FrameworkStatus,
    StatementKind,
)
"""Closed lists of which the command line says each name."""


def _chosen_in_policies() -> Iterator[str]:
    """Give the keys and the values of a policy, as a figure tells them."""
    yield from (each.name for each in attrs.fields(Policy))
    yield from (f"absences.{each.name}" for each in attrs.fields(AbsenceRules))
    for choices in (Weighting, Cap, AbsenceRule, NoBaseline, TargetIsBaseline):
        yield from (each.value for each in choices)


NAMES = {str(name) for names in SAID_BY_NAME for name in names} | {
    "implementation",
    "achievement",
    "activities",
    "indicators",
    "rising",
    "falling",
    "keep",
    "sex",
    "sector",
    "migrant status",
    *achievementwords.SENTENCES,
    *weightwords.SENTENCES,
    "published count",
    *("counting", "left out"),
    *policies.SENTENCES,
    *_chosen_in_policies(),
    *("scope", "count", "meeting", "audience", "template", "plugin", "body", "country"),
    *("framework", "language", "reader", "scorer", "report", "exporter", "command"),
    *("rule", "language to answer in", "groups", "limit"),
    *("keep", "level", "cumulative", "per period"),
    *SHARED,
    *SYSTEM_PROBLEMS.values(),
}
"""Names of values that are said as they are."""

CATALOGUES = {
    "src/almwp": "catalogue/languages/vi.po",
    "plugins/almwp-excel/src/almwp_excel": "locale/vi.po",
}
"""Where code speaks, and where what it says is translated."""
CORE = ROOT / "src" / "almwp" / "catalogue" / "languages" / "vi.po"
OF_EXPORTERS = [
    ROOT / "plugins" / name / "src" / name.replace("-", "_") / "locale" / "vi.po"
    for name in ("almwp-excel", "almwp-pdf", "almwp-slom")
]


def sentences_of(folder: Path) -> Iterator[str]:
    """Give the sentences in the code below *folder* that are translated when said."""
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _reasons(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _of_call(node)
            elif isinstance(node, ast.Assign) and path.name == "refusals.py":
                yield from _texts([node.value])
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                target = (
                    node.targets[0] if isinstance(node, ast.Assign) else node.target
                )
                if ast.unparse(target) in SAYING and node.value:
                    yield from _texts([node.value])


def _reasons(tree: ast.Module) -> Iterator[str]:
    """Give the reasons of a file; a constant that is handed over is one too."""
    constants = {
        ast.unparse(node.targets[0]): node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if ast.unparse(node.func).rpartition(".")[2] in REASONS:
            given = [k.value for k in node.keywords if k.arg == "why"]
            yield from _texts([constants.get(ast.unparse(g), g) for g in given])


def _of_call(node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func).rpartition(".")[2]
    if name == "Rule":
        said = [k.value for k in node.keywords if k.arg in ("message", "hint")]
        yield from _texts(said)
    elif name in SPEAKING:
        yield from _texts(node.args[-1:])
    elif name == "__init__":
        yield from _texts(node.args[:1])


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [node.value] if node.value else []


def all_said(folder: str) -> set[str]:
    """Return all that the code of a folder says; names are said by the core."""
    said = set(sentences_of(ROOT / folder))
    return said | NAMES if folder == "src/almwp" else said


def translations(po: Path) -> Mapping[str, str]:
    from babel.messages.pofile import read_po

    with po.open("rb") as file:
        catalogue = read_po(file, charset="utf-8", abort_invalid=True)
    return {str(m.id): str(m.string) for m in catalogue if m.id}


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("folder", CATALOGUES)
def test_everything_that_is_said_is_translated(folder: str) -> None:
    said = all_said(folder)
    known = translations(ROOT / folder / CATALOGUES[folder])
    if folder.startswith("plugins"):
        known = {**known, **translations(CORE)}
    assert len(said) > 40
    assert said - set(known) == set(), "these sentences have no translation"


@pytest.mark.parametrize("folder", CATALOGUES)
def test_nothing_is_translated_that_nobody_says(folder: str) -> None:
    said = all_said(folder)
    known = translations(ROOT / folder / CATALOGUES[folder])
    assert set(known) - said == set()


@pytest.mark.parametrize("folder", CATALOGUES)
def test_a_translation_speaks_of_the_same_facts(folder: str) -> None:
    for sentence, translated in translations(
        ROOT / folder / CATALOGUES[folder]
    ).items():
        assert translated, sentence
        assert facts(translated) == facts(sentence), sentence


def test_no_sentence_is_translated_the_same_way_twice() -> None:
    core = translations(CORE)
    for po in OF_EXPORTERS:
        again = {s for s, said in translations(po).items() if core.get(s) == said}
        assert again == set(), f"the core translates these as {po} does"


def test_what_several_distributions_say_is_translated_with_the_core() -> None:
    seen: dict[str, Path] = {}
    for po in OF_EXPORTERS:
        for sentence in translations(po).keys() - translations(CORE).keys():
            assert seen.setdefault(sentence, po) == po, sentence
