"""By when: phrases of time, the day where one is fixed, and phrases that are no deadline."""

import pytest

from thidua.reading import deadlines
from thidua.reading.tests.growth import grows_linearly
from thidua.reading.text import Text


def found(phrase: str) -> tuple[str, str | None] | None:
    text = Text.of(phrase)
    deadline = deadlines.find(text, 0, len(text.flat))
    if deadline is None:
        return None
    return deadline.printed, deadline.day.isoformat() if deadline.day else None


FIXED = [
    ("Gửi báo cáo trước ngày 10/02/2024.", "trước ngày 10/02/2024", "2024-02-10"),
    ("Gửi báo cáo trước ngày 10/02/2024 .", "trước ngày 10/02/2024", "2024-02-10"),
    ("Nộp chậm nhất ngày 15 tháng 6 năm 2026.", "chậm nhất ngày 15 tháng 6 năm 2026", "2026-06-15"),
    ("Hoàn thành trước ngày 31/01/2026;", "Hoàn thành trước ngày 31/01/2026", "2026-01-31"),
    ("Xong trước ngày 05-7-2025.", "Xong trước ngày 05-7-2025", "2025-07-05"),
    ("Ban hành trước 29/02/2024.", "trước 29/02/2024", "2024-02-29"),
    ("Gửi về Sở trước 17 giờ 00 ngày 25/10/2024.", "trước 17 giờ 00 ngày 25/10/2024", "2024-10-25"),
    ("Gửi trước 16 giờ ngày 10/12/2024.", "trước 16 giờ ngày 10/12/2024", "2024-12-10"),
    ("Gửi trước 17h ngày 10/4/2025.", "trước 17h ngày 10/4/2025", "2025-04-10"),
    (
        "Dự tập huấn vào lúc 08 giờ 00 phút, ngày 14/11/2024.",
        "vào lúc 08 giờ 00 phút, ngày 14/11/2024",
        "2024-11-14",
    ),
    ("Báo cáo trong ngày 12/3/2024.", "trong ngày 12/3/2024", "2024-03-12"),
    ("Duy trì đến hết ngày 31/12/2024.", "đến hết ngày 31/12/2024", "2024-12-31"),
    ("Chậm nhất là ngày 01/9/2025 phải xong.", "Chậm nhất là ngày 01/9/2025", "2025-09-01"),
    ("Tổ chức từ ngày 01/3/2024 đến ngày 15/3/2024.", "từ ngày 01/3/2024 đến ngày 15/3/2024", "2024-03-15"),
    (
        "Từ ngày 01 tháng 3 đến hết ngày 15 tháng 3 năm 2024.",
        "Từ ngày 01 tháng 3 đến hết ngày 15 tháng 3 năm 2024",
        "2024-03-15",
    ),
    ("Trước thứ Sáu, ngày 14/3/2025.", "Trước thứ Sáu, ngày 14/3/2025", "2025-03-14"),
    ("Hạn cuối: 12/5/2025.", "Hạn cuối: 12/5/2025", "2025-05-12"),
    ("Trước ngày 30/9/ 2024.", "Trước ngày 30/9/2024", "2024-09-30"),
]

OPEN = [
    ("Tổ chức trong quý III năm 2024.", "trong quý III năm 2024"),
    ("Hoàn thành trong quý II/2025.", "Hoàn thành trong quý II/2025"),
    ("Báo cáo vào cuối tháng 8/2024.", "vào cuối tháng 8/2024"),
    ("Sơ kết trong tháng 7/2024.", "trong tháng 7/2024"),
    ("Tham mưu trong tháng 5 năm 2025.", "trong tháng 5 năm 2025"),
    ("Tổng kết vào quý IV năm 2025.", "vào quý IV năm 2025"),
    ("Họp xét trong tuần đầu tháng 11/2024.", "trong tuần đầu tháng 11/2024"),
    ("Hoàn thành trong tuần này.", "hoàn thành trong tuần này"),
    ("Chậm nhất trong tháng 3/2025.", "chậm nhất trong tháng 3/2025"),
    ("Hoàn thành trong năm 2024.", "Hoàn thành trong năm 2024"),
    ("Báo cáo trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng"),
    ("Báo cáo trước ngày 05 tháng cuối quý.", "trước ngày 05 tháng cuối quý"),
    ("Báo cáo trước ngày 15/6.", "trước ngày 15/6"),
    ("Báo cáo trước ngày 15/6 hằng năm.", "trước ngày 15/6 hằng năm"),
    ("Gửi đúng thời gian quy định.", "đúng thời gian quy định"),
    ("Trình đúng thời hạn.", "đúng thời hạn"),
    ("Gửi theo thời gian quy định.", "theo thời gian quy định"),
    ("Bảo đảm đúng tiến độ đề ra.", "bảo đảm đúng tiến độ đề ra"),
    (
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ.",
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ",
    ),
    ("Trả lời không quá 10 ngày làm việc.", "không quá 10 ngày làm việc"),
    ("Xong trước khi tổ chức hội nghị tổng kết.", "trước khi tổ chức hội nghị tổng kết"),
    ("Kết thúc mỗi đợt thi đua, đơn vị bình xét.", "kết thúc mỗi đợt thi đua"),
    ("Khánh thành dịp 30/4.", "dịp 30/4"),
    ("Báo cáo định kỳ 6 tháng, năm.", "định kỳ 6 tháng, năm"),
    ("Cuối năm tổng hợp kết quả.", "cuối năm"),
    ("Tổng hợp hằng quý.", "hằng quý"),
    ("Gửi trước ngày 31 tháng 02 năm 2024.", "trước ngày 31 tháng 02 năm 2024"),
]

NONE = [
    "Theo Kế hoạch số 12/KH-UBND ngày 12/3/2024 của tỉnh.",
    "Chuẩn bị buổi lễ trao thưởng ngày 20/12/2024.",
    "Khen thưởng các cá nhân trong năm 2024.",
    "Thực hiện theo đúng quy định của pháp luật.",
    "Công tác thi đua năm 2024.",
    "Chương trình không quá 12 phút.",
    "Đúng quy trình, thủ tục.",
]


@pytest.mark.parametrize(("phrase", "printed", "day"), FIXED)
def test_a_day_that_the_text_fixes_is_read(phrase: str, printed: str, day: str) -> None:
    told = found(phrase)
    assert told is not None
    assert (told[0].lower(), told[1]) == (printed.lower(), day)


@pytest.mark.parametrize(("phrase", "printed"), OPEN)
def test_a_time_without_a_day_stays_as_printed(phrase: str, printed: str) -> None:
    told = found(phrase)
    assert told is not None
    assert (told[0].lower(), told[1]) == (printed.lower(), None)


@pytest.mark.parametrize("phrase", NONE)
def test_other_dates_are_no_deadline(phrase: str) -> None:
    assert found(phrase) is None


def test_a_day_goes_before_a_habit() -> None:
    assert found("Định kỳ tổng hợp, lần đầu trước ngày 05/4/2025.") == ("trước ngày 05/4/2025", "2025-04-05")


@pytest.mark.parametrize(
    "piece",
    [" ", "1", "trước ", "trước ngày ", "ngày 1/", "trong vòng 5 ngày ", "từ ngày 1 ", "quý ", "khi a ", "("],
)
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    def read(count: int) -> object:
        text = Text.of("Nộp báo cáo " + piece * count)
        return deadlines.find(text, 0, len(text.flat))

    assert grows_linearly(read, count=2_000)
