"""A report of an invented office, worked out by hand: every kind of block once."""

from dataclasses import replace
from datetime import UTC, date, datetime

from thidua.outlook.reports.built import Block, Built, Figure, Item, Piece, Ref, Section

AT = datetime(2026, 6, 12, 2, 40, tzinfo=UTC)

PLAN = Ref("register.Document:12", "Kế hoạch số 30/KH-SVH ngày 22/3/2026", "/van-ban/12/", "đọc từ báo cáo")
RULES = Ref("register.Document:15", "Quyết định số 23/QĐ-SVH ngày 02/4/2026", "/van-ban/15/")
MEETING = Ref("meetings.Meeting:3", "Họp cơ quan ngày 06/3/2026", "/hoi-hop/3/", "bảng điểm danh, 29 dòng")
NONE_HELD = Ref(
    "register.Statement:4", "Không phát sinh đơn thư", "/van-ban/xac-nhan/4/", "Vũ Minh Trực, ngày 09/6/2026"
)


def line(ref: Ref, more: str = "") -> Item:
    return Item(ref.key, (Piece(ref.label, ref.key), Piece(more)), (ref,))


ISSUED = Block(
    key="issued",
    kind="list",
    state="full",
    lead=(Piece("Trong kỳ, Sở đã ban hành "), Piece("02", "issued.count"), Piece(" văn bản:")),
    items=(
        line(PLAN, " phát động phong trào thi đua phát triển kinh tế - xã hội"),
        line(RULES, " ban hành Quy chế thi đua, khen thưởng"),
    ),
    figures=(
        Figure(
            "issued.count",
            "02",
            "Văn bản ban hành trong kỳ",
            "Đếm văn bản đi có ngày ban hành trong kỳ.",
            (PLAN, RULES),
            (2,),
        ),
    ),
    words="Văn bản đi của Sở, ngày ban hành từ 01/01/2026 đến 30/6/2026.",
)
TOLD = Block(
    key="told",
    kind="figure",
    state="full",
    lead=(
        Piece("Sở tổ chức "),
        Piece("01", "told.count"),
        Piece(" cuộc triển khai, có "),
        Piece("29/29", "told.turnout"),
        Piece(" người dự, đạt tỷ lệ "),
        Piece("100%", "told.rate"),
        Piece("."),
    ),
    figures=(
        Figure("told.count", "01", "Cuộc họp triển khai", "Mỗi cuộc họp đếm một lần.", (MEETING,), (1,)),
        Figure(
            "told.turnout",
            "29/29",
            "Người dự trên người phải dự",
            "Số dòng có mặt trên tổng số dòng của bảng điểm danh.",
            (MEETING,),
            (29, 29),
        ),
        Figure("told.rate", "100%", "Tỷ lệ dự họp", "Người dự chia cho người phải dự.", (MEETING,), (29, 29)),
    ),
)
REPORT = Built(
    outline="so-6-thang",
    title="Báo cáo sơ kết 6 tháng đầu năm 2026",
    abstract="Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2026",
    agency="Sở Văn hóa tỉnh Tân Giang",
    parent="Ủy ban nhân dân tỉnh Tân Giang",
    symbol="BC-SVH",
    place="Tân Giang",
    period="2026H1",
    since=date(2026, 1, 1),
    until=date(2026, 7, 1),
    at=AT,
    opening=(
        Block(
            key="request",
            kind="list",
            state="full",
            lead=(
                Piece("Thực hiện "),
                Piece("Công văn số 271/SNV-TĐKT ngày 28/5/2026", "register.Document:7"),
                Piece(" của Sở Nội vụ, Sở Văn hóa báo cáo như sau:"),
            ),
            items=(),
        ),
    ),
    sections=(
        Section("I", "I", 1, "Kết quả thực hiện", ()),
        Section("I.1", "1", 2, "Công tác chỉ đạo", ()),
        Section("I.1.1", "1.1", 3, "Ban hành văn bản", (ISSUED,)),
        Section("I.1.2", "1.2", 3, "Triển khai văn bản của cấp trên", (TOLD,)),
        Section(
            "I.2",
            "2",
            2,
            "Kiểm tra, khiếu nại, tố cáo",
            (
                Block(
                    key="inspection",
                    kind="list",
                    state="gap",
                    missing="chưa có kế hoạch kiểm tra trong kỳ",
                    supplier="Thanh tra Sở",
                ),
                Block(
                    key="complaints",
                    kind="list",
                    state="nil",
                    lead=(Piece("Trong kỳ không phát sinh đơn thư khiếu nại, tố cáo."),),
                    nil=NONE_HELD,
                ),
                Block(
                    key="awards",
                    kind="figure",
                    state="gap",
                    missing="kết quả khen thưởng",
                    module="Khen thưởng",
                ),
            ),
        ),
        Section("II", "II", 1, "Đánh giá chung", ()),
        Section(
            "II.1",
            "1",
            2,
            "Ưu điểm",
            (
                Block(
                    key="strengths",
                    kind="narrative",
                    state="written",
                    text="Phong trào có chuyển biến.\n- Nề nếp hơn;\n- Kịp thời.",
                ),
            ),
        ),
        Section("II.2", "2", 2, "Hạn chế", (Block(key="weaknesses", kind="narrative", state="open"),)),
        Section(
            "III",
            "III",
            1,
            "Nhiệm vụ trọng tâm",
            (
                Block(key="plans", kind="list", state="skipped"),
                Block(key="others", kind="list", state="empty"),
            ),
        ),
    ),
    closing="Trên đây là báo cáo của Sở Văn hóa.",
    recipients=("Sở Nội vụ", "Lưu: VT"),
)


def with_block(block: Block, built: Built = REPORT) -> Built:
    """The report with another block of the same key."""
    sections = tuple(
        replace(section, blocks=tuple(block if each.key == block.key else each for each in section.blocks))
        for section in built.sections
    )
    return replace(built, sections=sections)
