"""Tables of text (.csv) that are no text, or no table."""

import random
from collections.abc import Callable, Iterator

from tests.hostile.hostile import Hostile, bytes_of
from tests.hostile.sound import READ, report, text_table

NO_TEXT = "the file is no text"
SOUND = text_table()


def files() -> Iterator[Hostile]:
    """Give the files of the family ``csv``."""
    yield from _letters()
    yield from _cells()
    yield from _others()


def _csv(
    name: str,
    danger: str,
    code: int,
    content: bytes | str | Callable[[], bytes],
    *says: str,
) -> Hostile:
    made = content if callable(content) else bytes_of(content)
    said = ("ALM100", *says) if code == 3 else says
    never = ("\x1b", "\u202e", "\x07")
    return Hostile(f"csv/{name}", danger, "report.csv", made, code, said, never)


def _letters() -> Iterator[Hostile]:
    yield _csv("nul", "a zero in a cell", 3, SOUND.replace("Job", "J\0b"), NO_TEXT)
    yield _csv("nuls", "nothing but zeros", 3, bytes(50_000), NO_TEXT)
    yield _csv("noise", "no text", 3, random.Random(8).randbytes(9_000), "Excel")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"):
        danger = "letters of two bytes" if "16" in encoding else "a mark"
        content = SOUND.encode(encoding)
        yield _csv(f"in-{encoding}", danger, 0, content, READ, "XL401")
    wide = SOUND.encode("utf-32")
    yield _csv("in-utf-32", "letters of four bytes", 3, wide, "Excel")
    mixed = SOUND.replace("Job fairs", "Hội chợ việc làm").encode()
    mixed = mixed.replace(
        b"Survey", "Khảo sát".encode("cp1258", "ignore") + b"\x81\xff"
    )
    yield _csv("two-encodings", "two programs wrote it", 3, mixed, "letters")
    odd = SOUND.encode("utf-16-le")[:-1]
    yield _csv("half-a-letter", "an odd number of bytes", 3, odd, "Excel")
    ringing = SOUND.replace("Job", "\x1b[2J\x1b]0;x\x07Job")
    yield _csv("escapes", "orders to the terminal", 0, ringing, READ)
    turned = SOUND.replace("Job", "\u202ebot\u2066")
    yield _csv("turned", "text that runs backwards", 0, turned, READ)
    half = SOUND.encode().replace(b"Job", b"\xed\xa0\x80ob")
    yield _csv("surrogate", "half a letter", 3, half, "letters")


def _cells() -> Iterator[Hostile]:
    unclosed = SOUND.replace("Job fairs", '"Job fairs')
    yield _csv("open-quote", "a cell without end", 3, unclosed, "never closed")
    quotes = SOUND + '"' * 100_001
    yield _csv("quotes", "nothing but quotation marks", 3, quotes, "Excel")
    long_cell = SOUND + "x" * 20_000_000
    yield _csv("long-line", "a line of 20 MB", 3, long_cell, "longer than any cell")
    wide = SOUND + "," * 1_000_000
    yield _csv("wide", "a million columns", 3, wide, "more than a row of Excel has")
    tall = SOUND + "\n" * 1_100_000
    yield _csv(
        "tall", "more rows than Excel has", 3, tall, "more than a sheet of Excel"
    )
    many = SOUND + (",x" * 5_000 + "\n") * 1_100
    yield _csv("cells", "five million cells", 3, many, "(limit cells)")
    returns = SOUND.replace("\n", "\r")
    yield _csv("lone-returns", "lines of an old Mac", 0, returns, READ)
    mixed = SOUND.replace("\n", "\r\n", 3).replace("fairs,VN", "fairs,VN,\r", 1)
    yield _csv("mixed-lines", "three ends of lines", 0, mixed, "activities:")
    other = "\x85\u2028\u2029\v\f"
    yield _csv("odd-lines", "ends that no one shows", 0, SOUND + other, READ)
    doubtful = "a,b;c\nd,e;f\ng,h;i\n"
    says = "can be separated by"
    yield _csv("two-separators", "which is it?", 3, doubtful, says)
    commas = ",,,,\n" * 1_000
    yield _csv("commas", "nothing but commas", 1, commas, "ALM101")
    yield _csv("line-ends", "nothing but line ends", 1, "\n" * 1_000, "ALM101")
    lying = "sep=\n" + SOUND
    yield _csv("separator-of-nothing", "a separator that is none", 0, lying, READ)


def _others() -> Iterator[Hostile]:
    for name, danger, content, says in (
        ("nothing", "nothing", b"", "empty (0 bytes)"),
        ("page", "a page to sign in", b"<!DOCTYPE html><html><p>Sign in", "web page"),
        ("pdf", "a PDF", b"%PDF-1.7\n" + SOUND.encode(), "a PDF"),
        ("picture", "a picture", b"\x89PNG\r\n\x1a\n" + bytes(99), "a picture"),
        ("archive", "an archive", b"\x1f\x8b\x08\0" + bytes(99), "packed archive"),
    ):
        yield _csv(f"is-{name}", f"{danger} under another name", 3, content, says)
    yield _csv("is-workbook", "a workbook under another name", 0, report, READ, "XL502")
    yield _csv("mark-alone", "a mark and no text", 1, b"\xef\xbb\xbf", "ALM101")
