"""The legal officer brings the text itself: into the register with its file, its passage beside the form."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from thidua.kit.files import services as files
from thidua.kit.files.models import FileVersion
from thidua.kit.refused import Refused
from thidua.law.citations import Citation
from thidua.records.catalogue import selectors, services
from thidua.records.catalogue.tests.factories import DRAFT, legal, parts_of, regulation
from thidua.records.register.models import Document, Paper
from thidua.records.register.tests.factories import NOW, SYSTEM, identity

TEXT = """QUY CHẾ
Mục lục
Điều 3. Biểu quyết
Điều 4. Công khai

Điều 3. Biểu quyết
1. Hội đồng họp khi có đủ thành viên.
2. Danh hiệu được đề nghị khi đạt ít nhất 85% số phiếu.
a) Người vắng gửi ý kiến bằng văn bản.
3. Biên bản gửi kèm hồ sơ.
Điều 4. Công khai
1. Công khai 05 ngày làm việc.
"""
NAMED = identity("12/QĐ-SVH", date(2024, 2, 1), title="Quy chế xét khen thưởng")


def brought(body, text=TEXT, named=NAMED, by=SYSTEM):
    received = files.receive("quy che.txt", text.encode())
    return services.bring_text(named, received=received, body=body, by=by, at=NOW)


def test_a_new_text_comes_into_the_register_with_its_file(so_van_hoa):
    document = brought(so_van_hoa)

    assert document.entries.get().body == so_van_hoa
    assert Paper.objects.get(document=document).file.name == "quy che.txt"


def test_a_document_that_is_there_only_gains_the_file_and_only_once(so_van_hoa):
    there = regulation(so_van_hoa)

    assert brought(so_van_hoa) == there
    assert brought(so_van_hoa) == there
    assert Document.objects.count() == 1
    assert FileVersion.objects.count() == 1


def test_who_may_not_write_is_refused(so_van_hoa, minh, tung, as_actor, so_noi_vu):
    for actor in (as_actor(minh), as_actor(tung)):
        with pytest.raises(Refused, match="pháp chế"):
            brought(so_van_hoa, by=actor)
    with pytest.raises(Refused, match="số, ký hiệu"):
        brought(so_van_hoa, named=identity(title="Quy chế"))


def test_the_article_is_shown_not_its_line_in_the_contents(so_van_hoa):
    document = brought(so_van_hoa)

    found = selectors.passage(document, [Citation("12/QĐ-SVH", "3", "2")])

    assert found.where == "Điều 3"
    assert [line.text for line in found.lines if line.is_cited] == [
        "2. Danh hiệu được đề nghị khi đạt ít nhất 85% số phiếu.",
        "a) Người vắng gửi ý kiến bằng văn bản.",
    ]
    assert not any("Công khai 05" in line.text for line in found.lines)
    other = selectors.passage(document, [Citation("12/QĐ-SVH", "3", "2", "b")])
    assert [line.text[:2] for line in other.lines if line.is_cited] == ["2."]


def test_a_place_without_an_article_and_a_place_that_is_not_there(so_van_hoa):
    document = brought(so_van_hoa, "Mở đầu\n\nPhụ lục\nMẫu 01\n" + "dài " * 3000)

    annex = selectors.passage(document, [Citation("12/QĐ-SVH", place="Phụ lục")])
    assert (annex.where, annex.lines[0].text, annex.is_cut) == ("Phụ lục", "Phụ lục", True)
    for cite in (Citation("12/QĐ-SVH", "9"), Citation("12/QĐ-SVH", place="Chương X"), Citation("12/QĐ-SVH")):
        found = selectors.passage(document, [cite])
        assert (found.where, found.lines[0].text) == ("", "Mở đầu")


def test_without_a_file_there_is_nothing_to_show(so_van_hoa):
    assert selectors.passage(regulation(so_van_hoa), []) is None


def test_uploaded_compared_and_put_right_by_form(sign_in, minh, so_van_hoa):
    client = sign_in(legal(minh, so_van_hoa))
    bring = reverse("catalogue:bring", args=[DRAFT])
    facts = {"number": "12/QĐ-SVH", "issued_on": "01/02/2024", "title": "Quy chế"}

    answer = client.post(bring, {**facts, "file": SimpleUploadedFile("a.txt", TEXT.encode())})
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert "Công khai 05 ngày" in page or "Biểu quyết" in page
    assert 'name="p.min_percent"' in page

    document = Document.objects.get()
    laid = {
        "document": str(document),
        "document_id": document.pk,
        "place": "Điều 3 khoản 2",
        "since": "01/02/2024",
        **parts_of(DRAFT, {"p.min_percent": "85"}),
    }
    answer = client.post(answer.url, laid)
    assert answer.status_code == 302
    shown = client.get(answer.url).content.decode()
    assert "Khác với sách luật đi kèm" in shown
    assert "80% → 85%" in shown


def test_what_is_wrong_comes_back_beside_its_field(sign_in, minh, so_van_hoa):
    client, paper = sign_in(legal(minh, so_van_hoa)), regulation(so_van_hoa)
    where = reverse("catalogue:verify", args=[DRAFT])
    typed = {
        "document": str(paper),
        "document_id": paper.pk,
        "place": "Điều 3",
        "since": "01/7/2025",
        "until": "01/6/2025",
        **parts_of(DRAFT, {"p.min_percent": "101", "p.awards": "CSTDCS, XYZ"}),
    }

    page = client.post(where, typed)
    assert page.status_code == 422
    text = page.content.decode()
    assert "không quá 100" in text
    assert "không có mã XYZ" in text

    page = client.post(where, typed | parts_of(DRAFT))
    assert page.status_code == 422
    assert "đứng trước ngày có hiệu lực" in page.content.decode().split('id="id_until_error"')[1][:300]


def test_a_file_that_is_no_document_is_refused(sign_in, minh, so_van_hoa):
    client = sign_in(legal(minh, so_van_hoa))
    facts = {
        "number": "12/QĐ-SVH",
        "issued_on": "01/02/2024",
        "file": SimpleUploadedFile("a.exe", b"MZ\x00\x01"),
    }

    assert client.post(reverse("catalogue:bring", args=[DRAFT]), facts).status_code == 422
    assert not Document.objects.exists()
