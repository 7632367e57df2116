"""Books and the numbers in them. Only those who keep a body's books see them."""

from django.db.models import Count, Q, QuerySet

from thidua.records.awards.models import Award
from thidua.records.certificates.models import Book, Certificate, CertificateQuerySet
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Document
from thidua.vn.fold import fold


def books_visible_to(actor: Actor) -> QuerySet[Book]:
    rows = Book.objects.all()
    if actor.is_system:
        return rows
    bodies = orgs.lineage_ids(actor.bodies(Right.CERTIFICATES_READ), actor.on)
    return rows.filter(body__in=bodies)


def visible_to(actor: Actor) -> CertificateQuerySet:
    rows = Certificate.objects.all()
    return rows if actor.is_system else rows.filter(book__in=books_visible_to(actor))


def listed(actor: Actor) -> CertificateQuerySet:
    return visible_to(actor).select_related("book", "decision", "replaces")


def in_words(rows: CertificateQuerySet, text: str) -> CertificateQuerySet:
    """Numbers whose text, recipient, form or decision hold all the words, marks or not."""
    for word in fold(text).split():
        rows = rows.filter(folded__contains=word)
    return rows


def of_book(book: Book, actor: Actor) -> CertificateQuerySet:
    """In the order of the book."""
    rows = visible_to(actor).filter(book=book).select_related("decision", "book", "replaces")
    return rows.order_by("seq", "pk")


def books_for(body: Unit, actor: Actor) -> QuerySet[Book]:
    """Books of one body, this year's first, with `used`: how many numbers."""
    rows = books_visible_to(actor).filter(body=body)
    return rows.annotate(used=Count("certificates")).order_by("-year", "artefact", "pk")


def of_award(award: Award, actor: Actor) -> CertificateQuerySet:
    """All numbers of an award, those of the lines before a correction too, the latest first."""
    keys = [award.pk]
    row = award
    while row.corrects_id:
        row = Award.objects.get(pk=row.corrects_id)
        keys.append(row.pk)
    return visible_to(actor).filter(award__in=keys).select_related("book").order_by("-pk")


def standing_of_decision(document: Document, actor: Actor) -> CertificateQuerySet:
    ids = [document.pk, *document.merged_from.values_list("pk", flat=True)]
    rows = visible_to(actor).standing().filter(Q(decision__in=ids))
    return rows.select_related("book").order_by("book", "seq", "pk")


def chain_of(certificate: Certificate) -> list[Certificate]:
    """The number with those before and after it by re-issue, the latest first."""
    row = certificate
    while later := Certificate.objects.filter(replaces=row).select_related("book").first():
        row = later
    found = [row]
    while row.replaces_id:
        row = Certificate.objects.select_related("book").get(pk=row.replaces_id)
        found.append(row)
    return found
