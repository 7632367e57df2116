"""Cards of movements, duties, meetings, statements and plans: what will be written, edited, and what was."""

import pytest
from django.urls import reverse

from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.tests.samples import MOVEMENTS
from thidua.records.meetings.models import Meeting
from thidua.work.movements.models import Movement, Response
from thidua.work.programme.models import Task

pytestmark = pytest.mark.django_db

KIND = Proposal.Kind


@pytest.fixture
def report(read_by, minh, tan_giang):
    return read_by(minh, MOVEMENTS)


@pytest.fixture
def page(sign_in, minh, report):
    client = sign_in(minh)
    return lambda: client.get(reverse("intake:reading", args=[report.pk])).content.decode()


@pytest.fixture
def send(sign_in, minh, report):
    client = sign_in(minh)

    def post(row, **typed):
        url = reverse("intake:edit", args=[report.pk, row.pk])
        return client.post(url, {f"muc{row.pk}-{name}": value for name, value in typed.items()})

    return post


def test_a_movement_says_whom_it_answers_and_by_which_heading(page):
    html = page()

    assert (
        "Mục 2.2.1: hưởng ứng phong trào do Ủy ban nhân dân tỉnh phát động, bằng 48/KH-SVH ngày 31/5/2024"
        in html
    )
    assert (
        "Mục 2.1: hưởng ứng phong trào do Thủ tướng Chính phủ phát động, bằng 46/KH-SVH ngày 24/10/2019"
        in html
    )
    assert "bằng văn bản đăng ký" in html


def test_only_award_figures_wait_for_their_module(page, report):
    assert "Chờ phân hệ" not in page()


def test_a_meeting_says_that_its_day_is_not_known_and_that_two_places_mean_one(page):
    html = page()

    assert "Chưa rõ, trong 6 tháng đầu năm 2024" in html
    assert "Cùng cuộc họp với mục thứ 1" in html
    assert "Ghi thành cuộc họp, số người dự" in html


def test_nil_statements_plans_and_drafts_have_their_cards(page):
    html = page()

    assert "Đơn thư khiếu nại, tố cáo: không phát sinh" in html
    assert "Ghi thành mốc tổng kết của “thực hiện nhiệm vụ phát triển văn hóa đọc”" in html
    assert "Quy chế công tác thi đua, khen thưởng" in html


def test_a_duty_says_which_day_will_be_written(read_by, sign_in, minh):
    reading = read_by(minh)

    html = sign_in(minh).get(reverse("intake:reading", args=[reading.pk])).content.decode()

    assert "Hạn sẽ ghi" in html
    assert "Thứ Sáu, 14/6/2024" in html
    assert "Ghi như in, chưa khớp đơn vị hay người nào" in html


def test_what_was_written_is_linked(page, report, looked_through, minh, as_actor, now):
    services.confirm(looked_through(report, minh), by=as_actor(minh), at=now)

    html = page()

    assert "Đã ghi:" in html
    for name, model in (
        ("movements:movement", Movement),
        ("programme:task", Task),
        ("meetings:meeting", Meeting),
    ):
        assert reverse(name, args=[model.objects.order_by("pk").first().pk]) in html


def test_an_answer_that_the_officer_leaves_out_is_not_written(
    send, report, looked_through, minh, as_actor, now
):
    rows = report.proposals.filter(kind=KIND.MOVEMENT)
    row = next(each for each in rows if each.proposed["name"].startswith("xây dựng xã hội học tập"))

    send(row, name=row.proposed["name"], period="2023-2030", role="launched", answers="0")
    services.confirm(looked_through(report, minh), by=as_actor(minh), at=now)

    answers = Response.objects.filter(ours__name=row.proposed["name"])
    assert [each.superior.launcher.name for each in answers] == ["Thủ tướng Chính phủ"]


def test_of_several_offices_the_card_says_which_one_is_meant(page):
    assert "do Tỉnh ủy (in: “Tỉnh ủy và các cơ quan cấp tỉnh”) phát động" in page()


def test_the_day_of_a_meeting_is_typed_and_the_two_are_told_apart(send, report):
    row = report.proposals.get(kind=KIND.ATTENDANCE, position=2)

    send(row, event="Họp", present="29", expected="29", held_on="06/5/2024", kind="hop_co_quan", same_as="")

    row.refresh_from_db()
    assert (row.fact["held_on"], row.fact["same_as"], row.fact["like"]) == ("2024-05-06", None, 1)
    assert row.decision == Proposal.Decision.ACCEPTED


def test_a_meeting_without_day_and_period_asks_for_the_day(send, read_by, minh, report):
    row = report.proposals.get(kind=KIND.ATTENDANCE, position=1)
    row.proposed = {**row.proposed, "period": None}
    row.save()

    answer = send(row, event="Họp", present="29", expected="29", kind="hop_co_quan")

    assert answer.status_code == 422
    assert "nhập ngày họp" in answer.content.decode()


def test_the_period_of_a_nil_statement_is_understood_or_asked_for_again(send, report):
    row = report.proposals.filter(kind=KIND.NIL).first()

    assert "Chưa hiểu được kỳ này" in send(row, matter="don_thu", period="hồi đó").content.decode()
    send(row, matter="don_thu", period="quý I/2024")

    row.refresh_from_db()
    assert row.fact["period"] == "quý I năm 2024"


@pytest.mark.parametrize("kind", [KIND.PLANNED, KIND.DRAFTED, KIND.MOVEMENT, KIND.TASK])
def test_every_card_opens_as_a_form(sign_in, minh, report, kind):
    row = report.proposals.filter(kind=kind).first()

    answer = sign_in(minh).get(reverse("intake:edit", args=[report.pk, row.pk]))

    assert answer.status_code == 200
    assert f"muc{row.pk}-" in answer.content.decode()


def test_tung_sees_none_of_it(sign_in, tung, report):
    row = report.proposals.filter(kind=KIND.MOVEMENT).first()

    assert sign_in(tung).get(reverse("intake:edit", args=[report.pk, row.pk])).status_code == 404


def test_the_queries_do_not_grow_with_the_cards(
    page, report, looked_through, minh, as_actor, now, django_assert_max_num_queries
):
    services.confirm(looked_through(report, minh), by=as_actor(minh), at=now)
    page()
    hidden = list(report.proposals.filter(kind__in=[KIND.MOVEMENT, KIND.TASK]).exclude(position=1))
    for row in hidden:
        row.written, row.decision = False, Proposal.Decision.PENDING
        row.save()

    with django_assert_max_num_queries(40) as few:
        page()
    for row in hidden:
        row.written, row.decision = True, Proposal.Decision.ACCEPTED
        row.save()
    with django_assert_max_num_queries(len(few)):
        page()
