"""Every address: for whom it opens, for whom not, and how many queries it takes."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from thidua.kit.files import services as files
from thidua.records.orgs.actors import actor_for
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.programme import services
from thidua.work.programme.models import Evidence, Task, TaskBasis
from thidua.work.programme.tests.factories import NOW, SYSTEM, TODAY, given
from thidua.work.programme.urls import urlpatterns

OF_NO_TASK = {
    "board", "assign", "paste", "export", "print", "report", "report_file", "calendar", "issue_calendar",
    "revoke_calendar", "ics",
}  # fmt: skip
MANAGES = {
    "assign", "paste", "correct", "reopen", "extend", "settle", "cancel", "add_basis", "remove_basis",
}  # fmt: skip
TELLS = {"complete", "add_evidence", "withdraw_evidence"}
POSTS = {"issue_calendar", "revoke_calendar", "withdraw_evidence", "remove_basis"}
NAMES = [pattern.name for pattern in urlpatterns]


@pytest.fixture
def notice(so_van_hoa):
    return sent(identity("37/TB-SVH", date(2024, 3, 4), so_van_hoa, "Kết luận cuộc họp"))


@pytest.fixture
def plan(tan_giang, so_van_hoa):
    return entered(identity("64/KH-UBND", date(2024, 3, 1), tan_giang, "Tuyên truyền năm 2024"), so_van_hoa)


@pytest.fixture
def task(so_van_hoa, phong_di_san, notice, plan):
    return given(
        so_van_hoa,
        "Rà soát hồ sơ của riêng Sở",
        unit=phong_di_san,
        document=notice,
        bases=[plan],
        deadline_text="trong quý III năm 2024",
    )


@pytest.fixture
def house(task, notice, minh):
    received = files.receive("ket-qua.txt", "Kết quả rà soát của Phòng.".encode())
    evidence = services.add_evidence(task, received=received, by=SYSTEM, at=NOW)
    done = given(task.body, "Việc đã xong của riêng Sở", document=notice)
    services.complete(done, on=TODAY, by=SYSTEM, at=NOW)
    keys = {
        "of_document": [notice.pk],
        "download": [evidence.file.versions.get().pk],
        "withdraw_evidence": [task.pk, evidence.pk],
        "remove_basis": [task.pk, TaskBasis.objects.get().pk],
        "reopen": [done.pk],
        "report_file": ["docx"],
        "ics": [services.issue_calendar(by=actor_for(minh, TODAY), at=NOW)],
    }
    return {
        name: reverse(f"programme:{name}", args=keys.get(name, [] if name in OF_NO_TASK else [task.pk]))
        for name in NAMES
    }


def fetch(client, name, house):
    return client.post(house[name]) if name in POSTS else client.get(house[name])


def body_of(answer):
    """All of the answer; a streamed one closes at its end."""
    content = b"".join(answer.streaming_content if answer.streaming else [answer.content])
    return content.decode(errors="replace")


@pytest.mark.one_database
@pytest.mark.parametrize("name", [name for name in NAMES if name != "ics"])
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house, name):
    answer = fetch(client, name, house)

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_NO_TASK])
def test_a_stranger_finds_nothing(sign_in, tung, house, name):
    assert fetch(sign_in(tung), name, house).status_code == 404


def test_a_strangers_own_pages_show_nothing_of_ours(sign_in, tung, house):
    client = sign_in(tung)
    for name in OF_NO_TASK - POSTS - {"ics", "export", "report_file"}:
        assert "của riêng Sở" not in client.get(house[name]).content.decode()


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(MANAGES))
def test_a_reader_is_told_that_he_cannot_manage(sign_in, son, house, name):
    before = Task.objects.count(), TaskBasis.objects.count()

    answer = sign_in(son).post(house[name], {"confirmed": "1", "reason": "x", "due_on": "01/7/2024"})

    assert answer.status_code == 403
    assert "Cần quyền" in answer.content.decode()
    assert (Task.objects.count(), TaskBasis.objects.count()) == before


@pytest.mark.parametrize("name", sorted(TELLS - POSTS))
def test_a_reader_who_does_not_do_it_tells_of_no_results(sign_in, son, house, name):
    answer = sign_in(son).post(house[name], {"on": "12/6/2024", "text": "x"})

    assert answer.status_code == 403
    assert "Kết quả do người, đơn vị được giao" in answer.content.decode()


def test_a_reader_does_not_take_evidence_off(sign_in, son, house):
    client = sign_in(son)

    assert client.post(house["withdraw_evidence"]).status_code == 302
    assert Evidence.objects.count() == 1
    assert "Kết quả do người" in client.get(house["task"]).content.decode()


def test_an_administrator_without_the_work_does_not_open_the_board(sign_in, dung, house):
    assert sign_in(dung).get(house["board"]).status_code == 403


@pytest.mark.parametrize("name", sorted(set(NAMES) - POSTS))
def test_the_officer_opens_every_page(sign_in, minh, house, name):
    answer = sign_in(minh).get(house[name])

    assert answer.status_code == 200
    assert body_of(answer)


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(set(NAMES) - POSTS - MANAGES - TELLS))
def test_the_leader_reads_every_page(sign_in, son, house, name):
    answer = sign_in(son).get(house[name])

    assert answer.status_code == 200
    assert body_of(answer)


def test_the_leader_is_offered_no_button_that_he_may_not_press(sign_in, son, house):
    for name in ("board", "task"):
        page = sign_in(son).get(house[name]).content.decode()
        assert "/xong/" not in page
        assert "Giao nhiệm vụ" not in page


def queries_of(client, url):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
        body_of(answer)
    assert answer.status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "name",
    [
        "board",
        "board?xem=don_vi",
        "board?xem=bang",
        "export",
        "print",
        "report",
        "calendar",
        "task",
        "of_document",
        "ics",
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(
    sign_in, minh, house, so_van_hoa, tan_giang, phong_di_san, notice, task, name
):
    client = sign_in(minh)
    place, _, query = name.partition("?")
    url = f"{house[place]}?{query}"

    def more(numbers):
        for number in numbers:
            row = entered(
                identity(f"{number}/KH-UBND", date(2024, 4, 1), tan_giang, f"Việc {number}"), so_van_hoa
            )
            one = given(
                so_van_hoa,
                f"Việc {number}",
                unit=phong_di_san,
                document=notice,
                bases=[row],
                due_on=timezone.localdate(),
            )
            services.add_evidence(one, document=row, by=SYSTEM, at=NOW)
            services.add_evidence(task, document=row, by=SYSTEM, at=NOW)
            services.add_basis(task, row, by=SYSTEM, at=NOW)

    more(range(100, 104))
    few = queries_of(client, url)
    more(range(200, 230))

    assert queries_of(client, url) <= few
    assert few <= 16


def test_the_calendar_of_an_account_needs_its_secret_and_nothing_else(client, house, so_van_hoa):
    given(so_van_hoa, "Nộp báo cáo hôm nay", due_on=timezone.localdate())

    answer = client.get(house["ics"])

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Nộp báo cáo hôm nay" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert client.get(reverse("programme:ics", args=["x" * 43])).status_code == 404
    assert client.post(house["ics"]).status_code == 405


def test_the_slot_of_a_document_is_a_page_and_a_part(sign_in, minh, house):
    client = sign_in(minh)

    page = client.get(house["of_document"]).content.decode()
    part = client.get(house["of_document"], headers={"HX-Request": "true"}).content.decode()

    assert "<html" in page
    assert "<html" not in part
    assert "Rà soát hồ sơ của riêng Sở" in part


@pytest.mark.parametrize(("order", "titles"), [("han", ["sớm", "muộn"]), ("-han", ["muộn", "sớm"])])
def test_the_list_sorts_by_deadline_both_ways_and_undated_tasks_stand_last(
    sign_in, minh, so_van_hoa, order, titles
):
    for title, due in (("không ngày", None), ("muộn", date(2024, 9, 1)), ("sớm", date(2024, 7, 1))):
        given(so_van_hoa, f"Việc {title}", due_on=due)

    page = body_of(sign_in(minh).get(reverse("programme:board"), {"xem": "bang", "sap": order}))

    places = [page.index(f"Việc {title}") for title in (*titles, "không ngày")]
    assert places == sorted(places)
