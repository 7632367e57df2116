"""Levels of completing one's duties: of the merit year, and of years in a row."""

from thidua.law.facts import ANNUAL_BASE, LEVELS
from thidua.law.findings import Finding, met, unknown, unmet
from thidua.law.rules.asking import Parameters, Question, years_text

_NAMES = {
    "HTXSNV": "hoàn thành xuất sắc nhiệm vụ",
    "HTTNV": "hoàn thành tốt nhiệm vụ",
    "HTNV": "hoàn thành nhiệm vụ",
    "KHTNV": "không hoàn thành nhiệm vụ",
}


def task_level(asked: Question, given: Parameters) -> Finding:
    """The merit year was rated at least `min`."""
    needed = str(given["min"])
    level = _level_of_year(asked)
    if level is None:
        shown, place = asked.candidate.at_least(asked.year, needed)
        if shown:
            return met(
                "task_level", f"Danh hiệu năm {asked.year} cho thấy đã {_NAMES['HTTNV']} trở lên", place
            )
        return unknown(
            "task_level", f"Cần kết quả xếp loại năm {asked.year} (yêu cầu {_NAMES[needed]} trở lên)"
        )
    named, place = level
    said = f"Năm {asked.year} xếp loại {_NAMES[named]}"
    if LEVELS.index(named) >= LEVELS.index(needed):
        return met("task_level", said, place)
    return unmet("task_level", f"{said}, yêu cầu {_NAMES[needed]} trở lên", place)


def _level_of_year(asked: Question) -> tuple[str, str] | None:
    rated = asked.candidate.rated(asked.year)
    if rated is None and asked.candidate.unit_rating is not None:
        return asked.candidate.unit_rating, "unit_rating"
    return rated


def years_in_a_row(asked: Question, given: Parameters) -> Finding:
    """At least `count` years one after another up to the merit year, each rated at least `min` (or with `or_title`), all of
    them after the form `after` was given."""
    count, level, after = int(given["count"]), str(given["min"]), str(given.get("after", ""))
    if asked.undated(after):
        return unknown("years_in_a_row", f"Cần năm được tặng {asked.name(after)}")
    first, doubtful = asked.years_after(after, count)
    have = asked.year - first + 1
    needed = f"{count:02d} năm liên tục đến năm {asked.year} {_NAMES[level]} trở lên"
    if have < count:
        told = f"Mới {have:02d} năm sau {asked.name(after)}, yêu cầu {count:02d} năm"
        if _counts_from_an_earlier(asked, after, count):
            said = f"{told}; {asked.name(after)} đã tặng nhiều lần: cần xem tính từ lần nào"
            return unknown("years_in_a_row", said, *_prior_place(asked, after))
        if doubtful is not None and have + 1 >= count:
            said = f"{told}; cần biết thành tích tính đến năm nào khi tặng {asked.name(after)}"
            return unknown("years_in_a_row", said, *_prior_place(asked, after))
        return unmet("years_in_a_row", told, *_prior_place(asked, after))
    places, bad, dark = _looked_at(
        asked, range(asked.year - count + 1, asked.year + 1), level, given.get("or_title")
    )
    if bad:
        return unmet("years_in_a_row", f"Yêu cầu {needed}; không đạt năm {years_text(bad)}", *places)
    stained = _disciplined(asked, asked.year - count + 1)
    if stained is not None:
        return stained
    if dark:
        said = f"Cần kết quả xếp loại năm {years_text(dark)} (yêu cầu {needed})"
        return unknown("years_in_a_row", said, *(each for each in places if each not in _shown(asked)))
    return met("years_in_a_row", f"Đủ {needed}", *places)


def _counts_from_an_earlier(asked: Question, after: str, count: int) -> bool:
    """The form was given more than once, and the years are enough from an earlier time on."""
    earlier = asked.priors(after)[:-1]
    return any(row.last_year is not None and asked.year - row.last_year >= count for row in earlier)


def _looked_at(
    asked: Question, years: range, level: str, or_title: object
) -> tuple[list[str], list[int], list[int]]:
    """(places of the facts, years that fall short, years of which nothing is known)."""
    titles = asked.candidate.years_of(str(or_title)) if or_title else {}
    places: list[str] = []
    bad: list[int] = []
    dark: list[int] = []
    for year in years:
        if year in titles:
            places.append(titles[year])
            continue
        reached, place = asked.candidate.at_least(year, level)
        if reached is None and year == asked.year and asked.candidate.unit_rating is not None:
            reached = LEVELS.index(asked.candidate.unit_rating) >= LEVELS.index(level)
            place = "unit_rating"
        if place:
            places.append(place)
        if reached is None:
            dark.append(year)
        elif not reached:
            bad.append(year)
    return places, bad, dark


def _disciplined(asked: Question, first: int) -> Finding | None:
    """Merit counts anew from the end of a discipline: one within the years breaks them. People decide where the book has
    no such rule, the year is not known, or it was somebody of a collective."""
    for row in asked.candidate.discipline or ():
        if row.year is not None and not first <= row.year <= asked.year:
            continue
        when = f"năm {row.year}" if row.year else "chưa rõ năm"
        if row.year and asked.decided("achievement_start") and asked.candidate.kind == "ca_nhan":
            said = f"Kỷ luật {when}: thành tích tính lại từ khi chấp hành xong"
            return unmet("years_in_a_row", said, row.place)
        return unknown("years_in_a_row", f"Kỷ luật {when}: cần xem thành tích tính từ khi nào", row.place)
    return None


def _shown(asked: Question) -> set[str]:
    """Titles that only show by the way that a year was good: nobody was asked about its rating."""
    return {row.place for code in ANNUAL_BASE for row in asked.candidate.held(code)}


def _prior_place(asked: Question, code: str) -> tuple[str, ...]:
    prior = asked.prior(code)
    return (prior.place,) if prior else ()


def excellent_years(asked: Question, given: Parameters) -> Finding:
    """`count` of the years (at least `span`, after the form `after`) were rated excellent."""
    count, span = int(given["count"]), int(given["span"])
    first, _ = asked.years_after(str(given.get("after", "")), span)
    years = range(first, asked.year + 1)
    sure, maybe, places = 0, 0, []
    for year in years:
        reached, place = asked.candidate.at_least(year, "HTXSNV")
        sure += reached is True
        maybe += reached is None
        if place:
            places.append(place)
    told = f"{sure:02d} năm {_NAMES['HTXSNV']}, yêu cầu {count:02d}"
    if sure >= count:
        return met("excellent_years", told, *places)
    if sure + maybe >= count:
        return unknown("excellent_years", f"Cần kết quả xếp loại các năm từ {years.start} ({told})", *places)
    return unmet("excellent_years", told, *places)
