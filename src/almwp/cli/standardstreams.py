"""The sign ``-``: standard input or standard output in place of a file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from almwp.cli.app import App
from almwp.cli.saying import hand_on
from almwp.errors import CallError, UnreadableFileError, UnwritableFileError

if TYPE_CHECKING:
    from almwp.plugins.registry import Plugins

DASH = Path("-")
NAME = "standard input"
"""How a file is called that came in this way; what it is decides its ending."""
_HEAD = 4096
_PLAN = (b"{", b"\xef\xbb\xbf{")


def is_dash(path: Path | None) -> bool:
    """Say whether *path* is the sign for standard input or output."""
    return path == DASH


def refuse_dash(path: Path | None, option: str) -> None:
    """Refuse the sign where only a file will do.

    Raises:
        CallError: *path* is the sign.
    """
    if is_dash(path):
        raise CallError("{option} writes a file; name one, not '-'", option=option)


def with_standard_input(
    app: App, files: Iterable[Path]
) -> tuple[App, tuple[Path, ...]]:
    """Return an application that has what came in, and *files* with its name.

    Raises:
        CallError: Nothing comes in: standard input is the terminal.
        UnreadableFileError: It holds nothing, or more than a file may have.
    """
    named = tuple(files)
    if not any(is_dash(path) for path in named):
        return app, named
    session = app.session
    content = _content(session.reading.limits.file_bytes)
    path = Path(f"{NAME}{_ending(content, session.plugins)}")
    given = (*session.reading.given, (path, content))
    reading = evolve(session.reading, given=given)
    with_it = evolve(app, begun=evolve(session, reading=reading))
    return with_it, tuple(path if is_dash(each) else each for each in named)


def _content(most: int) -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise CallError(
            "'-' is standard input, and nothing comes in; hand a file over with | or <"
        )
    content = sys.stdin.buffer.read(most + 1)
    if not content:
        raise UnreadableFileError(NAME, "nothing came in")
    if len(content) > most:
        from almwp.workflow.bytereading import too_large

        raise too_large(NAME, most, "file_bytes")
    return content


def _ending(content: bytes, plugins: "Plugins") -> str:
    """Return the ending of a file with this content, as the readers tell it."""
    from functools import partial

    from almwp.plugins.guard import guard
    from almwp.workflow.files import PLAN_SUFFIX

    head = content[:_HEAD]
    if head.lstrip().startswith(_PLAN):
        return PLAN_SUFFIX
    for name, reader in plugins.readers.items():
        if guard(plugins.readers.provider_of(name), partial(reader.sniff, head)):
            return next((p[1:] for p in reader.patterns if p.startswith("*.")), "")
    return ""


def write_standard_output(content: bytes, hint: str) -> None:
    """Write *content* to standard output as it is.

    Args:
        content: The bytes of a file.
        hint: How to name a file instead, such as ``-o paper.docx``.

    Raises:
        CallError: It is no text, and standard output is the terminal.
        UnwritableFileError: Standard output is closed.
    """
    if sys.stdout is None:
        raise UnwritableFileError(
            "standard output", "it is closed; write into a file, {hint}", hint=hint
        )
    if sys.stdout.isatty() and not _is_text(content):
        raise CallError(
            "this is no text, so it is not shown here; write it into a file, {hint}, or"
            " hand it on with | or >",
            hint=hint,
        )
    hand_on(content)


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False
