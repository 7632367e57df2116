"""The report-back sheet: every column from a record, what is missing named."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from thidua.kit.papers import official
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.programme import papers, selectors, services
from thidua.work.programme.tests.factories import NOW, SYSTEM, TODAY, given


@pytest.fixture
def sheet(so_van_hoa, tan_giang, phong_di_san):
    notice = sent(identity("37/TB-SVH", date(2024, 3, 4), so_van_hoa, "Kết luận"))
    plan = entered(identity("64/KH-UBND", date(2024, 3, 1), tan_giang, "Tuyên truyền"), so_van_hoa)
    answer = sent(identity("90/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết"))
    facts = {"document": notice, "assignee_text": "Phòng Quản lý di sản"}
    on_time = given(so_van_hoa, "Một", bases=[plan], deadline_text="chậm nhất ngày 14/6/2024", **facts)
    late = given(so_van_hoa, "Hai", deadline_text="chậm nhất ngày 06/6/2024", **facts)
    unsaid = given(so_van_hoa, "Ba", deadline_text="trước ngày 01/6/2024", **facts)
    given(so_van_hoa, "Bốn", deadline_text="kịp thời", **facts)
    gone = given(so_van_hoa, "Năm", **facts)
    services.complete(on_time, on=date(2024, 6, 10), note="Đã gửi", document=answer, by=SYSTEM, at=NOW)
    services.complete(late, on=date(2024, 6, 11), late_reason="chờ số liệu", by=SYSTEM, at=NOW)
    services.cancel(gone, reason="trùng", by=SYSTEM, at=NOW)
    assert unsaid.is_late(TODAY)
    rows = selectors.results_of(selectors.of_document(notice, SYSTEM).order_by("pk"), SYSTEM)
    return papers.report_back(list(rows), body=so_van_hoa, on=TODAY, document=notice)


def test_every_column_comes_from_records(sheet):
    first, second, third, fourth, fifth = sheet.rows

    assert (first.number, first.action, first.assignee) == (1, "Một", "Phòng Quản lý di sản")
    assert first.basis == "Kế hoạch 64/KH-UBND ngày 01/3/2024"
    assert first.due == "chậm nhất ngày 14/6/2024"
    assert first.result == "Xong ngày 10/6/2024. Đã gửi. Báo cáo 90/BC-SVH ngày 10/6/2024."
    assert first.late_reason is None
    assert second.late_reason == "chờ số liệu"
    assert (third.due, third.result) == ("trước ngày 01/6/2024 (31/5/2024, suy ra)", "Đang thực hiện.")
    assert (fourth.due, fourth.late_reason) == ("kịp thời", None)
    assert fifth.result == "Thôi thực hiện từ 12/6/2024: trùng"


def test_what_is_missing_is_named(sheet):
    assert [row.number for row in sheet.gaps] == [3]
    assert sheet.counts == (
        "5 nhiệm vụ: 2 đã xong (1 sau hạn), 2 đang thực hiện (1 quá hạn), 1 thôi thực hiện"
    )


def test_it_knows_whose_it_is(sheet):
    assert (sheet.agency, sheet.parent) == ("Sở Văn hóa tỉnh Tân Giang", "Ủy ban nhân dân tỉnh Tân Giang")
    assert (sheet.symbol, sheet.to) == ("SVH", "Lãnh đạo Sở Văn hóa tỉnh Tân Giang")
    assert (sheet.place, sheet.on) == ("Tân Giang", TODAY)
    assert sheet.title == "Kết quả thực hiện nhiệm vụ tại Thông báo 37/TB-SVH ngày 04/3/2024"


def test_an_extension_tells_why_it_was_late(so_van_hoa):
    task = given(so_van_hoa, deadline_text="chậm nhất ngày 03/6/2024")
    services.extend(task, to_due=date(2024, 6, 7), reason="chờ số liệu", by=SYSTEM, at=NOW)

    (row,) = papers.report_back(
        selectors.results_of(selectors.listed(SYSTEM), SYSTEM), body=so_van_hoa, on=TODAY
    ).rows
    assert row.late_reason == "chờ số liệu"


def test_all_forms_say_the_same(sheet):
    paper = papers.as_paper(sheet)

    text = official.to_text(paper)
    html = str(official.to_html(paper, links=lambda ref: {"href": f"#{ref}"}))
    assert "SỞ VĂN HÓA TỈNH TÂN GIANG" in text
    assert "Số:" in text
    assert "/BC-SVH" in text
    for words in ("chờ số liệu", "trước ngày 01/6/2024 (31/5/2024, suy ra)", "[chưa ghi]", sheet.counts):
        assert words in text
        assert words in html
    assert f'href="#task-{sheet.rows[0].task.pk}"' in html
    assert "Chưa ghi lý do chậm của nhiệm vụ số 3" in text
    written = Document(BytesIO(official.to_docx(paper, at=NOW)))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    assert "chờ số liệu" in cells
    assert len(official.to_pdf(paper, at=NOW)) > 5000


def test_without_tasks_there_is_no_annex(so_van_hoa):
    paper = papers.as_paper(papers.report_back([], body=so_van_hoa, on=TODAY))

    assert paper.annexes == ()
    assert "0 nhiệm vụ" in official.to_text(paper)
