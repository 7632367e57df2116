"""The way of a draft: short for plans and letters, long for what sets rules."""

from collections.abc import Iterable

from thidua.kit.workflow import Step, Workflow
from thidua.records.orgs.actors import Actor
from thidua.records.register import permissions
from thidua.records.register.kinds import goes_the_long_way
from thidua.records.register.models import Consultation, Document

State = Document.State


def _may_write(document: Document, by: Actor) -> Iterable[str]:
    return permissions.why_not_edit(by, document)


def _may_issue(document: Document, by: Actor) -> Iterable[str]:
    return permissions.why_not_issue(by, permissions.drafting_body(document))


def _has_title(document: Document, by: Actor) -> Iterable[str]:
    if not document.title or not document.type:
        yield "Ghi loại văn bản và trích yếu trước khi trình."


def _opinions_settled(document: Document, by: Actor) -> Iterable[str]:
    """Whoever was asked has answered or let the day pass; each answer says whether it was taken up."""
    asked = document.consultations.filter(way=Consultation.Way.ASKED).select_related("other")
    if not asked:
        yield "Chưa hỏi ý kiến cơ quan nào. Ghi cơ quan được hỏi ở mục Lấy ý kiến."
    waiting = [
        row for row in asked if row.answered_on is None and (row.due_on is None or row.due_on >= by.on)
    ]
    if waiting:
        yield f"Còn chờ ý kiến của {_names(waiting)}."
    unsettled = [row for row in asked if row.answered_on and row.is_accepted is None]
    if unsettled:
        yield f"Chưa ghi có tiếp thu hay không ý kiến của {_names(unsettled)}."


def _names(rows: list[Consultation]) -> str:
    return ", ".join(row.other.short_name or row.other.name for row in rows)


_SIGN_AND_ISSUE = (
    Step("sign", (State.SIGNING,), State.SIGNED, "Ghi đã ký", (_may_issue,)),
    Step("issue", (State.SIGNED,), State.ISSUED, "Cho số, phát hành", (_may_issue,), by_itself=False),
)
_ONLY_LONG = (State.CONSULTING, State.PARTY, State.APPRAISAL)


def _stops(*more: Document.State) -> tuple[Step, Step]:
    drafting = (State.DRAFT, *more, State.SIGNING, State.SIGNED)
    return (
        Step("drop", drafting, State.DROPPED, "Thôi soạn", (_may_write,), needs_note=True),
        Step("resume", (State.DROPPED,), State.DRAFT, "Soạn lại", (_may_write,), needs_note=True),
    )


SHORT = Workflow(
    "register",
    steps=(
        Step("submit", (State.DRAFT,), State.SIGNING, "Trình ký", (_may_write, _has_title)),
        *_SIGN_AND_ISSUE,
        Step("send_back", (State.SIGNING, State.SIGNED), State.DRAFT, "Trả lại để sửa", (_may_write,), True),
        *_stops(),
    ),
    start=State.DRAFT,
)

LONG = Workflow(
    "register",
    steps=(
        Step("consult", (State.DRAFT,), State.CONSULTING, "Gửi lấy ý kiến", (_may_write, _has_title)),
        Step(
            "ask_party",
            (State.CONSULTING, State.APPRAISAL),
            State.PARTY,
            "Xin ý kiến cấp ủy",
            (_may_write, _opinions_settled),
        ),
        Step(
            "appraise",
            (State.CONSULTING, State.PARTY),
            State.APPRAISAL,
            "Gửi thẩm định",
            (_may_write, _opinions_settled),
        ),
        Step(
            "submit",
            _ONLY_LONG,
            State.SIGNING,
            "Trình ký",
            (_may_write, _has_title, _opinions_settled),
        ),
        *_SIGN_AND_ISSUE,
        Step(
            "send_back",
            (*_ONLY_LONG, State.SIGNING, State.SIGNED),
            State.DRAFT,
            "Trả lại để sửa",
            (_may_write,),
            True,
        ),
        *_stops(*_ONLY_LONG),
    ),
    start=State.DRAFT,
)

HOLDERS = {
    State.DRAFT: "người soạn",
    State.CONSULTING: "các cơ quan được hỏi",
    State.PARTY: "cấp ủy",
    State.APPRAISAL: "cơ quan thẩm định",
    State.SIGNING: "lãnh đạo",
    State.SIGNED: "văn thư",
}
"""In whose hands a draft is."""

SHORT_STATES = (State.DRAFT, State.SIGNING, State.SIGNED, State.ISSUED)
LONG_STATES = (
    State.DRAFT,
    State.CONSULTING,
    State.PARTY,
    State.APPRAISAL,
    State.SIGNING,
    State.SIGNED,
    State.ISSUED,
)


def of(document: Document) -> Workflow:
    """The way that a document of this kind goes; who has begun the long one ends it."""
    is_long = goes_the_long_way(document.type, document.title) or document.state in _ONLY_LONG
    return LONG if is_long else SHORT


def states_of(document: Document) -> tuple[Document.State, ...]:
    """The states of its way in order, for the stepper."""
    return LONG_STATES if of(document) is LONG else SHORT_STATES
