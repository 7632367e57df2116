"""Files that are no workbooks, or mean harm, are refused in words, and the process that reads lives on."""

import zipfile
from io import BytesIO

import pytest
import xlsxwriter

from thidua.kit.refused import Refused
from thidua.kit.sheets import keeping
from thidua.kit.sheets.guard import Unfit, look
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.reader import Book
from thidua.kit.sheets.template import write_faulty, write_template
from thidua.kit.sheets.tests.conftest import FRUIT


def test_a_sound_workbook_is_told_by_what_is_in_it(written):
    found = look(written(["a"], ["b"]))

    assert (found.format, found.sheets) == ("xlsx", ("Một",))


def test_two_cells_far_apart_do_not_end_this_process(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "a")
    sheet.write(1_048_575, 16_383, "b")
    book.close()
    assert path.stat().st_size < 10_000

    with pytest.raises(Unfit, match="bất thường"):
        look(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "không phải bảng tính"),
        (b"", "không phải bảng tính"),
        (b"PK\x03\x04 broken", "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "hỏng"),
    ],
)
def test_what_is_no_workbook(tmp_path, data, words):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)

    with pytest.raises(Refused, match=words):
        keeping.read(path, "a.xlsx")


def test_macros_and_empty_sheets(tmp_path, written):
    path = written(["a"])
    with zipfile.ZipFile(path, "a") as container:
        container.writestr("xl/vbaProject.bin", b"")
    with pytest.raises(Unfit, match="macro"):
        look(path)
    with pytest.raises(Unfit, match="không có dòng nào"):
        look(written())


def test_a_stamp_of_secrecy_is_not_kept(written):
    with pytest.raises(Refused, match="độ mật"):
        keeping.read(written(["TỐI MẬT"], ["Tên trái"], ["Xoài"]), "a.xlsx")


def test_a_template_can_be_filled_in_and_read_again(tmp_path):
    path = tmp_path / "mau.xlsx"
    with path.open("wb") as stream:
        write_template(FRUIT, stream)

    with Book(path, FRUIT) as book:
        (row,) = next(book.chunks(10))
        assert book.header_problems == ()
    assert (row.number, row.values) == (2, {"name": "Xoài"})


def test_faulty_rows_are_written_with_what_is_wrong_in_front(tmp_path, written):
    path, out = written(["Tên trái", "Năm"], ["Xoài", "2O20"], ["Mận", 2020]), BytesIO()
    with Book(path, FRUIT) as book:
        write_faulty(book.printed_header(), book.printed(), {2: "B2: có chữ O"}, out)
    (tmp_path / "b.xlsx").write_bytes(out.getvalue())

    with Book(tmp_path / "b.xlsx", FRUIT) as book:
        assert book.printed_header() == ["Cần sửa", "Tên trái", "Năm"]
        assert list(book.printed()) == [(2, ["B2: có chữ O", "Xoài", "2O20"])]


def test_what_was_made_is_told_and_read_back_in_order():
    made, more = Made({"a.A": [1]}), Made({"b.B": [7], "a.A": [2]})
    made.merge(more)

    assert Made.from_json(made.as_json()) == made
    assert (len(made), bool(made), bool(Made())) == (3, True, False)
    assert list(made.backwards()) == [("b.B", [7]), ("a.A", [1, 2])]


ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Một">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)


def ods(path, rows, more=""):
    """A LibreOffice sheet of texts."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = (f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        container.writestr("content.xml", ODS.format("".join(lines) + more))
        container.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def test_sheets_of_libreoffice_are_read_too(tmp_path):
    path = ods(tmp_path / "a.ods", [["Tên trái", "Năm"], ["Xoài", "2020"]])

    found = look(path)
    with Book(path, FRUIT, sheet=found.sheets[0]) as book:
        (row,) = next(book.chunks(10))
    assert (found.format, row.values) == ("ods", {"name": "Xoài", "year": 2020})


def test_a_row_repeated_a_million_times_is_refused(tmp_path):
    more = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16000" office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>'
    )

    with pytest.raises(Unfit, match=r"hỏng|bất thường"):
        look(ods(tmp_path / "a.ods", [["Tên trái", "Năm"]], more))
