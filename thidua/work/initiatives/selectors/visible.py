"""Who sees which initiatives. Fetching is the access check."""

from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person
from thidua.records.orgs.rights import Right
from thidua.vn.fold import fold
from thidua.work.initiatives.models import Author, Initiative, InitiativeQuerySet, Recognition


def visible_to(actor: Actor) -> InitiativeQuerySet:
    """Recognised initiatives are public: whoever reads the register sees those that stand, so that nobody repeats them.
    Lines that ended belong to the bodies that keep or made them."""
    rows = Initiative.objects.all()
    if actor.is_system:
        return rows
    if not actor.has(Right.INITIATIVES_READ):
        return rows.none()
    return rows.filter(_own(actor) | Q(ending=""))


def of_bodies(actor: Actor) -> InitiativeQuerySet:
    """Those that the actor's own bodies keep or made."""
    return Initiative.objects.all() if actor.is_system else visible_to(actor).filter(_own(actor))


def _own(actor: Actor) -> Q:
    bodies = orgs.lineage_ids(actor.bodies(Right.INITIATIVES_READ), actor.on)
    return Q(kept_by__in=bodies) | Q(body__in=bodies)


def keeps(actor: Actor, initiative: Initiative) -> bool:
    """Whether the line is the actor's own: others see it without sources and history."""
    if actor.is_system:
        return True
    bodies = orgs.lineage_ids(actor.bodies(Right.INITIATIVES_READ), actor.on)
    return bool({initiative.kept_by_id, initiative.body_id} & bodies)


def in_words(rows: InitiativeQuerySet, text: str) -> InitiativeQuerySet:
    """Initiatives whose title and authors hold all the words, marks or not."""
    for word in fold(text).split():
        rows = rows.filter(sought__contains=word)
    return rows


def of_person(person: Person, actor: Actor) -> QuerySet[Author]:
    """The person's part in each initiative that stands, under every card, the latest entered first; `initiative.acts`: its standing
    recognitions."""
    shown = orgs.same_person_ids([person.pk])
    cards = shown | orgs.same_person_ids(list(shown.values()))
    rows = Author.objects.filter(person__in=cards, initiative__in=visible_to(actor).standing())
    acts = Recognition.objects.standing().order_by("year", "pk")
    whole = Prefetch("initiative__recognitions", acts, to_attr="acts")
    return rows.select_related("initiative").prefetch_related(whole).order_by("-initiative")


def recognised_of(
    people: Collection[int], actor: Actor
) -> QuerySet[Author, tuple[int, int, str, int, str, str, Any]]:
    """(card, Recognition pk, scope, year, authority as printed, name of the deciding unit, share in percent or None)
    of standing recognitions, for these cards; one query whatever their number.

    Cards as they are given: whoever wants all cards of one human being gives them all (`orgs.same_person_ids`).
    """
    rows = Author.objects.filter(
        person__in=people, initiative__in=visible_to(actor).standing(), initiative__recognitions__ending=""
    )
    return rows.order_by("person", "initiative__recognitions__year", "initiative__recognitions").values_list(
        "person",
        "initiative__recognitions",
        "initiative__recognitions__scope",
        "initiative__recognitions__year",
        "initiative__recognitions__authority",
        "initiative__recognitions__decided_by__name",
        "share_pct",
    )


def chain_of(initiative: Initiative) -> list[Initiative]:
    """The line and those that it came to stand for, the latest first."""
    found: list[Initiative] = []
    row: Initiative | None = initiative
    while row is not None:
        found.append(row)
        row = row.corrects
    return found
