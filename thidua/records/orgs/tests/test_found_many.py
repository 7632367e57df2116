"""A list of units at once, in any order, and the way back."""

from datetime import date

import pytest
from django.core import serializers
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.kit.sheets.made import Made
from thidua.records.orgs import services, tree
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Unit, UnitCode, UnitName, UnitPlace
from thidua.records.orgs.services import UnitLine
from thidua.records.orgs.tests import factories

TODAY = date(2024, 6, 12)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Phòng Một", "Phòng Hai", "Trường Ba", ""]),
        st.integers(-1, 6),
        st.sampled_from([None, date(2020, 1, 1), date(2022, 1, 1)]),
    ),
    min_size=1,
    max_size=7,
)


def line(place, name, parent=None, *, legal=False, **more):
    more = {"kind": "su_nghiep" if legal else "phong", "level": "don_vi", "key": name} | more
    return UnitLine(place, name, parent=parent, is_legal_person=legal, issues_papers=legal, **more)


def every_row():
    rows = [row for model in (Unit, UnitName, UnitPlace, UnitCode) for row in model.objects.order_by("pk")]
    return serializers.serialize("json", rows)


def test_a_tree_stands_whatever_the_order_of_its_lines(so_van_hoa, the_system, today, now):
    lines = [
        line(2, "Tổ Sưu tầm", "Phòng Kỹ thuật"),
        line(3, "Phòng Kỹ thuật", "Bảo tàng", code="PKT"),
        line(4, "Bảo tàng", legal=True, code="BT", codes={"H02": "000.01.22.H99"}),
    ]
    made = services.found_many(lines, body=so_van_hoa, by=the_system, at=now)

    to, phong, bao_tang = (Unit.objects.get(pk=pk) for pk in made.of(Unit))
    assert (to.name, to.parent, to.body) == ("Tổ Sưu tầm", phong, bao_tang)
    assert to.path == f"{so_van_hoa.path}{bao_tang.pk}/{phong.pk}/{to.pk}/"
    assert set(bao_tang.codes.values_list("scheme", "code")) == {("short", "BT"), ("H02", "000.01.22.H99")}
    assert not {to.pk, phong.pk, bao_tang.pk} & set(tree.out_of_step(today))
    (said,) = AuditLine.objects.all()
    told = ("orgs.found_many", "3 tổ chức", [None, 3])
    assert (said.verb, said.subject_text, said.changes["rows"]) == told


def plain(units):
    """What stands, without keys."""
    return sorted(
        (
            unit.name,
            unit.folded,
            str(unit.parent),
            str(unit.body),
            unit.path.count("/"),
            [(row.name, row.since) for row in unit.names.all()],
            [(row.parent.name, row.since) for row in unit.places.all()],
        )
        for unit in units
    )


def by_ones(rows, body, by, at):
    """The units of the rows whose superiors stand, and what was refused."""
    made, reasons = {}, []
    for place, (name, under, since) in enumerate(rows):
        if 0 <= under < place and under not in made:
            continue
        try:
            made[place] = services.found_unit(
                name or "x",
                by=by,
                at=at,
                kind="phong",
                level="don_vi",
                parent=made[under] if 0 <= under < place else body,
                is_legal_person=name.startswith("Trường"),
                since=since,
            )
        except Refused as refused:
            reasons += [f"Dòng {place}: {reason}" for reason in refused.reasons]
    return made, reasons


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_it_writes_and_refuses_what_founding_one_by_one_does(db, now, rows):
    by = system(TODAY)
    lines = [
        UnitLine(
            place,
            name or "x",
            "phong",
            "don_vi",
            parent=str(under) if 0 <= under < place else None,
            key=str(place),
            is_legal_person=name.startswith("Trường"),
            since=since,
        )
        for place, (name, under, since) in enumerate(rows)
    ]
    with transaction.atomic():
        body = factories.unit("Gốc")
        with transaction.atomic():
            made, reasons = by_ones(rows, body, by, now)
            expected = plain(made.values())
            transaction.set_rollback(True)
        try:
            keys = services.found_many(lines, body=body, by=by, at=now).of(Unit)
        except Refused as refused:
            told, left_out = refused.reasons, [n for n in range(len(rows)) if n not in made]
            assert reasons
            assert set(reasons) <= set(told)
            assert {int(each[5 : each.index(":")]) for each in told} <= set(left_out)
        else:
            assert (reasons, plain(Unit.objects.filter(pk__in=keys))) == ([], expected)
        transaction.set_rollback(True)


def test_a_list_that_cannot_be_a_tree_names_its_lines(so_van_hoa, the_system, now):
    lines = [line(2, "A", "B"), line(3, "B", "A"), line(4, "C", "không có"), line(5, "D"), line(6, "D")]

    with pytest.raises(Refused) as refused:
        services.found_many(lines, body=so_van_hoa, by=the_system, at=now)

    assert [each[:7] for each in refused.value.reasons] == [f"Dòng {n}:" for n in (2, 3, 4, 5)]
    with pytest.raises(Refused, match="ít nhất một"):
        services.found_many([], body=so_van_hoa, by=the_system, at=now)


def test_a_code_in_use_is_refused(so_van_hoa, the_system, now):
    services.set_code(so_van_hoa, by=the_system, at=now, scheme="H02", code="000.09")
    lines = [line(2, "A", codes={"H02": "000.09"}), line(3, "B", codes={"H02": "1"})]

    with pytest.raises(Refused, match=r"Dòng 2: Mã 000.09 đang dùng cho “Sở Văn hóa"):
        services.found_many(lines, body=so_van_hoa, by=the_system, at=now)


def test_the_right_reaches_down_the_list(as_actor, dung, tung, so_van_hoa, so_noi_vu, now):
    lines = [line(2, "Phòng Mới"), line(3, "Tổ Mới", "Phòng Mới")]

    assert services.found_many(lines, body=so_van_hoa, by=as_actor(dung), at=now)
    for actor, body in ((as_actor(dung), so_noi_vu), (as_actor(tung), so_van_hoa)):
        with pytest.raises(Refused, match="ngoài phạm vi quản trị"):
            services.found_many(lines, body=body, by=actor, at=now)


def test_queries_do_not_follow_the_lines(so_van_hoa, the_system, now):
    def asked(count):
        lines = [line(n, f"Phòng {count} {n}") for n in range(count)]
        with CaptureQueriesContext(connection) as queries:
            services.found_many(lines, body=so_van_hoa, by=the_system, at=now)
        return len(queries)

    assert asked(20) == asked(4)


def test_taking_back_leaves_nothing(so_van_hoa, phong_di_san, the_system, now):
    before = every_row()
    lines = [line(2, "Tổ Một", "Phòng Một"), line(3, "Phòng Một", code="P1")]
    made = services.found_many(lines, body=so_van_hoa, by=the_system, at=now)

    services.take_back(Made.from_json(made.as_json()), by=the_system, at=now)

    assert every_row() == before
    assert AuditLine.objects.order_by("-seq")[0].subject_text == "2 tổ chức, 0 người"
    with pytest.raises(Refused, match="không còn trong hệ thống"):
        services.take_back(made, by=the_system, at=now)


@pytest.mark.parametrize(
    "act",
    [
        lambda unit, given: factories.person("Lê Văn An", unit),
        lambda unit, given: services.rename_unit(unit, name="Tổ Khác", since=TODAY, **given),
        lambda unit, given: services.correct_unit(unit, note="đã xem", **given),
        lambda unit, given: factories.unit("Bộ phận Một", parent=unit),
    ],
)
def test_what_was_changed_or_is_used_is_not_taken_back(so_van_hoa, the_system, now, act):
    made = services.found_many([line(2, "Tổ Một")], body=so_van_hoa, by=the_system, at=now)
    act(Unit.objects.get(pk=made.of(Unit)[0]), {"by": the_system, "at": now})

    with pytest.raises(Refused, match=r"^Tổ (Một|Khác): đã được"):
        services.take_back(made, by=the_system, at=now)

    assert Unit.objects.filter(pk__in=made.of(Unit)).exists()


def test_who_may_not_manage_takes_nothing_back(as_actor, dung, tung, so_van_hoa, now):
    made = services.found_many([line(2, "Tổ Một")], body=so_van_hoa, by=as_actor(dung), at=now)

    with pytest.raises(Refused, match="ngoài phạm vi"):
        services.take_back(made, by=as_actor(tung), at=now)
