"""The way of a report: written, shown to the leadership, sent; each may give it back with a reason."""

from collections.abc import Iterable

from thidua.kit.workflow import Step, Workflow
from thidua.outlook.reports import permissions
from thidua.outlook.reports.models import Report
from thidua.records.orgs.actors import Actor

State = Report.State


def _may_start(report: Report, by: Actor) -> Iterable[str]:
    return permissions.why_not_start(by, report.body)


def _may_approve(report: Report, by: Actor) -> Iterable[str]:
    return permissions.why_not_approve(by, report)


def _may_issue(report: Report, by: Actor) -> Iterable[str]:
    return permissions.why_not_issue(by, report)


def _may_return(report: Report, by: Actor) -> Iterable[str]:
    return permissions.why_not_return(by, report)


def _is_frozen(report: Report, by: Actor) -> Iterable[str]:
    if report.frozen_at is None:
        yield "Chốt số liệu trước khi trình: lãnh đạo duyệt những con số đã đứng yên."


def _is_alone(report: Report, by: Actor) -> Iterable[str]:
    same = Report.objects.filter(body=report.body, outline=report.outline, period=report.period)
    if same.exclude(pk=report.pk).exclude(state=State.DROPPED).exists():
        yield "Đã có báo cáo khác cùng kỳ, cùng đề cương. Mở báo cáo đó để soạn tiếp."


WAY = Workflow(
    "reports",
    steps=(
        Step("submit", (State.DRAFT,), State.REVIEW, "Trình lãnh đạo", (_may_start, _is_frozen)),
        Step("approve", (State.REVIEW,), State.APPROVED, "Duyệt báo cáo", (_may_approve,)),
        Step(
            "send_back",
            (State.REVIEW, State.APPROVED),
            State.DRAFT,
            "Trả lại để sửa",
            (_may_approve,),
            needs_note=True,
        ),
        Step(
            "issue",
            (State.APPROVED,),
            State.SENT,
            "Cho số, phát hành",
            (_may_issue, _is_frozen),
            by_itself=False,
        ),
        Step("turn_down", (State.SENT,), State.DRAFT, "Trả lại nơi báo cáo", (_may_return,), needs_note=True),
        Step("drop", (State.DRAFT,), State.DROPPED, "Thôi soạn", (_may_start,), needs_note=True),
        Step("resume", (State.DROPPED,), State.DRAFT, "Soạn lại", (_may_start, _is_alone), needs_note=True),
    ),
    start=State.DRAFT,
)

STATES = (State.DRAFT, State.REVIEW, State.APPROVED, State.SENT)
"""In order, for the stepper."""

HOLDERS = {
    State.DRAFT: "người soạn",
    State.REVIEW: "lãnh đạo",
    State.APPROVED: "văn thư",
    State.SENT: "nơi nhận",
}
