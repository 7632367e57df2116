"""A meeting is written down: by whom, how, and what is refused."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import told
from thidua.kit.refused import Refused
from thidua.records.meetings import services
from thidua.records.meetings.models import Meeting
from thidua.records.meetings.tests.factories import HELD, NOW, met
from thidua.records.register.models import Topic
from thidua.records.register.tests.factories import entered, identity


def test_an_officer_records_a_meeting_with_what_was_told_of(as_actor, minh, so_van_hoa, tan_giang):
    plan = entered(identity("64/KH-UBND", date(2024, 3, 1), tan_giang, "Tuyên truyền năm 2024"), so_van_hoa)

    meeting = met(
        so_van_hoa,
        "  Họp cơ quan   tháng 3 ",
        by=as_actor(minh),
        topics=["tuyen_truyen", "chi_dao", "bia"],
        is_folded_into=True,
        documents=[plan, plan],
    )

    assert (meeting.name, meeting.held_on, meeting.is_folded_into) == ("Họp cơ quan tháng 3", HELD, True)
    assert meeting.topics == [Topic.DIRECTION, Topic.PUBLICITY]
    assert [row.document for row in meeting.told.all()] == [plan]
    line = AuditLine.objects.get(verb="meetings.record")
    assert told(line).sentence == "Lê Quang Minh ghi cuộc họp Họp cơ quan tháng 3 ngày 06/3/2024"
    assert "64/KH-UBND" in told(line).changes


def test_a_meeting_to_come_may_be_recorded(so_van_hoa):
    assert met(so_van_hoa, held_on=date(2024, 7, 1)).pk


@pytest.mark.parametrize(
    ("facts", "reason"),
    [({"name": "  "}, "Nhập tên cuộc họp."), ({"kind": "bia"}, "Chọn loại cuộc họp.")],
)
def test_a_meeting_without_name_or_kind_is_refused(so_van_hoa, facts, reason):
    with pytest.raises(Refused) as refused:
        met(so_van_hoa, **facts)

    assert refused.value.reasons == [reason]
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("who", ["tung", "son", "thao"])
def test_who_may_not_write_is_refused(request, as_actor, so_van_hoa, who):
    actor = as_actor(request.getfixturevalue(who))

    with pytest.raises(Refused, match="Không có quyền ghi cuộc họp của Sở Văn hóa"):
        met(so_van_hoa, by=actor)


def test_minutes_that_became_another_document_are_refused(so_van_hoa):
    from_now = entered(identity("04/BB-SVH", HELD, so_van_hoa, "Họp cơ quan"), so_van_hoa, "di")
    other = entered(identity("05/BB-SVH", HELD, so_van_hoa, "Họp cơ quan"), so_van_hoa, "di")
    from_now.merged_into = other
    from_now.save()

    with pytest.raises(Refused, match="đã nhập vào văn bản khác"):
        met(so_van_hoa, minutes=from_now)


def test_facts_are_put_right_and_a_second_time_changes_nothing(as_actor, minh, so_van_hoa):
    meeting, actor = met(so_van_hoa), as_actor(minh)

    right = services.correct_meeting(meeting, name="Họp cơ quan quý I", place="Hội trường", by=actor, at=NOW)
    services.correct_meeting(meeting, place="Hội trường", by=actor, at=NOW)

    assert (right.name, right.place, right.folded) == (
        "Họp cơ quan quý I",
        "Hội trường",
        "hop co quan quy i hoi truong",
    )
    (line,) = AuditLine.objects.filter(verb="meetings.correct")
    assert line.changes["name"] == ["Họp cơ quan tháng 3", "Họp cơ quan quý I"]


def test_a_meeting_with_people_is_not_moved_into_the_future(so_van_hoa, as_actor, minh):
    meeting = met(so_van_hoa)
    services.record_turnout(meeting, present=5, printed="đếm tại chỗ", by=as_actor(minh), at=NOW)

    with pytest.raises(Refused, match="đã ghi người dự"):
        services.correct_meeting(meeting, held_on=date(2024, 7, 1), by=as_actor(minh), at=NOW)
