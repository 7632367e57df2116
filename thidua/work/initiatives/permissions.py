"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.work.initiatives.models import Initiative, Recognition


def why_not_write(actor: Actor, body: Unit | None) -> list[str]:
    """Writing in the register of one body, or of one that ended in one's own."""
    if actor.can(Right.INITIATIVES_WRITE, body):
        return []
    own = actor.bodies(Right.INITIATIVES_WRITE)
    if body and body.dissolved_on and body.pk in orgs.lineage_ids(own, actor.on):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền ghi sổ sáng kiến {where}. Cần ghi thì đề nghị cơ quan đó."]


def why_not_change(actor: Actor, initiative: Initiative) -> list[str]:
    """Correcting, striking out, adding a recognition: only what still stands, by whoever keeps it."""
    if initiative.ending:
        return [
            f"Dòng này không còn hiệu lực ({initiative.get_ending_display().lower()}) nên không đổi được."
        ]
    return why_not_write(actor, initiative.kept_by)


def why_not_change_recognition(actor: Actor, recognition: Recognition) -> list[str]:
    if recognition.ending:
        said = recognition.get_ending_display().lower()
        return [f"Lần công nhận này không còn hiệu lực ({said}) nên không đổi được."]
    return why_not_change(actor, recognition.initiative)
