"""How the verbs of the catalogue read in the log."""

from thidua.kit.audit.sentences import tell

tell(
    {
        "catalogue.verify": "{actor} đối chiếu mục sách luật {subject}",
        "catalogue.state": "{actor} ghi quy định riêng {subject}",
        "catalogue.withdraw": "{actor} thu hồi mục sách luật {subject}",
    },
    names={
        "document": "văn bản",
        "place": "căn cứ",
        "since": "hiệu lực từ",
        "number": "mức",
        "code": "mã",
        "corrections": "sửa",
    },
)
