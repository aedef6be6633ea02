"""Saved plans, and files that say how to work, with nonsense or malice in them."""

import json
from collections.abc import Iterator

from tests.hostile.hostile import Hostile, bytes_of

NO_PLAN = "this is no saved plan"
_HEAD = '{"almwp": "plan", "version": 2, "plan": '


def files() -> Iterator[Hostile]:
    """Give the files of the families ``plan`` and ``setting``."""
    yield from _plans()
    yield from _of_every_option()
    yield from _of_one_option()


def _plan(name: str, danger: str, text: str | bytes, *says: str) -> Hostile:
    said = ("ALM100", *says)
    made = bytes_of(text)
    return Hostile(f"plan/{name}", danger, "plan.json", made, 3, said)


def _plans() -> Iterator[Hostile]:
    whole = json.dumps({"almwp": "plan", "version": 2, "plan": {}})
    for name, danger, text in (
        ("nothing", "nothing", ""),
        ("cut", "the copying broke off", _HEAD + '{"activities": [{"id": "a'),
        ("list", "no object", "[1, 2]"),
        ("nested-lists", "lists in lists", _HEAD + "[" * 200_000 + "]" * 200_000 + "}"),
        (
            "nested-objects",
            "objects in objects",
            _HEAD + '{"a":' * 90_000 + "1" + "}" * 90_001,
        ),
        (
            "nested-200",
            "objects that a reader goes through",
            _HEAD + _within(900) + "}",
        ),
        ("digits", "a number of 5,000 digits", whole.replace("2", "9" * 5_000)),
        ("no-number", "a number that is none", whole.replace("2", "NaN")),
        ("infinite", "a number without end", whole.replace("2", "1e999")),
        ("minus", "a version before all", whole.replace("2", "-1")),
        ("key-twice", "which is meant?", _HEAD + "{}, " + whole[1:]),
        ("keys-many-times", "which is meant?", _HEAD + "{" + _keys(200_000) + "}}"),
        ("half-letter", "half a letter", _HEAD + '{"framework": "\\ud800"}}'),
        ("other-schema", "another's file", '{"openapi": "3.0", "almwp": "plan"}'),
        ("odd-types", "lists for texts", _HEAD + '{"activities": {"a": []}}}'),
        (
            "many-faults",
            "50,000 faults",
            _HEAD + '{"activities": [' + "1," * 50_000 + "1]}}",
        ),
        ("comment", "a comment", "// hello\n" + whole),
        ("two-marks", "two marks", "\ufeff\ufeff" + whole),
    ):
        yield _plan(name, danger, text, NO_PLAN)
    utf_16 = whole.encode("utf-16")
    yield _plan("utf-16", "letters of two bytes", utf_16, NO_PLAN)
    yield _plan("noise", "no text", b'{"almwp": "plan"\xff\xfe\x00', NO_PLAN)
    newer = whole.replace("2", "99")
    yield _plan("newer", "of a later almwp", newer, "a newer almwp saved this plan")


def _within(deep: int) -> str:
    return '{"activities": [' + '{"links": [' * deep + "]}" * deep + "]}"


def _keys(count: int) -> str:
    return ", ".join(f'"k{n // 2}": 1' for n in range(count))


_OPTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("--mapping", ("check", "{good}")),
    ("--framework", ("check", "{good}")),
    ("--decisions", ("merge", "{good}", "-o", "plan.json")),
    ("--policy", ("score", "{good}")),
    ("--crosswalk", ("carry-over", "{good}", "--to", "ALM-WP-2026-2030")),
)


def _setting(
    name: str, danger: str, option: str, text: str | bytes, *says: str
) -> Hostile:
    command = dict(_OPTIONS)[option]
    return Hostile(
        f"setting/{option.strip('-')}-{name}",
        danger,
        "given.toml",
        bytes_of(text),
        2,
        ("given.toml", *says),
        call=(*command, option, "{file}"),
    )


def _of_every_option() -> Iterator[Hostile]:
    for option, _ in _OPTIONS:
        for name, danger, text in (
            ("nested", "lists in lists", "a = " + "[" * 20_000 + "]" * 20_000),
            ("dotted", "tables in tables", "a." * 60_000 + "b = 1"),
            ("digits", "a number of 6,000 digits", "a = " + "9" * 6_000),
            ("noise", "no text", b"\xff\xfe\x00\x01" * 500),
        ):
            yield _setting(name, danger, option, text)
    for name, danger, text in (
        ("nothing", "nothing", ""),
        ("key-twice", "which is meant?", 'id = "a"\nid = "b"\n'),
        ("headers", "100,000 tables", "".join(f"[a{n}]\n" for n in range(100_000))),
        ("half-letter", "half a letter", 'id = "\\ud800"\n'),
        ("nul", "a zero", 'id = "a\0b"\n'),
        ("page", "a page", "<!DOCTYPE html><html>"),
        ("program", "YAML that runs a program", "!!python/object/apply:os.system [x]"),
    ):
        yield _setting(name, danger, "--framework", text)
        yield _setting(name, danger, "--mapping", text)


def _of_one_option() -> Iterator[Hostile]:
    head = (
        'id = "X"\nkind = "programme"\nstatus = "draft"\nbasis = "reported"\n'
        'title = { en = "X" }\n'
    )
    ring = head + (
        '[[levels]]\nid = "area"\nname = { en = "Area" }\nrole = "priority_area"\n'
        '[[nodes]]\nid = "a"\nlevel = "area"\ntitle = { en = "A" }\n'
        'basis = "reported"\nparents = ["b"]\n'
        '[[nodes]]\nid = "b"\nlevel = "area"\ntitle = { en = "B" }\n'
        'basis = "reported"\nparents = ["a"]\n'
    )
    for name, danger, text in (
        ("ring", "nodes that stand below each other", ring),
        ("numbers", "numbers that are none", head + "a = nan\nb = inf\n"),
        ("years", "a period without end", head + "[period]\nfirst = 1\nlast = 1e9\n"),
        ("kinds", "lists for texts", 'id = ["X"]\ntitle = 1\n'),
    ):
        yield _setting(name, danger, "--framework", text)
    for name, danger, text in (
        ("rows", "rows without end", "[[table]]\nrows = [1, 999999999]\n"),
        ("letters", "a column that is none", '[[table]]\nfirst_column = "ZZZZZ"\n'),
        ("kinds", "numbers for fields", "[[table]]\ncolumns = { Activity = 1 }\n"),
        ("columns", "no table", '[[table]]\ncolumns = "x"\n'),
    ):
        yield _setting(name, danger, "--mapping", text)
    for name, danger, text in (
        ("share", "a share that is none", 'keep_within = "1/0"\n'),
        ("vast", "a number of a billion digits", 'keep_within = "1E999999999"\n'),
        ("kinds", "lists for words", "weighting = [1]\n"),
    ):
        yield _setting(name, danger, "--policy", text)
    for name, danger, text in (
        ("kinds", "numbers for words", "[[value]]\nactivity = 1\ntake = 2\n"),
        ("nobody", "what nobody asked", '[[value]]\nactivity = "x"\ntake = "y"\n'),
    ):
        yield _setting(name, danger, "--decisions", text)
