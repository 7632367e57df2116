"""What the records say in writing: the ratings of a year in one table, collectives first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from thidua.kit.papers.blocks import Block, Column, Item, Letterhead, Paper, Paragraph, Signature, Table
from thidua.records.orgs.models import Unit
from thidua.records.staff.models import Rating
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.dates import cited_date

_COLUMNS = (
    Column("TT", 0.5, "center"),
    Column("Người, tập thể", 2.4),
    Column("Chức vụ, đơn vị", 2.8),
    Column("Kỳ", 1.1),
    Column("Mức xếp loại", 2.2),
)


def ratings(rows: Sequence[Rating], posts: Mapping[int, str], *, said: str, body: Unit, on: date) -> Paper:
    """The table of these ratings with the count of each level. `posts`: card → position and unit; `said`: of which year."""
    blocks: list[Block] = [
        Paragraph(f"Theo sổ đánh giá, xếp loại của {body.called} đến ngày {cited_date(on)}:")
    ]
    for title, listed in (
        ("Tập thể", [row for row in rows if row.unit_id]),
        ("Cá nhân", [row for row in rows if row.person_id]),
    ):
        if listed:
            blocks.append(Paragraph(f"{title}: {_counted(listed)}."))
            blocks.append(Table(_COLUMNS, [_cells(at, row, posts) for at, row in enumerate(listed, 1)]))
    if not rows:
        blocks.append(Item("Chưa ghi xếp loại nào"))
    parent = body.parent
    head = Letterhead(body.called, parent=parent.name if parent else "", month=on.month, year=on.year)
    return Paper(
        head,
        tuple(blocks),
        abstract=f"Kết quả đánh giá, xếp loại {said}".strip(),
        kind="Bảng tổng hợp",
        recipients=("Lưu: VT",),
        signature=Signature("Thủ trưởng cơ quan"),
    )


def _counted(listed: Sequence[Rating]) -> str:
    """ "hoàn thành xuất sắc nhiệm vụ 02, hoàn thành tốt nhiệm vụ 10"."""
    counts = Counter(row.level for row in listed)
    return ", ".join(
        f"{name.lower()} {counts[code]:02d}" for code, name in TASK_LEVELS.items() if counts[code]
    )


def _cells(place: int, row: Rating, posts: Mapping[int, str]) -> tuple[str, ...]:
    where = posts.get(row.person_id, "") if row.person_id else ""
    return (str(place), str(row.about), where, row.period_label.removeprefix("năm "), row.get_level_display())
