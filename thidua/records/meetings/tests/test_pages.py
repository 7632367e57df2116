"""Every address: for whom it opens, for whom not, how many queries it takes; and what the forms write."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.records.meetings import services
from thidua.records.meetings.models import Meeting, MeetingDocument, RollLine, Turnout
from thidua.records.meetings.tests.factories import NOW, SYSTEM, met, named
from thidua.records.meetings.urls import urlpatterns
from thidua.records.orgs.tests import factories
from thidua.records.register.tests.factories import entered, identity

OF_NO_MEETING = {"list", "record"}
WRITES = {"record", "correct", "cancel", "roll", "paste", "strike", "state", "choose", "withdraw"}
POSTS = {"strike", "withdraw"}
NAMES = [pattern.name for pattern in urlpatterns]


@pytest.fixture
def plan(tan_giang, so_van_hoa):
    return entered(identity("64/KH-UBND", date(2024, 3, 1), tan_giang, "Tuyên truyền năm 2024"), so_van_hoa)


@pytest.fixture
def meeting(so_van_hoa, plan):
    meeting = met(so_van_hoa, topics=["tuyen_truyen"], documents=[plan])
    services.add_roll(meeting, named("Lê Văn A", "Lê Văn B"), by=SYSTEM, at=NOW)
    return meeting


@pytest.fixture
def house(meeting, plan, so_van_hoa):
    line = meeting.roll.order_by("pk").first()
    keys = {
        "strike": [meeting.pk, line.pk],
        "withdraw": [meeting.pk, plan.pk],
        "of_document": [plan.pk],
        "state": [met(so_van_hoa, "Hội nghị").pk],
    }
    return {
        name: reverse(f"meetings:{name}", args=[] if name in OF_NO_MEETING else keys.get(name, [meeting.pk]))
        for name in NAMES
    }


def fetch(client, name, house):
    return client.post(house[name]) if name in POSTS else client.get(house[name])


@pytest.mark.one_database
@pytest.mark.parametrize("name", NAMES)
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house, name):
    answer = fetch(client, name, house)

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_NO_MEETING])
def test_a_stranger_finds_nothing(sign_in, tung, house, name):
    assert fetch(sign_in(tung), name, house).status_code == 404


def test_a_strangers_own_list_shows_nothing_of_ours(sign_in, tung, house):
    assert "Họp cơ quan tháng 3" not in sign_in(tung).get(house["list"]).content.decode()


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_reader_is_told_that_he_cannot_write(sign_in, son, house, name):
    before = Meeting.objects.count(), RollLine.objects.count(), MeetingDocument.objects.count()

    answer = sign_in(son).post(house[name], {"confirmed": "1", "reason": "x"})

    assert answer.status_code == 403
    assert "Cần quyền" in answer.content.decode()
    assert (Meeting.objects.count(), RollLine.objects.count(), MeetingDocument.objects.count()) == before


def test_an_administrator_without_the_work_does_not_open_the_list(sign_in, dung, house):
    assert sign_in(dung).get(house["list"]).status_code == 403


@pytest.mark.parametrize("name", sorted(set(NAMES) - POSTS))
def test_the_officer_opens_every_page(sign_in, minh, house, name):
    assert sign_in(minh).get(house[name]).status_code == 200


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(set(NAMES) - WRITES))
def test_the_leader_reads_every_page(sign_in, son, house, name):
    assert sign_in(son).get(house[name]).status_code == 200


def queries_of(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", ["list", "meeting", "roll", "choose", "of_document"])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    sign_in, minh, house, meeting, plan, so_van_hoa, tan_giang, phong_di_san, name
):
    client = sign_in(minh)

    def more(numbers):
        for number in numbers:
            row = entered(
                identity(f"{number}/KH-UBND", date(2024, 4, 1), tan_giang, f"Việc {number}"), so_van_hoa
            )
            person = factories.person(f"Người số {number}", phong_di_san)
            lines = [services.RollRow(person.full_name, person, phong_di_san)]
            services.add_roll(meeting, lines, by=SYSTEM, at=NOW)
            services.disseminate(meeting, [row], by=SYSTEM, at=NOW)
            other = met(so_van_hoa, f"Họp số {number}", documents=[plan])
            services.add_roll(other, lines, by=SYSTEM, at=NOW)

    more(range(100, 104))
    few = queries_of(client, house[name])
    more(range(200, 230))

    assert queries_of(client, house[name]) <= few
    assert few <= 15


def test_a_meeting_is_recorded_through_the_form(sign_in, minh, so_van_hoa):
    facts = {
        "name": "Họp cơ quan",
        "held_on": "06/3/2024",
        "kind": "hop_co_quan",
        "is_folded_into": "on",
        "topics": ["chi_dao", "tuyen_truyen"],
    }

    answer = sign_in(minh).post(reverse("meetings:record"), facts)

    meeting = Meeting.objects.get()
    assert answer.url == reverse("meetings:meeting", args=[meeting.pk])
    assert (meeting.body, meeting.topics, meeting.is_folded_into) == (
        so_van_hoa,
        ["chi_dao", "tuyen_truyen"],
        True,
    )


def test_a_form_without_a_name_comes_back(sign_in, minh):
    answer = sign_in(minh).post(reverse("meetings:record"), {"held_on": "06/3/2024", "kind": "khac"})

    assert answer.status_code == 422
    assert "Nhập tên cuộc họp." in answer.content.decode()


def test_a_column_is_pasted_looked_at_and_added(sign_in, minh, so_van_hoa, phong_di_san):
    khai = factories.person("Đỗ Văn Khải", phong_di_san, "Trưởng phòng")
    twins = [factories.person("Lê Văn Nam", phong_di_san) for _ in range(2)]
    meeting, client = met(so_van_hoa), sign_in(minh)
    url = reverse("meetings:paste", args=[meeting.pk])
    lines = "1\tĐỗ Văn Khải\n2\tLê Văn Nam\tvắng (ốm)\n3\tKhách mời\n4\tBỏ Dòng Này"

    page = client.post(url, {"lines": lines}).content.decode()
    assert "Trưởng phòng, Phòng Quản lý di sản" in page
    assert "không có trong danh bạ" in page
    assert not RollLine.objects.exists()
    answer = client.post(
        url, {"lines": lines, "confirmed": "1", "giu": ["1", "2", "3"], "la_2": str(twins[1].pk)}
    )

    assert answer.url == reverse("meetings:roll", args=[meeting.pk])
    told = list(RollLine.objects.order_by("pk").values_list("name", "person", "unit", "present", "reason"))
    assert told == [
        ("Đỗ Văn Khải", khai.pk, phong_di_san.pk, True, ""),
        ("Lê Văn Nam", twins[1].pk, phong_di_san.pk, False, "ốm"),
        ("Khách mời", None, None, True, ""),
    ]


def test_a_column_of_numbers_is_refused_with_its_lines(sign_in, minh, so_van_hoa):
    url = reverse("meetings:paste", args=[met(so_van_hoa).pk])

    answer = sign_in(minh).post(url, {"lines": "Lê Văn A\n0123 456"})

    assert answer.status_code == 422
    assert "Dòng 2" in answer.content.decode()


def test_the_roll_is_marked_through_the_page(sign_in, minh, meeting, house):
    first, second = meeting.roll.order_by("pk")

    sign_in(minh).post(house["roll"], {"co_mat": [str(second.pk)], f"ly_do_{first.pk}": "đi học"})

    first.refresh_from_db()
    assert (first.present, first.reason) == (False, "đi học")
    page = sign_in(minh).get(house["meeting"]).content.decode()
    assert "1/2" in page
    assert "đạt 50%" in page


def test_a_count_is_stated_through_the_form_and_shown_with_its_source(sign_in, minh, so_van_hoa, plan):
    meeting, client = met(so_van_hoa), sign_in(minh)
    url = reverse("meetings:state", args=[meeting.pk])

    wrong = client.post(url, {"present": "30", "expected": "29", "printed": "đếm"})
    assert wrong.status_code == 422
    client.post(url, {"present": "29", "expected": "29", "document": str(plan), "document_id": str(plan.pk)})

    assert Turnout.objects.get().document == plan
    page = client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()
    assert "29/29" in page
    assert "64/KH-UBND" in page
    assert "Chưa có danh sách" in page


def test_documents_are_ticked_and_taken_off(sign_in, minh, so_van_hoa, plan, tung):
    meeting, client = met(so_van_hoa), sign_in(minh)

    assert "64/KH-UBND" in client.get(reverse("meetings:choose", args=[meeting.pk])).content.decode()
    client.post(reverse("meetings:choose", args=[meeting.pk]), {"vb": [str(plan.pk), "9999999", "x"]})
    assert [row.document for row in meeting.told.all()] == [plan]
    client.post(reverse("meetings:withdraw", args=[meeting.pk, plan.pk]))
    assert not meeting.told.exists()


def test_the_slot_of_a_document_is_a_page_and_a_part(sign_in, minh, meeting, house):
    client = sign_in(minh)

    page, part = (
        client.get(house["of_document"]),
        client.get(house["of_document"], headers={"HX-Request": "true"}),
    )

    assert "<html" in page.content.decode()
    assert "<html" not in part.content.decode()
    assert "Họp cơ quan tháng 3" in part.content.decode()


def test_a_meeting_is_called_off_with_a_reason(sign_in, minh, meeting, house):
    client = sign_in(minh)

    assert client.post(house["cancel"], {"reason": ""}).status_code == 422
    client.post(house["cancel"], {"reason": "hoãn"})

    meeting.refresh_from_db()
    assert meeting.cancelled_reason == "hoãn"
    assert "Đã hủy" in client.get(house["list"]).content.decode()
    assert client.get(house["roll"]).status_code == 403


def test_signs_that_no_database_takes_fall_out_of_a_reason(sign_in, minh, meeting, house):
    line = meeting.roll.order_by("pk").first()

    sign_in(minh).post(house["roll"], {f"ly_do_{line.pk}": "Đi \x00họp"})

    line.refresh_from_db()
    assert (line.present, line.reason) == (False, "Đi họp")
