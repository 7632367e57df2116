"""Done with evidence, opened again, cancelled; who may tell of results."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.files import services as files
from thidua.kit.refused import Refused
from thidua.records.register.tests.factories import identity, sent
from thidua.work.programme import permissions, services
from thidua.work.programme.models import Evidence, Task
from thidua.work.programme.tests.factories import NOW, SYSTEM, given


def test_done_with_a_document_a_file_and_words(so_van_hoa, as_actor, minh):
    report = sent(identity("90/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết"))
    task, actor = given(so_van_hoa, deadline_text="chậm nhất ngày 14/6/2024"), as_actor(minh)
    received = files.receive("bien-ban.txt", "Biên bản làm việc với Bảo tàng.".encode())

    services.add_evidence(task, received=received, text="họp ngày 08/6", by=actor, at=NOW)
    done = services.complete(
        task, on=date(2024, 6, 10), note=" đã gửi Sở Nội vụ ", document=report, by=actor, at=NOW
    )

    assert (done.state, done.done_by, done.done_note) == (
        Task.State.DONE,
        "Lê Quang Minh",
        "đã gửi Sở Nội vụ",
    )
    assert [(row.document, bool(row.file), row.text) for row in Evidence.objects.order_by("pk")] == [
        (None, True, "họp ngày 08/6"),
        (report, False, ""),
    ]
    assert "90/BC-SVH" in AuditLine.objects.get(verb="programme.complete").changes["evidence"][1]


def test_a_reason_is_kept_only_where_it_was_late(so_van_hoa):
    late = given(so_van_hoa, deadline_text="chậm nhất ngày 06/6/2024")
    early = given(so_van_hoa, deadline_text="chậm nhất ngày 14/6/2024")
    asked = given(so_van_hoa, deadline_text="chậm nhất ngày 06/6/2024", binding=False)

    for task in (late, early, asked):
        services.complete(task, on=date(2024, 6, 10), late_reason="chờ số liệu", by=SYSTEM, at=NOW)

    assert list(Task.objects.order_by("pk").values_list("late_reason", flat=True)) == ["chờ số liệu", "", ""]


def test_a_day_to_come_and_a_second_time_are_refused(so_van_hoa):
    task = given(so_van_hoa)
    with pytest.raises(Refused, match="sau ngày hôm nay"):
        services.complete(task, on=date(2024, 6, 13), by=SYSTEM, at=NOW)
    services.complete(task, on=date(2024, 6, 12), by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="đã xong ngày 12/6/2024"):
        services.complete(task, on=date(2024, 6, 12), by=SYSTEM, at=NOW)


def test_it_runs_again_with_its_evidence(so_van_hoa):
    task = given(so_van_hoa)
    services.add_evidence(task, text="đã gửi", by=SYSTEM, at=NOW)
    services.complete(task, on=date(2024, 6, 12), note="xong", by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="Nhập lý do mở lại"):
        services.reopen(task, reason=" ", by=SYSTEM, at=NOW)
    task = services.reopen(task, reason="còn thiếu phụ lục", by=SYSTEM, at=NOW)

    assert (task.is_open, task.done_note, task.evidence.count()) == (True, "", 1)
    with pytest.raises(Refused, match="đang thực hiện"):
        services.reopen(task, reason="x", by=SYSTEM, at=NOW)


def test_cancelled_with_a_reason_and_opened_again(so_van_hoa):
    task = given(so_van_hoa)
    with pytest.raises(Refused, match="Nhập lý do hủy"):
        services.cancel(task, reason="", by=SYSTEM, at=NOW)
    task = services.cancel(task, reason="trùng với nhiệm vụ khác", by=SYSTEM, at=NOW)
    assert task.state == Task.State.CANCELLED
    for act in (
        lambda: services.complete(task, on=date(2024, 6, 12), by=SYSTEM, at=NOW),
        lambda: services.add_evidence(task, text="x", by=SYSTEM, at=NOW),
        lambda: services.cancel(task, reason="x", by=SYSTEM, at=NOW),
        lambda: services.extend(task, to_due=date(2024, 7, 1), reason="x", by=SYSTEM, at=NOW),
    ):
        with pytest.raises(Refused, match="đã hủy"):
            act()

    assert services.reopen(task, reason="không trùng", by=SYSTEM, at=NOW).is_open


def test_evidence_shows_something_and_is_taken_off(so_van_hoa):
    task = given(so_van_hoa)
    with pytest.raises(Refused, match="Chọn văn bản, tải tệp"):
        services.add_evidence(task, text="  ", by=SYSTEM, at=NOW)
    evidence = services.add_evidence(task, text="đã gửi", by=SYSTEM, at=NOW)

    services.withdraw_evidence(evidence, by=SYSTEM, at=NOW)

    assert not Evidence.objects.exists()
    assert AuditLine.objects.filter(verb="programme.withdraw_evidence").count() == 1


def test_whoever_does_it_tells_of_results(so_van_hoa, phong_di_san, as_actor, ha, thao, son):
    held = ha.person.positions.get()
    held.unit = phong_di_san
    held.save()
    named = given(so_van_hoa, person=ha.person)
    of_the_room = given(so_van_hoa, assignee_text="Phòng Quản lý di sản")
    of_all = given(so_van_hoa, assignee_text="Toàn thể công chức Sở")
    of_another = given(so_van_hoa, person=thao.person)

    actor = as_actor(ha)
    assert permissions.why_not_work(actor, named) == []
    assert permissions.why_not_work(actor, of_the_room) == []
    assert permissions.why_not_work(actor, of_all) == []
    assert permissions.why_not_work(actor, of_another) != []
    assert permissions.why_not_work(as_actor(son), of_the_room) != []
    services.complete(named, on=date(2024, 6, 12), by=actor, at=NOW)


def test_a_stranger_tells_of_nothing_and_the_asked_body_does(so_van_hoa, so_noi_vu, as_actor, tung, binh):
    asked = given(so_van_hoa, "Cung cấp số liệu", unit=so_noi_vu, binding=False)

    with pytest.raises(Refused, match="Kết quả do"):
        services.complete(asked, on=date(2024, 6, 12), by=as_actor(tung), at=NOW)
    services.complete(asked, on=date(2024, 6, 12), by=as_actor(binh), at=NOW)
