"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.meetings.models import Meeting
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right


def why_not_write(actor: Actor, body: Unit | None) -> list[str]:
    """Recording meetings of one body, or of one that ended in one's own."""
    if actor.can(Right.MEETINGS_WRITE, body):
        return []
    if (
        body
        and body.dissolved_on
        and body.pk in orgs.lineage_ids(actor.bodies(Right.MEETINGS_WRITE), actor.on)
    ):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền ghi cuộc họp {where}. Cần ghi thì đề nghị văn phòng của cơ quan đó."]


def why_not_change(actor: Actor, meeting: Meeting) -> list[str]:
    """Correcting, telling of documents: a cancelled meeting stays as it is."""
    if meeting.cancelled_at:
        return ["Cuộc họp này đã hủy nên không sửa được."]
    return why_not_write(actor, meeting.body)


def why_not_count(actor: Actor, meeting: Meeting) -> list[str]:
    """Who came is known from the day on."""
    if meeting.is_to_come(actor.on):
        return [f"Cuộc họp diễn ra {meeting.when}; điểm danh từ ngày đó."]
    return why_not_change(actor, meeting)


def why_not_state_turnout(actor: Actor, meeting: Meeting) -> list[str]:
    """A count beside a roll would be a second truth."""
    if meeting.roll.exists():
        return ["Cuộc họp đã có danh sách điểm danh; số người dự lấy từ danh sách."]
    return why_not_count(actor, meeting)
