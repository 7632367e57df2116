"""How the verbs of the number books read in the log."""

from thidua.kit.audit.sentences import tell

tell(
    {
        "certificates.open_book": "{actor} mở sổ cấp {subject}",
        "certificates.correct_book": "{actor} sửa mẫu số của sổ cấp {subject}",
        "certificates.give_all": "{actor} cấp số cho cả quyết định vào sổ {subject}",
        "certificates.give": "{actor} cấp số {subject}",
        "certificates.spoil": "{actor} ghi hỏng số {subject}",
        "certificates.spoil_blank": "{actor} ghi phôi hỏng số {subject}",
        "certificates.cancel": "{actor} hủy số cấp nhầm {subject}",
        "certificates.reissue": "{actor} cấp lại {subject}",
        "certificates.recall": "{actor} thu hồi {subject}",
    },
    names={
        "pattern": "mẫu số",
        "width": "số chữ số",
        "is_preprinted": "phôi in sẵn số",
        "next_seq": "số tiếp theo",
        "number": "số",
        "recipient": "người nhận",
        "decision": "quyết định",
        "lines": "số người, tập thể",
        "first": "từ số",
        "last": "đến số",
    },
)
