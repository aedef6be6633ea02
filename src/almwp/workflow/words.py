"""The words by which files are read: those of all languages and frameworks."""

from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import AlmwpError, PluginError
from almwp.intake.lexicon import Lexicon, build_lexicon
from almwp.model.framework import Framework
from almwp.plugins.guard import guard_result
from almwp.plugins.registry import Failure, Plugins


def words_of(plugins: Plugins) -> tuple[Lexicon, tuple[Failure, ...]]:
    """Return the words of all languages and frameworks, and which of them failed.

    A plugin with a broken framework must not keep others from reading their files.
    """
    failures: list[Failure] = []
    distributions = {each.name: each.distribution for each in plugins.loaded}

    def fail(plugin: str, what: str, error: AlmwpError) -> None:
        why = error.why if isinstance(error, PluginError) else str(error)
        failure = Failure(
            plugin=plugin,
            distribution=distributions.get(plugin, ""),
            why=f"{what} could not be loaded: {why}",
        )
        failures.append(failure)

    vocabularies, frameworks = [], []
    for code, language in plugins.languages.items():
        plugin = plugins.languages.provider_of(code)
        try:
            vocabularies.append(guard_result(plugin, Vocabulary, language.load))
        except AlmwpError as error:
            fail(plugin, f"the language '{code}'", error)
    for name, source in plugins.frameworks.items():
        plugin = plugins.frameworks.provider_of(name)
        try:
            frameworks.append(guard_result(plugin, Framework, source.load))
        except AlmwpError as error:
            fail(plugin, f"the framework '{name}'", error)
    return build_lexicon(vocabularies, frameworks), tuple(failures)
