"""The core's own contributions, found through its entry point like any plugin's."""

from collections.abc import Iterator
from functools import partial

from almwp.model.report import Report
from almwp.plugins import Exporter, FrameworkSource, Language, hookimpl


def _json(report: Report) -> bytes:
    from almwp.exporting.jsonfile import render

    return render(report)


def _csv(report: Report) -> bytes:
    from almwp.exporting.csvfile import render

    return render(report)


@hookimpl
def almwp_frameworks() -> Iterator[FrameworkSource]:
    """Contribute the frameworks of which something is public."""
    from almwp.catalogue.frameworks import framework_files

    for resource in framework_files():
        yield FrameworkSource.from_toml(resource)


@hookimpl
def almwp_languages() -> Iterator[Language]:
    """Contribute the languages whose words come with almwp."""
    from almwp.catalogue.languages import language_codes, language_name, vocabulary

    for code in language_codes():
        yield Language(
            code=code, name=language_name(code), load=partial(vocabulary, code)
        )


@hookimpl
def almwp_exporters() -> Iterator[Exporter]:
    """Contribute the formats that other programs read."""
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
