from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import services
from thidua.records.register.models import Series
from thidua.records.register.tests.factories import NOW, SYSTEM, identity, sent

DAY = date(2024, 3, 20)


def open_one(issuer, by=SYSTEM, **settings):
    facts = {"year": 2024, "name": "Văn bản", "types": ["ke_hoach", "thong_bao"]} | settings
    return services.open_series(issuer, by=by, at=NOW, **facts)


def test_a_series_over_several_kinds_counts_them_together(so_van_hoa, minh, as_actor):
    series = open_one(so_van_hoa, as_actor(minh))
    sent(identity("30/KH-SVH", DAY, so_van_hoa, "Phát động"))

    with pytest.raises(Refused, match="Số 30/KH-SVH đã dùng"):
        sent(identity("30/TB-SVH", DAY, so_van_hoa, "Kết luận"))
    notice = sent(identity("31/TB-SVH", DAY, so_van_hoa, "Kết luận"))

    assert notice.series == series
    assert AuditLine.objects.get(verb="register.open_series").changes["types"][1] == "Kế hoạch, Thông báo"


def test_kinds_without_a_common_series_count_for_themselves(so_van_hoa):
    sent(identity("30/KH-SVH", DAY, so_van_hoa, "Phát động"))
    sent(identity("30/TB-SVH", DAY, so_van_hoa, "Kết luận"))

    assert sorted(Series.objects.values_list("name", flat=True)) == ["Kế hoạch", "Thông báo"]


def test_a_kind_with_numbers_stays_in_its_series(so_van_hoa):
    sent(identity("30/KH-SVH", DAY, so_van_hoa, "Phát động"))

    with pytest.raises(Refused, match=r"Kế hoạch năm 2024 đã có số ở dãy “Kế hoạch” \(30/KH-SVH\)"):
        open_one(so_van_hoa)


def test_the_same_name_twice_in_a_year_is_refused(so_van_hoa):
    open_one(so_van_hoa)

    with pytest.raises(Refused, match="đã có dãy số “Văn bản” năm 2024"):
        open_one(so_van_hoa, types=["bao_cao"])


def test_a_new_year_begins_as_the_old_one_was_set(so_van_hoa):
    open_one(so_van_hoa, year=2023, gives_numbers=True, last_serial=40)

    plan = sent(identity("", DAY, so_van_hoa, "Phát động", type="ke_hoach"), next_number=True)

    assert (plan.number, plan.series.name, plan.series.year) == ("01/KH-SVH", "Văn bản", 2024)
    assert {row.type for row in plan.series.types.all()} == {"ke_hoach", "thong_bao"}


def test_a_year_can_be_opened_ahead(so_van_hoa, minh, as_actor):
    open_one(so_van_hoa, year=2024)

    (series,) = services.open_year(so_van_hoa, year=2025, by=as_actor(minh), at=NOW)

    assert (series.year, series.last_serial, series.types.count()) == (2025, 0, 2)


def test_councils_number_for_themselves(so_van_hoa):
    council = orgs.unit(
        "Khối thi đua các phòng", "KTĐ", parent=so_van_hoa, kind="hoi_dong", level="don_vi", legal=False
    )
    ours = sent(identity("02/KH-SVH", DAY, so_van_hoa, "Phát động"))
    theirs = sent(identity("02/KH-KTĐ", DAY, council, "Công tác thi đua khối"))

    assert ours.series != theirs.series


def test_the_number_given_next_can_be_set_but_not_below_one_in_use(so_van_hoa, minh, as_actor):
    series = sent(identity("30/KH-SVH", DAY, so_van_hoa, "Phát động")).series
    by = as_actor(minh)

    with pytest.raises(Refused, match="Số 30/KH-SVH đã dùng"):
        services.set_numbering(series, gives_numbers=True, last_serial=29, by=by, at=NOW)
    services.set_numbering(series, gives_numbers=True, last_serial=35, by=by, at=NOW)

    assert (
        sent(identity("", DAY, so_van_hoa, "Tiếp", type="ke_hoach"), next_number=True).number == "36/KH-SVH"
    )


def test_a_party_committee_prints_its_numbers_its_own_way(so_van_hoa):
    cell = orgs.unit("Chi bộ Sở Văn hóa", "CB", parent=so_van_hoa, kind="dang", level="don_vi", legal=False)
    open_one(cell, types=["ke_hoach"], gives_numbers=True)

    assert (
        sent(identity("", DAY, cell, "Học tập nghị quyết", type="ke_hoach"), next_number=True).number
        == "01-KH/CB"
    )


def test_a_reader_and_a_stranger_cannot_open_or_set(so_van_hoa, son, tung, as_actor):
    series = open_one(so_van_hoa)
    for user in (son, tung):
        by = as_actor(user)
        with pytest.raises(Refused):
            open_one(so_van_hoa, by, name="Khác", types=["bao_cao"])
        with pytest.raises(Refused):
            services.set_numbering(series, gives_numbers=True, last_serial=0, by=by, at=NOW)
        with pytest.raises(Refused):
            services.open_year(so_van_hoa, year=2025, by=by, at=NOW)
