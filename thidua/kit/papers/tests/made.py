"""Papers of an invented office, used by all tests."""

from datetime import UTC, date, datetime

from thidua.kit.papers.blocks import (
    Annex,
    Basis,
    Column,
    Gap,
    Heading,
    Item,
    Letterhead,
    Paper,
    Paragraph,
    Signature,
    Span,
    Table,
)

AT = datetime(2026, 6, 12, 2, 30, tzinfo=UTC)
HOSTILE = '=SUM(A1) #read("/etc/passwd") *đậm* $x$ <b>&amp; {{ 7*7 }} {% raw %} \\ @preview `mã` _ngả_ ~ //'

REPORT = Paper(
    letterhead=Letterhead(
        "Sở Văn hóa", parent="UBND tỉnh Tân Giang", symbol="BC-SVH", place="Tân Giang", month=6, year=2026
    ),
    kind="Báo cáo",
    abstract="Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2026\nvà phương hướng, nhiệm vụ 6 tháng cuối năm 2026",
    blocks=(
        Basis("Căn cứ Kế hoạch số 12/KH-SVH ngày 08/01/2026 của Sở Văn hóa."),
        Paragraph("Sở Văn hóa báo cáo kết quả như sau:"),
        Heading(1, "Kết quả thực hiện", "I"),
        Heading(2, "Công tác chỉ đạo, ban hành văn bản", "1"),
        Heading(3, "Theo thẩm quyền", "1.1"),
        Paragraph(
            ("Sở đã ban hành ", Span("07", ref="van-ban"), " văn bản, ", Span("đúng hạn", bold=True), ".")
        ),
        Item("Kế hoạch số 26/KH-SVH ngày 24/3/2026 thực hiện phong trào “Xã hội học tập”;"),
        Item("Nguyễn Thị Ỡ, Đặng Quốc Sơn, Ỷ Lan, Trần Khuyến Khích: những tấm gương tiêu biểu.", mark="+"),
        Heading(4, "Góp ý dự thảo", "a)"),
        Gap("Chưa có số liệu: kết quả thực hiện tiêu chí của phong trào", key="thieu-1"),
        Heading(2, "Khen thưởng", "2"),
        Table(
            (
                Column("STT", 0.4, "center"),
                Column("Danh hiệu", 3),
                Column("Cá nhân", align="right"),
                Column("Tập thể", align="right"),
            ),
            (
                ("1", "Lao động tiên tiến", Span("29", ref="ldtt"), "5"),
                ("2", HOSTILE, "04", "0"),
                ("", "Cộng", "33", "5"),
            ),
            title="Kết quả khen thưởng năm 2025",
            total=True,
        ),
        Paragraph("Trên đây là báo cáo của Sở Văn hóa."),
    ),
    recipients=("Sở Nội vụ", "Ban Giám đốc Sở;", "Lưu: VT, VP."),
    signature=Signature("Phó Giám đốc", "Nguyễn Văn An", mode="KT.", of="Giám đốc"),
    annexes=(
        Annex(
            "Số liệu và bản ghi làm căn cứ",
            (Table((Column("Mục"), Column("Bản ghi", 4)), [("1.1", "12/KH-SVH; 26/KH-SVH")] * 60),),
            number="I",
            reference="Kèm theo Báo cáo của Sở Văn hóa",
        ),
        Annex("Danh sách", (Paragraph("Trần Ngọc Lan."),), number="II", landscape=True),
    ),
)

LETTER = Paper(
    letterhead=Letterhead(
        "Sở Văn hóa",
        parent="UBND tỉnh Tân Giang",
        number="9",
        symbol="SVH-VP",
        place="Tân Giang",
        day=date(2026, 2, 8),
    ),
    abstract="báo cáo kết quả thực hiện nhiệm vụ được giao",
    to=("Sở Nội vụ;", "Văn phòng UBND tỉnh."),
    blocks=(Paragraph("Thực hiện Thông báo số 45/TB-SNV, Sở Văn hóa báo cáo như sau."),),
    recipients=("Như trên", "Lưu: VT"),
    signature=Signature("Chủ tịch", "Võ Thu Hà", behalf="Ủy ban nhân dân"),
)
