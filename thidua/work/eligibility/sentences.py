"""How the verbs of eligibility read in the log."""

from thidua.kit.audit.sentences import tell

tell(
    {
        "eligibility.look_at_discipline": "{actor} đối chiếu cả kỷ luật của {subject}",
        "eligibility.start_screening": "{actor} lập lượt {subject}",
        "eligibility.start_screening_with_discipline": "{actor} lập lượt {subject}, có xét kỷ luật",
        "eligibility.go_on_with_screening": "{actor} cho chạy tiếp lượt {subject}",
        "eligibility.delete_screening": "{actor} xóa lượt {subject}",
    },
    names={
        "award": "danh hiệu, hình thức",
        "period_label": "kỳ",
        "titles": "danh hiệu",
        "considered_on": "ngày xét",
    },
)
