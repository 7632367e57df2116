"""The list of documents: what narrows it, and what is told beside each row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.kinds import NORMATIVE
from thidua.records.register.models import Citation, Document, Entry
from thidua.records.register.selectors.concretising import unconcretised
from thidua.records.register.selectors.validity import Validity, validity, with_replacements
from thidua.records.register.selectors.visible import visible_to
from thidua.vn.documents import number_key, parse_number
from thidua.vn.fold import fold

CITED = "vien_dan"
PLACES = [
    (Entry.Direction.IN, "Văn bản đến"),
    (Entry.Direction.OUT, "Văn bản đi"),
    (Entry.Direction.DRAFT, "Dự thảo"),
    (CITED, "Mới được viện dẫn"),
]
VALIDITIES = [
    ("con", "Còn hiệu lực"),
    ("het", "Hết hiệu lực"),
    ("chua", "Chưa đến ngày hiệu lực"),
    ("sap_thay", "Sắp thay thế"),
    ("chua_ro", "Chưa rõ hiệu lực"),
]
_ISSUERS = 80


def listed(actor: Actor) -> QuerySet[Document]:
    """All that the actor sees, dropped drafts left out; with issuers."""
    return visible_to(actor).exclude(state=Document.State.DROPPED).select_related("issuer")


def in_words(rows: QuerySet[Document], text: str) -> QuerySet[Document]:
    """Documents whose number begins so, or whose number, title and issuer hold all the words, marks or not."""
    words = fold(text).split()
    holds = Q()
    for word in words:
        holds &= Q(folded__contains=word)
    parsed = parse_number(text)
    if (parsed and parsed.issuer_abbr) or (parsed and parsed.type_abbr):
        return rows.filter(Q(number_key__startswith=number_key(text)) | Q(folded__contains=fold(text)))
    return rows.filter(holds) if words else rows


def in_years(rows: QuerySet[Document], years: tuple[int | None, int | None]) -> QuerySet[Document]:
    since, until = years
    if since:
        rows = rows.filter(year__gte=since)
    return rows.filter(year__lte=until) if until else rows


def in_place(rows: QuerySet[Document], place: str, body: Unit | None) -> QuerySet[Document]:
    """In which book of the body: arrived, sent, drafts; or only cited, in nobody's book."""
    if place == CITED:
        return rows.filter(is_stub=True)
    lines = Entry.objects.filter(document=OuterRef("pk"), body=body, direction=place)
    return rows.filter(Exists(lines))


def of_validity(rows: QuerySet[Document], code: str, body: Unit | None, on: date) -> QuerySet[Document]:
    """The same words as `validity`, asked of the database."""
    rows = rows.filter(state=Document.State.ISSUED)
    ended, later = Q(expires_on__lte=on), Q(effective_on__gt=on)
    plain = Q(effective_on=None) & ~Q(type__in=NORMATIVE) & Q(issued_on__isnull=False) & Q(is_stub=False)
    known = Q(effective_on__isnull=False) | Q(expires_on__isnull=False) | plain
    drafts = Exists(_replacing(body))
    if code == "het":
        return rows.filter(ended)
    if code == "chua":
        return rows.filter(later).exclude(ended)
    if code == "sap_thay":
        return rows.filter(drafts).exclude(ended).exclude(later)
    if code == "con":
        return rows.filter(known).exclude(ended).exclude(later).exclude(drafts)
    return rows.exclude(known).exclude(drafts)


def _replacing(body: Unit | None) -> QuerySet[Citation]:
    return Citation.objects.filter(
        target=OuterRef("pk"), relation=Citation.Relation.REPLACES, source__entries__body=body
    ).exclude(source__state__in=[Document.State.ISSUED, Document.State.DROPPED])


def issuers_for(actor: Actor) -> list[tuple[str, str]]:
    """Offices with a paper in the registers of the actor's body, in order; one query."""
    papers = Document.objects.filter(issuer=OuterRef("pk"), entries__body=actor.body, merged_into=None)
    units = Unit.objects.filter(Exists(papers)).only("pk", "name", "short_name", "level", "is_legal_person")
    return [(str(unit.pk), unit.short_name or unit.name) for unit in orgs.in_order(units)[:_ISSUERS]]


@dataclass(frozen=True)
class Noted:
    """One row of the list with what is told beside it."""

    document: Document
    validity: Validity
    is_unconcretised: bool
    entry: Entry | None


def noted(rows: Sequence[Document], actor: Actor, *, entries: bool = True) -> list[Noted]:
    """The rows of one page with their notes; one query whatever their number, and one for the lines of the register."""
    ids = [row.pk for row in rows]
    if not ids:
        return []
    told = with_replacements(Document.objects.filter(pk__in=ids), actor.body).annotate(asks=_asks(actor))
    by_id = {
        row.pop("pk"): row
        for row in told.values("pk", "replaced_by", "being_replaced", "replacement_due", "asks")
    }
    lines = Entry.objects.filter(document__in=ids, body=actor.body) if entries else ()
    by_document = {entry.document_id: entry for entry in lines}
    found = []
    for row in rows:
        asks = by_id[row.pk].pop("asks")
        for name, value in by_id[row.pk].items():
            setattr(row, name, value)
        found.append(Noted(row, validity(row, actor.on), asks, by_document.get(row.pk)))
    return found


def _asks(actor: Actor) -> Exists | Value:
    """Whether the row still asks the actor's body for a plan, and none is being drafted."""
    if actor.body is None:
        return Value(False)
    asking = unconcretised(actor.body, actor.on).filter(pk=OuterRef("pk"), answer_draft=None)
    return Exists(asking)
