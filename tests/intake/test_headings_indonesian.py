"""Headings of reports in Indonesian are known, each in its own sense."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.grid import build_grid
from almwp.intake.headingblocks import find_blocks
from almwp.intake.headingwords import word_of
from almwp.intake.lexicon import Lexicon

MET = {
    "Nomor urut": "number",
    "Uraian kegiatan": "title",
    "Nama proyek": "title",
    "Negara pemimpin": "leads",
    "NEGARA PEMIMPIN:": "leads",
    "Negara pemimpin bersama": "co_leads",
    "Badan sektoral ASEAN": "bodies",
    "Mitra wicara": "partners",
    "Sumber pendanaan": "funders",
    "Perkiraan anggaran": "budget",
    "Kerangka waktu": "timeframe",
    "Lokasi kegiatan": "place",
    "Negara tuan rumah": "host",
    "Keluaran yang diharapkan": "output",
    "Status kegiatan": "status",
    "Perkembangan terkini": "status",
    "Keadaan per": "as_of",
    "Komentar": "remarks",
}


@pytest.mark.parametrize("written", MET)
def test_a_heading_in_indonesian_is_known(written: str, lexicon: Lexicon) -> None:
    word = word_of(written, lexicon)
    assert word is not None
    assert word.key == MET[written]


def test_a_table_with_them_is_indonesian(
    sheet: Callable[..., Any], lexicon: Lexicon
) -> None:
    heads = ["Nomor urut", "Uraian kegiatan", "Negara pemimpin", "Status kegiatan"]
    (block,) = find_blocks(build_grid(sheet([heads, ["1", "A", "VN", "b"]])), lexicon)
    assert block.language == "id"
    assert [h.word and h.word.key for h in block.headings] == [*map(MET.get, heads)]
