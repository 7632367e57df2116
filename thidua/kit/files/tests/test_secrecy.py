import pytest

from thidua.kit.files.extract import extract
from thidua.kit.files.secrecy import stamp, why_not_keep, why_not_keep_file
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH TÂN GIANG\nSố: 12/BC-UBND\n"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MẬT\n" + HEAD, "mật"),
        (HEAD + "\n[ MẬT ]\n\nBÁO CÁO", "mật"),
        (HEAD + "TỐI MẬT\nBÁO CÁO", "tối mật"),
        (HEAD + "TỐI\nMẬT\nBÁO CÁO", "tối mật"),
        (HEAD + "TUYỆT MẬT", "tuyệt mật"),
        (HEAD + "T U Y Ệ T  M Ậ T", "mật"),
        (HEAD + "M Ậ T\nBÁO CÁO", "mật"),
        (HEAD + "Mật\nBÁO CÁO", "mật"),
        ("UBND TỈNH TÂN GIANG     MẬT     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "mật"),
        ("MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "mật"),
        ("Số: 12/BC-UBND TỐI MẬT\n", "tối mật"),
        ("TUYỆT MẬT Số: 12/BC-UBND", "tuyệt mật"),
        ("Độ mật: Tối mật\n" + HEAD, "tối mật"),
    ],
)
def test_a_stamp_near_the_top_is_seen(text, level):
    assert stamp(text) == level


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "KẾ HOẠCH\nBảo đảm bảo mật thông tin trong công tác thi đua",
        HEAD + "QUY ĐỊNH VỀ BẢO\nMẬT\nTHÔNG TIN",
        HEAD + "Thực hiện Luật Bảo vệ bí mật nhà nước; độ mật gồm: tuyệt mật, tối mật, mật.",
        HEAD + "Văn bản thuộc danh mục bí\nmật nhà nước không gửi qua mạng.",
        HEAD + "tài liệu cơ\nmật.",
        HEAD + "Trang trại nuôi ong lấy\nmật\nđược khen thưởng",
        HEAD + "Nhà máy đường sản xuất MẬT RỈ",
        HEAD + "Sở Nông nghiệp: mật ong U Minh",
        HEAD + "Nội dung dài\n" * 60 + "MẬT\n",
        "",
    ],
)
def test_words_about_secrecy_are_no_stamp(text):
    assert stamp(text) == ""


def test_the_reason_names_the_stamp_and_what_to_do():
    assert why_not_keep("TỐI MẬT\nBÁO CÁO") == [
        "Văn bản có dấu chỉ độ mật “TỐI MẬT”. Không đưa văn bản bí mật nhà nước vào hệ thống này; "
        "quản lý theo quy định về bảo vệ bí mật nhà nước."
    ]
    assert why_not_keep(HEAD) == []


@pytest.mark.parametrize(
    "data",
    [
        made.docx(
            para("BÁO CÁO")
            + f"<w:p><w:r><w:pict><w:txbxContent>{para('MẬT')}</w:txbxContent></w:pict></w:r></w:p>"
        ),
        made.docx(para("BÁO CÁO"), header1=para("TUYỆT MẬT")),
        made.pdf(["BÁO CÁO", "TỐI MẬT", "Kính gửi: Ủy ban nhân dân tỉnh Tân Giang"]),
    ],
    ids=["text box", "running head", "pdf"],
)
def test_a_stamp_in_a_box_or_a_running_head_is_seen(data):
    assert why_not_keep_file(extract(data, "a")) != []
