"""A reading as JSON values (the `--json` contract) and as a page to read in Vietnamese."""

import hashlib
from collections.abc import Iterator
from typing import Any

from thidua.reading.facts import Attendance, Award, Citation, Facts, Movement, Task, as_json
from thidua.vn.codes import AWARD_STATES, LEVELS, MOVEMENT_ROLES, RECIPIENT_KINDS
from thidua.vn.dates import short_date

_LISTS = ("citations", "movements", "tasks", "awards", "attendance", "warnings")


def document(facts: Facts, file: str) -> dict[str, Any]:
    """One object of the JSON array: `file`, `text_sha256` of the NFC text that spans count in, then the facts."""
    meta = as_json(facts.meta)
    meta.pop("spans")
    found: dict[str, Any] = {
        "file": file,
        "text_sha256": hashlib.sha256(facts.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "meta": meta,
    }
    return found | {name: as_json(getattr(facts, name)) for name in _LISTS}


def summary(facts: Facts, file: str) -> str:
    """What was read, in a few lines a kind; kinds without a fact are left out."""
    return "\n".join([file, "=" * min(len(file), 100), *_identity(facts), *_facts(facts)]) + "\n"


def _identity(facts: Facts) -> Iterator[str]:
    meta = facts.meta
    signer = " – ".join(part for part in (meta.signer_title, meta.signer) if part)
    rows = (
        ("Loại văn bản", meta.type),
        ("Số, ký hiệu", meta.number),
        ("Ngày ban hành", short_date(meta.date) if meta.date else None),
        ("Nơi ban hành", meta.place),
        ("Cơ quan ban hành", meta.issuer),
        ("Trích yếu", meta.title),
        ("Người ký", signer or None),
        ("Nơi nhận", "; ".join(meta.recipients) or None),
    )
    for label, value in rows:
        yield f"{label}: {value or '(không ghi)'}"


def _facts(facts: Facts) -> Iterator[str]:
    parts: tuple[tuple[str, list[str]], ...] = (
        ("Văn bản được viện dẫn", [_citation(citation) for citation in facts.citations]),
        ("Phong trào thi đua", [_movement(movement) for movement in facts.movements]),
        ("Nhiệm vụ", [_task(task) for task in facts.tasks]),
        ("Số liệu khen thưởng", [_award(award) for award in facts.awards]),
        ("Dự họp", [_attendance(attendance) for attendance in facts.attendance]),
        ("Cần xem lại", [warning.text for warning in facts.warnings]),
    )
    for label, lines in parts:
        if lines:
            yield f"\n{label} ({len(lines)}):"
            yield from (f"  - {line}" for line in lines)


def _citation(citation: Citation) -> str:
    name = " ".join(
        part
        for part in (citation.type or "Văn bản", f"số {citation.number}" if citation.number else None)
        if part
    )
    if citation.number is None and citation.title:
        name += f" {citation.title}"
    day = (
        f" ngày {short_date(citation.date)}"
        if citation.date
        else f" năm {citation.year}"
        if citation.year
        else ""
    )
    issuer = f" của {citation.issuer}" if citation.issuer else ""
    about = f": {citation.title}" if citation.title and citation.number else ""
    times = f" (nhắc {len(citation.spans)} lần)" if len(citation.spans) > 1 else ""
    return f"{name}{day}{issuer}{about}{times}"


def _movement(movement: Movement) -> str:
    details = [
        MOVEMENT_ROLES[movement.role].lower(),
        movement.period,
        LEVELS[movement.level].lower() if movement.level else None,
        movement.launcher,
        f"theo {movement.plan}" if movement.plan else None,
    ]
    return f"{movement.name} ({'; '.join(detail for detail in details if detail)})"


def _task(task: Task) -> str:
    who = f"{task.assignee}: " if task.assignee else ""
    details = [
        f"phối hợp: {task.cooperate}" if task.cooperate else None,
        f"hạn: {task.deadline_text}" if task.deadline_text else None,
        "cần xem lại" if task.confidence == "low" else None,
    ]
    told = "; ".join(detail for detail in details if detail)
    return f"{who}{task.action}" + (f" ({told})" if told else "")


def _award(award: Award) -> str:
    details = [
        RECIPIENT_KINDS[award.recipient_kind].lower() if award.recipient_kind else None,
        award.authority,
        award.context,
        AWARD_STATES[award.state].lower(),
    ]
    return f"{award.count} {award.award} ({'; '.join(detail for detail in details if detail)})"


def _attendance(attendance: Attendance) -> str:
    expected = f"/{attendance.expected}" if attendance.expected is not None else ""
    return f"{attendance.event}: {attendance.present}{expected}"
