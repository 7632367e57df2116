"""How the verbs of the staff records read in the log. Lines about conduct tell that one was written, not about whom."""

from thidua.kit.audit.sentences import tell
from thidua.records.staff.models import Leave, Service, Study
from thidua.vn.codes import TASK_LEVELS

tell(
    {
        "staff.rate": "{actor} ghi xếp loại {subject}",
        "staff.rate_many": "{actor} ghi danh sách xếp loại, {subject}",
        "staff.enter_leave": "{actor} ghi nghỉ {subject}",
        "staff.enter_leave_many": "{actor} ghi danh sách nghỉ, {subject}",
        "staff.enter_study": "{actor} ghi học tập {subject}",
        "staff.enter_service": "{actor} ghi quá trình công tác {subject}",
        "staff.enter_discipline": "{actor} ghi một dòng vào sổ kỷ luật, {subject}",
        "staff.enter_discipline_many": "{actor} ghi danh sách vào sổ kỷ luật, {subject}",
        "staff.end_discipline": "{actor} ghi hết hiệu lực một dòng trong sổ kỷ luật, {subject}",
        "staff.note_matter": "{actor} ghi một việc tạm dừng xét khen, {subject}",
        "staff.close_matter": "{actor} ghi kết thúc một việc tạm dừng xét khen, {subject}",
        "staff.read_conduct": "{actor} xem sổ kỷ luật, việc đang xem xét: {subject}",
        "staff.correct": "{actor} sửa dòng đánh giá, kỷ luật, nghỉ {subject}",
        "staff.strike": "{actor} bỏ dòng ghi nhầm {subject}",
        "staff.take_back": "{actor} hoàn tác việc ghi danh sách, {subject}",
    },
    names={
        "of": "người, tập thể",
        "period_label": "kỳ",
        "level": "xếp loại",
        "kind": "loại",
        "course": "khóa học",
        "since": "từ ngày",
        "until": "đến trước ngày",
        "days": "số ngày",
        "working_days": "số ngày làm việc",
        "sent_by_agency": "cơ quan cử đi",
        "complied": "chấp hành quy định",
        "result": "kết quả",
        "place": "nơi, công việc",
        "document": "văn bản",
        "printed": "căn cứ khác",
        "lines": "số dòng",
    },
    values={
        "level": TASK_LEVELS,
        "kind": {**dict(Leave.Kind.choices), **dict(Service.Kind.choices)},
        "result": Study.Result,
    },
)
