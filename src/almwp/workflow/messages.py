"""Messages in the language that was asked for: the core's and those of plugins."""

from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable

from almwp.catalogue.messages import translation
from almwp.errors import Translate, in_english
from almwp.plugins.guard import guard
from almwp.plugins.registry import Plugins


def translation_into(language: str, plugins: Plugins) -> Translate:
    """Return the translation of messages into *language*.

    The language itself brings the core's messages.  A plugin brings its own in the
    file ``locale/LANGUAGE.po`` of its package.  What nobody translates stays English.

    Raises:
        UnknownNameError: There is no such language.
        PluginError: A language or a catalogue of messages is broken.
    """
    record = plugins.languages[language]
    if language == "en":
        return in_english
    provider = plugins.languages.provider_of(language)
    catalogues = [guard(provider, record.load).load_messages()]
    for plugin in plugins.loaded:
        if plugin.package and (po := _catalogue(plugin.package, language)):
            catalogues.append(guard(plugin.name, partial(translation, po)))

    def translate(sentence: str) -> str:
        for catalogue in catalogues:
            translated = catalogue(sentence)
            if translated != sentence:
                return translated
        return sentence

    return translate


def _catalogue(package: str, language: str) -> Traversable | None:
    po = files(package) / "locale" / f"{language}.po"
    return po if po.is_file() else None
