"""Lay out Viet Nam's report to the 21st SLOM, in Vietnamese."""

from collections.abc import Mapping
from datetime import date
from unicodedata import normalize

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from layouts.items import Item
from layouts.spans import in_vietnamese, short_day
from layouts.styles import Styles, make_styles
from layouts.table import (
    Column,
    Entry,
    set_page,
    set_widths,
    write_guide,
    write_headings,
    write_row,
)

_SECTIONS = (
    ("I. Hoạt động do Việt Nam chủ trì", ("A002", "A003", "A004", "A005")),
    ("II. Hoạt động Việt Nam đồng chủ trì", ("A008", "A009")),
    ("III. Nghĩa vụ chung của các nước thành viên", ("A080",)),
    ("IV. Hoạt động trong nước", ("A016", "A017", "A018")),
)
_NUMBERS = {
    key: f"VN-{number:02}"
    for number, key in enumerate((k for _, keys in _SECTIONS for k in keys), start=1)
}
_EXCEL_DATES = {"A002", "A008", "A016"}  # the other days were typed as text
_PLACES = {"Ha Noi and online": "Hà Nội và trực tuyến", "Ha Noi": "Hà Nội"}
_COUNTRIES = {
    "VN": "Việt Nam",
    "PH": "Phi-líp-pin",
    "TH": "Thái Lan",
    "ID": "In-đô-nê-xi-a",
    "ALL": "Tất cả các nước thành viên ASEAN",
}
_STATUS = {
    "completed": "Hoàn thành",
    "ongoing": "Đang thực hiện",
    "planned": "Dự kiến",
}
_OUTCOMES = {
    "1": "1. Lực lượng lao động có tay nghề và thích ứng",
    "2": "2. Việc làm có hiệu suất",
    "3": "3. Nơi làm việc hài hòa, an toàn và tiến bộ",
    "4": "4. Mở rộng an sinh xã hội",
}
_KINDS = {
    "training": "tập huấn",
    "study": "nghiên cứu",
    "workshop": "hội thảo",
    "project": "dự án",
    "reporting": "báo cáo",
    "national preparation": "chuẩn bị trong nước",
    "review": "đánh giá",
}
_LEVELS = {"regional": "Khu vực", "national": "Quốc gia"}
_EXAMPLE = (
    "Ví dụ do dự án almwp lập từ các trang thông tin công khai; "
    "không phải báo cáo chính thức"
)
_GUIDE = (
    "HƯỚNG DẪN",
    "1. Biểu này do dự án almwp lập làm ví dụ từ các trang thông tin công khai; "
    "không phải báo cáo chính thức của bất kỳ cơ quan nào.",
    "2. Tình trạng là điều nguồn đã báo cáo vào ngày ghi ở cột Thời điểm báo cáo, "
    "không phải tình trạng hiện nay.",
    "3. Kết quả (1 đến 4) là suy luận theo nội dung: không trang công khai nào ghi "
    "kết quả của từng hoạt động.",
    "4. Ô để trống: nguồn không nêu.",
    "5. Mỗi dòng có ít nhất một trang công khai ở cột Nguồn.",
    "6. Ngày ở dòng Tính đến ngày là ngày của thông tin mới nhất trong biểu.",
)


def _decomposed(heading: str) -> str:
    """Return *heading* as a Mac stores it: letters and their marks apart."""
    return normalize("NFD", heading)


def _as_of(item: Item) -> Entry:
    if item.id in _EXCEL_DATES:
        return date.fromisoformat(item.status_as_of)
    return short_day(item.status_as_of)


_PLACEMENT = "Vị trí trong Kế hoạch công tác"
_STATE = _decomposed("Tình trạng")
_COLUMNS = (
    Column(heading="STT", width=7, entry=lambda i: _NUMBERS[i.id], centred=True),
    Column(heading="Tên hoạt động", width=32, entry=lambda i: i.title_with_plan),
    Column(heading=_decomposed("Tên tiếng Việt"), width=20, entry=lambda i: i.title_vi),
    Column(heading="Loại hình", width=11, entry=lambda i: _KINDS[i.kind]),
    Column(heading="Cấp", width=9, entry=lambda i: _LEVELS[i.level], centred=True),
    Column(
        heading="Nước chủ trì",
        width=15,
        entry=lambda i: ", ".join(_COUNTRIES[lead] for lead in i.leads),
    ),
    Column(heading="Kênh chuyên ngành", width=11, entry=lambda i: ", ".join(i.bodies)),
    Column(
        heading="Kết quả",
        width=18,
        entry=lambda i: _OUTCOMES[i.outcome] if i.outcome else "",
        group=_PLACEMENT,
    ),
    Column(
        heading=_decomposed("Lĩnh vực ưu tiên"),
        width=15,
        entry=lambda i: i.area,
        group=_PLACEMENT,
    ),
    Column(
        heading="Cơ sở xếp kết quả",
        width=10,
        entry=lambda i: "suy luận" if i.outcome else "",
        group=_PLACEMENT,
        centred=True,
    ),
    Column(
        heading=_decomposed("Thời gian"), width=14, entry=in_vietnamese, centred=True
    ),
    Column(
        heading="Địa điểm",
        width=11,
        entry=lambda i: _PLACES[i.place] if i.place else "",
    ),
    Column(heading="Đối tác", width=15, entry=lambda i: ", ".join(i.partners)),
    Column(
        heading=_STATE,
        width=12,
        entry=lambda i: _STATUS[i.status],
        group=_STATE,
        centred=True,
    ),
    Column(
        heading="Thời điểm báo cáo",
        width=12,
        entry=_as_of,
        group=_STATE,
        centred=True,
    ),
    Column(heading="Nguồn", width=36, entry=lambda i: i.sources),
    Column(heading="Ghi chú", width=25, entry=lambda i: i.note_vi),
)
_LAST = len(_COLUMNS) - 1
_STATUS_COLUMN = 13
_HEADING_ROW = 9


def write(book: Workbook, items: Mapping[str, Item]) -> None:
    """Write the paper's sheets into *book*."""
    styles = make_styles(book, font="Times New Roman", tint="#DDEBF7", day="dd/mm/yyyy")
    write_guide(book.add_worksheet("Hướng dẫn"), _GUIDE, styles)
    sheet = book.add_worksheet("Tình hình thực hiện")
    sheet.activate()
    _write_codes(book.add_worksheet("Danh mục"), styles)
    set_widths(sheet, _COLUMNS)
    _write_cover(sheet, styles)
    row = write_headings(sheet, _HEADING_ROW, _COLUMNS, styles)
    set_page(sheet, _HEADING_ROW, row - 1, _EXAMPLE)
    sheet.freeze_panes(row, 2)
    first = row
    for section, keys in _SECTIONS:
        if section.startswith("IV."):
            row += 1  # a line left blank between the regional part and the national one
        sheet.merge_range(row, 0, row, _LAST, section, styles.section)
        row += 1
        for key in keys:
            write_row(sheet, row, _COLUMNS, items[key], styles)
            row += 1
    sheet.data_validation(
        *(first, _STATUS_COLUMN, row - 1, _STATUS_COLUMN),
        {"validate": "list", "source": "='Danh mục'!$A$2:$A$4"},
    )


def _write_cover(sheet: Worksheet, styles: Styles) -> None:
    sheet.set_row(0, 40)
    title = (
        "BÁO CÁO TÌNH HÌNH THỰC HIỆN KẾ HOẠCH CÔNG TÁC CỦA BỘ TRƯỞNG LAO ĐỘNG ASEAN\n"
        "GIAI ĐOẠN 2021-2025"
    )
    sheet.merge_range(0, 0, 0, _LAST, title, styles.title)
    sheet.merge_range(1, 0, 1, _LAST, _EXAMPLE, styles.subtitle)
    sheet.write_string(3, 1, "Nước: Việt Nam", styles.value)
    sheet.write_string(4, 1, "Cơ quan báo cáo: Bộ Nội vụ", styles.value)
    sheet.write_string(5, 1, "Chương trình:", styles.label)
    sheet.write_string(
        *(5, 2, "Kế hoạch công tác của Bộ trưởng Lao động ASEAN giai đoạn 2021-2025"),
        styles.value,
    )
    sheet.write_string(6, 1, "Hội nghị: SLOM 21", styles.value)
    sheet.write_string(7, 1, "Tính đến ngày:", styles.label)
    sheet.write_string(7, 2, "17/10/2025", styles.value)


def _write_codes(sheet: Worksheet, styles: Styles) -> None:
    sheet.hide()
    sheet.set_column(0, 2, 44)
    lists = {
        "Tình trạng": ("Dự kiến", "Đang thực hiện", "Hoàn thành"),
        "Kết quả": tuple(_OUTCOMES.values()),
        "Cơ sở xếp kết quả": ("đã xác nhận", "theo báo cáo", "suy luận"),
    }
    for column, (heading, entries) in enumerate(lists.items()):
        sheet.write_string(0, column, heading, styles.heading)
        for row, entry in enumerate(entries, start=1):
            sheet.write_string(row, column, entry, styles.text)
