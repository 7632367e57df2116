"""What a workbook of initiatives holds: one row an initiative, its authors with their shares in one cell."""

from datetime import date

from thidua.kit.sheets.layout import Column, Layout
from thidua.work.initiatives.models import Initiative, Scope

LAYOUT = Layout(
    "initiatives",
    "Sáng kiến",
    (
        Column(
            "title",
            "Tên sáng kiến",
            required=True,
            example="Số hóa hồ sơ di tích cấp tỉnh",
            longest=500,
            width=44,
            aliases=("Tên sáng kiến, đề tài, đề án", "Tên đề tài", "Tên"),
        ),
        Column(
            "name",
            "Tác giả",
            required=True,
            example="Lê Hoàng Nam (1986) 60%; Trần Thị Mai 40%",
            longest=600,
            width=44,
            hint="Mỗi tác giả cách nhau dấu chấm phẩy; sau tên ghi năm sinh trong ngoặc (nếu cần) và phần trăm đóng góp.",
        ),
        Column("unit", "Đơn vị của tác giả", example="Phòng Quản lý di sản", width=32, aliases=("Đơn vị",)),
        Column("others", "Tác giả ngoài danh bạ", longest=300),
        Column(
            "kind", "Loại", "choice", choices=dict(Initiative.Kind.choices), example="sang_kien", width=14
        ),
        Column("scope", "Phạm vi công nhận", "choice", True, dict(Scope.choices), example="co_so", width=14),
        Column("year", "Năm công nhận", "year", True, example=2024, width=10, aliases=("Năm",)),
        Column("number", "Số quyết định", example="45/QĐ-SVH", longest=60, width=16),
        Column(
            "decided_on", "Ngày công nhận", "date", example=date(2024, 12, 2), width=12, aliases=("Ngày ký",)
        ),
        Column("decided_by", "Nơi công nhận", example="Sở Văn hóa tỉnh Tân Giang", width=28),
        Column("authority", "Cấp công nhận", longest=200, hint="Ghi như in."),
        Column("certificate", "Số giấy chứng nhận", longest=60, width=14),
        Column("summary", "Nội dung, hiệu quả áp dụng", longest=1000, width=40),
        Column("printed", "Căn cứ khác", longest=300, hint="Khi không có số quyết định: ghi lấy từ đâu."),
    ),
    note="Mỗi dòng một sáng kiến với một lần công nhận.",
)
