"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.work.movements.models import Movement


def why_not_write(actor: Actor, body: Unit | None) -> list[str]:
    """Keeping the movements of one body; also of a body that ended in one's own."""
    if actor.can(Right.MOVEMENTS_WRITE, body) or (body is not None and _went_into(actor, body)):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền ghi phong trào {where}. Cần ghi thì đề nghị chuyên viên thi đua của cơ quan đó."]


def _went_into(actor: Actor, body: Unit) -> bool:
    if body.dissolved_on is None or body.dissolved_on > actor.on:
        return False
    return body.pk in orgs.lineage_ids(actor.bodies(Right.MOVEMENTS_WRITE), actor.on)


def why_not_edit(actor: Actor, movement: Movement) -> list[str]:
    """Facts, criteria, papers, milestones: of whoever keeps the record, or whose movement it is."""
    if movement.merged_into_id:
        return ["Phong trào này đã nhập vào phong trào khác. Mở phong trào đó để ghi."]
    if not why_not_write(actor, movement.body):
        return []
    launcher = movement.launcher.body if movement.launcher else None
    if launcher is not None and launcher.pk != movement.body_id and not why_not_write(actor, launcher):
        return []
    if not actor.is_system and not actor.bodies(Right.MOVEMENTS_WRITE):
        return ["Tài khoản này chỉ xem phong trào. Cần ghi thì đề nghị chuyên viên thi đua của cơ quan."]
    keeper = movement.body.short_name or movement.body.name
    return [f"Phong trào này do {keeper} ghi. Cơ quan ghi hưởng ứng hoặc lý do không thuộc phạm vi."]


def why_not_go_on(actor: Actor, movement: Movement) -> list[str]:
    """Work on a movement that is still open."""
    reasons = why_not_edit(actor, movement)
    if not reasons and movement.closed_on:
        return ["Phong trào đã kết thúc. Mở lại thì mới ghi thêm."]
    return reasons


def why_not_attach(actor: Actor, movement: Movement) -> list[str]:
    """A closed movement still takes its papers: the report on its end is often written later."""
    return why_not_edit(actor, movement)


def why_not_launch(actor: Actor, movement: Movement) -> list[str]:
    reasons = why_not_go_on(actor, movement)
    if not reasons and movement.is_launched:
        return ["Phong trào đã phát động. Sửa ngày phát động ở “Sửa thông tin”."]
    return reasons


def why_not_record(actor: Actor, movement: Movement) -> list[str]:
    """Milestones reached, results, assessments: of what has been launched."""
    reasons = why_not_go_on(actor, movement)
    if not reasons and not movement.is_launched:
        return ["Phong trào còn là dự thảo. Phát động rồi mới ghi hoạt động, kết quả."]
    return reasons


def why_not_close(actor: Actor, movement: Movement) -> list[str]:
    reasons = why_not_edit(actor, movement)
    if reasons:
        return reasons
    if movement.closed_on:
        return ["Phong trào đã kết thúc."]
    if not movement.is_launched:
        return ["Phong trào còn là dự thảo, chưa phát động nên không có gì để kết thúc."]
    return []


def why_not_reopen(actor: Actor, movement: Movement) -> list[str]:
    reasons = why_not_edit(actor, movement)
    if not reasons and not movement.closed_on:
        return ["Phong trào chưa kết thúc."]
    return reasons


def why_not_respond(actor: Actor, superior: Movement, body: Unit | None) -> list[str]:
    """Answering for `body` somebody else's movement."""
    reasons = why_not_write(actor, body)
    if reasons:
        return reasons
    if superior.merged_into_id:
        return ["Phong trào này đã nhập vào phong trào khác. Hưởng ứng phong trào đó."]
    if not superior.is_launched:
        return ["Phong trào này chưa phát động nên chưa hưởng ứng được."]
    launcher = superior.launcher.body_id if superior.launcher else None
    if body is not None and launcher == body.pk:
        return ["Phong trào này do chính cơ quan phát động, không ghi hưởng ứng."]
    return []


def why_not_merge(actor: Actor, double: Movement, into: Movement) -> list[str]:
    """Both must be one's own to keep: merging takes one of them off the list."""
    if double.pk == into.pk:
        return ["Chọn hai phong trào khác nhau để nhập làm một."]
    return [*why_not_edit(actor, double), *(why_not_edit(actor, into) if into.merged_into_id else [])]
