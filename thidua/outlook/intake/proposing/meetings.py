"""Who came to what: with kind, day or period, themes, and whether two places speak of one meeting."""

import re
from typing import Any

from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.proposing.draft import Draft, listed
from thidua.outlook.intake.sheet import laid_out
from thidua.outlook.intake.topics import topic_of_heading
from thidua.reading.facts import Attendance, Facts, as_json
from thidua.reading.reported import period_of
from thidua.reading.sections import Sections
from thidua.records.meetings.models import Meeting
from thidua.vn.dates import find_days
from thidua.vn.documents import type_code
from thidua.vn.fold import fold, plain

_NEAR = 40

_KINDS = (
    (Meeting.Kind.COMMITTEE, r"hop (?:hoi dong|ban)\b|phien hop"),
    (Meeting.Kind.OFFICE, r"hop co quan|hop (?:dinh ky|giao ban|thuong ky)|sinh hoat"),
    (Meeting.Kind.CONFERENCE, r"hoi nghi|dai hoi|hoi thao|tap huan"),
    (Meeting.Kind.TALK, r"toa dam|noi chuyen"),
    (Meeting.Kind.GATHERING, r"hop mat|\ble\b|mit tinh"),
    (Meeting.Kind.TELLING, r"trien khai|quan triet|tuyen truyen"),
    (Meeting.Kind.OFFICE, r"\bhop\b"),
)


def drafts(facts: Facts) -> list[Draft]:
    """In order; one that tells the same as an earlier one refers to it by its place in the list."""
    reports = type_code(facts.meta.type) == "bao_cao"
    period = period_of(facts.meta.title or "") if reports else None
    sections = Sections(laid_out(facts.text))
    found: list[Draft] = []
    for item in facts.attendance:
        proposed = _proposed(item, sections)
        proposed["period"] = period.printed if period and not proposed["held_on"] else None
        same = next((at for at, other in enumerate(found, 1) if _is_one(proposed, other.proposed)), None)
        proposed["same_as"] = proposed["like"] = same
        low = not proposed["held_on"] and period is None
        found.append(Draft(Proposal.Kind.ATTENDANCE, proposed, listed(item.spans), low))
    return found


def _proposed(item: Attendance, sections: Sections) -> dict[str, Any]:
    raw = item.spans[0][0]
    headings = sections.at_raw(raw)
    said, printed = sections.sentence_at(raw)
    topics = [topic for heading in headings if (topic := topic_of_heading(sections.title(heading)))][:1]
    return as_json(item) | {
        "kind": _kind_of(item.event, said),
        "held_on": _day_of(item.event, said),
        "is_folded_into": "long ghep" in said,
        "topics": topics,
        "section": headings[0].number if headings else None,
        "around": listed(sections.spans_around(raw)),
        "printed": printed,
    }


def _kind_of(event: str, said: str) -> str:
    for words in (fold(event), said):
        for kind, pattern in _KINDS:
            if re.search(pattern, words):
                return str(kind)
    return str(Meeting.Kind.OTHER)


def _day_of(event: str, said: str) -> str | None:
    """ "hội nghị tổng kết ngày 12/01/2024": the only day that stands right behind the event; a document's day is another."""
    at = said.find(plain(event))
    if at < 0:
        return None
    behind = re.split(r"[(;]|\bso\b", said[at : at + len(event) + _NEAR])[0]
    days = [day.day for day in find_days(behind) if day.day]
    return days[0].isoformat() if len(days) == 1 else None


def _is_one(new: dict[str, Any], old: dict[str, Any]) -> bool:
    """The same figures, the same kind of event, the same words for it, and no two days."""
    if old["same_as"] is not None or new["kind"] != old["kind"]:
        return False
    figures = all(new[name] == old[name] for name in ("present", "expected"))
    days = {day for day in (new["held_on"], old["held_on"]) if day}
    return figures and len(days) < 2 and _bare(new["event"]) == _bare(old["event"])


def _bare(event: str) -> str:
    return re.sub(r"^(?:cuoc|buoi|phien)\s", "", fold(event))
