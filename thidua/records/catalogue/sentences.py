"""How the verbs of the catalogue read in the log."""

from thidua.kit.audit.sentences import tell

tell(
    {
        "catalogue.verify": "{actor} đối chiếu mục sách luật {subject}",
        "catalogue.state": "{actor} ghi quy định riêng {subject}",
        "catalogue.withdraw": "{actor} thu hồi mục sách luật {subject}",
        "catalogue.export": "{actor} xuất gói đối chiếu của {subject}",
        "catalogue.receive": "{actor} nạp {subject}",
        "catalogue.trust": "{actor} chấp nhận nơi gửi gói {subject}",
        "catalogue.distrust": "{actor} thôi chấp nhận nơi gửi gói {subject}",
        "catalogue.take_over": "{actor} dùng mục đối chiếu từ {subject}",
    },
    names={
        "document": "văn bản",
        "place": "căn cứ",
        "since": "hiệu lực từ",
        "number": "mức",
        "code": "mã",
        "corrections": "sửa",
        "fingerprint": "dấu vân tay",
        "count": "số mục",
        "files": "kèm tệp",
    },
)
