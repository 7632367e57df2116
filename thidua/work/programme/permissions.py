"""Why not: reasons in Vietnamese, none means go."""

from thidua.kit.ui.wording import day
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Position, Unit
from thidua.records.orgs.rights import Right
from thidua.work.programme.models import Task


def why_not_assign(actor: Actor, body: Unit | None) -> list[str]:
    """Giving tasks in the programme of one body."""
    if actor.can(Right.TASKS_WRITE, body):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền giao nhiệm vụ {where}. Đề nghị chuyên viên theo dõi của cơ quan đó."]


def why_not_manage(actor: Actor, task: Task) -> list[str]:
    """Correcting, extending, cancelling: whoever keeps the programme, or that of the body in which it ended."""
    if actor.can(Right.TASKS_WRITE, task.body):
        return []
    if task.body.dissolved_on:
        own = actor.bodies(Right.TASKS_WRITE)
        if task.body_id in orgs.lineage_ids(own, actor.on):
            return []
    return [
        f"Nhiệm vụ này do {task.body.short_name or task.body.name} giao và theo dõi. "
        "Cần sửa thì đề nghị cơ quan đó."
    ]


def why_not_change(actor: Actor, task: Task) -> list[str]:
    """What is done or cancelled stays as it is until it is opened again."""
    if task.cancelled_on:
        return ["Nhiệm vụ đã hủy."]
    if task.done_on:
        return [f"Nhiệm vụ đã xong ngày {day(task.done_on)}. Mở lại rồi mới sửa."]
    return why_not_manage(actor, task)


def is_given_to(actor: Actor, task: Task) -> bool:
    """Whether the actor is the one who does it: named, in the unit that does it, or of all the staff."""
    if actor.user is None or not actor.has(Right.TASKS_READ):
        return False
    if task.unit and task.unit.body_id and task.unit.body_id in actor.bodies(Right.TASKS_WRITE):
        return True
    if task.all_staff:
        return task.body_id in actor.bodies(Right.TASKS_READ)
    person = actor.user.person_id
    if person is None:
        return False
    if task.person_id:
        return task.person_id == person
    held = Position.objects.filter(orgs.in_office(actor.on), person=person, unit=task.unit_id)
    return task.unit_id is not None and held.exists()


def why_not_work(actor: Actor, task: Task) -> list[str]:
    """Telling of results: whoever does it, and whoever keeps the programme."""
    if task.cancelled_on:
        return ["Nhiệm vụ đã hủy."]
    reasons = why_not_manage(actor, task)
    if not reasons or is_given_to(actor, task):
        return []
    return ["Kết quả do người, đơn vị được giao hoặc người theo dõi ghi."]


def why_not_complete(actor: Actor, task: Task) -> list[str]:
    if task.done_on:
        return [f"Nhiệm vụ đã xong ngày {day(task.done_on)}."]
    return why_not_work(actor, task)


def why_not_reopen(actor: Actor, task: Task) -> list[str]:
    if task.is_open:
        return ["Nhiệm vụ đang thực hiện."]
    return why_not_manage(actor, task)
