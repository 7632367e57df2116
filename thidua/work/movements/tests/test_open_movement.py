from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories as orgs
from thidua.work.movements import naming, selectors, services
from thidua.work.movements.models import Movement
from thidua.work.movements.refusals import InTheWay
from thidua.work.movements.tests.factories import NOW, draft, launched

YEAR = naming.lasting("năm 2024")


def test_an_own_movement_begins_as_a_draft_and_leaves_a_line(so_van_hoa, minh, as_actor, today):
    movement = draft("Thi đua “Phát triển du lịch”", so_van_hoa, by=as_actor(minh), form="chuyen_de")

    assert (movement.name, movement.is_launched, movement.level) == (
        "Thi đua “Phát triển du lịch”",
        False,
        "so_nganh",
    )
    assert (movement.since, movement.until) == (date(2024, 1, 1), date(2025, 1, 1))
    assert selectors.state_of(movement, today) == "du_thao"
    assert AuditLine.objects.get().verb == "movements.open_movement"


def test_a_superiors_movement_is_launched_even_where_the_day_is_not_known(so_van_hoa, minh, as_actor, today):
    pm = orgs.unit("Thủ tướng Chính phủ", "TTg", level="trung_uong")
    movement = services.open_movement(
        "Cả nước xây dựng nông thôn mới", body=so_van_hoa, launcher=pm, by=as_actor(minh), at=NOW
    )

    assert (movement.is_launched, movement.launched_on, movement.body) == (True, None, so_van_hoa)
    assert selectors.state_of(movement, today) == "thuc_hien"


def test_it_stands_once_a_launcher_name_and_period(so_van_hoa, minh, as_actor):
    first = draft("Phong trào thi đua Văn hóa công sở", so_van_hoa)
    with pytest.raises(InTheWay, match="đã có") as found:
        draft("văn hóa công sở", so_van_hoa, by=as_actor(minh))

    assert found.value.movement == first
    assert draft("văn hóa công sở", so_van_hoa, "năm 2025") != first


def test_what_another_body_wrote_down_is_followed_not_doubled(
    tan_giang, so_van_hoa, so_noi_vu, binh, as_actor
):
    first = launched("Chuyển đổi số", tan_giang, body=so_van_hoa)
    same = services.open_movement(
        "Chuyển đổi số", body=so_noi_vu, launcher=tan_giang, lasting=YEAR, by=as_actor(binh), at=NOW
    )

    assert same == first
    assert list(first.followings.values_list("body", flat=True)) == [so_noi_vu.pk]
    assert Movement.objects.count() == 1


def test_the_launchers_own_body_takes_the_record_over(tan_giang, so_van_hoa):
    first = launched("Chuyển đổi số", tan_giang, body=so_van_hoa)
    launched("Chuyển đổi số", tan_giang)

    first.refresh_from_db()
    assert first.body == tan_giang
    assert first.followings.get().body == so_van_hoa


def test_a_launch_in_days_to_come_is_refused(so_van_hoa):
    with pytest.raises(Refused, match="Để là dự thảo"):
        launched("Chuyển đổi số", so_van_hoa, date(2024, 6, 13))


def test_a_reader_and_a_stranger_cannot_write(so_van_hoa, son, tung, as_actor):
    for user in (son, tung):
        with pytest.raises(Refused, match="Không có quyền"):
            draft("Chuyển đổi số", so_van_hoa, by=as_actor(user))


def test_officers_of_a_successor_write_for_what_ended_in_it(so_van_hoa, so_noi_vu, minh, as_actor):
    from_old = orgs.unit("Sở Du lịch tỉnh Tân Giang", "SDL", parent=so_van_hoa.parent)
    movement = draft("Du lịch xanh", from_old)
    from_old.dissolved_on = date(2024, 6, 1)
    from_old.save()
    from_old.successions.create(successor=so_van_hoa, kind="hop_nhat", on=date(2024, 6, 1), by_document="x")
    movement.refresh_from_db()

    assert movement in selectors.visible_to(as_actor(minh))
    services.correct(movement, aim="Tiếp nối", by=as_actor(minh), at=NOW)
