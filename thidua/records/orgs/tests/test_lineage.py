from datetime import date

import pytest

from thidua.records.orgs import selectors
from thidua.records.orgs.actors import public
from thidua.records.orgs.models import Succession, Unit
from thidua.records.orgs.tests import factories


def end_in(predecessor, successor, on, *, ends=True):
    Succession.objects.create(
        predecessor=predecessor, successor=successor, kind="hop_nhat", on=on, by_document="NQ"
    )
    if ends:
        Unit.objects.filter(pk=predecessor.pk).update(dissolved_on=on)


@pytest.fixture
def chain(db):
    """a → b (2010) → c (2020); d gave a part to c and lives on."""
    made = [factories.unit(name) for name in ("A", "B", "C", "D")]
    a, b, c, d = made
    end_in(a, b, date(2010, 1, 1))
    end_in(b, c, date(2020, 1, 1))
    end_in(d, c, date(2020, 1, 1), ends=False)
    return made


def test_predecessors_count_transitively(chain):
    a, b, c, _ = chain

    assert selectors.lineage(c, date(2020, 1, 1)) == [c.pk, a.pk, b.pk]
    assert selectors.lineage(b, date(2020, 1, 1)) == [b.pk, a.pk]


def test_before_the_day_there_is_no_lineage(chain):
    _, _, c, _ = chain

    assert selectors.lineage(c, date(2019, 12, 31)) == [c.pk]


def test_the_living_end_of_the_chain_is_the_successor(chain):
    a, b, c, d = chain

    assert selectors.successors(a, date(2024, 1, 1)) == [c]
    assert selectors.successors(a, date(2015, 1, 1)) == [b]
    assert selectors.successors(c, date(2024, 1, 1)) == []
    assert selectors.successors(d, date(2024, 1, 1)) == []


def test_bodies_below_are_the_nearest_legal_persons(
    tan_giang, so_van_hoa, phong_di_san, so_noi_vu, xa_binh_hoa
):
    factories.unit("Bảo tàng", parent=phong_di_san, level="don_vi")

    assert set(selectors.bodies_below(tan_giang)) == {so_van_hoa, so_noi_vu, xa_binh_hoa}
    assert [unit.name for unit in selectors.bodies_below(so_van_hoa)] == ["Bảo tàng"]


def test_dissolved_bodies_can_be_left_out(tan_giang, so_van_hoa, so_noi_vu):
    Unit.objects.filter(pk=so_noi_vu.pk).update(dissolved_on=date(2024, 1, 1))

    assert list(selectors.bodies_below(tan_giang, date(2024, 6, 1))) == [so_van_hoa]


def test_superiors_come_nearest_first(tan_giang, so_van_hoa, phong_di_san):
    museum = factories.unit("Bảo tàng", parent=phong_di_san, level="don_vi")

    assert selectors.superiors_of(museum) == [so_van_hoa, tan_giang]
    assert selectors.superiors_of(tan_giang) == []


def test_an_outside_superior_counts(db):
    above = factories.unit("Ủy ban nhân dân tỉnh Tân Giang", outside=True, level="tinh")
    lone = factories.unit("Sở Du lịch", parent=above)

    assert selectors.superiors_of(lone) == [above]
    assert selectors.is_topmost(lone)
    assert list(selectors.topmost_units()) == [lone]


def test_names_of_units_are_public_facts_for_whoever_is_signed_in(tung, so_van_hoa, as_actor, today):
    assert so_van_hoa in selectors.units_visible_to(as_actor(tung))
    assert not selectors.units_visible_to(public(today)).exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("van hoa", ["Sở Văn hóa tỉnh Nam Hải", "Sở Văn hóa tỉnh Tân Giang"]),
        ("Tân Giang văn", ["Sở Văn hóa tỉnh Tân Giang"]),
        ("svh", ["Sở Văn hóa tỉnh Nam Hải", "Sở Văn hóa tỉnh Tân Giang"]),
        ("di sản", ["Phòng Quản lý di sản"]),
        ("không có", []),
    ],
)
def test_units_are_searched_with_or_without_marks(phong_di_san, tung, as_actor, text, found):
    assert [unit.name for unit in selectors.search_units(as_actor(tung), text)] == found


def test_siblings_stand_in_the_order_of_the_alphabet_and_of_numbers(so_van_hoa):
    for name in ("Phòng 10", "Phòng Đất đai", "Phòng 2", "Phòng Du lịch", "Phòng Ân xá", "Phòng An ninh"):
        factories.unit(name, parent=so_van_hoa, legal=False, kind="phong", level="don_vi")

    assert [unit.name for unit in selectors.in_order(so_van_hoa.children.all())] == [
        "Phòng 2",
        "Phòng 10",
        "Phòng An ninh",
        "Phòng Ân xá",
        "Phòng Du lịch",
        "Phòng Đất đai",
    ]
