"""The printed headings say what the files of the catalogue say of themselves."""

from pathlib import Path

from almwp import catalogue
from almwp.catalogue.frameworks import framework, framework_ids
from almwp.catalogue.headings import FILE, framework_headings, language_headings
from almwp.catalogue.languages import language_codes, vocabulary
from almwp.plugins.loading import load_plugins
from almwp.testing.headings import headings_text


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
