"""What a body may set for itself in its quy chế, and what each becomes as an entry of the book."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from thidua.records.orgs.typed import tidy
from thidua.vn.dates import parse_day

NUMBER, WAY, DAY, BODIES, BASE = "number", "way", "day", "bodies", "base"
"""What a kind of rule asks for, beside its name, its document and its days."""

SECRET, OPEN = "kin", "cong_khai"
BALLOTS = {SECRET: "bỏ phiếu kín", OPEN: "biểu quyết công khai"}
ALL_MEMBERS, PRESENT, WITHOUT_RECUSED = "tat_ca", "co_mat", "tru_nguoi_tranh"
WHOLES = {
    ALL_MEMBERS: "tổng số thành viên Hội đồng",
    PRESENT: "số thành viên có mặt",
    WITHOUT_RECUSED: "tổng số thành viên, không tính người phải tránh",
}
WAYS = BALLOTS | WHOLES
BASES = {
    "LDTT": "số cá nhân đạt Lao động tiên tiến",
    "CSTDCS": "số cá nhân đạt Chiến sĩ thi đua cơ sở",
    "TTLDTT": "số tập thể đạt Tập thể lao động tiên tiến",
    "nguoi": "tổng số cá nhân của đơn vị",
    "tap_the": "tổng số tập thể của đơn vị",
}
"""Of what a ceiling is a share; the codes are titles of the book, or all people, all collectives."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed; `bodies` are names of those who are asked."""

    number: Decimal | None = None
    way: str = ""
    day: str = ""
    bodies: Sequence[str] = ()
    base: str = ""


@dataclass(frozen=True, slots=True)
class OwnKind:
    label: str
    shelf: str
    asks: tuple[str, ...]
    fill: Callable[[Said], Mapping[str, Any]]
    ways: Mapping[str, str] | None = None
    most: int = 365
    """The largest number that makes sense."""


def plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _number(said: Said) -> int | float:
    return plain(said.number or Decimal(0))


def _ceiling(name: str) -> Callable[[Said], Mapping[str, Any]]:
    return lambda said: {"most": {name: _number(said), "of": BASES.get(said.base, ""), "base": said.base}}


def _asked(said: Said) -> Mapping[str, Any]:
    days = {"working_days": _number(said)} if said.number else {}
    return {"value": {"agencies": list(said.bodies), **days}}


def _days(said: Said) -> Mapping[str, Any]:
    return {"value": {"working_days": _number(said)}}


OWN_RULES: dict[str, OwnKind] = {
    "ty_le_phieu": OwnKind(
        "Tỷ lệ phiếu đồng ý (%)", "voting", (NUMBER,), lambda said: {"min_percent": _number(said)}, most=100
    ),
    "so_nguoi_hop": OwnKind(
        "Tỷ lệ thành viên có mặt để họp (%)",
        "voting",
        (NUMBER,),
        lambda said: {"quorum": {"award_session_percent": _number(said)}},
        most=100,
    ),
    "mau_so": OwnKind(
        "Tỷ lệ phiếu tính trên",
        "voting",
        (WAY,),
        lambda said: {"denominator": WHOLES[said.way], "whole": said.way},
        ways=WHOLES,
    ),
    "cach_bo_phieu": OwnKind(
        "Cách bỏ phiếu",
        "voting",
        (WAY,),
        lambda said: {"ballot": BALLOTS[said.way], "secret": said.way == SECRET},
        ways=BALLOTS,
    ),
    "cong_khai": OwnKind("Số ngày công khai (ngày làm việc)", "deadlines", (NUMBER,), _days),
    "thoi_han": OwnKind("Thời hạn giải quyết (ngày làm việc)", "deadlines", (NUMBER,), _days),
    "nhan_ho_so": OwnKind(
        "Nhận hồ sơ chậm nhất ngày nào trong năm",
        "deadlines",
        (DAY,),
        lambda said: {"value": {"latest": f"{said.day} hằng năm"}},
    ),
    "lay_y_kien": OwnKind("Cơ quan được lấy ý kiến", "deadlines", (BODIES, NUMBER), _asked),
    "tran_ty_le": OwnKind("Tỷ lệ tối đa (%)", "ceilings", (NUMBER, BASE), _ceiling("max_percent"), most=100),
    "tran_so_luong": OwnKind("Số lượng tối đa", "ceilings", (NUMBER,), _ceiling("max_count"), most=100_000),
    "trich_quy": OwnKind(
        "Phần quỹ chi cho tổ chức phong trào, tối đa (%)",
        "fund",
        (NUMBER,),
        lambda said: {"rule": {"max_percent": _number(said), "of": "tổng quỹ thi đua, khen thưởng"}},
        most=100,
    ),
}
"""In the order in which a form offers them."""
_OPTIONAL = {("lay_y_kien", NUMBER)}


def why_not(kind: str, said: Said) -> list[tuple[str, str]]:
    """(field, reason) of what is missing or makes no sense for this kind of rule."""
    if kind not in OWN_RULES:
        return [("kind", "Chọn loại quy định.")]
    rule, found = OWN_RULES[kind], []
    for asked in rule.asks:
        if (kind, asked) not in _OPTIONAL and not getattr(said, asked):
            found.append((asked, _MISSING[asked]))
    if NUMBER in rule.asks and said.number is not None and not 0 < said.number <= rule.most:
        found.append((NUMBER, f"Mức từ trên 0 đến {rule.most}. Kiểm tra lại."))
    if rule.ways and said.way and said.way not in rule.ways:
        found.append((WAY, f"Chọn một trong: {', '.join(rule.ways.values())}."))
    if said.base and said.base not in BASES:
        found.append((BASE, "Chọn số để tính tỷ lệ trong danh sách."))
    if DAY in rule.asks and said.day and day_of_year(said.day) is None:
        found.append((DAY, "Nhập ngày và tháng, ví dụ 10/12."))
    return found


_MISSING = {
    NUMBER: "Nhập mức.",
    WAY: "Chọn cách làm.",
    DAY: "Nhập ngày và tháng, ví dụ 10/12.",
    BODIES: "Nhập tên các cơ quan được lấy ý kiến, mỗi dòng một cơ quan.",
    BASE: "Chọn tỷ lệ tính trên số nào.",
}


def fill(kind: str, said: Said) -> dict[str, Any]:
    """What the entry says; asked only of what `why_not` found nothing wrong with."""
    return {"own_kind": kind, **OWN_RULES[kind].fill(said)}


def in_words(said: Said) -> str:
    """The gist for the log: "75", "bỏ phiếu kín", "10/12", names."""
    number = str(plain(said.number)).replace(".", ",") if said.number is not None else ""
    return "; ".join(filter(None, [number, WAYS.get(said.way, ""), said.day, ", ".join(said.bodies)]))


def day_of_year(text: str) -> str | None:
    """ "10/12" as it is typed, in two digits each; None where there is no such day in a leap year."""
    day = parse_day(f"{tidy(text)}/2024")
    return f"{day:%d/%m}" if day else None
