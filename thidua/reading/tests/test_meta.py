"""The document's own identity, from letterhead, title and foot in their many layouts."""

from datetime import date

import pytest

from thidua.reading import read

BODY = "Thực hiện nhiệm vụ năm 2024, Sở Công Thương báo cáo như sau:\n1. Kết quả\nCác phòng đã hoàn thành.\n"


def document(
    *, head: str = "", title: str = "BÁO CÁO\nSơ kết công tác thi đua", body: str = BODY, foot: str = ""
) -> str:
    return "\n".join(part for part in (head, title, "", body, foot) if part is not None)


@pytest.mark.parametrize(
    ("head", "issuer", "number", "day", "place"),
    [
        (
            "UBND TỈNH HÀ VÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ CÔNG THƯƠNG             Độc lập - Tự do - Hạnh phúc\nSố: 15/BC-SCT          Hà Vân, ngày 05 tháng 3 năm 2024",
            "Sở Công Thương",
            "15/BC-SCT",
            date(2024, 3, 5),
            "Hà Vân",
        ),
        (
            "UBND TỈNH HÀ VÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ CÔNG THƯƠNG Độc lập - Tự do - Hạnh phúc\nSố: 15 /BC-SCT Hà Vân, ngày 05 tháng 3 năm 2024",
            "Sở Công Thương",
            "15/BC-SCT",
            date(2024, 3, 5),
            "Hà Vân",
        ),
        (
            "UBND TỈNH HÀ VÂN\nSỞ CÔNG THƯƠNG\n_______\nSố: 15/BC-SCT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n________\nHà Vân, ngày 05 tháng 3 năm 2024",
            "Sở Công Thương",
            "15/BC-SCT",
            date(2024, 3, 5),
            "Hà Vân",
        ),
        (
            "ỦY BAN NHÂN DÂN\nHUYỆN BA TRẠI\nSố: 7/BC-UBND\nBa Trại, ngày 5 tháng 12 năm 2024",
            "Ủy ban nhân dân huyện Ba Trại",
            "7/BC-UBND",
            date(2024, 12, 5),
            "Ba Trại",
        ),
        (
            "SỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\nTRUNG TÂM DỊCH VỤ VIỆC LÀM\nSố:      /BC-TTDVVL\nHà Vân, ngày      tháng 3 năm 2024",
            "Trung tâm Dịch vụ việc làm",
            None,
            None,
            "Hà Vân",
        ),
        (
            "ĐẢNG BỘ TỈNH HÀ VÂN          ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY SỞ Y TẾ\n*          Hà Vân, ngày 16 tháng 01 năm 2024\nSố 58- BC/ĐU",
            "Đảng ủy Sở Y tế",
            "58-BC/ĐU",
            date(2024, 1, 16),
            "Hà Vân",
        ),
        (
            "UBND TỈNH HÀ VÂN\nSỞ CÔNG THƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: …/BC-SCT\tHà Vân, ngày … tháng … năm 2024",
            "Sở Công Thương",
            None,
            None,
            "Hà Vân",
        ),
    ],
)
def test_a_letterhead_tells_who_which_number_when_and_where(
    head: str, issuer: str, number: str | None, day: date | None, place: str
) -> None:
    meta = read(document(head=head)).meta
    assert (meta.issuer, meta.number, meta.date, meta.place) == (issuer, number, day, place)
    assert (meta.type, meta.title) == ("Báo cáo", "Sơ kết công tác thi đua")


@pytest.mark.parametrize(
    ("foot", "signer", "title", "recipients", "mark"),
    [
        (
            "Nơi nhận:\n- Như trên;\n- Lưu: VT, tqdat.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Mẫn",
            "Lê Văn Mẫn",
            "Phó Chủ tịch (KT. Chủ tịch)",
            ("Như trên",),
            "tqdat",
        ),
        (
            "Nơi nhận:                    GIÁM ĐỐC\n- Sở Nội vụ (b/c);\n- Lưu: VT, NV (lmha).\n\n                             Lê Thị Mai",
            "Lê Thị Mai",
            "Giám đốc",
            ("Sở Nội vụ (b/c)",),
            "lmha",
        ),
        (
            "Nơi nhận: KT. TRƯỞNG BAN\n- Như trên; PHÓ TRƯỞNG BAN\n- Lưu: VT, NV.ntdung.\n\nPhùng Thế Khiêm",
            "Phùng Thế Khiêm",
            "Phó Trưởng ban (KT. Trưởng ban)",
            ("Như trên",),
            "ntdung",
        ),
        (
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nThạch Sa Rây\nNơi nhận:\n- Các xã;\n- Lưu: VT.",
            "Thạch Sa Rây",
            "Chủ tịch (TM. Ủy ban nhân dân)",
            ("Các xã",),
            None,
        ),
        (
            "Nơi nhận:\n- Các đơn vị\n  trực thuộc;\n- Lưu: VT, VP.\nTL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nThs. Lê Văn Mẫn",
            "Lê Văn Mẫn",
            "Chánh Văn phòng (TL. Giám đốc)",
            ("Các đơn vị trực thuộc",),
            None,
        ),
    ],
)
def test_a_foot_tells_who_signed_and_who_receives(
    foot: str, signer: str, title: str, recipients: tuple[str, ...], mark: str | None
) -> None:
    meta = read(document(foot=foot)).meta
    assert (meta.signer, meta.signer_title, meta.recipients, meta.drafter_mark) == (
        signer,
        title,
        recipients,
        mark,
    )


def test_without_a_letterhead_the_opening_or_closing_names_the_issuer() -> None:
    assert read(document()).meta.issuer == "Sở Công Thương"
    closing = "Trên đây là báo cáo của Sở Y tế tỉnh Hà Vân./."
    assert (
        read(document(body=f"Năm 2024, Sở Y tế báo cáo:\n1. Kết quả\n{closing}")).meta.issuer
        == "Sở Y tế tỉnh Hà Vân"
    )


@pytest.mark.parametrize(
    ("title", "body", "foot", "issuer"),
    [
        ("QUYẾT ĐỊNH\nVề việc tặng Giấy khen", "GIÁM ĐỐC TRUNG TÂM QUAN TRẮC\nCăn cứ Luật Thi đua, khen thưởng năm 2022;", "", "Trung tâm Quan trắc"),
        ("KẾ HOẠCH\nThi đua", "I. MỤC ĐÍCH\nHuyện Ba Trại thi đua; Ủy ban nhân dân huyện tổng kết.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thị Mai", "Ủy ban nhân dân huyện Ba Trại"),
        ("THÔNG BÁO\nKết luận", "Tại cuộc họp, Phó Giám đốc Sở phụ trách Ban Dân tộc kết luận như sau:\n1. Việc\n- Sở Nội vụ tham mưu.", "", "Ban Dân tộc"),
        ("KẾ HOẠCH\nThi đua", "Thực hiện Thông tư của Bộ trưởng Bộ Khoa học và Công nghệ hướng dẫn, Trường Trung học Bình Minh xây dựng kế hoạch:", "HIỆU TRƯỞNG\n\nLê Thị Mai", "Trường Trung học Bình Minh"),
        ("GIẤY MỜI\nHọp", "Kính gửi: Thành viên Hội đồng Sáng kiến huyện.\nThường trực mời thành viên Hội đồng Sáng kiến huyện dự họp.", "TL. CHỦ TỊCH HỘI ĐỒNG\nTHƯ KÝ\n\nLê Thị Mai", "Hội đồng Sáng kiến huyện"),
    ],
)  # fmt: skip
def test_authority_subject_and_signature_are_weighed(title: str, body: str, foot: str, issuer: str) -> None:
    assert read(document(title=title, body=body, foot=foot)).meta.issuer == issuer


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("THƯ KÝ                    CHỦ TỌA\n\nLê Văn Mẫn               Trần Thị Hoa", "Trần Thị Hoa"),
        ("CHỦ TỌA                   THƯ KÝ\n\nTrần Thị Hoa             Lê Văn Mẫn", "Trần Thị Hoa"),
        (
            "TM. BAN THƯỜNG VỤ          KT. GIÁM ĐỐC\nCHỦ TỊCH          PHÓ GIÁM ĐỐC\n\nLê Văn Mẫn               Trần Thị Hoa",
            "Trần Thị Hoa",
        ),
        ("Hiệu trưởng\n\nThs. H'Yim Kđoh", "H'Yim Kđoh"),
        ("GIÁM ĐỐC\n(Đã ký)\nLÊ THỊ MAI", "Lê Thị Mai"),
    ],
)
def test_of_several_signatures_the_one_that_answers_is_taken(foot: str, signer: str) -> None:
    assert read(document(foot=foot)).meta.signer == signer


def test_a_province_left_to_be_understood_is_taken_from_the_text() -> None:
    body = "Để cổ vũ phong trào của tỉnh Hà Vân, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n1. Nội dung\nTỉnh Hà Vân phát động.\n"
    assert read(document(body=body)).meta.issuer == "Ủy ban nhân dân tỉnh Hà Vân"


def test_the_day_of_a_meeting_is_not_the_day_of_the_notice() -> None:
    title = "THÔNG BÁO\nKết luận tại cuộc họp ngày 04 tháng 3 năm 2024"
    meta = read(document(title=title)).meta
    assert meta.date is None
    assert meta.title == "Kết luận tại cuộc họp ngày 04 tháng 3 năm 2024"


def test_a_letter_has_its_subject_behind_v_v() -> None:
    head = "SỞ NỘI VỤ\nSố: 271/SNV-TĐKT\nV/v đăng ký thi đua\nnăm 2024\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Vân, ngày 5 tháng 1 năm 2024\n\nKính gửi: Các sở, ban, ngành."
    meta = read(document(head=head, title="")).meta
    assert (meta.type, meta.number, meta.title) == ("Công văn", "271/SNV-TĐKT", "đăng ký thi đua năm 2024")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "KẾ HOẠCH\nPhát động phong trào thi đua “Chung tay xóa nhà tạm,\nnhà dột nát” năm\n2025",
            "Phát động phong trào thi đua “Chung tay xóa nhà tạm, nhà dột nát” năm 2025",
        ),
        ("KẾ HOẠCH\nvề công tác thi đua\n---------", "về công tác thi đua"),
        ("KẾ HOẠCH CÔNG TÁC THI ĐUA NĂM 2024", "CÔNG TÁC THI ĐUA NĂM 2024"),
    ],
)
def test_a_title_may_run_over_several_lines(title: str, expected: str) -> None:
    meta = read(document(title=title)).meta
    assert (meta.type, meta.title) == ("Kế hoạch", expected)


def test_a_decision_names_its_authority_below_the_title() -> None:
    title = "QUYẾT ĐỊNH\nVề việc tặng Giấy khen\n\nGIÁM ĐỐC SỞ CÔNG THƯƠNG\n\nCăn cứ Luật Thi đua, khen thưởng năm 2022;"
    meta = read(document(head="SỞ CÔNG THƯƠNG\nSố: 9/QĐ-SCT", title=title)).meta
    assert (meta.type, meta.title, meta.number) == ("Quyết định", "Về việc tặng Giấy khen", "9/QĐ-SCT")


@pytest.mark.parametrize(
    "text", ["", " \n \f", "Một câu không có gì.", "12", "Số: ", "KẾ HOẠCH", "Nơi nhận:", "KT. GIÁM ĐỐC"]
)
def test_a_text_without_form_leaves_everything_open(text: str) -> None:
    meta = read(text).meta
    assert (meta.number, meta.date, meta.signer, meta.issuer) == (None, None, None, None)


def test_every_printed_field_says_where_it_stands() -> None:
    head = "SỞ CÔNG THƯƠNG\nSố: 15/BC-SCT\nHà Vân, ngày 05 tháng 3 năm 2024"
    facts = read(document(head=head, foot="GIÁM ĐỐC\n\nLê Thị Mai"))
    shown = {name: facts.text[slice(*span)] for name, span in facts.meta.spans.items()}
    assert shown["number"] == "15/BC-SCT"
    assert shown["date"] == "ngày 05 tháng 3 năm 2024"
    assert (shown["place"], shown["issuer"], shown["signer"]) == ("Hà Vân", "SỞ CÔNG THƯƠNG", "Lê Thị Mai")
    assert (shown["type"], shown["title"]) == ("BÁO CÁO", "Sơ kết công tác thi đua")
