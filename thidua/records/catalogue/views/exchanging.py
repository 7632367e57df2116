"""Signed packages of verified entries: sent to other installations, received, compared, taken over by choice."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.files import services as files
from thidua.kit.refused import Refused
from thidua.kit.ui.forms import Form, refusals_on
from thidua.kit.ui.respond import respond
from thidua.records.catalogue import keys, packages, permissions, selectors, services
from thidua.records.catalogue.forms import ExportForm, ReceiveForm, TakeOverForm, TrustForm, WithdrawForm
from thidua.records.catalogue.models import Package
from thidua.records.catalogue.selectors import Compared
from thidua.records.catalogue.views.found import LIST
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut

SHOWN = 100


@needs(Right.LAW_VERIFY)
def show(request: HttpRequest) -> HttpResponse:
    return _page(request)


def _page(request: HttpRequest, **forms: Form) -> HttpResponse:
    """The page of the exchange, with a form that came back."""
    actor = request.actor  # type: ignore[attr-defined]
    shut(permissions.why_not_verify(actor, actor.body))
    context: dict[str, Any] = {
        "fingerprint": keys.fingerprint(keys.public_key()),
        "export": ExportForm(rows=_offered(request)),
        "receive": ReceiveForm(),
        "packages": list(selectors.packages_visible_to(actor)[:SHOWN]),
        "trusted": [(key, keys.fingerprint(key.public)) for key in selectors.trusted_by(actor)],
    }
    wrong = any(form.errors for form in forms.values())
    return respond(request, "catalogue/exchange.html", context | forms, status=422 if wrong else 200)


def _offered(request: HttpRequest) -> list[tuple[str, str]]:
    rows = selectors.to_send(request.actor)[: 3 * SHOWN]  # type: ignore[attr-defined]
    return [(str(row.pk), f"{row.name} ({row.document}, {row.place})") for row in rows]


@needs(Right.LAW_VERIFY)
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    shut(permissions.why_not_verify(actor, actor.body))
    form = ExportForm(request.POST, rows=_offered(request))
    if form.is_valid():
        rows = list(selectors.to_send(actor).filter(pk__in=form.cleaned_data["entries"]))
        with refusals_on(form, "entries"):
            data = services.export_overlays(
                rows,
                body=actor.body,
                with_files=form.cleaned_data["with_files"],
                by=actor,
                at=timezone.now(),
            )
            answer = HttpResponse(data, content_type="application/json")
            name = f"doi-chieu-{actor.on:%Y-%m-%d}.{packages.ENDING}"
            answer["Content-Disposition"] = f'attachment; filename="{name}"'
            return answer
    return _page(request, export=form)


@needs(Right.LAW_VERIFY)
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    shut(permissions.why_not_verify(actor, actor.body))
    form = ReceiveForm(request.POST, request.FILES)
    if form.is_valid():
        with refusals_on(form, "file"):
            upload = form.cleaned_data["file"]
            data = upload.read(packages.LARGEST + 1)
            row = services.receive_package(data, body=actor.body, by=actor, at=timezone.now())
            return redirect("catalogue:package", row.pk)
    return _page(request, receive=form)


@needs(Right.LAW_VERIFY)
def package(request: HttpRequest, pk: int) -> HttpResponse:
    """What taking it over would do, entry by entry; posted, the chosen ones are taken over."""
    row, actor = _package_of(request, pk), request.actor
    shut(permissions.why_not_verify(actor, row.body))
    found = packages.read(bytes(row.content))
    rows = selectors.compared(found, actor)
    offered = [(each.item.entry, each.name) for each in rows if each.state in ("new", "differs")]
    form = TakeOverForm(request.POST if request.method == "POST" else None, rows=offered)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            laid = _taken_over(request, row, found, form.cleaned_data["entries"], rows)
            messages.success(request, f"Đã dùng {laid} mục. Sách luật của cơ quan đã đổi theo.")
            return redirect("catalogue:package", row.pk)
    context = {
        "row": row,
        "rows": rows,
        "offered": {code for code, _ in offered},
        "chosen": set(form["entries"].value() or ()) if form.is_bound else set(),
        "form": form,
        "fingerprint": found.fingerprint,
        "why_not": permissions.why_not_take_over(actor, row, _trusted(request)),
        "trust": TrustForm(initial={"name": row.sender}),
    }
    wrong = form.is_bound and form.errors
    return respond(request, "catalogue/package.html", context, status=422 if wrong else 200)


def _taken_over(
    request: HttpRequest, row: Package, found: packages.Package, entries: list[str], rows: list[Compared]
) -> int:
    """Files of the documents go to the disk first, outside the transaction of the verb."""
    actor = request.actor  # type: ignore[attr-defined]
    shut_out = permissions.why_not_take_over(actor, row, _trusted(request))
    if shut_out:
        raise Refused(shut_out)
    places = {each.item.document for each in rows if each.item.entry in entries}
    received = {
        place: files.receive(found.documents[place].file_name, found.documents[place].file)
        for place in places
        if found.documents[place].file
    }
    try:
        return len(services.take_over(row, entries, by=actor, at=timezone.now(), received=received))
    except Refused:
        for each in received.values():
            files.discard(each)
        raise


@needs(Right.LAW_VERIFY)
@require_POST
def trust(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = _package_of(request, pk), request.actor
    shut(permissions.why_not_verify(actor, row.body))
    form = TrustForm(request.POST)
    if form.is_valid():
        services.trust_key(row.public, form.cleaned_data["name"], body=row.body, by=actor, at=timezone.now())
        messages.success(request, "Đã chấp nhận nơi gửi. Chọn các mục để dùng.")
    else:
        messages.error(request, "Đọc dấu vân tay với nơi gửi, đánh dấu đã khớp và ghi tên nơi gửi.")
    return redirect("catalogue:package", pk)


@needs(Right.LAW_VERIFY)
def distrust(request: HttpRequest, pk: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    key = selectors.trusted_by(actor).filter(pk=pk).first()
    if key is None:
        raise Http404
    shut(permissions.why_not_verify(actor, key.body))
    form, back = WithdrawForm(request.POST or None), reverse("catalogue:exchange")

    def write(facts: dict[str, Any]) -> str:
        services.distrust_key(key, **facts, by=actor, at=timezone.now())
        return back

    return form_page(
        request,
        form,
        title=f"Thôi chấp nhận: {key.name}",
        act="Thôi chấp nhận",
        back=back,
        crumbs=[(LIST[0], reverse(LIST[1])), ("Trao đổi", back)],
        under="Không dùng thêm mục nào từ nơi gửi này; mục đã dùng vẫn áp dụng đến khi thu hồi.",
        write=write,
        said="Đã thôi chấp nhận nơi gửi.",
        template="catalogue/form.html",
    )


def _trusted(request: HttpRequest) -> set[str]:
    return set(selectors.trusted_by(request.actor).values_list("public", flat=True))  # type: ignore[attr-defined]


def _package_of(request: HttpRequest, pk: int) -> Package:
    row = selectors.packages_visible_to(request.actor).filter(pk=pk).first()  # type: ignore[attr-defined]
    if row is None:
        raise Http404
    return row
