"""Read a decisions file: what a person decided of what submissions contradict."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from almwp.catalogue.members import find_member
from almwp.codec.tomltext import NotTomlError, toml_table
from almwp.errors import CallError, system_problem
from almwp.intake.fieldlist import field_list
from almwp.model.decision import (
    BOTH,
    DIFFERENT,
    SAME,
    ActivityName,
    Decision,
    DecisionKind,
    FileName,
)
from almwp.model.fields import frozen_items
from almwp.workflow.bytereading import settings_bytes
from almwp.workflow.tomllines import line_of

_BEGINNING = re.compile(r"[0-9a-f]{8,64}")
_TAKE = ("take", "because", "by")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "value": ("activity", "title", "field", "about", "among", *_TAKE),
    "pair": ("activities", "titles", *_TAKE),
    "version": ("files", "sha256", *_TAKE),
    "owner": ("activity", "title", "country", *_TAKE),
}
"""The kinds of decisions, and what each of them says."""


@frozen(kw_only=True)
class DecisionsFile:
    """What stands in a decisions file.

    Attributes:
        name: The name of the file.
        decisions: What was decided.
        left_open: How many entries take nothing yet.
    """

    name: str
    decisions: tuple[Decision, ...] = field(default=(), converter=frozen_items)
    left_open: int = 0


def read_decisions(path: Path) -> DecisionsFile:
    """Read a decisions file.

    Raises:
        CallError: It cannot be read, or says what cannot be meant.
    """
    try:
        content = settings_bytes(path)
    except OSError as error:
        raise CallError(
            "{path}: the decisions file could not be read ({problem})",
            path=path,
            problem=system_problem(error),
        ) from error
    try:
        top = toml_table(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise CallError(
            "{path}: the decisions file is not text in UTF-8; save it as UTF-8",
            path=path,
        ) from error
    except NotTomlError as error:
        raise CallError(
            "{path}, line {line}: this is not TOML; write what you choose as "
            'take = "ongoing", with the quotation marks, and once in each entry',
            path=path,
            line=line_of(error, content),
        ) from error
    return _File(path=path).read(top)


@frozen(kw_only=True)
class _Entry:
    """One entry of the file, and where it stands."""

    path: Path
    kind: str
    number: int
    table: Mapping[str, Any]

    def text(self, key: str) -> str:
        """Return a text; empty where the key is not there."""
        value = self.table.get(key, "")
        if not isinstance(value, str):
            raise CallError(
                "{path}, {kind} {number}: write {key} as text between quotation marks",
                key=key,
                **self.place,
            )
        return value if key == "take" else value.strip()

    def texts(self, key: str, count: int = 0) -> tuple[str, ...]:
        """Return a list of texts, of *count* if that is given."""
        value = self.table.get(key, [])
        is_list = isinstance(value, list) and all(isinstance(v, str) for v in value)
        if not is_list or (count and value and len(value) != count):
            example = f'{key} = ["...", "..."]'
            raise CallError(
                "{path}, {kind} {number}: write {key} as a list: {example}",
                key=key,
                example=example,
                **self.place,
            )
        return tuple(value)

    def filled(self, key: str) -> str:
        """Return a text that must be there."""
        found = self.text(key)
        if not found:
            raise CallError(
                "{path}, {kind} {number}: it says no {key}", key=key, **self.place
            )
        return found

    @property
    def place(self) -> Mapping[str, object]:
        """Where it stands, as sentences speak of it."""
        kind = f"[[{self.kind}]]"
        return {"path": self.path, "kind": kind, "number": self.number}


@frozen(kw_only=True)
class _File:
    path: Path

    def read(self, top: Mapping[str, Any]) -> DecisionsFile:
        for key in top:
            if key not in (*_KEYS, "by"):
                raise CallError(
                    "{path}: '{found}' is not known; a decision begins with one of: "
                    "{known}",
                    path=self.path,
                    found=key,
                    known=", ".join(f"[[{kind}]]" for kind in _KEYS),
                )
        by = _Entry(path=self.path, kind="by", number=1, table=top).text("by")
        decisions: list[Decision] = []
        left_open = 0
        for entry in self._entries(top):
            for key in entry.table:
                if key not in _KEYS[entry.kind]:
                    raise CallError(
                        "{path}, {kind} {number}: '{found}' is not known; known are: "
                        "{known}",
                        found=key,
                        known=", ".join(_KEYS[entry.kind]),
                        **entry.place,
                    )
            decision = _decision(entry, by)
            if decision is None:
                left_open += 1
            else:
                decisions.append(decision)
        return DecisionsFile(
            name=self.path.name, decisions=decisions, left_open=left_open
        )

    def _entries(self, top: Mapping[str, Any]) -> Iterator[_Entry]:
        for kind in _KEYS:
            entries = top.get(kind, [])
            if not isinstance(entries, list):
                raise self._no_entry(kind)
            for number, table in enumerate(entries, start=1):
                if not isinstance(table, dict):
                    raise self._no_entry(kind)
                yield _Entry(path=self.path, kind=kind, number=number, table=table)

    def _no_entry(self, kind: str) -> CallError:
        return CallError(
            "{path}: write [[{kind}]] above each decision of that kind",
            path=self.path,
            kind=kind,
        )


def _decision(entry: _Entry, by: str) -> Decision | None:
    """Return what an entry decides; None where it takes nothing yet."""
    facts = _facts(entry)
    take = entry.text("take")
    if not take.strip():
        return None
    _refuse_other_choices(entry, take)
    return Decision(
        kind=DecisionKind(entry.kind),
        take=take,
        because=entry.text("because"),
        by=entry.text("by") or by,
        **facts,
    )


def _facts(entry: _Entry) -> dict[str, Any]:
    """Return what an entry is about; a fault in it is said even if it takes nothing."""
    if entry.kind == "pair":
        return {"activities": _pair(entry)}
    if entry.kind == "version":
        return {"files": _files(entry)}
    name = ActivityName(id=entry.filled("activity"), title=entry.text("title"))
    if entry.kind == "owner":
        country = entry.filled("country")
        member = find_member(country)
        if member is None:
            raise CallError(
                "{path}, {kind} {number}: '{found}' is no member state",
                found=country,
                **entry.place,
            )
        return {"activities": (name,), "country": member.iso2}
    key = entry.filled("field")
    sheets = (field_list().sheet(name).fields for name in ("progress", "indicators"))
    if key not in {known.key for fields in sheets for known in fields}:
        raise CallError(
            "{path}, {kind} {number}: there is no field '{found}'",
            found=key,
            **entry.place,
        )
    about, among = entry.text("about"), entry.texts("among")
    return {"activities": (name,), "field": key, "about": about, "among": among}


def _pair(entry: _Entry) -> tuple[ActivityName, ...]:
    ids = entry.texts("activities", 2)
    titles = entry.texts("titles", 2) or ("", "")
    if len(ids) != 2 or not all(ids):
        raise CallError(
            "{path}, {kind} {number}: it names no two activities", **entry.place
        )
    names = [
        ActivityName(id=name, title=title)
        for name, title in zip(ids, titles, strict=True)
    ]
    if names[0] == names[1]:
        raise CallError(
            "{path}, {kind} {number}: both are {found}; write their titles as well, "
            'titles = ["...", "..."]',
            found=names[0].id,
            **entry.place,
        )
    return tuple(sorted(names, key=lambda name: (name.id, name.title)))


def _files(entry: _Entry) -> tuple[FileName, ...]:
    names = entry.texts("files", 2)
    beginnings = entry.texts("sha256", 2) or ("", "")
    if len(names) != 2 or not all(names):
        raise CallError("{path}, {kind} {number}: it names no two files", **entry.place)
    for beginning in beginnings:
        if beginning and not _BEGINNING.fullmatch(beginning):
            raise CallError(
                "{path}, {kind} {number}: '{found}' is not the beginning of a "
                "fingerprint, 8 or more of the digits 0 to 9 and a to f",
                found=beginning,
                **entry.place,
            )
    files = [
        FileName(name=name, sha256=beginning)
        for name, beginning in zip(names, beginnings, strict=True)
    ]
    return tuple(sorted(files, key=lambda file: (file.name, file.sha256)))


def _refuse_other_choices(entry: _Entry, take: str) -> None:
    known: tuple[str, ...] = ()
    if entry.kind == "pair":
        known = (SAME, DIFFERENT)
    elif entry.kind == "version":
        known = (BOTH, *entry.texts("files"), *entry.texts("sha256"))
    if known and take not in known:
        raise CallError(
            "{path}, {kind} {number}: '{found}' cannot be taken; take one of: {known}",
            found=take,
            known=", ".join(dict.fromkeys(filter(None, known))),
            **entry.place,
        )
