"""Why not: reasons in Vietnamese, none means go."""

from datetime import datetime

from thidua.kit.ui.wording import moment
from thidua.outlook.intake import loadings
from thidua.outlook.intake.models import Proposal, Reading, Workbook
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import LABELS, Right
from thidua.records.register.models import Entry


def why_not_read(actor: Actor, body: Unit | None) -> list[str]:
    """Taking documents in for a body."""
    if actor.can(Right.INTAKE, body) and actor.user is not None:
        return []
    return [f"Cần quyền “{LABELS[Right.INTAKE]}” tại cơ quan này. Đề nghị người quản trị giao vai trò."]


def why_not_change(actor: Actor, reading: Reading) -> list[str]:
    """Deciding, editing: whoever reads for the body, until the reading is discarded."""
    if not actor.can(Right.INTAKE, reading.body):
        return why_not_read(actor, reading.body)
    if reading.state == Reading.State.DISCARDED:
        return ["Bản đọc này đã hủy. Tải tệp lên lại nếu cần."]
    if reading.state == Reading.State.SCAN:
        return ["Bản quét chưa có chữ. Chờ nhận dạng xong, hoặc dán nội dung."]
    return []


def why_not_fill(actor: Actor, reading: Reading) -> list[str]:
    """Recognising the text of a scan, or giving it by hand."""
    if reading.state == Reading.State.SCAN:
        return why_not_read(actor, reading.body)
    return why_not_change(actor, reading) or ["Bản quét này đã có chữ. Mở bản đọc để xem."]


def why_not_decide(actor: Actor, proposal: Proposal) -> list[str]:
    if proposal.written:
        return ["Mục này đã ghi vào sổ. Cần sửa thì sửa ở sổ văn bản."]
    return why_not_change(actor, proposal.reading)


def why_not_over(saved_at: datetime, saved_by: str, seen: datetime | None) -> list[str]:
    """Two officers on one reading: whoever comes second is told before anything is saved."""
    if seen is None or seen == saved_at:
        return []
    at = moment(saved_at).split(",")[0]
    who = saved_by or "Người khác"
    return [f"{who} vừa sửa mục này lúc {at}. Xem khác nhau trước khi lưu."]


def why_not_confirm(actor: Actor, reading: Reading, head: Proposal | None) -> list[str]:
    """Writing into the register; what each record needs is asked by its own module."""
    reasons = why_not_change(actor, reading)
    if reasons:
        return reasons
    if not reading.is_text_checked:
        return ["Chữ do máy chuyển hoặc nhận dạng. Xem lại chữ rồi bấm “Chữ đúng” trước khi ghi vào sổ."]
    if reading.document:
        return []
    if head is None or head.decision != Proposal.Decision.ACCEPTED:
        return ["Nhận mục “Thông tin văn bản” trước: viện dẫn và đối chiếu cần văn bản nguồn."]
    if (
        head.fact.get("direction") == Entry.Direction.OUT
        and head.fact.get("number")
        and not head.fact.get("date")
    ):
        return ["Văn bản đi có số thì phải có ngày ký. Sửa mục “Thông tin văn bản”, nhập ngày."]
    return []


def why_not_discard(actor: Actor, reading: Reading) -> list[str]:
    if reading.state == Reading.State.SCAN:
        return why_not_read(actor, reading.body)
    reasons = why_not_change(actor, reading)
    if not reasons and reading.state != Reading.State.OPEN:
        reasons = ["Bản đọc này đã ghi vào sổ nên không hủy được. Văn bản đã ghi thì sửa ở sổ văn bản."]
    return reasons


def why_not_reread(actor: Actor, reading: Reading) -> list[str]:
    reasons = why_not_change(actor, reading)
    if not reasons and reading.state != Reading.State.OPEN:
        reasons = ["Chỉ đọc lại được khi chưa ghi mục nào vào sổ."]
    return reasons


def why_not_load(actor: Actor, body: Unit | None, layout: str) -> list[str]:
    """Loading a kind of workbook for a body: the right to load, and the right to write what it holds."""
    if layout not in loadings.BY_CODE:
        return ["Chọn loại bảng tính trong danh sách."]
    if not actor.can(Right.SHEETS_IMPORT, body) or actor.user is None:
        return [
            f"Cần quyền “{LABELS[Right.SHEETS_IMPORT]}” tại cơ quan này. Đề nghị người quản trị giao vai trò."
        ]
    return loadings.of(layout).why_not(actor, body)


def why_not_handle(actor: Actor, workbook: Workbook) -> list[str]:
    return why_not_load(actor, workbook.body, workbook.layout)


_WAIT = ["Bảng tính đang chạy. Chờ xong, hoặc dừng việc đó trước."]
_BEFORE_WRITING = (Workbook.State.UPLOADED, Workbook.State.CHECKING, Workbook.State.CHECKED)


def why_not_check(actor: Actor, workbook: Workbook, is_running: bool) -> list[str]:
    if reasons := why_not_handle(actor, workbook):
        return reasons
    if is_running:
        return _WAIT
    if workbook.encoding and workbook.is_converted is None:
        return ["Chọn bảng mã của tệp trước."]
    if workbook.state in _BEFORE_WRITING or workbook.state == Workbook.State.UNDONE:
        return []
    return ["Bảng tính này đã ghi vào sổ. Hoàn tác trước khi kiểm tra lại."]


def why_not_answer(actor: Actor, workbook: Workbook) -> list[str]:
    if reasons := why_not_handle(actor, workbook):
        return reasons
    return [] if workbook.state == Workbook.State.CHECKED else ["Chỉ trả lời được sau khi kiểm tra xong."]


def why_not_commit(actor: Actor, workbook: Workbook, without_faulty: bool, is_running: bool) -> list[str]:
    """Errors block unless they are left out knowingly; doubts block always."""
    if reasons := why_not_handle(actor, workbook):
        return reasons
    if is_running:
        return _WAIT
    if workbook.state == Workbook.State.COMMITTING:
        return []
    if workbook.state != Workbook.State.CHECKED:
        return ["Kiểm tra xong bảng tính trước khi ghi."]
    if workbook.answered_at and workbook.checked_at and workbook.answered_at > workbook.checked_at:
        return ["Có câu trả lời mới. Kiểm tra lại trước khi ghi."]
    if workbook.doubtful:
        return [f"Còn {workbook.doubtful} dòng chờ trả lời. Trả lời các câu hỏi trước khi ghi."]
    if workbook.faulty and not without_faulty:
        return [
            f"Còn {workbook.faulty} dòng có lỗi. Sửa trong tệp rồi tải lại, hoặc chọn bỏ lại các dòng đó."
        ]
    return [] if workbook.ready else ["Không có dòng nào để ghi."]


def why_not_undo(actor: Actor, workbook: Workbook, is_running: bool) -> list[str]:
    if reasons := why_not_handle(actor, workbook):
        return reasons
    if is_running:
        return _WAIT
    written = (Workbook.State.COMMITTING, Workbook.State.COMMITTED, Workbook.State.UNDOING)
    return [] if workbook.state in written else ["Bảng tính này chưa ghi gì vào sổ."]
