import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.services import units

FACTS = {"kind": "bao_chi", "level": "tinh"}


def test_a_specialist_adds_a_newspaper(minh, as_actor, now):
    paper = units.add_outside_unit("Báo Tân Giang", by=as_actor(minh), at=now, code="BTG", **FACTS)

    assert paper.is_outside
    assert paper.body == paper
    assert paper.code == "BTG"


def test_the_same_name_twice_is_refused_naming_the_first(minh, as_actor, now):
    units.add_outside_unit("Báo Tân Giang", by=as_actor(minh), at=now, **FACTS)

    with pytest.raises(Refused, match="Đã có “Báo Tân Giang”"):
        units.add_outside_unit("BÁO TÂN GIANG", by=as_actor(minh), at=now, **FACTS)


def test_who_only_reads_is_refused(ha, as_actor, now):
    with pytest.raises(Refused):
        units.add_outside_unit("Báo Tân Giang", by=as_actor(ha), at=now, **FACTS)


def test_changing_it_later_is_for_the_administrator_at_the_top(minh, dung, quan, as_actor, now):
    paper = units.add_outside_unit("Báo Tân Giang", by=as_actor(minh), at=now, **FACTS)

    with pytest.raises(Refused, match="dùng chung"):
        units.correct_unit(paper, by=as_actor(dung), at=now, note="Mới")

    assert units.correct_unit(paper, by=as_actor(quan), at=now, note="Mới").note == "Mới"


def test_an_outside_body_joins_the_installation(minh, quan, as_actor, now):
    paper = units.add_outside_unit("Báo Tân Giang", by=as_actor(minh), at=now, **FACTS)

    assert units.mark_outside(paper, by=as_actor(quan), at=now, outside=False).is_outside is False


def test_a_unit_with_accounts_does_not_leave(so_van_hoa, minh, quan, as_actor, now):
    with pytest.raises(Refused, match="Còn tài khoản"):
        units.mark_outside(so_van_hoa, by=as_actor(quan), at=now, outside=True)
