"""Whether a document holds on a day, in words."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.records.orgs.models import Unit
from thidua.records.register.kinds import NORMATIVE
from thidua.records.register.models import Citation, Document
from thidua.vn.dates import cited_date


@dataclass(frozen=True)
class Validity:
    """`code`: con, chua, het, sap_thay, chua_ro, du_thao; `label` as on the badge; `note` names what replaces it."""

    code: str
    label: str
    note: str = ""


def with_replacements(documents: QuerySet[Document], body: Unit | None) -> QuerySet[Document]:
    """Adds what validity needs beyond the row itself: `replaced_by` (its number) and `replacement_due` of a draft of `body`."""
    newer = Citation.objects.filter(target=OuterRef("pk"), relation=Citation.Relation.REPLACES)
    issued = newer.filter(source__state=Document.State.ISSUED).order_by("-source__issued_on", "pk")
    drafts = newer.filter(
        source__entries__body=body.pk if body else None,
        source__state__in=[state for state in Document.State if state not in ("da_ban_hanh", "thoi_soan")],
    ).order_by("pk")
    return documents.annotate(
        replaced_by=Coalesce(
            Subquery(issued.values("source__number")[:1]), Subquery(issued.values("source__title")[:1])
        ),
        being_replaced=Exists(drafts),
        replacement_due=Subquery(drafts.values("source__due_on")[:1]),
    )


def validity(document: Document, on: date) -> Validity:
    """The validity of one document on a day. With the columns of `with_replacements` it also tells what replaces it."""
    replaced_by = getattr(document, "replaced_by", None)
    note = f"thay bằng {replaced_by}" if replaced_by else ""
    if document.state != Document.State.ISSUED:
        return Validity("du_thao", document.get_state_display())
    since = document.effective_on or (None if document.type in NORMATIVE else document.issued_on)
    if document.expires_on and document.expires_on <= on:
        return Validity("het", f"Hết từ {cited_date(document.expires_on)}", note)
    if since and since > on:
        return Validity("chua", f"Từ {cited_date(since)}", note)
    if getattr(document, "being_replaced", False):
        due = getattr(document, "replacement_due", None)
        return Validity(
            "sap_thay", "Sắp thay thế", "đang soạn thay thế" + (f", hạn {due.day}/{due.month}" if due else "")
        )
    if document.expires_on:
        return Validity("con", "Còn hiệu lực", f"đến {cited_date(document.expires_on)}")
    if since is None or (document.is_stub and document.effective_on is None):
        return Validity("chua_ro", "Chưa rõ hiệu lực", note)
    return Validity("con", "Còn hiệu lực", note)
