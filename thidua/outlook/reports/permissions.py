"""Why not: reasons in Vietnamese, none means go."""

from thidua.outlook.reports.models import Report
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right


def why_not_start(actor: Actor, body: Unit | None) -> list[str]:
    """Beginning reports and keeping outlines of one body."""
    if actor.can(Right.REPORTS_WRITE, body):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền lập báo cáo {where}. Đề nghị chuyên viên thi đua, khen thưởng của cơ quan đó."]


def why_not_write(actor: Actor, report: Report) -> list[str]:
    """Words, titles, asking others: whoever writes for the body, while it is being written."""
    reasons = why_not_start(actor, report.body)
    if not reasons and report.state != Report.State.DRAFT:
        reasons = [f"Báo cáo đang ở “{report.get_state_display()}” nên không sửa được. Trả lại để sửa trước."]
    return reasons


def why_not_choose(actor: Actor, report: Report) -> list[str]:
    """What changes figures: leaving a record out, taking it back."""
    reasons = why_not_write(actor, report)
    if not reasons and report.frozen_at:
        reasons = ["Số liệu đã chốt. Bỏ chốt rồi mới thêm, bớt bản ghi."]
    return reasons


def why_not_freeze(actor: Actor, report: Report) -> list[str]:
    return why_not_write(actor, report)


def why_not_thaw(actor: Actor, report: Report) -> list[str]:
    reasons = why_not_write(actor, report)
    if not reasons and not report.frozen_at:
        reasons = ["Báo cáo chưa chốt số liệu."]
    return reasons


def why_not_approve(actor: Actor, report: Report) -> list[str]:
    """Approving and sending back: the leadership of the body."""
    if actor.can(Right.REPORTS_APPROVE, report.body):
        return []
    return ["Duyệt, trả lại báo cáo là việc của lãnh đạo cơ quan."]


def why_not_issue(actor: Actor, report: Report) -> list[str]:
    """Number and date: the clerk of the body."""
    if actor.can(Right.REGISTER_ISSUE, report.body) and actor.can(Right.REGISTER_WRITE, report.body):
        return []
    return ["Cho số, phát hành báo cáo là việc của văn thư cơ quan."]


def why_not_return(actor: Actor, report: Report) -> list[str]:
    """The body that received it, by whoever writes reports or leads there."""
    body = report.send_to.body if report.send_to else None
    if body is not None and (actor.can(Right.REPORTS_WRITE, body) or actor.can(Right.REPORTS_APPROVE, body)):
        return []
    return ["Chỉ nơi nhận báo cáo mới trả lại được."]


def is_own(actor: Actor, report: Report) -> bool:
    """Whether the actor reads it as one of the body that writes it; the receiver sees the paper alone."""
    return actor.can(Right.REPORTS_READ, report.body)
