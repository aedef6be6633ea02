"""Make the workbooks of the story: one country from 2021-2025 into 2026-2030.

Run it as ``python examples/make_story.py``; another folder may be named after it.
All that the workbooks say is invented, and they say so.  The same code gives the same
bytes.
"""

import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from attrs import frozen

try:
    from xlsxwriter import Workbook
except ModuleNotFoundError:
    sys.exit("XlsxWriter is missing; install it: pip install -r requirements-dev.txt")

from layouts.styles import make_styles

from almwp.workflow.writing import write_whole

_HERE = Path(__file__).resolve().parent
_SAVED = datetime(2026, 1, 1)  # a fixed moment, or every run would give other bytes
_INVENTED = "Ví dụ do dự án almwp tự đặt ra (invented example); không phải báo cáo thật"
_PROGRAMME = "ALM-WP-2021-2025"
_NEXT = "ALM-WP-2026-2030"  # its topics were reported; the text was not public


@frozen(kw_only=True)
class Paper:
    """A workbook with one table.

    Attributes:
        file: Its name.
        title: What stands above the table.
        cover: Lines of a label and a value below the title.
        headings: Headings of the table.
        rows: Its rows.
    """

    file: str
    title: str
    cover: tuple[tuple[str, str | date], ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]


_HEADINGS = (
    "STT",
    "Tên hoạt động",
    "Tên tiếng Việt",
    "Nước chủ trì",
    "Kết quả",
    "Thời gian",
    "Tình trạng",
    "Tiến độ (%)",
    "Ghi chú",
)
_INSPECTION = (
    "Training on inspection of remote work",
    "Tập huấn thanh tra lao động từ xa",
)
_GREEN = ("Study on skills for green jobs", "Nghiên cứu kỹ năng cho việc làm xanh")
_FORUM = ("Forum of vocational teachers", "Diễn đàn giáo viên dạy nghề")
_RECRUITMENT = (
    "Guidelines on fair recruitment across borders",
    "Hướng dẫn tuyển dụng công bằng qua biên giới",
)
_CAMPAIGN = (
    "Campaign on safety in small enterprises",
    "Chiến dịch an toàn lao động ở doanh nghiệp nhỏ",
)
_SURVEY = (
    "Survey on social insurance in informal work",
    "Khảo sát bảo hiểm xã hội khu vực phi chính thức",
)
_VN = "Việt Nam"

PAPERS = (
    Paper(
        file="1-labour-2023.xlsx",
        title="BÁO CÁO THỰC HIỆN KẾ HOẠCH CÔNG TÁC CỦA BỘ TRƯỞNG LAO ĐỘNG ASEAN",
        cover=(
            ("Quốc gia", _VN),
            ("Cơ quan báo cáo", "Bộ Lao động - Thương binh và Xã hội"),
            ("Chương trình", _PROGRAMME),
            ("Tính đến ngày", date(2023, 12, 31)),
        ),
        headings=_HEADINGS,
        rows=(
            ("VN-01", *_INSPECTION, _VN, "3", "2022-2023", "Hoàn thành", 100, ""),
            ("VN-02", *_GREEN, _VN, "1", "2023-2025", "Đang thực hiện", 40, ""),
            ("VN-03", *_FORUM, _VN, "1", "2022-2025", "Đang thực hiện", 50, ""),
            ("VN-04", *_RECRUITMENT, _VN, "4", "2024-2026", "Dự kiến", 0, ""),
            ("VN-05", *_CAMPAIGN, _VN, "3", "2024", "Dự kiến", 0, ""),
            ("VN-06", *_SURVEY, _VN, "4", "2024", "Dự kiến", 0, ""),
        ),
    ),
    Paper(
        file="2-home-affairs-2025.xlsx",
        title="BÁO CÁO THỰC HIỆN KẾ HOẠCH CÔNG TÁC CỦA BỘ TRƯỞNG LAO ĐỘNG ASEAN",
        cover=(
            ("Quốc gia", _VN),
            ("Cơ quan báo cáo", "Bộ Nội vụ"),
            ("Chương trình", _PROGRAMME),
            ("Tính đến ngày", date(2025, 10, 17)),
        ),
        headings=_HEADINGS,
        rows=(
            ("VN-01", *_INSPECTION, _VN, "3", "2022-2023", "Hoàn thành", 100, ""),
            ("VN-02", *_GREEN, _VN, "1", "2023-2025", "Hoàn thành", 100, ""),
            ("VN-04", *_RECRUITMENT, _VN, "4", "2024-2026", "Đang thực hiện", 30, ""),
            ("VN-05", *_CAMPAIGN, _VN, "3", "2024", "Dự kiến", 0, "chờ kinh phí"),
            ("VN-06", *_SURVEY, _VN, "4", "2024", "Rút", "", "đã rút khỏi kế hoạch"),
        ),
    ),
    Paper(
        file="3-education-2025.xlsx",
        title="BÁO CÁO HOẠT ĐỘNG GIÁO DỤC NGHỀ NGHIỆP TRONG KẾ HOẠCH CÔNG TÁC",
        cover=(
            ("Quốc gia", _VN),
            ("Cơ quan báo cáo", "Bộ Giáo dục và Đào tạo"),
            ("Chương trình", _PROGRAMME),
            ("Tính đến ngày", date(2025, 10, 17)),
        ),
        headings=_HEADINGS,
        rows=(
            ("VN-02", *_GREEN, _VN, "1", "2023-2026", "Đang thực hiện", 80, ""),
            ("VN-03", *_FORUM, _VN, "1", "2022-2025", "Đang thực hiện", 75, ""),
        ),
    ),
    Paper(
        file="4-programme-2026-2030.xlsx",
        title="INVENTED PROGRAMME 2026-2030 (example, adopted by nobody)",
        cover=(),
        headings=("Outcome", "Priority area", "Body"),
        rows=(
            ("1 Skills for a changing world of work", "1.1 Green skills", "SLOM-WG"),
            ("1 Skills for a changing world of work", "1.2 Vocational teachers", "ATC"),
            ("2 Safe and fair work", "2.1 Safety in small enterprises", "ASEAN-OSHNET"),
            ("2 Safe and fair work", "2.2 Fair recruitment", "ACMW"),
        ),
    ),
    Paper(
        file="5-proposals-2026.xlsx",
        title="ĐỀ XUẤT HOẠT ĐỘNG GIAI ĐOẠN 2026-2030",
        cover=(
            ("Quốc gia", _VN),
            ("Cơ quan báo cáo", "Bộ Nội vụ"),
            ("Chương trình", _NEXT),
        ),
        headings=(
            "STT",
            "Tên đề xuất",
            "Tên tiếng Việt",
            "Nước chủ trì",
            "Lĩnh vực ưu tiên",
            "Tiếp nối",
            "Thời gian",
        ),
        rows=(
            (
                "P-1",
                "Safety campaign for small enterprises, second attempt",
                "Chiến dịch an toàn ở doanh nghiệp nhỏ, lần hai",
                _VN,
                "An toàn, vệ sinh lao động",
                "VN-05",
                "2026-2027",
            ),
            (
                "P-2",
                "Skill standards for green jobs",
                "Tiêu chuẩn kỹ năng cho việc làm xanh",
                _VN,
                "Việc làm xanh",
                "",
                "2026-2028",
            ),
            (
                "P-3",
                "Registers of labour contracts in digital form",
                "Sổ đăng ký hợp đồng lao động dạng số",
                _VN,
                "Chuyển đổi số",
                "",
                "2027-2028",
            ),
        ),
    ),
)
"""What the story begins with, in its order."""


def make_story(folder: Path) -> None:
    """Write the workbooks into *folder*."""
    for paper in PAPERS:
        made = BytesIO()
        with Workbook(made, {"in_memory": True}) as book:
            book.set_properties(
                {"author": "almwp project", "comments": _INVENTED, "created": _SAVED}
            )
            _write(book, paper)
        write_whole(folder / paper.file, made.getvalue())
        print(f"wrote {paper.file}")


def _write(book: Workbook, paper: Paper) -> None:
    styles = make_styles(book, font="Times New Roman", tint="#DDEBF7", day="dd/mm/yyyy")
    sheet = book.add_worksheet("Báo cáo" if paper.cover else "Matrix")
    last = len(paper.headings) - 1
    sheet.merge_range(0, 0, 0, last, paper.title, styles.title)
    sheet.merge_range(1, 0, 1, last, _INVENTED, styles.subtitle)
    sheet.set_column(0, last, 16)
    sheet.set_column(1, 2, 42)
    row = 3
    for label, value in paper.cover:
        sheet.write_string(row, 0, label, styles.label)
        if isinstance(value, date):
            sheet.write_datetime(row, 1, value, styles.day_value)
        else:
            sheet.write_string(row, 1, value, styles.value)
        row += 1
    row += 1
    for column, heading in enumerate(paper.headings):
        sheet.write_string(row, column, heading, styles.heading)
    for entries in paper.rows:
        row += 1
        for column, entry in enumerate(entries):
            if isinstance(entry, str) and not entry:
                sheet.write_blank(row, column, None, styles.text)
            else:
                sheet.write(row, column, entry, styles.text)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


if __name__ == "__main__":
    make_story(Path(sys.argv[1]) if sys.argv[1:] else _HERE / "story")
