"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.identity import Identity
from thidua.records.register.models import Consultation, Document
from thidua.vn.dates import cited_date


def why_not_write(actor: Actor, body: Unit | None) -> list[str]:
    """Writing in the register of one body."""
    if actor.can(Right.REGISTER_WRITE, body):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền ghi sổ văn bản {where}. Cần ghi thì đề nghị văn thư của cơ quan đó."]


def why_not_note(actor: Actor, identity: Identity, near: Unit) -> list[str]:
    """Noting a paper that no register here holds: it needs a number, and no day to come."""
    if reasons := why_not_write(actor, near):
        return reasons
    if not identity.key:
        return ["Nhập số, ký hiệu của văn bản."]
    if identity.issued_on and identity.issued_on > actor.on:
        return [f"Ngày ký sau ngày hôm nay ({cited_date(actor.on)}). Kiểm tra lại ngày."]
    return []


def why_not_issue(actor: Actor, body: Unit | None) -> list[str]:
    """Recording the signature, giving numbers, keeping series."""
    if actor.can(Right.REGISTER_ISSUE, body):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Cho số, phát hành văn bản {where} là việc của văn thư."]


def writing_body(actor: Actor, document: Document) -> Unit | None:
    """The body for which the actor may write about this document: one that holds it, or whose own it is."""
    writable = actor.bodies(Right.REGISTER_WRITE)
    holders = [entry.body for entry in document.entries.select_related("body").order_by("pk")]
    if document.issuer and document.issuer.body and document.state == Document.State.ISSUED:
        holders.append(document.issuer.body)
    allowed = [body for body in holders if actor.is_system or body.pk in writable]
    here = [body for body in allowed if actor.body and body.pk == actor.body.pk]
    return next(iter(here or allowed), None)


def why_not_edit(actor: Actor, document: Document) -> list[str]:
    """Correcting facts, adding papers, linking: only whoever holds the document, or whose own it is."""
    if document.merged_into_id:
        return ["Văn bản này đã nhập vào văn bản khác. Mở văn bản đó để sửa."]
    if writing_body(actor, document) is not None:
        return []
    if not actor.bodies(Right.REGISTER_WRITE):
        return ["Tài khoản này chỉ xem sổ văn bản. Cần sửa thì đề nghị văn thư của cơ quan."]
    return ["Văn bản này không ở trong sổ của cơ quan nên không sửa được. Ghi vào sổ trước rồi sửa."]


def why_not_link(actor: Actor, source: Document, target: Document) -> list[str]:
    """Linking needs one of the two to be one's own to write about."""
    if source.pk == target.pk:
        return ["Một văn bản không nối với chính nó."]
    if writing_body(actor, source) or writing_body(actor, target):
        return []
    return why_not_edit(actor, source)


def why_not_draft_edit(actor: Actor, document: Document) -> list[str]:
    """Drafting is the work of the body whose draft it is, until the document is signed."""
    if document.state in (Document.State.ISSUED, Document.State.DROPPED):
        return [f"Văn bản đang ở “{document.get_state_display()}” nên không soạn tiếp được."]
    return why_not_edit(actor, document)


def why_not_answer(actor: Actor, consultation: Consultation) -> list[str]:
    """Sending our opinion: on what we were asked, or, inside one installation, on what another body asks of us."""
    if consultation.way == Consultation.Way.ANSWERED:
        return why_not_write(actor, consultation.body)
    return why_not_write(actor, consultation.other.body)


def drafting_body(document: Document) -> Unit | None:
    """Whose draft it is."""
    return document.issuer.body if document.issuer else None


def why_not_exempt(actor: Actor, document: Document, body: Unit) -> list[str]:
    """Saying that a body need not concretise: the body itself, or the one whose document it is."""
    issuer_body = drafting_body(document)
    if actor.can(Right.REGISTER_WRITE, body) or actor.can(Right.REGISTER_WRITE, issuer_body):
        return []
    return why_not_write(actor, body)
