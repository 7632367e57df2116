"""What waits for the officer: readings that nobody has finished looking at."""

from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.waiting import Waiting
from thidua.outlook.intake.identities import identity_of
from thidua.outlook.intake.models import Reading
from thidua.outlook.intake.selectors.scanning import without_text
from thidua.outlook.intake.selectors.visible import visible_to, with_counts
from thidua.outlook.intake.wording import document_name
from thidua.records.orgs.actors import Actor

_SHOWN = 20


def waiting_for(actor: Actor) -> list[Waiting]:
    """Open readings: "Thông báo kết luận 37/TB-SVH đã đọc xong · 12 đề xuất chờ xác nhận"; scans that nothing reads.

    Two queries.
    """
    return [*_read(actor), *_scans(actor)][:_SHOWN]


def _scans(actor: Actor) -> list[Waiting]:
    rows = without_text(visible_to(actor)).defer("text")
    return [
        Waiting(
            title=f"Bản quét “{row.name}” chưa có chữ",
            detail="Nhận dạng chữ, hoặc dán nội dung",
            url=reverse("intake:reading", args=[row.pk]),
            action="Mở bản quét",
            since=timezone.localtime(row.uploaded_at).date(),
        )
        for row in rows.order_by("uploaded_at", "pk")[:_SHOWN]
    ]


def _read(actor: Actor) -> list[Waiting]:
    rows = with_counts(visible_to(actor).filter(state=Reading.State.OPEN)).defer("text")
    return [
        Waiting(
            title=f"{document_name(identity_of(row.meta, None)) or row.name} đã đọc xong",
            detail=_detail(row),
            url=reverse("intake:reading", args=[row.pk]),
            action="Xem đề xuất",
            since=timezone.localtime(row.uploaded_at).date(),
        )
        for row in rows.order_by("uploaded_at", "pk")[:_SHOWN]
    ]


def _detail(row: Reading) -> str:
    if row.pending:
        return f"{row.pending} đề xuất chờ xác nhận"
    return f"{row.ready} mục đã nhận, chờ ghi vào sổ" if row.ready else "Đã xem hết, chưa ghi mục nào"
