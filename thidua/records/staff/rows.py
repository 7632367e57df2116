"""One row of the staff records, locked for a change; its facts filled in and checked."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from thidua.kit.audit import chain
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.typed import tidy
from thidua.records.staff import grounds, kinds, selectors
from thidua.records.staff.models import Discipline, Kept, Leave, PendingMatter, Rating, Service, Study
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.dates import cited_date
from thidua.vn.periods import Period

Row = TypeVar("Row", bound=Kept)
Subject = Person | Unit
FACTS: dict[type[Kept], tuple[str, ...]] = {
    Rating: ("of", "period", "level"),
    Discipline: ("of", "form", "decided_on", "year", "until"),
    PendingMatter: ("of", "ground", "since"),
    Leave: ("of", "kind", "since", "until", "days", "working_days"),
    Study: ("of", "course", "since", "until", "sent_by_agency", "complied", "result"),
    Service: ("of", "kind", "since", "until", "place"),
}
"""What may be told of a row of each kind; `of` is whom it is about, `period` a Period. All but a matter also know
`document`, `printed`, `source`."""
_SHARED = ("document", "printed", "source")
_TEXTS = {"printed": 300, "course": 200, "place": 200}
_CHOSEN = {"form": Discipline.Form, "result": Study.Result}
_DAY = timedelta(days=1)
_YEARLY = ("year", "school_year")


def locked(row: Row) -> Row:
    """The row as it stands now, held until the transaction ends; after the end of the chain, as everywhere."""
    chain.hold()
    found = type(row)._default_manager.select_for_update(of=("self",))
    known = {field.name for field in row._meta.fields}
    related = [name for name in ("body", "person", "unit", "document") if name in known]
    return found.select_related(*related).get(pk=row.pk)


def fill(row: Kept, facts: Mapping[str, Any]) -> None:
    """Put the facts into the row, with what follows from them. Does not save."""
    known = FACTS[type(row)] if isinstance(row, PendingMatter) else (*FACTS[type(row)], *_SHARED)
    assert set(facts) <= set(known), f"{set(facts) - set(known)} cannot be told of {type(row).__name__}"
    for name, value in facts.items():
        if name == "of":
            row.person = value if isinstance(value, Person) else None  # type: ignore[attr-defined]
            if hasattr(row, "unit_id"):
                row.unit = value if isinstance(value, Unit) else None
        elif name == "period":
            _within(row, value)
        else:
            setattr(row, name, tidy(value)[: _TEXTS[name]] if name in _TEXTS else value)
    _derive(row, facts)


def _within(row: Any, period: Period | None) -> None:
    if period is None:
        return
    row.since, row.until, row.year = period.since, period.until, period.year
    row.period_label = period.printed[:60] if period.kind in _YEARLY else ""


def _derive(row: Any, facts: Mapping[str, Any]) -> None:
    """What nobody types: years, the length of a leave, whether a discipline is served."""
    if isinstance(row, Discipline):
        told = facts.get("year") or (None if "decided_on" in facts else row.year)
        row.year = told or (row.decided_on.year if row.decided_on else None)
        row.status = Discipline.Status.SERVED if row.until else Discipline.Status.RUNNING
    elif isinstance(row, Leave) and row.since:
        row.year = (row.until - _DAY).year if row.until else row.since.year
        if row.working_days is not None:
            row.days = None
        elif (
            row.until
            and facts.get("days") is None
            and (row.days is None or {"since", "until"} & facts.keys())
        ):
            row.days = Decimal((row.until - row.since).days)
    elif isinstance(row, (Study, Service)) and row.since:
        row.year = row.since.year


def shown(row: Kept) -> dict[str, Any]:
    """The facts as the log keeps them."""
    names = [name for name in FACTS[type(row)] if name not in ("of", "period")]
    told: dict[str, Any] = {"of": row.whose}
    if isinstance(row, Rating):
        told["period_label"] = row.period_label
    told |= {name: getattr(row, name) for name in names}
    if not isinstance(row, PendingMatter):
        told |= {"document": str(row.document or ""), "printed": row.printed}
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in told.items()}


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}


def for_log(row: Kept, found: Mapping[str, Any], note: str = "") -> dict[str, Any]:
    """Arguments of a line in the chain. Of conduct the log shows a number only: those who read it may not know more."""
    if isinstance(row, kinds.CONDUCT):
        return {"text": f"số {row.pk}", "changes": {"sealed": dict(found)}}
    return {"text": str(row), "changes": dict(found), "note": note}


def why_not_so(row: Any, today: date) -> list[str]:
    """What makes the row impossible."""
    if not (row.person_id or getattr(row, "unit_id", None)):
        return ["Chọn người."] if not hasattr(row, "unit_id") else ["Chọn người hoặc tập thể."]
    reasons = []
    if row.person_id and row.person.merged_into_id:
        reasons.append(f"Thẻ của {row.person} đã nhập vào thẻ khác. Chọn thẻ còn dùng.")
    for name, words in _CHOSEN.items():
        value = getattr(row, name, "")
        if value and value not in words.values:
            reasons.append(f"“{value}” không có trong danh sách. Chọn lại.")
    return reasons + _OF_KIND[type(row)](row, today) + _why_not_source(row)


def _why_not_source(row: Any) -> list[str]:
    if isinstance(row, PendingMatter):
        return []
    if row.document and row.document.merged_into_id:
        return [f"{row.document} đã nhập vào văn bản khác. Chọn văn bản đó."]
    if isinstance(row, (Rating, Discipline)) and not (row.document_id or row.printed):
        return ["Cần căn cứ: chọn văn bản, hoặc ghi lấy từ đâu."]
    return []


def _rating(row: Rating, today: date) -> list[str]:
    reasons = []
    if row.level not in TASK_LEVELS:
        reasons.append("Chọn mức xếp loại.")
    if not row.period_label:
        reasons.append("Xếp loại ghi theo năm hoặc năm học, ví dụ: 2024, năm học 2023-2024.")
    elif row.since > today:
        reasons.append(f"Kỳ {row.period_label} chưa bắt đầu. Kiểm tra lại.")
    elif row.unit and row.unit.dissolved_on and row.unit.dissolved_on <= row.since:
        reasons.append(f"{row.unit} đã chấm dứt trước kỳ {row.period_label}.")
    return reasons


def _discipline(row: Discipline, today: date) -> list[str]:
    if not row.form:
        return ["Chọn hình thức kỷ luật."]
    if row.decided_on is None:
        return ["Nhập ngày quyết định kỷ luật."]
    if row.decided_on > today:
        return ["Ngày quyết định kỷ luật ở sau hôm nay. Kiểm tra lại ngày."]
    if row.until and row.until > today:
        return ["Ghi hết hiệu lực kỷ luật khi đã đến ngày đó."]
    if row.year > today.year:
        return [f"Năm {row.year} chưa đến. Kiểm tra lại năm."]
    return _why_not_order(row.decided_on, row.until)


def _matter(row: PendingMatter, today: date) -> list[str]:
    if row.ground not in grounds.codes():
        return ["Chọn lý do tạm dừng trong danh sách của luật."]
    return _why_not_begun(row.since, today)


def _leave(row: Leave, today: date) -> list[str]:
    if row.kind not in Leave.Kind.values:
        return ["Chọn loại nghỉ."]
    reasons = _why_not_begun(row.since, today) or _why_not_order(row.since, row.until)
    told = row.days if row.working_days is None else row.working_days
    if not reasons and told is not None and row.until and told > (row.until - row.since).days:
        reasons = [f"Từ ngày {cited_date(row.since)} không có đủ số ngày nghỉ đã nhập. Kiểm tra số ngày."]
    if told is not None and told < 0:
        reasons.append("Số ngày nghỉ từ 0 trở lên.")
    return reasons


def _study(row: Study, today: date) -> list[str]:
    reasons = _why_not_begun(row.since, today) or _why_not_order(row.since, row.until)
    if row.result and (row.until is None or row.until > today):
        reasons.append("Khóa học chưa kết thúc thì chưa ghi kết quả. Nhập ngày kết thúc.")
    return reasons


def _service(row: Service, today: date) -> list[str]:
    if row.kind not in Service.Kind.values:
        return ["Chọn việc trong quá trình công tác."]
    return _why_not_begun(row.since, today) or _why_not_order(row.since, row.until)


def _why_not_begun(since: date | None, today: date) -> list[str]:
    if since is None:
        return ["Nhập ngày bắt đầu."]
    return ["Ngày bắt đầu ở sau hôm nay. Ghi khi đã đến ngày đó."] if since > today else []


def _why_not_order(since: date, until: date | None) -> list[str]:
    return ["Ngày kết thúc phải sau ngày bắt đầu."] if until and until <= since else []


_OF_KIND: dict[type[Kept], Any] = {
    Rating: _rating,
    Discipline: _discipline,
    PendingMatter: _matter,
    Leave: _leave,
    Study: _study,
    Service: _service,
}


def why_not_of(abouts: Iterable[Subject], body: Unit, by: Actor) -> list[str]:
    """A body keeps records of its own people and of the units below it."""
    return [stranger(one, body) for one in selectors.strangers(body, abouts, by)]


def stranger(about: Subject, body: Unit) -> str:
    return f"{about} không thuộc {body.called}. Kiểm tra lại, hoặc đề nghị cơ quan đó ghi."


def why_not_again(row: Any, standing: Iterable[Any]) -> list[str]:
    """The same stands already. `standing`: rows of its kind about the same human being or unit, that it does not replace."""
    there = next((other for other in standing if is_same(row, other)), None)
    if there is None:
        return []
    what = "Dòng này" if isinstance(row, kinds.CONDUCT) else str(there)
    return [f"{what} đã có trong sổ. Mở dòng đó để sửa hoặc bổ sung."]


def is_same(row: Any, other: Any) -> bool:
    """Whether two rows of one kind about the same one tell of the same: both cannot stand."""
    match row:
        case Rating():
            return (row.since, row.until) == (other.since, other.until)
        case Discipline():
            return (row.form, row.decided_on) == (other.form, other.decided_on)
        case PendingMatter():
            return bool(row.ground == other.ground) and (other.until is None or row.since < other.until)
        case Leave():
            return _overlap(row, other)
        case Study():
            return bool(row.course == other.course) and _overlap(row, other)
        case _:
            return (row.kind, row.since) == (other.kind, other.since)


def _overlap(row: Any, other: Any) -> bool:
    return (other.until is None or row.since < other.until) and (row.until is None or other.since < row.until)
