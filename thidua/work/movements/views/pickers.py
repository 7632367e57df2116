"""Search endpoints of the pickers."""

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui import asked
from thidua.kit.ui.fields import Candidate, offer
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.movements.forms.choices import movement_note, movements_of, own_movements_of


@needs(Right.MOVEMENTS_READ)
def movements(request: HttpRequest) -> HttpResponse:
    found = movements_of(request.actor)(asked.words(request.GET))[:20]
    return offer(request, [Candidate(row.pk, str(row), movement_note(row)) for row in found])


@needs(Right.MOVEMENTS_READ)
def own(request: HttpRequest) -> HttpResponse:
    found = own_movements_of(request.actor)(asked.words(request.GET))[:20]
    return offer(request, [Candidate(row.pk, str(row), movement_note(row)) for row in found])
