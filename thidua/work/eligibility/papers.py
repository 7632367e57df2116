"""The verdict in writing: "Phiếu đối chiếu tiêu chuẩn"."""

from collections.abc import Iterator

from thidua.kit.papers.blocks import Block, Column, Gap, Item, Letterhead, Paper, Paragraph, Signature, Table
from thidua.law.judging import Judged
from thidua.records.orgs.models import Unit
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.dates import cited_date
from thidua.work.eligibility.asked import Asked, Supposed
from thidua.work.eligibility.conditions import Line, worded
from thidua.work.eligibility.selectors.verdicts import Verdict

_COLUMNS = (
    Column("TT", 0.5, "center"),
    Column("Điều kiện và lý do", 3.4),
    Column("Kết quả", 1.2),
    Column("Căn cứ", 2),
)
_SCOPES = {"co_so": "cơ sở", "tinh": "bộ, ngành, tỉnh", "toan_quoc": "toàn quốc"}


def sheet(found: Verdict, *, name: str, under: str, body: Unit) -> Paper:
    """The verdict on one candidate as the page shows it; what is supposed is said to be so."""
    asked, judged = found.asked, found.judged
    award = found.book.codes[asked.award]
    blocks: list[Block] = [
        Paragraph(f"Người, tập thể được đối chiếu: {name}{f' ({under})' if under else ''}."),
        Paragraph(f"Danh hiệu, hình thức: {award}, {asked.period.printed}."),
        Paragraph(f"Xét theo quy định có hiệu lực ngày {cited_date(judged.on or asked.on)}."),
    ]
    if asked.supposed:
        blocks += [Gap("Bản giả định, không dùng làm hồ sơ"), *(Item(each) for each in _told(asked.supposed))]
    blocks.append(Paragraph(f"Kết luận của hệ thống: {worded(judged)[1].lower()}."))
    blocks.append(Table(_COLUMNS, [_row(number, line) for number, line in enumerate(found.lines, 1)]))
    blocks += [Item(each) for each in _below(asked, judged)]
    return Paper(
        Letterhead(
            body.called,
            parent=body.parent.name if body.parent else "",
            month=asked.on.month,
            year=asked.on.year,
        ),
        tuple(blocks),
        abstract=f"{award}, {asked.period.printed}",
        kind="Phiếu đối chiếu tiêu chuẩn",
        recipients=("Lưu: hồ sơ",),
        signature=Signature("Người đối chiếu"),
    )


def _row(number: int, line: Line) -> tuple[str, str, str, str]:
    draft = " (quy định chưa đối chiếu với văn bản)" if line.is_draft else ""
    basis = "; ".join(f"{clause.text}, hiệu lực {clause.days}" for clause in line.clauses)
    return str(number), f"{line.title}: {line.reason}{draft}", line.word, basis


def _told(supposed: Supposed) -> Iterator[str]:
    if supposed.award:
        yield "Giả định: đạt thêm danh hiệu trong kỳ"
    if supposed.level:
        yield f"Giả định: xếp loại {TASK_LEVELS[supposed.level].lower()}"
    if supposed.scope:
        yield f"Giả định: thêm một sáng kiến phạm vi {_SCOPES[supposed.scope]}"
    if supposed.months is not None:
        yield f"Giả định: làm việc {supposed.months} tháng"


def _below(asked: Asked, judged: Judged) -> Iterator[str]:
    if judged.earliest_year:
        yield f"Có thể đạt sớm nhất: năm {judged.earliest_year}, nếu các kỳ tới đạt danh hiệu, xếp loại còn thiếu"
    yield from judged.notes
    if not asked.with_discipline:
        yield "Chưa đối chiếu sổ kỷ luật"
    yield "Tiêu chí định tính do hội đồng đánh giá, nằm ngoài kết luận của hệ thống"
