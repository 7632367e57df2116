"""Every address: for whom it opens, for whom not, and how many queries it takes."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.movements import services
from thidua.work.movements.models import Milestone, Movement, Response, Result
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, answered, draft, launched
from thidua.work.movements.urls import urlpatterns

NAMES = [pattern.name for pattern in urlpatterns]
OF_NONE = {
    "list", "export", "print", "open", "coverage", "below", "idle", "search", "own_search", "idle_slot",
    "document_slot",
}  # fmt: skip
READS = OF_NONE - {"open"} | {"movement"}
STILL_ON = "giai đoạn 2021 - 2099"
"""Pages look at the real day."""
POSTS = {"remove_criterion", "detach", "withdraw_response", "withdraw_exemption", "drop_milestone"}
OF_SUPERIOR = {"respond", "withdraw_response", "not_for_us", "withdraw_exemption"}


@pytest.fixture
def house(tan_giang, so_van_hoa):
    """Addresses of the department's things, by name."""
    plan = entered(identity("85/KH-UBND", date(2024, 3, 20), tan_giang, "Phát động"), so_van_hoa)
    own_plan = sent(identity("30/KH-SVH", date(2024, 3, 22), so_van_hoa, "Phát động của Sở"))
    theirs = launched("Chuyển đổi số toàn tỉnh", tan_giang, period=STILL_ON)
    services.attach_document(theirs, plan, part="phat_dong", by=SYSTEM, at=NOW)
    ours = launched(
        "Chuyển đổi số ngành Văn hóa", so_van_hoa, date(2024, 3, 22), period=STILL_ON, aim="Mục đích rõ ràng"
    )
    paper = services.attach_document(ours, own_plan, part="phat_dong", by=SYSTEM, at=NOW)
    response = answered(theirs, so_van_hoa, ours=ours)
    criterion = services.add_criterion(
        ours, text="Hồ sơ trực tuyến", target_number=Decimal(80), unit_of_measure="%", by=SYSTEM, at=NOW
    )
    wave = services.add_wave(ours, name="Đợt 1", since=date(2024, 3, 22), until=None, by=SYSTEM, at=NOW)
    stone = services.plan_milestone(ours, kind="so_ket", planned_on=date(2024, 4, 30), by=SYSTEM, at=NOW)
    result = services.record_result(ours, on=date(2024, 4, 2), text="Mở lớp tập huấn", by=SYSTEM, at=NOW)
    pending = draft("Đang soạn", so_van_hoa)
    keys = {
        "set_target": [ours.pk, criterion.pk],
        "remove_criterion": [ours.pk, criterion.pk],
        "close_wave": [ours.pk, wave.pk],
        "detach": [ours.pk, paper.pk],
        "withdraw_response": [theirs.pk, response.pk],
        "reach": [ours.pk, stone.pk],
        "drop_milestone": [ours.pk, stone.pk],
        "remove_result": [ours.pk, result.pk],
        "launch": [pending.pk],
        "drop_draft": [pending.pk],
        "respond": [theirs.pk],
        "not_for_us": [theirs.pk],
        "withdraw_exemption": [theirs.pk],
        "document_slot": [own_plan.pk],
    }
    return {
        name: reverse(f"movements:{name}", args=keys.get(name, [] if name in OF_NONE else [ours.pk]))
        for name in NAMES
    }


def body_of(answer):
    content = b"".join(answer.streaming_content if answer.streaming else [answer.content])
    return content.decode(errors="replace")


def fetch(client, name, house):
    return client.post(house[name]) if name in POSTS else client.get(house[name])


def counts():
    return [model.objects.count() for model in (Movement, Response, Milestone, Result)]


@pytest.mark.one_database
@pytest.mark.parametrize("name", NAMES)
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house, name):
    answer = fetch(client, name, house)

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(set(NAMES) - OF_NONE))
def test_a_stranger_finds_nothing(sign_in, tung, house, name):
    before = counts()

    assert fetch(sign_in(tung), name, house).status_code == 404
    assert counts() == before


def test_a_strangers_own_pages_show_nothing_of_ours(sign_in, tung, house):
    client = sign_in(tung)
    for name in OF_NONE - {"export"}:
        assert "Chuyển đổi số" not in client.get(house[name]).content.decode()


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(set(NAMES) - READS))
def test_a_reader_is_told_that_he_cannot_write(sign_in, son, house, name):
    before = counts()
    answer = sign_in(son).post(house[name], {"confirmed": "1"})

    assert answer.status_code == 403
    assert "Cần quyền" in answer.content.decode()
    assert counts() == before


@pytest.mark.parametrize("name", sorted(set(NAMES) - POSTS))
def test_the_officer_opens_every_page(sign_in, minh, house, name):
    answer = sign_in(minh).get(house[name])

    assert answer.status_code == 200
    assert body_of(answer)


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(READS))
def test_the_leader_reads_every_page(sign_in, son, house, name):
    answer = sign_in(son).get(house[name])

    assert answer.status_code == 200
    assert body_of(answer)


def test_an_administrator_without_the_right_is_refused(sign_in, quan, house):
    assert sign_in(quan).get(house["list"]).status_code == 403


def test_posting_without_the_token_is_refused(minh, house, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(minh, backend="django.contrib.auth.backends.ModelBackend")

    assert client.post(house["record"], {"on": "12/06/2024", "text": "x"}).status_code == 403


def queries_of(client, url):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
        body_of(answer)
    assert answer.status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "name", ["list", "export", "print", "coverage", "below", "idle", "idle_slot", "movement", "search"]
)
def test_the_number_of_queries_does_not_grow_with_the_rows(sign_in, minh, house, tan_giang, so_van_hoa, name):
    client = sign_in(minh)
    ours = Movement.objects.get(name="Chuyển đổi số ngành Văn hóa")

    def more(numbers):
        for number in numbers:
            theirs = launched(f"Việc lớn thứ {number}", tan_giang, period=STILL_ON)
            own = launched(f"Việc của Sở số {number}", so_van_hoa, date(2024, 1, 20), period=STILL_ON)
            answered(theirs, so_van_hoa, ours=own)
            launched(f"Còn chờ {number}", tan_giang, period=STILL_ON)
            services.plan_milestone(own, kind="so_ket", planned_on=date(2024, 5, 2), by=SYSTEM, at=NOW)
            services.plan_milestone(ours, kind="bao_cao", planned_on=date(2024, 5, 2), by=SYSTEM, at=NOW)
            services.record_result(ours, on=TODAY, text=f"Việc {number}", by=SYSTEM, at=NOW)

    more(range(18))
    few = queries_of(client, house[name])
    more(range(20, 32))

    assert queries_of(client, house[name]) <= few
    assert few <= 29


def test_points_that_no_column_holds_are_asked_again(house, sign_in, minh):
    answer = sign_in(minh).post(house["add_criterion"], {"text": "Đúng hạn", "weight": "2147483648"})

    assert answer.status_code == 422
    assert "Số quá lớn" in body_of(answer)
