"""Files of a document: uploaded as new versions, downloaded, read as text."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from thidua.kit.files import serve
from thidua.kit.files import services as files
from thidua.kit.files.models import FileVersion
from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import permissions, selectors, services
from thidua.records.register.forms.entering import UploadForm
from thidua.records.register.models import Paper
from thidua.records.register.views.found import document_of, done, form_page, told


def _version_of(request: HttpRequest, pk: int) -> FileVersion:
    """A version of a paper whose document the actor holds."""
    held = selectors.held_by(request.actor)
    rows = FileVersion.objects.filter(pk=pk, file__paper__document__in=held)
    version = rows.select_related("file__paper__document__issuer").first()
    if version is None:
        raise Http404
    return version


@needs(Right.REGISTER_READ)
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """`?xem=1` shows a PDF in the browser."""
    return serve.respond(_version_of(request, pk), inline=request.GET.get("xem") == "1", request=request)


@needs(Right.REGISTER_READ)
def text(request: HttpRequest, pk: int) -> HttpResponse:
    version = _version_of(request, pk)
    document = version.file.paper.document
    seen = selectors.visible_to(request.actor).filter(pk=document.pk).exists()
    return respond(request, "register/text.html", {"version": version, "document": document, "seen": seen})


@needs(Right.REGISTER_WRITE)
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """A new paper, or with `?giay=` the next version of one."""
    document, actor = document_of(request, pk), request.actor
    papers = Paper.objects.filter(document=document).select_related("file")
    paper = papers.filter(pk=asked.key(request.GET, "giay")).first()
    form = UploadForm(request.POST or None, request.FILES or None, initial={"part": Paper.Part.MAIN})
    if paper is not None:
        del form.fields["part"]
    why_not = permissions.why_not_edit(actor, document)
    if request.method == "POST" and form.is_valid() and not why_not:
        upload, now = form.cleaned_data["file"], timezone.now()
        part = paper.part if paper else form.cleaned_data["part"] or Paper.Part.MAIN
        try:
            version = files.store(upload.name, upload, by=actor, at=now, file=paper.file if paper else None)
            services.attach(document, version=version, part=part, by=actor, at=now)
            return done(request, f"Đã tải lên {version}.", document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title=f"Tải bản mới của “{paper.file.name}”" if paper else "Tải tệp lên",
        act="Tải lên",
        back=reverse("register:document", args=[pk]),
        under=str(document),
        note=" ".join(why_not),
    )
