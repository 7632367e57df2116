"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.awards.models import Household
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import LABELS, Right
from thidua.work.eligibility.selectors.verdicts import Subject


def why_not_look_at_discipline(actor: Actor, subject: Subject) -> list[str]:
    """Discipline is looked at with its own right only, each time with a line in the log; a household has none."""
    if isinstance(subject, Household):
        return ["Sổ kỷ luật không ghi về hộ gia đình."]
    if actor.has(Right.DISCIPLINE_READ):
        return []
    return [f"Cần quyền “{LABELS[Right.DISCIPLINE_READ]}”. Đề nghị người quản trị của cơ quan giao vai trò."]
