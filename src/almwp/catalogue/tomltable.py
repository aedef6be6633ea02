"""Read plain tables from TOML files, whole or only what stands at the top."""

from collections.abc import Mapping
from datetime import date, datetime
from importlib.resources.abc import Traversable
from typing import Any

from almwp.catalogue.printedtables import printed_table


def read_table(resource: Traversable) -> Mapping[str, Any]:
    """Read a TOML file; days need no quotation marks in it.

    Raises:
        ValueError: It is not TOML in UTF-8.
    """
    text = table_text(resource)
    printed = printed_table(text)
    return parsed_table(resource.name, text) if printed is None else printed


def read_top(resource: Traversable) -> Mapping[str, Any]:
    """Read what stands above the first table of a TOML file, which is quick.

    Raises:
        ValueError: It is not TOML in UTF-8.
    """
    text = table_text(resource)
    above, table, _ = text.partition("\n[")
    try:
        return parsed_table(resource.name, above)
    except ValueError:
        if not table:
            raise
        return parsed_table(resource.name, text)  # the bracket was not that of a table


def read_heading(resource: Traversable) -> tuple[str, str]:
    """Return id and English title of a framework without reading the rest of it.

    Raises:
        ValueError: The file has no id or no title.
    """
    heading = read_top(resource)
    known, titles = heading.get("id"), heading.get("title")
    words = titles if isinstance(titles, dict) else {}
    title = words.get("en") or next(iter(words.values()), "")
    if not (isinstance(known, str) and known and isinstance(title, str) and title):
        raise ValueError(f"{resource.name}: it begins with no id and title")
    return known, title


def table_text(resource: Traversable) -> str:
    """Return the text of a TOML file.

    Raises:
        ValueError: It is not in UTF-8.
    """
    try:  # Windows' Notepad may begin a file with a byte order mark
        return resource.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{resource.name}: it is not saved as UTF-8") from None


def parsed_table(name: str, text: str) -> Mapping[str, Any]:
    """Read TOML *text* of the file *name*; days need no quotation marks in it.

    Raises:
        ValueError: It is not TOML.
    """
    # What comes with almwp is printed as JSON: few commands need TOML at all.
    from almwp.codec.tomltext import NotTomlError, toml_table

    try:
        parsed: Mapping[str, Any] = _plain(toml_table(text))
    except NotTomlError as error:
        raise ValueError(f"{name}: it is not TOML: {error}") from None
    return parsed


def _plain(value: Any) -> Any:
    """Return *value* with days as text, as the model's own JSON has them."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value
