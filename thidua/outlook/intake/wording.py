"""How facts are said on the page: one line for a document, a movement, a duty, a figure."""

from typing import Any

from thidua.kit.ui.wording import day
from thidua.outlook.intake.identities import Fact
from thidua.records.register.identity import Identity
from thidua.records.register.models import Topic
from thidua.vn.codes import AWARD_STATES, LEVELS, MOVEMENT_ROLES, RECIPIENT_KINDS
from thidua.vn.documents import type_name


def document_name(identity: Identity) -> str:
    """ "Kế hoạch 64/KH-UBND"; without a number the kind and the title."""
    kind = type_name(identity.type_code)
    if identity.number:
        return f"{kind} {identity.number}".strip()
    title = identity.title
    if not title:
        return kind
    if not kind or title.lower().startswith(kind.lower()):
        return title
    return f"{kind} {title[:1].lower()}{title[1:]}"


def dated(identity: Identity) -> str:
    """ "ngày 06/3/2024", "năm 2022", or nothing."""
    if identity.issued_on:
        return f"ngày {day(identity.issued_on)}"
    return f"năm {identity.year}" if identity.year and str(identity.year) not in identity.title else ""


def topic(code: str) -> str:
    """The theme of the reports, in words."""
    return str(Topic(code).label) if code in Topic.values else ""


def movement_line(fact: Fact) -> str:
    """Role, launcher, period: "Hưởng ứng · Ủy ban nhân dân tỉnh · 2021 - 2025"."""
    parts = [
        MOVEMENT_ROLES.get(fact.get("role") or "", ""),
        fact.get("launcher") or LEVELS.get(fact.get("level") or "", ""),
        fact.get("period") or "",
        f"theo {fact['plan']}" if fact.get("plan") else "",
    ]
    return " · ".join(part for part in parts if part)


def award_title(fact: Fact) -> str:
    """ "29 Lao động tiên tiến"; the count as it is, thousands with a dot."""
    return f"{_count(fact.get('count'))} {fact.get('award') or ''}".strip()


def award_line(fact: Fact) -> str:
    parts = [
        RECIPIENT_KINDS.get(fact.get("recipient_kind") or "", ""),
        AWARD_STATES.get(fact.get("state") or "", ""),
        fact.get("authority") or "",
        fact.get("context") or fact.get("period") or "",
    ]
    return " · ".join(part for part in parts if part)


def award_wants(fact: Fact) -> list[str]:
    """What keeps a figure from the award register."""
    state = AWARD_STATES.get(fact.get("state") or "", "")
    if fact.get("state") != "granted":
        return [f"{state or 'Chưa rõ tình trạng'}: chưa phải kết quả khen thưởng nên ở lại bản đọc."]
    wants = [] if fact.get("period") else ["Chưa rõ kỳ thành tích: sửa mục này, nhập kỳ."]
    return wants + ([] if fact.get("recipient_kind") else ["Chưa rõ đối tượng: sửa mục này, chọn đối tượng."])


def attendance_line(fact: Fact) -> str:
    present, expected = fact.get("present"), fact.get("expected")
    return (
        f"{_count(present)} trên {_count(expected)} người dự" if expected else f"{_count(present)} người dự"
    )


def _count(value: Any) -> str:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else ""
