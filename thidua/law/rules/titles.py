"""Awards that must stand before: titles in a row, titles within years, a prior form, the standards of another title."""

from dataclasses import replace

from thidua.law.findings import Finding, any_of, met, unknown, unmet
from thidua.law.rules.asking import THEMATIC, Parameters, Question, years_text

_GAP = {"CSTDBT": 3}
"""Years between two titles that still follow one another: this one is given for three years of work."""
_OF_FORCES = ("CSTT",)
_FORCES = ("quan_doi", "quoc_phong", "cong_an", "dan_quan", "co_yeu", "luc_luong_vu_trang")
"""Sectors whose people are chiến sĩ tiên tiến where others are lao động tiên tiến."""


def titles_in_a_row(asked: Question, given: Parameters) -> Finding:
    """`count` times one after another the title `code`, the last for the merit year or the one before."""
    code, count = str(given["code"]), int(given["count"])
    needed = f"{count:02d} lần liên tục {asked.name(code)}"
    held = _held(asked, code)
    if held is None:
        return unknown("titles_in_a_row", f"Cần các lần được tặng {asked.name(code)} (yêu cầu {needed})")
    years, undated = held
    past, gap = sorted(year for year in years if year <= asked.year), _GAP.get(code, 1)
    run = _run(past, gap)
    places = [years[year] for year in run]
    if undated and len(run) < count:
        said = f"Cần năm và lý do của từng lần được tặng {asked.name(code)}"
        return unknown("titles_in_a_row", said, *undated)
    if not run:
        return unmet("titles_in_a_row", f"Chưa được tặng {asked.name(code)}, yêu cầu {needed}", "history")
    told = f"{asked.name(code)} năm {years_text(run)}"
    if run[-1] < asked.year - gap:
        return unmet("titles_in_a_row", f"{told}: chuỗi dừng trước năm xét, yêu cầu {needed}", *places)
    if len(run) < count and len(_run(past, 2 * gap - 1)) >= count:
        said = f"{told}: cần xem các lần trước có liên tục không, yêu cầu {needed}"
        return unknown("titles_in_a_row", said, *places)
    if len(run) >= count and run[-1] < asked.year - 1:
        said = f"{told}: lần cuối cách năm xét {asked.year - run[-1]} năm, cần xem có được tính"
        return unknown("titles_in_a_row", said, *places)
    if len(run) < count:
        return unmet("titles_in_a_row", f"{told}: mới {len(run):02d} lần liên tục, yêu cầu {needed}", *places)
    return met("titles_in_a_row", f"{told}: đủ {needed}", *places[-count:])


def _held(asked: Question, code: str) -> tuple[dict[int, str], list[str]] | None:
    """(merit year → place, places of which it is open whether they count), those proposed at the same time among them; None:
    not known. Thematic and sudden awards do not count for merit."""
    if asked.candidate.history is None:
        return None
    rows = [*asked.candidate.held(code), *(row for row in asked.candidate.proposed or () if row.code == code)]
    merit = [row for row in rows if row.basis not in THEMATIC]
    open_ones = [row for row in merit if not row.years]
    if asked.decided("exclude_evidence") is None:
        open_ones += [row for row in rows if row.basis in THEMATIC]
    return {year: row.place for row in merit for year in row.times}, [row.place for row in open_ones]


def _run(years: list[int], gap: int) -> list[int]:
    """The last years that follow one another."""
    run: list[int] = []
    for year in reversed(years):
        if run and run[0] - year > gap:
            break
        run.insert(0, year)
    return run


def title_times(asked: Question, given: Parameters) -> Finding:
    """`count` times the award `code` within the years (at least `span`, after the form `after`), in a row or not."""
    code, count, span = str(given["code"]), int(given["count"]), int(given["span"])
    held = _held(asked, code)
    if held is None:
        return unknown("title_times", f"Cần các lần được tặng {asked.name(code)} (yêu cầu {count:02d} lần)")
    first, _ = asked.years_after(str(given.get("after", "")), span)
    if "after" not in given:
        first = _first_good(asked, first)
    years, undated = held
    within = sorted(year for year in years if first <= year <= asked.year)
    told = f"{len(within):02d} lần {asked.name(code)} từ năm {first}, yêu cầu {count:02d}"
    places = [years[year] for year in within]
    if len(within) >= count:
        return met("title_times", told, *places)
    if len(within) + len(undated) >= count:
        said = f"Cần năm và lý do của từng lần được tặng {asked.name(code)} ({told})"
        return unknown("title_times", said, *undated)
    return unmet("title_times", told, *(places or ["history"]))


def _first_good(asked: Question, first: int) -> int:
    """The years in a row may be more than needed: as far back as they are known to be good, not before a prior form."""
    year = first
    while asked.candidate.at_least(year - 1, "HTTNV")[0] and _is_free(asked, year - 1):
        year -= 1
    return year


def _is_free(asked: Question, year: int) -> bool:
    """No state form was given for that year: with one, it and what comes before it has been counted."""
    forms = (row for row in asked.candidate.history or () if row.code.startswith(("HC", "BKTTG")))
    return asked.candidate.is_whole("history", year) and not any(year in row.years for row in forms)


def prior_form(asked: Question, given: Parameters) -> Finding:
    """The form `code` was given before, for merit."""
    code = str(given["code"])
    name = asked.name(code)
    if asked.candidate.history is None:
        return unknown("prior_form", f"Cần biết đã được tặng {name} chưa")
    prior = asked.prior(code)
    if prior is not None:
        said = f"Đã được tặng {name}" + (f" năm {prior.last_year}" if prior.last_year else "")
        return met("prior_form", said, prior.place)
    thematic = [row for row in asked.candidate.held(code) if row.basis in THEMATIC]
    if thematic:
        rule = asked.decided("exclude_evidence")
        said = f"{name} đã có là khen đột xuất hoặc chuyên đề, không tính cho khen thưởng công trạng"
        if rule is not None:
            return Finding("prior_form", "unmet", said, cites=rule.cites, used=(thematic[0].place,))
        return unknown("prior_form", f"{said}: đối chiếu quy định của ngày xét", thematic[0].place)
    return unmet("prior_form", f"Chưa được tặng {name}", "history")


def qualifies(asked: Question, given: Parameters) -> Finding:
    """Meets the standards of one of the titles `for` in the same year, or holds it."""
    codes = [str(code) for code in given["for"]]
    for code in codes:
        place = asked.candidate.years_of(code).get(asked.year)
        if place:
            return met("qualifies", f"Đã là {asked.name(code)} năm {asked.year}", place)
    open_ones = [code for code in codes if code not in _OF_FORCES or asked.candidate.sector in _FORCES]
    found = [asked.standards(code) for code in open_ones]
    return found[0] if len(found) == 1 else replace(any_of(found), rule="qualifies")
