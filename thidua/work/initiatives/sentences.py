"""How the verbs of the register of initiatives read in the log."""

from thidua.kit.audit.sentences import tell
from thidua.work.initiatives.models import Initiative, Scope

tell(
    {
        "initiatives.enter": "{actor} ghi sáng kiến “{subject}”",
        "initiatives.enter_many": "{actor} ghi danh sách {subject}",
        "initiatives.take_back": "{actor} hoàn tác việc ghi {subject}",
        "initiatives.recognise_scope": "{actor} ghi thêm một lần công nhận của “{subject}”",
        "initiatives.correct": "{actor} sửa sáng kiến “{subject}”",
        "initiatives.correct_recognition": "{actor} sửa một lần công nhận của “{subject}”",
        "initiatives.strike": "{actor} bỏ dòng ghi nhầm “{subject}”",
        "initiatives.strike_recognition": "{actor} bỏ một lần công nhận ghi nhầm của “{subject}”",
        "initiatives.revoke": "{actor} ghi hủy bỏ một lần công nhận của “{subject}”",
    },
    names={
        "title": "tên",
        "kind": "loại",
        "body": "thuộc cơ quan",
        "authors": "tác giả",
        "others": "tác giả khác",
        "summary": "nội dung, hiệu quả",
        "scope": "phạm vi",
        "year": "năm công nhận",
        "document": "quyết định",
        "decided_by": "nơi công nhận",
        "authority": "cấp công nhận",
        "decided_on": "ngày công nhận",
        "certificate": "số giấy chứng nhận",
        "printed": "căn cứ khác",
        "lines": "số dòng",
    },
    values={"scope": Scope, "kind": Initiative.Kind},
)
