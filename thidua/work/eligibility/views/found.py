"""What every page about one candidate begins with: who it is, as far as the actor may see them."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from thidua.records.awards.models import Household
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import Right
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.work.eligibility.selectors.verdicts import Subject

PERSON, COLLECTIVE, HOUSEHOLD = RECIPIENT_KINDS


@dataclass(frozen=True, slots=True)
class Whom:
    """`above`: label and address of the page that one comes from; `under`: one line about the candidate."""

    record: Subject
    kind: str
    name: str
    under: str
    above: tuple[str, str]
    url: str
    awards_url: str = ""
    course_url: str = ""
    discipline_url: str = ""


def person_of(request: HttpRequest, pk: int) -> Whom:
    """Of a card that was merged, the one that stands for it; 404 for whom the actor may not see, as for who does not exist."""
    actor: Actor = request.actor
    pk = Person.objects.filter(pk=pk).values_list("merged_into", flat=True).first() or pk
    row = orgs.with_positions(orgs.people_visible_to(actor), actor.on).filter(pk=pk).first()
    if row is None:
        raise Http404
    shows = actor.has(Right.AWARDS_READ)
    return Whom(
        row,
        PERSON,
        row.full_name,
        _about(row),
        ("Con người", reverse("orgs:people")),
        reverse("eligibility:person", args=[pk]),
        reverse("awards:of_person", args=[pk]) if shows else "",
        reverse("awards:course", args=[pk]) if shows else "",
        reverse("eligibility:person_discipline", args=[pk]),
    )


def unit_of(request: HttpRequest, pk: int) -> Whom:
    """Units whose people the actor may see."""
    actor: Actor = request.actor
    reach = orgs.units_of_people(actor)
    row = reach.filter(pk=pk).select_related("parent").first() if reach is not None else None
    if row is None:
        raise Http404
    return Whom(
        row,
        COLLECTIVE,
        row.name,
        row.parent.name if row.parent else "",
        ("Tổ chức", reverse("orgs:units")),
        reverse("eligibility:unit", args=[pk]),
        reverse("awards:of_unit", args=[pk]) if actor.has(Right.AWARDS_READ) else "",
        discipline_url=reverse("eligibility:unit_discipline", args=[pk]),
    )


def household_of(request: HttpRequest, pk: int) -> Whom:
    """Households that the actor's own bodies wrote down."""
    actor: Actor = request.actor
    bodies = orgs.lineage_ids(actor.bodies(Right.ELIGIBILITY), actor.on)
    rows = Household.objects.all() if actor.is_system else Household.objects.filter(kept_by__in=bodies)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    above = ("Sổ khen thưởng", reverse("awards:list"))
    return Whom(row, HOUSEHOLD, str(row), "", above, reverse("eligibility:household", args=[pk]))


def page_of(subject: Subject) -> str:
    names = {Person: "person", Unit: "unit", Household: "household"}
    return reverse(f"eligibility:{names[type(subject)]}", args=[subject.pk])


def _about(person: Person) -> str:
    """ "Phó Trưởng phòng Phòng Di sản từ 01/3/2023 · sinh năm 1986 · đảng viên"."""
    held = next(iter(person.now), None)
    parts = []
    if held is not None:
        since = f" từ {held.since:%d/%m/%Y}" if held.since else ""
        parts.append(f"{held.title}, {held.unit.called}{since}".strip(", "))
    parts.append(f"sinh năm {person.birth_year}" if person.birth_year else "")
    parts.append("đảng viên" if person.is_party_member else "")
    return " · ".join(filter(None, parts))
