"""The words of each language that comes with almwp."""

from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from attrs import fields

from almwp.catalogue.messages import translation
from almwp.catalogue.tomltable import read_table, read_top
from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import UnknownNameError

_PLAIN = {"code": str, "name": str, "reviewed": bool}
_TABLES = {field.name for field in fields(Vocabulary)} - {*_PLAIN, "load_messages"}


def language_codes() -> tuple[str, ...]:
    """Return the codes of the packaged languages, sorted."""
    return tuple(_by_code())


@cache
def language_name(code: str) -> str:
    """Return a packaged language's own name for itself, without reading its words.

    Raises:
        UnknownNameError: There is none with this code.
    """
    return str(read_top(_file_of(code))["name"])


@cache
def vocabulary(code: str) -> Vocabulary:
    """Return the words of a packaged language.

    Raises:
        UnknownNameError: There is none with this code.
    """
    po = _folder() / f"{code}.po"
    return read_vocabulary(_file_of(code), po if po.is_file() else None)


def read_vocabulary(resource: Traversable, po: Traversable | None = None) -> Vocabulary:
    """Read the words of a language from a TOML file, a plugin's or ours.

    Args:
        resource: The file: ``code``, ``name``, ``reviewed``, and one table for each
            kind of words, such as ``[status]``.
        po: A gettext catalogue with the messages in this language.

    Raises:
        ValueError: The file does not hold the words of a language; the message
            lists every fault.
    """
    table = dict(read_table(resource))
    faults = [*_plain_faults(table), *_word_faults(table)]
    if faults:
        raise ValueError("\n".join(f"{resource.name}: {fault}" for fault in faults))
    if po:
        table["load_messages"] = partial(translation, po)
    return Vocabulary(**table)


def _plain_faults(table: dict[str, Any]) -> list[str]:
    wrong = [
        f"{key}: expected {'true or false' if kind is bool else 'a text'}"
        for key, kind in _PLAIN.items()
        if key in table and not isinstance(table[key], kind)
    ]
    missing = [] if table.get("code") else ["code: it is missing"]
    return missing + wrong


def _word_faults(table: dict[str, Any]) -> list[str]:
    faults = []
    for key, words in table.items():
        if key in _PLAIN:
            continue
        if key not in _TABLES:
            faults.append(f"{key}: there is no such key")
        elif not isinstance(words, dict):
            faults.append(f"{key}: expected words by meaning")
        else:
            faults += [
                f"{key}.{meaning}: expected a list of texts"
                for meaning, forms in words.items()
                if not isinstance(forms, list)
                or not all(isinstance(form, str) and form for form in forms)
            ]
    return faults


def _file_of(code: str) -> Traversable:
    if code in _by_code():
        return _by_code()[code]
    raise UnknownNameError("language", code, language_codes())


@cache
def _by_code() -> dict[str, Traversable]:
    found = sorted(_folder().iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".toml"): file
        for file in found
        if file.name.endswith(".toml")
    }


def _folder() -> Traversable:
    return files("almwp.catalogue") / "languages"
