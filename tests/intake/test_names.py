"""Lists of countries, bodies and partners are parted where the names are known."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.bodies import bodies, body_names
from almwp.catalogue.members import member_names, members
from almwp.intake.lexicon import Lexicon
from almwp.intake.names import read_bodies, read_parties
from almwp.model.party import PartyKind

LISTS = {
    "Philippines, Viet Nam, Indonesia": ["PH", "VN", "ID"],
    "The Philippines, Thailand and Viet Nam": ["PH", "TH", "VN"],
    "Viet Nam, Thailand, and Lao PDR": ["VN", "TH", "LA"],
    "Việt Nam và Thái Lan": ["VN", "TH"],
    "Indonesia dan Singapura": ["ID", "SG"],
    "Viet Nam & Lao PDR": ["VN", "LA"],
    "Lao PDR / Thailand": ["LA", "TH"],
    "Lao PDR/Thailand": ["LA", "TH"],
    "VN; TH; LA": ["VN", "TH", "LA"],
    "VN/ID": ["VN", "ID"],
    "VN-ID": ["VN", "ID"],
    "VNM - LAO": ["VN", "LA"],
    "Viet Nam – Lao PDR": ["VN", "LA"],
    "Timor-Leste": ["TL"],
    "Timor-Leste - Viet Nam": ["TL", "VN"],
    "Viet Nam | Thailand": ["VN", "TH"],
    "Viet Nam\tThailand": ["VN", "TH"],
    "Viet\u00a0Nam,\u00a0Thai\u200bland": ["VN", "TH"],
    "1. Viet Nam 2. Thailand": ["VN", "TH"],
    "● Viet Nam\n● Thailand": ["VN", "TH"],
    "Việt Nam (chủ trì), Lào": ["VN", "LA"],
    "Viet Nam and Lao PDR": ["VN", "LA"],
    "Viet Nam, Thailand - Lao PDR & Malaysia": ["VN", "TH", "LA", "MY"],
    "- Viet Nam\n- Thailand": ["VN", "TH"],
    "1. Viet Nam\n2. Thailand": ["VN", "TH"],
    "+ Việt Nam\n+ Thái Lan": ["VN", "TH"],
    "• Viet Nam\n• Thailand\n": ["VN", "TH"],
    "Viet Nam (lead), Thailand (co-lead)": ["VN", "TH"],
    "Viet Nam (DOLAB, MOLISA)": ["VN"],
    "Viet Nam (Lead country), Thailand (Co-leads)": ["VN", "TH"],
    "Viet Nam (MoLISA & ILO)": ["VN"],
    "Viet Nam (Bộ Nội vụ)": ["VN"],
    "All ASEAN Member States (AMS)": ["ALL"],
    "ASEAN Committee on Migrant Workers (ACMW)": ["ACMW"],
    "Viet Nam, Vietnam, VNM": ["VN"],
    "All ASEAN Member States": ["ALL"],
    "AMS": ["ALL"],
    "Tất cả các nước thành viên ASEAN": ["ALL"],
    "Seluruh negara anggota ASEAN": ["ALL"],
    "ATC": ["ATC"],
    "SLOM-WG": ["SLOM-WG"],
    "SLOM-WG, ACMW and Viet Nam": ["SLOM-WG", "ACMW", "VN"],
    "ASEAN-OSHNET (Secretariat)": ["ASEAN-OSHNET"],
    "VN KH": ["VN", "KH"],
    "MY": ["MY"],
    "MY, VN": ["MY", "VN"],
    "vn": ["VN"],
    "LA (DOLA)": ["LA"],
    "VNM THA LAO": ["VN", "TH", "LA"],
}
AMONG = {
    "Indonesia and ILO": (["ID", "ILO"], ["ILO"]),
    "Japan và Việt Nam": (["Japan", "VN"], ["Japan"]),
    "VN/TH/LA/ all": (["VN", "TH", "LA", "all"], ["all"]),
    "GIZ và ILO": (["GIZ", "ILO"], ["GIZ", "ILO"]),
    "Indonesia (DOLE & BLE) and ILO": (["ID", "ILO"], ["ILO"]),
    "Viet Nam and Japan Centre": (["VN", "Japan Centre"], ["Japan Centre"]),
    "SLOM+3": (["SLOM+3"], ["SLOM+3"]),
    "my id": (["my id"], ["my id"]),
}
"""Names of which not all are known: the ids that are read, and what is asked."""
WITHIN = {
    "All AMS (led by Thailand)": "TH",
    "AMS (lead: Viet Nam)": "VN",
    "Chair of SLOM (Lao PDR)": "LA",
    "SLOM Chair (Lao PDR)": "LA",
}
NOT_WITHIN = (
    "All AMS (Thailand)",
    "All AMS (led by Thailand and others)",
    "All AMS (not led by Thailand)",
    "ILO (Viet Nam)",
    "SLOM (Lao PDR)",
    "Chair of the board (Lao PDR)",
    "AMS except Myanmar and Viet Nam",
)
WHOLE = (
    "Education and Training",
    "Department of Labor and Employment (DOLE)",
    "Ministry of Manpower (Kemnaker, Directorate A)",
    "Viet Nam General Confederation of Labour",
    "R&D Institute",
    "Viet Nam - Japan Centre",
    "Post-Secondary Council",
    "Viet Nam Indonesia",
)
DOUBTFUL = (
    "AMS (except Myanmar)",
    "All ASEAN Member States (except Myanmar)",
    "Indonesia (withdrawn)",
    "Indonesia (WITHDRAWN)",
    "Viet Nam (tbc)",
    "Viet Nam (TBC)",
    "Viet Nam [TBC]",
    "Viet Nam (formerly Indonesia)",
    "Viet Nam (with Indonesia)",
    "Viet Nam (INDONESIA)",
    "Viet Nam (DOLAB, INDONESIA)",
    "Viet Nam (không tham gia)",
    "Viet Nam (?)",
    "Viet Nam?",
    "~Viet Nam",
    "LA (USA)",
    "LA (Los Angeles)",
    "VN (Laos)",
    "Viet Nam (with Laos)",
    "Viet Nam (U.S.A.)",
    "Mỹ",
    "My",
    "my",
    "Là",
    "SLOM-WG (tbc)",
    "SLOM-WG?",
)


@pytest.mark.parametrize(("written", "ids"), LISTS.items())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_list_of_known_names_is_parted(
    lexicon: Lexicon, written: str, ids: list[str], form: str
) -> None:
    text = normalize("NFC", written) if form == "NFC" else normalize("NFD", written)
    read = read_parties(text, lexicon)
    assert [party.id for party in read.parties] == ids
    assert read.strange == ()


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_that_is_not_known_is_not_parted(lexicon: Lexicon, name: str) -> None:
    read = read_parties(name, lexicon)
    assert [(p.kind, p.id) for p in read.parties] == [(PartyKind.PARTNER, name)]
    assert read.strange == (name,)


@pytest.mark.parametrize("name", DOUBTFUL)
def test_a_name_that_is_doubted_or_taken_back_is_asked_about(
    lexicon: Lexicon, name: str
) -> None:
    read = read_parties(name, lexicon)
    assert [(p.kind, p.id) for p in read.parties] == [(PartyKind.PARTNER, name)]
    assert read.strange == (name,)
    assert read_bodies(name, lexicon) == ((), [name])


@pytest.mark.parametrize(("written", "told"), AMONG.items())
def test_a_country_is_not_lost_in_the_name_of_a_partner(
    lexicon: Lexicon, written: str, told: tuple[list[str], list[str]]
) -> None:
    read = read_parties(written, lexicon)
    assert ([party.id for party in read.parties], [*read.strange]) == told


@pytest.mark.parametrize(("written", "country"), WITHIN.items())
def test_who_leads_among_other_words_is_read_and_said(
    lexicon: Lexicon, written: str, country: str
) -> None:
    read = read_parties(written, lexicon)
    assert [(p.id, p.name) for p in read.parties] == [(country, written)]
    assert read.named_within == read.parties
    assert read.strange == ()


@pytest.mark.parametrize("written", NOT_WITHIN)
def test_no_country_is_made_out_of_other_words(lexicon: Lexicon, written: str) -> None:
    read = read_parties(written, lexicon)
    assert {party.kind for party in read.parties} == {PartyKind.PARTNER}
    assert read.named_within == ()


def test_an_unknown_name_among_known_ones_is_reported_alone(lexicon: Lexicon) -> None:
    read = read_parties("Viet Nam, Ministry of Magic", lexicon)
    assert [party.id for party in read.parties] == ["VN", "Ministry of Magic"]
    assert read.strange == ("Ministry of Magic",)


def test_the_words_of_the_sender_stay_in_the_name(lexicon: Lexicon) -> None:
    (party,) = read_parties("Viet Nam (DOLAB)", lexicon).parties
    assert (party.id, party.name) == ("VN", "Viet Nam (DOLAB)")


names = st.sampled_from([(m.iso2, name) for m in members() for name in member_names(m)])


signs = st.sampled_from([", ", "; ", "\n", " / "])


@given(st.lists(names, min_size=1, max_size=5), signs)
def test_any_list_of_members_is_read_in_its_order(
    lexicon: Lexicon, chosen: list[tuple[str, str]], sign: str
) -> None:
    read = read_parties(sign.join(name for _, name in chosen), lexicon)
    assert [p.id for p in read.parties] == list(dict.fromkeys(c for c, _ in chosen))


@pytest.mark.parametrize(
    ("body", "name"), [(b.id, name) for b in bodies() for name in body_names(b)]
)
def test_every_name_of_a_body_finds_it(lexicon: Lexicon, body: str, name: str) -> None:
    found, strange = read_bodies(name, lexicon)
    assert (found, strange) == ((body,), [])


def test_a_body_that_is_not_known_is_named(lexicon: Lexicon) -> None:
    assert read_bodies("SLOM-WG; Round Table", lexicon) == (
        ("SLOM-WG",),
        ["Round Table"],
    )
