"""Exporters that lose, mix up or betray one thing are caught, each by its message."""

import html
import importlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import attrs
import pytest

from almwp.drawing.plainly import Plain, plainly
from almwp.exporting.characters import harmless
from almwp.model.figures import Figure
from almwp.model.report import Bullets, Report, Table, TableCell
from almwp.plugins.records import Exporter
from almwp.testing import check_exporter

_COUNT: Iterator[int] = itertools.count()

Row = tuple[TableCell, ...]


@attrs.frozen(kw_only=True)
class Layout:
    """A plain layout of a report, of which a test changes one thing."""

    notice: bool = True
    origins_of: tuple[type, ...] = (Table, object)
    cell_origins: bool = True
    alternative: bool = True
    points: slice = slice(None)
    rows: Callable[[tuple[Row, ...]], tuple[Row, ...]] = tuple
    cells: slice = slice(None)

    def __call__(self, report: Report) -> bytes:
        return harmless("\n".join(self.lines(report))).encode()

    def lines(self, report: Report) -> Iterator[str]:
        yield from (report.title, report.subtitle)
        if self.notice:
            yield report.notice
        for block in plainly(report.blocks):
            yield from self.told(block)
            if isinstance(block, self.origins_of):
                yield from map(str, block.origins)

    def told(self, block: Plain) -> Iterator[str]:
        if isinstance(block, Table):
            yield "; ".join([block.caption, *(c.heading for c in block.columns)])
            for row in self.rows(block.rows):
                yield "; ".join(map(self.cell, row[self.cells]))
        elif isinstance(block, Bullets):
            yield from block.items[self.points]
        elif isinstance(block, Figure):
            bars = "; ".join(bar.label for bar in block.bars)
            yield f"{block.caption} {block.alternative if self.alternative else bars}"
        else:
            yield block.text

    def cell(self, cell: TableCell) -> str:
        return " ".join(
            [cell.text, *map(str, cell.origins if self.cell_origins else ())]
        )


def _exporter(render: Callable[[Report], bytes], suffix: str = ".txt") -> Exporter:
    return Exporter(name="tried", summary="", suffix=suffix, render=render)


def _numbers_of_the_next(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(
        (row[0], after[1], *row[2:])
        for row, after in zip(rows, rows[1:] + rows[:1], strict=True)
    )


def test_the_plain_layout_passes() -> None:
    check_exporter(_exporter(Layout()))


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        (Layout(notice=False), "^notice: "),
        (Layout(origins_of=(Table,)), "^origins: "),
        (Layout(cell_origins=False), "^origins: "),
        (Layout(alternative=False), "^figures: "),
        (Layout(points=slice(1, None)), "^lists: "),
        (Layout(points=slice(0)), "^lists: "),
        (Layout(points=slice(None, None, -1)), "^the order is another one"),
        (Layout(rows=lambda rows: rows[1:]), "^(tables|numbers): "),
        (Layout(rows=lambda rows: rows[:1] + rows[2:]), "^(tables|numbers): "),
        (Layout(rows=lambda rows: rows[::-1]), "^the order is another one"),
        (Layout(rows=_numbers_of_the_next), "^the order is another one"),
        (Layout(cells=slice(None, None, -1)), "^the order is another one"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_lost_or_mixed_up_is_named(layout: Layout, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_exporter(_exporter(layout))


def test_a_format_may_say_that_it_has_another_order() -> None:
    turned = Layout(rows=lambda rows: rows[::-1])
    check_exporter(_exporter(turned), leaves_out=["order"])


def _as_html(line: str, said: str) -> Callable[[Report], bytes]:
    def render(report: Report) -> bytes:
        words = (harmless(each) for each in Layout().lines(report))
        lines = (
            line.format(
                text=html.escape(each), half=html.escape(each, quote=False), raw=each
            )
            for each in words
        )
        return f"<!doctype html>{said}{''.join(lines)}".encode()

    return render


@pytest.mark.parametrize(
    ("line", "suffix", "message"),
    [
        ("<p title='{half}'>{text}</p>", ".html", "became an attribute"),
        ("<a href='{text}'>{text}</a>", ".html", "a link that runs a program"),
        ("{raw}\n", ".md", "became markup"),
        ("{raw}\n", ".tex", "became a command"),
        ("{raw}\n", ".psv", "for a formula"),
        ("{raw}\n", ".wiki", "does not know how a file of '.wiki' is read"),
    ],
    ids=lambda each: each,
)
def test_hostile_words_are_looked_for_as_the_format_is_read(
    line: str, suffix: str, message: str
) -> None:
    check_exporter(_exporter(_as_html("<p>{text}</p>", ""), ".html"))
    with pytest.raises(AssertionError, match=message):
        check_exporter(_exporter(_as_html(line, ""), suffix))


def test_control_characters_are_looked_for_in_every_text() -> None:
    def raw(report: Report) -> bytes:
        return "\n".join(Layout().lines(report)).replace("<", "&lt;").encode()

    for suffix, read_as in ((".tex", ".txt"), (".wiki", ".txt"), (".md", None)):
        with pytest.raises(AssertionError, match="the control character"):
            check_exporter(_exporter(raw, suffix), read_as=read_as)


@pytest.mark.parametrize("read_as", [".bogus", "csv", ""])
def test_a_way_to_read_that_the_kit_does_not_know_is_refused(read_as: str) -> None:
    with pytest.raises(AssertionError, match=r"^read_as: the kit knows no files of"):
        check_exporter(_exporter(Layout()), read_as=read_as)


def test_words_that_do_no_harm_in_a_format_can_be_said_to() -> None:
    check_exporter(_exporter(Layout(), ".wiki"), read_as=".txt")


MODULE = """
import datetime, getpass, os, platform, socket, time
from datetime import date
from pathlib import Path, PurePosixPath

from almwp.drawing.plainly import plainly
from almwp.exporting.characters import harmless


def render(report):
    head = [report.title, report.subtitle, report.notice]
    body = map(repr, plainly(report.blocks))
    return harmless("\\n".join([*head, *body])).encode()


def betraying(report):
    return render(report) + str({secret}).encode()


def files(report):
    return {{PurePosixPath("a.txt"): betraying(report)}}
"""
SECRETS = (
    "int(time.time()) // 7",
    "time.strftime('%d %b %y')",
    "date.today().strftime('%y%j')",
    "datetime.datetime.now().strftime('%b %d')",
    "platform.node()",
    "socket.gethostname()",
    "getpass.getuser()",
    "Path.home().name",
    "os.getcwd()[-4:]",
    "list({'a', 'bb', 'ccc', 'dd', 'eee'})",
)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
def test_another_day_user_or_machine_gives_the_same_bytes(
    secret: str, several: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"betraying{SECRETS.index(secret)}{several}"
    (tmp_path / f"{name}.py").write_text(MODULE.format(secret=secret), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    made = importlib.import_module(name)
    exporter = _exporter(made.render if several else made.betraying)
    files = made.files if several else None
    what = "the folder of files" if several else "the file"
    with pytest.raises(AssertionError, match=f"^{what} is different in another"):
        check_exporter(
            Exporter(
                name="tried",
                summary="",
                suffix=".txt",
                render=exporter.render,
                render_files=files,
            )
        )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (lambda report: b"nothing", "^title: "),
        (lambda report: Layout()(report) + b"\n=1+1", "for a formula"),
        (lambda report: str(next(_COUNT)).encode(), "different files"),
    ],
    ids=["lost", "formula", "counting"],
)
def test_the_files_of_a_folder_are_looked_at_too(
    content: Callable[[Report], bytes], message: str
) -> None:
    exporter = Exporter(
        name="tried",
        summary="",
        suffix=".txt",
        render=Layout(),
        render_files=lambda report: {PurePosixPath("a.csv"): content(report)},
    )
    with pytest.raises(AssertionError, match=message):
        check_exporter(exporter)
