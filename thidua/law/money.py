"""Reward money: coefficients by the base salary of the day of signing, rounded and combined as the book says."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from fnmatch import fnmatchcase

from thidua.law.book import KINDS, Book, Entry
from thidua.law.cases import Case
from thidua.law.facts import Award
from thidua.law.findings import Finding, unknown
from thidua.vn.fold import fold
from thidua.vn.numbers import grouped

_COLLECTIVE, _HOUSEHOLD = "tap_the", "ho_gia_dinh"
_SPAN = {"CSTDBT": 3, "CSTDTQ": 6}
"""Years of work that a title is given for, where it is more than one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One award's money. `is_paid` is False where another of the same period is paid instead."""

    code: str
    coefficient: Decimal
    amount: int
    entry: Entry
    period: tuple[int, ...]
    is_paid: bool = True


@dataclass(frozen=True, slots=True)
class Reward:
    amount_vnd: int | None
    formula: str
    lines: tuple[Line, ...]
    cites: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()


def reward(case: Case, book: Book) -> Reward:
    """What is paid for the awards of a case; None with a finding where the book does not know."""
    signed = case.signed_on or case.on
    awards = case.awards_received or (Award("award", case.award, (case.year,)),)
    base, salary = _base(case, book, signed)
    if base is None:
        said = f"Sách luật không có mức lương cơ sở của ngày {signed:%d/%m/%Y}: nhập base_salary_vnd"
        return _silent("base_salary", said, book, signed)
    unit, rounding = _rounding(book, signed)
    lines: list[Line] = []
    rules: list[Entry] = []
    for award in awards:
        entry, factor, more = _coefficient(award, case.candidate.kind, book, signed)
        if entry is None or factor is None:
            said = f"Sách luật chưa có hệ số tiền thưởng của {book.codes.get(award.code, award.code)} cho ngày này"
            return _silent("coefficient", said, book, signed)
        rules += more
        lines.append(Line(award.code, factor, _rounded(factor * base, unit), entry, award.years))
    lines = _highest_of_a_period(lines, book)
    together, doubts = _together(lines, book, signed)
    paid = [line for line in lines if line.is_paid]
    formula = " + ".join(f"{_comma(line.coefficient)} × {grouped(int(base))}" for line in paid)
    cites = tuple(dict.fromkeys([*(line.entry for line in paid), *rules, *salary, *rounding, *together]))
    doubts += [_doubt(entry) for entry in cites if entry.draft_on(signed)]
    doubts += [_ceiling(line) for line in paid if line.entry.data.get("is_maximum")]
    return Reward(sum(line.amount for line in paid), formula, tuple(lines), cites, tuple(doubts))


def _silent(rule: str, said: str, book: Book, signed: date) -> Reward:
    """No amount: the book has no entry; the law of the day is where people look."""
    law, found = book.law(signed), unknown(rule, said)
    if law is None:
        return Reward(None, "", (), (), (found,))
    return Reward(None, "", (), (law,), (found.under(law, is_draft=False),))


def _base(case: Case, book: Book, signed: date) -> tuple[Decimal | None, tuple[Entry, ...]]:
    """The base salary of the day, and the entry that says so."""
    found = book.in_force("base_salary", signed)
    known = Decimal(found[0].data["amount_vnd"]) if found else None
    if case.base_salary is not None:
        return case.base_salary, (found[0],) if found and known == case.base_salary else ()
    return known, tuple(found[:1])


def _rounding(book: Book, signed: date) -> tuple[int, tuple[Entry, ...]]:
    """(step in đồng, the entry that says so). A regime that says "as in the other one" rounds so too."""
    rows = book.in_force("reward_rules", signed)
    for row in rows:
        if row.data.get("rule", {}).get("type") == "round":
            return int(row.data["rule"]["unit"]), (row,)
    same = next((row for row in rows if row.data.get("rule", {}).get("type") == "same_as"), None)
    other = next(
        (each for each in book.shelf("reward_rules") if each.data.get("rule", {}).get("mode") == "ceil"), None
    )
    if same is not None and other is not None:
        return int(other.data["rule"]["unit"]), (same,)
    return 1, ()


def _rounded(amount: Decimal, unit: int) -> int:
    return int((amount / unit).to_integral_value(ROUND_CEILING)) * unit


def _coefficient(
    award: Award, kind: str, book: Book, signed: date
) -> tuple[Entry | None, Decimal | None, list[Entry]]:
    """(entry, coefficient, rules that change it) for this kind of recipient; a collective's or a household's may follow from
    that of one person."""
    rows = [
        row
        for row in book.in_force("rewards", signed)
        if fnmatchcase(award.code, row.code) or row.data.get("kind_of") == award.code
    ]
    rows = [row for row in rows if row.data.get("coefficient") is not None]
    own = {_COLLECTIVE: "collective", _HOUSEHOLD: "household"}.get(kind, "individual")
    exact = _of_issuer([row for row in rows if row.data.get("subject") == own], award.issuer)
    if exact:
        return exact[0], _number(exact[0], "coefficient"), []
    of_one = [row for row in rows if row.data.get("subject") == "individual"]
    if kind == _COLLECTIVE:
        derived = [row for row in of_one if row.data.get("collective_multiplier")]
        for row in derived:
            return row, _number(row, "coefficient") * _number(row, "collective_multiplier"), []
    if kind == _HOUSEHOLD and not is_title(award.code, book):
        shares = [row for row in book.in_force("rewards", signed) if row.data.get("of_individual")]
        for row, share in zip(of_one, shares, strict=False):
            return row, _number(row, "coefficient") * _number(share, "of_individual"), [share]
    return None, None, []


def _of_issuer(rows: list[Entry], issuer: str) -> list[Entry]:
    """Where who gives it makes the difference: the entry that names the issuer, else the one of all others."""
    named = [row for row in rows if any(fold(name) in fold(issuer) for name in _issuers(row))]
    return named or [row for row in rows if not _issuers(row)]


def _issuers(entry: Entry) -> list[str]:
    """Names of who gives it, each as one may write it."""
    one = entry.data.get("issuer")
    return [*([str(one)] if one else []), *entry.data.get("issuers", ())]


def _number(entry: Entry, name: str) -> Decimal:
    return Decimal(str(entry.data[name]))


def _together(lines: list[Line], book: Book, signed: date) -> tuple[list[Entry], list[Finding]]:
    """The rules on several awards at once, and what is open about them."""
    if len(lines) < 2:
        return [], []
    rules = [
        row
        for row in book.in_force("reward_rules", signed)
        if row.data.get("rule", {}).get("type") in ("concurrent", "same_as")
    ]
    doubts: list[Finding] = []
    if not rules:
        said = f"Sách luật chưa có cách tính khi nhận nhiều mức cùng lúc ngày {signed:%d/%m/%Y}"
        doubts += _silent("book", said, book, signed).findings
    spans = {_SPAN.get(line.code, 1) for line in lines if len(line.period) == 1}
    if rules and len(spans) > 1 and any(not line.is_paid for line in lines):
        said = (
            "Danh hiệu xét cho nhiều năm và danh hiệu một năm: cần ghi rõ thời gian tính thành tích (period)"
        )
        doubts.append(unknown("concurrent", said).under(rules[0], is_draft=False))
    forms = [line.period for line in lines if line.period and not is_title(line.code, book)]
    if rules and len(set(forms)) < len(forms):
        said = "Nhiều hình thức của cùng một thời gian: chỉ nhận đủ khi thành tích khác nhau"
        doubts.append(unknown("concurrent", said).under(rules[0], is_draft=False))
    return rules, doubts


def _highest_of_a_period(lines: list[Line], book: Book) -> list[Line]:
    """Several titles of one period: only the highest. Forms, and titles of other periods, are all paid."""
    titles = {code for code in {line.code for line in lines} if is_title(code, book)}
    best: dict[tuple[int, ...], Line] = {}
    for line in lines:
        if line.code in titles and line.period:
            held = best.get(line.period)
            best[line.period] = line if held is None or line.coefficient > held.coefficient else held
    return [
        line
        if line.code not in titles or not line.period or best[line.period] is line
        else Line(line.code, line.coefficient, line.amount, line.entry, line.period, False)
        for line in lines
    ]


def is_title(code: str, book: Book) -> bool:
    """A title (danh hiệu thi đua), not a form (hình thức khen thưởng)."""
    return any(entry.code == code and entry.id.startswith("title.") for entry in book.shelf(KINDS))


def _doubt(entry: Entry) -> Finding:
    said = f"Mục {entry.name} chưa được đối chiếu với văn bản"
    return unknown("draft", said).under(entry, is_draft=True)


def _ceiling(line: Line) -> Finding:
    said = f"{line.entry.name}: mức cao nhất, cơ quan tặng quy định mức cụ thể"
    return unknown("ceiling", said).under(line.entry, is_draft=False)


def _comma(number: Decimal) -> str:
    text = f"{number.normalize():f}"
    whole, _, part = text.partition(".")
    return f"{whole},{part or '0'}"
