from thidua.kit.files.extract import extract
from thidua.kit.files.extract.letters import mend_hyphens
from thidua.kit.files.tests import made


def test_pages_come_in_order_with_all_vietnamese_letters():
    found = extract(made.pdf(made.PLAN, ["Trang hai", "KT. CHỦ TỊCH"]), "a.pdf")

    assert found.text == "\n".join([*made.PLAN, "Trang hai", "KT. CHỦ TỊCH"])
    assert (found.kind, found.pages, found.encoding, found.note) == ("pdf", 2, "", "")


def test_a_hyphen_at_the_end_of_a_line_stays_and_so_does_the_line():
    lines = ["Căn cứ Chỉ thị số 34-", "CT/TW và Nghị định số 98/2023/NĐ-", "CP của Chính phủ"]

    assert extract(made.pdf(lines), "a.pdf").text.split("\n") == lines


def test_decomposed_letters_come_out_composed():
    assert extract(made.pdf(["Đo\u0302\u0300ng chi\u0301 gương mẫu trong thi đua"]), "a.pdf").text.startswith(
        "Đồng chí"
    )


def test_a_scan_is_a_pdf_without_text():
    found = extract(made.scan(3), "a.pdf")

    assert (found.kind, found.text, found.has_text, found.pages) == ("pdf", "", False, 3)


def test_a_scan_with_the_stamp_of_a_signature_is_told():
    found = extract(made.pdf(["Ký bởi: UBND tỉnh"], [], [], []), "a.pdf")

    assert found.note == "Tệp có 4 trang nhưng hầu như không có chữ: có thể là bản quét."


def test_a_pdf_without_a_user_password_is_read():
    assert extract(made.pdf(made.PLAN), "a.pdf").has_text


def test_letters_of_old_fonts_are_decoded_and_to_be_confirmed():
    found = extract(made.pdf([made.tcvn3(line.lower()) for line in made.PLAN]), "a.pdf")

    assert found.text == "\n".join(line.lower() for line in made.PLAN)
    assert (found.encoding, found.guessed) == ("tcvn3", True)


def test_the_capital_font_gives_capitals():
    lines = [made.tcvn3(line.lower()) for line in made.PLAN[:2]] + [made.tcvn3("về việc tặng bằng khen")]

    text = extract(made.pdf(lines, font_name=".VnTimeH"), "a.pdf").text

    assert text == "\n".join([*made.PLAN[:2], "VỀ VIỆC TẶNG BẰNG KHEN"])


def test_vni_letters_are_decoded():
    found = extract(made.pdf([made.vni(line) for line in made.PLAN]), "a.pdf")

    assert (found.text, found.encoding) == ("\n".join(made.PLAN), "vni")


def test_the_letter_that_pdf_readers_take_for_a_hyphen_is_mended():
    broken = "th-ởng t- t-ởng -u tú đ-ợc h-ởng, QĐ-UBND 1999-2000 - Thi đua\nb- Mục\nph-ơng h-ớng"

    mended = "thưởng tư tưởng ưu tú được hưởng, QĐ-UBND 1999-2000 - Thi đua\nb- Mục\nphương hướng"
    assert mend_hyphens(broken) == mended
