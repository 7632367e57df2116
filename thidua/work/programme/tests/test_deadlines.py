"""The grammar of deadlines: what offices print, the day it comes to, and what stays open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import holidays
from thidua.vn.dates import cited_date, long_date
from thidua.work.programme.deadlines import Context, propose
from thidua.work.programme.kinds import DueState

MARCH = Context(issued_on=date(2024, 3, 4), received_on=date(2024, 3, 6))  # a Monday, a Wednesday
AUTUMN = Context(issued_on=date(2024, 11, 21))
JANUARY = Context(issued_on=date(2024, 1, 22))
NOTHING = Context()

PRINTED = [
    ("chậm nhất ngày 15/11/2024", NOTHING, "15/11/2024"),
    ("chậm nhất là ngày 06/5/2024", NOTHING, "06/5/2024"),
    ("hoàn thành chậm nhất 15 tháng 10 năm 2024", NOTHING, "15/10/2024"),
    ("trong ngày 05/6/2025", NOTHING, "05/6/2025"),
    ("thời hạn: 15/11/2024", NOTHING, "15/11/2024"),
    ("08/5/2025", NOTHING, "08/5/2025"),
    ("trước 17 giờ ngày 10/3/2025", NOTHING, "10/3/2025"),
    ("trước 17h00 ngày 25/10/2024", NOTHING, "25/10/2024"),
    ("trước 16 giờ 30, thứ Sáu, ngày 12/4/2024", NOTHING, "12/4/2024"),
    ("từ ngày 20/10/2025 đến ngày 30/10/2025", NOTHING, "30/10/2025"),
    ("từ 01/8 đến hết ngày 30/8/2024", NOTHING, "30/8/2024"),
    ("đến hết ngày 28 tháng 6 năm 2024", NOTHING, "28/6/2024"),
    ("thứ Bảy, ngày 04/5/2024", NOTHING, "04/5/2024"),  # worked in exchange for 29/4
]
PROPOSED = [
    # strictly before; Tết, swapped days and weekends
    ("trước ngày 10/02/2024", NOTHING, "07/02/2024"),
    ("trước ngày 15/02/2024", NOTHING, "07/02/2024"),
    ("Trước ngày 15/11/2024", NOTHING, "14/11/2024"),
    ("hoàn thành trước ngày 15/8/2024", NOTHING, "14/8/2024"),
    ("xong trước ngày 30 tháng 6 năm 2024", NOTHING, "28/6/2024"),
    ("trước 01/5/2024", NOTHING, "26/4/2024"),
    ("trước ngày 03/5/2025", NOTHING, "29/4/2025"),
    ("trước ngày 04/9/2024", NOTHING, "30/8/2024"),
    ("trước ngày 05/6 và 05/12/2025", Context(date(2025, 2, 3)), "04/6/2025"),
    ("trước ngày 05/6 và 05/12/2025", Context(date(2025, 7, 1)), "04/12/2025"),
    # the day itself is off
    ("chậm nhất ngày 30/6/2024", NOTHING, "28/6/2024"),
    ("chậm nhất ngày 10/02/2024", NOTHING, "07/02/2024"),
    ("30/4/2025", NOTHING, "29/4/2025"),
    # no year, coming again
    ("trước ngày 15 tháng 11", MARCH, "14/11/2024"),
    ("trước ngày 15/01", AUTUMN, "14/01/2025"),
    ("chậm nhất ngày 20/11 hằng năm", MARCH, "20/11/2024"),
    ("chậm nhất 15 hằng tháng", MARCH, "15/3/2024"),
    ("trước ngày 25 hàng tháng", AUTUMN, "22/11/2024"),
    ("chậm nhất ngày 05 tháng sau", MARCH, "05/4/2024"),
    ("trước ngày 05 tháng cuối quý", AUTUMN, "04/12/2024"),
    ("khánh thành dịp 30/4", MARCH, "26/4/2024"),
    # months, quarters, halves, years
    ("trong quý III năm 2024", NOTHING, "30/9/2024"),
    ("trong quý III/2024", NOTHING, "30/9/2024"),
    ("xong trong quý III", MARCH, "30/9/2024"),
    ("vào quý IV năm 2025", NOTHING, "31/12/2025"),
    ("trong quý I năm 2024", NOTHING, "29/3/2024"),
    ("cuối tháng 8/2024", NOTHING, "30/8/2024"),
    ("vào cuối tháng 6 năm 2025", NOTHING, "30/6/2025"),
    ("trong tháng 9/2024", NOTHING, "30/9/2024"),
    ("trong tháng 9", MARCH, "30/9/2024"),
    ("trong tháng 02", AUTUMN, "28/02/2025"),
    ("ngay trong tháng 01/2025", NOTHING, "24/01/2025"),  # from the 27th on it was Tết
    ("dự kiến tháng 5/2025", NOTHING, "30/5/2025"),
    ("giữa tháng 7/2024", NOTHING, "15/7/2024"),
    ("đầu tháng 9/2024", NOTHING, "04/9/2024"),
    ("trước tháng 9/2024", NOTHING, "30/8/2024"),
    ("từ tháng 3/2024 đến hết tháng 5/2024", NOTHING, "31/5/2024"),
    ("trong 6 tháng đầu năm 2024", NOTHING, "28/6/2024"),
    ("6 tháng cuối năm", MARCH, "31/12/2024"),
    ("hoàn thành trong năm 2024", NOTHING, "31/12/2024"),
    ("cuối năm 2025", NOTHING, "31/12/2025"),
    ("cuối năm", MARCH, "31/12/2024"),
    ("trong tuần đầu tháng 11/2024", NOTHING, "07/11/2024"),
    ("tuần thứ hai của tháng 12/2024", NOTHING, "13/12/2024"),
    # counted from the document's day
    ("hoàn thành trong tuần này", MARCH, "08/3/2024"),
    ("trong tuần sau", MARCH, "15/3/2024"),
    ("vào cuối tháng sau", MARCH, "26/4/2024"),
    ("trong quý sau", MARCH, "28/6/2024"),
    ("trong năm nay", MARCH, "31/12/2024"),
    ("trước 16h thứ Sáu", MARCH, "08/3/2024"),
    ("trước Tết Nguyên đán 2025", NOTHING, "24/01/2025"),
    ("trước Tết Nguyên đán", JANUARY, "07/02/2024"),
    ("trước Tết", AUTUMN, "24/01/2025"),
    # so many days
    ("trong vòng 05 ngày làm việc kể từ ngày ký", MARCH, "11/3/2024"),
    ("trong thời hạn 10 (mười) ngày làm việc, kể từ ngày ban hành Kế hoạch này", JANUARY, "05/02/2024"),
    ("trong thời hạn 15 (mười lăm) ngày làm việc kể từ ngày ký", JANUARY, "19/02/2024"),
    ("chậm nhất 10 ngày kể từ ngày nhận được công văn này", MARCH, "15/3/2024"),
    ("trong 15 ngày kể từ ngày 20/5/2024", NOTHING, "04/6/2024"),
    ("không quá 02 tuần kể từ ngày ban hành", MARCH, "18/3/2024"),
    ("trong vòng 03 tháng từ ngày ký", MARCH, "04/6/2024"),
]  # fmt: skip
OPEN = [
    ("", MARCH),
    ("kịp thời", MARCH),
    ("khẩn trương", MARCH),
    ("đúng thời gian quy định", MARCH),
    ("quý I đúng thời gian quy định", MARCH),
    ("theo đúng tiến độ của Chương trình công tác quý I đã đề ra", MARCH),
    ("đảm bảo đúng tiến độ", MARCH),
    ("theo quy định", MARCH),
    ("hằng quý", MARCH),
    ("định kỳ 6 tháng, năm", MARCH),
    ("thường xuyên", MARCH),
    ("khi kết thúc mỗi đợt thi đua", MARCH),
    ("trước khai giảng", MARCH),
    ("sau khi có hướng dẫn của cấp trên", MARCH),
    ("tại phiên họp gần nhất", MARCH),
    ("trước 5 ngày trước khi tổ chức hội nghị", MARCH),
    ("trong vòng 05 ngày làm việc", MARCH),
    ("trong vòng 05 ngày làm việc kể từ ngày ký", NOTHING),
    ("trong 10 ngày kể từ ngày nhận đủ hồ sơ hợp lệ", MARCH),
    ("trong 24 giờ kể từ khi nhận", MARCH),
    ("chậm nhất 10 ngày kể từ ngày nhận được công văn này", AUTUMN),
    ("từ ngày 20/10/2024", MARCH),
    ("từ quý II/2025", MARCH),
    ("sau ngày 15/8/2024", MARCH),
    ("trước ngày 31/02/2024", MARCH),
    ("trong tháng 13/2024", MARCH),
    ("trong năm học 2024-2025", MARCH),
    ("đầu quý IV/2024", MARCH),
    ("trong tháng 9", NOTHING),
    ("trước ngày 15 tháng 11", NOTHING),
    ("chậm nhất 15 hằng tháng", NOTHING),
    ("trước 16h thứ Sáu", NOTHING),
    ("trước Tết", NOTHING),
    ("trước Tết Nguyên đán 2031", NOTHING),
    ("trước 6h sáng hôm sau", MARCH),
    ("cuối đợt", MARCH),
]


@pytest.mark.parametrize(("text", "context", "day"), PRINTED)
def test_a_day_that_is_printed_is_the_day(text, context, day):
    due = propose(text, context)

    assert (cited_date(due.on), due.state) == (day, DueState.PRINTED)


@pytest.mark.parametrize(("text", "context", "day"), PROPOSED)
def test_a_day_that_is_worked_out_says_so(text, context, day):
    due = propose(text, context)

    assert (cited_date(due.on), due.state) == (day, DueState.PROPOSED)
    assert due.reason.endswith(".")
    assert holidays.is_working_day(due.on)


@pytest.mark.parametrize(("text", "context"), OPEN)
def test_what_names_no_day_stays_open(text, context):
    due = propose(text, context)

    assert (due.on, due.state) == (None, DueState.OPEN)
    assert due.reason.endswith(".")


@pytest.mark.parametrize(
    ("text", "context", "said"),
    [
        (
            "trước ngày 10/02/2024",
            NOTHING,
            "Trước ngày 10/02/2024: 08/02/2024 – 14/02/2024 nghỉ Tết Nguyên đán, ngày làm việc cuối cùng là 07/02/2024.",
        ),
        ("trong quý III năm 2024", NOTHING, "Văn bản chỉ ghi quý; ngày 30/9/2024 là suy ra."),
        (
            "cuối tháng 8/2024",
            NOTHING,
            "Văn bản chỉ ghi cuối tháng; ngày 31/8/2024 là suy ra. 31/8/2024 là Thứ Bảy: "
            "ngày làm việc cuối cùng trước đó là 30/8/2024.",
        ),
        (
            "trong vòng 05 ngày làm việc kể từ ngày ký",
            MARCH,
            "05 ngày làm việc kể từ ngày ban hành 04/3/2024, trừ ngày nghỉ: 11/3/2024.",
        ),
        ("trong vòng 05 ngày làm việc", MARCH, "Không ghi tính từ ngày nào."),
        ("chậm nhất ngày 15/11/2024", NOTHING, "Ngày ghi trong văn bản."),
        (
            "trước ngày 15 tháng 11",
            MARCH,
            "Không ghi năm, hiểu là năm 2024 theo ngày văn bản. "
            "Trước ngày 15/11/2024: ngày làm việc cuối cùng là 14/11/2024.",
        ),
        ("trước ngày 31/02/2024", NOTHING, "Lịch không có ngày này. Kiểm tra lại văn bản."),
        (
            "trước ngày 10/3/2031",
            NOTHING,
            "Trước ngày 10/3/2031: ngày làm việc cuối cùng là 07/3/2031. "
            "Chưa có lịch nghỉ năm 2031, mới trừ thứ Bảy, Chủ nhật.",
        ),
    ],
)
def test_the_reasoning_is_told(text, context, said):
    assert propose(text, context).reason == said


def test_the_table_is_long_enough():
    assert len({text for text, *_ in (*PRINTED, *PROPOSED, *OPEN)}) >= 100


@given(st.dates(date(2021, 1, 8), date(2026, 12, 31)))
def test_a_printed_day_is_kept_or_moved_to_the_working_day_before(day):
    for said in (f"chậm nhất ngày {cited_date(day)}", f"hạn cuối: {long_date(day)}"):
        due = propose(said)
        assert due.on == holidays.working_day_until(day)
        assert (due.state == DueState.PRINTED) == (due.on == day)
    assert propose(f"trước {long_date(day)}").on == holidays.working_day_before(day)


@given(st.text(max_size=120), st.sampled_from([NOTHING, MARCH, AUTUMN]))
def test_no_words_break_it_and_none_without_digits_or_a_period_gives_a_day(text, context):
    due = propose(text, context)

    assert (due.on is None) == (due.state == DueState.OPEN)
    assert due.reason


@given(st.dates(date(2021, 1, 1), date(2026, 10, 31)), st.integers(1, 60))
def test_working_days_are_counted_from_the_day_after_the_signing(day, count):
    due = propose(f"trong vòng {count} ngày làm việc kể từ ngày ký", Context(issued_on=day))

    assert due.on == holidays.add_working_days(day, count)
    assert due.on > day + timedelta(days=count - 1)
