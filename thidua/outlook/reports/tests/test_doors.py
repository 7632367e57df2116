"""Every address: who comes in, who is refused, nothing without the token, no more queries for more records."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from thidua.outlook.reports.models import Report
from thidua.outlook.reports.selectors import waiting_for
from thidua.records.register.tests.factories import identity, sent

pytestmark = pytest.mark.django_db

READ = ["report", "gap_count", "history", "compare", "changes"]
WRITE = ["correct", "freeze", "thaw"]
BLOCK = ["write", "skip", "earlier_words", "leave_out", "take_back", "ask", "figure", "nil"]
POSTS = ["freeze", "skip", "leave_out", "take_back"]


def addresses(report):
    yield from ((name, reverse(f"reports:{name}", args=[report.pk])) for name in (*READ, *WRITE, "issue"))
    yield from ((name, reverse(f"reports:{name}", args=[report.pk, "strengths"])) for name in BLOCK)
    yield "withdraw_nil", reverse("reports:withdraw_nil", args=[report.pk, "strengths", 1])
    yield "step", reverse("reports:step", args=[report.pk, "submit"])
    yield "download", reverse("reports:download", args=[report.pk, "text"])


ALL = [*READ, *WRITE, "issue", *BLOCK, "withdraw_nil", "step", "download"]


def knock(client, name, address):
    return client.post(address) if name in POSTS else client.get(address)


@pytest.mark.one_database
@pytest.mark.parametrize("name", ALL)
def test_tung_finds_nothing_there(name, report, tung, sign_in):
    answer = knock(sign_in(tung), name, dict(addresses(report))[name])

    assert answer.status_code == 404
    assert Report.objects.get().state == Report.State.DRAFT


@pytest.mark.one_database
@pytest.mark.parametrize("name", ALL)
def test_before_sending_the_superior_finds_nothing_either(name, frozen, binh, sign_in):
    assert knock(sign_in(binh), name, dict(addresses(frozen))[name]).status_code == 404


@pytest.mark.one_database
@pytest.mark.parametrize("who", ["son", "ha", "thao"])
@pytest.mark.parametrize("name", [*WRITE, *BLOCK, "withdraw_nil", "start"])
def test_whoever_does_not_write_reports_is_refused_in_words(name, who, report, sign_in, request):
    address = dict(addresses(report)).get(name) or reverse(f"reports:{name}")

    answer = knock(sign_in(request.getfixturevalue(who)), name, address)

    assert answer.status_code == 403
    assert "Lập, soạn, chốt số liệu báo cáo" in answer.content.decode()


@pytest.mark.parametrize("name", [*READ, "download"])
def test_whoever_reads_reports_of_the_body_comes_in(name, report, thao, sign_in):
    assert sign_in(thao).get(dict(addresses(report))[name]).status_code == 200


def test_an_account_without_the_right_is_refused_at_the_list(dung, sign_in):
    answer = sign_in(dung).get(reverse("reports:list"))

    assert answer.status_code == 403
    assert "Xem báo cáo" in answer.content.decode()


@pytest.mark.one_database
@pytest.mark.parametrize("name", [*ALL, "list", "start"])
def test_whoever_is_not_signed_in_is_sent_to_the_door(name, report):
    address = dict(addresses(report)).get(name) or reverse(f"reports:{name}")

    answer = knock(Client(), name, address)

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize("name", [*POSTS, "write", "ask", "figure", "nil", "step", "thaw", "correct"])
def test_nothing_is_written_without_the_token(name, report, minh):
    client = Client(enforce_csrf_checks=True)
    client.force_login(minh, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(dict(addresses(report))[name], {"text": "Chữ", "note": "Vì sao", "count": "3"})

    assert answer.status_code == 403
    assert not report.narratives.exists()


@pytest.mark.parametrize("name", POSTS)
def test_acts_are_not_done_by_looking(name, report, minh, sign_in):
    assert sign_in(minh).get(dict(addresses(report))[name]).status_code == 405


def test_the_page_asks_no_more_for_many_records(
    report, records, many_plans, minh, sign_in, django_assert_max_num_queries
):
    client, address = sign_in(minh), reverse("reports:report", args=[report.pk])
    client.get(address)
    with django_assert_max_num_queries(120) as few:
        client.get(address)

    many_plans(40)

    with django_assert_max_num_queries(len(few)):
        html = client.get(address).content.decode()
    assert "139/KH-SVH" in html


def test_the_list_asks_no_more_for_many_reports(
    report, so_van_hoa, minh, now, sign_in, django_assert_max_num_queries
):
    client, address = sign_in(minh), reverse("reports:list")
    client.get(address)
    with django_assert_max_num_queries(30) as few:
        client.get(address)

    for year in range(2000, 2020):
        Report.objects.create(
            body=so_van_hoa,
            outline="so-6-thang",
            period=f"{year}H1",
            since=f"{year}-01-01",
            until=f"{year}-07-01",
            title=f"Sơ kết năm {year}",
            created_at=now,
            saved_at=now,
            saved_by="",
        )
    with django_assert_max_num_queries(len(few)):
        html = client.get(address).content.decode()
    assert "sơ kết năm 2011" in html


def test_home_asks_three_times_at_most(report, minh, as_actor, django_assert_max_num_queries):
    actor = as_actor(minh)
    with django_assert_max_num_queries(3):
        assert waiting_for(actor)


@pytest.fixture
def many_plans(so_van_hoa):
    def make(count):
        for place in range(count):
            sent(
                identity(
                    f"{100 + place}/KH-SVH",
                    date(2024, 3, 1),
                    so_van_hoa,
                    f"Tuyên truyền đợt {place}",
                    type="ke_hoach",
                    topic="tuyen_truyen",
                )
            )

    return make
