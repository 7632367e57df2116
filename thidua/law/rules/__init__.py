"""One function a rule, by the name that the book's conditions use."""

from collections.abc import Callable, Mapping
from typing import Any

from thidua.law.findings import Finding, all_of, any_of
from thidua.law.rules import coverage, initiatives, members, qualities, titles, years
from thidua.law.rules.asking import Parameters, Question

Rule = Callable[[Question, Parameters], Finding]
RULES: dict[str, Rule] = {
    "task_level": years.task_level,
    "years_in_a_row": years.years_in_a_row,
    "excellent_years": years.excellent_years,
    "titles_in_a_row": titles.titles_in_a_row,
    "title_times": titles.title_times,
    "prior_form": titles.prior_form,
    "qualifies": titles.qualifies,
    "initiative": initiatives.initiative,
    "members_ldtt": members.members_ldtt,
    "members_completed": members.members_completed,
    "member_title": members.member_title,
    "nobody_disciplined": members.nobody_disciplined,
    "rank": qualities.rank,
    "movement_years": qualities.movement_years,
    "contribution_years": qualities.contribution_years,
    "council": qualities.weighed,
    "local": qualities.local,
}


def find(condition: Mapping[str, Any], asked: Question) -> Finding:
    """What one condition of the book finds: a rule, a choice (`any`) or a whole (`all`). `status: draft` warns only; of what is
    known in part (`status: partial`) a no does not decide, and what is unknown is asked."""
    for name, joined in (("any", any_of), ("all", all_of)):
        if name in condition:
            return joined(find(each, asked) for each in condition[name] if applies(each, asked))
    found = _asked_of(condition["rule"], condition, asked)
    status = condition.get("status")
    is_draft = status == "draft" or (status == "partial" and found.outcome == "unmet")
    return _as_draft(found) if is_draft else found


def _asked_of(name: str, condition: Mapping[str, Any], asked: Question) -> Finding:
    """What a rule finds; a no that rests on years of which the list tells nothing is open."""
    found = RULES[name](asked, condition)
    if found.outcome != "unmet" or not asked.candidate.whole_from:
        return found
    if coverage.is_open(asked, name):
        return coverage.in_doubt(asked, found)
    more = coverage.supposed(asked, name, condition)
    if more is None or RULES[name](more, condition).outcome == "unmet":
        return found
    return coverage.in_doubt(asked, found)


def applies(condition: Mapping[str, Any], asked: Question) -> bool:
    """Some conditions are only for one kind of recipient."""
    return bool(condition.get("for_kind", asked.candidate.kind) == asked.candidate.kind)


def _as_draft(found: Finding) -> Finding:
    return Finding(
        found.rule, found.outcome, found.reason, found.cites, found.used, True, found.entry, found.parts
    )
