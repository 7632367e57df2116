"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.awards.models import Household
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import LABELS, Right
from thidua.work.eligibility.models import Screening
from thidua.work.eligibility.selectors import screenings
from thidua.work.eligibility.selectors.verdicts import Subject


def why_not_look_at_discipline(actor: Actor, subject: Subject) -> list[str]:
    """Discipline is looked at with its own right only, each time with a line in the log; a household has none."""
    if isinstance(subject, Household):
        return ["Sổ kỷ luật không ghi về hộ gia đình."]
    if actor.has(Right.DISCIPLINE_READ):
        return []
    return [_needs(Right.DISCIPLINE_READ)]


def why_not_screen(actor: Actor, unit: Unit | None = None, *, with_discipline: bool = False) -> list[str]:
    """In the work of the body that one works in, a unit whose people one may see."""
    if actor.body is None or not actor.can(Right.ELIGIBILITY, actor.body):
        return [_needs(Right.ELIGIBILITY)]
    if with_discipline and not actor.can(Right.DISCIPLINE_READ, actor.body):
        return [_needs(Right.DISCIPLINE_READ)]
    if unit is not None and not screenings.units_open_to(actor).filter(pk=unit.pk).exists():
        return [f"Không xem được danh sách người của {unit.called}. Chọn đơn vị thuộc cơ quan đang làm việc."]
    return []


def why_not_delete(actor: Actor, screening: Screening) -> list[str]:
    if actor.is_system or (actor.user is not None and screening.made_by_id == actor.user.pk):
        return []
    return [f"Chỉ người lập xóa được: {screening.made_by.full_name if screening.made_by else 'hệ thống'}."]


def _needs(right: Right) -> str:
    return f"Cần quyền “{LABELS[right]}”. Đề nghị người quản trị của cơ quan giao vai trò."
