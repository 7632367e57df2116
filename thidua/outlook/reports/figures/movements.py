"""The body's own movements: what they aim at, how they went; what was done of what was planned."""

from collections.abc import Iterable

from thidua.outlook.reports.built import Item, Piece, Ref
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.printing import (
    address,
    document_item,
    document_ref,
    movement_name,
    movement_ref,
    tidy,
)
from thidua.outlook.reports.figures.records import Records
from thidua.records.register.models import Document, Topic
from thidua.vn.dates import cited_date
from thidua.vn.fold import fold
from thidua.work.movements.models import Criterion, Milestone, Movement, MovementDocument, Result, Wave
from thidua.work.movements.selectors import reporting

FORMS = frozenset(Movement.Form.values)
MILESTONES = frozenset(Milestone.Kind.values)
_LAUNCHING = (MovementDocument.Part.LAUNCH, MovementDocument.Part.PLAN)
_SPECIAL = ("chuyen de", "dac biet", "theo dot", "ngan han")
_REGULAR = (
    "thuong xuyen",
    "trong can bo",
    "trong cong chuc",
    "trong vien chuc",
    "trong toan",
    "trong co quan",
)


def movements(asking: Asking) -> Found:
    """Own movements of some forms that go on in the period, each with aim, criteria, waves, results. `initiative: own`
    leaves out those that carry out a superior's: they are told where that one is answered."""
    records, forms = asking.records, asking.param("forms")
    results = _results(asking)
    carried_out = _carrying_out(records) if asking.spec.params.get("initiative") == "own" else set()
    found = [
        _item(row, results.get(row.pk, []))
        for row in records.own_movements
        if (not forms or row.form in forms) and row.pk not in carried_out
    ]
    found += [document_item(row) for row in _unrecorded(asking, forms)]
    return Found(found, "Phong trào do cơ quan phát động, còn thực hiện trong kỳ.")


def _carrying_out(records: Records) -> set[int]:
    """Own movements that answer one that was launched by a paper; one known only from our own report tells nothing."""
    return {row.ours.pk for row in records.answers if row.ours and row.superior.papers.all()}


def _unrecorded(asking: Asking, forms: tuple[str, ...]) -> list[Document]:
    """Launching plans in the register for which nobody has recorded a movement, by what their titles say of the form."""
    records = asking.records
    known = {paper.document_id for row in records.own_movements for paper in row.papers.all()}
    known |= {document.pk for row in records.answers for document in row.documents}
    plans = [
        row
        for row in records.documents("holds", asking.period)
        if row.type == "ke_hoach" and row.topic == Topic.MOVEMENTS and row.pk not in known
        if "ours" in records.sides_of(row) and row.pk not in records.implementing
    ]
    return [row for row in plans if form_of(row.title) in (forms or FORMS)]


def form_of(title: str) -> str:
    """The form that the title of a launching plan tells; empty where it tells none."""
    folded = fold(title)
    if any(words in folded for words in _SPECIAL):
        return Movement.Form.THEMATIC
    return Movement.Form.REGULAR if any(words in folded for words in _REGULAR) else ""


def _results(asking: Asking) -> dict[int, list[Result]]:
    found: dict[int, list[Result]] = {}
    if asking.records.own_movements:
        for row in asking.records.results:
            found.setdefault(row.movement_id, []).append(row)
    return found


def _item(row: Movement, results: list[Result]) -> Item:
    ref = movement_ref(row)
    papers = [paper.document for paper in row.papers.all() if paper.part in _LAUNCHING]
    if papers:
        head = document_item(papers[0])
        text, refs = head.text, (*head.refs, *(document_ref(paper) for paper in papers[1:]), ref)
    else:
        name = movement_name(row)
        text, refs = (Piece(name[:1].upper() + name[1:], ref.key),), (ref,)
    told = "".join(f". {said}" for said in _told(row, results))
    return Item(refs[0].key, (*text, Piece(told)) if told else text, refs)


def _told(row: Movement, results: list[Result]) -> Iterable[str]:
    if row.aim:
        yield f"Mục đích: {tidy(row.aim)}"
    criteria = "; ".join(_criterion(each) for each in row.criteria.all())
    if criteria:
        yield f"Tiêu chí: {criteria}"
    when = "; ".join(_wave(wave) for wave in row.waves.all())
    if when:
        yield f"Thời gian: {when}"
    reached = "; ".join(_result(each) for each in results)
    if reached:
        yield f"Kết quả: {reached}"


def _criterion(row: Criterion) -> str:
    target = ""
    if row.target_number is not None:
        number = f"{row.target_number.normalize():f}".replace(".", ",")
        target = f" (chỉ tiêu {number} {row.unit_of_measure})".replace(" )", ")")
    return tidy(row.text) + target


def _wave(row: Wave) -> str:
    since = f"từ ngày {cited_date(row.since)}" if row.since else ""
    until = f"đến ngày {cited_date(row.last_day)}" if row.last_day else ""
    days = " ".join(part for part in (since, until) if part)
    told = f"{tidy(row.name)} ({days})" if days else tidy(row.name)
    return f"{told}: {tidy(row.result)}" if row.result else told


def _result(row: Result) -> str:
    number = f"{row.number.normalize():f}".replace(".", ",") if row.number is not None else ""
    measure = row.criterion.unit_of_measure if row.criterion else ""
    of = tidy(row.criterion.text) if row.criterion else ""
    parts = (tidy(row.text) or of, f"{number} {measure}".strip())
    return ": ".join(part for part in parts if part)


def milestones_done(asking: Asking) -> Found:
    """Reviews, conclusions, reports of own movements that were reached in the period."""
    records = asking.records
    rows = (
        reporting.milestones_done(records.body, asking.period, asking.param("kinds"))
        if records.reads_movements
        else []
    )
    found = []
    for row in rows:
        day = f" ngày {cited_date(row.done_on)}" if row.done_on else ""
        found.append(_milestone(row, day))
    return Found(found, "Mốc sơ kết, tổng kết, báo cáo của phong trào, đã làm trong kỳ.")


def milestones_planned(asking: Asking) -> Found:
    """Reviews and conclusions of own movements that are planned for the block's window and not done."""
    records = asking.records
    rows = (
        reporting.milestones_planned(records.body, asking.period, asking.param("kinds"))
        if records.reads_movements
        else []
    )
    found = [_milestone(row, f" ({row.planned_text})" if row.planned_text else _on(row)) for row in rows]
    return Found(found, "Mốc sơ kết, tổng kết đã định của phong trào, chưa làm.")


def _on(row: Milestone) -> str:
    return f" (ngày {cited_date(row.planned_on)})" if row.planned_on else ""


def _milestone(row: Milestone, day: str) -> Item:
    ref = Ref(
        f"movements.Milestone:{row.pk}",
        f"{row}: {row.movement.title}",
        address("movements:movement", row.movement_id),
    )
    kind = row.get_kind_display() if row.kind != Milestone.Kind.OTHER else str(row)
    pieces = [Piece(f"{kind} ", ref.key), Piece(f"{movement_name(row.movement)}{day}")]
    refs = [ref]
    if row.document:
        paper = document_ref(row.document)
        pieces += [Piece(": "), Piece(paper.label, paper.key)]
        refs.append(paper)
    return Item(ref.key, tuple(pieces), tuple(refs))


def assessments(asking: Asking) -> Found:
    """What was written of the effect of own movements."""
    records = asking.records
    rows = reporting.assessments_in(records.body, asking.period) if records.reads_movements else []
    found = []
    for row in rows:
        ref = Ref(
            f"movements.Assessment:{row.pk}",
            f"Đánh giá {row.movement.title}",
            address("movements:movement", row.movement_id),
            f"{row.by_name}, {row.period_label}",
        )
        name = movement_name(row.movement)
        text = (Piece(name[:1].upper() + name[1:], ref.key), Piece(f": {tidy(row.text)}"))
        found.append(Item(ref.key, text, (ref,)))
    return Found(found, "Đánh giá hiệu quả đã ghi của phong trào, thời gian giao với kỳ báo cáo.")
