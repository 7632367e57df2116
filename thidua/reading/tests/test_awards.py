"""Award figures: phrases in the shapes of reports, plans, tờ trình and decisions, and what each must yield."""

import pytest

from thidua.reading import awards
from thidua.reading.tests.growth import grows_linearly
from thidua.reading.text import Text

# What is read: "29 LDTT ca_nhan" is granted; "?" before it is proposed, "~" a quota; "-" where there is no code or kind.
Cases = list[tuple[str, str]]


def figures(raw: str) -> list[str]:
    signs = {"granted": "", "proposed": "?", "quota": "~"}
    return [
        f"{signs[one.state]}{one.count} {one.award_code or '-'} {one.recipient_kind or '-'}"
        for one in awards.find(Text.of(raw))
    ]


COUNT_FIRST: Cases = [
    ("Giám đốc Sở công nhận 29 Lao động tiên tiến.", "29 LDTT ca_nhan"),
    (
        "Toàn ngành có 1.267 Lao động tiên tiến và 143 Chiến sĩ thi đua cơ sở.",
        "1267 LDTT ca_nhan|143 CSTDCS ca_nhan",
    ),
    ("Năm qua đơn vị có 12 (mười hai) Chiến sĩ thi đua cơ sở.", "12 CSTDCS ca_nhan"),
    (
        "Kết quả: 03 danh hiệu Tập thể lao động xuất sắc, 05 danh hiệu “Tập thể lao động tiên tiến”.",
        "3 TTLDXS tap_the|5 TTLDTT tap_the",
    ),
    (
        "Hiệu trưởng đã công nhận 45 LĐTT, 07 CSTĐCS, 02 TTLĐTT.",
        "45 LDTT ca_nhan|7 CSTDCS ca_nhan|2 TTLDTT tap_the",
    ),
    ("Đã trao 240 Giấy khen cho cá nhân và 61 Giấy khen cho tập thể.", "240 GK ca_nhan|61 GK tap_the"),
    ("UBND tỉnh tặng 03 Bằng khen cho 01 tập thể, 02 cá nhân.", "1 BKBT tap_the|2 BKBT ca_nhan"),
    ("Giám đốc Sở tặng 50 Giấy khen (12 tập thể, 38 cá nhân).", "12 GK tap_the|38 GK ca_nhan"),
    ("Giám đốc Sở tặng 50 Giấy khen, trong đó có 12 tập thể và 38 cá nhân.", "12 GK tap_the|38 GK ca_nhan"),
    (
        "Chủ tịch nước tặng 01 Huân chương Lao động hạng Nhất, 02 Huân chương Lao động hạng Ba.",
        "1 HCLD1 -|2 HCLD3 -",
    ),
    ("Ngành Y tế có 02 Thầy thuốc nhân dân, 09 Thầy thuốc ưu tú.", "2 DHND ca_nhan|9 DHUT ca_nhan"),
    (
        "Phường công nhận 2.315 Gia đình văn hóa và 14 khu phố văn hóa.",
        "2315 GDVH ho_gia_dinh|14 TVH tap_the",
    ),
    (
        "Cả năm có 05 Chiến sĩ thi đua cấp tỉnh, 01 Chiến sĩ thi đua toàn quốc.",
        "5 CSTDBT ca_nhan|1 CSTDTQ ca_nhan",
    ),
    (
        "Trung đoàn có 120 Chiến sĩ tiên tiến, 06 Đơn vị quyết thắng và 11 Đơn vị tiên tiến.",
        "120 CSTT ca_nhan|6 DVQT tap_the|11 DVTT tap_the",
    ),
    ("Tập thể: 05 Bằng khen, 12 Giấy khen.", "5 BKBT tap_the|12 GK tap_the"),
    (
        "Cá nhân: 17 Bằng khen của Thủ tướng Chính phủ; 02 Huân chương Độc lập hạng Nhì.",
        "17 BKTTG ca_nhan|2 HCDL2 ca_nhan",
    ),
    ("Nhận 4 Cờ thi đua của Chính phủ và 9 Cờ thi đua của UBND tỉnh.", "4 COCP tap_the|9 COBT tap_the"),
    ("Có 12 BK của UBND tỉnh, 36 GK của Giám đốc Sở.", "12 BKBT -|36 GK -"),
    ("Huyện có 19 Bằng khen cá nhân và 6 Bằng khen tập thể.", "19 BKBT ca_nhan|6 BKBT tap_the"),
    ("Nhận 05 Bằng khen của Thủ tướng Chính phủ cho các tập thể, cá nhân.", "5 BKTTG -"),
    ("Cấp tỉnh: 05 Bằng khen; cấp xã: 30 Giấy khen.", "5 BKBT -|30 GK -"),
    (
        "Số LĐTT: 45; CSTĐCS: 7 (trong đó 2 CSTĐ cấp tỉnh).",
        "45 LDTT ca_nhan|7 CSTDCS ca_nhan|2 CSTDBT ca_nhan",
    ),
]

COUNT_BEHIND: Cases = [
    (
        "tặng Giấy khen 12 cá nhân, 03 tập thể, 05 Chiến sĩ thi đua cơ sở;",
        "12 GK ca_nhan|3 GK tap_the|5 CSTDCS ca_nhan",
    ),
    (
        "Bộ trưởng Bộ Y tế tặng Bằng khen cho 01 tập thể, 01 cá nhân có thành tích.",
        "1 BKBT tap_the|1 BKBT ca_nhan",
    ),
    ("Tặng Kỷ niệm chương “Vì sự nghiệp Bảo tồn” cho 07 cá nhân đã nhiều năm gắn bó.", "7 KNC ca_nhan"),
    ("Tặng Kỷ niệm chương vì sự nghiệp thủy lợi, đê điều cho 11 người.", "11 KNC ca_nhan"),
    (
        "Danh hiệu Lao động tiên tiến 1.082 cá nhân; Chiến sĩ thi đua cơ sở 77 cá nhân.",
        "1082 LDTT ca_nhan|77 CSTDCS ca_nhan",
    ),
    ("Danh hiệu “Lao động tiên tiến”: 34 cá nhân;", "34 LDTT ca_nhan"),
    ("Lao động tiên tiến: 34; Chiến sĩ thi đua cơ sở: 05.", "34 LDTT ca_nhan|5 CSTDCS ca_nhan"),
    ("Giấy khen: tập thể 03, cá nhân 12.", "3 GK tap_the|12 GK ca_nhan"),
    ("Giấy khen (08 cá nhân).", "8 GK ca_nhan"),
    (
        "Bằng khen của Chủ tịch UBND tỉnh cho 22 tập thể và 35 cá nhân, 03 hộ gia đình.",
        "22 BKBT tap_the|35 BKBT ca_nhan|3 BKBT ho_gia_dinh",
    ),
    ("Thủ tướng Chính phủ tặng Bằng khen cho 02 cá nhân.", "2 BKTTG ca_nhan"),
    (
        "Tặng Giấy khen của Giám đốc Trung tâm cho 02 tập thể và 09 cá nhân hoàn thành xuất sắc nhiệm vụ.",
        "2 GK tap_the|9 GK ca_nhan",
    ),
    ("Tặng Giấy khen cho 57 cá nhân (trong đó có 30 nữ).", "57 GK ca_nhan"),
    (
        "Tặng Giấy khen cho: 12 tập thể; 57 cá nhân; 20 hộ gia đình.",
        "12 GK tap_the|57 GK ca_nhan|20 GK ho_gia_dinh",
    ),
    ("Tặng Giấy khen cho hai tập thể và mười lăm cá nhân.", "2 GK tap_the|15 GK ca_nhan"),
    ("Tặng Cờ thi đua của Tập đoàn cho 03 đơn vị dẫn đầu.", "3 - tap_the"),
    ("Quân khu 9 tặng Bằng khen cho 04 tập thể.", "4 BKQK tap_the"),
    (
        "Tặng thưởng Huân chương Lao động hạng Ba cho 01 tập thể (Trường Tiểu học Ba Trại 1).",
        "1 HCLD3 tap_the",
    ),
    ("Truy tặng Huân chương Dũng cảm cho 02 cá nhân.", "2 HCDC ca_nhan"),
    (
        "Chủ tịch UBND huyện tặng Giấy khen cho 12 lượt tập thể, 40 lượt cá nhân.",
        "12 GK tap_the|40 GK ca_nhan",
    ),
    ("Tặng Giấy khen cho 2 9 cá nhân.", "29 GK ca_nhan"),
    ("Giấy khen tập thể: 05; Giấy khen cá nhân: 12.", "5 GK tap_the|12 GK ca_nhan"),
    ("Tặng Giấy khen cho tập thể (05), cá nhân (12).", "5 GK tap_the|12 GK ca_nhan"),
    (
        "Khen thưởng 96 tập thể, cá nhân (Giấy khen của Giám đốc Sở: 14 tập thể, 82 cá nhân).",
        "14 GK tap_the|82 GK ca_nhan",
    ),
    ("Tặng Giấy khen đối với 11 tập thể và 32 cá nhân có thành tích.", "11 GK tap_the|32 GK ca_nhan"),
    ("Huân chương Lao động (hạng Ba) cho 01 tập thể.", "1 HCLD3 tap_the"),
    ("Danh hiệu Lao động tiên tiến: 67/68 người, đạt 98,5%.", "67 LDTT ca_nhan"),
    (
        "Công nhận “Chiến sĩ thi đua cơ sở” cho 15 đồng chí, “Lao động tiên tiến” cho 120 đồng chí.",
        "15 CSTDCS ca_nhan|120 LDTT ca_nhan",
    ),
    (
        "Giám đốc Công an tỉnh khen thưởng 03 tập thể, 07 cá nhân bằng hình thức Giấy khen.",
        "3 GK tap_the|7 GK ca_nhan",
    ),
]

RECIPIENTS_FIRST: Cases = [
    ("Có 15.230 hộ đạt danh hiệu Gia đình văn hóa.", "15230 GDVH ho_gia_dinh"),
    ("02 cá nhân được Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen.", "2 BKBT ca_nhan"),
    (
        "Trường có 66 giáo viên, nhân viên đạt danh hiệu Lao động tiên tiến, 09 Chiến sĩ thi đua cơ sở.",
        "66 LDTT ca_nhan|9 CSTDCS ca_nhan",
    ),
    (
        "12 tập thể và 57 cá nhân được tặng Giấy khen; 01 tập thể được nhận Cờ thi đua của Chính phủ.",
        "12 GK tap_the|57 GK ca_nhan|1 COCP tap_the",
    ),
    (
        "Tặng Giấy khen cho 12 cá nhân, 05 cá nhân được tặng Bằng khen của Bộ trưởng.",
        "12 GK ca_nhan|5 BKBT ca_nhan",
    ),
    ("Chọn 05 tổ sản xuất tặng Giấy khen.", "5 GK tap_the"),
    ("02 đ/c được tặng Bằng khen của Chủ tịch UBND tỉnh.", "2 BKBT ca_nhan"),
    ("Có 2/5 tập thể đạt Tập thể lao động tiên tiến; có 15 cá nhân đạt “Lao động giỏi”.", "2 TTLDTT tap_the"),
    ("Có 08 đơn vị được UBND tỉnh tặng Cờ đơn vị dẫn đầu phong trào thi đua.", "8 COBT tap_the"),
]

ONE_NAMED: Cases = [
    (
        "- Bằng khen của Ủy ban nhân dân tỉnh cho tập thể Sở Xây dựng đạt thành tích trong công tác phối hợp.",
        "1 BKBT tap_the",
    ),
    ("Tặng Giấy khen cho Phòng Tài chính - Kế hoạch có thành tích xuất sắc.", "1 GK tap_the"),
    ("Tặng Giấy khen cho ông Nguyễn Văn Tám, chuyên viên Phòng Nội vụ.", "1 GK ca_nhan"),
    ("Tặng Bằng khen cho bà Lê Thị Sáu và ông Trần Văn Bảy.", "2 BKBT ca_nhan"),
    ("Tập thể Phòng Nghiệp vụ được Bộ trưởng Bộ Nội vụ tặng Bằng khen.", "1 BKBT tap_the"),
    ("Năm 2023, Sở Xây dựng được Chính phủ tặng Cờ thi đua.", "1 COCP tap_the"),
]

ASKED_OR_ALLOWED: Cases = [
    ("Đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 04 cá nhân.", "?4 BKBT ca_nhan"),
    (
        "Huyện đã trình 09 hồ sơ đề nghị tặng Bằng khen của Thủ tướng Chính phủ cho 03 tập thể, 06 cá nhân.",
        "?3 BKTTG tap_the|?6 BKTTG ca_nhan",
    ),
    ("Xin ý kiến 14 hồ sơ đề nghị tặng thưởng Huân chương Lao động.", "?14 - -"),
    (
        "Đã đề nghị nhưng chưa có kết quả: Bằng khen của Chủ tịch UBND thành phố 06 cá nhân.",
        "?6 BKBT ca_nhan",
    ),
    ("Bằng khen của Bộ cho 02 tập thể, đang chờ thẩm định.", "?2 BKBT tap_the"),
    ("Theo đề nghị của Sở, Chủ tịch UBND tỉnh đã tặng Bằng khen cho 03 cá nhân.", "3 BKBT ca_nhan"),
    (
        "Sở đề nghị tặng Bằng khen cho 05 cá nhân; Giám đốc Sở tặng Giấy khen cho 07 cá nhân.",
        "?5 BKBT ca_nhan|7 GK ca_nhan",
    ),
    ("Dự kiến tặng Giấy khen cho không quá 20 tập thể, 30 cá nhân.", "~20 GK tap_the|~30 GK ca_nhan"),
    (
        "Phấn đấu năm sau có 70 Lao động tiên tiến, 11 Chiến sĩ thi đua cơ sở.",
        "~70 LDTT ca_nhan|~11 CSTDCS ca_nhan",
    ),
    ("Chỉ tiêu: 05 Bằng khen của UBND tỉnh cho cá nhân.", "~5 BKBT ca_nhan"),
    (
        "Mỗi khối được đề nghị tặng không quá 01 Cờ thi đua của Chính phủ, 02 Cờ thi đua của Ủy ban nhân dân tỉnh.",
        "~1 COCP tap_the|~2 COBT tap_the",
    ),
    ("Sở dự kiến đề nghị tặng Huân chương Lao động hạng Nhì cho 01 tập thể.", "?1 HCLD2 tap_the"),
]

NONE = [
    "Danh hiệu Lao động tiên tiến xét cho không quá 80% lao động của đơn vị.",
    "Có 45/47 người bỏ phiếu đồng ý công nhận danh hiệu.",
    "Tặng Bằng khen cho tập thể, cá nhân có thành tích xuất sắc trong 02 năm liên tục.",
    "Hướng dẫn xét tặng Kỷ niệm chương “Vì sự nghiệp Thi đua, Khen thưởng” theo quy định.",
    "Phân công 01 Phó Giám đốc Sở và 01 chuyên viên phụ trách công tác thi đua, khen thưởng.",
    "Các cơ quan có thi đua sôi nổi, 100% cán bộ đăng ký.",
    "Giấy khen số 12 ngày 03/4/2024 được cấp lại.",
    "Tăng 12% số Bằng khen so với năm 2022.",
    "Tặng Bằng khen cho các tập thể, cá nhân có tên trong danh sách kèm theo.",
    "Ban Văn hóa - Xã hội có 12 cá nhân.",
    "Tổ chức 03 lớp tập huấn cho 158 cán bộ làm công tác thi đua, khen thưởng.",
    "Điều 24 quy định danh hiệu Lao động tiên tiến.",
    "Trường có 15 giáo viên đạt giáo viên dạy giỏi cấp tỉnh.",
    "Có 45/47 người bỏ phiếu đồng ý công nhận danh hiệu Lao động tiên tiến.",
]


@pytest.mark.parametrize(
    ("raw", "expected"), [*COUNT_FIRST, *COUNT_BEHIND, *RECIPIENTS_FIRST, *ONE_NAMED, *ASKED_OR_ALLOWED]
)
def test_a_phrase_yields_its_figures(raw: str, expected: str) -> None:
    assert figures(raw) == expected.split("|")


@pytest.mark.parametrize("raw", NONE)
def test_what_is_no_award_figure_yields_none(raw: str) -> None:
    assert figures(raw) == []


def test_a_list_takes_award_and_asker_from_the_line_above() -> None:
    raw = (
        "TỜ TRÌNH\nVề việc đề nghị khen thưởng năm 2025\n\nKính gửi: Ủy ban nhân dân tỉnh.\n\n"
        "Ủy ban nhân dân xã đã công nhận 25 Lao động tiên tiến. Kính đề nghị Chủ tịch Ủy ban nhân dân tỉnh xem xét:\n\n"
        "1. Tặng Bằng khen cho 02 tập thể.\n\n2. Công nhận Chiến sĩ thi đua cấp tỉnh cho 01 cá nhân.\n"
    )
    found = awards.find(Text.of(raw))
    assert [(one.count, one.award_code, one.state) for one in found] == [
        (25, "LDTT", "granted"),
        (2, "BKBT", "proposed"),
        (1, "CSTDBT", "proposed"),
    ]
    assert found[1].authority == "Chủ tịch Ủy ban nhân dân tỉnh"


def test_bullets_of_recipients_take_the_award_of_their_intro() -> None:
    raw = "BÁO CÁO\nKết quả năm 2024\n\n1. Giấy khen của Giám đốc Sở:\n- 03 tập thể;\n- 12 cá nhân.\n2. Việc khác\n- Mở lớp cho 40 cá nhân.\n"
    assert figures(raw) == ["3 GK tap_the", "12 GK ca_nhan"]


TABLES = [
    "STT | Danh hiệu, hình thức | Số lượng\n1 | Lao động tiên tiến | 118\n2 | Giấy khen của Hiệu trưởng (cá nhân) | 42\n",
    "STT   Danh hiệu, hình thức   Số lượng\n1   Lao động tiên tiến   118\n2   Giấy khen của Hiệu trưởng (cá nhân)   42\n",
    "STT\nDanh hiệu, hình thức\nSố lượng\n1\nLao động tiên tiến\n118\n2\nGiấy khen của Hiệu trưởng (cá nhân)\n42\n",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_read_however_it_was_flattened(table: str) -> None:
    raw = (
        "BÁO CÁO\nKết quả năm 2024\n\nI. KẾT QUẢ\n1. Khen thưởng\n"
        + table
        + "Ngoài ra, có 02 cá nhân được tặng Bằng khen.\n"
    )
    assert figures(raw) == ["118 LDTT ca_nhan", "42 GK ca_nhan", "2 BKBT ca_nhan"]


def test_a_table_with_columns_for_recipients_gives_a_figure_a_column() -> None:
    raw = "BÁO CÁO\nKết quả năm 2024\n\nI. KẾT QUẢ\nTT | Hình thức | Tập thể | Cá nhân\n1 | Bằng khen | 3 | 12\n2 | Giấy khen | 05 | 1.040\n"
    assert figures(raw) == ["3 BKBT tap_the", "12 BKBT ca_nhan", "5 GK tap_the", "1040 GK ca_nhan"]


def test_a_decision_grants_and_its_head_is_the_authority() -> None:
    raw = (
        "QUYẾT ĐỊNH\nVề việc tặng Giấy khen\n\nGIÁM ĐỐC SỞ XÂY DỰNG\n\nCăn cứ Luật Thi đua, khen thưởng năm 2022;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Tặng Giấy khen cho 03 tập thể và 12 cá nhân (có danh sách kèm theo).\n\nĐiều 2. Giám đốc Sở Xây dựng chịu trách nhiệm.\n"
    )
    found = awards.find(Text.of(raw))
    assert [(one.count, one.recipient_kind, one.state, one.authority) for one in found] == [
        (3, "tap_the", "granted", "Giám đốc Sở Xây dựng"),
        (12, "ca_nhan", "granted", "Giám đốc Sở Xây dựng"),
    ]


def test_a_plan_sets_quotas_but_tells_of_the_year_before() -> None:
    raw = "KẾ HOẠCH\nCông tác thi đua năm 2025\n\nI. CHỈ TIÊU\n- Có 30 Lao động tiên tiến.\n- Năm 2024, Trung tâm có 28 Lao động tiên tiến.\n"
    assert figures(raw) == ["~30 LDTT ca_nhan", "28 LDTT ca_nhan"]


def test_authority_context_and_place_are_told() -> None:
    raw = "Năm 2023, Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch tặng Bằng khen cho 01 tập thể trong phong trào xây dựng thư viện xanh."
    (one,) = awards.find(Text.of(raw))
    assert one.authority == "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"
    assert one.context == "phong trào xây dựng thư viện xanh"
    ((start, end),) = one.spans
    assert raw[start:end] == "Bằng khen cho 01 tập thể"


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "1 ",
        "“",
        "Giấy khen ",
        "cho ",
        "12 cá nhân, ",
        "(",
        "1.000.",
        "Bằng khen cho ",
        "tập thể Sở ",
        "năm 2024 ",
        "đề nghị ",
    ],
)
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    def read(count: int) -> object:
        text = Text.of("Tặng Giấy khen " + piece * count)
        return awards.find(text)

    assert grows_linearly(read)
