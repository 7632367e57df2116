"""What a report tells beside its facts: its period, what did not happen, what is drafted and planned."""

import pytest

from thidua.reading import reported
from thidua.reading.tests.test_places import HEAD
from thidua.reading.text import Text


def text(*paragraphs):
    return Text.of(HEAD.format("\n\n".join(paragraphs)))


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Sơ kết thi đua 6 tháng đầu năm và phương hướng 6 tháng cuối năm 2024", "2024H1"),
        ("Tổng kết công tác thi đua, khen thưởng năm 2023", "2023"),
        ("Báo cáo quý III/2025", "2025Q3"),
        ("Tổng kết năm học 2023 - 2024", "2023-2024"),
        ("Kiện toàn Hội đồng", None),
    ],
)
def test_the_period_of_a_report_stands_in_its_title(title, label):
    period = reported.period_of(title)

    assert (period.label if period else None) == label


@pytest.mark.parametrize(
    ("sentence", "matter"),
    [
        ("6 tháng đầu năm 2024, cơ quan chưa phát sinh đơn thư khiếu nại, tố cáo.", "don_thu"),
        ("Trong kỳ không có mô hình mới, cách làm hay được giới thiệu.", "dien_hinh"),
        ("Không phát sinh khiếu nại, tố cáo.", "don_thu"),
    ],
)
def test_that_nothing_happened_is_read(sentence, matter):
    [nil] = reported.nils(text("8.4. Kết quả", sentence))

    assert (nil.matter, nil.printed) == (matter, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nếu có phát sinh đơn thư thì báo cáo kịp thời.",
        "Việc thực hiện chưa phát sinh vướng mắc gì.",
        "Chưa có nhiều phong trào nổi bật.",
        "Một số phòng chưa báo cáo đúng hạn.",
    ],
)
def test_what_is_no_such_statement_is_none(sentence):
    assert not reported.nils(text("8.4. Kết quả", sentence))


def test_the_sentence_begins_behind_a_heading_on_the_same_line():
    [nil] = reported.nils(text("8.4. Giải quyết đơn thư: Quý I năm 2024, cơ quan chưa phát sinh đơn thư."))

    assert (nil.period, nil.section) == ("Quý I năm 2024", "8.4")
    assert nil.printed == "Quý I năm 2024, cơ quan chưa phát sinh đơn thư."


def test_a_document_that_is_being_written_is_named_without_its_purpose():
    [draft] = reported.drafted(
        text("Sở đang dự thảo Quy chế thi đua, khen thưởng nhằm cụ thể hóa văn bản của tỉnh.")
    )

    assert (draft.type, draft.title) == ("Quy chế", "Quy chế thi đua, khen thưởng")


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Dự kiến tháng 12 năm 2024, sẽ tổ chức tổng kết phong trào thi đua.", "tháng 12 năm 2024"),
        ("Dự kiến tháng 7/2024, sẽ tiến hành sơ kết khối thi đua.", "tháng 7/2024"),
        ("(Thời gian hoàn thành Báo cáo tự kiểm tra vào cuối tháng 8/2024)", "vào cuối tháng 8/2024"),
    ],
)
def test_what_is_planned_keeps_its_time_as_printed(sentence, when):
    [plan] = reported.planned(text("2.5. Kết quả", sentence))

    assert plan.deadline_text == when


def test_a_forecast_without_a_time_is_no_plan():
    assert not reported.planned(text("2.5. Kết quả", "Dự kiến sẽ đề xuất khen thưởng theo quy định."))


def test_a_heading_gives_its_time_only_where_it_names_one_of_the_calendar():
    assert reported.period_in("Một số công tác trọng tâm 6 THÁNG CUỐI NĂM 2024") == "6 tháng cuối năm 2024"
    assert reported.period_in("Công tác thi đua năm 2024") is None
    assert reported.period_in("Phương hướng, nhiệm vụ") is None
