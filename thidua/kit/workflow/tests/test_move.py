import threading

import pytest
from django.db import connection

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.kit.workflow import Step, Workflow, to_mermaid
from thidua.records.register.models import Document, DocumentMove
from thidua.records.register.tests.factories import NOW, TODAY
from thidua.records.register.tests.parallel import at_once


def only_the_system(subject, by):
    return [] if by.key == "system" else ["Chỉ hệ thống làm bước này."]


WAY = Workflow(
    "register",
    steps=(
        Step("submit", ("du_thao",), "trinh_ky", "Trình ký", (only_the_system,)),
        Step("send_back", ("trinh_ky",), "du_thao", "Trả lại", needs_note=True),
        Step("sign", ("trinh_ky",), "da_ky", "Ghi đã ký"),
    ),
    start="du_thao",
)


@pytest.fixture
def document(db):
    return Document.objects.create(
        title="Kế hoạch thử", type="ke_hoach", state="du_thao", created_at=NOW, ordered_on=TODAY
    )


def test_a_step_saves_the_state_and_leaves_a_move_and_an_audit_line(document, the_system, now):
    moved = WAY.move(
        document, "submit", by=the_system, at=now, note="Trình trước thứ Sáu", changes={"a": [1, 2]}
    )

    document.refresh_from_db()
    assert moved.state == document.state == "trinh_ky"
    row = DocumentMove.objects.get()
    assert (row.step, row.from_state, row.to_state, row.by_name, row.at, row.note) == (
        "submit",
        "du_thao",
        "trinh_ky",
        "Hệ thống",
        now,
        "Trình trước thứ Sáu",
    )
    line = AuditLine.objects.get()
    assert (line.verb, line.changes) == ("register.submit", {"state": ["du_thao", "trinh_ky"], "a": [1, 2]})


def test_a_check_that_gives_reasons_refuses_and_writes_nothing(document, minh, as_actor, now):
    with pytest.raises(Refused, match="Chỉ hệ thống làm bước này"):
        WAY.move(document, "submit", by=as_actor(minh), at=now)

    document.refresh_from_db()
    assert document.state == "du_thao"
    assert not DocumentMove.objects.exists()


def test_a_step_that_does_not_begin_here_names_where_the_record_stands(document, the_system):
    assert WAY.why_not(document, "sign", by=the_system) == [
        "Bước “Ghi đã ký” không làm được khi đang ở “Đang soạn”."
    ]


def test_an_unknown_step_is_refused(document, the_system, now):
    with pytest.raises(Refused, match="“fly”"):
        WAY.move(document, "fly", by=the_system, at=now)


def test_sending_back_without_a_note_is_refused(document, the_system, now):
    sent = WAY.move(document, "submit", by=the_system, at=now)

    with pytest.raises(Refused, match="Ghi lý do rồi mới “Trả lại”"):
        WAY.move(sent, "send_back", by=the_system, at=now, note="  ")

    assert WAY.move(sent, "send_back", by=the_system, at=now, note="Thiếu phụ lục").state == "du_thao"


def test_buttons_are_the_steps_that_lead_out_of_here_with_their_reasons(document, minh, as_actor):
    assert [(step.name, reasons) for step, reasons in WAY.available(document, by=as_actor(minh))] == [
        ("submit", ["Chỉ hệ thống làm bước này."])
    ]


def test_whoever_looks_at_an_old_page_is_told_who_was_quicker(document, the_system, now):
    old = Document.objects.get(pk=document.pk)
    WAY.move(document, "submit", by=the_system, at=now)

    with pytest.raises(Refused, match="Hệ thống vừa chuyển sang “Chờ ký”"):
        WAY.move(old, "submit", by=the_system, at=now)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_moves_and_the_other_is_refused(real_database, the_system, now):
    document = Document.objects.create(
        title="Kế hoạch thử", state="du_thao", created_at=NOW, ordered_on=TODAY
    )
    gate = threading.Barrier(4)

    def move(_):
        mine = Document.objects.get(pk=document.pk)
        gate.wait(timeout=10)
        return WAY.move(mine, "submit", by=the_system, at=now)

    outcomes = at_once(move, range(4))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == [
        "Document",
        "Refused",
        "Refused",
        "Refused",
    ]
    assert DocumentMove.objects.count() == AuditLine.objects.count() == 1
    assert connection.vendor in {"sqlite", "postgresql"}


def test_every_state_is_found_from_the_start():
    lonely = Workflow("x", (*WAY.steps, Step("y", ("nowhere",), "du_thao", "Y")), start="du_thao")

    assert WAY.states() - WAY.reachable() == set()
    assert lonely.states() - lonely.reachable() == {"nowhere"}
    assert WAY.ends() == {"da_ky"}


def test_the_table_can_be_drawn():
    drawn = to_mermaid(WAY, {"du_thao": "Đang soạn", "elsewhere": "Không có"})

    assert drawn.splitlines() == [
        "stateDiagram-v2",
        "    [*] --> du_thao",
        "    du_thao: Đang soạn",
        "    du_thao --> trinh_ky: Trình ký",
        "    trinh_ky --> du_thao: Trả lại",
        "    trinh_ky --> da_ky: Ghi đã ký",
        "    da_ky --> [*]",
    ]
