"""What is printed of packaged TOML files says what the files themselves say."""

from pathlib import Path

from almwp import catalogue
from almwp.catalogue import printedtables
from almwp.catalogue.frameworks import framework, framework_files, framework_ids
from almwp.catalogue.headings import FILE, framework_headings, language_headings
from almwp.catalogue.languages import language_codes, vocabulary
from almwp.catalogue.tomlfile import read_framework
from almwp.catalogue.tomltable import parsed_table, read_table, table_text
from almwp.plugins.loading import load_plugins
from almwp.testing.headings import headings_text, packaged_files, tables_text


def test_the_headings_are_in_step_with_the_files() -> None:
    printed = (Path(catalogue.__path__[0]) / FILE).read_text(encoding="utf-8")
    assert printed == headings_text(), "run python -m almwp.testing.headings"


def test_every_framework_has_the_id_and_the_title_of_its_heading() -> None:
    assert tuple(framework_headings()) == framework_ids()
    for known, title in framework_headings().items():
        loaded = load_plugins().frameworks[known]
        assert (loaded.load().id, loaded.title) == (known, title)
        assert str(framework(loaded.load().id).title) == title


def test_every_language_has_the_code_and_the_name_of_its_heading() -> None:
    assert tuple(language_headings()) == language_codes()
    for code, name in language_headings().items():
        assert (vocabulary(code).code, vocabulary(code).name) == (code, name)


def test_the_tables_are_in_step_with_the_files() -> None:
    path = Path(catalogue.__path__[0]) / printedtables.FILE
    assert path.read_text(encoding="utf-8") == tables_text(), (
        "run python -m almwp.testing.headings"
    )


def test_what_is_printed_of_a_file_is_what_it_says_when_parsed() -> None:
    for file in packaged_files():
        text = table_text(file)
        printed = printedtables.printed_table(text)
        assert printed is not None, file.name
        assert printed == parsed_table(file.name, text) == read_table(file)


def test_a_file_that_was_changed_since_is_read_itself(tmp_path: Path) -> None:
    packaged = framework_files()[-1]
    changed = tmp_path / packaged.name
    text = packaged.read_text(encoding="utf-8")
    title = str(read_framework(packaged).title)
    assert title in text
    changed.write_text(text.replace(title, "Changed"), encoding="utf-8")
    assert str(read_framework(changed).title) == "Changed"
