"""Why not: reasons in Vietnamese, none means go."""

from thidua.records.certificates.models import Book, Certificate
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right


def why_not_write(actor: Actor, body: Unit | None) -> list[str]:
    """Giving numbers in the books of one body, or of one that ended in one's own."""
    if actor.can(Right.CERTIFICATES_WRITE, body):
        return []
    own = actor.bodies(Right.CERTIFICATES_WRITE)
    if body and body.dissolved_on and body.pk in orgs.lineage_ids(own, actor.on):
        return []
    where = f"của {body.name}" if body else "này"
    return [f"Không có quyền ghi sổ cấp bằng {where}. Cần cấp số thì đề nghị cơ quan đó."]


def why_not_correct_book(actor: Actor, book: Book) -> list[str]:
    """A pattern is changed only before the first number."""
    reasons = why_not_write(actor, book.body)
    if not reasons and book.certificates.exists():
        reasons = ["Sổ đã có số nên không đổi mẫu số được; các số đã cấp phải giữ nguyên."]
    return reasons


def why_not_end(actor: Actor, certificate: Certificate) -> list[str]:
    """Spoiling, replacing, recalling: only a number that still stands."""
    if certificate.ending:
        said = certificate.get_ending_display().lower()
        return [f"Số {certificate.number} không còn hiệu lực ({said})."]
    return why_not_write(actor, certificate.book.body)
