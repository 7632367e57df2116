"""What the page of one workbook shows: where it stands, what waits for the officer, which acts are open."""

from dataclasses import dataclass

from django.urls import reverse

from thidua.kit.files import services as files
from thidua.kit.jobs.models import Job
from thidua.kit.sheets.reader import Book
from thidua.kit.ui.parts import Step
from thidua.outlook.intake import loadings, permissions, selectors
from thidua.outlook.intake.models import Doubt, Workbook
from thidua.records.orgs.actors import Actor

_State = Workbook.State
_CARDS = 25
"""Doubts on one page; the next ones come when these are answered."""
_SAMPLES = 12
_ENCODINGS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
_STEPS = ("Tải lên", "Kiểm tra", "Ghi vào sổ")
_REACHED = {
    _State.UPLOADED: 0,
    _State.CHECKING: 1,
    _State.CHECKED: 1,
    _State.COMMITTING: 2,
    _State.COMMITTED: 3,
    _State.UNDOING: 3,
    _State.UNDONE: 3,
}


@dataclass(frozen=True)
class WorkbookPage:
    label: str
    register_url: str
    """Where what was written is found."""
    steps: tuple[Step, ...]
    job: Job | None
    is_running: bool
    is_stopped: bool
    """Its job came to no end: stopped by somebody, refused, or broken off."""
    samples: list[tuple[str, str, str]]
    """(cell, before, after) while the letters are to be confirmed."""
    encoding: str
    doubts: list[Doubt]
    doubts_left: int
    likely: int
    answered: int
    """Answers that stand."""
    why_not_check: list[str]
    why_not_commit: list[str]
    can_undo: bool
    must_check_again: bool


def page_of_workbook(workbook: Workbook, *, actor: Actor) -> WorkbookPage:
    """A fixed number of queries."""
    job = selectors.workbook_job(workbook, actor=actor)
    is_running = job is not None and not job.is_over
    waiting = workbook.state in (_State.CHECKING, _State.COMMITTING, _State.UNDOING)
    asked = selectors.open_doubts(workbook) if workbook.state == _State.CHECKED else Doubt.objects.none()
    must_settle = bool(workbook.encoding) and workbook.is_converted is None
    why_not_commit = permissions.why_not_commit(actor, workbook, True, is_running)
    return WorkbookPage(
        label=loadings.label_of(workbook.layout),
        register_url=reverse(loadings.of(workbook.layout).opens),
        steps=_steps(workbook, waiting and not is_running),
        job=job,
        is_running=is_running,
        is_stopped=waiting and not is_running,
        samples=_samples(workbook) if must_settle else [],
        encoding=_ENCODINGS.get(workbook.encoding, ""),
        doubts=list(asked[:_CARDS]),
        doubts_left=asked.count(),
        likely=asked.exclude(likely="").count(),
        answered=selectors.answered_doubts(workbook).count(),
        why_not_check=permissions.why_not_check(actor, workbook, is_running),
        why_not_commit=why_not_commit,
        can_undo=not permissions.why_not_undo(actor, workbook, is_running),
        must_check_again=_is_stale(workbook),
    )


def _is_stale(workbook: Workbook) -> bool:
    answered, checked = workbook.answered_at, workbook.checked_at
    return workbook.state == _State.CHECKED and bool(answered and checked and answered > checked)


def _steps(workbook: Workbook, is_stopped: bool) -> tuple[Step, ...]:
    reached = _REACHED[_State(workbook.state)]
    found = []
    for place, label in enumerate(_STEPS):
        if place < reached or workbook.state == _State.COMMITTED:
            found.append(Step(label, "done"))
        elif place == reached:
            found.append(Step(label, "stopped" if is_stopped else "now", workbook.get_state_display()))
        else:
            found.append(Step(label))
    if workbook.state in (_State.UNDOING, _State.UNDONE):
        over = workbook.state == _State.UNDONE
        found.append(Step("Hoàn tác", "done" if over else "stopped" if is_stopped else "now"))
    return tuple(found)


def _samples(workbook: Workbook) -> list[tuple[str, str, str]]:
    layout = loadings.of(workbook.layout).layout
    with Book(files.location(workbook.version), layout, sheet=workbook.sheet) as book:
        return book.samples(_SAMPLES, workbook.encoding)
