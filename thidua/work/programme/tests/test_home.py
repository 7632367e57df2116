"""What waits for whom; the calendar; the agenda behind a secret address."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.kit.ui.waiting import CalendarDay
from thidua.records.meetings.tests.factories import met
from thidua.records.register.tests.factories import entered, identity
from thidua.work.programme import ics, selectors, services, tokens
from thidua.work.programme.models import CalendarToken
from thidua.work.programme.tests.factories import NOW, SYSTEM, TODAY, given


def test_the_keeper_sees_what_falls_due_and_how_much_has_no_day(as_actor, minh, so_van_hoa, so_noi_vu):
    given(so_van_hoa, "Quá hạn", due_on=date(2024, 6, 3))
    given(so_van_hoa, "Sắp đến", due_on=date(2024, 6, 26))
    given(so_van_hoa, "Còn lâu", due_on=date(2024, 7, 26))
    given(so_van_hoa, "Chưa có ngày", deadline_text="kịp thời")
    given(so_noi_vu, "Của nơi khác", due_on=date(2024, 6, 3))

    found = selectors.waiting_for(as_actor(minh))

    assert [(item.title, item.due) for item in found] == [
        ("Quá hạn", date(2024, 6, 3)),
        ("Sắp đến", date(2024, 6, 26)),
        ("1 nhiệm vụ chưa có ngày phải xong", None),
    ]
    assert found[0].action == "Xem nhiệm vụ"


def test_whoever_does_it_sees_all_of_it_and_nobody_else(as_actor, ha, thao, son, so_van_hoa, phong_di_san):
    held = ha.person.positions.get()
    held.unit = phong_di_san
    held.save()
    given(so_van_hoa, "Của Hà", person=ha.person, due_on=date(2024, 12, 1))
    given(so_van_hoa, "Của phòng", unit=phong_di_san)
    given(so_van_hoa, "Của Thảo", person=thao.person)

    assert [item.title for item in selectors.waiting_for(as_actor(ha))] == ["Của Hà", "Của phòng"]
    assert {item.action for item in selectors.waiting_for(as_actor(ha))} == {"Ghi kết quả"}
    assert selectors.waiting_for(as_actor(son)) == []


def test_what_was_asked_courteously_is_never_overdue_at_home(as_actor, minh, so_van_hoa):
    given(so_van_hoa, "Đề nghị", due_on=date(2024, 6, 3), binding=False)

    (item,) = selectors.waiting_for(as_actor(minh))
    assert item.due is None


def test_it_takes_few_queries(as_actor, minh, so_van_hoa, django_assert_max_num_queries):
    for number in range(30):
        given(so_van_hoa, f"Việc {number}", due_on=TODAY)
    actor = as_actor(minh)

    with django_assert_max_num_queries(6):
        selectors.waiting_for(actor)


def test_the_calendar_leaves_out_what_is_done(as_actor, minh, so_van_hoa):
    given(so_van_hoa, "Còn", due_on=date(2024, 6, 20))
    services.complete(given(so_van_hoa, "Xong", due_on=date(2024, 6, 20)), on=TODAY, by=SYSTEM, at=NOW)

    days = selectors.calendar(as_actor(minh), date(2024, 6, 1), date(2024, 7, 1))
    assert [day.title for day in days] == ["Còn"]


def test_the_agenda_has_tasks_meetings_and_documents_each_once(as_actor, minh, ha, so_van_hoa, tan_giang):
    given(so_van_hoa, "Của Minh", person=minh.person, due_on=date(2024, 6, 20))
    given(so_van_hoa, "Của Hà", person=ha.person, due_on=date(2024, 6, 21))
    met(so_van_hoa, "Họp cơ quan", held_on=date(2024, 6, 19))
    plan = identity("64/KH-UBND", date(2024, 3, 1), tan_giang, "Kế hoạch")
    entered(plan, so_van_hoa, effective_on=date(2024, 6, 18))

    def titles(user):
        return [day.title for day in selectors.agenda(as_actor(user), date(2024, 6, 1), date(2024, 7, 1))]

    others = ["Kế hoạch 64/KH-UBND có hiệu lực", "Họp cơ quan"]
    assert titles(minh) == [*others, "Của Minh", "Của Hà"]
    assert titles(ha) == [*others, "Của Hà"]


def test_a_secret_is_given_once_replaced_and_taken_back(as_actor, minh):
    actor = as_actor(minh)

    first = services.issue_calendar(by=actor, at=NOW)
    second = services.issue_calendar(by=actor, at=NOW)

    assert len(first) > 40
    row = CalendarToken.objects.get()
    assert second not in row.token_hash
    assert tokens.actor_of(first, TODAY) is None
    assert tokens.actor_of(second, TODAY).user == minh
    services.revoke_calendar(by=actor, at=NOW)
    services.revoke_calendar(by=actor, at=NOW)
    assert tokens.actor_of(second, TODAY) is None
    assert AuditLine.objects.filter(verb="programme.revoke_calendar").count() == 1
    assert second not in "".join(str(line.changes) + line.note for line in AuditLine.objects.all())


def test_a_closed_account_has_no_calendar_and_the_system_none_at_all(as_actor, minh):
    token = services.issue_calendar(by=as_actor(minh), at=NOW)
    minh.is_active = False
    minh.save()

    assert tokens.actor_of(token, TODAY) is None
    with pytest.raises(Refused):
        services.issue_calendar(by=SYSTEM, at=NOW)


def test_the_calendar_file_is_folded_escaped_and_of_whole_days():
    day = CalendarDay(date(2024, 6, 20), "Báo cáo; gửi, trước\n" + "Sở Nội vụ " * 12, "/nhiem-vu/7/")

    written = ics.written([day], name="Thidua", address="https://thidua.example", at=NOW)

    lines = written.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = written.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20240620\r\nDTEND;VALUE=DATE:20240621" in whole
    assert "SUMMARY:Báo cáo\\; gửi\\, trước Sở Nội vụ" in whole
    assert "UID:nhiem-vu-7-20240620@thidua.example" in whole
    assert "DTSTAMP:20240612T023000Z" in whole
    assert written.endswith(b"END:VCALENDAR\r\n")
