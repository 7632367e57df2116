"""What a workbook of awards holds. Its labels are those of the export, so that an export can be loaded elsewhere."""

from datetime import date

from thidua.kit.sheets.layout import Column, Layout
from thidua.records.awards.models import Award
from thidua.records.orgs.sheets import who_columns
from thidua.vn.codes import AWARD_CATEGORIES, RECIPIENT_KINDS

_NAME, _YEAR, _NUMBER = who_columns("Người nhận", required=False)
LAYOUT = Layout(
    "awards",
    "Khen thưởng",
    (
        _NAME,
        Column("of_whom", "Đối tượng", "choice", choices=RECIPIENT_KINDS, example="ca_nhan", width=14),
        _YEAR,
        _NUMBER,
        Column(
            "unit",
            "Đơn vị",
            example="Phòng Quản lý di sản",
            width=32,
            aliases=("Thuộc cơ quan", "Phòng ban", "Cơ quan"),
            hint="Đơn vị của cá nhân, hoặc cơ quan có số lượng chưa có tên.",
        ),
        Column("address", "Địa chỉ hộ", longest=200, hint="Chỉ dùng cho hộ gia đình."),
        Column(
            "count",
            "Số lượng",
            "number",
            least=1,
            width=10,
            hint="Khi chưa có tên từng người: để trống người nhận, ghi số lượng.",
        ),
        Column(
            "kind",
            "Tên danh hiệu, hình thức",
            required=True,
            example="Chiến sĩ thi đua cơ sở",
            longest=200,
            width=32,
            aliases=("Danh hiệu, hình thức", "Danh hiệu", "Hình thức khen thưởng", "Mã"),
            hint="Tên hoặc mã như trong danh mục (CSTDCS, LDTT, GK …).",
        ),
        Column(
            "sort",
            "Danh hiệu / hình thức",
            "choice",
            choices=dict(Award.Sort.choices),
            hint="Chỉ cần khi tên không có trong danh mục (của tổ chức Đảng, đoàn thể).",
        ),
        Column("period", "Kỳ thành tích", "period", True, example="2024", aliases=("Năm thành tích", "Năm")),
        Column("category", "Loại khen", "choice", choices=AWARD_CATEGORIES, example="cong_trang"),
        Column("occasion", "Thành tích, dịp khen", longest=300, width=28, aliases=("Thành tích",)),
        Column("number", "Số quyết định", example="15/QĐ-SVH", longest=60, width=16, aliases=("Quyết định",)),
        Column(
            "issued_on", "Ngày ký", "date", example=date(2025, 1, 10), width=12, aliases=("Ngày quyết định",)
        ),
        Column(
            "decided_by", "Nơi khen", example="Sở Văn hóa tỉnh Tân Giang", width=28, aliases=("Cơ quan khen",)
        ),
        Column(
            "authority",
            "Cấp quyết định",
            longest=200,
            aliases=("Người ký",),
            hint="Ghi như in, ví dụ Giám đốc Sở.",
        ),
        Column("certificate", "Số bằng", longest=60, width=12),
        Column(
            "printed",
            "Căn cứ khác",
            longest=300,
            hint="Khi không có số quyết định: ghi lấy từ đâu.",
            aliases=("Nguồn",),
        ),
    ),
    note="Mỗi dòng một khen thưởng. Cần số quyết định, hoặc cột “Căn cứ khác” nói lấy từ đâu.",
    examples=(
        {
            "of_whom": "ca_nhan",
            "unit": "Sở Văn hóa tỉnh Tân Giang",
            "count": 29,
            "kind": "Lao động tiên tiến",
            "period": "2023",
            "printed": "Báo cáo tổng kết năm 2023",
        },
    ),
)
