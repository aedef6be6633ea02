"""The core's own contributions, found through its entry point like any plugin's."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from almwp.catalogue.vocabulary import Vocabulary
    from almwp.model.framework import Framework
    from almwp.model.report import Report
    from almwp.plugins import Exporter, FrameworkSource, Language


def _framework(known: str) -> "Framework":
    from almwp.catalogue.frameworks import framework
    from almwp.model.ids import FrameworkId

    return framework(FrameworkId(known))


def _vocabulary(code: str) -> "Vocabulary":
    from almwp.catalogue.languages import vocabulary

    return vocabulary(code)


def _json(report: "Report") -> bytes:
    from almwp.exporting.jsonfile import render

    return render(report)


def _csv(report: "Report") -> bytes:
    from almwp.exporting.csvfile import render

    return render(report)


@hookimpl
def almwp_frameworks() -> "Iterator[FrameworkSource]":
    """Contribute the frameworks of which something is public."""
    from almwp.catalogue.headings import framework_headings
    from almwp.plugins import FrameworkSource

    for known, title in framework_headings().items():
        load = partial(_framework, known)
        yield FrameworkSource(id=known, title=title, load=load)


@hookimpl
def almwp_languages() -> "Iterator[Language]":
    """Contribute the languages whose words come with almwp."""
    from almwp.catalogue.headings import language_headings
    from almwp.plugins import Language

    for code, name in language_headings().items():
        yield Language(code=code, name=name, load=partial(_vocabulary, code))


@hookimpl
def almwp_exporters() -> "Iterator[Exporter]":
    """Contribute the formats that other programs read."""
    from almwp.plugins import Exporter

    yield Exporter(
        name="json",
        summary="JSON: all that the report holds and what it was made from",
        suffix=".json",
        render=_json,
    )
    yield Exporter(
        name="csv",
        summary="CSV: a line for each row of its tables and each statement",
        suffix=".csv",
        render=_csv,
    )
