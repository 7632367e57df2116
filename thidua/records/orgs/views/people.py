"""The list of people, one person, and the search behind people pickers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from thidua.kit.audit.sentences import history
from thidua.kit.ui import asked
from thidua.kit.ui.fields import Candidate, offer
from thidua.kit.ui.filters import Choice, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.orgs import permissions, selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import actor_of

STATES = (("dang", "Đang giữ chức vụ"), ("thoi", "Đã thôi"), ("khong", "Không thuộc đơn vị nào"))
UNITS_OFFERED = 60


@needs(Right.PEOPLE_READ)
def people(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    asked_unit = asked.key(request.GET, "don_vi")
    listing = Listing(
        request.GET,
        selectors.with_positions(selectors.people_of(actor), actor.on),
        noun="người",
        filters=[
            Words("q", "Họ tên", lambda rows, text: _kept(rows, actor, text=text)),
            Choice(
                "don_vi",
                "Đơn vị",
                lambda rows, pk: _kept(rows, actor, unit=Unit.objects.get(pk=pk)),
                choices=lambda: _units(actor, asked_unit),
            ),
            Choice("tt", "Tình trạng", lambda rows, state: _kept(rows, actor, state=state), choices=STATES),
        ],
    )
    context = {"listing": listing, "why_not_add": permissions.why_not_add_person(actor, None)}
    context["may_find"] = actor.has(Right.IDENTITY_READ)
    return respond(request, "orgs/people.html", context)


@needs(Right.PEOPLE_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    person = visible_person(request, pk)
    if person.pk != pk:
        return redirect("orgs:person", person.pk)
    positions = selectors.positions_of(person)
    managed = selectors.managed_units(actor, {row.unit_id for row in positions})
    context = {
        "person": person,
        "positions": [(row, row.unit_id in managed, _runs(row, actor)) for row in positions],
        "why_not": permissions.why_not_correct_person(actor, person),
        "why_not_read_identity": permissions.why_not_read_identity(actor, person),
        "alike": _alike(actor, person),
        "facts": _facts(person),
        "history": history(person, limit=20),
        "account": getattr(person, "user", None),
        "sees_account": actor.has(Right.ACCOUNTS_MANAGE),
        "sees_awards": actor.has(Right.AWARDS_READ),
        "sees_records": actor.has(Right.STAFF_READ) or actor.has(Right.DISCIPLINE_READ),
        "sees_verdicts": actor.has(Right.ELIGIBILITY),
        "sees_initiatives": actor.has(Right.INITIATIVES_READ),
    }
    return respond(request, "orgs/person.html", context)


@needs(Right.PEOPLE_READ)
def search(request: HttpRequest) -> HttpResponse:
    """For pickers: name, with position and unit of today."""
    actor = actor_of(request)
    text = asked.words(request.GET)
    found = selectors.search_people(actor, text) if text else []
    return offer(request, [Candidate(person.pk, person.full_name, note_of(person)) for person in found])


def note_of(person: Any) -> str:
    """What tells two people of one name apart."""
    parts = [f"{row.title}, {row.unit}" if row.title else str(row.unit) for row in person.now[:1]]
    return " · ".join([*parts, f"sinh {person.birth_year}" if person.birth_year else ""]).strip(" ·")


def visible_person(request: HttpRequest, pk: int) -> Person:
    """The person, or, for a card that was merged, the one that stands for it; 404 where neither is visible."""
    actor = actor_of(request)
    merged = (
        Person.objects.filter(pk=pk, merged_into__isnull=False).values_list("merged_into", flat=True).first()
    )
    person = (
        selectors.people_visible_to(actor).select_related("kept_by", "user").filter(pk=merged or pk).first()
    )
    if person is None:
        raise Http404("Không có người này, hoặc người này không thuộc cơ quan đang làm việc.")
    return person


def _kept(rows: Any, actor: Actor, **narrowed: Any) -> Any:
    return rows.filter(pk__in=selectors.people_of(actor, **narrowed).values("pk"))


def _runs(row: Any, actor: Actor) -> bool:
    """Not yet over: it can be changed and ended."""
    return row.until is None or row.until > actor.on


def _units(actor: Actor, asked_unit: int | None) -> list[tuple[str, str]]:
    """Rooms and bodies of the reach, and the one that the address names."""
    reach = selectors.units_of_people(actor)
    if reach is None:
        return []
    near = reach.filter(body=actor.body) if actor.body else reach
    listed = selectors.in_order(near.existing(actor.on)[:UNITS_OFFERED])
    if len(listed) < UNITS_OFFERED:
        listed += selectors.in_order(
            reach.existing(actor.on).exclude(body=actor.body)[: UNITS_OFFERED - len(listed)]
        )
    if asked_unit not in {unit.pk for unit in listed}:
        listed += list(reach.filter(pk=asked_unit))
    return [(str(unit.pk), unit.short_name or unit.name) for unit in listed]


def _alike(actor: Actor, person: Person) -> list[Person]:
    """Other cards of the same name that the actor sees: perhaps the same human being."""
    same = selectors.people_visible_to(actor).filter(folded=person.folded).exclude(pk=person.pk)
    return list(selectors.with_positions(same.order_by("pk"), actor.on)[:5])


def _facts(person: Person) -> list[tuple[str, Any]]:
    party = {True: "Có", False: "Không", None: ""}[person.is_party_member]
    return [
        ("Ngày sinh" if person.born_on else "Năm sinh", person.born_on or person.birth_year),
        ("Giới tính", person.get_gender_display()),
        ("Đảng viên", party),
        ("Người nước ngoài", "Có" if person.is_foreigner else ""),
        ("Nơi ở, nơi làm việc", person.home),
        ("Số định danh", "Đã lưu, mã hóa" if person.identity_hash else "Chưa có"),
        ("Cơ quan lập thẻ", str(person.kept_by or "")),
    ]


def page_of(person: Person) -> str:
    return reverse("orgs:person", args=[person.pk])
