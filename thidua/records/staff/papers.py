"""What the records say in writing: the ratings of a year in one table, collectives first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from thidua.kit.papers.blocks import Block, Column, Item, Letterhead, Paper, Paragraph, Signature, Table
from thidua.records.orgs.models import Unit
from thidua.records.staff.models import Rating
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.dates import cited_date

_NUMBER, _PERIOD, _LEVEL = Column("TT", 0.5, "center"), Column("Kỳ", 1), Column("Mức xếp loại", 2.6)
_UNITS = (_NUMBER, Column("Tập thể", 4), _PERIOD, _LEVEL)
_PEOPLE = (_NUMBER, Column("Họ và tên", 2), Column("Chức vụ, đơn vị", 2.6), _PERIOD, _LEVEL)


def ratings(rows: Sequence[Rating], posts: Mapping[int, str], *, said: str, body: Unit, on: date) -> Paper:
    """The table of these ratings with the count of each level. `posts`: card → position and unit; `said`: of which year."""
    blocks: list[Block] = [
        Paragraph(f"Theo sổ đánh giá, xếp loại của {body.called} đến ngày {cited_date(on)}:")
    ]
    units, people = [row for row in rows if row.unit_id], [row for row in rows if row.person_id]
    if units:
        told = [(str(row.about), *_rated(row)) for row in units]
        blocks += [Paragraph(f"Tập thể: {_counted(units)}."), Table(_UNITS, _numbered(told))]
    if people:
        named = [(str(row.about), posts.get(row.person_id or 0, ""), *_rated(row)) for row in people]
        blocks += [Paragraph(f"Cá nhân: {_counted(people)}."), Table(_PEOPLE, _numbered(named))]
    if not rows:
        blocks.append(Item("Chưa ghi xếp loại nào"))
    parent = body.parent
    place = body.name.rpartition("tỉnh ")[2] if "tỉnh " in body.name else ""
    head = Letterhead(
        body.called, parent=parent.name if parent else "", place=place, month=on.month, year=on.year
    )
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


def _rated(row: Rating) -> tuple[str, str]:
    return row.period_label.removeprefix("năm "), row.get_level_display()


def _numbered(told: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(str(at), *cells) for at, cells in enumerate(told, 1)]
