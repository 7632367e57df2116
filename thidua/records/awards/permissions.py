"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.awards.models import Award
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right


def why_not_write(actor: Actor, body: Unit | None) -> list[str]:
    """Writing in the register of one body, or of one that ended in one's own."""
    if actor.can(Right.AWARDS_WRITE, body):
        return []
    own = actor.bodies(Right.AWARDS_WRITE)
    if body and body.dissolved_on and body.pk in orgs.lineage_ids(own, actor.on):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền ghi sổ khen thưởng {where}. Cần ghi thì đề nghị cơ quan đó."]


def why_not_change(actor: Actor, award: Award) -> list[str]:
    """Correcting, striking out, revoking: only what still stands, by whoever keeps it."""
    if award.ending:
        return [f"Dòng này không còn hiệu lực ({award.get_ending_display().lower()}) nên không đổi được."]
    return why_not_write(actor, award.body)


def why_not_end(actor: Actor, award: Award) -> list[str]:
    """Names under a count are ended one by one first."""
    reasons = why_not_change(actor, award)
    if not reasons and award.is_aggregate and award.parts.standing().exists():
        reasons = ["Con số này đã có tên ghi kèm. Bỏ hoặc thu hồi từng tên trước."]
    return reasons
