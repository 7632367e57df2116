"""What only a report of the own office tells: what did not happen, what is being drafted, what is planned."""

from typing import Any

from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.proposing.draft import Draft, listed
from thidua.outlook.intake.sheet import laid_out
from thidua.outlook.intake.topics import topic_of
from thidua.reading import reported
from thidua.reading.facts import Facts, as_json
from thidua.vn.documents import type_code
from thidua.vn.periods import parse


def drafts(facts: Facts) -> list[Draft]:
    if type_code(facts.meta.type) != "bao_cao":
        return []
    text = laid_out(facts.text)
    period = reported.period_of(facts.meta.title or "")
    found = []
    for nil in reported.nils(text):
        said = parse(nil.period) if nil.period else None
        known = said or period
        proposed = _plain(nil) | {"period": known.printed if known else None}
        found.append(Draft(Proposal.Kind.NIL, proposed, listed(nil.spans), known is None))
    for draft in reported.drafted(text):
        proposed = _plain(draft) | {"topic": topic_of(draft.title, draft.type)}
        found.append(Draft(Proposal.Kind.DRAFTED, proposed, listed(draft.spans)))
    inside = [span for task in facts.tasks for span in task.spans]
    for plan in reported.planned(text):
        if not any(low <= start < high for start, _ in plan.spans for low, high in inside):
            found.append(Draft(Proposal.Kind.PLANNED, _plain(plan), listed(plan.spans)))
    return found


def _plain(fact: Any) -> dict[str, Any]:
    made: dict[str, Any] = as_json(fact)
    made.pop("spans")
    return made
