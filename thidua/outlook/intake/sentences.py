"""How the verbs of the reader read in the audit chain."""

from thidua.kit.audit.sentences import tell
from thidua.outlook.intake.models import Proposal
from thidua.records.register.models import Citation, Entry, Topic

tell(
    {
        "intake.upload": "{actor} nạp tệp {subject}",
        "intake.paste": "{actor} dán văn bản {subject}",
        "intake.check_text": "{actor} xác nhận chữ của {subject} đã đúng",
        "intake.decide": "{actor} xem một đề xuất của {subject}",
        "intake.edit": "{actor} sửa một đề xuất của {subject}",
        "intake.accept_certain": "{actor} nhận các đề xuất chắc chắn của {subject}",
        "intake.confirm": "{actor} ghi vào sổ từ {subject}",
        "intake.discard": "{actor} hủy bản đọc {subject}",
        "intake.reread": "{actor} đọc lại {subject}",
        "intake.refresh_matches": "{actor} đối chiếu lại {subject} với sổ",
    },
    names={
        "proposal": "đề xuất",
        "decision": "kết quả",
        "type": "loại văn bản",
        "number": "số, ký hiệu",
        "date": "ngày",
        "issuer": "nơi ban hành",
        "title": "trích yếu",
        "name": "tên",
        "period": "giai đoạn",
        "assignee": "giao cho",
        "action": "việc",
        "deadline": "thời hạn",
        "direction": "ghi vào sổ",
        "relation": "quan hệ",
        "topic": "chủ đề",
        "signer": "người ký",
        "signer_title": "chức vụ người ký",
        "count": "số lượng",
        "award": "danh hiệu, hình thức",
        "event": "cuộc họp",
        "present": "có mặt",
        "expected": "triệu tập",
        "proposals": "số đề xuất",
        "accepted": "số đề xuất đã nhận",
        "decisions_kept": "số lựa chọn giữ lại",
        "written": "số mục đã ghi",
        "document": "văn bản",
        "matches": "số đối chiếu thay đổi",
    },
    values={
        "decision": Proposal.Decision,
        "direction": Entry.Direction,
        "relation": Citation.Relation,
        "topic": Topic,
    },
)
