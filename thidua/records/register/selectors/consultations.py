"""Opinions asked and given."""

from django.db.models import F, Q, QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Consultation, Document

_DRAFTING = [
    state for state in Document.State if state not in (Document.State.ISSUED, Document.State.DROPPED)
]


def consultations_visible_to(actor: Actor) -> QuerySet[Consultation]:
    """Those of the actor's bodies, and those in which one of them was asked inside this installation."""
    rows = Consultation.objects.select_related("document__issuer", "body", "other")
    if actor.is_system:
        return rows
    bodies = actor.bodies(Right.REGISTER_READ)
    asked_here = Q(way=Consultation.Way.ASKED, other__body__in=bodies)
    return rows.filter(Q(body__in=bodies) | asked_here) if bodies else rows.none()


def waiting_consultations(actor: Actor) -> QuerySet[Consultation]:
    """Of the body that the actor works in: opinions that we owe, that we wait for, and answers nobody has settled."""
    body = actor.body.pk if actor.body else None
    ours, asked = Q(body=body), Q(way=Consultation.Way.ASKED)
    owed = Q(way=Consultation.Way.ANSWERED, answered_on=None) & ours
    owed_here = asked & Q(other__body=body, answered_on=None, document__state__in=_DRAFTING) & ~ours
    overdue = asked & ours & Q(answered_on=None, due_on__lt=actor.on, document__state__in=_DRAFTING)
    unsettled = asked & ours & Q(answered_on__isnull=False, is_accepted=None, document__state__in=_DRAFTING)
    rows = consultations_visible_to(actor).filter(owed | owed_here | overdue | unsettled)
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")
