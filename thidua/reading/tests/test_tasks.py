"""Duties: one sentence at a time in the section "tổ chức thực hiện" of a plan, and whole documents of each kind."""

from datetime import date

import pytest

from thidua.reading import tasks
from thidua.reading.facts import Citation, Task
from thidua.reading.tests.growth import grows_linearly
from thidua.reading.text import Text

PLAN = "KẾ HOẠCH\nCông tác thi đua năm 2025\n\nI. MỤC ĐÍCH\n- Động viên mọi người.\nIII. TỔ CHỨC THỰC HIỆN\n{}\n\nNơi nhận:\n- Như trên;\nGIÁM ĐỐC\n"


def of_plan(lines: str) -> tuple[Task, ...]:
    return tasks.find(Text.of(PLAN.format(lines)), ())


def of(document: str) -> list[tuple[str | None, str]]:
    return [
        (one.assignee, one.action) for one in tasks.find(Text.of(document), ()) if one.confidence == "high"
    ]


# The line, who is to act, how the deed begins, with whom.
SHAPES = [
    ("1. Giao Sở Xây dựng rà soát danh sách hộ nghèo.", "Sở Xây dựng", "rà soát danh sách", None),
    ("1. Giao cho Phòng Nghiệp vụ thẩm định hồ sơ.", "Phòng Nghiệp vụ", "thẩm định", None),
    ("- Giao đồng chí Tám dự thảo văn bản xin ý kiến.", "đồng chí Tám", "dự thảo", None),
    ("- Giao đồng chí Trưởng Ban theo dõi sát việc chấm điểm.", "đồng chí Trưởng Ban", "theo dõi sát", None),
    ("- Giao điều dưỡng Lê Thị Bảy hoàn thiện hồ sơ.", "điều dưỡng Lê Thị Bảy", "hoàn thiện", None),
    ("- Phân công bà Trần Thị Chín lập biên bản.", "bà Trần Thị Chín", "lập biên bản", None),
    ("- Yêu cầu Phòng Kế toán nộp chứng từ.", "Phòng Kế toán", "nộp chứng từ", None),
    (
        "1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu Quy chế.",
        "Sở Nội vụ",
        "tham mưu Quy chế",
        "Sở Tài chính",
    ),
    (
        "1. Giao Sở Xây dựng là cơ quan chủ trì, phối hợp với Ban Dân tộc rà soát hồ sơ.",
        "Sở Xây dựng",
        "rà soát",
        "Ban Dân tộc",
    ),
    ("3. Sở Y tế phối hợp chặt chẽ với Báo Hà Vân mở chuyên mục.", "Sở Y tế", "mở chuyên mục", "Báo Hà Vân"),
    (
        "2. Phòng Nội vụ phối hợp các phòng có liên quan lập danh sách.",
        "Phòng Nội vụ",
        "lập danh sách",
        "các phòng có liên quan",
    ),
    (
        "4. Báo Hà Vân, Đài Phát thanh và Truyền hình Hà Vân mở chuyên mục mới.",
        "Báo Hà Vân, Đài Phát thanh và Truyền hình Hà Vân",
        "mở chuyên mục",
        None,
    ),
    (
        "5. Đề nghị Liên đoàn Lao động tỉnh phối hợp với Sở Nội vụ vận động đoàn viên.",
        "Liên đoàn Lao động tỉnh",
        "vận động",
        "Sở Nội vụ",
    ),
    (
        "6. Ủy ban nhân dân các huyện, thành phố xây dựng kế hoạch cụ thể.",
        "Ủy ban nhân dân các huyện, thành phố",
        "xây dựng kế hoạch",
        None,
    ),
    (
        "1. Phòng Kế toán - Tài chính: trích lập quỹ khen thưởng.",
        "Phòng Kế toán - Tài chính",
        "trích lập",
        None,
    ),
    ("3. Xí nghiệp Nước sạch số 1: lắp đặt tuyến ống.", "Xí nghiệp Nước sạch số 1", "lắp đặt", None),
    ("2. Các tổ chuyên môn tổ chức đăng ký thi đua.", "Các tổ chuyên môn", "tổ chức đăng ký", None),
    (
        "2. Các phòng giáo dục và đào tạo, trường trực thuộc nộp báo cáo.",
        "Các phòng giáo dục và đào tạo, trường trực thuộc",
        "nộp báo cáo",
        None,
    ),
    ("- Ban Thường vụ Đảng ủy lãnh đạo tổng kết 10 năm.", "Ban Thường vụ Đảng ủy", "lãnh đạo tổng kết", None),
    ("- Ủy ban Kiểm tra Đảng ủy kiểm tra 02 chi bộ.", "Ủy ban Kiểm tra Đảng ủy", "kiểm tra 02 chi bộ", None),
    ("- Thư ký Hội đồng có trách nhiệm lập hồ sơ xét sáng kiến.", "Thư ký Hội đồng", "lập hồ sơ", None),
    (
        "1. Công chức Văn phòng - Thống kê: là đầu mối tổng hợp số liệu.",
        "Công chức Văn phòng - Thống kê",
        "tổng hợp số liệu",
        None,
    ),
    (
        "- Thành viên Hội đồng được phân công theo dõi địa bàn có trách nhiệm gửi báo cáo.",
        "Thành viên Hội đồng",
        "gửi báo cáo",
        None,
    ),
    (
        "- Phụ trách Kế toán và Văn thư phối hợp báo cáo vướng mắc.",
        "Phụ trách Kế toán và Văn thư",
        "phối hợp báo cáo",
        None,
    ),
    ("4. Đội xe cơ quan bố trí phương tiện đưa đón.", "Đội xe cơ quan", "bố trí phương tiện", None),
    ("- Đội Đăng ký xe: giải quyết hồ sơ trong ngày.", "Đội Đăng ký xe", "giải quyết", None),
    (
        "3. Về công tác hậu cần: giao Đoàn Thanh niên cử 10 đoàn viên đón khách.",
        "Đoàn Thanh niên",
        "cử 10 đoàn viên",
        None,
    ),
    ("5. Thời gian: các đơn vị gửi hồ sơ về Phòng Chính trị.", "các đơn vị", "gửi hồ sơ", None),
    ("6. Kinh phí tổ chức hội thi do Phòng Kế toán bố trí.", "Phòng Kế toán", "Kinh phí tổ chức", None),
    ("- Các Cụm trưởng, Khối trưởng gửi biên bản họp.", "Các Cụm trưởng, Khối trưởng", "gửi biên bản", None),
    (
        "7. Báo và Phát thanh, Truyền hình tỉnh tăng thời lượng phát sóng.",
        "Báo và Phát thanh, Truyền hình tỉnh",
        "tăng thời lượng",
        None,
    ),
    ("- Tổng phụ trách Đội lập danh sách đội viên.", "Tổng phụ trách Đội", "lập danh sách", None),
    ("- Đ/c Hùng chuẩn bị tài liệu cuộc họp.", "Đ/c Hùng", "chuẩn bị tài liệu", None),
    (
        "- Hội Cựu chiến binh, Hội Nông dân xã hướng dẫn chi hội đăng ký mô hình.",
        "Hội Cựu chiến binh, Hội Nông dân xã",
        "hướng dẫn",
        None,
    ),
    (
        "3. Các ngành có liên quan, theo chức năng, nhiệm vụ phối hợp với Sở Nội vụ lập hồ sơ.",
        "Các ngành có liên quan",
        "theo chức năng",
        None,
    ),
    ("18. Hãng phim trẻ: quay phóng sự về điển hình.", "Hãng phim trẻ", "quay phóng sự", None),
    ("- Trường Tiểu học Độc lập tổ chức lễ phát động.", "Trường Tiểu học Độc lập", "tổ chức lễ", None),
    ("- Tổ chức hội nghị tổng kết trong tháng 12/2025.", None, "Tổ chức hội nghị", None),
    ("- Tiếp tục theo dõi việc lấy ý kiến các đơn vị.", None, "Tiếp tục theo dõi", None),
    ("- Định kỳ trước ngày 15 tháng 12 hằng năm báo cáo kết quả.", None, "Định kỳ", None),
    ("- Trên cơ sở Hướng dẫn của tỉnh, nghiên cứu dự thảo Quy chế.", None, "Trên cơ sở", None),
    ("- Hội nghị sơ kết được tổ chức trong tháng 7/2025.", None, "Hội nghị sơ kết", None),
]

NOT_BOUND = [
    "5. Đề nghị Liên đoàn Lao động tỉnh vận động đoàn viên.",
    "5. Kính đề nghị Sở Nội vụ hướng dẫn hồ sơ.",
]

LOW = [
    "- Nâng cao tinh thần trách nhiệm, bám sát cơ sở.",
    "- Tiếp tục quán triệt sâu sắc mục đích, ý nghĩa của phong trào.",
    "- Toàn thể công chức chấp hành nghiêm kỷ luật, kỷ cương hành chính.",
    "- Các đơn vị ra quân với khí thế mới, quyết thắng ngay từ ngày đầu.",
    "- Mỗi giáo viên thường xuyên tự học, tự rèn.",
    "- Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
    "- Các phòng nghiêm túc triển khai thực hiện Kế hoạch này.",
    "- Không ngừng phấn đấu vươn lên.",
]

NONE = [
    "Trên đây là Kế hoạch của Sở.",
    "- Kinh phí từ nguồn ngân sách nhà nước.",
    "- Quyết định này có hiệu lực kể từ ngày ký.",
    "- Đề nghị tặng Bằng khen cho 02 cá nhân.",
    "- Đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 02 tập thể.",
    "- Sở có 29 công chức.",
    "- Hội đồng đã họp và thông qua danh sách.",
    "1. Ông Trần Văn Tám, Phó Giám đốc: Tổ trưởng;",
]


@pytest.mark.parametrize(("line", "assignee", "action", "cooperate"), SHAPES)
def test_a_duty_is_read_in_its_shape(
    line: str, assignee: str | None, action: str, cooperate: str | None
) -> None:
    (one,) = of_plan(line)
    assert (one.assignee, one.cooperate, one.confidence, one.binding) == (
        assignee,
        cooperate,
        "high",
        "Đề nghị" not in line,
    )
    assert one.action.startswith(action)


@pytest.mark.parametrize("line", NOT_BOUND)
def test_a_request_binds_nobody(line: str) -> None:
    assert [one.binding for one in of_plan(line)] == [False]


@pytest.mark.parametrize("line", LOW)
def test_a_slogan_is_kept_with_low_confidence(line: str) -> None:
    assert [one.confidence for one in of_plan(line)] == ["low"]


@pytest.mark.parametrize("line", NONE)
def test_what_gives_nobody_a_duty_is_no_task(line: str) -> None:
    assert of_plan(line) == ()


def test_dashes_under_a_heading_take_its_name() -> None:
    found = of_plan(
        "2. Phòng Nghiệp vụ\n- Lập danh sách.\n- Giao đồng chí Tám soạn thư mời.\n- Đặt hoa.\n3. Các nội dung khác\n- In giấy mời đại biểu."
    )
    assert [one.assignee for one in found] == ["Phòng Nghiệp vụ", "đồng chí Tám", "Phòng Nghiệp vụ", None]


@pytest.mark.parametrize(
    "heading",
    [
        "2. Giao Sở Nội vụ",
        "2. Trách nhiệm của Sở Nội vụ:",
        "2. Sở Nội vụ (cơ quan thường trực):",
        "2. Sở Nội vụ có trách nhiệm:",
    ],
)
def test_a_heading_names_an_office_in_many_ways(heading: str) -> None:
    (one,) = of_plan(f"{heading}\na) Cập nhật văn bản chỉ đạo gửi các ngành.")
    assert (one.assignee, one.action) == ("Sở Nội vụ", "Cập nhật văn bản chỉ đạo gửi các ngành")


def test_a_second_sentence_with_another_name_is_another_task() -> None:
    found = of_plan("1. Văn phòng bố trí hội trường. Giao Công an tỉnh xây dựng phương án bảo vệ.")
    assert [(one.assignee, one.action) for one in found] == [
        ("Văn phòng", "bố trí hội trường"),
        ("Công an tỉnh", "xây dựng phương án bảo vệ"),
    ]


def test_deadline_and_grounds_stand_beside_the_deed() -> None:
    raw = PLAN.format(
        "1. Sở Nội vụ tham mưu Quyết định thay thế Quyết định số 30/2020/QĐ-UBND, trình trước ngày 15/3/2025."
    )
    at = raw.index("30/2020")
    cited = Citation(
        "Quyết định", "30/2020/QĐ-UBND", None, None, None, 2020, "30/2020/QĐ-UBND", ((at, at + 15),)
    )
    (one,) = tasks.find(Text.of(raw), (cited,))
    assert one.basis == ("30/2020/QĐ-UBND",)
    assert (one.deadline, one.deadline_text) == (date(2025, 3, 15), "trước ngày 15/3/2025")
    assert one.action.endswith(", trình")


def test_labels_behind_a_deed_tell_who_with_whom_and_when() -> None:
    (one,) = of_plan(
        "- Viết phóng sự về điển hình.\n+ Đơn vị chủ trì: Phòng Tuyên truyền.\n+ Đơn vị phối hợp: Đài Truyền thanh.\n+ Thời gian: Quý II/2025."
    )
    assert (one.assignee, one.cooperate, one.deadline_text, one.action) == (
        "Phòng Tuyên truyền",
        "Đài Truyền thanh",
        "Quý II/2025",
        "Viết phóng sự về điển hình",
    )


TABLE = [
    "TT | Nội dung | Đơn vị chủ trì | Thời gian\n1 | Xây dựng kế hoạch phát động | Văn phòng Sở | Tháng 01/2025\n2 | Viết báo cáo sơ kết | Tổ giúp việc | 05/7/2025",
    "TT   Nội dung   Đơn vị chủ trì   Thời gian\n1   Xây dựng kế hoạch phát động   Văn phòng Sở   Tháng 01/2025\n2   Viết báo cáo sơ kết   Tổ giúp việc   05/7/2025",
    "TT\nNội dung\nĐơn vị chủ trì\nThời gian\n1\nXây dựng kế hoạch phát động\nVăn phòng Sở\nTháng 01/2025\n2\nViết báo cáo sơ kết\nTổ giúp việc\n05/7/2025",
]


@pytest.mark.parametrize("table", TABLE)
def test_a_table_of_work_is_read_however_it_was_flattened(table: str) -> None:
    first, second = of_plan(table)
    assert (first.assignee, first.action, first.deadline_text, first.deadline) == (
        "Văn phòng Sở",
        "Xây dựng kế hoạch phát động",
        "Tháng 01/2025",
        None,
    )
    assert (second.assignee, second.action, second.deadline) == (
        "Tổ giúp việc",
        "Viết báo cáo sơ kết",
        date(2025, 7, 5),
    )


def test_results_of_a_report_give_no_task_but_its_outlook_does() -> None:
    raw = (
        "BÁO CÁO\nKết quả năm 2024\n\nI. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n1. Sở Nội vụ tham mưu ban hành kế hoạch.\n- Tổ chức hội nghị.\n"
        "II. ĐÁNH GIÁ CHUNG\n- Các phòng phối hợp tốt.\nIII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n- Tổ chức hội thi tay nghề.\n"
    )
    assert of(raw) == [(None, "Tổ chức hội thi tay nghề")]


def test_a_conclusion_notice_binds_by_its_headings() -> None:
    raw = "THÔNG BÁO\nKết luận cuộc họp\n\nTại cuộc họp, Giám đốc kết luận như sau:\n1. Thống nhất chủ trương.\n2. Văn phòng Sở\n- Chuẩn bị phòng họp.\nTrên đây là kết luận, các phòng chủ động thực hiện./.\n"
    assert of(raw) == [("Văn phòng Sở", "Chuẩn bị phòng họp")]


def test_a_notice_without_numbers_binds_paragraph_by_paragraph() -> None:
    raw = (
        "THÔNG BÁO\nKết luận của Giám đốc tại buổi giao ban\n\nSau khi nghe báo cáo, Giám đốc kết luận như sau:\n\n"
        "Về khen thưởng: Phòng Tổ chức lập hồ sơ trước ngày 20/5/2025. Khoa Nội rà soát danh sách.\n\nGiao Đoàn Thanh niên dọn vệ sinh khuôn viên.\n"
    )
    assert of(raw) == [
        ("Phòng Tổ chức", "lập hồ sơ"),
        ("Khoa Nội", "rà soát danh sách"),
        ("Đoàn Thanh niên", "dọn vệ sinh khuôn viên"),
    ]


def test_minutes_tell_what_was_said_and_bind_by_what_was_given() -> None:
    raw = (
        "BIÊN BẢN\nHọp xét thi đua\n\n1. Bà Trần Thị Chín đọc danh sách đề nghị.\n2. Các thành viên trao đổi, bỏ phiếu.\n"
        "3. Kết luận: giao Phòng Tổ chức hoàn thiện hồ sơ trước ngày 15/12/2024.\n"
    )
    assert of(raw) == [("Phòng Tổ chức", "hoàn thiện hồ sơ")]


def test_a_letter_asks_those_whom_its_opening_names() -> None:
    raw = (
        "SỞ NỘI VỤ\nSố: 12/SNV-TĐKT\nV/v tổng kết\n\nKính gửi: Các sở, ban, ngành.\n\n"
        "Căn cứ Luật Thi đua, khen thưởng, Sở Nội vụ đề nghị các cơ quan, đơn vị thực hiện các nội dung sau:\n\n"
        "1. Báo cáo tổng kết gửi trước ngày 30/11/2024.\n\n2. Các Cụm trưởng nộp biên bản họp cụm.\n"
    )
    found = tasks.find(Text.of(raw), ())
    assert [(one.assignee, one.binding) for one in found] == [
        ("các cơ quan, đơn vị", False),
        ("Các Cụm trưởng", False),
    ]


def test_a_decision_binds_by_its_articles_and_its_last_one_is_a_formula() -> None:
    raw = (
        "QUYẾT ĐỊNH\nVề việc tặng Giấy khen\n\nCăn cứ Luật Thi đua, khen thưởng năm 2022;\n\nĐiều 1. Tặng Giấy khen cho 02 tập thể.\n"
        "Điều 2. Giao Phòng Kế toán chi tiền thưởng theo quy định.\nĐiều 3. Trưởng các phòng chịu trách nhiệm thi hành Quyết định này./.\n"
    )
    found = tasks.find(Text.of(raw), ())
    assert [(one.assignee, one.confidence) for one in found] == [
        ("Phòng Kế toán", "high"),
        ("Trưởng các phòng", "low"),
    ]


def test_a_proposal_to_a_superior_is_no_task() -> None:
    raw = "TỜ TRÌNH\nVề việc đề nghị khen thưởng\n\nKính đề nghị Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định:\n1. Tặng Bằng khen cho 02 tập thể.\n"
    assert tasks.find(Text.of(raw), ()) == ()


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "- ",
        "Giao ",
        "Sở Nội vụ ",
        "phối hợp với ",
        "các phòng, ",
        "đề nghị ",
        "1. A\n",
        "(",
        "“",
        "1",
        ": ",
        "TT\nNội dung\n",
        "| ",
    ],
)
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    def read(count: int) -> object:
        text = Text.of(PLAN.format("1. Giao Sở Nội vụ " + piece * count))
        return tasks.find(text, ())

    assert grows_linearly(read)
