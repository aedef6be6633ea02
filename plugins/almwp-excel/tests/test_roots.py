"""The outermost element of a part is told by its first bytes, without parsing all."""

import zlib

import pytest
from almwp_excel.markup import MAIN, root_of
from almwp_excel.package import Entry, Package

from almwp.errors import UnreadableFileError

ROOT = f'<worksheet xmlns="{MAIN[0]}">'.encode()


def package(xml: bytes, *, deflated: bool) -> Package:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    stored = packer.compress(xml) + packer.flush() if deflated else xml
    entry = Entry(
        name="a.xml",
        header=0,
        start=0,
        packed=len(stored),
        size=len(xml),
        crc=zlib.crc32(xml),
        deflated=deflated,
    )
    return Package(name="x.xlsx", content=stored, entries={"a.xml": entry})


@pytest.mark.parametrize("deflated", [True, False])
@pytest.mark.parametrize("before", [0, 2_030, 2_048, 200_000])
def test_a_root_is_found_however_much_stands_before_it(
    before: int, deflated: bool
) -> None:
    xml = b"<!--" + b"x" * before + b"-->" + ROOT + b"</worksheet>"
    assert root_of(package(xml, deflated=deflated), "a.xml") == (MAIN[0], "worksheet")


def test_what_stands_far_behind_a_root_is_not_parsed() -> None:
    xml = ROOT + b" " * 5_000 + b"<<"
    assert root_of(package(xml, deflated=True), "a.xml") == (MAIN[0], "worksheet")


@pytest.mark.parametrize("xml", [b"", b"no markup", b"<?xml version='1.0'?>", b"<a"])
def test_a_part_without_a_root_is_refused(xml: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        root_of(package(xml, deflated=True), "a.xml")
