"""Many at a time: all or none, one line in the log, few queries; taken back to the row while nothing rests on it."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import told
from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories as people
from thidua.records.staff import services
from thidua.records.staff.models import Discipline, Leave, Rating
from thidua.records.staff.services import Line
from thidua.records.staff.tests.factories import LIST, NOW, SYSTEM, rated
from thidua.vn.periods import parse

SHARED = {"period": parse("2023"), "printed": LIST, "by": SYSTEM, "at": NOW}


def lines(listed, **facts):
    return [Line(place, one, facts) for place, one in enumerate(listed, 1)]


def dump():
    """Every row of every table, but the log."""
    skipped = {"audit.AuditLine"}
    models = [
        model for model in apps.get_models() if model._meta.label not in skipped and model._meta.managed
    ]
    return {model._meta.label: sorted(map(str, model._base_manager.values_list())) for model in models}


def test_a_room_is_rated_with_one_line_in_the_log(so_van_hoa, khai, hoa):
    listed = [
        *lines([khai], level="HTXSNV"),
        Line(2, hoa, {"level": "HTTNV"}),
        Line(3, so_van_hoa, {"level": "HTTNV"}),
    ]

    made = services.rate_many(listed, body=so_van_hoa, **SHARED)

    assert made.of(Rating) == list(Rating.objects.order_by("pk").values_list("pk", flat=True))
    assert set(Rating.objects.values_list("level", "year")) == {("HTXSNV", 2023), ("HTTNV", 2023)}
    (line,) = AuditLine.objects.all()
    assert told(line).sentence == "Hệ thống ghi danh sách xếp loại, 3 dòng"
    assert line.changes["lines"] == ["", 3]


def test_all_or_none_and_each_refusal_names_its_line(so_van_hoa, khai, hoa, tung):
    rated(khai, so_van_hoa)
    listed = lines([khai, hoa, tung.person, hoa], level="HTTNV")

    with pytest.raises(Refused) as refused:
        services.rate_many(listed, body=so_van_hoa, **SHARED)

    first, third, fourth = refused.value.reasons
    assert first.startswith("Dòng 1: ")
    assert "không thuộc" in third
    assert fourth.startswith("Dòng 4: ")
    assert Rating.objects.count() == 1
    with pytest.raises(Refused, match="ít nhất một dòng"):
        services.rate_many([], body=so_van_hoa, **SHARED)


def test_many_ask_as_few_questions_as_a_few(so_van_hoa):
    def asked(first, last):
        listed = lines([people.person(f"Người {at}", so_van_hoa) for at in range(first, last)], level="HTTNV")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            services.rate_many(listed, body=so_van_hoa, **SHARED)
        return len(queries)

    assert asked(0, 3) == asked(3, 60)


def test_disciplines_and_leaves_come_in_many_too(so_van_hoa, khai, hoa):
    given = {"body": so_van_hoa, "by": SYSTEM, "at": NOW}
    facts = {
        "form": "canh_cao",
        "decided_on": date(2022, 3, 1),
        "until": date(2023, 3, 1),
        "printed": "Sổ cũ",
    }
    ended = services.enter_discipline_many(lines([khai, hoa], **facts), **given)
    leaves = services.enter_leave_many(
        lines([khai, hoa], kind="om_dau", since=date(2023, 2, 1), until=date(2023, 2, 11)), **given
    )

    assert (len(ended.of(Discipline)), len(leaves.of(Leave))) == (2, 2)
    assert set(Leave.objects.values_list("days", flat=True)) == {Decimal(10)}
    assert "Khải" not in " ".join(told(line).sentence for line in AuditLine.objects.all())


def test_taking_back_leaves_no_trace_but_in_the_log(so_van_hoa, khai, hoa):
    rated(khai, so_van_hoa, period="2022")
    before = dump()
    made = services.rate_many(lines([khai, hoa], level="HTTNV"), body=so_van_hoa, **SHARED)

    services.take_back(type(made).from_json(made.as_json()), by=SYSTEM, at=NOW)

    assert dump() == before
    assert told(AuditLine.objects.latest("seq")).sentence == "Hệ thống hoàn tác việc ghi danh sách, 2 dòng"


def test_what_was_changed_since_is_not_taken_back(so_van_hoa, khai, hoa, keeper, as_actor):
    made = services.rate_many(lines([khai, hoa], level="HTTNV"), body=so_van_hoa, **SHARED)
    services.correct(Rating.objects.get(person=khai), level="HTNV", by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Đỗ Văn Khải: đã được"):
        services.take_back(made, by=SYSTEM, at=NOW)

    facts = {"form": "canh_cao", "decided_on": date(2023, 3, 1), "printed": "Sổ cũ"}
    made = services.enter_discipline_many(lines([hoa], **facts), body=so_van_hoa, by=SYSTEM, at=NOW)
    services.end_discipline(Discipline.objects.get(), on=date(2024, 3, 1), by=as_actor(keeper), at=NOW)
    with pytest.raises(Refused, match="đã được sửa"):
        services.take_back(made, by=as_actor(keeper), at=NOW)


def test_only_who_may_write_takes_back(so_van_hoa, khai, minh, tung, as_actor):
    made = services.rate_many(lines([khai], level="HTTNV"), body=so_van_hoa, **SHARED)
    with pytest.raises(Refused, match="Không có quyền"):
        services.take_back(made, by=as_actor(tung), at=NOW)
    facts = {"form": "canh_cao", "decided_on": date(2023, 3, 1), "printed": "Sổ cũ"}
    with pytest.raises(Refused, match="Không có quyền"):
        services.enter_discipline_many(lines([khai], **facts), body=so_van_hoa, by=as_actor(minh), at=NOW)
    services.take_back(made, by=as_actor(minh), at=NOW)
    assert not Rating.objects.exists()
