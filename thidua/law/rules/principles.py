"""Principles and exclusions that hold for many titles and forms at once. Each speaks only where a fact touches it: what
nobody has said against a candidate is not held against them."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from thidua.law.book import Entry
from thidua.law.findings import Finding, met, unmet
from thidua.law.rules.asking import Question

_MONTH = Decimal(30)
_YEAR_OF_STUDY = 12
_GOOD = ("kha", "gioi", "xuat_sac", "tot")
Principle = Callable[[Question, Entry], Finding | None]


def findings(asked: Question) -> Iterator[Finding]:
    """What the principles in force say of the candidate; drafts are marked."""
    for entry in asked.book.in_force("principles", asked.on):
        rule = entry.data.get("rule", {})
        if "titles" in rule and asked.code not in rule["titles"]:
            continue
        found = _RULES[rule["type"]](asked, entry) if rule.get("type") in _RULES else None
        if found is not None:
            yield found.under(entry, is_draft=entry.draft_on(asked.on))


def min_months(asked: Question, entry: Entry) -> Finding | None:
    """Worked at least so many months of the merit year; time that counts as work is added."""
    if asked.candidate.kind != "ca_nhan":
        return _old_enough(asked, entry)
    needed = int(entry.data["rule"]["value"])
    months, places = _months(asked)
    if months is None:
        return None
    added, more = _counted(asked)
    said = f"Làm việc {_told(months + added)} tháng trong năm {asked.year}, yêu cầu từ {needed:02d} tháng"
    ok = months + added >= needed
    return (met if ok else unmet)("min_months", said, *places, *more)


def _old_enough(asked: Question, entry: Entry) -> Finding | None:
    founded = asked.candidate.founded
    if founded is None:
        return None
    months = (
        (asked.on.year - founded.year) * 12 + asked.on.month - founded.month - (asked.on.day < founded.day)
    )
    needed = int(entry.data["rule"]["value"])
    said = f"Thành lập được {months} tháng, yêu cầu từ {needed} tháng"
    return (met if months >= needed else unmet)("min_months", said, "founded")


def _told(months: Decimal) -> str:
    return f"{months.quantize(Decimal('0.1')):f}".rstrip("0").rstrip(".").replace(".", ",")


def _months(asked: Question) -> tuple[Decimal | None, list[str]]:
    """Months of the merit year as told, or since the day of recruitment."""
    for year, months in asked.candidate.months_worked or ():
        if year == asked.year:
            return months, ["months_worked"]
    day = asked.candidate.recruited
    if day is None or day.year < asked.year:
        return None, []
    if day.year > asked.year:
        return Decimal(0), ["recruited"]
    return Decimal(12 - day.month) + (Decimal(30 - min(day.day, 30) + 1) / _MONTH), ["recruited"]


def _counted(asked: Question) -> tuple[Decimal, list[str]]:
    """Months that count as work though not worked: maternity, healing after a brave act, study by the rules."""
    counts = {
        row.data["rule"]["leave"]
        for row in asked.book.in_force("principles", asked.on)
        if row.data.get("rule", {}).get("type") == "count_time"
    }
    kinds = {"thai_san": "maternity", "dung_cam": "injury_brave_act"}
    months, places = Decimal(0), []
    for leave in asked.candidate.leave or ():
        if kinds.get(leave.kind) in counts and leave.year in (None, asked.year):
            months += (leave.days or Decimal(0)) / _MONTH + (leave.working_days or Decimal(0)) / 22
            places.append(leave.place)
    for study in asked.candidate.study or ():
        long = study.months is not None and study.months >= _YEAR_OF_STUDY
        passed = study.complied is not False and (not long or study.result not in ("", "khong_dat"))
        if passed and ("training_ge_1y" if long else "training_lt_1y") in counts:
            months += min(study.months or Decimal(0), Decimal(12))
            places.append(study.place)
    return months, places


def exclude(asked: Question, entry: Entry) -> Finding | None:
    """Not considered: disciplined in the year, or a unit that was dissolved."""
    flag = entry.data["rule"].get("flag")
    if flag == "unit_dissolved":
        if asked.candidate.kind != "tap_the" or not asked.candidate.dissolved:
            return None
        return unmet("dissolved_unit", "Đơn vị đã giải thể thì không xét khen thưởng", "dissolved")
    if flag != "disciplined_this_year":
        return None
    rows = [row for row in asked.candidate.discipline or () if row.year in (None, asked.year)]
    if not rows:
        return None
    return unmet("discipline", f"Bị kỷ luật trong năm {asked.year}", *(row.place for row in rows))


def defer(asked: Question, entry: Entry) -> Finding | None:
    """Not yet, while something is being looked into."""
    if not asked.candidate.pending:
        return None
    said = "Đang có việc được xem xét, xác minh: chưa xét, chờ kết luận"
    return unmet("deferral", said, *(f"pending/{at}" for at in range(len(asked.candidate.pending))))


def training_result_min(asked: Question, entry: Entry) -> Finding | None:
    """Study of a year or more must end well."""
    for study in asked.candidate.study or ():
        if study.months is not None and study.months >= _YEAR_OF_STUDY and study.result:
            ok = study.result in _GOOD
            said = f"Đào tạo từ 01 năm, kết quả “{study.result}”, yêu cầu từ loại khá"
            return (met if ok else unmet)("study_result", said, study.place)
    return None


_RULES: dict[str, Principle] = {
    "min_months": min_months,
    "exclude": exclude,
    "defer": defer,
    "training_result_min": training_result_min,
}
