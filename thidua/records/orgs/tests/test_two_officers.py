"""Two at once: nothing is doubled, no circle closes. On SQLite writers queue; PostgreSQL needs the locks."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from thidua.kit.audit import chain
from thidua.kit.refused import Refused
from thidua.records.orgs import tree
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import people, units
from thidua.records.orgs.tests import factories

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="concerns locks of PostgreSQL"),
]


def both(*acts):
    """Run the acts at the same moment; how many were refused."""
    gate = Barrier(len(acts))

    def run(act):
        try:
            gate.wait(timeout=5)
            act()
        except Refused:
            return 1
        finally:
            connection.close()
        return 0

    with ThreadPoolExecutor(len(acts)) as pool:
        return sum(pool.map(run, acts))


def test_one_new_outside_body_is_added_once(so_van_hoa, the_system, now):
    def add():
        units.add_outside_unit("Báo Tân Giang", by=the_system, at=now, kind="bao_chi", level="tinh")

    assert both(add, add, add) == 2
    assert Unit.objects.filter(name="Báo Tân Giang").count() == 1


def test_two_moves_close_no_circle(so_van_hoa, the_system, now, today):
    first, second = (factories.unit(name, parent=so_van_hoa) for name in ("Bảo tàng", "Nhà hát"))
    day = date(2024, 5, 1)

    refused = both(
        lambda: units.move_unit(first, by=the_system, at=now, parent=second, since=day),
        lambda: units.move_unit(second, by=the_system, at=now, parent=first, since=day),
    )

    assert refused == 1
    assert tree.out_of_step(today) == {}
    assert chain.verify().broken is None


def test_one_identity_number_is_kept_once(so_van_hoa, the_system, now):
    cards = [factories.person("Lê Thị Ba", so_van_hoa) for _ in range(2)]

    def number(card):
        return lambda: people.set_identity(card, by=the_system, at=now, number="089123456789")

    assert both(*(number(card) for card in cards)) == 1
