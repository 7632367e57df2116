"""How the verbs of the award register read in the log."""

from thidua.kit.audit.sentences import tell
from thidua.records.awards.models import Award
from thidua.vn.codes import AWARD_CATEGORIES, RECIPIENT_KINDS

tell(
    {
        "awards.enter": "{actor} ghi khen thưởng {subject}",
        "awards.enter_aggregate": "{actor} ghi số khen thưởng chưa có danh sách {subject}",
        "awards.enter_many": "{actor} ghi danh sách {subject}",
        "awards.take_back": "{actor} hoàn tác việc ghi danh sách {subject}",
        "awards.fill_aggregate": "{actor} ghi tên vào {subject}",
        "awards.correct": "{actor} sửa dòng khen thưởng {subject}",
        "awards.strike": "{actor} bỏ dòng ghi nhầm {subject}",
        "awards.revoke": "{actor} ghi thu hồi {subject}",
        "awards.set_certificates": "{actor} ghi số bằng cho {subject}",
        "awards.note_household": "{actor} ghi {subject}",
    },
    names={
        "name": "danh hiệu, hình thức",
        "recipient": "người nhận",
        "count": "số lượng",
        "of_whom": "đối tượng",
        "period_label": "kỳ thành tích",
        "category": "loại khen",
        "occasion": "thành tích",
        "decision": "quyết định",
        "decided_by": "nơi khen",
        "authority": "cấp quyết định",
        "certificate": "số bằng",
        "home": "thuộc cơ quan",
        "source_document": "văn bản nguồn",
        "printed": "cách ghi",
        "revoking": "quyết định thu hồi",
        "lines": "số dòng",
        "part_of": "trong số",
    },
    values={"of_whom": RECIPIENT_KINDS, "category": AWARD_CATEGORIES, "sort": Award.Sort},
)
