"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import LABELS
from thidua.records.staff.kinds import right_to_read, right_to_write
from thidua.records.staff.models import Kept


def why_not_read(actor: Actor, kind: type[Kept]) -> list[str]:
    right = right_to_read(kind)
    if actor.has(right):
        return []
    return [f"Cần quyền “{LABELS[right]}”. Đề nghị người quản trị của cơ quan giao vai trò."]


def why_not_write(actor: Actor, body: Unit | None, kind: type[Kept]) -> list[str]:
    """Writing in the staff records of one body, or of one that ended in one's own."""
    right = right_to_write(kind)
    if actor.can(right, body):
        return []
    if body and body.dissolved_on and body.pk in orgs.lineage_ids(actor.bodies(right), actor.on):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền “{LABELS[right]}” {where}. Cần ghi thì đề nghị cơ quan đó."]


def why_not_change(actor: Actor, row: Kept) -> list[str]:
    """Correcting, ending, striking out: only what still stands, by whoever keeps it."""
    if row.ending:
        return [f"Dòng này không còn hiệu lực ({row.get_ending_display().lower()}) nên không đổi được."]  # type: ignore[attr-defined]
    return why_not_write(actor, row.body, type(row))
