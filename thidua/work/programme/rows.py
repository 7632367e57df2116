"""One task, locked for a change; the columns that repeat others; how the log names it."""

from thidua.kit.audit import chain
from thidua.vn.fold import fold
from thidua.work.programme.models import Task


def locked(task: Task) -> Task:
    """The row as it stands now, held until the transaction ends; after the end of the chain, as everywhere."""
    chain.hold()
    rows = Task.objects.select_for_update(of=("self",)).select_related(
        "body", "unit__body", "person", "document"
    )
    return rows.get(pk=task.pk)


def refold(task: Task) -> None:
    """The search column: action, who does it, who cooperates."""
    task.folded = fold(f"{task.action} {task.assignee} {task.assignee_text} {task.cooperate_text}")
