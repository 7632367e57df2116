"""Guesses that an officer may change: relation, topic, whole number, kind of an unknown office. Pure."""

import pytest

from thidua.outlook.intake.offices import guess, the_one, whole_name
from thidua.outlook.intake.relations import relation_of, will_be_replaced
from thidua.outlook.intake.suggestions import full_number
from thidua.outlook.intake.topics import topic_of
from thidua.reading import read
from thidua.reading.text import Text

HEAD = "{kind}\n{title}\n\n{body}\n\nI. NỘI DUNG\n\nNội dung thứ nhất của văn bản này.\n"


def relations(kind, body, title="Về công tác thi đua năm 2024"):
    text = HEAD.format(kind=kind, title=title, body=body)
    facts = read(text)
    laid_out = Text.of(facts.text)
    return {item.number: relation_of(item, text=laid_out, meta=facts.meta).code for item in facts.citations}


@pytest.mark.parametrize(
    ("kind", "body", "meant"),
    [
        (
            "KẾ HOẠCH",
            "Thực hiện Kế hoạch số 8/KH-UBND ngày 12/01/2024 của Ủy ban nhân dân tỉnh, Sở xây dựng kế hoạch.",
            "trien_khai",
        ),
        (
            "KẾ HOẠCH",
            "Căn cứ Kế hoạch số 8/KH-UBND ngày 12/01/2024 của Ủy ban nhân dân tỉnh, Sở xây dựng kế hoạch.",
            "vien_dan",
        ),
        (
            "BÁO CÁO",
            "Căn cứ Công văn số 8/SNV-TĐKT ngày 12/01/2024 của Sở Nội vụ, Sở Văn hóa báo cáo như sau.",
            "tra_loi",
        ),
        (
            "QUYẾT ĐỊNH",
            "Quyết định này thay thế Quyết định số 8/QĐ-SVH ngày 12/01/2020 của Sở Văn hóa.",
            "thay_the",
        ),
        (
            "THÔNG BÁO",
            "Tham mưu dự thảo Quyết định thay thế Quyết định số 8/QĐ-SVH ngày 12/01/2020.",
            "vien_dan",
        ),
    ],
)
def test_the_relation_follows_the_words_before(kind, body, meant):
    assert list(relations(kind, body).values()) == [meant]


def test_an_amending_decision_amends():
    body = "Sửa đổi, bổ sung một số điều của Quyết định số 8/QĐ-SVH ngày 12/01/2020 của Sở Văn hóa."

    found = relations("QUYẾT ĐỊNH", body, "Sửa đổi, bổ sung một số điều của Quy chế thi đua")

    assert found == {"8/QĐ-SVH": "sua_doi"}


def test_what_is_to_be_replaced_later_is_noted():
    facts = read(
        HEAD.format(
            kind="THÔNG BÁO",
            title="Kết luận",
            body="Tham mưu Quyết định thay thế Quyết định số 8/QĐ-SVH ngày 12/01/2020.",
        )
    )

    assert will_be_replaced(facts.citations[0], text=Text.of(facts.text))


@pytest.mark.parametrize(
    ("number", "kind", "whole"),
    [
        ("01/2024/BNV", "Thông tư", "01/2024/TT-BNV"),
        ("45/UBND", "Quyết định", "45/QĐ-UBND"),
        ("412/SNV-TĐKT", "Hướng dẫn", "412/HD-SNV-TĐKT"),
        ("01/2024/TT-BNV", "Thông tư", ""),
        ("412/SNV-TĐKT", "Công văn", ""),
        ("06/2022/QH15", "Luật", ""),
        ("412", "Kế hoạch", ""),
        (None, "Kế hoạch", ""),
        ("412/SNV", None, ""),
    ],
)
def test_an_incomplete_number_has_one_likely_reading(number, kind, whole):
    assert full_number(number, kind) == whole


@pytest.mark.parametrize(
    ("title", "kind", "topic"),
    [
        ("về tuyên truyền công tác thi đua năm 2024", "Kế hoạch", "tuyen_truyen"),
        (
            "về xây dựng, bồi dưỡng, tuyên truyền và nhân rộng mô hình, điển hình tiên tiến",
            "Kế hoạch",
            "dien_hinh",
        ),
        ("về việc kiện toàn Hội đồng Thi đua - Khen thưởng", "Quyết định", "hoi_dong"),
        ("ban hành Quy chế làm việc Hội đồng Sáng kiến", "Quyết định", "sang_kien"),
        ("thành lập khối thi đua các phòng", "Quyết định", "cum_khoi"),
        ("về tự kiểm tra, giám sát công tác thi đua", "Kế hoạch", "kiem_tra"),
        ("phát động phong trào thi đua yêu nước", "Kế hoạch", "phong_trao"),
        ("quy định chi tiết thi hành", "Nghị định", "the_che"),
        ("về công tác thi đua khối các phòng", "Kế hoạch", "cum_khoi"),
        ("về tiếp tục đổi mới công tác thi đua, khen thưởng", "Công văn", "chi_dao"),
        ("thực hiện Chỉ thị của Bộ Chính trị", "Kế hoạch", "chi_dao"),
        ("về cải tạo trụ sở", "Kế hoạch", ""),
        (None, "Chỉ thị", "chi_dao"),
        (None, None, ""),
    ],
)
def test_the_topic_follows_the_title(title, kind, topic):
    assert topic_of(title, kind) == topic


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("Chính phủ", "nha_nuoc", "trung_uong"),
        ("Bộ Chính trị", "dang", "trung_uong"),
        ("Tỉnh ủy", "dang", "tinh"),
        ("Bộ Nội vụ", "nha_nuoc", "trung_uong"),
        ("Sở Tài chính", "nha_nuoc", "so_nganh"),
        ("Ủy ban nhân dân tỉnh Tân Giang", "nha_nuoc", "tinh"),
        ("Ủy ban nhân dân huyện Hòa Sơn", "nha_nuoc", "huyen"),
        ("Ủy ban nhân dân xã Bình Hòa", "nha_nuoc", "xa"),
        ("Liên đoàn Lao động tỉnh", "mat_tran", "tinh"),
        ("Hội đồng Thi đua - Khen thưởng tỉnh", "hoi_dong", "tinh"),
        ("Hội đồng nhân dân tỉnh", "nha_nuoc", "tinh"),
        ("Ban Thi đua - Khen thưởng Trung ương", "nha_nuoc", "trung_uong"),
        ("Bảo hiểm xã hội tỉnh", "nha_nuoc", "tinh"),
        ("Trung tâm Xúc tiến", "su_nghiep", "don_vi"),
    ],
)
def test_an_unknown_office_is_of_a_likely_kind(name, kind, level):
    assert guess(name) == (kind, level)


def test_an_open_level_is_completed_by_the_place_of_the_reader():
    assert (
        whole_name("Ủy ban nhân dân  tỉnh", "Sở Văn hóa tỉnh Tân Giang") == "Ủy ban nhân dân tỉnh Tân Giang"
    )
    assert whole_name("Ủy ban nhân dân tỉnh", "Sở Văn hóa") == "Ủy ban nhân dân tỉnh"
    assert whole_name("Sở Nội vụ", "Sở Văn hóa tỉnh Tân Giang") == "Sở Nội vụ"
    assert whole_name("Tỉnh ủy", "Sở Văn hóa tỉnh Tân Giang") == "Tỉnh ủy Tân Giang"


def test_a_standing_committee_speaks_for_its_party_committee():
    assert whole_name("Ban Thường vụ Tỉnh ủy", "Sở Văn hóa tỉnh Tân Giang") == "Tỉnh ủy Tân Giang"
    assert whole_name("Ban Chấp hành Đảng bộ", "Trung tâm Xúc tiến") == "Đảng bộ"
    assert whole_name("Ban Thường vụ Công đoàn", "Sở Văn hóa") == "Ban Thường vụ Công đoàn"


@pytest.mark.parametrize(
    ("printed", "one"),
    [
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("Tỉnh ủy và các cơ quan cấp tỉnh", "Tỉnh ủy"),
        ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Trung ương và Ủy ban nhân dân tỉnh", ""),
        ("Tỉnh ủy, Ủy ban nhân dân tỉnh", ""),
        ("các cơ quan cấp tỉnh", ""),
        ("", ""),
    ],
)
def test_of_several_launchers_only_one_that_is_named_alone_is_meant(printed, one):
    assert the_one(printed) == one
