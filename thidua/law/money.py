"""Reward money: coefficients by the base salary of the day of signing, rounded and combined as the book says."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from thidua.law.book import KINDS, Book, Entry
from thidua.law.cases import Case
from thidua.law.facts import Award
from thidua.law.findings import Finding, unknown
from thidua.vn.numbers import grouped

_COLLECTIVE = "tap_the"


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
        return Reward(None, "", (), (), (unknown("base_salary", said),))
    unit, rounding = _rounding(book, signed)
    lines: list[Line] = []
    for award in awards:
        entry = _coefficient(award.code, case.candidate.kind, book, signed)
        if entry is None or entry.data.get("coefficient") is None:
            said = f"Sách luật chưa có hệ số tiền thưởng của {book.codes.get(award.code, award.code)} cho ngày này"
            return Reward(None, "", (), (), (unknown("coefficient", said),))
        factor = _factor(entry, case.candidate.kind)
        lines.append(Line(award.code, factor, _rounded(factor * base, unit), entry, award.years))
    lines = _highest_of_a_period(lines, book)
    paid = [line for line in lines if line.is_paid]
    formula = " + ".join(f"{_comma(line.coefficient)} × {grouped(int(base))}" for line in paid)
    cites = tuple(dict.fromkeys([*(line.entry for line in paid), *salary, *rounding]))
    drafts = tuple(_doubt(entry) for entry in cites if entry.is_draft)
    return Reward(sum(line.amount for line in paid), formula, tuple(lines), cites, drafts)


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


def _coefficient(code: str, kind: str, book: Book, signed: date) -> Entry | None:
    """The entry for this kind of recipient, else one for people that says how a collective's follows from it."""
    own = {"ca_nhan": "individual", "tap_the": "collective", "ho_gia_dinh": "household"}[kind]
    rows = [row for row in book.in_force("rewards", signed) if row.code == code]
    exact = [row for row in rows if row.data.get("subject") == own]
    derived = [row for row in rows if kind == _COLLECTIVE and row.data.get("collective_multiplier")]
    return next(iter([*exact, *derived]), None)


def _factor(entry: Entry, kind: str) -> Decimal:
    factor = Decimal(str(entry.data["coefficient"]))
    if kind == _COLLECTIVE and entry.data.get("subject") == "individual":
        factor *= Decimal(str(entry.data["collective_multiplier"]))
    return factor


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


def _comma(number: Decimal) -> str:
    text = f"{number.normalize():f}"
    whole, _, part = text.partition(".")
    return f"{whole},{part or '0'}"
