"""Workbooks whose difficulty is the language of the headings, or how it was typed."""

from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from tests.corpus.bookmaking import Book, Sheet
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, plain, read

_LANGUAGES = {
    "vi": (
        "Vietnamese",
        ["STT", "Tên hoạt động", "Nước chủ trì", "Tình trạng", "Thời gian"],
    ),
    "id": (
        "Indonesian",
        ["Nomor", "Nama kegiatan", "Penanggung jawab", "Status", "Waktu"],
    ),
    "th": ("Thai", ["ลำดับที่", "กิจกรรม", "ประเทศผู้นำ", "สถานะ", "ระยะเวลา"]),
    "lo": ("Lao", ["ລຳດັບ", "ກິດຈະກຳ", "ປະເທດຮັບຜິດຊອບ", "ສະຖານະ", "ໄລຍະເວລາ"]),
    "km": ("Khmer", ["ល.រ", "សកម្មភាព", "ប្រទេសដឹកនាំ", "ស្ថានភាព", "រយៈពេល"]),
    "ms": ("Malay", ["Bil.", "Aktiviti", "Negara peneraju", "Status", "Tempoh"]),
    "my": ("Burmese", ["စဉ်", "လုပ်ငန်း", "ဦးဆောင်နိုင်ငံ", "အခြေအနေ", "ကာလ"]),
    "tet": ("Tetum", ["Númeru", "Atividade", "Nasaun líder", "Situasaun", "Tempu"]),
    "pt": ("Portuguese", ["N.º", "Atividade", "País líder", "Situação", "Prazo"]),
}
_WORDS = {
    "vi": ("Đang thực hiện", "Hoàn thành", "tháng 6/2024"),
    "id": ("sedang berjalan", "selesai", "Juni 2024"),
    "th": ("อยู่ระหว่างดำเนินการ", "เสร็จสิ้น", "มิถุนายน 2024"),
    "lo": ("ກຳລັງຈັດຕັ້ງປະຕິບັດ", "ສຳເລັດແລ້ວ", "ມິຖຸນາ 2024"),
    "km": ("កំពុងអនុវត្ត", "បានបញ្ចប់", "មិថុនា ២០២៤"),
    "ms": ("sedang dilaksanakan", "selesai", "Jun 2024"),
    "my": ("ဆောင်ရွက်ဆဲ", "ပြီးစီး", "ဇွန် ၂၀၂၄"),
    "tet": ("la'o hela", "remata ona", "Juñu 2024"),
    "pt": ("em curso", "concluído", "junho de 2024"),
}


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    for number, (code, (name, headings)) in enumerate(_LANGUAGES.items(), start=40):
        ongoing, completed, june = _WORDS[code]
        rows: list[list[Any]] = [
            [1, TITLES[0], "VN", ongoing, june],
            [2, TITLES[1], "VN, LA", completed, "2023"],
        ]
        yield Book(
            f"{number}-headings-{code}",
            f"headings, states and a month are in {name}",
            [Sheet([*LINES, headings, *rows])],
            [
                {
                    "number": "1",
                    "title": TITLES[0],
                    "status": "ongoing",
                    "start": "2024-06",
                    "end": "2024-06",
                },
                {"status": "completed", "start": "2023", "leads": ["VN", "LA"]},
            ],
            about={**ABOUT, "language": code},
        )
    yield from _typed()


def _typed() -> Iterator[Book]:
    vietnamese = [*_LANGUAGES["vi"][1], "Tiến độ (%)"]
    rows: list[list[Any]] = [
        [1, "Đào tạo nghề", "Việt Nam", "Đang thực hiện", "quý III/2024", "75%"],
        [2, "Hội chợ việc làm", "Lào", "Hoàn thành", "cuối năm 2023", "100%"],
    ]
    lines: list[list[Any]] = [
        ["Nước báo cáo: Việt Nam"],
        ["Kế hoạch công tác của Bộ trưởng Lao động ASEAN giai đoạn 2021-2025"],
        ["Tính đến ngày 30/6/2024"],
        [],
    ]
    truth = [
        {
            "title": "Đào tạo nghề",
            "leads": ["VN"],
            "status": "ongoing",
            "start": "2024-Q3",
            "percent": "3/4",
        },
        {"leads": ["LA"], "status": "completed", "start": "2023", "percent": "1"},
    ]
    about = {**ABOUT, "language": "vi"}
    whole = [*lines, vietnamese, *rows]
    decomposed = [
        [normalize("NFD", v) if isinstance(v, str) else v for v in row] for row in whole
    ]
    yield Book(
        "50-decomposed",
        "all text has its accents as signs of their own (NFD), as Macs write it",
        [Sheet(decomposed, name=normalize("NFD", "Báo cáo"))],
        truth,
        [("ALM253", normalize("NFD", "Báo cáo"), "E7")],
        about=about,
    )
    bare = [
        "STT",
        "Ten hoat dong",
        "Nuoc chu tri",
        "Tinh trang",
        "Thoi gian",
        "Tien do (%)",
    ]
    plain_rows: list[list[Any]] = [
        [1, "Dao tao nghe", "Viet Nam", "Dang thuc hien", "quy III/2024", "75%"],
        [2, "Hoi cho viec lam", "Lao", "Hoan thanh", "cuoi nam 2023", "100%"],
    ]
    yield Book(
        "51-accents-lost",
        "headings, countries and states have lost their accents",
        [Sheet([*lines, bare, *plain_rows])],
        [{**truth[0], "title": "Dao tao nghe"}, truth[1]],
        [*at("ALM253", "E7"), *at("ALM255", "B6")],
        about=about,
    )
    loud = [
        "NO",
        "  ACTIVITY:",
        "Lead-Country *",
        "STATUS ?",
        "Time\nframe",
        "PROGRESS  ( % )",
    ]
    yield Book(
        "52-punctuation-and-case",
        "headings are in capitals, with stray signs, blanks and a line break",
        [Sheet([*LINES, loud, [1, TITLES[0], "VN", "Ongoing.", "2024", "75%"]])],
        [{"number": "1", "title": TITLES[0], "status": "ongoing", "percent": "3/4"}],
        about=ABOUT,
    )
    yield Book(
        "53-misspelt-headings",
        "two headings are misspelt; each is taken for the nearest and that is said",
        [
            Sheet(
                [*LINES, ["No.", "Activty", "Lead", "Status", "Remarkss"], *_remarked()]
            )
        ],
        [{"title": TITLES[0], "remarks": "fine", "status": "ongoing"}],
        at("ALM112", "B5", "E5"),
        about=ABOUT,
    )
    yield Book(
        "54-two-languages",
        "headings are in English with the Vietnamese word behind a stroke",
        [
            Sheet(
                [
                    *LINES,
                    [
                        "No. / STT",
                        "Activity / Hoạt động",
                        "Lead / Chủ trì",
                        "Status / Tình trạng",
                    ],
                    *plain(2),
                ]
            )
        ],
        read(2, status="ongoing", leads=["VN"]),
        about=ABOUT,
    )
    yield Book(
        "55-vietnamese-title",
        "a title in Vietnamese stands under English headings and is as good as any",
        [Sheet([*LINES, list(HEADINGS), [1, "Đào tạo nghề", "VN", "ongoing"]])],
        [{"title": "Đào tạo nghề", "number": "1", "status": "ongoing"}],
        about={**ABOUT, "language": "en"},
    )


def _remarked() -> list[list[Any]]:
    return [[1, TITLES[0], "VN", "ongoing", "fine"]]
