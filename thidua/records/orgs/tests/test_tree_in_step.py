"""Derived columns equal what the dated rows say, whatever was done in whatever order."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.kit.refused import Refused
from thidua.records.orgs import tree
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import succession, units, upkeep
from thidua.records.orgs.tests import factories

TODAY = date(2024, 6, 12)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["found", "found", "move", "move", "rename", "legal", "code", "dissolve", "merge"]),
        st.integers(0, 30),
        st.integers(0, 30),
        st.integers(-40, 20),
        st.booleans(),
    ),
    max_size=25,
)


def act(kind, first, second, day, flag, by, at):
    every = list(Unit.objects.order_by("pk"))
    unit, other, on = every[first % len(every)], every[second % len(every)], TODAY + timedelta(days=day)
    if kind == "found":
        since = on if flag else None
        units.found_unit(
            f"Tổ {first}",
            by=by,
            at=at,
            kind="phong",
            level="don_vi",
            parent=unit,
            since=since,
            is_legal_person=second % 2 == 0,
        )
    elif kind == "move":
        units.move_unit(unit, by=by, at=at, parent=None if second == 30 else other, since=on)
    elif kind == "rename":
        units.rename_unit(unit, by=by, at=at, name=f"Tổ {second}", since=on)
    elif kind == "legal":
        units.correct_unit(unit, by=by, at=at, is_legal_person=flag)
    elif kind == "code":
        units.set_code(unit, by=by, at=at, scheme="short", code=f"T{second}", since=on if flag else None)
    elif kind == "dissolve":
        units.dissolve_unit(unit, by=by, at=at, on=on)
    else:
        succession.merge_units([unit], by=by, at=at, into=other, on=on, by_document="QĐ", with_subunits=flag)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_after_any_acts_the_tree_is_in_step(db, now, acts):
    by = system(TODAY)
    with transaction.atomic():
        factories.unit("Gốc")
        for each in acts:
            with suppress(Refused):
                act(*each, by, now)
        found = tree.out_of_step(TODAY)
        transaction.set_rollback(True)

    assert found == {}


def test_the_command_finds_and_mends_what_is_out_of_step(so_van_hoa, phong_di_san, capsys):
    Unit.objects.filter(pk=phong_di_san.pk).update(path="/9/", name="Sai")

    with pytest.raises(CommandError, match="1 tổ chức lệch"):
        call_command("rebuild_tree", "--check")
    call_command("rebuild_tree")
    call_command("rebuild_tree", "--check")

    phong_di_san.refresh_from_db()
    assert phong_di_san.path == f"{so_van_hoa.path}{phong_di_san.pk}/"
    assert phong_di_san.name == "Phòng Quản lý di sản"


def test_nothing_to_mend_leaves_no_line(so_van_hoa, the_system, now):
    assert upkeep.rebuild_tree(by=the_system, at=now) == 0
