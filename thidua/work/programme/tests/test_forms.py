"""What the forms write: one task, many pasted, results with a file, days, the calendar's address."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from thidua.records.register.tests.factories import identity, sent
from thidua.work.programme import services
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import CalendarToken, Evidence, Extension, Task
from thidua.work.programme.tests.factories import NOW, SYSTEM, TODAY, given


@pytest.fixture
def notice(so_van_hoa):
    return sent(identity("37/TB-SVH", date(2024, 3, 4), so_van_hoa, "Kết luận cuộc họp"))


@pytest.fixture
def client(sign_in, minh):
    return sign_in(minh)


def url(name, *args):
    return reverse(f"programme:{name}", args=args)


def picked(name, record):
    return {name: str(record), f"{name}_id": str(record.pk)}


def test_one_task_with_few_fields(client, so_van_hoa, phong_di_san, notice):
    facts = {
        "action": "Lập hồ sơ",
        "kind": "giao",
        "deadline_text": "trong quý III năm 2024",
        **picked("unit", phong_di_san),
        **picked("document", notice),
        **picked("basis", notice),
    }

    answer = client.post(url("assign"), facts)

    task = Task.objects.get()
    assert answer.url == url("task", task.pk)
    assert (task.body, task.unit, task.document, task.due_on) == (
        so_van_hoa,
        phong_di_san,
        notice,
        date(2024, 9, 30),
    )
    page = client.get(answer.url).content.decode()
    assert "Ngày được suy ra, chưa ấn định" in page
    assert "Văn bản chỉ ghi quý; ngày 30/9/2024 là suy ra." in page


def test_all_staff_and_a_unit_at_once_come_back(client, phong_di_san):
    facts = {"action": "Việc", "kind": "giao", "all_staff": "on", **picked("unit", phong_di_san)}

    answer = client.post(url("assign"), facts)

    assert answer.status_code == 422
    assert "Bỏ chọn một trong hai" in answer.content.decode()


def test_the_form_opens_with_the_document_that_it_was_called_from(client, notice):
    page = client.get(f"{url('assign')}?van_ban={notice.pk}").content.decode()

    assert 'value="Thông báo 37/TB-SVH"' in page
    assert client.get(f"{url('assign')}?van_ban=99999").status_code == 404


def test_many_lines_are_pasted_looked_at_and_given(client, so_van_hoa, phong_di_san, notice):
    lines = (
        "STT\tNội dung\tGiao cho\tThời hạn\n"
        "1\tLập hồ sơ\tPhòng Quản lý di sản\ttrước ngày 15 tháng 11\n"
        "2\tGửi số liệu\tCác nơi\tkịp thời\n"
        "3\tBỏ dòng này"
    )
    facts = {"lines": lines, "kind": "giao", **picked("document", notice)}

    page = client.post(url("paste"), facts).content.decode()
    assert "14/11/2024" in page
    assert "hiểu là năm 2024" in page
    assert "chưa gắn với đơn vị, người nào" in page
    assert not Task.objects.exists()
    answer = client.post(url("paste"), {**facts, "confirmed": "1", "giu": ["2", "3"]})

    assert answer.url == url("board")
    assert list(Task.objects.order_by("pk").values_list("action", "unit", "due_on")) == [
        ("Lập hồ sơ", phong_di_san.pk, date(2024, 11, 14)),
        ("Gửi số liệu", None, None),
    ]


def test_nothing_to_read_comes_back(client):
    answer = client.post(url("paste"), {"lines": "STT\tNội dung", "kind": "giao"})

    assert answer.status_code == 422
    assert "Không đọc được dòng nào" in answer.content.decode()


def test_the_one_who_does_it_writes_the_result_with_a_file(sign_in, ha, so_van_hoa):
    task = given(so_van_hoa, person=ha.person, due_on=date(2024, 6, 3))
    client = sign_in(ha)
    upload = SimpleUploadedFile("ket-qua.txt", "Kết quả rà soát hồ sơ năm 2024.".encode())

    page = client.get(url("complete", task.pk)).content.decode()
    assert "Lý do chậm" in page
    client.post(
        url("complete", task.pk),
        {"on": "05/6/2024", "note": "đã gửi", "late_reason": "chờ số liệu", "file": upload},
    )

    task.refresh_from_db()
    assert (task.done_on, task.late_reason) == (date(2024, 6, 5), "chờ số liệu")
    version = Evidence.objects.get().file.versions.get()
    answer = client.get(url("download", version.pk))
    assert b"".join(answer.streaming_content).decode().startswith("Kết quả rà soát")


def test_a_secret_paper_is_no_evidence(client, so_van_hoa):
    task = given(so_van_hoa)
    secret = SimpleUploadedFile("mat.txt", "TỐI MẬT\nSỞ VĂN HÓA\nKế hoạch số 01/KH-SVH".encode())

    answer = client.post(url("complete", task.pk), {"on": "05/6/2024", "file": secret})

    assert answer.status_code == 422
    assert Task.objects.get().is_open
    assert not Evidence.objects.exists()


def test_days_are_confirmed_set_extended(client, so_van_hoa):
    task = given(so_van_hoa, deadline_text="trong quý III năm 2024")

    client.post(url("settle", task.pk), {"due_on": "30/9/2024"})
    task.refresh_from_db()
    assert task.due_state == DueState.SET
    assert client.post(url("extend", task.pk), {"to_due": "01/9/2024", "reason": "x"}).status_code == 422
    client.post(url("extend", task.pk), {"to_due": "15/10/2024", "reason": "chờ hướng dẫn"})
    assert Extension.objects.get().to_due == date(2024, 10, 15)


def test_corrected_reopened_cancelled_through_the_pages(client, so_van_hoa, notice):
    task = given(so_van_hoa)

    client.post(url("correct", task.pk), {"action": "Việc mới", "kind": "de_nghi"})
    task.refresh_from_db()
    assert (task.action, task.kind) == ("Việc mới", "de_nghi")
    client.post(url("add_basis", task.pk), picked("document", notice))
    client.post(url("add_evidence", task.pk), {"text": "đã gửi"})
    assert client.post(url("add_evidence", task.pk), {"text": " "}).status_code == 422
    client.post(url("withdraw_evidence", task.pk, Evidence.objects.get().pk))
    client.post(url("remove_basis", task.pk, task.bases.get().pk))
    assert not Evidence.objects.exists()
    client.post(url("cancel", task.pk), {"reason": "trùng"})
    assert "Đã hủy" in client.get(url("task", task.pk)).content.decode()
    client.post(url("reopen", task.pk), {"reason": "không trùng"})
    task.refresh_from_db()
    assert task.is_open


def test_the_address_of_the_calendar_is_shown_once(client):
    page = client.post(url("issue_calendar"), follow=True).content.decode()
    assert ".ics" in page
    assert ".ics" not in client.get(url("calendar")).content.decode()
    client.post(url("revoke_calendar"))
    assert not CalendarToken.objects.exists()


def test_the_month_names_days_off_and_holds_its_tasks(client, so_van_hoa):
    given(so_van_hoa, "Nộp sáng kiến", due_on=date(2024, 9, 20))

    page = client.get(f"{url('calendar')}?thang=09/2024").content.decode()

    assert "Quốc khánh" in page
    assert "Nộp sáng kiến" in page
    assert "thang=10/2024" in page
    assert client.get(f"{url('calendar')}?thang=bia").status_code == 200


def test_the_programme_of_a_quarter_is_printed(client, so_van_hoa, minh):
    minh.working_year = 2024
    minh.save()
    given(so_van_hoa, "Trong quý", due_on=date(2024, 8, 1))
    given(so_van_hoa, "Ngoài quý", due_on=date(2024, 11, 1))

    page = client.get(f"{url('print')}?ky=2024Q3").content.decode()

    assert "Chương trình công tác quý III năm 2024" in page
    assert "Trong quý" in page
    assert "Ngoài quý" not in page


def test_the_list_is_narrowed_in_its_address(client, so_van_hoa, phong_di_san, minh):
    open_one = given(so_van_hoa, "Đang làm", unit=phong_di_san)
    done = given(so_van_hoa, "Làm xong rồi")
    services.complete(done, on=TODAY, by=SYSTEM, at=NOW)

    def shown(query):
        return client.get(f"{url('board')}?xem=bang&{query}").content.decode()

    assert "Làm xong rồi" not in shown("tt=dang_lam")
    assert "Đang làm" not in shown("tt=xong")
    assert "Làm xong rồi" not in shown(f"lam=u{open_one.unit_id}")
    assert "Làm xong rồi" not in client.get(url("board")).content.decode()
    assert "Đang làm" in client.get(f"{url('board')}?xem=don_vi&q=dang+lam").content.decode()


def test_the_sheet_says_what_is_missing(client, so_van_hoa, notice):
    given(so_van_hoa, "Chậm", document=notice, due_on=date(2024, 6, 3))

    page = client.get(f"{url('report')}?van_ban={notice.pk}").content.decode()

    assert "Thiếu lý do chậm" in page
    assert "[chưa ghi]" in page
    assert "tại Thông báo 37/TB-SVH ngày 04/3/2024" in page


@pytest.mark.parametrize(("kind", "first"), [("docx", b"PK"), ("pdf", b"%PDF"), ("txt", "ỦY BAN".encode())])
def test_the_sheet_is_downloaded(client, so_van_hoa, notice, kind, first):
    given(so_van_hoa, "Chậm", document=notice, due_on=date(2024, 6, 3))

    answer = client.get(f"{url('report_file', kind)}?van_ban={notice.pk}")

    assert answer.content.startswith(first)
    assert f".{kind}" in answer["Content-Disposition"]
    assert client.get(url("report_file", "exe")).status_code == 404
