from dataclasses import replace
from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.register import selectors, services
from thidua.records.register.models import Document, Entry
from thidua.records.register.tests.factories import entered, identity, sent, stub


@pytest.fixture
def plan(tan_giang):
    return identity(
        "64/KH-UBND", date(2024, 3, 6), tan_giang, "Thông tin, tuyên truyền về công tác TĐKT năm 2024"
    )


def test_a_paper_that_arrived_stands_in_the_register_with_its_derived_columns(
    plan, minh, so_van_hoa, as_actor, now
):
    entry = services.enter(
        plan,
        body=so_van_hoa,
        direction=Entry.Direction.IN,
        by=as_actor(minh),
        at=now,
        arrival_number="112",
        received_on=date(2024, 3, 8),
    )

    document = entry.document
    assert (document.type, document.number_key, document.serial, document.year) == (
        "ke_hoach",
        "64 kh ubnd",
        64,
        2024,
    )
    assert (document.first_year, document.last_year) == (2024, 2024)
    assert "tuyen truyen" in document.folded
    assert not document.is_stub
    assert (entry.arrival_number, entry.received_on) == ("112", date(2024, 3, 8))
    assert AuditLine.objects.get(verb="register.enter").body == str(so_van_hoa.pk)


def test_two_bodies_share_one_document(plan, so_van_hoa, so_noi_vu):
    first = entered(plan, so_van_hoa)
    second = entered(plan, so_noi_vu)

    assert first == second
    assert Document.objects.count() == 1
    assert Entry.objects.count() == 2


def test_a_second_line_of_one_body_is_refused_with_where_it_stands(plan, so_van_hoa):
    entered(plan, so_van_hoa, arrival_number="112")

    with pytest.raises(Refused) as refusal:
        entered(plan, so_van_hoa)

    assert refusal.value.reasons == [
        "Kế hoạch 64/KH-UBND ngày 06/3/2024 đã ở sổ văn bản đến của Sở Văn hóa tỉnh Tân Giang, số đến 112. "
        "Mở văn bản đó để bổ sung."
    ]
    assert Entry.objects.count() == 1


def test_a_stub_becomes_the_held_document_and_takes_what_the_paper_says(plan, so_van_hoa):
    cited = stub(replace(plan, title="tuyên truyền TĐKT"))

    held = entered(plan, so_van_hoa)

    assert held.pk == cited.pk
    assert not held.is_stub
    assert held.title == "Thông tin, tuyên truyền về công tác TĐKT năm 2024"


def test_what_another_body_typed_is_only_filled_never_overwritten(plan, so_van_hoa, so_noi_vu):
    entered(replace(plan, title="Trích yếu của Sở Nội vụ"), so_noi_vu)

    held = entered(replace(plan, signer="Nguyễn Văn Thành"), so_van_hoa)

    assert held.title == "Trích yếu của Sở Nội vụ"
    assert held.signer == "Nguyễn Văn Thành"


def test_a_paper_without_number_and_date_can_be_held(tan_giang, so_van_hoa):
    held = entered(
        identity(issuer=tan_giang, title="Tuyên truyền TĐKT năm 2024", type="ke_hoach"), so_van_hoa
    )

    assert (held.number, held.issued_on, held.series_id) == ("", None, None)


def test_a_paper_without_number_and_title_is_refused(tan_giang, so_van_hoa):
    with pytest.raises(Refused, match="thì nhập trích yếu"):
        entered(identity(issuer=tan_giang, type="ke_hoach"), so_van_hoa)


def test_a_day_to_come_is_refused_in_words_that_mend_it(plan, so_van_hoa):
    with pytest.raises(Refused) as refusal:
        entered(replace(plan, issued_on=date(2024, 6, 13)), so_van_hoa)

    assert refusal.value.reasons == [
        "Ngày ký sau ngày hôm nay. Nhập theo dạng ngày/tháng/năm, ví dụ 12/6/2024."
    ]


def test_a_paper_cannot_arrive_before_it_was_issued(plan, so_van_hoa):
    with pytest.raises(Refused, match=r"Ngày đến 05/3/2024 trước ngày ban hành 06/3/2024"):
        entered(plan, so_van_hoa, received_on=date(2024, 3, 5))


def test_a_letter_going_out_is_the_bodys_own(plan, so_van_hoa):
    with pytest.raises(Refused, match="Kiểm tra nơi ban hành"):
        entered(plan, so_van_hoa, Entry.Direction.OUT)


def test_a_number_in_use_is_refused_with_the_day_of_the_other_and_points_to_it(so_van_hoa):
    first = sent(identity("30/KH-SVH", date(2024, 3, 20), so_van_hoa, "Phát động thi đua"))

    with pytest.raises(Refused) as refusal:
        sent(identity("30/KH-SVH", date(2024, 3, 21), so_van_hoa, "Một kế hoạch khác"))

    assert refusal.value.reasons == [
        "Số 30/KH-SVH đã dùng cho văn bản ngày 20/3/2024. Kiểm tra lại số hoặc mở văn bản đó."
    ]
    assert refusal.value.document == first


def test_sending_opens_the_series_of_the_kind_and_year(so_van_hoa):
    plan = sent(identity("30/KH-SVH", date(2024, 3, 20), so_van_hoa, "Phát động thi đua"))
    letter = sent(identity("61/SVH-VP", date(2024, 3, 20), so_van_hoa, "V/v cử người dự tập huấn"))

    assert (plan.series.name, plan.series.year, plan.series.last_serial) == ("Kế hoạch", 2024, 30)
    assert (letter.series.name, letter.type) == ("Công văn", "cong_van")


def test_a_reader_and_a_stranger_are_refused(plan, son, tung, so_van_hoa, as_actor, now):
    for user in (son, tung):
        with pytest.raises(Refused, match="Không có quyền ghi sổ văn bản của Sở Văn hóa tỉnh Tân Giang"):
            services.enter(plan, body=so_van_hoa, direction="den", by=as_actor(user), at=now)


def test_both_see_it_who_hold_it_and_the_stranger_does_not(
    plan, so_van_hoa, so_noi_vu, minh, son, binh, tung, as_actor
):
    held = entered(plan, so_van_hoa)

    assert [held in selectors.visible_to(as_actor(user)) for user in (minh, son, binh, tung)] == [
        True,
        True,
        False,
        False,
    ]
