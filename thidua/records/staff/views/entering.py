"""One row is typed: each kind has its form and its verb."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kit.ui import asked
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.records.staff import grounds, permissions, services
from thidua.records.staff.forms import FORMS
from thidua.records.staff.kinds import is_conduct
from thidua.records.staff.models import Discipline, Kept, Leave, PendingMatter, Rating, Service, Study
from thidua.records.staff.views.found import FORM, body_of, crumbs_to, list_of, page_of, tab_of


@needs(Right.STAFF_WRITE, Right.DISCIPLINE_WRITE)
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """`?nguoi=`: whom it is about, where a page of a person led here."""
    tab, actor, body = tab_of(request, slug), request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body, tab.kind))
    form = FORMS[tab.kind](request.POST or None, actor=actor, initial=_initial(request))

    def write(_typed: dict[str, Any]) -> str:
        made = _VERBS[tab.kind](form.of(), **form.facts(), body=body, by=actor, at=timezone.now())
        return list_of(tab) if is_conduct(tab.kind) else page_of(made)

    return form_page(
        request,
        form,
        title=tab.act,
        act="Ghi vào sổ",
        back=list_of(tab),
        crumbs=crumbs_to(tab),
        write=write,
        said="Đã ghi vào sổ.",
        template=FORM,
        extra={"cited": grounds.cited(actor.on) if tab.kind is PendingMatter else []},
    )


def _initial(request: HttpRequest) -> dict[str, Any]:
    person: Person | None = None
    if key := asked.as_key(request.GET.get("nguoi", "")):
        person = orgs.people_visible_to(request.actor).filter(pk=key).first()
    return {"period": str(request.actor.on.year - 1), "person": person}


def _kind_told(verb: Any, name: str) -> Any:
    """The verb with the fact that it wants beside whom it is about."""

    def call(of: Any, **given: Any) -> Kept:
        return verb(of, given.pop(name), **given)  # type: ignore[no-any-return]

    return call


_VERBS: dict[type[Kept], Any] = {
    Rating: _kind_told(services.rate, "level"),
    Discipline: _kind_told(services.enter_discipline, "form"),
    Leave: _kind_told(services.enter_leave, "kind"),
    Study: services.enter_study,
    Service: _kind_told(services.enter_service, "kind"),
    PendingMatter: _kind_told(services.note_matter, "ground"),
}
