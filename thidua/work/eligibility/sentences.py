"""How the verbs of eligibility read in the log."""

from thidua.kit.audit.sentences import tell

tell(
    {
        "eligibility.look_at_discipline": "{actor} đối chiếu cả kỷ luật của {subject}",
    },
    names={"award": "danh hiệu, hình thức", "period_label": "kỳ"},
)
