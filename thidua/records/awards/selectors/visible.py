"""Who sees which awards. Fetching is the access check."""

from django.db.models import Q

from thidua.records.awards.models import Award, AwardQuerySet, Household
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Document
from thidua.vn.fold import fold

_NAMED = Q(person__isnull=False) | Q(unit__isnull=False) | Q(household__isnull=False)


def visible_to(actor: Actor) -> AwardQuerySet:
    """Awards given by name are public: whoever reads the register sees those that stand. Counts without names, and lines
    that ended, belong to the bodies that keep or count them."""
    rows = Award.objects.all()
    if actor.is_system:
        return rows
    if not actor.has(Right.AWARDS_READ):
        return rows.none()
    return rows.filter(_own(actor) | _NAMED & Q(ending=""))


def of_bodies(actor: Actor) -> AwardQuerySet:
    """Those that the actor's own bodies keep or count as theirs."""
    return Award.objects.all() if actor.is_system else visible_to(actor).filter(_own(actor))


def _own(actor: Actor) -> Q:
    bodies = orgs.lineage_ids(actor.bodies(Right.AWARDS_READ), actor.on)
    return Q(body__in=bodies) | Q(home__in=bodies)


def keeps(actor: Actor, award: Award) -> bool:
    """Whether the line is the actor's own: others see it without notes, sources and history."""
    if actor.is_system:
        return True
    bodies = orgs.lineage_ids(actor.bodies(Right.AWARDS_READ), actor.on)
    return bool({award.body_id, award.home_id} & bodies)


def in_words(rows: AwardQuerySet, text: str) -> AwardQuerySet:
    """Awards whose recipient, name, number or occasion hold all the words, marks or not."""
    for word in fold(text).split():
        rows = rows.filter(folded__contains=word)
    return rows


def history_of(recipient: Person | Unit | Household, actor: Actor) -> AwardQuerySet:
    """All awards of one, revoked ones too, the latest first: a person's under every card, a unit's with those that ended in it.

    Awards of a predecessor are shown with the successor; whether they count for it is a matter of the law.
    """
    if isinstance(recipient, Person):
        shown = orgs.same_person_ids([recipient.pk])
        cards = shown | orgs.same_person_ids(list(shown.values()))
        mine = Q(person__in=cards)
    elif isinstance(recipient, Unit):
        mine = Q(unit__in=orgs.lineage(recipient, actor.on))
    else:
        mine = Q(household=recipient)
    ended = (Award.Ending.CORRECTED, Award.Ending.STRUCK)
    rows = visible_to(actor).filter(mine).exclude(ending__in=ended)
    return rows.select_related("decision", "decided_by", "unit").order_by("-year", "-until", "-pk")


def under_decision(document: Document, actor: Actor) -> AwardQuerySet:
    """Awards given by a document, or by what was merged into it."""
    ids = [document.pk, *document.merged_from.values_list("pk", flat=True)]
    rows = visible_to(actor).filter(Q(decision__in=ids) | Q(revoking__in=ids))
    ended = (Award.Ending.CORRECTED, Award.Ending.STRUCK)
    return rows.exclude(ending__in=ended).order_by("sort", "code", "recipient", "pk")


def alike(award: Award, actor: Actor) -> AwardQuerySet:
    """Other lines that may tell of the same awards: the same kind and period, of the same one or, for counts, the same body."""
    rows = visible_to(actor).standing().exclude(pk=award.pk)
    rows = rows.filter(code=award.code, name=award.name, of_whom=award.of_whom, year=award.year)
    if award.is_aggregate:
        rows = rows.filter(~_NAMED, home=award.home)
    elif award.person_id:
        rows = rows.filter(person=award.person_id)
    else:
        rows = rows.filter(unit=award.unit_id, household=award.household_id)
    return rows.select_related("decision").order_by("pk")
