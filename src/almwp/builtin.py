"""The core's own contributions, found through its entry point like any plugin's."""

from collections.abc import Iterator
from functools import partial

from almwp.plugins import FrameworkSource, Language, hookimpl


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
