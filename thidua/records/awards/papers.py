"""What the register says in writing: somebody's course of awards, and whether there is none."""

from datetime import date, timedelta

from thidua.kit.papers.blocks import Block, Column, Gap, Item, Letterhead, Paper, Paragraph, Signature, Table
from thidua.records.awards import kinds
from thidua.records.awards.models import Award
from thidua.records.awards.selectors import Searched
from thidua.records.awards.selectors.searching import Stretch
from thidua.records.orgs.models import Unit
from thidua.vn.dates import cited_date

_COLUMNS = (
    Column("TT", 0.5, "center"),
    Column("Danh hiệu, hình thức", 2.6),
    Column("Kỳ thành tích", 1.5),
    Column("Quyết định", 2),
    Column("Nơi khen", 2),
)
_DAY = timedelta(days=1)


def course(name: str, awards: list[Award], *, body: Unit, on: date) -> Paper:
    """The course of awards of a person or a collective, revoked ones marked."""
    rows = [
        (
            str(number),
            row.name + (" (đã thu hồi)" if row.ending else ""),
            row.period_label,
            _decision(row),
            row.decider,
        )
        for number, row in enumerate(awards, 1)
    ]
    blocks: list[Block] = [Paragraph(f"Theo sổ khen thưởng của {body.called} đến ngày {cited_date(on)}:")]
    blocks.append(Table(_COLUMNS, rows) if rows else Paragraph("Chưa ghi khen thưởng nào."))
    return _paper(blocks, "Quá trình khen thưởng", name, body, on)


def confirmation(search: Searched, *, body: Unit, on: date) -> Paper:
    """What the search found; "không có" only where the register is whole for all of the time, and on whose word."""
    person, what = search.person, kinds.names().get(search.kind, "") or "khen thưởng"
    born = search.person.birth_year
    who = f"{person.full_name}{f', sinh năm {born}' if born else ''}"
    days = f"từ ngày {cited_date(search.since)} đến ngày {cited_date(search.until - _DAY)}"
    blocks: list[Block] = [
        Paragraph(f"{body.called} đã tra sổ khen thưởng về {who}, {days}, nội dung: {what}.")
    ]
    if search.outcome == "awarded":
        blocks.append(Paragraph("Sổ có ghi:"))
        blocks += [Item(f"{row.name}, {row.period_label}{_by(row)}") for row in search.found]
    elif search.outcome == "none":
        blocks.append(Paragraph(f"Kết quả: {who} chưa được ghi nhận {what} trong thời gian nêu trên."))
    else:
        blocks.append(
            Gap("Chưa xác định: không thấy trong sổ, nhưng sổ chưa ghi đủ cho cả thời gian nêu trên")
        )
    blocks.append(Paragraph("Căn cứ tra cứu:"))
    blocks += [Item(_basis(each)) for each in search.stretches]
    return _paper(blocks, "Giấy xác nhận", "Kết quả tra cứu khen thưởng", body, on)


def _basis(stretch: Stretch) -> str:
    days = f"Từ ngày {cited_date(stretch.since)} đến ngày {cited_date(stretch.until - _DAY)}"
    if stretch.body is None:
        return f"{days}: chưa rõ nơi công tác, chưa tra được"
    said = stretch.statement
    if said is None:
        return f"{days}, công tác tại {stretch.body.called}: sổ chưa được xác nhận ghi đủ"
    if stretch.nameless is not None:
        return f"{days}, công tác tại {stretch.body.called}: sổ còn số chưa có danh sách ({stretch.nameless})"
    return (
        f"{days}, công tác tại {stretch.body.called}: sổ ghi đủ {said.period_label}, "
        f"{said.confirmed_by} xác nhận ngày {cited_date(said.at.date())}"
    )


def _decision(row: Award) -> str:
    if row.decision is None:
        return ""
    day = f" ngày {cited_date(row.decision.issued_on)}" if row.decision.issued_on else ""
    return f"{row.decision}{day}"


def _by(row: Award) -> str:
    return f", theo {_decision(row)}" if row.decision else ""


def _paper(blocks: list[Block], kind: str, abstract: str, body: Unit, on: date) -> Paper:
    parent = body.parent
    place = (parent.name if parent else body.name).rpartition("tỉnh ")[2] if "tỉnh " in body.name else ""
    head = Letterhead(
        body.called,
        parent=parent.name if parent else "",
        symbol=f"GXN-{body.code}" if body.code and kind == "Giấy xác nhận" else "",
        place=place,
        month=on.month,
        year=on.year,
    )
    return Paper(
        head,
        tuple(blocks),
        abstract=abstract,
        kind=kind,
        recipients=("Lưu: VT",),
        signature=Signature("Thủ trưởng cơ quan"),
    )
