"""How the verbs of the programme read in the log."""

from thidua.kit.audit.sentences import tell
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task

tell(
    {
        "programme.assign": "{actor} giao nhiệm vụ: {subject}",
        "programme.assign_many": "{actor} giao nhiều nhiệm vụ tại {subject}",
        "programme.correct": "{actor} sửa nhiệm vụ: {subject}",
        "programme.add_basis": "{actor} thêm căn cứ của nhiệm vụ: {subject}",
        "programme.remove_basis": "{actor} bỏ một căn cứ của nhiệm vụ: {subject}",
        "programme.set_due": "{actor} ấn định hạn của nhiệm vụ: {subject}",
        "programme.extend": "{actor} gia hạn nhiệm vụ: {subject}",
        "programme.add_evidence": "{actor} thêm minh chứng của nhiệm vụ: {subject}",
        "programme.withdraw_evidence": "{actor} bỏ một minh chứng của nhiệm vụ: {subject}",
        "programme.complete": "{actor} ghi xong nhiệm vụ: {subject}",
        "programme.reopen": "{actor} mở lại nhiệm vụ: {subject}",
        "programme.cancel": "{actor} hủy nhiệm vụ: {subject}",
        "programme.issue_calendar": "{actor} lấy địa chỉ lịch riêng",
        "programme.revoke_calendar": "{actor} thu hồi địa chỉ lịch riêng",
    },
    names={
        "action": "nội dung",
        "kind": "loại",
        "assignee": "giao cho",
        "cooperate_text": "phối hợp",
        "deadline_text": "thời hạn ghi",
        "due_on": "hạn",
        "due_state": "hạn",
        "document": "tại văn bản",
        "bases": "căn cứ",
        "evidence": "minh chứng",
        "done_on": "ngày xong",
        "late_reason": "lý do chậm",
        "cancelled_on": "ngày hủy",
        "count": "số nhiệm vụ",
    },
    values={"kind": Task.Kind, "due_state": DueState},
)
