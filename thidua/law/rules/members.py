"""Conditions on the people of a collective: shares, titles, discipline."""

from decimal import Decimal
from fractions import Fraction

from thidua.law.facts import DISCIPLINE
from thidua.law.findings import Finding, met, unknown, unmet
from thidua.law.rules.asking import Parameters, Question, share

_FORMS = {"khien_trach": "khiển trách", "canh_cao": "cảnh cáo"}


def _percent(value: Fraction) -> str:
    """Rounded down: what falls short of a bound must not read as the bound."""
    told = f"{Decimal(value * 100 // 1) / 100:.2f}"
    return told.rstrip("0").rstrip(".").replace(".", ",") + "%"


def _bound(value: object) -> Fraction:
    return Fraction(str(value))


def members_ldtt(asked: Question, given: Parameters) -> Finding:
    """At least `min` percent (or over `over` percent) of the people are lao động tiên tiến; counted exactly."""
    candidate = asked.candidate
    if candidate.ldtt_count is not None and candidate.size:
        found, places = share(candidate.ldtt_count, candidate.size), ["ldtt_count", "size"]
        told = f"{candidate.ldtt_count}/{candidate.size} cá nhân ({_percent(found)})"
    elif candidate.ldtt_pct is not None:
        found, places = Fraction(candidate.ldtt_pct), ["ldtt_pct"]
        told = f"{_percent(found)} cá nhân"
    else:
        return unknown("members_ldtt", "Cần số lao động tiên tiến trên tổng số người của tập thể")
    enough = found >= _bound(given["min"]) if "min" in given else found > _bound(given["over"])
    needed = f"ít nhất {given['min']}%" if "min" in given else f"trên {given['over']}%"
    said = f"{told} đạt lao động tiên tiến, yêu cầu {needed}".replace(".", ",")
    return met("members_ldtt", said, *places) if enough else unmet("members_ldtt", said, *places)


def members_completed(asked: Question, given: Parameters) -> Finding:
    """At least `min` percent of the people completed their duties."""
    found = asked.candidate.completed_pct
    if found is None:
        return unknown("members_completed", "Cần tỷ lệ cá nhân hoàn thành nhiệm vụ")
    said = f"{_percent(Fraction(found))} cá nhân hoàn thành nhiệm vụ, yêu cầu {given['min']}%"
    if found >= _bound(given["min"]):
        return met("members_completed", said, "completed_pct")
    return unmet("members_completed", said, "completed_pct")


def member_title(asked: Question, given: Parameters) -> Finding:
    """Somebody of the collective holds the title `code`."""
    name = asked.name(str(given["code"]))
    found = asked.candidate.cstdcs_count
    if found is None:
        return unknown("member_title", f"Cần biết có cá nhân đạt {name} không")
    if found:
        return met("member_title", f"Có {found:02d} cá nhân đạt {name}", "cstdcs_count")
    return unmet("member_title", f"Không có cá nhân nào đạt {name}", "cstdcs_count")


def nobody_disciplined(asked: Question, given: Parameters) -> Finding:
    """Nobody was disciplined in the merit year, from the form `from` upward."""
    least = str(given["from"])
    rows = asked.candidate.discipline
    if rows is None:
        return unknown(
            "nobody_disciplined", f"Cần biết có cá nhân bị kỷ luật từ {_FORMS[least]} trở lên không"
        )
    heavy = [
        row
        for row in rows
        if row.year in (None, asked.year) and DISCIPLINE.index(row.form) >= DISCIPLINE.index(least)
    ]
    if heavy:
        said = f"Có cá nhân bị kỷ luật từ {_FORMS[least]} trở lên trong năm {asked.year}"
        return unmet("nobody_disciplined", said, *(row.place for row in heavy))
    if not asked.candidate.is_whole("discipline", asked.year):
        said = f"Sổ kỷ luật chưa được xác nhận là đủ cho năm {asked.year}"
        return unknown("nobody_disciplined", f"{said}: bổ sung hoặc xác nhận", "discipline")
    return met("nobody_disciplined", f"Không có cá nhân bị kỷ luật từ {_FORMS[least]} trở lên", "discipline")
