"""Documents named in running text: one phrase a spelling, then what several mentions make together."""

from datetime import date
from typing import Any

import pytest

from thidua.reading import read
from thidua.reading.facts import Citation

LEAD = "KẾ HOẠCH\nCông tác thi đua năm 2024\n\n"

PHRASES: list[tuple[str, list[tuple[str | None, str | None, str | None]]]] = [
    # (sentence, [(kind, number, day)])
    (
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;",
        [("Nghị định", "98/2023/NĐ-CP", "2023-12-31")],
    ),
    ("theo Nghị định 98/2023/NĐ-CP của Chính phủ.", [("Nghị định", "98/2023/NĐ-CP", None)]),
    ("Nghị định số 98/2023/NĐ-\n\nCP ngày 31/12/2023", [("Nghị định", "98/2023/NĐ-CP", "2023-12-31")]),
    (
        "Nghị định số 98/2023/\nNĐ-CP ngày 31 tháng 12 năm 2023",
        [("Nghị định", "98/2023/NĐ-CP", "2023-12-31")],
    ),
    ("Nghi dinh sô 98/2023/ND-CP ngay 31/12/2023", [("Nghị định", "98/2023/NĐ-CP", "2023-12-31")]),
    ("Quyet dinh so 15/QD-UBND ngay 02 thang 3 nam 2024", [("Quyết định", "15/QĐ-UBND", "2024-03-02")]),
    ("Chỉ thị số 34-\n\nCT/TW ngày 07/4/2014 của Bộ Chính trị", [("Chỉ thị", "34-CT/TW", "2014-04-07")]),
    ("Chỉ thị số 34 - CT/TW ngày 07-4-2014", [("Chỉ thị", "34-CT/TW", "2014-04-07")]),
    ("Nghị quyết số 41- NQ/ĐU ngày 03/01/2023 của Đảng ủy", [("Nghị quyết", "41-NQ/ĐU", "2023-01-03")]),
    ("Công văn số 902-CV/TU ngày 14.8.2014 của Ban Thường vụ", [("Công văn", "902-CV/TU", "2014-08-14")]),
    ("Công văn số 318/BTĐKT-NV ngày 29/5/2024 của Ban", [("Công văn", "318/BTĐKT-NV", "2024-05-29")]),
    ("Công văn 318/BTĐKT-NV, ngày 29/5/2024", [("Công văn", "318/BTĐKT-NV", "2024-05-29")]),
    ("Công văn hỏa tốc số 318/UBND-TH ngày 29/5/2024", [("Công văn", "318/UBND-TH", "2024-05-29")]),
    ("thực hiện theo 271/SNV-TĐKT ngày 05/6/2024.", [("Công văn", "271/SNV-TĐKT", "2024-06-05")]),
    ("văn bản số 271/SNV-TĐKT ngày 05/6/2024 của Sở Nội vụ", [("Công văn", "271/SNV-TĐKT", "2024-06-05")]),
    ("Chỉ thị số 19/CT-TTg ngày 16-7-2021 của Thủ tướng Chính phủ", [("Chỉ thị", "19/CT-TTg", "2021-07-16")]),
    ("Quyết định số 1204/QĐ-TTg ngày\n05 tháng 9\nnăm 2023", [("Quyết định", "1204/QĐ-TTg", "2023-09-05")]),
    ("Luật Thi đua, khen thưởng năm 2022;", [("Luật", None, None)]),
    ("Luật thi đua khen thưởng năm 2022 và các văn bản", [("Luật", None, None)]),
    ("Luật TĐKT năm 2022, Thông tư", [("Luật", None, None)]),
    ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", [("Luật", None, "2022-06-15")]),
    ("Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;", [("Luật", "06/2022/QH15", "2022-06-15")]),
    ("Luật số 06/2022/QH15 của Quốc hội", [("Luật", "06/2022/QH15", None)]),
    ("Bộ luật Lao động năm 2019;", [("Bộ luật", None, None)]),
    ("các quy định của Luật Thi đua, khen thưởng và văn bản hướng dẫn.", []),
    ("Luật Thi đua, khen thưởng trong năm 2024 được tuyên truyền rộng rãi.", []),
    ("Nghị quyết số 1661/NQ-UBTVQH15 ngày 16/6/2025", [("Nghị quyết", "1661/NQ-UBTVQH15", "2025-06-16")]),
    ("Nghị quyết số 35/2021/UBTVQH15 ngày 02/11/2021", [("Nghị quyết", "35/2021/UBTVQH15", "2021-11-02")]),
    ("Thông tư số 01/2024/BNV ngày 24 tháng 02 năm 2024", [("Thông tư", "01/2024/BNV", "2024-02-24")]),
    (
        "Thông tư liên tịch số 02/2015/TTLT-BNV-BTC ngày 5/6/2015",
        [("Thông tư liên tịch", "02/2015/TTLT-BNV-BTC", "2015-06-05")],
    ),
    (
        "Kế hoạch liên tịch số 07/KHLT-SGDĐT-CĐN ngày 10/9/2023",
        [("Kế hoạch liên tịch", "07/KHLT-SGDĐT-CĐN", "2023-09-10")],
    ),
    ("Hướng dẫn số 1820/HD-BTĐKTTW ngày 13/7/2023", [("Hướng dẫn", "1820/HD-BTĐKTTW", "2023-07-13")]),
    ("Tờ trình số 05/TTr-SDL ngày 3/3/2024", [("Tờ trình", "05/TTr-SDL", "2024-03-03")]),
    (
        "Chương trình hành động số 21-CTr/TU, ngày 05/10/2021",
        [("Chương trình hành động", "21-CTr/TU", "2021-10-05")],
    ),
    ("Quyết định số 01/QĐ-KTĐ ngày 25/3/2024", [("Quyết định", "01/QĐ-KTĐ", "2024-03-25")]),
    (
        "Quyết định của Ủy ban nhân dân tỉnh số 12/2024/QĐ-UBND ngày 04/5/2024",
        [("Quyết định", "12/2024/QĐ-UBND", "2024-05-04")],
    ),
    ("Quy định số 37-QĐ/TW ngày 25/10/2021", [("Quy định", "37-QĐ/TW", "2021-10-25")]),
    ("Quy định số 37-QĐ/TW và số 41-QĐ/TW", [("Quy định", "37-QĐ/TW", None), ("Quy định", "41-QĐ/TW", None)]),
    (
        "các Kế hoạch số 12/KH-UBND ngày 3/4/2024, số 15/KH-UBND ngày 5/4/2024",
        [("Kế hoạch", "12/KH-UBND", "2024-04-03"), ("Kế hoạch", "15/KH-UBND", "2024-04-05")],
    ),
    (
        "Quyết định số 98/QĐ-PNV ngày 06/5/2021 và Quyết định số 44/QĐ-PNV ngày 21/3/2022",
        [("Quyết định", "98/QĐ-PNV", "2021-05-06"), ("Quyết định", "44/QĐ-PNV", "2022-03-21")],
    ),
    ("Thông báo kết luận số 88/TB-UBND ngày 01/02/2024", [("Thông báo", "88/TB-UBND", "2024-02-01")]),
    ("Kết luận số 14-KL/TW ngày 22/9/2021", [("Kết luận", "14-KL/TW", "2021-09-22")]),
    ("Kế hoạch số 68/KH-UBND ngày 7/3/24 của Ủy ban nhân dân", [("Kế hoạch", "68/KH-UBND", "2024-03-07")]),
    ("Kế hoạch số 68/KH-UBND (ngày 07/3/2024)", [("Kế hoạch", "68/KH-UBND", "2024-03-07")]),
    (
        "Kế hoạch số 68/KH-UBND của Ủy ban nhân dân tỉnh ngày 07/3/2024",
        [("Kế hoạch", "68/KH-UBND", "2024-03-07")],
    ),
    ("Kế hoạch số 68/KH-UBND ban hành ngày 07/3/2024", [("Kế hoạch", "68/KH-UBND", "2024-03-07")]),
    ("Kế hoạch số 68/KH-UBND năm 2024", [("Kế hoạch", "68/KH-UBND", None)]),
    ("Kế hoạch số 68 /KH-UBND ngày 07/3/2024", [("Kế hoạch", "68/KH-UBND", "2024-03-07")]),
    ("Kế hoạch số: 68/KH-UBND ngày 07/3/2024", [("Kế hoạch", "68/KH-UBND", "2024-03-07")]),
    ("Kế hoạch số 2 4 3/KH-UBND ngày 07/3/2024", [("Kế hoạch", "243/KH-UBND", "2024-03-07")]),
    ("Kế hoạch số 68/KH\u2011UBND ngày 07/3/2024", [("Kế hoạch", "68/KH-UBND", "2024-03-07")]),
    ("Kế hoạch số\u00a068/KH-UBND ngày\u00a007/3/2024", [("Kế hoạch", "68/KH-UBND", "2024-03-07")]),
    ("Kế hoạch số 45/KH-PGD&ĐT ngày 07/3/2024", [("Kế hoạch", "45/KH-PGD&ĐT", "2024-03-07")]),
    ("Quyết định số 31/QĐ-THCS.NTMK ngày 07/3/2024", [("Quyết định", "31/QĐ-THCS.NTMK", "2024-03-07")]),
    ("Báo cáo số 120/BC-ĐĐBQH ngày 07/3/2024", [("Báo cáo", "120/BC-ĐĐBQH", "2024-03-07")]),
    ("Công điện số 02/CĐ-TTg ngày 07/3/2024", [("Công điện", "02/CĐ-TTg", "2024-03-07")]),
    ("Giấy mời số 61/GM-HĐTĐKT ngày 03/3/2025", [("Giấy mời", "61/GM-HĐTĐKT", "2025-03-03")]),
    ("Biên bản số 03/BB-HĐTĐKT ngày 05 tháng 01 năm 2024", [("Biên bản", "03/BB-HĐTĐKT", "2024-01-05")]),
    ("Văn bản hợp nhất số 05/VBHN-VPQH ngày 20/8/2023", [("Văn bản hợp nhất", "05/VBHN-VPQH", "2023-08-20")]),
    ("“Kế hoạch số 46/KH-SDL ngày 22/5/2024 phát động thi đua”.", [("Kế hoạch", "46/KH-SDL", "2024-05-22")]),
    (
        "- Quyết định số 43/QĐ-SDL ngày 22/3/2024;- Quyết định số 44/QĐ-SDL ngày 23/3/2024",
        [("Quyết định", "43/QĐ-SDL", "2024-03-22"), ("Quyết định", "44/QĐ-SDL", "2024-03-23")],
    ),
    ("giai đoạn 2021 - 2025; năm 2024 - Ủy ban nhân dân tỉnh; 29/29 công chức; 100% hồ sơ; A4/B5; 24/7.", []),
    ("Cuộc họp ngày 09/01/2024 có 13/15 thành viên; Kế hoạch 05 năm (2021 - 2025).", []),
    ("Đại hội lần thứ XIII của Đảng; số điện thoại 0299.3812 456; phòng 12/UB.", []),
    ("Kế hoạch số 12/KH-UBND ngày 31/02/2024", [("Kế hoạch", "12/KH-UBND", None)]),
]


def key(citation: Citation) -> tuple[str | None, str | None, str | None]:
    return citation.type, citation.number, citation.date.isoformat() if citation.date else None


def named(text: str) -> list[Citation]:
    return list(read(LEAD + text).citations)


@pytest.mark.parametrize(("sentence", "expected"), PHRASES, ids=[phrase[0][:40] for phrase in PHRASES])
def test_a_phrase_names_these_documents(sentence: str, expected: list[Any]) -> None:
    assert [key(citation) for citation in named(sentence)] == expected


def test_a_document_named_twice_is_one_citation_with_two_places() -> None:
    text = "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014. Tổng kết Chỉ thị số 34-\nCT/TW ngày 07 tháng 4 năm 2014."
    (citation,) = named(text)
    assert citation.number == "34-CT/TW"
    assert len(citation.spans) == 2


def test_the_same_number_on_two_days_is_two_documents() -> None:
    text = "Kế hoạch số 64/KH-UBND ngày 22/3/2022; Kế hoạch số 64/KH-UBND ngày 06/3/2024."
    assert [citation.date for citation in named(text)] == [date(2022, 3, 22), date(2024, 3, 6)]


def test_a_mention_without_its_day_joins_the_dated_one() -> None:
    text = "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ. Theo Nghị định số 98/2023/NĐ-CP và Nghị định 98."
    (citation,) = named(text)
    assert len(citation.spans) == 3
    assert citation.date == date(2023, 12, 31)


def test_two_documents_of_one_day_share_it() -> None:
    text = "Quyết định số 1201/QĐ-SYT và Quyết định số 1202/QĐ-SYT cùng ngày 25/9/2023; Kế hoạch số 3/KH-SYT, 4/KH-SYT ngày 2/1/2024."
    assert [citation.date for citation in named(text)] == [date(2023, 9, 25)] * 2 + [date(2024, 1, 2)] * 2


def test_a_bare_number_that_fits_two_documents_joins_none() -> None:
    text = "Kế hoạch số 12/KH-UBND ngày 3/4/2024; Kế hoạch số 12/KH-SNV ngày 5/4/2024. Theo Kế hoạch số 12."
    assert [len(citation.spans) for citation in named(text)] == [1, 1]


def test_a_law_in_short_and_in_full_is_one() -> None:
    (citation,) = named(
        "Luật Thi đua, khen thưởng năm 2022 và Luật TĐKT năm 2022; Luật thi đua khen thưởng năm 2022."
    )
    assert (citation.type, citation.year, citation.title) == ("Luật", 2022, "Thi đua, khen thưởng")
    assert len(citation.spans) == 3


def test_a_law_by_year_joins_the_law_by_number() -> None:
    (citation,) = named(
        "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022; Luật Thi đua, khen thưởng năm 2022."
    )
    assert citation.number == "06/2022/QH15"


@pytest.mark.parametrize(
    ("sentence", "issuer", "title"),
    [
        (
            "Công văn số 318/BTĐKT-NV ngày 27/5/2024 của Ban Thi đua - Khen thưởng tỉnh về việc báo cáo sơ kết, Sở Y tế báo cáo kết quả như sau:",
            "Ban Thi đua - Khen thưởng tỉnh",
            "về việc báo cáo sơ kết",
        ),
        (
            "Quyết định số 15/QĐ-BVHTTDL ngày 3/4/2024 của Bộ Văn hóa, Thể thao và Du lịch ban hành Quy chế;",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "ban hành Quy chế",
        ),
        (
            "Thông tư số 18/2013/TT-BKHCN ngày 01/8/2013 của Bộ trưởng Bộ Khoa học và Công nghệ hướng dẫn thi hành một số quy định.",
            "Bộ trưởng Bộ Khoa học và Công nghệ",
            "hướng dẫn thi hành một số quy định",
        ),
        (
            "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị “về tiếp tục đổi mới”; báo cáo định kỳ",
            "Bộ Chính trị",
            "về tiếp tục đổi mới",
        ),
        (
            "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ và các văn bản hướng dẫn.",
            "Chính phủ",
            None,
        ),
        (
            "Kế hoạch số 168/KH-UBND ngày 12/7/2022 phát động phong trào thi đua “Chung sức xây dựng nông thôn mới” giai đoạn 2021 - 2025; Kế",
            None,
            "phát động phong trào thi đua “Chung sức xây dựng nông thôn mới” giai đoạn 2021 - 2025",
        ),
        ("theo Kế hoạch số 12/KH-SNNMT ngày 28/3/2025.", None, None),
    ],
)
def test_issuer_and_title_end_where_the_sentence_goes_on(
    sentence: str, issuer: str | None, title: str | None
) -> None:
    citation = named(sentence)[0]
    assert (citation.issuer, citation.title) == (issuer, title)


def test_a_title_holds_the_document_that_it_is_about() -> None:
    sentence = "Kế hoạch số 96/KH-UBND ngày 20/10/2014 thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị; Chỉ thị"
    first, second = named(sentence)
    assert first.title == "thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị"
    assert second.number == "34-CT/TW"


def test_the_documents_own_number_is_no_citation() -> None:
    text = "SỞ Y TẾ\nSố: 15/KH-SYT\nHà Vân, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nThi đua năm 2024\n\nThực hiện Công văn số 9/SNV-TĐKT ngày 1/3/2024.\nGIÁM ĐỐC\nNguyễn Văn Mẫn\nPHỤ LỤC\n(Kèm theo Kế hoạch số 15/KH-SYT ngày 05/3/2024)"
    assert [citation.number for citation in read(text).citations] == ["9/SNV-TĐKT"]


def test_a_span_is_the_whole_mention_and_as_printed_the_number_with_its_break() -> None:
    facts = read(LEAD + "Căn cứ Chỉ thị số 34-\n\nCT/TW ngày 07/4/2014 của Bộ Chính trị.")
    (citation,) = facts.citations
    start, end = citation.spans[0]
    assert facts.text[start:end] == "Chỉ thị số 34-\n\nCT/TW ngày 07/4/2014 của Bộ Chính trị"
    assert citation.as_printed == "34-\n\nCT/TW"
