"""Steps, who may take them and why not, and the one door."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.audit.chain import By
from thidua.kit.refused import Refused, refuse_if

Check = Callable[[Any, Any], Iterable[str]]
"""`check(subject, actor)` gives reasons why not, in Vietnamese; none means go."""


@dataclass(frozen=True)
class Step:
    name: str
    frm: tuple[str, ...]
    to: str
    label: str  # verb and object, as on the button
    checks: tuple[Check, ...] = ()
    needs_note: bool = False
    by_itself: bool = True
    """False: taken only inside a service that does more (a number is given); no button of its own."""


@dataclass(frozen=True)
class Workflow:
    name: str  # the app: first part of the verb in the audit chain, "register.submit"
    steps: tuple[Step, ...]
    start: str
    _by_name: Mapping[str, Step] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {step.name: step for step in self.steps})

    def __getitem__(self, step: str) -> Step:
        """The step of that name; KeyError where this workflow has none."""
        return self._by_name[step]

    def why_not(self, subject: Any, step: str, *, by: By) -> list[str]:
        """Reasons against one step of one record; empty means go."""
        taken = self._by_name.get(step)
        if taken is None or subject.state not in taken.frm:
            named = f"“{taken.label}”" if taken else f"“{step}”"
            return [f"Bước {named} không làm được khi đang ở “{subject.get_state_display()}”."]
        return [reason for check in taken.checks for reason in check(subject, by)]

    def available(self, subject: Any, *, by: By) -> list[tuple[Step, list[str]]]:
        """Steps that lead out of the present state, each with the reasons against it, for buttons."""
        out = [step for step in self.steps if subject.state in step.frm]
        return [(step, self.why_not(subject, step.name, by=by)) for step in out]

    @transaction.atomic
    def move(
        self,
        subject: Any,
        step: str,
        *,
        by: By,
        at: datetime,
        note: str = "",
        changes: Mapping[str, Any] | None = None,
    ) -> Any:
        """Take one step: the locked, fresh record comes back. Refused when the rules say no or somebody was quicker.

        `changes` is what else the service changed with this step, for the audit line.
        """
        chain.hold()
        model = type(subject)
        fresh = model._default_manager.select_for_update(of=("self",)).get(pk=subject.pk)
        if fresh.state != subject.state:
            raise Refused(_overtaken(fresh))
        reasons = self.why_not(fresh, step, by=by)
        taken = self._by_name.get(step)
        if not reasons and taken and taken.needs_note and not note.strip():
            reasons = [f"Ghi lý do rồi mới “{taken.label}”."]
        refuse_if(reasons)
        assert taken is not None
        # The comparison also guards where a database has no row locks.
        if not model._default_manager.filter(pk=fresh.pk, state=fresh.state).update(state=taken.to):
            raise Refused(_overtaken(fresh))
        before, fresh.state = fresh.state, taken.to
        fresh.moves.create(
            step=step, from_state=before, to_state=taken.to, by=by.key, by_name=by.name, at=at, note=note
        )
        told = {"state": [before, taken.to], **(changes or {})}
        chain.record(f"{self.name}.{step}", fresh, by=by, at=at, changes=told, note=note)
        return fresh

    def reachable(self) -> set[str]:
        found, edge = {self.start}, {self.start}
        while edge:
            edge = {step.to for step in self.steps if edge & set(step.frm)} - found
            found |= edge
        return found

    def states(self) -> set[str]:
        return {self.start} | {state for step in self.steps for state in (*step.frm, step.to)}

    def ends(self) -> set[str]:
        """States without a way out."""
        return self.states() - {state for step in self.steps for state in step.frm}


def _overtaken(fresh: Any) -> str:
    last = fresh.moves.order_by("-id").first()
    who = f"{last.by_name} vừa chuyển sang" if last else "Vừa chuyển sang"
    return f"{who} “{fresh.get_state_display()}”. Mở lại trang rồi làm tiếp."


def to_mermaid(workflow: Workflow, labels: Mapping[str, str] | None = None) -> str:
    """A state diagram for the generated documentation; `labels` names the states."""
    lines = ["stateDiagram-v2", f"    [*] --> {workflow.start}"]
    lines += [
        f"    {state}: {label}" for state, label in (labels or {}).items() if state in workflow.states()
    ]
    lines += [f"    {frm} --> {step.to}: {step.label}" for step in workflow.steps for frm in step.frm]
    lines += [f"    {state} --> [*]" for state in sorted(workflow.ends())]
    return "\n".join(lines) + "\n"
