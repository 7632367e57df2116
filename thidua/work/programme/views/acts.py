"""What is done with one task: done, opened again, extended, settled, cancelled; evidence and bases."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.files import serve
from thidua.kit.files import services as files
from thidua.kit.files.models import FileVersion
from thidua.kit.ui.respond import refusals_said
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.work.programme import permissions, selectors, services
from thidua.work.programme.forms import (
    BasisForm,
    CompleteForm,
    DueForm,
    EvidenceForm,
    ExtendForm,
    ReasonForm,
)
from thidua.work.programme.models import Evidence, Task, TaskBasis
from thidua.work.programme.views.found import FORM, crumbs_to, page_of, task_of


def _act(
    request: HttpRequest,
    task: Task,
    form: Any,
    write: Callable[[dict[str, Any]], object],
    *,
    title: str,
    act: str,
    said: str,
    under: str = "",
) -> HttpResponse:
    """One form about one task, and back to its page."""

    def written(facts: dict[str, Any]) -> str:
        write(facts)
        return page_of(task)

    return form_page(
        request,
        form,
        title=title,
        act=act,
        back=page_of(task),
        crumbs=crumbs_to(task),
        under=under or task.title,
        write=written,
        said=said,
        template=FORM,
    )


@needs(Right.TASKS_READ)
def complete(request: HttpRequest, pk: int) -> HttpResponse:
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_complete(actor, task))
    form = CompleteForm(
        request.POST or None, request.FILES or None, actor=actor, task=task, initial={"on": actor.on}
    )

    def write(facts: dict[str, Any]) -> object:
        facts["received"] = _received(facts.pop("file"))
        return services.complete(task, **facts, by=actor, at=timezone.now())

    return _act(request, task, form, write, title="Ghi kết quả", act="Ghi đã xong", said="Đã ghi xong.")


def _received(upload: Any) -> files.Received | None:
    """The file on the disk before the transaction begins: reading a long one would hold its locks."""
    return files.receive(upload.name, upload) if upload else None


@needs(Right.TASKS_READ)
def add_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_work(actor, task))
    form = EvidenceForm(request.POST or None, request.FILES or None, actor=actor)

    def write(facts: dict[str, Any]) -> object:
        facts["received"] = _received(facts.pop("file"))
        return services.add_evidence(task, **facts, by=actor, at=timezone.now())

    return _act(
        request, task, form, write, title="Thêm minh chứng", act="Thêm minh chứng", said="Đã thêm minh chứng."
    )


@require_POST
@needs(Right.TASKS_READ)
def withdraw_evidence(request: HttpRequest, pk: int, evidence: int) -> HttpResponse:
    task = task_of(request, pk)
    row = Evidence.objects.filter(pk=evidence, task=task).select_related("task", "document", "file").first()
    if row is None:
        raise Http404
    with refusals_said(request):
        services.withdraw_evidence(row, by=request.actor, at=timezone.now())
        messages.success(request, "Đã bỏ minh chứng.")
    return redirect("programme:task", pk)


@needs(Right.TASKS_READ)
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A file given as evidence of a task that the actor sees."""
    seen = selectors.visible_to(request.actor)
    version = FileVersion.objects.filter(pk=pk, file__evidence__task__in=seen).first()
    if version is None:
        raise Http404
    return serve.respond(version, inline=request.GET.get("xem") == "1", request=request)


@needs(Right.TASKS_WRITE)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_reopen(actor, task))
    form = ReasonForm(request.POST or None)
    return _act(
        request,
        task,
        form,
        lambda facts: services.reopen(task, **facts, by=actor, at=timezone.now()),
        title="Mở lại nhiệm vụ",
        act="Mở lại",
        said="Nhiệm vụ lại đang thực hiện.",
    )


@needs(Right.TASKS_WRITE)
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, task))
    form = ExtendForm(request.POST or None)
    return _act(
        request,
        task,
        form,
        lambda facts: services.extend(task, **facts, by=actor, at=timezone.now()),
        title="Gia hạn",
        act="Gia hạn",
        said="Đã gia hạn.",
    )


@needs(Right.TASKS_WRITE)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The day confirmed or set; opens with the proposed one."""
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, task))
    form = DueForm(request.POST or None, initial={"due_on": task.due_on})
    return _act(
        request,
        task,
        form,
        lambda facts: services.set_due(task, **facts, by=actor, at=timezone.now()),
        title="Ấn định ngày",
        act="Ấn định",
        said="Đã ấn định ngày.",
        under=task.due_reason,
    )


@needs(Right.TASKS_WRITE)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, task))
    form = ReasonForm(request.POST or None)
    return _act(
        request,
        task,
        form,
        lambda facts: services.cancel(task, **facts, by=actor, at=timezone.now()),
        title="Hủy nhiệm vụ",
        act="Hủy nhiệm vụ",
        said="Đã hủy nhiệm vụ.",
    )


@needs(Right.TASKS_WRITE)
def add_basis(request: HttpRequest, pk: int) -> HttpResponse:
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_manage(actor, task))
    form = BasisForm(request.POST or None, actor=actor)

    def write(facts: dict[str, Any]) -> object:
        return services.add_basis(task, facts.pop("document"), **facts, by=actor, at=timezone.now())

    return _act(request, task, form, write, title="Thêm căn cứ", act="Thêm căn cứ", said="Đã thêm căn cứ.")


@require_POST
@needs(Right.TASKS_WRITE)
def remove_basis(request: HttpRequest, pk: int, basis: int) -> HttpResponse:
    task = task_of(request, pk)
    row = TaskBasis.objects.filter(pk=basis, task=task).select_related("task", "document").first()
    if row is None:
        raise Http404
    with refusals_said(request):
        services.remove_basis(row, by=request.actor, at=timezone.now())
        messages.success(request, "Đã bỏ căn cứ.")
    return redirect("programme:task", pk)
