"""Duties become tasks of the body's programme, on the documents that the text names beside them."""

from datetime import date

from thidua.kit.audit import chain
from thidua.outlook.intake.identities import day_of
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.register.models import Document
from thidua.work.programme.models import Task
from thidua.work.programme.services import add_basis, assign


def write(ground: Ground, document: Document) -> None:
    for row in ground.of(Proposal.Kind.TASK):
        with ground.beside(row):
            ground.note(row, _assign(ground, row, document))
    _complete_bases(ground)


def _assign(ground: Ground, row: Proposal, document: Document) -> Task:
    fact = row.fact
    own = fact.get("of_body") and not fact.get("assignee")
    return assign(
        str(fact.get("action") or ""),
        body=ground.body,
        by=ground.by,
        at=ground.at,
        assignee_text=fact.get("assignee") or "",
        unit=ground.body if own else None,
        cooperate_text=fact.get("cooperate") or "",
        deadline_text=fact.get("deadline_text") or "",
        due_on=_set_day(row),
        bases=[(each, printed) for each, printed in _bases(ground, row)],
        binding=bool(fact.get("binding", True)),
        document=document,
        source_text=chain.subject_key(row),
    )


def _set_day(row: Proposal) -> date | None:
    """Only a day that an officer put there; what is printed gives its day by itself."""
    edited = row.edited is not None and row.edited.get("deadline") != row.proposed.get("deadline")
    return day_of(row.fact, "deadline") if edited else None


def _bases(ground: Ground, row: Proposal) -> list[tuple[Document, str]]:
    """Documents cited inside the duty, and those that it names by number alone."""
    found: dict[int, tuple[Document, str]] = {}
    for citation, cited in ground.papers.within(row.spans).values():
        if cited is not None:
            found[cited.pk] = (cited, str(citation.proposed.get("as_printed") or ""))
    for number in row.fact.get("basis") or ():
        named = ground.papers.of(number, None)
        if named is not None:
            found.setdefault(named.pk, (named, number))
    return list(found.values())


def _complete_bases(ground: Ground) -> None:
    """A document that is written later becomes a basis of the tasks that were written before."""
    if not ground.of(Proposal.Kind.CITATION):
        return
    written = {
        chain.subject_key(row): row
        for row in ground.proposals
        if row.kind == Proposal.Kind.TASK and row.written and row.spans
    }
    for task in Task.objects.filter(source_text__in=written) if written else ():
        row = written[task.source_text]
        have = set(task.bases.values_list("document", flat=True))
        for cited, printed in _bases(ground, row):
            if cited.pk not in have:
                add_basis(task, cited, printed=printed, by=ground.by, at=ground.at)
