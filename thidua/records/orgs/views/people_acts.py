"""Forms about people: add one, paste many, correct, merge, positions, identity number."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui import asked
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import is_confirmed, refusals_said, respond
from thidua.records.orgs import permissions, selectors, services
from thidua.records.orgs.forms import people as forms
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person, Position
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import actor_of, form_page, shut
from thidua.records.orgs.views.people import page_of, visible_person
from thidua.vn.fold import fold

LIST = ("Con người", "orgs:people")


def _managed(request: HttpRequest, pk: int) -> Person:
    person = visible_person(request, pk)
    shut(permissions.why_not_correct_person(actor_of(request), person))
    return person


def _position(request: HttpRequest, pk: int) -> Position:
    seen = selectors.people_visible_to(actor_of(request))
    position = get_object_or_404(
        Position.objects.filter(person__in=seen.values("pk")).select_related("person", "unit"), pk=pk
    )
    shut(permissions.why_not_change_position(actor_of(request), position))
    return position


def _page(request: HttpRequest, person: Person, form: forms.PersonActForm, **told: Any) -> HttpResponse:
    crumbs = [(LIST[0], reverse(LIST[1])), (str(person), page_of(person))]
    return form_page(request, form, back=page_of(person), crumbs=crumbs, **{"under": str(person), **told})


def _form(request: HttpRequest, kind: type[forms.PersonActForm], /, **initial: Any) -> Any:
    return kind(request.POST or None, actor=actor_of(request), initial=initial)


@needs(Right.PEOPLE_MANAGE)
def add(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = _form(request, forms.AddForm, unit=actor.body)

    def write(cleaned: dict[str, Any]) -> str:
        facts = form.facts()
        name = facts.pop("full_name")
        return page_of(services.add_person(name, by=actor, at=timezone.now(), **facts))

    return form_page(
        request,
        form,
        title="Thêm người",
        act="Thêm người",
        back=reverse(LIST[1]),
        crumbs=[(LIST[0], reverse(LIST[1]))],
        write=write,
        said="Đã thêm người.",
    )


@needs(Right.PEOPLE_MANAGE)
def paste(request: HttpRequest) -> HttpResponse:
    """First shows how the lines were understood and who is known already; written when confirmed."""
    actor = actor_of(request)
    form = _form(request, forms.PasteForm, unit=actor.body)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        unit, lines = form.cleaned_data["unit"], form.cleaned_data["lines"]
        kept = set(request.POST.getlist("giu"))
        if is_confirmed(request):
            rows = [line.as_new() for line in lines if str(line.place) in kept]
            with refusals_on(form):
                added = services.add_people(
                    unit, by=actor, at=timezone.now(), rows=rows, since=form.cleaned_data["since"]
                )
                messages.success(request, f"Đã thêm {len(added)} người vào {unit}.")
                return redirect(f"{reverse(LIST[1])}?don_vi={unit.pk}")
        known = selectors.similar_people(actor, [line.name for line in lines], unit)
        context |= {"unit": unit, "rows": [(line, known.get(fold(line.name), [])) for line in lines]}
    return respond(request, "orgs/people_paste.html", context, status=422 if form.errors else 200)


@needs(Right.PEOPLE_MANAGE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    person = _managed(request, pk)
    born = f"{person.born_on:%d/%m/%Y}" if person.born_on else str(person.birth_year or "")
    party = {None: "", True: "1", False: "0"}[person.is_party_member]
    form = _form(
        request,
        forms.FactsForm,
        full_name=person.full_name,
        born=born,
        gender=person.gender,
        is_party_member=party,
        is_foreigner=person.is_foreigner,
        home=person.home,
    )

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(
            services.correct_person(person, by=actor_of(request), at=timezone.now(), **form.facts())
        )

    return _page(request, person, form, title="Sửa thông tin", act="Ghi sửa đổi", write=write, said="Đã sửa.")


@needs(Right.PEOPLE_MANAGE)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """`?vao=9` proposes the card that stays."""
    person = _managed(request, pk)
    form = _form(request, forms.MergeForm, into=asked.key(request.GET, "vao"))

    def question(cleaned: dict[str, Any]) -> tuple[str, str]:
        count = person.positions.count()
        detail = f"{count} chức vụ chuyển sang thẻ giữ lại. Thẻ này không hiện nữa; không tách lại được."
        return f"Gộp thẻ của {person} vào thẻ của {cleaned['into']}?", detail

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.merge_people(person, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(
        request,
        person,
        form,
        title="Gộp hai thẻ",
        act="Gộp thẻ",
        write=write,
        said="Đã gộp.",
        question=question,
    )


@needs(Right.PEOPLE_MANAGE)
def give_position(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    person = _receivable(request, pk)
    form = _form(request, forms.PositionForm, unit=actor.body)

    def write(cleaned: dict[str, Any]) -> str:
        running = person.positions.filter(selectors.in_office(actor.on), is_main=True).order_by("-since")
        cleaned["replaces"] = running.first() if cleaned.pop("ends_former") else None
        services.give_position(person, by=actor, at=timezone.now(), **cleaned)
        return page_of(person)

    return _page(
        request, person, form, title="Xếp chức vụ", act="Ghi chức vụ", write=write, said="Đã ghi chức vụ."
    )


def _receivable(request: HttpRequest, pk: int) -> Person:
    """A person whom the actor sees, or has just found by identity number."""
    if request.session.get(FOUND) == pk:
        return get_object_or_404(Person.objects.filter(merged_into__isnull=True), pk=pk)
    return visible_person(request, pk)


@needs(Right.PEOPLE_MANAGE)
def change_position(request: HttpRequest, pk: int) -> HttpResponse:
    position = _position(request, pk)
    form = _form(request, forms.ChangeTitleForm, labour=position.labour)

    def write(cleaned: dict[str, Any]) -> str:
        services.change_position(position, by=actor_of(request), at=timezone.now(), **cleaned)
        return page_of(position.person)

    under = f"{position.person}: {position.title or 'chưa ghi chức danh'}, {position.unit}"
    told = {"title": "Đổi chức danh", "act": "Ghi chức danh mới", "said": "Đã ghi chức danh mới."}
    return _page(request, position.person, form, under=under, write=write, **told)


@needs(Right.PEOPLE_MANAGE)
def end_position(request: HttpRequest, pk: int) -> HttpResponse:
    position = _position(request, pk)
    form = _form(request, forms.EndPositionForm)

    def write(cleaned: dict[str, Any]) -> str:
        services.end_position(position, by=actor_of(request), at=timezone.now(), **cleaned)
        return page_of(position.person)

    under = f"{position.person}: {position.title or 'chưa ghi chức danh'}, {position.unit}"
    told = {"title": "Thôi chức vụ", "act": "Ghi thôi chức vụ", "said": "Đã ghi thôi chức vụ."}
    return _page(request, position.person, form, under=under, write=write, **told)


@needs(Right.PEOPLE_MANAGE)
def correct_position(request: HttpRequest, pk: int) -> HttpResponse:
    position = _position(request, pk)
    fields = ("title", "labour", "since", "until", "is_main")
    form = _form(request, forms.CorrectPositionForm, **{field: getattr(position, field) for field in fields})

    def write(cleaned: dict[str, Any]) -> str:
        services.correct_position(position, by=actor_of(request), at=timezone.now(), **cleaned)
        return page_of(position.person)

    told = {"title": "Sửa chức vụ", "act": "Ghi sửa đổi", "said": "Đã sửa chức vụ."}
    return _page(
        request, position.person, form, under=f"{position.person}, {position.unit}", write=write, **told
    )


FOUND = "orgs_found_person"


@needs(Right.PEOPLE_MANAGE)
def identity(request: HttpRequest, pk: int) -> HttpResponse:
    person = _managed(request, pk)
    form = _form(request, forms.IdentityForm)

    def write(cleaned: dict[str, Any]) -> str:
        services.set_identity(person, by=actor_of(request), at=timezone.now(), **cleaned)
        return page_of(person)

    told = {"title": "Số định danh", "act": "Ghi số định danh", "said": "Đã ghi số định danh."}
    return _page(request, person, form, write=write, **told)


@needs(Right.IDENTITY_READ)
def find_identity(request: HttpRequest) -> HttpResponse:
    """Posted only: a number never stands in an address or a log."""
    form = _form(request, forms.FindIdentityForm)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        with refusals_on(form, "number"):
            found = services.find_by_identity(
                form.cleaned_data["number"], by=actor_of(request), at=timezone.now()
            )
            context |= {"searched": True, "found": found}
            if found:
                request.session[FOUND] = found.pk
                seen = selectors.people_visible_to(actor_of(request)).filter(pk=found.pk)
                context |= {"is_ours": seen.exists(), "may_give": actor_of(request).has(Right.PEOPLE_MANAGE)}
    response = respond(request, "orgs/find_identity.html", context, status=422 if form.errors else 200)
    response["Cache-Control"] = "no-store"
    return response


@needs(Right.IDENTITY_READ)
@require_POST
def read_identity(request: HttpRequest, pk: int) -> HttpResponse:
    """The number on a page that nothing keeps."""
    person = visible_person(request, pk)
    number = ""
    with refusals_said(request):
        number = services.read_identity(person, by=actor_of(request), at=timezone.now())
    if not number:
        return redirect(page_of(person))
    response = respond(request, "orgs/identity.html", {"person": person, "number": number})
    response["Cache-Control"] = "no-store"
    return response
