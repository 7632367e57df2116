"""Duties; what a report sets itself for the coming months belongs to the body, by the time that its heading names."""

from typing import Any

from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.proposing.draft import Draft, listed
from thidua.outlook.intake.sheet import laid_out
from thidua.reading.facts import Facts, Task, as_json
from thidua.reading.reported import period_in
from thidua.reading.sections import Sections
from thidua.vn.documents import type_code


def drafts(facts: Facts, *, own: bool) -> list[Draft]:
    sections = Sections(laid_out(facts.text))
    own_report = own and type_code(facts.meta.type) == "bao_cao"
    return [_draft(task, sections, own_report) for task in facts.tasks]


def _draft(task: Task, sections: Sections, own_report: bool) -> Draft:
    proposed: dict[str, Any] = as_json(task)
    if own_report and not task.assignee:
        proposed["of_body"] = True
        proposed["deadline_text"] = task.deadline_text or _time_of(task, sections)
    return Draft(Proposal.Kind.TASK, proposed, listed(task.spans), task.confidence == "low")


def _time_of(task: Task, sections: Sections) -> str | None:
    """ "III. Công tác trọng tâm 6 tháng cuối năm 2024": the nearest heading that names a time."""
    for heading in sections.at_raw(task.spans[0][0]):
        period = period_in(sections.title(heading))
        if period is not None:
            return period
    return None
