"""Proposed matches: seen together, confirmed or turned down."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui import asked
from thidua.kit.ui.respond import back_to, refusals_said, respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors, services, wording
from thidua.records.register.models import Citation
from thidua.records.register.selectors import Match
from thidua.records.register.views.found import document_of


@needs(Right.REGISTER_READ)
def waiting(request: HttpRequest) -> HttpResponse:
    found = selectors.matches.waiting(request.actor)
    same = [wording.proposed(match) for match in found if match.kind == "same"]
    implements = [wording.proposed(match) for match in found if match.kind == "implements"]
    return respond(request, "register/matches.html", {"same": same, "implements": implements})


@require_POST
@needs(Right.REGISTER_WRITE)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """`kind`, `right` and `act` (take, drop); the reasons are worked out again, not taken from the page."""
    left = document_of(request, pk)
    right = document_of(request, asked.key(request.POST, "right") or 0)
    kind = request.POST.get("kind", "")
    if kind not in ("same", "implements"):
        raise Http404
    known = selectors.matches.for_document(left, actor=request.actor)
    match = next(
        (one for one in known if (one.kind, one.left, one.right) == (kind, left, right)),
        Match(kind, left, right, (), 0.0),  # type: ignore[arg-type]
    )
    with refusals_said(request):
        if request.POST.get("act") == "take":
            _take(request, match)
        else:
            services.dismiss(match, by=request.actor, at=timezone.now())
            messages.info(request, "Đã bỏ đề xuất.")
    return back_to(request, "back", reverse("register:document", args=[left.pk]))


def _take(request: HttpRequest, match: Match) -> None:
    assert match.left is not None
    given = {"reason": "; ".join(match.reasons), "by": request.actor, "at": timezone.now()}
    if match.kind == "same":
        whole = services.merge(match.right, match.left, **given)
        messages.success(request, f"Đã nhập làm một: {whole}.")
    else:
        services.link(match.left, match.right, relation=Citation.Relation.IMPLEMENTS, **given)
        messages.success(request, f"{match.left} triển khai {match.right}.")
