"""Principles and exclusions that hold for many titles and forms at once. Each speaks only where a fact touches it: what
nobody has said against a candidate is not held against them."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from thidua.law.book import Entry
from thidua.law.facts import Leave, Study
from thidua.law.findings import Finding, met, unknown, unmet
from thidua.law.money import is_title
from thidua.law.rules.asking import Question

_MONTH, _WORKING_DAYS = Decimal(30), Decimal(22)
"""Days and working days of a month."""
_YEAR_OF_STUDY, _A_YEAR = 12, Decimal(12)
_SCHOOL_ENDS, _SCHOOL_YEAR_ENDS = 5, 8
"""Months: lessons end in May, the school year goes on to the end of August."""
_MATERNITY, _WORKED = "thai_san", "months_worked"
_LEAVES = {_MATERNITY: "maternity", "dung_cam": "injury_brave_act"}
ANNUAL = ("LDTT", "CSTT")
"""Titles of everybody who worked well: those that time worked and study are asked for."""
_GOOD = {"kha": "khá", "gioi": "giỏi", "xuat_sac": "xuất sắc", "tot": "tốt"}
_POOR = {"trung_binh_kha": "trung bình khá", "trung_binh": "trung bình", "yeu": "yếu", "kem": "kém"}
_FAILED = {"khong_dat": "không đạt", "khong_hoan_thanh": "không hoàn thành", "truot": "trượt"}
"""Results of a study as told, and in words."""
Principle = Callable[[Question, Entry], Finding | None]


def findings(asked: Question) -> Iterator[Finding]:
    """What the principles in force say of the candidate; drafts are marked."""
    for entry in asked.book.in_force("principles", asked.on):
        rule = entry.data.get("rule", {})
        if "titles" in rule and asked.code not in rule["titles"]:
            continue
        found = RULES[rule["type"]](asked, entry) if rule.get("type") in RULES else None
        if found is not None:
            yield found.under(entry, is_draft=entry.draft_on(asked.on))


def min_months(asked: Question, entry: Entry) -> Finding | None:
    """Worked at least so many months of the merit year; time that counts as work is added. `of: recruits` asks it only of
    who was recruited in that year."""
    if asked.candidate.kind != "ca_nhan":
        return _old_enough(asked, entry)
    needed = int(entry.data["rule"]["value"])
    worked = _months(asked)
    if worked is None:
        return None
    least, most, places = worked
    sure, maybe, more = _counted(asked, within=_WORKED not in places)
    told = f"{_told(least + sure)} tháng" if most == least else f"{_told(least)} đến {_told(most)} tháng"
    said = f"Làm việc {told} trong năm {asked.year}, yêu cầu từ {needed:02d} tháng"
    if least + sure >= needed:
        return met("min_months", said, *places, *more)
    if entry.data["rule"].get("of") == "recruits":
        found = _no_recruit(asked, needed, said, (*places, *more))
        if found is not None:
            return found
    if most + sure + maybe >= needed:
        return unknown("min_months", f"{said}: cần xem thời gian khác có được tính", *places, *more)
    if not asked.candidate.is_whole("leave", asked.year):
        told = f"{said}: cần các lần nghỉ được tính là thời gian làm việc của năm {asked.year}"
        return unknown("min_months", told, *places, *more)
    return unmet("min_months", said, *places, *more)


def _no_recruit(asked: Question, needed: int, said: str, places: tuple[str, ...]) -> Finding | None:
    """The months are asked of new people only: not of who was on maternity leave for the months that are missing. Where
    somebody was there before, or something else kept them from work, people decide."""
    day = asked.candidate.recruited
    away = [leave for leave in asked.candidate.leave or () if leave.year in (None, asked.year)]
    worked = next(
        (months for year, months in asked.candidate.months_worked or () if year == asked.year), None
    )
    if worked is None:
        return None
    maternity = sum((_length(leave) for leave in away if leave.kind == _MATERNITY), Decimal(0))
    if worked + maternity >= needed:
        told = f"{said} với người mới tuyển dụng; thời gian còn lại là nghỉ thai sản"
        return met("min_months", told, *places)
    if away or (day is not None and day.year < asked.year - asked.is_school_year):
        return unknown("min_months", f"{said} với người mới tuyển dụng: cần xem lý do nghỉ", *places)
    return None


def _length(leave: Leave) -> Decimal:
    """Months of a leave."""
    return (leave.days or Decimal(0)) / _MONTH + (leave.working_days or Decimal(0)) / _WORKING_DAYS


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


def _months(asked: Question) -> tuple[Decimal, Decimal, list[str]] | None:
    """(least, most) months of the merit year as told, in the old unit and the new one, or since the day of recruitment."""
    for year, months in asked.candidate.months_worked or ():
        if year == asked.year:
            moved = [
                (row.old_unit_months or Decimal(0)) + (row.new_unit_months or Decimal(0))
                for row in asked.candidate.transfers or ()
            ]
            both = max([months, *moved])
            return both, both, [_WORKED, *(row.place for row in asked.candidate.transfers or ())]
    day = asked.candidate.recruited
    if day is None or day.year < asked.year - asked.is_school_year:
        return None
    ends = (_SCHOOL_ENDS, _SCHOOL_YEAR_ENDS) if asked.is_school_year else (12, 12)
    least, most = (_since(day, asked.year, month) for month in ends)
    return least, most, ["recruited"]


def _since(day: date, year: int, month: int) -> Decimal:
    """Months from a day to the end of a month."""
    whole = (year - day.year) * 12 + month - day.month
    return max(Decimal(0), Decimal(whole) + Decimal(30 - min(day.day, 30) + 1) / _MONTH)


def _counted(asked: Question, *, within: bool) -> tuple[Decimal, Decimal, list[str]]:
    """(months that count as work though not worked, months that may): maternity, healing after a brave act, study by the
    rules. What only a draft counts may count; so may study of which too little is known, and other service. `within`: the
    months are those since recruitment, leave and study among them."""
    rules = {
        row.data["rule"]["leave"]: row.draft_on(asked.on)
        for row in reversed(asked.book.in_force("principles", asked.on))
        if row.data.get("rule", {}).get("type") == "count_time"
    }
    sure, maybe, places = Decimal(0), Decimal(0), []
    for leave in () if within else asked.candidate.leave or ():
        is_draft = rules.get(_LEAVES.get(leave.kind, ""))
        if is_draft is not None and leave.year in (None, asked.year):
            months = _length(leave)
            sure, maybe = (sure, maybe + months) if is_draft else (sure + months, maybe)
            places.append(leave.place)
    for study in () if within else asked.candidate.study or ():
        passed = _passed(study)
        if passed is False:
            continue
        months = min(study.months or _A_YEAR, _A_YEAR)
        rule = "training_ge_1y" if _is_long(study) else "training_lt_1y"
        is_sure = passed and study.months is not None and rules.get(rule) is False
        sure, maybe = (sure + months, maybe) if is_sure else (sure, maybe + months)
        places.append(study.place)
    other = asked.candidate.service or ()
    maybe += sum((row.months or _A_YEAR for row in other), Decimal(0))
    return sure, maybe, [*places, *(row.place for row in other)]


def _is_long(study: Study) -> bool:
    return study.months is not None and study.months >= _YEAR_OF_STUDY


def _passed(study: Study) -> bool | None:
    """By the rules of the course, and with the result that a long one asks for; None where it is not known."""
    if study.complied is False or study.result in (*_FAILED, "yeu", "kem"):
        return False
    unclear = study.sent_by_agency is False or (_is_long(study) and not study.result)
    return None if unclear else True


def is_in_doubt(study: Study) -> bool:
    """Whether a study may stand against a title for the year: a long one, or one not by the rules."""
    return _is_long(study) or _passed(study) is False


def study_counts(asked: Question, entry: Entry) -> Finding | None:
    """Who studied for a year or more is considered by how the study ended."""
    if entry.data["rule"]["leave"] != "training_ge_1y" or asked.code not in ANNUAL:
        return None
    for study in asked.candidate.study or ():
        if _is_long(study):
            passed = _passed(study)
            if passed is None:
                return unknown("study_result", "Cần kết quả học tập và việc cử đi học", study.place)
            said = "Đào tạo từ 01 năm, yêu cầu kết quả học tập đạt và chấp hành quy định"
            return (met if passed else unmet)("study_result", said, study.place)
    return None


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
        if _is_long(study) and study.result:
            named = (_GOOD | _POOR | _FAILED).get(study.result, study.result.replace("_", " "))
            said = f"Đào tạo từ 01 năm, kết quả “{named}”, yêu cầu từ loại khá"
            if study.result in _GOOD:
                return met("study_result", said, study.place)
            found = unmet if study.result in (*_POOR, *_FAILED) else unknown
            return found("study_result", said, study.place)
    return None


def transfer(asked: Question, entry: Entry) -> Finding | None:
    """Who moved is considered by the new unit, with the word of the old one where they were there long enough."""
    rows = asked.candidate.transfers
    if not rows or asked.code not in ANNUAL:
        return None
    least = int(entry.data["rule"]["old_unit_comment_if_months_ge"])
    long = any(row.old_unit_months is not None and row.old_unit_months >= least for row in rows)
    said = "Chuyển công tác: đơn vị mới bình xét" + (", cần nhận xét của đơn vị cũ" if long else "")
    return met("transfer", said, *(row.place for row in rows))


def registration(asked: Question, entry: Entry) -> Finding | None:
    """Titles asked for registration."""
    if asked.candidate.registered is not False or not is_title(asked.code, asked.book):
        return None
    return unmet("registration", "Chưa đăng ký tham gia thi đua", "registered")


RULES: dict[str, Principle] = {
    "min_months": min_months,
    "exclude": exclude,
    "defer": defer,
    "training_result_min": training_result_min,
    "count_time": study_counts,
    "transfer": transfer,
    "registration": registration,
}
