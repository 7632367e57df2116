"""What waits: awards without a number, numbers whose award stands no more."""

from collections.abc import Collection, Iterable

from django.db.models import Q

from thidua.records.awards.models import Award, AwardQuerySet
from thidua.records.certificates.models import Certificate
from thidua.records.certificates.selectors.books import visible_to
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document

_NAMED = Q(person__isnull=False) | Q(unit__isnull=False) | Q(household__isnull=False)


def given_by(body: Unit) -> AwardQuerySet:
    """Awards by name that the body itself decided; where nobody knows who did, those that it keeps."""
    decided = Q(decided_by__body=body) | Q(decided_by=body)
    return Award.objects.filter(_NAMED, decided | Q(decided_by=None, body=body))


def without_number(decision: Document, body: Unit, kinds: Collection[str] = ()) -> AwardQuerySet:
    """Standing awards by the decision without a number; `kinds`: names of titles and forms, none: all."""
    rows = given_by(body).standing().filter(decision=decision, certificate="")
    rows = rows.filter(name__in=kinds) if kinds else rows
    return rows.select_related("person", "unit", "household", "decision").order_by("pk")


def current_awards(certificates: Iterable[Certificate]) -> dict[int, Award]:
    """Certificate → the line that stands for its award now: corrections are followed, one query a step of them."""
    found = {row.pk: row.award for row in certificates if row.award is not None}
    while moved := {award.pk for award in found.values() if award.ending == Award.Ending.CORRECTED}:
        later = {row.corrects_id: row for row in Award.objects.filter(corrects__in=moved)}
        if not later:
            break
        found = {pk: later.get(award.pk, award) for pk, award in found.items()}
    return found


def to_recall(actor: Actor, body: Unit) -> list[Certificate]:
    """Standing numbers of the body whose award was revoked or struck out."""
    rows = visible_to(actor).standing().filter(book__body=body).exclude(award__ending="")
    listed = list(rows.select_related("award", "book").order_by("pk"))
    now = current_awards(listed)
    return [row for row in listed if now[row.pk].ending]
