"""The reading page with and without script: cards, forms, refusals beside their card, the list, the sources."""

import pytest
from django.urls import reverse

from thidua.outlook.intake import selectors, services
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.tests.samples import NOTICE, PLAN, REPORT
from thidua.records.register.models import Document

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def page(reading, minh, sign_in):
    return sign_in(minh)


def url(name, reading, row=None):
    return reverse(f"intake:{name}", args=[reading.pk, row.pk] if row else [reading.pk])


@pytest.fixture
def row(reading) -> Proposal:
    return reading.proposals.filter(kind=Proposal.Kind.CITATION).first()


def test_the_page_shows_the_text_with_marks_and_the_cards(page, reading, row):
    html = page.get(url("reading", reading)).content.decode()

    assert "Đọc văn bản: Thông báo 37/TB-SVH" in html
    assert f'id="muc-{row.pk}-cho" data-for-card="muc-{row.pk}"' in html
    assert (
        f'<a href="#muc-{row.pk}">Công văn số 271/SNV-TĐKT ngày 28 tháng 4 năm 2024 của Sở Nội vụ</a>' in html
    )
    assert "In thiếu ký hiệu, có lẽ là 15/2023/TT-BNV." in html
    assert "Chưa ghi gì vào sổ" in html


def test_text_and_names_are_escaped(read_by, minh, sign_in):
    reading = read_by(
        minh, NOTICE.replace("Văn phòng Sở báo cáo", "<script>alert(1)</script>"), "<b>x</b>.txt"
    )

    html = sign_in(minh).get(url("reading", reading)).content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<b>x</b>" not in html


def test_opening_the_page_finds_new_matches(read_by, looked_through, minh, as_actor, now, sign_in, tan_giang):
    plan = read_by(minh, PLAN)
    services.confirm(looked_through(read_by(minh, REPORT), minh), by=as_actor(minh), at=now)

    html = sign_in(minh).get(url("reading", plan)).content.decode()

    assert "Tệp này có lẽ là Kế hoạch 77/KH-UBND" in html
    assert "Kế hoạch 26/KH-SVH có lẽ triển khai Kế hoạch 77/KH-UBND" in html
    assert "Đã được viện dẫn trong: Báo cáo kết quả tuyên truyền gương điển hình quý I năm 2024." in html


# Deciding


def test_without_script_a_decision_comes_back_to_its_card(page, reading, row):
    answer = page.post(url("card", reading, row), {"decision": "nhan"})

    assert answer.status_code == 302
    assert answer.url == f"{url('reading', reading)}#muc-{row.pk}"
    row.refresh_from_db()
    assert row.decision == "nhan"


def test_with_htmx_only_the_card_the_bar_and_the_state_come_back(page, reading, row):
    html = page.post(url("card", reading, row), {"decision": "nhan"}, headers=HTMX).content.decode()

    assert "<html" not in html
    assert "td-card-met" in html
    assert '<div class="td-nap-bar" id="thanh-chan" hx-swap-oob="true">' in html
    assert "<strong>1</strong> đã nhận" in html


def test_a_newer_decision_is_not_run_over(page, reading, row, minh, as_actor, now):
    seen = row.saved_at.isoformat()
    services.decide(row, "bo", by=as_actor(minh), at=now.replace(minute=40))

    answer = page.post(url("card", reading, row), {"decision": "nhan", "seen": seen}, headers=HTMX)

    assert answer.status_code == 422
    assert "vừa sửa mục này lúc 9 giờ 40. Xem khác nhau trước khi lưu." in answer.content.decode()


def test_without_script_a_refusal_stands_beside_the_card(page, reading, row, minh, as_actor, now):
    seen = row.saved_at.isoformat()
    services.decide(row, "bo", by=as_actor(minh), at=now.replace(minute=40))

    answer = page.post(url("card", reading, row), {"decision": "nhan", "seen": seen})

    assert answer.status_code == 422
    html = answer.content.decode()
    assert html.index(f'id="muc-{row.pk}"') < html.index("vừa sửa mục này")


def test_the_suggested_reading_is_taken_by_one_click(page, reading):
    low = reading.proposals.get(kind=Proposal.Kind.CITATION, is_low=True)

    page.post(url("accept_reading", reading, low))

    low.refresh_from_db()
    assert low.fact["number"] == "15/2023/TT-BNV"


# Editing


def test_the_card_becomes_a_form_and_keeps_what_was_typed_wrong(page, reading, row):
    form = page.get(url("edit", reading, row), headers=HTMX).content.decode()
    prefix = f"muc{row.pk}"
    assert f'name="{prefix}-number" value="271/SNV-TĐKT"' in form

    data = {
        f"{prefix}-number": "không phải số",
        f"{prefix}-relation": "vien_dan",
        f"{prefix}-date": "31/02/2024",
    }
    answer = page.post(url("edit", reading, row), data, headers=HTMX)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "không phải số" in html
    assert "Chưa đúng dạng số, ký hiệu" in html
    assert "Nhập ngày theo dạng ngày/tháng/năm" in html


def test_an_edit_is_saved_and_accepted(page, reading, row):
    prefix = f"muc{row.pk}"
    data = {
        f"{prefix}-type": "Công văn",
        f"{prefix}-number": "272/SNV-TĐKT",
        f"{prefix}-date": "29/04/2024",
        f"{prefix}-issuer": "Sở Nội vụ",
        f"{prefix}-relation": "tra_loi",
    }

    answer = page.post(url("edit", reading, row), data)

    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.decision == "nhan"
    assert (row.fact["number"], row.fact["date"], row.fact["year"]) == ("272/SNV-TĐKT", "2024-04-29", 2024)
    assert row.fact["relation"] == "tra_loi"
    assert row.fact["as_printed"] == row.proposed["as_printed"]


@pytest.mark.parametrize(
    ("kind", "proposed", "typed"),
    [
        (
            "nhiem_vu",
            {"assignee": "Phòng A", "action": "Làm", "binding": True},
            {"action": "Làm xong", "binding": "1"},
        ),
        (
            "phong_trao",
            {"name": "Thi đua", "role": "mentioned"},
            {"name": "Thi đua yêu nước", "role": "launched"},
        ),
        (
            "khen_thuong",
            {"count": 3, "award": "Giấy khen", "state": "granted"},
            {"count": "4", "award": "Giấy khen", "state": "quota"},
        ),
        (
            "diem_danh",
            {"event": "Họp", "present": 5, "expected": 9},
            {"event": "Họp", "present": "6", "expected": "9", "kind": "hop_ban", "held_on": "06/5/2024"},
        ),
    ],
)
def test_each_kind_has_its_form(page, reading, kind, proposed, typed, now):
    row = Proposal.objects.create(reading=reading, kind=kind, position=50, proposed=proposed, saved_at=now)
    assert page.get(url("reading", reading)).status_code == 200

    answer = page.post(
        url("edit", reading, row), {f"muc{row.pk}-{name}": value for name, value in typed.items()}
    )

    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.edited is not None


def test_a_written_card_has_no_form(page, reading, looked_through, row, minh, as_actor, now):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)

    assert page.get(url("edit", reading, row), headers=HTMX).status_code == 422


# The whole reading


def test_writing_asks_once_with_the_count_and_then_writes(page, reading):
    page.post(url("accept_certain", reading), {"confirmed": "1"})
    question = page.get(url("confirm", reading)).content.decode()
    assert "Ghi 9 mục vào sổ?" in question
    assert "chưa xem ở lại bản đọc" in question

    answer = page.post(url("confirm", reading), follow=True)

    assert "Đã ghi 9 mục vào sổ." in answer.content.decode()
    assert Document.objects.filter(is_stub=False).count() == 1


def test_what_the_register_refuses_stands_beside_the_card(page, reading, row, minh, as_actor, now):
    page.post(url("accept_certain", reading), {"confirmed": "1"})
    services.edit(row, {"number": "", "title": ""}, by=as_actor(minh), at=now)

    answer = page.post(url("confirm", reading))

    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.index(f'id="muc-{row.pk}"') < html.index("Văn bản được viện dẫn phải có số hoặc có tên.")
    assert not Document.objects.exists()


def test_accepting_what_is_certain_says_how_many_first(page, reading):
    answer = page.post(url("accept_certain", reading)).content.decode()

    assert f"Nhận {reading.proposals.filter(is_low=False).count()} mục chắc chắn?" in answer
    assert "viện dẫn 4" in answer
    assert reading.proposals.filter(decision="nhan").count() == 0


def test_discarding_asks_once(page, reading):
    assert "Hủy bản đọc này?" in page.post(url("discard", reading)).content.decode()
    assert Reading.objects.get().state == Reading.State.OPEN

    page.post(url("discard", reading), {"confirmed": "1"})

    assert Reading.objects.get().state == Reading.State.DISCARDED
    assert "chỉ xem lại được" in page.get(url("reading", reading)).content.decode()


def test_a_converted_text_is_to_be_looked_at(page, reading):
    Reading.objects.update(is_text_checked=False, encoding="tcvn3")
    assert "Chữ được chuyển từ TCVN3 (ABC), xin xem lại" in page.get(url("reading", reading)).content.decode()

    page.post(url("check_text", reading))

    assert "xin xem lại" not in page.get(url("reading", reading)).content.decode()


def test_reading_again_says_so(page, reading):
    assert "Đã đọc lại." in page.post(url("reread", reading), follow=True).content.decode()


def test_the_file_comes_back_as_it_was(page, reading):
    answer = page.get(url("file", reading))

    assert b"".join(answer.streaming_content).decode() == NOTICE


def test_the_history_is_told_in_sentences(page, reading, row):
    page.post(url("card", reading, row), {"decision": "nhan"})

    html = page.get(url("history", reading)).content.decode()

    assert "Lê Quang Minh nạp tệp van ban.txt" in html
    assert "Lê Quang Minh xem một đề xuất của van ban.txt" in html
    assert "đề xuất: Viện dẫn 1: 271/SNV-TĐKT; kết quả: Chưa xem → Nhận" in html


# List, waiting, sources


def test_the_list_shows_own_readings_with_what_is_open(page, reading, read_by, tung):
    read_by(tung, PLAN, "của nơi khác.txt")

    html = page.get(reverse("intake:list")).content.decode()

    assert "Thông báo 37/TB-SVH" in html
    assert f"{reading.proposals.count()} chưa xem" in html
    assert "của nơi khác" not in html


def test_the_list_is_filtered_by_state(page, reading):
    html = page.get(reverse("intake:list"), {"tinh_trang": "bo"}).content.decode()

    assert "Thông báo 37/TB-SVH" not in html


def test_home_is_told_what_waits(reading, minh, tung, as_actor):
    [waiting] = selectors.waiting_for(as_actor(minh))

    assert waiting.title == "Thông báo 37/TB-SVH đã đọc xong"
    assert waiting.detail == f"{reading.proposals.count()} đề xuất chờ xác nhận"
    assert waiting.url == url("reading", reading)
    assert selectors.waiting_for(as_actor(tung)) == []


def test_nothing_waits_once_it_is_written(reading, looked_through, minh, as_actor, now):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)

    assert selectors.waiting_for(as_actor(minh)) == []


def test_a_record_tells_from_which_words_it_was_taken(page, reading, looked_through, minh, as_actor, now):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)
    cited = Document.objects.get(number="271/SNV-TĐKT")
    address = reverse("intake:sources") + f"?s=register.Document:{cited.pk}"

    html = page.get(address, headers=HTMX).content.decode()

    assert "<strong>Công văn số 271/SNV-TĐKT ngày 28 tháng 4 năm 2024 của Sở Nội vụ</strong>" in html
    assert url("reading", reading) in html
    assert "<html" not in html


def test_a_leader_reads_the_words_without_the_way_in(
    reading, looked_through, minh, son, as_actor, now, sign_in
):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)
    cited = Document.objects.get(number="271/SNV-TĐKT")

    html = (
        sign_in(son).get(reverse("intake:sources"), {"s": f"register.Document:{cited.pk}"}).content.decode()
    )

    assert "271/SNV-TĐKT" in html
    assert url("reading", reading) not in html


def test_tung_is_told_nothing_of_it(reading, looked_through, minh, tung, as_actor, now, sign_in):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)
    cited = Document.objects.get(number="271/SNV-TĐKT")

    html = (
        sign_in(tung).get(reverse("intake:sources"), {"s": f"register.Document:{cited.pk}"}).content.decode()
    )

    assert "271/SNV-TĐKT" not in html
