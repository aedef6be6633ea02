"""Small files that would fill the memory or the day."""

import random
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.hostile import Hostile
from tests.hostile.rawzip import Entry, archive, entry, zeros
from tests.hostile.sound import (
    LINES,
    MAIN,
    READ,
    SHEET,
    parts,
    report,
    sheet,
    workbook,
)

MEBIBYTE = 1024 * 1024


def files() -> Iterator[Hostile]:
    """Give the files of the family ``bomb``."""
    yield from _packed()
    yield from _many()
    yield from _grown()


def _bomb(
    name: str,
    danger: str,
    content: Callable[[], bytes],
    *says: str,
    code: int = 3,
) -> Hostile:
    said = ("ALM100", *says) if code == 3 else says
    return Hostile(f"bomb/{name}", danger, "report.xlsx", content, code, said)


def _beside(*more: Entry) -> bytes:
    """Return the report with further entries."""
    return archive([*(entry(n, content) for n, content in parts().items()), *more])


def _zeros(name: str, mebibytes: int, **lies: object) -> Entry:
    packed, crc = zeros(mebibytes)
    size = mebibytes * MEBIBYTE
    told = {"packed": packed, "crc": crc, "size": size}
    return entry(name, b"", **{**told, **lies})


def repeated(
    piece: bytes, times: int, before: bytes = b"", after: bytes = b""
) -> bytes:
    """Return a raw stream that unpacks to *piece* many times, packed only once."""
    made = []
    for content in (before, piece, after):
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        made.append(packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH))
    return made[0] + made[1] * times + made[2] + b"\3\0"


def _noisy(name: str, mebibytes: int, **lies: object) -> Entry:
    """Return an entry that packs too badly for the ratio to speak."""
    noise = random.Random(8).randbytes(8_192)
    piece = noise + bytes(MEBIBYTE - len(noise))
    crc = 0
    for _ in range(mebibytes):
        crc = zlib.crc32(piece, crc)
    told = {
        "packed": repeated(piece, mebibytes),
        "crc": crc,
        "size": mebibytes * MEBIBYTE,
    }
    return entry(name, b"", **{**told, **lies})


def _packed() -> Iterator[Hostile]:
    yield _bomb(
        "ratio-in-a-picture",
        "a thousand times larger unpacked",
        lambda: _beside(_zeros("xl/media/image1.png", 30)),
        "(limit ratio)",
    )
    yield _bomb(
        "ratio-with-a-lie",
        "unpacks to 200 MB and claims 100 bytes",
        lambda: _beside(_zeros("xl/media/image1.png", 200, size=100)),
        "(limit ratio)",
    )
    yield _bomb(
        "ratio-in-the-sheet",
        "a sheet of 100 MB of spaces",
        lambda: report(sheet=sheet(tail=" " * (100 * MEBIBYTE))),
        "(limit ratio)",
    )
    yield _bomb(
        "one-part",
        "one part of 300 MB",
        lambda: _beside(_noisy("xl/media/image1.png", 300)),
        "(limit entry_bytes)",
    )
    yield _bomb(
        "one-part-with-a-lie",
        "one part of 300 MB that claims 100 bytes",
        lambda: _beside(_noisy("xl/media/image1.png", 300, size=100)),
        "xl/media/image1.png",
    )
    yield _bomb(
        "all-parts",
        "three parts of 200 MB",
        lambda: _beside(*(_noisy(f"xl/media/image{n}.png", 200) for n in range(3))),
        "(limit inflated_bytes)",
    )
    yield Hostile(
        "bomb/file-of-60-mb",
        "a long file",
        "report.xlsx",
        None,
        3,
        ("ALM100", "is larger than 52,428,800 bytes"),
        place=_long_file,
    )


def _long_file(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(b"PK\3\4")
        stream.truncate(60 * MEBIBYTE)


def _many() -> Iterator[Hostile]:
    yield _bomb(
        "parts",
        "more parts than any workbook has",
        lambda: _beside(*(entry(f"xl/media/{n}.png", b"") for n in range(3_000))),
        "(limit entries)",
    )
    yield _bomb(
        "directory",
        "a directory of 200,000 lines that says it has seven",
        lambda: archive(
            [entry("x", b"", at=0)] * 200_000,
            count=7,
        ),
        "(limit entries)",
    )
    yield _bomb(
        "sheets",
        "more sheets than anybody fills in",
        lambda: report(
            workbook=workbook(
                *(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(600))
            )
        ),
        "(limit sheets)",
    )
    yield _bomb(
        "styles",
        "more styles than Excel can have",
        lambda: report(styles=_styles(200_000)),
        "(limit styles)",
    )
    yield _bomb(
        "merges",
        "merged blocks without end",
        lambda: report(sheet=sheet(tail=_merges(600_000))),
        "(limit merges)",
    )
    yield _bomb("cells", "more cells than are read", _cells, "(limit cells)")
    yield _bomb(
        "rows",
        "a million rows that hold nothing",
        lambda: _with_noise("<row/>" * 2_048, 511),
        READ,
        code=0,
    )


def _styles(count: int) -> bytes:
    every = "".join(f'<xf numFmtId="{n}"/>' for n in range(count))
    return (
        f'<styleSheet xmlns="{MAIN}"><cellXfs>{every}</cellXfs></styleSheet>'.encode()
    )


def _merges(count: int) -> str:
    every = (f'<mergeCell ref="A{n}:B{n}"/>' for n in range(10, 10 + count))
    return f"<mergeCells>{''.join(every)}</mergeCells>"


def _with_noise(piece: str, times: int) -> bytes:
    """Return the report with *piece* many times after its rows, and some noise."""
    noise = random.Random(8).randbytes(200).hex()
    middle = f"{piece}<!--{noise}-->".encode()
    before, after = sheet("\0").split(b"\0")
    content = before + middle * times + after
    packed = repeated(middle, times, before, after)
    lying = entry(SHEET, b"", packed=packed, crc=zlib.crc32(content), size=len(content))
    others = [entry(n, part) for n, part in parts().items() if n != SHEET]
    return archive([*others, lying])


def _cells() -> bytes:
    return _with_noise("<row>" + "<c/>" * 16_384 + "</row>", 310)


def _grown() -> Iterator[Hostile]:
    yield _bomb(
        "text-of-every-cell",
        "30,000 rows share one title of 32,000 letters: a gigabyte",
        lambda: _shared_title(30_000, 32_000),
        "built so as to overload",
    )
    yield _bomb(
        "strings",
        "a million texts that no cell uses",
        lambda: report(strings=_strings(1_000_000)),
        READ,
        code=0,
    )
    yield _bomb(
        "runs",
        "one text in 100,000 pieces",
        lambda: report(strings=_runs(100_000)),
        READ,
        code=0,
    )


def _shared_title(count: int, length: int) -> bytes:
    noise = random.Random(8)
    title = "".join(noise.choices("abcdefgh ", k=length))
    first = len(LINES) + 1
    more = "".join(
        f'<row r="{n}"><c r="B{n}" t="s"><v>0</v></c></row>'
        for n in range(first, first + count)
    )
    strings = f'<sst xmlns="{MAIN}"><si><t>{title}</t></si></sst>'.encode()
    return report(sheet=sheet(more), strings=strings)


def _strings(count: int) -> bytes:
    every = "".join(f"<si><t>{n * 7919 % 999983}</t></si>" for n in range(count))
    return f'<sst xmlns="{MAIN}">{every}</sst>'.encode()


def _runs(count: int) -> bytes:
    every = "".join(f"<r><rPr><strike/></rPr><t>{n}</t></r>" for n in range(count))
    return f'<sst xmlns="{MAIN}"><si>{every}</si></sst>'.encode()
