"""Who sees which tasks; tasks of a document, of a period; boards, notices, filters."""

from datetime import date, timedelta

from thidua.records.orgs.models import Succession
from thidua.records.orgs.tests import factories
from thidua.records.register.services import merge
from thidua.records.register.tests.factories import entered, identity, sent, stub
from thidua.vn.periods import parse
from thidua.work.programme import selectors, services
from thidua.work.programme.models import Task
from thidua.work.programme.selectors import visible
from thidua.work.programme.tests.factories import NOW, SYSTEM, TODAY, given


def test_a_body_sees_its_own_and_what_was_given_to_it(
    as_actor, minh, son, binh, tung, dung, so_van_hoa, so_noi_vu, so_van_hoa_nam_hai
):
    ours, to_them = given(so_van_hoa), given(so_van_hoa, "Cung cấp số liệu", unit=so_noi_vu)
    theirs = given(so_van_hoa_nam_hai)

    for user in (minh, son):
        assert set(selectors.visible_to(as_actor(user))) == {ours, to_them}
    assert list(selectors.visible_to(as_actor(binh))) == [to_them]
    assert list(selectors.visible_to(as_actor(tung))) == [theirs]
    assert not selectors.visible_to(as_actor(dung)).exists()


def test_tasks_of_a_body_that_ended_are_its_successors(as_actor, minh, so_van_hoa, tan_giang):
    old = factories.unit("Sở Du lịch tỉnh Tân Giang", "SDL", parent=tan_giang)
    task = given(old)
    assert not selectors.visible_to(as_actor(minh)).exists()
    old.dissolved_on = date(2024, 5, 1)
    old.save()
    Succession.objects.create(
        predecessor=old, successor=so_van_hoa, kind="hop_nhat", on=date(2024, 5, 1), by_document="12/NQ-HĐND"
    )

    assert list(selectors.visible_to(as_actor(minh))) == [task]
    services.complete(task, on=TODAY, by=as_actor(minh), at=NOW)


def test_tasks_of_a_document_follow_it_through_a_merger(so_van_hoa, tan_giang):
    named = stub(identity("70/KH-UBND", None, tan_giang, ""))
    gave, based = given(so_van_hoa, "Một", document=named), given(so_van_hoa, "Hai", bases=[named])
    given(so_van_hoa, "Ba")
    held = entered(identity("", date(2024, 3, 9), tan_giang, "Kế hoạch", type="ke_hoach"), so_van_hoa)
    merge(named, held, reason="một văn bản", by=SYSTEM, at=NOW)
    held.refresh_from_db()

    assert set(selectors.of_document(held, SYSTEM)) == {gave, based}


def test_tasks_due_and_done_in_a_period(so_van_hoa, so_noi_vu):
    june = given(so_van_hoa, deadline_text="chậm nhất ngày 28/6/2024")
    given(so_van_hoa, deadline_text="chậm nhất ngày 01/7/2024")
    given(so_noi_vu, deadline_text="chậm nhất ngày 28/6/2024")
    services.complete(june, on=TODAY, by=SYSTEM, at=NOW)

    half = parse("2024H1")
    assert list(selectors.due_in(SYSTEM, half, body=so_van_hoa)) == [june]
    assert list(selectors.done_in(SYSTEM, half)) == [june]
    assert selectors.due_in(SYSTEM, parse("2024")).count() == 3


def test_the_board_by_day_puts_each_task_once(so_van_hoa):
    spread = {
        "qua": date(2024, 6, 10),
        "tuan": date(2024, 6, 19),
        "thang": date(2024, 7, 12),
        "sau": date(2024, 7, 15),
        "chua": None,
    }
    for code, day in spread.items():
        given(so_van_hoa, code, due_on=day)
    given(so_van_hoa, "de_nghi", due_on=date(2024, 6, 1), binding=False)
    done = given(so_van_hoa, "xong", due_on=date(2024, 6, 1))
    services.complete(done, on=TODAY, by=SYSTEM, at=NOW)

    board = selectors.by_date(selectors.listed(SYSTEM), TODAY)

    assert [(one.code, one.count, [task.action for task in one.rows]) for one in board.sections] == [
        (code, 1, [code]) for code in ("qua", "tuan", "thang", "sau", "chua", "de_nghi")
    ]
    assert board.count == 6


def test_the_boundaries_of_the_board_are_those_of_the_filters(so_van_hoa):
    for days in range(-3, 34):
        given(so_van_hoa, f"{days}", due_on=TODAY + timedelta(days=days))
    board = {one.code: one.count for one in selectors.by_date(selectors.listed(SYSTEM), TODAY).sections}
    rows = selectors.listed(SYSTEM)

    filtered = {code: visible.by_due(rows, code, TODAY).count() for code, _ in visible.DUES}
    assert board == {"qua": 3, "tuan": 8, "thang": 23, "sau": 3}
    assert (filtered["qua"], filtered["tuan"], filtered["sau"]) == (3, 8, 3)
    assert filtered["thang"] == board["tuan"] + board["thang"]


def test_the_board_by_unit(so_van_hoa, phong_di_san, so_noi_vu):
    khai = factories.person("Đỗ Văn Khải")
    given(so_van_hoa, "1", unit=phong_di_san, due_on=date(2024, 6, 1))
    given(so_van_hoa, "2", unit=phong_di_san)
    given(so_van_hoa, "3", unit=so_noi_vu)
    given(so_van_hoa, "4", person=khai)
    given(so_van_hoa, "5", assignee_text="Phụ trách Kế toán")
    given(so_van_hoa, "6")
    given(so_van_hoa, "7", all_staff=True)

    groups = selectors.by_unit(selectors.listed(SYSTEM), TODAY).groups

    assert [(group.name, group.count, group.late, group.undated) for group in groups] == [
        ("Phòng Quản lý di sản", 2, 1, 1),
        (so_noi_vu.name, 1, 0, 1),
        ("Đỗ Văn Khải", 1, 0, 1),
        ("Phụ trách Kế toán", 1, 0, 1),
        ("Chưa giao ai", 1, 0, 1),
        ("Toàn thể cơ quan", 1, 0, 1),
    ]
    rows = selectors.listed(SYSTEM)
    assert [visible.of_doer(rows, group.key).count() for group in groups[:3]] == [2, 1, 1]


def test_notices_count_what_is_done(so_van_hoa, as_actor, minh):
    notice = sent(identity("37/TB-SVH", date(2024, 3, 4), so_van_hoa, "Kết luận"))
    done = given(so_van_hoa, "1", document=notice)
    given(so_van_hoa, "2", document=notice, due_on=date(2024, 6, 1))
    services.cancel(given(so_van_hoa, "3", document=notice), reason="trùng", by=SYSTEM, at=NOW)
    services.complete(done, on=TODAY, by=SYSTEM, at=NOW)

    (row,) = selectors.notices(as_actor(minh))
    assert (row.document, row.done, row.count, row.late) == (notice, 1, 2, 1)


def test_states_are_filtered_for(so_van_hoa):
    running, done, gone = (given(so_van_hoa, name) for name in ("a", "b", "c"))
    services.complete(done, on=TODAY, by=SYSTEM, at=NOW)
    services.cancel(gone, reason="x", by=SYSTEM, at=NOW)

    rows = selectors.listed(SYSTEM)
    for state, task in ((Task.State.OPEN, running), (Task.State.DONE, done), (Task.State.CANCELLED, gone)):
        assert list(visible.in_state(rows, state)) == [task]
