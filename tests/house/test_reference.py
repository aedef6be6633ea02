"""Every hook, record, rule, command and field has its page, and each is in step."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


class Making:
    """What makes the reference, imported from its folder."""

    def __init__(self) -> None:
        self.reference = importlib.import_module("make_reference")
        self.pages: dict[str, str] = self.reference.pages()

    def __getattr__(self, name: str) -> Any:
        return importlib.import_module(f"making.{name}")


@pytest.fixture(scope="module")
def making() -> Iterator[Making]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        yield Making()


def test_every_page_is_in_step_with_the_code(making: Making) -> None:
    for name, text in making.pages.items():
        path = DOCS / name
        assert path.is_file(), f"{name} is missing: run python docs/make_reference.py"
        written = path.read_text(encoding="utf-8")
        assert written == text, f"{name} is old: run python docs/make_reference.py"


def test_no_page_tells_of_what_is_gone(making: Making) -> None:
    found = making.reference.stale(making.pages)
    assert found == [], "run python docs/make_reference.py"


def test_every_command_has_a_page_and_each_of_its_options(making: Making) -> None:
    names = list(making.commands.all_names())
    assert ("frameworks", "import") in names
    for words in names:
        text = making.pages[f"reference/commands/{words[0]}.md"]
        heading = "# " if len(words) == 1 else "## "
        assert f"{heading}almwp {' '.join(words)}\n" in text
        for option in re.findall(r"^  (?:-\w, )?(--[\w-]+)", text, re.MULTILINE):
            assert f"`{option}`" in text, f"{words}: {option} is not in the table"


def test_every_exit_code_is_explained(making: Making) -> None:
    text = making.pages["reference/commands/index.md"]
    for code in making.commands.exit_codes():
        assert f"\n| {code} | " in text


def test_every_field_of_every_sheet_has_its_heading(making: Making) -> None:
    for sheet in making.fields.all_sheets():
        text = making.pages[making.fields.page_of(sheet)]
        for field in sheet.fields:
            assert f"\n## {field.key}\n" in text, f"{sheet.key}.{field.key}"


def test_every_hook_record_and_call_has_its_heading(making: Making) -> None:
    assert len(making.hooks.all_hooks()) >= 8
    for name in making.hooks.all_hooks():
        assert f"\n## {name}\n" in making.pages["reference/hooks.md"]
    for name in ("Exporter", "Render", "ReportRequest", *making.hooks.all_records()):
        assert f"\n## {name}\n" in making.pages["reference/records.md"]


def test_what_plugins_take_and_give_has_its_heading_too(making: Making) -> None:
    text = making.pages["reference/records.md"]
    for name in ("Book", "Cell", "Limits", "Question", "Vocabulary"):
        assert f"\n## {name}\n" in text


def test_what_plugins_need_not_write_is_told(making: Making) -> None:
    text = making.pages["reference/records.md"]
    for name in ("text_of", "row_of_texts", "roll_up", "ReportRequest.report"):
        assert f"\n### {name}\n" in text


def test_everything_to_test_plugins_with_is_told(making: Making) -> None:
    import almwp.testing
    from almwp.testing import strategies

    text = making.pages["reference/testing.md"]
    for name in (*almwp.testing.__all__, "load_only"):
        assert f"\n## {name}\n" in text
    assert {"strategies", *almwp.testing.__all__} == set(dir(almwp.testing))
    assert all(f"`{name}`" in text for name in strategies.__all__)


def test_no_sentence_of_a_rule_has_braces(making: Making) -> None:
    for code, rule in making.rules.all_rules().items():
        text = making.pages[f"reference/{making.rules.place_of(rule)}"]
        for start in ("What is found: ", "What to do: "):
            part = text.partition(f"## {code} ")[2].partition(start)[2]
            assert "{" not in part.partition("\n")[0]


def test_every_rule_has_its_heading_its_cure_and_an_example(making: Making) -> None:
    for code, rule in making.rules.all_rules().items():
        text = making.pages[f"reference/{making.rules.place_of(rule)}"]
        _, _, told = text.partition(f"\n## {code} {rule.name}\n")
        told = told.partition("\n## ")[0]
        assert "\nWhat to do: " in told, code
        if code not in making.examples.NOT_MET:
            assert "\nExample, met in `" in told, (
                f"{code} has no example: run python docs/record_examples.py"
            )


def test_rules_without_an_example_are_few_and_known(making: Making) -> None:
    rules = set(making.rules.all_rules())
    assert set(making.examples.NOT_MET) == rules - set(making.examples.examples())


def test_an_example_fits_its_rule_and_was_met_where_it_says(making: Making) -> None:
    known = making.rules.all_rules()
    for code, example in making.examples.examples().items():
        assert code in known, f"{code} is gone: run python docs/record_examples.py"
        finding = example.finding(known[code])
        for words in (finding.message(), finding.hint()):
            assert "{" not in words or "{" in (finding.found or ""), words
        file, _, test = example.met_in.partition("::")
        assert (ROOT / file).is_file(), example.met_in
        if test:
            text = (ROOT / file).read_text(encoding="utf-8")
            assert f"def {test.rpartition('::')[2]}(" in text, example.met_in


def test_an_example_of_the_corpus_is_found_there_today(making: Making) -> None:
    from almwp.workflow.session import Session

    session = Session.start()
    for code, example in making.examples.examples().items():
        book = ROOT / example.met_in
        if book.suffix != ".xlsx":
            continue
        mapping = book.with_suffix(".toml")
        given = mapping if "corpus" in book.parts and mapping.exists() else None
        (file,) = session.read([book], mapping=given).files
        assert file.submission is not None
        said = [*file.submission.findings, *file.notes]
        assert example.finding(making.rules.all_rules()[code]) in said, (
            f"{code} reads otherwise now: run python docs/record_examples.py --anew"
        )


def test_everything_that_plugins_bring_has_its_place(making: Making) -> None:
    for page, names in making.contributions.all_names().items():
        for name in names:
            told = making.pages[page]
            assert f"\n## {name}\n" in told or f"| `{name}` |" in told, (page, name)
    for each in making.catalogue.all_frameworks():
        assert f"reference/frameworks/{each.id.lower()}.md" in making.pages


def test_every_record_of_the_data_and_every_schema_has_its_place(
    making: Making,
) -> None:
    text = "".join(
        t for n, t in making.pages.items() if n.startswith("reference/data/")
    )
    for kind in making.data.all_classes():
        assert f"\n## {kind.__name__}\n" in text
    for path in (ROOT / "schemas").glob("*.schema.json"):
        name = path.name.removesuffix(".schema.json")
        assert f"reference/schemas/{name}.md" in making.pages
