"""What workbooks of ratings and of discipline hold."""

from datetime import date

from thidua.kit.sheets.layout import Column, Layout
from thidua.records.orgs.sheets import who_columns
from thidua.records.staff.models import Discipline
from thidua.vn.codes import TASK_LEVELS

_UNIT = Column(
    "unit",
    "Đơn vị",
    example="Phòng Quản lý di sản",
    width=32,
    aliases=("Phòng ban", "Cơ quan", "Đơn vị công tác"),
)
_NUMBER = Column(
    "number", "Số văn bản", example="12/QĐ-SVH", longest=60, width=16, aliases=("Số quyết định",)
)
_ISSUED = Column("issued_on", "Ngày ký", "date", example=date(2025, 1, 6), width=12)
_PRINTED = Column(
    "printed",
    "Căn cứ khác",
    longest=300,
    width=28,
    hint="Khi không có số văn bản: ghi lấy từ đâu.",
    aliases=("Nguồn",),
)
_OF_WHOM = {"ca_nhan": "Cá nhân", "tap_the": "Tập thể"}
_NAME, *_TELLING = who_columns("Người, tập thể")

RATINGS = Layout(
    "ratings",
    "Đánh giá xếp loại",
    (
        _NAME,
        Column("of_whom", "Đối tượng", "choice", choices=_OF_WHOM, example="ca_nhan", width=12),
        *_TELLING,
        _UNIT,
        Column("period", "Kỳ xếp loại", "period", True, example="2024", aliases=("Năm", "Năm xếp loại")),
        Column(
            "level",
            "Mức xếp loại",
            "choice",
            True,
            TASK_LEVELS,
            example="HTXSNV",
            width=26,
            aliases=("Xếp loại",),
        ),
        _NUMBER,
        _ISSUED,
        _PRINTED,
    ),
    note="Mỗi dòng một người hoặc một tập thể với mức xếp loại của một năm hoặc năm học.",
)
DISCIPLINE = Layout(
    "discipline",
    "Kỷ luật",
    (
        *who_columns(),
        _UNIT,
        Column(
            "form", "Hình thức kỷ luật", "choice", True, dict(Discipline.Form.choices), example="khien_trach"
        ),
        Column("decided_on", "Ngày quyết định", "date", True, example=date(2024, 3, 4), width=14),
        Column("until", "Hết hiệu lực từ ngày", "date", width=14, hint="Để trống nếu còn hiệu lực."),
        _NUMBER,
        _PRINTED,
    ),
    note="Chỉ người có quyền ghi kỷ luật thấy loại này và các tệp đã nạp.",
)
