"""Messages in the language that was asked for: the core's and those of plugins."""

from functools import partial
from importlib.resources import files
from importlib.util import find_spec

from almwp.catalogue.messages import translation
from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import Translate, UnknownNameError, in_english
from almwp.plugins.guard import guard, guard_result
from almwp.plugins.registry import Plugins


def translation_into(language: str, plugins: Plugins) -> Translate:
    """Return the translation of messages into *language*.

    The language itself brings the core's messages.  A plugin brings its own in the
    file ``locale/LANGUAGE.po`` of its package.  What nobody translates stays English.

    Raises:
        UnknownNameError: There is no such language, or none of its messages.
        PluginError: A language or a catalogue of messages is broken.
    """
    record = plugins.languages[language]
    if language == "en":
        return in_english
    provider = plugins.languages.provider_of(language)
    words = guard_result(provider, Vocabulary, record.load)
    catalogues = [guard(provider, words.load_messages)]
    for plugin in plugins.loaded:
        if plugin.package:
            load = partial(_translation_of, plugin.package, language)
            catalogues.append(guard(plugin.name, load))

    if all(catalogue is in_english for catalogue in catalogues):
        # Words of this language are read, but nobody speaks it yet.
        known = tuple(code for code in plugins.languages if _speaks(code, plugins))
        raise UnknownNameError("language to answer in", language, known)

    def translate(sentence: str) -> str:
        for catalogue in catalogues:
            translated = catalogue(sentence)
            if translated != sentence:
                return translated
        return sentence

    return translate


def _speaks(language: str, plugins: Plugins) -> bool:
    if language == "en":
        return True
    provider = plugins.languages.provider_of(language)
    words = guard_result(provider, Vocabulary, plugins.languages[language].load)
    return guard(provider, words.load_messages) is not in_english


def _translation_of(package: str, language: str) -> Translate:
    """Return what the catalogue of a package says; nothing where it has none."""
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        return in_english  # a single module brings no files
    po = files(package) / "locale" / f"{language}.po"
    return translation(po) if po.is_file() else in_english
