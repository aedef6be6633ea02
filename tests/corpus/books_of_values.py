"""Workbooks whose difficulty is a percentage, a country or a state."""

from collections.abc import Iterator

from tests.corpus.bookmaking import Book, Sheet, Shown
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, column


def done(share: str | None) -> dict[str, str | None]:
    """Return the truth about a percentage; None where it was refused."""
    return {"percent": share or "blank"}


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _percentages()
    yield from _parties()
    yield from _states()


def _percentages() -> Iterator[Book]:
    yield column(
        "80-percent-in-many-ways",
        "percentages are typed and formatted in all the ways people have",
        "Progress (%)",
        [
            (Shown(0.75, "0%"), done("3/4")),
            (75, done("3/4")),
            ("75%", done("3/4")),
            ("75,5 %", done("151/200")),
            ("75.5%", done("151/200")),
            ("¾", done("3/4")),
            ("\uff17\uff15\uff05", done("3/4")),
            ("75\u00a0%", done("3/4")),
            (Shown(0.333, "0.0%"), done("333/1000")),
            ("100 phần trăm", done("1")),
            (0, done("0")),
        ],
        at("ALM238", "E15"),
    )
    yield column(
        "81-decimal-commas",
        "a column has numbers with decimal commas and no percent sign",
        "Progress (%)",
        [("75,5", done("151/200")), ("12,25", done("49/400")), ("100", done("1"))],
        at("ALM238", "E8"),
    )
    yield column(
        "82-dot-alone",
        "1.250 alone is 1.25 in one country and 1250 in another; it is asked",
        "Progress (%)",
        [("1.250", done(None))],
        at("ALM207", "E6"),
        more={"fates": {"Report!E6": "refused"}},
    )
    yield column(
        "83-share-or-percent",
        "0.6 without a percent format is 60 % or 0.6 %; it is asked",
        "Progress (%)",
        [(0.6, done(None)), ("0,6", done(None))],
        at("ALM207", "E6", "E7"),
        more={
            "fates": {"Report!E6": "refused", "Report!E7": "refused"},
            "suggestions": {"Report!E6": ["0.6%", "60%"]},
        },
    )
    yield column(
        "84-one-beside-larger-numbers",
        "a bare 1 stands beside 75: it is one hundredth, and that is said",
        "Progress (%)",
        [(1, done("1/100")), (75, done("3/4"))],
        at("ALM220", "E6"),
    )
    yield column(
        "85-more-than-all",
        "more than all is done, or less than nothing",
        "Progress (%)",
        [("120%", done(None)), (-5, done(None)), (Shown(1.2, "0%"), done(None))],
        at("ALM208", "E6", "E7", "E8"),
    )
    yield column(
        "86-percent-in-words",
        "a percentage is said in words",
        "Progress (%)",
        [("most of it", done(None))],
        at("ALM206", "E6"),
    )
    yield column(
        "87-nothing-said",
        "TBD, n/a, a dash and a space say nothing, each in its own way",
        "Progress (%)",
        [
            ("TBD", done(None)),
            ("n/a", {"percent": "not applicable"}),
            ("-", done(None)),
            (" ", done(None)),
            ("not yet due", {"percent": "not due"}),
        ],
    )


def _parties() -> Iterator[Book]:
    hosts = ("VN", "VNM", "Viet Nam", "Vietnam", "Lao PDR", "Lào", "Brunei", "Filipina")
    codes = ("VN", "VN", "VN", "VN", "LA", "LA", "BN", "PH")
    yield column(
        "90-countries-by-any-name",
        "countries are named by code and in several ways and languages",
        "Host",
        [(host, {"host": code}) for host, code in zip(hosts, codes, strict=True)],
    )
    yield column(
        "91-no-such-country",
        "the host is no member state",
        "Host",
        [("Atlantis", {"host": None})],
        at("ALM215", "E6"),
    )
    lists = (
        ("Philippines, Viet Nam, Indonesia", ["PH", "VN", "ID"]),
        ("All ASEAN Member States", ["ALL"]),
        ("SLOM-WG", ["SLOM-WG"]),
        ("VN/ID", ["VN", "ID"]),
        ("Viet Nam and Lao PDR", ["VN", "LA"]),
        ("Viet Nam\nThailand", ["VN", "TH"]),
        ("- Viet Nam\n- Thailand", ["VN", "TH"]),
        ("Lào; Campuchia", ["LA", "KH"]),
    )
    rows = [[n, TITLES[n], words, "ongoing"] for n, (words, _) in enumerate(lists)]
    yield Book(
        "92-lists-of-leads",
        "leads are listed with commas, strokes, words and line breaks",
        [Sheet([*LINES, list(HEADINGS), *rows])],
        [{"title": TITLES[n], "leads": leads} for n, (_, leads) in enumerate(lists)],
        about=ABOUT,
    )
    roles = [[1, TITLES[0], "Việt Nam (chủ trì), Lào", "ongoing"]]
    yield Book(
        "93-role-beside-a-country",
        "the cell of leads says of one country that it leads",
        [Sheet([*LINES, list(HEADINGS), *roles])],
        [{"title": TITLES[0], "leads_or_co_leads": ["LA", "VN"]}],
        about=ABOUT,
    )
    strangers = [
        [1, TITLES[0], "VN, Ministry of Magic", "ongoing"],
        [2, TITLES[1], None, "ongoing"],
    ]
    yield Book(
        "94-unknown-lead",
        "one lead is nobody we know, another row names none",
        [Sheet([*LINES, list(HEADINGS), *strangers])],
        [{"leads": ["VN", "Ministry of Magic"]}, {"leads": []}],
        [*at("ALM203", "C6"), *at("ALM308", "C7")],
        about=ABOUT,
    )
    yield column(
        "95-unknown-body",
        "the body is none that is known",
        "ASEAN body",
        [("Round Table", {"bodies": []}), ("SLOM-WG", {"bodies": ["SLOM-WG"]})],
        at("ALM216", "E6"),
    )


def _states() -> Iterator[Book]:
    words = (
        ("Completed", "completed"),
        ("đang thực hiện", "ongoing"),
        ("selesai", "completed"),
        ("Dự kiến", "planned"),
        ("IN PROGRESS", "ongoing"),
        ("Hoàn thành.", "completed"),
    )
    rows = [[n, TITLES[n], "VN", word] for n, (word, _) in enumerate(words)]
    yield Book(
        "100-states-in-three-languages",
        "one column has states in English, Vietnamese and Indonesian",
        [Sheet([*LINES, list(HEADINGS), *rows])],
        [{"title": TITLES[n], "status": status} for n, (_, status) in enumerate(words)],
        about=ABOUT,
    )
    near = [[1, TITLES[0], "VN", "Complted"], [2, TITLES[1], "VN", "onging"]]
    yield Book(
        "101-misspelt-states",
        "two states are misspelt; the nearest is offered and none is applied",
        [Sheet([*LINES, list(HEADINGS), *near])],
        [{"status": "blank"}, {"status": "blank"}],
        at("ALM201", "D6", "D7"),
        about=ABOUT,
        more={
            "nearest": {"Report!D6": "completed", "Report!D7": "ongoing"},
            "fates": {"Report!D6": "refused"},
        },
    )
    both = [[1, TITLES[0], "VN", "ongoing (70 %)"]]
    yield Book(
        "493-share-beside-the-state",
        "the column of the state says how much is done as well",
        [Sheet([*LINES, list(HEADINGS), *both])],
        [{"status": "ongoing", "percent": "7/10", "word": "ongoing (70 %)"}],
        at("ALM256", "D6"),
    )
    other = [[1, TITLES[0], "VN", "postponed"]]
    yield Book(
        "102-state-of-another-kind",
        "postponed is none of the three states of ASEAN reports and stays open",
        [Sheet([*LINES, list(HEADINGS), *other])],
        [{"status": "blank", "word": "postponed"}],
        at("ALM202", "D6"),
        about=ABOUT,
    )
    yield column(
        "103-closed-list",
        "the level is none of the three",
        "Level",
        [("galactic", {"level": None}), ("Regional", {"level": "regional"})],
        at("ALM217", "E6"),
    )
