""" "The other criteria are fulfilled": officers ask about the facts that they give."""

from dataclasses import replace

from thidua.law.findings import Finding, all_of, any_of


def as_met(found: Finding) -> Finding:
    """Every condition that no given fact touches is met. Of a choice that a fact touches, only the part that it touches is
    asked about."""
    if found.outcome != "unknown" or (found.used and not found.parts):
        return found
    if not found.parts or not _is_touched(found):
        said = f"Theo người hỏi, các tiêu chuẩn khác đều đạt ({found.reason})"
        return replace(found, outcome="met", reason=said, used=())
    if found.rule == "all_of":
        return _again(found, all_of(as_met(part) for part in found.parts))
    if found.rule == "any_of":
        return _again(found, any_of(as_met(part) if _is_touched(part) else part for part in found.parts))
    return found


def _is_touched(found: Finding) -> bool:
    return bool(found.used) or any(_is_touched(part) for part in found.parts)


def _again(found: Finding, joined: Finding) -> Finding:
    return replace(found, outcome=joined.outcome, reason=joined.reason, used=joined.used, parts=joined.parts)
