"""Movements: how documents name them, and quoted strings and talk that name none."""

from datetime import date

import pytest

from thidua.reading import movements
from thidua.reading.facts import Citation, Movement
from thidua.reading.tests.growth import grows_linearly
from thidua.reading.text import Text

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HÀ VÂN\nSố: 15/{kind}-{symbol}\n\n{type}\nKết quả công tác năm 2024\n\nI. KẾT QUẢ\n1. Phong trào\n"


def read(sentence: str, *citations: str) -> tuple[Movement, ...]:
    text = Text.of(HEAD.format(kind="BC", symbol="SXD", type="BÁO CÁO") + sentence)
    return movements.find(text, tuple(cited(text, number) for number in citations))


def cited(text: Text, number: str, issuer: str | None = None) -> Citation:
    """A citation made by hand: where the number stands, with "Kế hoạch số" before it."""
    at = text.raw.index(number)
    start = text.raw.rindex("Kế hoạch", 0, at)
    return Citation(
        "Kế hoạch", number, date(2024, 3, 1), issuer, None, 2024, number, ((start, at + len(number)),)
    )


NAMES = [
    (
        "Hưởng ứng phong trào thi đua “Cả nước chung tay vì người nghèo” giai đoạn 2021 - 2025.",
        "Cả nước chung tay vì người nghèo",
    ),
    ('Trường phát động phong trào thi đua "Dạy tốt - Học tốt" năm học 2024-2025.', "Dạy tốt - Học tốt"),
    ("Phong trào thi đua «Giữ rừng» được duy trì.", "Giữ rừng"),
    ("Phong trào thi đua “Dân vận khéo”: xây dựng được 12 mô hình.", "Dân vận khéo"),
    ("Phong trào thi đua chuyển đổi số được triển khai rộng khắp.", "chuyển đổi số"),
    ("Phát động phong trào thi đua cải cách hành chính năm 2024.", "cải cách hành chính"),
    (
        "Phong trào thi đua lao động sản xuất năm 2024 trong toàn Công ty với chủ đề “An toàn”.",
        "lao động sản xuất",
    ),
    (
        "Phát động phong trào thi đua thực hiện nhiệm vụ kinh tế - xã hội tỉnh Hà Vân năm 2024.",
        "thực hiện nhiệm vụ kinh tế - xã hội tỉnh Hà Vân",
    ),
    ("Phát động thi đua chuyên đề “60 ngày đêm giải quyết hồ sơ”.", "60 ngày đêm giải quyết hồ sơ"),
    (
        "Phát động thi đua chuyên đề thực hiện nhiệm vụ phát triển cảng biển giai đoạn 2021 - 2025.",
        "thực hiện nhiệm vụ phát triển cảng biển",
    ),
    (
        "Phát động thi đua đặc biệt “Lập thành tích chào mừng Đại hội” năm 2025.",
        "Lập thành tích chào mừng Đại hội",
    ),
    (
        "Phát động Đợt thi đua đặc biệt lập thành tích chào mừng ngày truyền thống ngành năm 2025.",
        "lập thành tích chào mừng ngày truyền thống ngành",
    ),
    (
        "Đợt thi đua cao điểm 60 ngày đêm giải ngân vốn đầu tư công năm 2024.",
        "60 ngày đêm giải ngân vốn đầu tư công",
    ),
    ("Tổ chức phong trào thi đua nước rút “Về đích sớm” quý IV/2024.", "Về đích sớm"),
    ("Công đoàn phát động thi đua “Giỏi việc nước, đảm việc nhà”.", "Giỏi việc nước, đảm việc nhà"),
    ("Hưởng ứng thi đua cải cách hành chính năm 2024 với chủ đề “Chính quyền số”.", "cải cách hành chính"),
    ("- Đợt 1: Thi đua “Hoa điểm mười” chào mừng ngày 20/11.", "Hoa điểm mười"),
    (
        "Văn bản đăng ký thi đua “Doanh nghiệp hội nhập” giai đoạn 2022 - 2025; “Kết cấu hạ tầng đồng bộ” giai đoạn 2021 - 2025.",
        "Doanh nghiệp hội nhập|Kết cấu hạ tầng đồng bộ",
    ),
    (
        "Các phong trào do Trung ương phát động gồm: “Chung sức làng quê”; “Học suốt đời”; phong trào thi đua “Văn hóa công sở”.",
        "Chung sức làng quê|Học suốt đời|Văn hóa công sở",
    ),
    (
        "Nổi bật là phong trào “Bình dân học vụ số” và phong trào “Sạch từ nhà ra ngõ”.",
        "Bình dân học vụ số|Sạch từ nhà ra ngõ",
    ),
    ("Duy trì phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2023.", "toàn dân bảo vệ an ninh Tổ quốc"),
    (
        "Phong trào toàn dân tham gia phòng cháy, chữa cháy, cứu nạn cứu hộ năm 2024.",
        "toàn dân tham gia phòng cháy, chữa cháy, cứu nạn cứu hộ",
    ),
    (
        "Phong trào thi đua thực hiện công tác nội chính và phòng, chống tham nhũng năm 2024.",
        "thực hiện công tác nội chính và phòng, chống tham nhũng",
    ),
    ("Hưởng ứng phong trào thi đua chuyển đổi số, Sở đã lập tổ công tác.", "chuyển đổi số"),
    (
        "Phong trào thi đua học tập và làm theo tư tưởng Hồ Chí Minh.",
        "học tập và làm theo tư tưởng Hồ Chí Minh",
    ),
    ("Phong trào thi đua xây dựng nông thôn mới gắn với du lịch đạt kết quả.", "xây dựng nông thôn mới"),
    ("Thực hiện phong trào thi đua với chủ đề “Đoàn kết, sáng tạo” năm 2025.", "Đoàn kết, sáng tạo"),
    (
        "Trường phát động 02 đợt thi đua: đợt 1 với chủ đề “Thầy mẫu mực”; đợt 2 với tên gọi “Trò chăm ngoan”.",
        "Thầy mẫu mực|Trò chăm ngoan",
    ),
    ("Phong trào thi đua “Cải cách hành chính giai đoạn 2021-2025” được duy trì.", "Cải cách hành chính"),
    (
        "Phát động phong trào thi đua đặc biệt lập thành tích kỷ niệm 50 năm Ngày mở cửa khẩu (01/5/1974 - 01/5/2024) và 20 năm Ngày lập cảng.",
        "lập thành tích kỷ niệm 50 năm Ngày mở cửa khẩu và 20 năm Ngày lập cảng",
    ),
    (
        "Phong trào thi đua thực hiện tốt Nghị quyết số 12-NQ/ĐU ngày 03/01/2023 của Đảng bộ.",
        "thực hiện tốt Nghị quyết số 12-NQ/ĐU",
    ),
    ("Tham gia phong trào hiến máu tình nguyện, ủng hộ Quỹ “Vì người nghèo”.", "hiến máu tình nguyện"),
]

NONE = [
    "Với phương châm “Kỷ cương - Gương mẫu - Chuyên nghiệp”, đơn vị đã vượt khó.",
    "Mở chuyên mục “Thi đua là yêu nước” trên Đài Phát thanh.",
    "Chuyên trang “Người tốt quanh ta” mỗi tháng một kỳ.",
    "Tặng Kỷ niệm chương “Vì sự nghiệp Thi đua, Khen thưởng”.",
    "Tổ chức Cuộc thi “Tìm hiểu pháp luật” và Hội thi “Tiếng hát làng quê”.",
    "Tiếp tục cuộc vận động “Học tập và làm theo tư tưởng Hồ Chí Minh” gắn với phong trào thi đua yêu nước.",
    "Gắn các phong trào thi đua với việc “Học tập và làm theo tư tưởng Hồ Chí Minh”.",
    "Đẩy mạnh các phong trào thi đua yêu nước, tạo khí thế sôi nổi.",
    "Các phong trào thi đua do Thủ tướng Chính phủ phát động được triển khai đầy đủ.",
    "Phong trào thi đua của đơn vị ngày càng đi vào chiều sâu.",
    "Đăng ký danh hiệu thi đua với Sở Nội vụ.",
    "Đăng ký thi đua “Tập thể lao động xuất sắc”, “Chiến sĩ thi đua cơ sở” năm 2025.",
    "Thi đua thường xuyên được thực hiện theo kế hoạch.",
    "Phong trào thi đua và công tác khen thưởng được quan tâm.",
    "Hưởng ứng lời kêu gọi thi đua ái quốc của Chủ tịch Hồ Chí Minh.",
    "Ban hành kế hoạch hoặc văn bản phát động thi đua thực hiện nhiệm vụ chính trị hoặc nhiệm vụ khác.",
    "Sôi nổi phong trào văn nghệ, thể dục thể thao.",
    "Phong trào thi đua phòng A, phòng B và phòng C.",
]


@pytest.mark.parametrize(("sentence", "names"), NAMES)
def test_a_movement_is_read_by_its_core_name(sentence: str, names: str) -> None:
    assert [one.name for one in read(sentence)] == names.split("|")


@pytest.mark.parametrize("sentence", NONE)
def test_slogans_columns_medals_and_general_talk_are_no_movements(sentence: str) -> None:
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("tail", "period"),
    [
        (" giai đoạn 2021 - 2025.", "2021-2025"),
        (" năm 2024.", "2024"),
        (" năm học 2023 – 2024.", "2023-2024"),
        (" tỉnh Hà Vân năm 2024.", "2024"),
        (" giai đoạn 2024-2026 trên địa bàn tỉnh.", "2024-2026"),
        (".", None),
    ],
)
def test_the_period_printed_beside_the_name_is_read(tail: str, period: str | None) -> None:
    (one,) = read("Phong trào thi đua “Sạch làng tốt ruộng”" + tail)
    assert one.period == period


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Phát động thi đua chuyên đề “Biển xanh”.", "chuyên đề"),
        ("Phát động phong trào thi đua đặc biệt “Biển xanh”.", "đặc biệt"),
        ("Phát động phong trào thi đua thường xuyên “Biển xanh”.", "thường xuyên"),
        ("Thi đua ngắn hạn “Biển xanh”.", "ngắn hạn"),
        ("Phát động đợt thi đua “Biển xanh”.", "đợt"),
        ("Phát động phong trào thi đua “Biển xanh”.", None),
    ],
)
def test_the_form_is_read_as_printed(sentence: str, form: str | None) -> None:
    assert read(sentence)[0].form == form


def test_the_plan_beside_the_name_tells_launcher_and_part() -> None:
    sentence = (
        "Triển khai các Kế hoạch do Ủy ban nhân dân tỉnh phát động: Kế hoạch số 121/KH-UBND ngày 14/7/2022 phát động phong trào thi đua "
        "“Xóa nhà tạm” năm 2024; Kế hoạch số 19/KH-SXD ngày 22/3/2024 phát động phong trào thi đua “Công trình xanh” năm 2024."
    )
    above, own = read(sentence, "121/KH-UBND", "19/KH-SXD")
    assert (above.plan, above.launcher, above.level, above.role) == (
        "121/KH-UBND",
        "Ủy ban nhân dân tỉnh",
        "tinh",
        "mentioned",
    )
    assert (own.plan, own.role) == ("19/KH-SXD", "launched")


def test_who_launched_is_read_behind_the_name() -> None:
    (one,) = read("Hưởng ứng phong trào thi đua “Bình dân học vụ số” do Thủ tướng Chính phủ phát động.")
    assert (one.launcher, one.level, one.role) == ("Thủ tướng Chính phủ", "trung_uong", "answered")


def test_a_plan_that_answers_one_movement_launches_its_own() -> None:
    raw = (
        "KẾ HOẠCH\nPhát động phong trào thi đua “Hà Vân xanh” năm 2025\n\n"
        "Hưởng ứng phong trào thi đua “Cả nước xanh” do Thủ tướng Chính phủ phát động, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n"
    )
    launched, answered = movements.find(Text.of(raw), ())
    assert (launched.name, launched.role, launched.responds_to) == ("Hà Vân xanh", "launched", "Cả nước xanh")
    assert (answered.name, answered.role) == ("Cả nước xanh", "answered")


def test_a_movement_named_twice_is_one_with_all_its_places() -> None:
    (one,) = read(
        "Phong trào thi đua “Sạch Làng” được duy trì. Phong trào thi đua “Sạch làng” giai đoạn 2021 - 2025 đã tổng kết."
    )
    assert (one.period, len(one.spans)) == ("2021-2025", 2)


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "“",
        "“a",
        "”",
        "thi đua ",
        "phong trào thi đua ",
        "phong trào “A”; ",
        "1",
        ", ",
        "đợt ",
        "do A phát động ",
        "(01/01/2024",
    ],
)
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    def read(count: int) -> object:
        text = Text.of("Phát động phong trào thi đua " + piece * count)
        return movements.find(text, ())

    assert grows_linearly(read)
