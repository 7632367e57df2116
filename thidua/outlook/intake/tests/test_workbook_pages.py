"""Pages of workbooks: they work without script, ask a fixed number of queries, and show no stranger anything."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from thidua.outlook.intake.models import Workbook
from thidua.outlook.intake.tests import workbooks as made
from thidua.records.orgs.models import Person
from thidua.records.orgs.tests import factories

pytestmark = pytest.mark.django_db
PEOPLE = made.layout_of("people")


@pytest.fixture
def client(minh, sign_in):
    return sign_in(minh)


def rows(count, room, *, faulty=False):
    return [
        {"name": f"Người Thứ {n}", "birth_year": "19x0" if faulty else 1960 + n % 40, "unit": room.name}
        for n in range(count)
    ]


def upload(client, data, layout="people"):
    file = SimpleUploadedFile("nhan su.xlsx", data)
    return client.post(reverse("intake:take_workbook"), {"layout": layout, "file": file})


def page(client, workbook):
    return client.get(reverse("intake:workbook", args=[workbook.pk]))


def test_from_upload_to_undo_by_posts_alone(client, phong_di_san):
    factories.person("Lê An", phong_di_san)
    data = made.filled(PEOPLE, [*rows(2, phong_di_san), {"name": "Lê An", "unit": phong_di_san.name}])
    assert upload(client, data).status_code == 302
    workbook = made.settled(Workbook.objects.get())
    html = page(client, workbook).content.decode()
    assert "cùng tên, cùng đơn vị, thiếu năm sinh để so" in html
    assert "Còn 1 dòng chờ trả lời" in html

    client.post(reverse("intake:workbook_answer", args=[workbook.pk]), {"tat_ca": "1"})
    workbook = made.settled(workbook)
    assert "Lập thẻ Người Thứ 0" in page(client, workbook).content.decode()
    address = reverse("intake:workbook_commit", args=[workbook.pk])
    assert "Ghi 2 dòng vào sổ" in client.get(address).content.decode()
    client.post(address)
    workbook = made.settled(workbook)
    html = page(client, workbook).content.decode()
    assert "2 dòng đã ghi" in html
    assert f'href="{reverse("orgs:people")}"' in html

    address = reverse("intake:workbook_undo", args=[workbook.pk])
    assert "Gỡ 4 bản ghi" in client.get(address).content.decode()
    client.post(address, {"confirmed": "1"})
    workbook = made.settled(workbook)
    assert "Sổ trở lại như trước khi nạp" in page(client, workbook).content.decode()
    assert not Person.objects.filter(full_name__startswith="Người Thứ").exists()


def test_what_is_wrong_with_the_upload_is_said_beside_the_field(client):
    answer = upload(client, b"%PDF-1.7 no sheet")

    assert answer.status_code == 422
    assert "không phải bảng tính" in answer.content.decode()
    assert upload(client, b"", layout="units").status_code == 422


def test_templates_and_faulty_rows_are_workbooks(client, phong_di_san):
    answer = client.get(reverse("intake:template", args=["awards"]))
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    assert book.sheet_names[:2] == ["Khen thưởng", "Hướng dẫn"]

    upload(client, made.filled(PEOPLE, rows(3, phong_di_san, faulty=True)))
    workbook = made.settled(Workbook.objects.get())
    answer = client.get(reverse("intake:workbook_faulty", args=[workbook.pk]))
    sheet = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content))).get_sheet_by_index(0)
    first = sheet.to_python()[1]
    assert first[0].startswith("C2: “19x0” không phải năm")
    assert first[1] == "Người Thứ 0"


def test_queries_do_not_grow_with_problems_or_questions(client, phong_di_san):
    asked = []
    for count in (3, 30):
        upload(client, made.filled(PEOPLE, rows(count, phong_di_san, faulty=True)))
        workbook = made.settled(Workbook.objects.latest("pk"))
        page(client, workbook)
        with CaptureQueriesContext(connection) as queries:
            page(client, workbook)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_dry_run_asks_as_much_of_a_full_chunk_as_of_a_small_one(as_actor, minh, phong_di_san):
    by, asked = as_actor(minh), []
    for count in (5, 400):
        with CaptureQueriesContext(connection) as queries:
            told = [{"name": f"Người Thứ {n}", "birth_year": 1980} for n in range(count)]
            made.load("people", made.filled(PEOPLE, told), by=by)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_tung_sees_no_workbook_of_others(client, tung, sign_in, phong_di_san):
    upload(client, made.filled(PEOPLE, rows(1, phong_di_san)))
    workbook = Workbook.objects.get()
    stranger = sign_in(tung)

    assert page(stranger, workbook).status_code == 404
    assert "nhan su.xlsx" not in stranger.get(reverse("intake:sheets")).content.decode()
