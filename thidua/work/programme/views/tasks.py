"""One task: its page, given, put right; many pasted at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from thidua.kit.audit.sentences import history
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import draft_taken, is_confirmed, respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.work.programme import deadlines, permissions, selectors, services
from thidua.work.programme.forms import PasteForm, TaskForm
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task
from thidua.work.programme.selectors.visible import merged_documents
from thidua.work.programme.services.assigning import FACTS
from thidua.work.programme.views.found import (
    FORM,
    asked_document,
    body_of,
    crumbs_to,
    page_of,
    task_of,
)
from thidua.work.programme.wording import told, when_of

DRAFT = "programme-paste"


@needs(Right.TASKS_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    actor = request.actor
    found = task_of(request, pk)
    task = selectors.results_of(selectors.listed(actor), actor).get(pk=found.pk)
    task.unit, task.body = found.unit, found.body
    context = {
        "task": task,
        "when": when_of(task, actor.on),
        "bases": merged_documents(task.bases_seen),
        "evidence": [(row, _version(row)) for row in task.evidence_told],
        "extensions": sorted(task.extensions.all(), key=lambda row: -row.pk),
        "facts": _facts(task),
        "told": told(task, actor.on),
        "is_proposed": task.is_open and task.due_state == DueState.PROPOSED,
        "is_undated": task.is_open and task.due_state == DueState.OPEN,
        "is_late": task.is_late(actor.on),
        "why_not_change": permissions.why_not_change(actor, task),
        "why_not_manage": permissions.why_not_manage(actor, task),
        "why_not_work": permissions.why_not_work(actor, task),
        "why_not_complete": permissions.why_not_complete(actor, task),
        "why_not_reopen": permissions.why_not_reopen(actor, task),
        "history": history(task, limit=40),
    }
    return respond(request, "programme/task.html", context)


def _version(row):
    """The file of an evidence, where it has one."""
    return max(row.file.versions.all(), key=lambda version: version.number) if row.file else None


def _facts(task: Task) -> list[tuple[str, Any]]:
    return [
        ("Loại", task.get_kind_display()),
        ("Giao cho", task.assignee or "Chưa giao ai"),
        ("Như in", task.assignee_text if task.assignee_text != task.assignee else ""),
        ("Phối hợp", task.cooperate_text),
        ("Thời hạn ghi", f"“{task.deadline_text}”" if task.deadline_text else "Không ghi"),
        ("Cơ quan theo dõi", task.body.short_name or task.body.name),
        ("Ghi ngày", timezone.localdate(task.created_at)),
    ]


@needs(Right.TASKS_WRITE)
def assign(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_assign(actor, body))
    first = {"document": asked_document(request)}
    form = TaskForm(request.POST or None, actor=actor, initial=first)

    def write(facts: dict[str, Any]) -> str:
        basis = facts.pop("basis")
        binding = facts.pop("kind") == Task.Kind.BINDING
        given = services.assign(
            facts.pop("action"),
            body=body,
            binding=binding,
            bases=[basis] if basis else [],
            **facts,
            by=actor,
            at=timezone.now(),
        )
        return page_of(given)

    return form_page(
        request,
        form,
        title="Giao nhiệm vụ",
        act="Giao nhiệm vụ",
        back=reverse("programme:board"),
        crumbs=crumbs_to(),
        write=write,
        said="Đã giao nhiệm vụ.",
        template=FORM,
        extra={"paste_url": reverse("programme:paste")},
    )


@needs(Right.TASKS_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    task, actor = task_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, task))
    first = {name: getattr(task, name) for name in (*FACTS, "deadline_text")}
    form = TaskForm(request.POST or None, actor=actor, task=task, initial=first)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.correct_task(task, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Sửa nhiệm vụ",
        act="Ghi lại",
        back=page_of(task),
        crumbs=crumbs_to(task),
        write=write,
        said="Đã sửa nhiệm vụ.",
        template=FORM,
    )


@needs(Right.TASKS_WRITE)
def paste(request: HttpRequest) -> HttpResponse:
    """First shows how each line was understood, then, confirmed, gives those ticked."""
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_assign(actor, body))
    form = PasteForm(request.POST or None, actor=actor, initial={"document": asked_document(request)})
    context: dict[str, Any] = {"form": form, "crumbs": crumbs_to()}
    if request.method == "POST" and form.is_valid():
        lines, document = form.cleaned_data["lines"], form.cleaned_data["document"]
        binding = form.cleaned_data["kind"] == Task.Kind.BINDING
        if is_confirmed(request):
            ticked = set(request.POST.getlist("giu"))
            new = [line.as_new(binding=binding) for line in lines if str(line.place) in ticked]
            with refusals_on(form):
                given = services.assign_many(new, body=body, document=document, by=actor, at=timezone.now())
                draft_taken(request, DRAFT)
                messages.success(request, f"Đã giao {len(given)} nhiệm vụ.")
                return redirect("programme:board")
        people = selectors.assignees_of([line.assignee for line in lines], body, actor.on)
        known = deadlines.Context(document.issued_on if document else None)
        dues = [deadlines.propose(line.deadline, known) for line in lines]
        context |= {"rows": list(zip(lines, people, dues, strict=True)), "document": document}
    return respond(request, "programme/paste.html", context, status=422 if form.errors else 200)
