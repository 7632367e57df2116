"""One award is entered: its list, its recipient's body, its source; what is refused."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards import services
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import NOW, SYSTEM, YEAR, decided, given
from thidua.records.orgs.tests import factories


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


def test_a_title_of_a_person_stands_with_its_decision(as_actor, minh, khai, so_van_hoa):
    decision = decided(so_van_hoa)

    award = given("CSTDCS", khai, so_van_hoa, by=as_actor(minh), decision=decision, certificate="12")

    assert (award.sort, award.code, award.name) == ("danh_hieu", "CSTDCS", "Chiến sĩ thi đua cơ sở")
    assert (award.home, award.decided_by, award.year) == (so_van_hoa, so_van_hoa, 2023)
    assert (award.recipient, award.of_whom, award.count) == ("Đỗ Văn Khải", "ca_nhan", 1)
    (line,) = AuditLine.objects.filter(verb="awards.enter")
    assert line.subject_text == "Chiến sĩ thi đua cơ sở, năm 2023: Đỗ Văn Khải"


def test_a_title_without_a_decision_stands_once_whatever_the_reason(khai, so_van_hoa):
    given("LDTT", khai, so_van_hoa, category="cong_trang")

    with pytest.raises(Refused, match="đã có trong sổ"):
        given("LDTT", khai, so_van_hoa, category="dot_xuat")


def test_a_form_is_on_the_other_list_and_may_be_typed_by_name(khai, so_van_hoa):
    assert given("giấy khen", khai, so_van_hoa).code == "GK"
    assert given("GK", khai, so_van_hoa, "2022").sort == "hinh_thuc"


def test_what_the_book_does_not_know_keeps_its_name(khai, so_van_hoa):
    award = given("Bằng Lao động sáng tạo", khai, so_van_hoa)

    assert (award.code, award.name, award.sort) == ("", "Bằng Lao động sáng tạo", "hinh_thuc")


def test_a_school_year_is_a_merit_period(khai, so_van_hoa):
    award = given("LDTT", khai, so_van_hoa, "năm học 2022-2023")

    assert (award.since, award.until, award.year) == (date(2022, 9, 1), date(2023, 9, 1), 2023)


def test_a_person_belongs_to_the_body_of_the_day_of_the_decision(khai, so_van_hoa, so_noi_vu):
    khai.positions.update(until=date(2024, 2, 1))
    khai.positions.create(unit=so_noi_vu, title="Chuyên viên", since=date(2024, 2, 1))

    assert given("LDTT", khai, so_noi_vu, decision=decided(so_van_hoa)).home == so_van_hoa


def test_a_household_gets_a_form(so_van_hoa):
    house = services.note_household("Lê Văn Ba", address="ấp 1", body=so_van_hoa, by=SYSTEM, at=NOW)
    again = services.note_household("lê văn ba", address="Ấp 1", body=so_van_hoa, by=SYSTEM, at=NOW)

    award = services.enter("GK", house, body=so_van_hoa, period=YEAR, printed="sổ cũ", by=SYSTEM, at=NOW)

    assert house == again
    assert (award.of_whom, award.recipient) == ("ho_gia_dinh", "Hộ Lê Văn Ba, ấp 1")


def test_the_same_award_twice_is_refused(khai, so_van_hoa):
    decision = decided(so_van_hoa)
    given("GK", khai, so_van_hoa, decision=decision)

    with pytest.raises(Refused, match="đã có trong sổ"):
        given("GK", khai, so_van_hoa, decision=decision)
    given("GK", khai, so_van_hoa, decision=decided(so_van_hoa, "99/QĐ-SVH"))
    assert Award.objects.count() == 2


def test_a_title_is_given_once_a_period_whatever_the_decision(khai, so_van_hoa):
    given("LDTT", khai, so_van_hoa, decision=decided(so_van_hoa))

    with pytest.raises(Refused, match="theo Quyết định 88/QĐ-SVH đã có trong sổ"):
        given("LDTT", khai, so_van_hoa, decision=decided(so_van_hoa, "99/QĐ-SVH"))


def test_a_merged_card_is_the_same_person(khai, so_van_hoa, phong_di_san):
    double = factories.person("Đỗ Văn Khải", phong_di_san)
    given("LDTT", double, so_van_hoa)
    double.merged_into = khai
    double.save()

    with pytest.raises(Refused, match="đã có trong sổ"):
        given("LDTT", khai, so_van_hoa)


def test_a_title_for_people_is_not_given_to_a_collective(phong_di_san, so_van_hoa):
    with pytest.raises(Refused, match="Lao động tiên tiến không dành cho tập thể"):
        given("LDTT", phong_di_san, so_van_hoa)
    assert given("TTLDTT", phong_di_san, so_van_hoa).unit == phong_di_san


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"printed": " "}, "cần căn cứ"),
        ({"category": "khac", "printed": "x"}, "loại khen thưởng"),
        ({"period": "2025", "printed": "x"}, "chưa bắt đầu"),
        ({"kind": " ", "printed": "x"}, "Chọn danh hiệu"),
    ],
)
def test_what_cannot_be_is_refused_with_the_way_out(khai, so_van_hoa, facts, said):
    kind, period = facts.pop("kind", "LDTT"), facts.pop("period", "2023")

    with pytest.raises(Refused, match=said):
        given(kind, khai, so_van_hoa, period, **facts)


def test_a_decision_before_the_merit_period_is_refused(khai, so_van_hoa):
    early = decided(so_van_hoa, issued_on=date(2022, 12, 1))

    with pytest.raises(Refused, match="trước khi kỳ thành tích năm 2023 bắt đầu"):
        given("LDTT", khai, so_van_hoa, decision=early)


@pytest.mark.parametrize("who", ["son", "thao", "ha", "tung", "dung", "binh"])
def test_who_may_not_write_is_refused(request, as_actor, khai, so_van_hoa, who):
    actor = as_actor(request.getfixturevalue(who))

    with pytest.raises(Refused, match="Không có quyền ghi sổ khen thưởng của Sở Văn hóa"):
        given("LDTT", khai, so_van_hoa, by=actor)
    with pytest.raises(Refused):
        services.note_household("A", body=so_van_hoa, by=actor, at=NOW)
