"""Search endpoints of the pickers."""

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui import asked
from thidua.kit.ui.fields import Candidate, offer
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register.forms.choices import document_note, documents_of, office_note


@needs(Right.REGISTER_READ)
def documents(request: HttpRequest) -> HttpResponse:
    found = documents_of(request.actor)(asked.words(request.GET))[:20]
    return offer(request, [Candidate(row.pk, str(row), document_note(row)) for row in found])


@needs(Right.REGISTER_READ)
def offices(request: HttpRequest) -> HttpResponse:
    found = orgs.search_units(request.actor, asked.words(request.GET))[:20]
    return offer(request, [Candidate(unit.pk, str(unit), office_note(unit)) for unit in found])
