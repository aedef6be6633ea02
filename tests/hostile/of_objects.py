"""Names that mislead, and things in a folder that are no files."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.hostile import Hostile
from tests.hostile.sound import READ, report

NOT_ORDINARY = "this is not an ordinary file"
POSIX = ("posix",)


def files() -> Iterator[Hostile]:
    """Give the files of the families ``name`` and ``object``."""
    yield from _names()
    yield from _objects()
    yield from _for_options()


def _names() -> Iterator[Hostile]:
    for name, danger, file, needs in (
        ("spaces", "spaces at both ends", " my report .xlsx", POSIX),
        ("vietnamese", "letters with marks", "Báo cáo tiến độ Đợt 2.xlsx", ()),
        ("decomposed", "letters in pieces", "Ba\u0301o ca\u0301o.xlsx", ()),
        ("line", "two lines", "a\nb.xlsx", POSIX),
        ("looks-like-a-finding", "a line that almwp did not say", "x\nok.xlsx", POSIX),
        ("escape", "orders to the terminal", "a\x1b[2Jb.xlsx", POSIX),
        ("return", "a line that hides a line", "a\rb.xlsx", POSIX),
        ("turned", "read backwards", "a\u202exslx.exe.xlsx", POSIX),
        ("invisible", "nothing to see", "a\u200b\u2060b.xlsx", ()),
        ("dash", "an option", "-o.xlsx", ()),
        ("option", "an option", "--lang=vi.xlsx", ()),
        ("braces", "places to fill in", "{0}{path!r}%s.xlsx", ()),
        ("quotes", "quotation marks", "a'b\"c`d.xlsx", POSIX),
        ("shell", "an order to a shell", "$(touch x);&&.xlsx", POSIX),
        ("star", "a pattern", "*.xlsx", POSIX),
        ("long", "as long as a name can be", "x" * 240 + ".xlsx", ()),
        ("reserved", "a device of Windows", "CON.xlsx", POSIX),
        ("dots", "dots", "a...b.tar.xlsx", ()),
        ("capitals", "capitals", "REPORT.XLSX", ()),
    ):
        call = (
            ("check", "--", "{file}") if file.startswith("-") else ("check", "{file}")
        )
        yield Hostile(
            f"name/{name}",
            danger,
            file,
            report,
            0,
            (READ,),
            never=("\x1b", "\u202e", "\r", "\nok.xlsx", "\nb.xlsx"),
            call=call,
            needs=needs,
        )
    yield Hostile(
        "name/no-text",
        "bytes that are no text",
        os.fsdecode(b"vn\xff\xfe.xlsx"),
        report,
        0,
        (READ,),
        needs=("linux",),
    )
    yield Hostile(
        "name/no-ending", "nothing says what it is", "report", report, 0, (READ,)
    )
    yield Hostile(
        "name/left-by-excel",
        "the lock that Excel leaves beside an open workbook",
        "~$report.xlsx",
        lambda: b"\x05Admin" + bytes(159),
        3,
        ("ALM100",),
    )


def _object(
    name: str,
    danger: str,
    place: Callable[[Path], None],
    *says: str,
    code: int = 3,
    needs: tuple[str, ...] = POSIX,
) -> Hostile:
    said = ("ALM100", *says) if code == 3 else says
    return Hostile(
        f"object/{name}",
        danger,
        "report.xlsx",
        None,
        code,
        said,
        (),
        place=place,
        needs=needs,
    )


def _objects() -> Iterator[Hostile]:
    folder = "the folder holds no file to read"
    yield _object("folder", "a folder", Path.mkdir, folder, needs=())
    gone = "no such file"
    yield _object("nothing", "nothing", lambda path: None, gone, needs=())
    yield _object("pipe", "nobody writes into it", _pipe, NOT_ORDINARY)
    yield _object("socket", "nobody answers", _socket, NOT_ORDINARY)
    yield _object("zeros", "a file without end", _link("/dev/zero"), NOT_ORDINARY)
    yield _object("noise", "a file without end", _link("/dev/urandom"), NOT_ORDINARY)
    yield _object("terminal", "it waits for a person", _link("/dev/tty"), "ordinary")
    yield _object("nowhere", "a link to nothing", _link("gone.xlsx"), "leads nowhere")
    circle = "in a circle"
    yield _object("circle", "a link to itself", _link("report.xlsx"), circle)
    yield _object("two-links", "links in a circle", _two_links, circle)
    yield _object(
        "forbidden",
        "no right to it",
        _forbidden,
        "may not be",
        needs=("posix", "no root"),
    )
    yield _object(
        "forbidden-folder",
        "no right to look into it",
        _forbidden_folder,
        "the right to it is missing",
        needs=("posix", "no root"),
    )
    for name, danger, place in (
        ("folder-of-traps", "a pipe and a device beside a sound file", _traps),
        ("folder-round", "a folder that holds a link to itself", _round),
    ):
        yield _object(name, danger, place, READ, code=_code_of(name))
    yield _object("folder-deep", "a folder in a folder, 100 times", _deep, READ, code=0)


def _code_of(name: str) -> int:
    """Return the exit code that is due: 3 where one of the files could not be read."""
    return 3 if name == "folder-of-traps" else 0


def _pipe(path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(path)


def _socket(path: Path) -> None:
    if sys.platform != "win32":
        before = Path.cwd()
        os.chdir(path.parent)  # the name of a socket may have a hundred letters only
        try:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(path.name)
        finally:
            os.chdir(before)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _two_links(path: Path) -> None:
    path.symlink_to("other.xlsx")
    path.with_name("other.xlsx").symlink_to(path.name)


def _forbidden(path: Path) -> None:
    path.write_bytes(report())
    path.chmod(0)


def _forbidden_folder(path: Path) -> None:
    path.mkdir()
    path.chmod(0)


def _traps(path: Path) -> None:
    path.mkdir()
    (path / "a.xlsx").write_bytes(report())
    _pipe(path / "b.xlsx")
    (path / "c.xlsx").symlink_to("/dev/zero")


def _round(path: Path) -> None:
    path.mkdir()
    (path / "a.xlsx").write_bytes(report())
    (path / "again").symlink_to(".")


def _deep(path: Path) -> None:
    below = path.joinpath(*["f"] * 100)
    below.mkdir(parents=True)
    (below / "a.xlsx").write_bytes(report())


def _for_options() -> Iterator[Hostile]:
    """Give the same things where a file that says how to work is expected."""
    for option, command in (
        ("--mapping", ("check", "{good}")),
        ("--framework", ("check", "{good}")),
        ("--decisions", ("merge", "{good}", "-o", "plan.json")),
        ("--policy", ("score", "{good}")),
        ("--crosswalk", ("carry-over", "{good}", "--to", "ALM-WP-2026-2030")),
    ):
        for name, place in (("pipe", _pipe), ("zeros", _link("/dev/zero"))):
            yield Hostile(
                f"object/{option.strip('-')}-{name}",
                "nobody writes into it, or it has no end",
                "given.toml",
                None,
                3 if option in ("--framework", "--crosswalk") else 2,
                ("given.toml", NOT_ORDINARY),
                call=(*command, option, "{file}"),
                place=place,
                needs=POSIX,
            )
