from collections.abc import Mapping
from typing import Any

from django import template

from thidua.kit.ui.wording import day
from thidua.records.orgs.dated import Dated
from thidua.records.orgs.roles import ROLES

register = template.Library()


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value of a mapping under a key that is itself a variable; nothing when it is not there."""
    return mapping.get(key, "")


@register.filter
def role_label(code: str) -> str:
    """A role held in words."""
    return ROLES[code].label if code in ROLES else code


@register.filter
def period(row: Dated) -> str:
    """From when to when a dated row holds, in words; the first day without it is not counted in."""
    if row.since is None and row.until is None:
        return "đến nay"
    if row.until is None:
        return f"từ {day(row.since)} đến nay"
    until = f"đến trước {day(row.until)}"
    return f"từ {day(row.since)} {until}" if row.since else until
