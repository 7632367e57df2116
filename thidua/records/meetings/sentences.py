"""How the verbs of meetings read in the log."""

from thidua.kit.audit.sentences import tell
from thidua.records.meetings.models import Meeting
from thidua.records.register.models import Topic

tell(
    {
        "meetings.record": "{actor} ghi cuộc họp {subject}",
        "meetings.correct": "{actor} sửa cuộc họp {subject}",
        "meetings.cancel": "{actor} hủy cuộc họp {subject}",
        "meetings.disseminate": "{actor} ghi văn bản được triển khai tại {subject}",
        "meetings.withdraw_document": "{actor} bỏ một văn bản khỏi {subject}",
        "meetings.add_roll": "{actor} thêm người vào danh sách của {subject}",
        "meetings.mark_roll": "{actor} điểm danh {subject}",
        "meetings.strike_line": "{actor} bỏ một dòng khỏi danh sách của {subject}",
        "meetings.record_turnout": "{actor} ghi số người dự {subject}",
    },
    names={
        "name": "tên",
        "kind": "loại",
        "held_on": "ngày",
        "place": "địa điểm",
        "is_folded_into": "lồng ghép",
        "topics": "chủ đề",
        "minutes": "biên bản",
        "note": "ghi chú",
        "documents": "văn bản",
        "lines": "số người",
        "turnout": "có mặt",
        "absent": "vắng",
        "struck": "người",
        "source": "nguồn",
    },
    values={"kind": Meeting.Kind, "topics": Topic},
)
