"""A yearly rating: of a person or a unit, once a period, with its source, by whoever keeps the records of the body."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import sentence
from thidua.kit.refused import Refused
from thidua.records.orgs import services as orgs
from thidua.records.orgs.tests import factories as people
from thidua.records.register.tests.factories import entered, identity
from thidua.records.staff.models import Rating
from thidua.records.staff.tests.factories import NOW, SYSTEM, rated


def test_a_person_and_a_room_are_rated_with_one_line_each_in_the_log(
    so_van_hoa, phong_di_san, khai, minh, as_actor
):
    row = rated(khai, so_van_hoa, "HTXSNV", by=as_actor(minh))
    room = rated(phong_di_san, so_van_hoa, "HTTNV", by=as_actor(minh))

    assert (row.year, row.since, row.until) == (2023, date(2023, 1, 1), date(2024, 1, 1))
    assert str(row) == "Hoàn thành xuất sắc nhiệm vụ, năm 2023: Đỗ Văn Khải"
    assert room.about == phong_di_san
    first, _ = AuditLine.objects.filter(verb="staff.rate").order_by("seq")
    assert sentence(first).startswith("Lê Quang Minh ghi xếp loại Hoàn thành xuất sắc nhiệm vụ, năm 2023")


def test_a_school_year_counts_for_the_year_that_it_ends_in(so_van_hoa, khai):
    row = rated(khai, so_van_hoa, period="năm học 2022-2023")

    assert (row.year, row.period_label) == (2023, "năm học 2022-2023")
    assert rated(khai, so_van_hoa, period="2023").year == 2023


def test_the_superior_rates_the_bodies_below(tan_giang, so_van_hoa):
    assert rated(so_van_hoa, tan_giang, "HTXSNV").body == tan_giang


def test_the_same_period_is_rated_once_also_under_a_merged_card(so_van_hoa, phong_di_san, khai):
    other = people.person("Đỗ Văn Khải", phong_di_san)
    rated(other, so_van_hoa)
    orgs.merge_people(other, into=khai, by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="đã có trong sổ"):
        rated(khai, so_van_hoa, "HTNV")
    with pytest.raises(Refused, match="đã nhập vào thẻ khác"):
        rated(type(khai).objects.get(pk=other.pk), so_van_hoa, period="2022")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"level": "TOT"}, "Chọn mức xếp loại"),
        ({"period": "2025"}, "chưa bắt đầu"),
        ({"period": "2023Q3"}, "theo năm hoặc năm học"),
        ({"printed": " "}, "Cần căn cứ"),
    ],
)
def test_what_is_impossible_is_refused(so_van_hoa, khai, facts, reason):
    with pytest.raises(Refused, match=reason):
        rated(khai, so_van_hoa, **facts)

    assert not Rating.objects.exists()


def test_a_document_is_source_enough(so_van_hoa, khai):
    notice = entered(
        identity("12/TB-SVH", date(2024, 1, 9), so_van_hoa, "Xếp loại năm 2023"), so_van_hoa, "di"
    )

    assert rated(khai, so_van_hoa, printed="", document=notice).document == notice


def test_strangers_and_outsiders_are_refused(
    so_van_hoa, so_noi_vu, so_van_hoa_nam_hai, khai, tung, son, as_actor
):
    tung_person = tung.person
    with pytest.raises(Refused, match="Không có quyền"):
        rated(khai, so_van_hoa, by=as_actor(tung))
    with pytest.raises(Refused, match="Không có quyền"):
        rated(khai, so_van_hoa, by=as_actor(son))
    with pytest.raises(Refused, match="không thuộc"):
        rated(tung_person, so_van_hoa)
    with pytest.raises(Refused, match="không thuộc"):
        rated(so_noi_vu, so_van_hoa)
    with pytest.raises(Refused, match="không thuộc"):
        rated(khai, so_van_hoa_nam_hai, by=as_actor(tung))


def test_the_database_holds_what_no_verb_may_write(so_van_hoa, khai):
    row = rated(khai, so_van_hoa)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    row.since, row.until, row.unit = date(2022, 1, 1), date(2023, 1, 1), so_van_hoa
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
