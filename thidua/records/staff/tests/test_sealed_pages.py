"""Conduct shows only to a post, and each such post leaves a line in the log; a GET neither shows nor writes."""

import pytest
from django.urls import reverse

from thidua.kit.audit.models import AuditLine
from thidua.records.staff.models import Discipline, PendingMatter
from thidua.records.staff.tests.factories import disciplined, pending

OPEN = {"mo": "1"}


@pytest.fixture
def desk(keeper, sign_in):
    client = sign_in(keeper)

    class Desk:
        @staticmethod
        def get(name, *args):
            return client.get(reverse(f"staff:{name}", args=args))

        @staticmethod
        def post(name, *args, **typed):
            return client.post(reverse(f"staff:{name}", args=args), typed)

    return Desk


def text_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content.decode()


def looks():
    return AuditLine.objects.filter(verb="staff.read_conduct").count()


def addresses(khai, row, matter):
    return [
        ("tab", "ky-luat"),
        ("tab", "dang-xem-xet"),
        ("row", "ky-luat", row.pk),
        ("row", "dang-xem-xet", matter.pk),
        ("correct", "ky-luat", row.pk),
        ("correct", "dang-xem-xet", matter.pk),
        ("conduct_of_person", khai.pk),
    ]


def test_a_cover_shows_nothing_and_writes_nothing_an_opened_page_both(so_van_hoa, khai, desk):
    row, matter = disciplined(khai, so_van_hoa), pending(khai, so_van_hoa)
    told = ("Khiển trách", "điều tra")
    before = AuditLine.objects.count()
    for address in [*addresses(khai, row, matter), ("excel", "ky-luat")]:
        shown = text_of(desk.get(*address))
        assert "Mở, có ghi nhật ký" in shown
        assert not any(word in shown for word in told)
    assert AuditLine.objects.count() == before

    for count, address in enumerate(addresses(khai, row, matter), 1):
        shown = text_of(desk.post(*address, **OPEN))
        assert any(word in shown for word in told), address
        assert looks() >= count
    assert text_of(desk.post("excel", "ky-luat", **OPEN)).startswith(b"PK")


def test_the_opened_list_is_narrowed_by_year_and_name(so_van_hoa, khai, hoa, desk):
    disciplined(khai, so_van_hoa)
    disciplined(hoa, so_van_hoa, "canh_cao")

    assert "Cảnh cáo" in text_of(desk.post("tab", "ky-luat", **OPEN, nam="2023"))
    assert "Cảnh cáo" not in text_of(desk.post("tab", "ky-luat", **OPEN, nam="2024"))
    assert "Cảnh cáo" not in text_of(desk.post("tab", "ky-luat", **OPEN, q="khải"))
    assert AuditLine.objects.latest("seq").subject_text == "kỷ luật, mọi năm, tên có “khải”"


def test_a_discipline_is_typed_put_right_and_ended(so_van_hoa, khai, desk):
    typed = {"person": "Đỗ Văn Khải", "person_id": khai.pk, "form": "khien_trach", "printed": "QĐ 5"}
    made = desk.post("enter", "ky-luat", **typed, decided_on="04/5/2023")
    assert made.url == reverse("staff:tab", args=["ky-luat"])
    row = Discipline.objects.get()

    assert "QĐ 5" in text_of(desk.post("correct", "ky-luat", row.pk, **OPEN))
    again = {**typed, "form": "canh_cao", "decided_on": "04/5/2023", "year": "2022"}
    assert desk.post("correct", "ky-luat", row.pk, **again).status_code == 302
    new = Discipline.objects.standing().get()
    assert (new.form, new.year) == ("canh_cao", 2022)

    assert "Cảnh cáo" not in text_of(desk.get("end", new.pk))
    desk.post("end", new.pk, on="04/5/2024")
    new.refresh_from_db()
    assert new.status == "da_chap_hanh"
    desk.post("strike", "ky-luat", new.pk, reason="nhầm")
    assert not Discipline.objects.standing().exists()


def test_a_matter_is_noted_with_the_grounds_of_the_law_and_concluded(so_van_hoa, khai, desk):
    form = text_of(desk.get("enter", "dang-xem-xet"))
    assert "Đang bị điều tra, thanh tra" in form
    desk.post(
        "enter",
        "dang-xem-xet",
        person="Đỗ Văn Khải",
        person_id=khai.pk,
        ground="investigation",
        since="01/3/2024",
    )
    row = PendingMatter.objects.get()
    assert desk.post("close", row.pk, outcome="", on="01/6/2024").status_code == 422
    desk.post("close", row.pk, outcome="khong_vi_pham", on="01/6/2024")
    row.refresh_from_db()
    assert row.outcome == "khong_vi_pham"
    assert "không có vi phạm" in text_of(desk.post("row", "dang-xem-xet", row.pk, **OPEN))


def test_others_do_not_even_see_the_cover(so_van_hoa, khai, minh, son, tung, sign_in):
    row, matter = disciplined(khai, so_van_hoa), pending(khai, so_van_hoa)
    for user in (minh, son, tung):
        client = sign_in(user)
        for name, *args in addresses(khai, row, matter):
            for answer in (
                client.get(reverse(f"staff:{name}", args=args)),
                client.post(reverse(f"staff:{name}", args=args), OPEN),
            ):
                assert answer.status_code in (403, 404)
    assert looks() == 0
