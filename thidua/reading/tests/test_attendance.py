"""Attendance: who came of how many, to what; votes, rates and plans are none."""

import pytest

from thidua.reading import attendance
from thidua.reading.tests.growth import grows_linearly
from thidua.reading.text import Text

HEAD = "BÁO CÁO\nKết quả công tác năm 2024\n\nI. KẾT QUẢ\n1. Tuyên truyền\n"

CAME = [
    (
        "Sở mở 01 hội nghị phổ biến (có 29/29 công chức và người lao động tham dự, đạt tỷ lệ 100%).",
        29,
        29,
        "hội nghị phổ biến",
    ),
    (
        "Ngày 12/4/2024, Sở mở hội nghị quán triệt (có 41/43 công chức dự, vắng 02 người).",
        41,
        43,
        "hội nghị quán triệt",
    ),
    ("Cuộc họp cơ quan định kỳ có 17/18 công chức dự họp.", 17, 18, "Cuộc họp cơ quan định kỳ"),
    ("Tại phiên họp ngày 15/01/2024 (có mặt 9/9 đồng chí), Ban Chấp hành quyết nghị.", 9, 9, "phiên họp"),
    ("Họp bình xét: có mặt 45 trong tổng số 47 viên chức của Khoa.", 45, 47, "Họp bình xét"),
    ("Đã mở lớp tập huấn với 158/165 người được triệu tập tham dự.", 158, 165, "lớp tập huấn"),
    ("Có 13/15 thành viên Hội đồng dự họp, bỏ phiếu kín.", 13, 15, "họp"),
    ("Tổ chức 01 hội nghị phổ biến, 62/65 cán bộ, công chức dự.", 62, 65, "hội nghị phổ biến"),
    (
        "Hội nghị viên chức (có 71/74 viên chức, người lao động tham dự) đã thông qua nghị quyết.",
        71,
        74,
        "Hội nghị viên chức",
    ),
    ("Dự họp có 11/12 thành viên của Hội đồng.", 11, 12, "họp"),
    ("412/430 viên chức dự buổi phát động ngày 05/10/2023.", 412, 430, "buổi phát động"),
    ("Lễ phát động có 1.250/1.300 đoàn viên tham gia.", 1250, 1300, "Lễ phát động"),
    ("Hội nghị sơ kết có 120 đại biểu tham dự.", 120, None, "Hội nghị sơ kết"),
    ("Tọa đàm có sự tham gia của 35 cán bộ.", 35, None, "Tọa đàm"),
]

NONE = [
    "Biên bản được 45/45 người dự họp nhất trí.",
    "100% công chức quyết tâm thực hiện tốt phong trào.",
    "Dự kiến đề nghị tặng Bằng khen cho 04 cá nhân trong tháng 7/2024.",
    "Có 13/15 phiếu đồng ý công nhận sáng kiến.",
    "Tết Quân - Dân 30/4 có nhiều đơn vị tham gia.",
    "Sở Du lịch có 29 công chức.",
    "Phân công 01 công chức tham dự.",
    "Nghị định số 98/2023/NĐ-CP có hiệu lực.",
    "Chọn 05/12 xã tham gia thí điểm mô hình.",
]


@pytest.mark.parametrize(("sentence", "present", "expected", "event"), CAME)
def test_a_count_with_its_base_is_attendance(
    sentence: str, present: int, expected: int | None, event: str
) -> None:
    (one,) = attendance.find(Text.of(HEAD + sentence))
    assert (one.present, one.expected) == (present, expected)
    assert one.event.startswith(event)


@pytest.mark.parametrize("sentence", NONE)
def test_votes_rates_and_plans_are_none(sentence: str) -> None:
    assert attendance.find(Text.of(HEAD + sentence)) == ()


def test_an_invitation_tells_of_nobody_who_came() -> None:
    raw = "KẾ HOẠCH\nTổ chức Hội nghị điển hình\n\nA. THỜI GIAN\nMột buổi tại hội trường; thành phần 120 đại biểu tham dự.\n"
    assert attendance.find(Text.of(raw)) == ()


def test_the_place_of_the_figure_is_kept() -> None:
    raw = HEAD + "Hội nghị có 29/31 công chức tham dự."
    (one,) = attendance.find(Text.of(raw))
    ((start, end),) = one.spans
    assert raw[start:end] == "29/31"


@pytest.mark.parametrize("piece", [" ", "1", "1/", "có ", "12/13 ", "dự ", "29/29 công chức ", "họp ", "("])
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    def read(count: int) -> object:
        text = Text.of("Hội nghị có mặt " + piece * count)
        return attendance.find(text)

    assert grows_linearly(read)
