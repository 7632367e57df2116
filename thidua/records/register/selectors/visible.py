"""Who sees which documents. Fetching is the access check."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.kit.audit.chain import subject_key
from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import Told, told
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Citation, Consultation, Document, Entry

_TOLD = 60
_FOLLOWS = (
    Citation.Relation.IMPLEMENTS,
    Citation.Relation.REPLACES,
    Citation.Relation.AMENDS,
    Citation.Relation.ANSWERS,
)


def visible_to(actor: Actor) -> QuerySet[Document]:
    """Documents in the registers of the actor's bodies, issued by those bodies (their rooms and councils), and what those
    cite, or what replaces, amends, implements or answers them. Drafts only for their own body."""
    documents = Document.objects.filter(merged_into__isnull=True)
    if actor.is_system:
        return documents
    bodies = actor.bodies(Right.REGISTER_READ)
    return documents.filter(_within(bodies)) if bodies else documents.none()


def seen_by_body(body: Unit) -> QuerySet[Document]:
    """What `visible_to` shows of one body, whoever looks."""
    return Document.objects.filter(_within([body.pk]), merged_into__isnull=True)


def held_by(actor: Actor) -> QuerySet[Document]:
    """Of these the actor may open the files: in the register of one of its bodies, or issued by one of them."""
    documents = Document.objects.filter(merged_into__isnull=True)
    if actor.is_system:
        return documents
    bodies = actor.bodies(Right.REGISTER_READ)
    if not bodies:
        return documents.none()
    asked = Consultation.objects.filter(
        document=OuterRef("pk"), way=Consultation.Way.ASKED, other__body__in=bodies
    )
    return documents.filter(
        Q(_entered(bodies))
        | Q(issuer__body__in=bodies, state=Document.State.ISSUED)
        | Q(Exists(asked), state=Document.State.CONSULTING)
    )


def entries_visible_to(actor: Actor) -> QuerySet[Entry]:
    """Lines of the registers of the actor's own bodies."""
    entries = Entry.objects.select_related("body")
    return entries if actor.is_system else entries.filter(body__in=actor.bodies(Right.REGISTER_READ))


def history_of(document: Document, actor: Actor) -> list[Told]:
    """What happened to it, newest first: in the bodies whose register the actor reads, or by the installation."""
    lines = AuditLine.objects.filter(subject=subject_key(document))
    if not actor.is_system:
        bodies = [str(pk) for pk in actor.bodies(Right.REGISTER_READ)]
        lines = lines.filter(body__in=[*bodies, ""])
    return [told(line) for line in lines.order_by("-seq")[:_TOLD]]


def last_change(document: Document) -> AuditLine | None:
    """The last line of the log about it, whoever wrote it."""
    return AuditLine.objects.filter(subject=subject_key(document)).order_by("-seq").first()


def _entered(bodies: Collection[int]) -> Exists:
    """Asked row by row: a page of the newest 50 looks at hardly more than 50, however large the register."""
    return Exists(Entry.objects.filter(document=OuterRef("pk"), body__in=bodies))


def _within(bodies: Collection[int]) -> Q:
    here = Citation.objects.filter(target=OuterRef("pk"), source__entries__body__in=bodies)
    onward = Citation.objects.filter(
        source=OuterRef("pk"), target__entries__body__in=bodies, relation__in=_FOLLOWS
    )
    issued = Q(state=Document.State.ISSUED)
    own = Q(issuer__in=Unit.objects.filter(body__in=bodies).values("pk"))
    return Q(_entered(bodies)) | issued & (own | Q(Exists(here)) | Q(Exists(onward)))
