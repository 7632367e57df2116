"""From what was read to what is proposed: one proposal a fact, in the order of the document. Pure."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.proposing import awards, doubts, meetings, movements, reports, tasks
from thidua.outlook.intake.proposing.draft import Draft, listed
from thidua.outlook.intake.relations import relation_of, will_be_replaced
from thidua.outlook.intake.sheet import laid_out
from thidua.outlook.intake.topics import topic_of
from thidua.reading.facts import Citation, Facts, Meta, as_json
from thidua.records.register.models import Entry
from thidua.vn.documents import type_code
from thidua.vn.fold import fold

_SUSPECT = {"number_incomplete", "year_mismatch", "number_two_dates", "date_after_document", doubts.UNSURE}
_LAWS = {"luat", "bo_luat", "phap_lenh", "hien_phap"}
_DRAFT = re.compile(r"^\W*DỰ THẢO\b", re.MULTILINE)
_HEAD = 800


def drafts_of(facts: Facts, *, own: bool) -> list[Draft]:
    """All proposals of one text. `own`: the body that reads issued the document itself."""
    found = [_head(facts, own)]
    found += _citations(facts)
    found += movements.drafts(facts)
    found += tasks.drafts(facts, own=own)
    found += awards.drafts(facts)
    found += meetings.drafts(facts)
    if own:
        found += reports.drafts(facts)
    return found


def rows(drafts: Iterable[Draft], **columns: Any) -> Iterator[Proposal]:
    """Unsaved proposals, numbered within their kind."""
    last: dict[str, int] = {}
    for draft in drafts:
        last[draft.kind] = last.get(draft.kind, 0) + 1
        yield Proposal(
            kind=draft.kind,
            position=last[draft.kind],
            proposed=draft.proposed,
            spans=draft.spans,
            is_low=draft.is_low,
            **columns,
        )


def warning_of(spans: Iterable[Iterable[int]], warnings: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """The reader's warning that stands on one of these places."""
    places = [tuple(span) for span in spans]
    for warning in warnings:
        if warning["kind"] not in _SUSPECT:
            continue
        if any(start < other[1] and other[0] < end for start, end in places for other in warning["spans"]):
            return warning
    return None


def _head(facts: Facts, own: bool) -> Draft:
    meta = facts.meta
    proposed = as_json(meta)
    proposed.pop("spans")
    proposed |= {"direction": _direction(facts, own), "topic": topic_of(meta.title, meta.type)}
    named = sorted(meta.spans.items(), key=lambda item: (item[0] != "title", item[1]))
    spans = [list(span) for _, span in named]
    return Draft(Proposal.Kind.META, proposed, spans, _unsure(meta))


def _direction(facts: Facts, own: bool) -> str:
    if not own:
        return str(Entry.Direction.IN)
    drafted = facts.meta.number is None and _DRAFT.search(facts.text[:_HEAD])
    return str(Entry.Direction.DRAFT if drafted else Entry.Direction.OUT)


def _unsure(meta: Meta) -> bool:
    return not (meta.type and meta.issuer and (meta.number or meta.title))


def _citations(facts: Facts) -> list[Draft]:
    text = laid_out(facts.text)
    warnings = as_json(facts.warnings)
    found = []
    for item in facts.citations:
        relation = relation_of(item, text=text, meta=facts.meta)
        proposed = as_json(item)
        proposed.pop("spans")
        proposed |= {
            "relation": str(relation.code),
            "relation_why": relation.why,
            "will_be_replaced": will_be_replaced(item, text=text),
            "topic": topic_of(item.title, item.type),
        }
        low = warning_of(item.spans, warnings) is not None or not _whole(item)
        found.append(Draft(Proposal.Kind.CITATION, proposed, listed(item.spans), low))
    return found


def _whole(item: Citation) -> bool:
    """A number with its day (or year inside), a law with its year, a numberless paper with day and title."""
    if type_code(item.type) in _LAWS:
        return bool(item.number or item.year)
    if item.number:
        return item.date is not None
    return bool(item.date and item.title and fold(item.title))
