"""Upload, paste, the list of readings, the file itself."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from thidua.kit.files import ocr, serve
from thidua.kit.refused import Refused
from thidua.kit.ui.filters import Choice, Flag, Sort
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import draft_taken, respond
from thidua.outlook.intake import permissions, selectors, services
from thidua.outlook.intake.forms import PasteForm
from thidua.outlook.intake.identities import identity_of
from thidua.outlook.intake.models import Reading
from thidua.outlook.intake.views.addresses import of_card
from thidua.outlook.intake.wording import document_name
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

MANY = 20
"""Files taken at once."""
DRAFT = "intake-paste"


@dataclass(frozen=True)
class Outcome:
    """What became of one file, or of the pasted text."""

    name: str
    reading: Reading | None = None
    is_new: bool = False
    reasons: tuple[str, ...] = ()


@needs(Right.INTAKE)
@require_GET
def readings(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = selectors.with_counts(selectors.visible_to(actor)).defer("text")
    listing: Listing[Reading] = Listing(
        request.GET,
        rows,
        noun="bản đọc",
        filters=[
            Choice(
                "tinh_trang",
                "Tình trạng",
                lambda found, code: found.filter(state=code),
                Reading.State.choices,
            ),
            Flag("con", "Còn mục chưa xem", lambda found, on: found.filter(pending__gt=0)),
        ],
        sorts=[
            Sort("luc", "Tải lên", ("uploaded_at", "pk"), falling_first=True),
            Sort("ten", "Tên", ("name", "pk")),
        ],
        first="-luc",
    )
    named = [(row, document_name(identity_of(row.meta, None))) for row in listing.rows]
    return respond(request, "intake/readings.html", {"listing": listing, "named": named})


@needs(Right.INTAKE)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Files and pasted text in one form; each is judged by itself, what failed is said beside its name."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if reasons := permissions.why_not_read(actor, actor.body):
        raise PermissionDenied(" ".join(reasons))
    form = PasteForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return respond(
            request,
            "intake/upload.html",
            {"form": form, "can_recognise": not ocr.why_not()},
            status=200 if request.method == "GET" else 422,
        )
    outcomes = [_take(actor, file.name or "", file) for file in request.FILES.getlist("files")[:MANY]]
    if form.cleaned_data["text"].strip() or not outcomes:
        outcomes.append(_take(actor, form.cleaned_data["name"], None, form.cleaned_data["text"]))
    if all(outcome.reading for outcome in outcomes):
        draft_taken(request, DRAFT)
        return _taken_in(request, outcomes)
    pasted = outcomes[-1] if form.cleaned_data["text"].strip() else None
    if pasted and pasted.reading:
        form = PasteForm()
        draft_taken(request, DRAFT)
    context = {
        "form": form,
        "outcomes": outcomes,
        "too_many": len(request.FILES.getlist("files")) > MANY,
        "can_recognise": not ocr.why_not(),
    }
    return respond(request, "intake/upload.html", context, status=422)


def _take(actor: Actor, name: str, file: UploadedFile | None, text: str = "") -> Outcome:
    at = timezone.now()
    assert actor.body is not None
    shown = name or "Chữ đã dán"
    try:
        if file is None:
            reading = services.paste(text, name, body=actor.body, by=actor, at=at)
        else:
            reading = services.upload(name, file, body=actor.body, by=actor, at=at)  # type: ignore[arg-type]
    except Refused as refused:
        return Outcome(shown, reasons=tuple(refused.reasons))
    return Outcome(shown, reading, reading.uploaded_at == at)


def _taken_in(request: HttpRequest, outcomes: list[Outcome]) -> HttpResponse:
    """One: its page. Several: the list, which says what was there already."""
    for outcome in outcomes:
        if not outcome.is_new:
            messages.info(request, f"“{outcome.name}” đã nạp trước đó. Mở lại bản đọc đã có, không tạo thêm.")
    if len(outcomes) == 1 and outcomes[0].reading:
        return redirect(of_card(outcomes[0].reading))
    new = [outcome.reading for outcome in outcomes if outcome.is_new and outcome.reading]
    scans = sum(not reading.text for reading in new)
    if len(new) > scans:
        messages.success(request, f"Đã đọc {len(new) - scans} văn bản. Mở từng bản đọc để xem đề xuất.")
    if scans:
        messages.info(request, f"{scans} bản quét chờ nhận dạng chữ. Mở từng bản để xem tiến độ.")
    return redirect("intake:list")


@needs(Right.INTAKE)
@require_GET
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file that was uploaded, as it is."""
    reading = get_object_or_404(selectors.visible_to(request.actor).defer("text"), pk=pk)  # type: ignore[attr-defined]
    if reading.version is None:
        raise Http404
    return serve.respond(reading.version, inline=True, request=request)


@needs(Right.INTAKE, Right.REGISTER_READ)
@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    """Slot "lấy từ đâu" of a record of a lower app: `?s=register.Document:12`."""
    subject = request.GET.get("s", "")[:100]
    found = selectors.taken_from(subject, actor=request.actor)  # type: ignore[attr-defined]
    context = {"sources": found, "back": reverse("intake:list")}
    return respond(request, "intake/sources.html#sources", context)
