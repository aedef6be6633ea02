"""Write down what ``import almwp`` shows: names, signatures, fields and values."""

import enum
import inspect
import re
from collections.abc import Iterator

import attrs

import almwp


def surface() -> str:
    """Return every public name with what callers rest on, a line for each."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    for name in sorted(almwp.__all__):
        found = getattr(almwp, name)
        if name == "__version__":
            yield "__version__: str"
        elif inspect.isfunction(found):
            yield f"{name}{_parameters(found)}"
        elif not inspect.isclass(found):
            yield f"{name} = {found}"
        elif issubclass(found, enum.StrEnum):
            yield f"{name}: {', '.join(f'{x.name}={x.value!r}' for x in found)}"
        else:
            yield from _class(name, found)


def _class(name: str, found: type) -> Iterator[str]:
    bases = [base.__name__ for base in found.__bases__ if base is not object]
    yield f"{name}({', '.join(bases)})"
    if attrs.has(found):
        for field in attrs.fields(found):
            default = "" if field.default is attrs.NOTHING else " = ..."
            yield f"    {field.name}: {_words(field.type)}{default}"
    for key, member in sorted(_own_and_unseen(found).items()):
        if key.startswith("_"):
            continue
        if isinstance(member, property):
            yield f"    {key} -> property"
        elif isinstance(member, classmethod):
            yield f"    {key}{_parameters(member.__func__)}"
        elif inspect.isfunction(member):
            yield f"    {key}{_parameters(member)}"
    if issubclass(found, almwp.AlmwpError):
        yield f"    exit_code = {found.exit_code}"


def _own_and_unseen(found: type) -> dict[str, object]:
    """Return the members of a class, and of those above it that are not public."""
    members: dict[str, object] = {}
    for kind in reversed(found.__mro__):
        is_ours = kind.__module__.startswith("almwp.")
        if kind is found or (is_ours and kind.__name__ not in almwp.__all__):
            members |= vars(kind)
    return members


def _parameters(function: object) -> str:
    """Return names, kinds and whether there is a default, as a call sees them."""
    assert callable(function)
    told, is_named = [], False
    for each in inspect.signature(function).parameters.values():
        if each.kind is each.KEYWORD_ONLY and not is_named:
            told.append("*")
            is_named = True
        star = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(each.kind.name, "")
        is_named |= each.kind is each.VAR_POSITIONAL
        default = "" if each.default is each.empty else "=..."
        told.append(f"{star}{each.name}{default}")
    return f"({', '.join(told)})"


def _words(kind: object) -> str:
    """Return a type in words, without the modules in which it stands."""
    if isinstance(kind, type) and not hasattr(kind, "__args__"):
        return kind.__name__
    text = re.sub(r"(?:[a-z_]+\.)+(?=[A-Za-z])", "", str(kind))
    # Pythons differ in how they write what may be None.
    return re.sub(r"Optional\[(\w+)\]", r"\1 | None", text)


if __name__ == "__main__":
    from pathlib import Path

    path = Path(__file__).with_name("surface.txt")
    path.write_text(surface(), encoding="utf-8", newline="\n")
