"""A register comes in whole, or not at all; and goes out again to the row."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.core import serializers

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.kit.sheets.made import Made
from thidua.records.register.identity import Identity
from thidua.work.initiatives import services
from thidua.work.initiatives.models import Initiative, Recognition
from thidua.work.initiatives.rows import Recognised, Share
from thidua.work.initiatives.services import Line
from thidua.work.initiatives.tests.factories import NOW, SYSTEM, base, recorded, shares

PAPER = Identity("quyet_dinh", "31/QĐ-SVH", date(2023, 12, 8), None)
PROVINCE = Recognised("tinh", 2024, printed="danh sách của Sở")


def lines_of(person, count):
    told = Recognised("co_so", 2023, document=PAPER)
    return [
        Line(place, f"Giải pháp số {place}", (Share(person),), told, (PROVINCE,)) for place in range(count)
    ]


def dump():
    """Every row of the project's own tables, but the audit chain."""
    models = [model for model in apps.get_models() if model._meta.label != "audit.AuditLine"]
    return {
        model._meta.label: serializers.serialize("json", model._base_manager.order_by("pk"))
        for model in models
    }


def test_all_come_in_with_one_line_in_the_chain(as_actor, minh, khai, so_van_hoa):
    made = services.enter_many(lines_of(khai, 3), body=so_van_hoa, by=as_actor(minh), at=NOW)

    assert len(made.of(Initiative)) == 3
    assert len(made.of(Recognition)) == 6
    line = AuditLine.objects.exclude(outer="initiatives.enter_many").get(verb="initiatives.enter_many")
    assert line.changes["lines"] == ["", 3]


def test_the_number_of_queries_does_not_follow_the_lines(khai, so_van_hoa, django_assert_max_num_queries):
    services.enter_many(lines_of(khai, 1), body=so_van_hoa, by=SYSTEM, at=NOW)
    many = [
        Line(each.place, f"Khác {each.place}", each.authors, each.recognised) for each in lines_of(khai, 40)
    ]

    with django_assert_max_num_queries(25):
        services.enter_many(many, body=so_van_hoa, by=SYSTEM, at=NOW)


def test_one_wrong_line_keeps_all_out_and_is_named(khai, yen, so_van_hoa):
    recorded("Đã có", khai, so_van_hoa)
    over = (Share(khai, Decimal(60)), Share(yen, Decimal(60)))
    wrong = [
        Line(2, "Tốt", tuple(shares(khai)), base()),
        Line(3, "tốt", tuple(shares(khai)), base()),
        Line(4, "Đã có", tuple(shares(yen, khai)), base()),
        Line(5, "Quá tỷ lệ", over, base()),
        Line(6, "Hai lần cơ sở", tuple(shares(khai)), base(), (base(),)),
    ]
    with pytest.raises(Refused) as refused:
        services.enter_many(wrong, body=so_van_hoa, by=SYSTEM, at=NOW)

    assert [reason.split(":")[0] for reason in refused.value.reasons] == [f"Dòng {n}" for n in (3, 4, 5, 6)]
    assert Initiative.objects.count() == 1


def test_none_is_refused_and_so_is_who_may_not_write(as_actor, tung, khai, so_van_hoa):
    with pytest.raises(Refused, match="ít nhất một dòng"):
        services.enter_many([], body=so_van_hoa, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Không có quyền"):
        services.enter_many(lines_of(khai, 1), body=so_van_hoa, by=as_actor(tung), at=NOW)


def test_taken_back_everything_is_as_before(as_actor, minh, khai, so_van_hoa):
    recorded("Có từ trước", khai, so_van_hoa)
    before = dump()
    made = services.enter_many(lines_of(khai, 4), body=so_van_hoa, by=as_actor(minh), at=NOW)
    kept = Made.from_json(made.as_json())
    assert dump() != before
    services.take_back(kept, by=as_actor(minh), at=NOW)

    assert dump() == before
    assert AuditLine.objects.order_by("seq").last().verb == "initiatives.take_back"


def test_what_was_changed_since_stays(khai, yen, so_van_hoa):
    made = services.enter_many(lines_of(khai, 2), body=so_van_hoa, by=SYSTEM, at=NOW)
    first = Initiative.objects.get(pk=made.of(Initiative)[0])
    services.correct(first, authors=shares(yen), by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="Giải pháp số 0"):
        services.take_back(made, by=SYSTEM, at=NOW)
    assert Initiative.objects.count() == 3


def test_a_recognition_added_or_a_paper_used_elsewhere_keeps_the_lines(khai, so_van_hoa):
    made = services.enter_many(lines_of(khai, 1), body=so_van_hoa, by=SYSTEM, at=NOW)
    recorded("Dùng chung quyết định", khai, so_van_hoa, recognised=Recognised("co_so", 2023, document=PAPER))

    with pytest.raises(Refused, match="31/QĐ-SVH"):
        services.take_back(made, by=SYSTEM, at=NOW)


def test_who_may_not_write_takes_nothing_back(as_actor, tung, khai, so_van_hoa):
    made = services.enter_many(lines_of(khai, 1), body=so_van_hoa, by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="Không có quyền"):
        services.take_back(made, by=as_actor(tung), at=NOW)
