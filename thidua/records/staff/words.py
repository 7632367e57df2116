"""How a row reads on a page, in a sheet, in a list: what it says, the rest of it, when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from thidua.records.staff import grounds, spans
from thidua.records.staff.models import Discipline, Kept, Leave, PendingMatter, Rating, Service, Study
from thidua.vn.dates import cited_date

_DAY = timedelta(days=1)
_LOOKS = {"HTXSNV": "title", "KHTNV": "unmet"}


@dataclass(frozen=True)
class Told:
    """One row with its words. `look`: the badge of the best and the worst rating; plain text else."""

    row: Any
    what: str
    detail: str
    when: str
    look: str = ""


def told(row: Kept) -> Told:
    what, detail, when = _TOLD[type(row)](row)
    return Told(row, what, detail, when, _LOOKS.get(getattr(row, "level", ""), ""))


def days(since: date, until: date | None) -> str:
    """ "01/11/2023 – 30/4/2024": the last day is one that belongs to it; "từ 01/11/2023" while it runs."""
    if until is None:
        return f"từ {cited_date(since)}"
    return f"{cited_date(since)} – {cited_date(until - _DAY)}" if until > since else cited_date(since)


def amount(number: Any) -> str:
    """ "44,5"; "182"."""
    return f"{number.normalize():f}".replace(".", ",")


def facts(row: Any) -> list[tuple[str, Any]]:
    """The row in full, label and value."""
    shared = [
        ("Văn bản", str(row.document) if getattr(row, "document", None) else ""),
        ("Căn cứ khác", getattr(row, "printed", None) or ""),
        ("Nguồn", row.get_source_display() if not isinstance(row, PendingMatter) else ""),
        ("Sổ của", row.body.called),
        ("Ghi vào sổ", row.created_at),
    ]
    return [*_FACTS[type(row)](row), *shared]


def _rating(row: Rating) -> tuple[str, str, str]:
    return row.get_level_display(), "", row.period_label


def _discipline(row: Discipline) -> tuple[str, str, str]:
    ended = f", hết hiệu lực từ {cited_date(row.until)}" if row.until else ""
    return row.get_form_display(), f"{row.get_status_display()}{ended}", f"ngày {cited_date(row.decided_on)}"


def _matter(row: PendingMatter) -> tuple[str, str, str]:
    return grounds.name_of(row.ground), row.get_outcome_display(), days(row.since, row.until)


def _leave(row: Leave) -> tuple[str, str, str]:
    length = f"{amount(row.days)} ngày" if row.days is not None else ""
    length = f"{amount(row.working_days)} ngày làm việc" if row.working_days is not None else length
    return row.get_kind_display(), length or "đang nghỉ", days(row.since, row.until)


def _study(row: Study) -> tuple[str, str, str]:
    sent = {True: "cơ quan cử đi", False: "tự đi học", None: ""}[row.sent_by_agency]
    parts = [row.get_result_display() and f"kết quả {row.get_result_display().lower()}", sent]
    return row.course or "Học tập", " · ".join(part for part in parts if part), days(row.since, row.until)


def _service(row: Service) -> tuple[str, str, str]:
    when = days(row.since, row.until) if row.until else f"từ {cited_date(row.since)}"
    return row.get_kind_display(), row.place, when


_TOLD: dict[type[Kept], Any] = {
    Rating: _rating,
    Discipline: _discipline,
    PendingMatter: _matter,
    Leave: _leave,
    Study: _study,
    Service: _service,
}


def _yes(value: bool | None) -> str:
    return {True: "Có", False: "Không", None: "Chưa rõ"}[value]


def _last(row: Any) -> date | None:
    return row.until - _DAY if row.until else None


def _rating_facts(row: Rating) -> list[tuple[str, Any]]:
    return [("Mức xếp loại", row.get_level_display()), ("Kỳ", row.period_label)]


def _discipline_facts(row: Discipline) -> list[tuple[str, Any]]:
    return [
        ("Hình thức kỷ luật", row.get_form_display()),
        ("Ngày quyết định", row.decided_on),
        ("Tính vào năm", row.year),
        ("Tình trạng", row.get_status_display()),
        ("Hết hiệu lực từ", row.until),
    ]


def _matter_facts(row: PendingMatter) -> list[tuple[str, Any]]:
    return [
        ("Lý do tạm dừng", grounds.name_of(row.ground)),
        ("Từ ngày", row.since),
        ("Kết thúc từ ngày", row.until),
        ("Kết luận", row.get_outcome_display()),
    ]


def _leave_facts(row: Leave) -> list[tuple[str, Any]]:
    return [
        ("Loại nghỉ", row.get_kind_display()),
        ("Từ ngày", row.since),
        ("Đến hết ngày", _last(row)),
        ("Số ngày", amount(row.days) if row.days is not None else ""),
        ("Số ngày làm việc", amount(row.working_days) if row.working_days is not None else ""),
    ]


def _study_facts(row: Study) -> list[tuple[str, Any]]:
    months = amount(round(spans.months_between(row.since, row.until), 1)) if row.until else ""
    return [
        ("Khóa học", row.course),
        ("Từ ngày", row.since),
        ("Đến hết ngày", _last(row)),
        ("Số tháng", months),
        ("Cơ quan cử đi", _yes(row.sent_by_agency)),
        ("Chấp hành quy định", _yes(row.complied)),
        ("Kết quả", row.get_result_display()),
    ]


def _service_facts(row: Service) -> list[tuple[str, Any]]:
    return [
        ("Việc", row.get_kind_display()),
        ("Từ ngày", row.since),
        ("Đến hết ngày", _last(row)),
        ("Nơi, công việc", row.place),
    ]


_FACTS: dict[type[Kept], Any] = {
    Rating: _rating_facts,
    Discipline: _discipline_facts,
    PendingMatter: _matter_facts,
    Leave: _leave_facts,
    Study: _study_facts,
    Service: _service_facts,
}
