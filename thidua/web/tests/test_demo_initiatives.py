"""The demo department's register of initiatives, and its number book."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from thidua.records.certificates.models import Certificate
from thidua.records.orgs.actors import system as system_of
from thidua.records.orgs.models import Person
from thidua.records.orgs.services import sync_outside_bodies
from thidua.web.demo import load
from thidua.work.initiatives import selectors
from thidua.work.initiatives.models import Initiative

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize("today", [date(2026, 7, 1), date(2027, 1, 2)])
def test_one_is_recognised_by_the_province_one_at_base_only_and_one_reads_nearly_the_same(today):
    at = timezone.make_aware(datetime.combine(today, time(9)))
    sync_outside_bodies(by=system_of(today), at=at)
    made = load.load(at=at, today=today, password="chỉ để thử 2026")
    clerk, last = made.clerk(made.units["svh"]), today.year - 1

    def recognised(name):
        card = Person.objects.get(full_name=name).pk
        return [(row[2], row[3]) for row in selectors.recognised_of([card], clerk)]

    assert recognised("Lê Hoàng Nam") == [("co_so", last - 1), ("co_so", last), ("tinh", last)]
    assert recognised("Nguyễn Thị Ánh") == [("co_so", last)]
    first = Initiative.objects.get(title__startswith="Số hóa phiếu kiểm kê di tích")
    assert [one.initiative.body.code for one in selectors.alike(first.title, clerk, but=first.pk)] == ["BT"]
    assert {award.code for row in selectors.same_years(first, clerk) for award in row.awards} >= {"CSTDCS"}
    assert selectors.covered(clerk, date(last, 1, 1), date(last + 1, 1, 1), body=made.units["svh"])
    assert [(row.number[:3], row.recipient, row.ending) for row in Certificate.objects.order_by("seq")] == [
        ("017", "", "hong"),
        ("018", "Đỗ Văn Khải", "cap_lai"),
        ("019", "Đỗ Văn Khải", ""),
        ("020", "Phòng Quản lý di sản", ""),
    ]
