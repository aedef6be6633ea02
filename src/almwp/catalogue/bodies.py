"""The bodies of ASEAN labour cooperation, by any name they go by."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from almwp.catalogue.tomlfile import read_records
from almwp.catalogue.tomltable import read_table
from almwp.model.folding import fold
from almwp.model.ids import BodyId
from almwp.model.meeting import Body


@cache
def bodies() -> tuple[Body, ...]:
    """Return the bodies, ministers first."""
    return read_records(files("almwp.catalogue") / "bodies.toml", "bodies", Body)


def find_body(words: str) -> Body | None:
    """Return the body that *words* name, or None.

    Args:
        words: Its id, its title in any language, or another name that it goes by,
            such as ``OSHNET``; with or without accents, capitals and "the".
    """
    return _by_name().get(_bare(words))


def body_names(body: Body) -> Iterator[str]:
    """Return every name by which *body* is found, its id first."""
    yield body.id
    yield from (title for _, title in body.title.forms)
    yield from _other_names().get(body.id, ())


@cache
def _other_names() -> dict[BodyId, tuple[str, ...]]:
    table = read_table(files("almwp.catalogue") / "bodies.toml")["other_names"]
    return {BodyId(body): tuple(names) for body, names in table.items()}


def _bare(words: str) -> str:
    return fold(words).removeprefix("the ")


@cache
def _by_name() -> dict[str, Body]:
    return {_bare(name): body for body in bodies() for name in body_names(body)}
