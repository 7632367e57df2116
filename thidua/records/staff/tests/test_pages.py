"""The pages: lists, forms, a row, and the parts that stand on the pages of people and units."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from thidua.records.orgs import services as orgs
from thidua.records.orgs.tests import factories as people
from thidua.records.staff.kinds import TABS
from thidua.records.staff.models import Leave, Rating, Service, Study
from thidua.records.staff.tests.factories import NOW, SYSTEM, away, pending, rated

OPEN_KINDS = [tab.slug for tab in TABS[:1] + TABS[2:5]]


@pytest.fixture
def page(minh, sign_in, so_van_hoa):
    client = sign_in(minh)

    def get(name, *args, **query):
        return client.get(reverse(f"staff:{name}", args=args), query)

    get.post = lambda name, *args, **typed: client.post(reverse(f"staff:{name}", args=args), typed)
    return get


def text_of(answer):
    return answer.content.decode()


def test_the_list_has_a_tab_a_kind_and_says_how_many_of_each_level(page, so_van_hoa, khai, hoa):
    rated(khai, so_van_hoa, "HTXSNV")
    rated(hoa, so_van_hoa, "HTTNV")
    rated(so_van_hoa, so_van_hoa, "HTTNV")

    first = page("list")
    assert first.url == reverse("staff:tab", args=["xep-loai"])
    shown = text_of(page("tab", "xep-loai"))
    assert "Hoàn thành xuất sắc nhiệm vụ: 1" in shown
    assert "Hoàn thành tốt nhiệm vụ: 2" in shown
    assert "Kỷ luật</a>" not in shown
    assert "Đỗ Văn Khải" in shown
    assert "Đỗ Văn Khải" not in text_of(page("tab", "xep-loai", ai="tap_the"))
    assert "Đỗ Văn Khải" not in text_of(page("tab", "xep-loai", loai="HTTNV"))
    assert "Đỗ Văn Khải" not in text_of(page("tab", "xep-loai", nam_tu="2024"))
    assert "Lê Thị Hòa" not in text_of(page("tab", "xep-loai", q="khai"))


def test_a_room_is_a_filter(page, so_van_hoa, phong_di_san, khai, hoa):
    rated(khai, so_van_hoa)
    rated(hoa, so_van_hoa)
    shown = text_of(page("tab", "xep-loai", phong=str(phong_di_san.pk)))

    assert "Đỗ Văn Khải" in shown
    assert "Lê Thị Hòa" not in shown


@pytest.mark.parametrize("slug", OPEN_KINDS)
def test_every_open_list_is_there_also_empty_and_as_a_file(page, slug):
    assert page("tab", slug).status_code == 200
    answer = page("excel", slug)
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    assert book.get_sheet_by_index(0).to_python()[0][1] == "Người, tập thể"


def test_a_longer_list_asks_no_more(page, so_van_hoa):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert page("tab", "xep-loai").status_code == 200
        return len(queries)

    for at in range(2):
        rated(people.person(f"Người {at}", so_van_hoa), so_van_hoa)
    few = asked()
    for at in range(2, 20):
        rated(people.person(f"Người {at}", so_van_hoa), so_van_hoa)
    assert asked() == few


def test_a_rating_is_typed_put_right_and_struck_out(page, so_van_hoa, khai):
    typed = {
        "person": "Đỗ Văn Khải",
        "person_id": khai.pk,
        "period": "2023",
        "level": "HTTNV",
        "printed": "TB",
    }
    assert page.post("enter", "xep-loai", **{**typed, "level": ""}).status_code == 422
    made = page.post("enter", "xep-loai", **typed)
    row = Rating.objects.get()
    assert made.url == reverse("staff:row", args=["xep-loai", row.pk])
    assert "Hoàn thành tốt nhiệm vụ" in text_of(page("row", "xep-loai", row.pk))

    form = text_of(page("correct", "xep-loai", row.pk))
    assert 'value="năm 2023"' in form
    page.post("correct", "xep-loai", row.pk, **{**typed, "level": "HTXSNV"})
    new = Rating.objects.standing().get()
    assert (new.level, new.corrects) == ("HTXSNV", row)
    assert "Xem dòng thay thế" in text_of(page("row", "xep-loai", row.pk))

    assert page.post("strike", "xep-loai", new.pk, reason="").status_code == 422
    page.post("strike", "xep-loai", new.pk, reason="nhầm người")
    assert not Rating.objects.standing().exists()
    assert "nhầm người" in text_of(page("row", "xep-loai", new.pk))
    assert "Đỗ Văn Khải" in text_of(page("tab", "xep-loai", bo="1"))


def test_a_refusal_stands_on_the_form_and_nothing_typed_is_lost(page, so_van_hoa, khai):
    rated(khai, so_van_hoa)
    typed = {
        "person": "Đỗ Văn Khải",
        "person_id": khai.pk,
        "period": "2023",
        "level": "HTTNV",
        "printed": "TB 9",
    }
    answer = page.post("enter", "xep-loai", **typed)

    assert answer.status_code == 422
    assert "đã có trong sổ" in text_of(answer)
    assert "TB 9" in text_of(answer)


def test_one_of_two_is_asked_for(page, so_van_hoa, khai):
    answer = page.post("enter", "xep-loai", period="2023", level="HTTNV", printed="TB")
    assert "người, hoặc tập thể" in text_of(answer)
    both = {"person": khai, "person_id": khai.pk, "unit": so_van_hoa, "unit_id": so_van_hoa.pk}
    answer = page.post("enter", "xep-loai", **both, period="2023", level="HTTNV", printed="TB")
    assert "người, hoặc tập thể" in text_of(answer)


def test_a_leave_ends_on_its_last_day(page, hoa):
    typed = {"person": "Lê Thị Hòa", "person_id": hoa.pk, "kind": "thai_san", "since": "01/11/2023"}
    page.post("enter", "nghi", **typed, last="30/4/2024")
    row = Leave.objects.get()
    assert (row.until, row.days) == (date(2024, 5, 1), 182)
    assert "01/11/2023 – 30/4/2024" in text_of(page("tab", "nghi"))

    form = text_of(page("correct", "nghi", row.pk))
    assert "30/04/2024" in form or "30/4/2024" in form
    page.post("correct", "nghi", row.pk, **typed, last="31/3/2024")
    assert Leave.objects.standing().get().days == 152
    answer = page.post("enter", "nghi", **typed, days="3", working_days="2")
    assert "một trong hai" in text_of(answer)


def test_study_and_service_are_typed(page, hoa):
    who = {"person": "Lê Thị Hòa", "person_id": hoa.pk}
    page.post("enter", "hoc-tap", **who, course="Cao học", since="01/9/2022", last="31/3/2024", result="kha")
    row = Study.objects.get()
    assert (row.sent_by_agency, row.complied, row.result) == (None, None, "kha")
    page.post(
        "correct",
        "hoc-tap",
        row.pk,
        **who,
        course="Cao học",
        since="01/9/2022",
        last="31/3/2024",
        sent_by_agency="0",
    )
    assert Study.objects.standing().get().sent_by_agency is False
    page.post("enter", "cong-tac", **who, kind="tuyen_dung", since="01/3/2023", place="Văn phòng Sở")
    assert Service.objects.get().year == 2023
    for slug in ("hoc-tap", "cong-tac"):
        assert "Lê Thị Hòa" in text_of(page("tab", slug))


def test_the_person_s_page_has_the_records_and_says_only_that_awards_wait(page, so_van_hoa, khai):
    rated(khai, so_van_hoa)
    away(khai, so_van_hoa)
    pending(khai, so_van_hoa)

    shown = text_of(page("of_person", khai.pk))
    assert "Hoàn thành tốt nhiệm vụ" in shown
    assert "182 ngày" in shown
    assert "Tạm dừng xét khen" in shown
    assert "điều tra" not in shown
    assert "ghi nhật ký" not in shown
    form = text_of(page("enter", "xep-loai", nguoi=khai.pk))
    assert 'value="Đỗ Văn Khải"' in form
    assert f"?nguoi={khai.pk}" in shown


def test_the_unit_s_page_has_its_ratings(page, so_van_hoa, phong_di_san):
    rated(phong_di_san, so_van_hoa)

    assert "năm 2023" in text_of(page("of_unit", phong_di_san.pk))


def test_the_ratings_of_a_unit_that_ended_here_are_told_apart(page, so_van_hoa, phong_di_san):
    old = people.unit("Phòng Bảo tồn", parent=so_van_hoa, level="don_vi", kind="phong", legal=False)
    rated(old, so_van_hoa)
    row = rated(phong_di_san, so_van_hoa)
    orgs.merge_units([old], into=phong_di_san, on=date(2024, 2, 1), by_document="QĐ 3", by=SYSTEM, at=NOW)

    assert "của Phòng Bảo tồn" in text_of(page("of_unit", phong_di_san.pk))
    assert "Đã ghi hai lần" not in text_of(page("row", "xep-loai", row.pk))


def test_everybody_has_a_page_of_their_own_ratings(so_van_hoa, thao, khai, sign_in):
    rated(thao.person, so_van_hoa, "HTXSNV")
    rated(khai, so_van_hoa, "KHTNV")
    client = sign_in(thao)
    shown = text_of(client.get(reverse("staff:mine")))

    assert "Hoàn thành xuất sắc nhiệm vụ" in shown
    assert "Không hoàn thành" not in shown
    assert client.get(reverse("staff:list")).status_code == 403


def test_tung_finds_nothing(so_van_hoa, khai, tung, sign_in):
    row = rated(khai, so_van_hoa)
    client = sign_in(tung)
    for name, args in (
        ("row", ["xep-loai", row.pk]),
        ("correct", ["xep-loai", row.pk]),
        ("of_person", [khai.pk]),
    ):
        assert client.get(reverse(f"staff:{name}", args=args)).status_code == 404
    assert "Khải" not in text_of(client.get(reverse("staff:tab", args=["xep-loai"])))
    assert client.get(reverse("staff:tab", args=["ky-luat"])).status_code == 403
    assert client.get(reverse("staff:tab", args=["khong-co"])).status_code == 404


def test_since_when_the_records_are_whole_is_stated_and_withdrawn(page, so_van_hoa):
    page.post("coverage", kind="xep-loai", since="01/01/2019", note="đã đối chiếu")
    shown = text_of(page("coverage"))
    assert "Sổ đánh giá, xếp loại" in shown
    assert "Sổ kỷ luật" not in shown
    statement = page("coverage").context["statements"].get()
    page.post("withdraw_coverage", statement.pk, reason="thiếu")
    assert not page("coverage").context["statements"].exists()


def test_what_is_filtered_is_printed_as_a_table_and_as_files(page, so_van_hoa, khai, hoa):
    rated(khai, so_van_hoa, "HTXSNV")
    rated(hoa, so_van_hoa, "HTTNV", "2022")
    rated(so_van_hoa, so_van_hoa, "HTTNV")

    shown = text_of(page("print", nam_tu="2023", nam_den="2023"))
    assert "xếp loại năm 2023" in shown
    assert "Trưởng phòng, Phòng Quản lý di sản" in shown
    assert "hoàn thành xuất sắc nhiệm vụ 01" in shown
    assert "Lê Thị Hòa" not in shown
    assert shown.index("Tập thể: ") < shown.index("Cá nhân: ")
    assert page("print", tep="docx").content.startswith(b"PK")
    assert page("print", tep="pdf").content.startswith(b"%PDF")
    assert "Chưa ghi xếp loại nào" in text_of(page("print", nam_tu="2024"))


def test_rows_of_two_cards_that_became_one_are_pointed_out(page, so_van_hoa, phong_di_san, khai):
    other = people.person("Đỗ Văn Khải", phong_di_san)
    row = rated(khai, so_van_hoa)
    rated(other, so_van_hoa, "HTXSNV")
    assert "Đã ghi hai lần" not in text_of(page("row", "xep-loai", row.pk))

    orgs.merge_people(other, into=khai, by=SYSTEM, at=NOW)

    assert "Đã ghi hai lần" in text_of(page("row", "xep-loai", row.pk))
