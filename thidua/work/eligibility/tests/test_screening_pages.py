"""The pages of a screening: started, read, filtered, weighed, compared, taken away as a file."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from thidua.kit.jobs.models import Job
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.tests import factories
from thidua.vn import periods
from thidua.work.eligibility import services
from thidua.work.eligibility.models import COLLECTIVE, PERSON, Screening
from thidua.work.eligibility.selectors import weighed
from thidua.work.eligibility.services import screening as verbs
from thidua.work.eligibility.tests.records import NOW, covered, rated

TODAY = date(2024, 6, 12)
LEVELS = ("HTXSNV", "HTTNV", "HTNV")


@pytest.fixture
def people(so_van_hoa, phong_di_san):
    covered("initiatives", so_van_hoa)
    found = [factories.person(name, phong_di_san) for name in ("Lê An", "Lê Bình", "Lê Chi", "Lê Dung")]
    for person, level in zip(found, LEVELS, strict=False):
        rated(person, so_van_hoa, 2023, level)
    return found


def screened(unit, user, **more):
    given = {"of_whom": PERSON, "titles": ["LDTT", "CSTDCS"], "period": periods.calendar_year(2023)}
    given |= {"on": date(2024, 5, 1), "by": actor_for(user, TODAY), "at": NOW}
    return services.start_screening(unit, **given | more)


def page(client, name, row, query="", **more):
    return client.get(reverse(f"eligibility:{name}", args=[row.pk]) + query, **more)


def names_in(answer):
    return [each["name"] for each in answer.context["rows"]]


def test_a_screening_is_started_from_the_form(people, phong_di_san, minh, sign_in):
    client = sign_in(minh)
    typed = {"unit": phong_di_san.name, "unit_id": phong_di_san.pk, "period": "2023", "personal": ["LDTT"]}
    answer = client.post(reverse("eligibility:screen"), typed, follow=True)
    assert answer.status_code == 200
    row = Screening.objects.get()
    assert (row.titles, row.on, row.done) == (["LDTT"], date(2023, 12, 31), 4)
    assert "Lê An" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"period": "quý I năm 2024", "personal": ["LDTT"]}, "Nhập một năm"),
        ({"period": "2023"}, "Chọn ít nhất một danh hiệu"),
        ({"period": "2023", "personal": ["LDTT"], "collective": ["TTLDTT"]}, "bỏ danh hiệu cá nhân"),
        ({"period": "2023", "personal": ["LDTT"], "unit": "Sở không có"}, "Không thấy"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(people, phong_di_san, minh, sign_in, typed, said):
    whole = {"unit": phong_di_san.name, "unit_id": phong_di_san.pk} | typed
    answer = sign_in(minh).post(reverse("eligibility:screen"), whole)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_counts_lead_to_the_names_behind_them(people, phong_di_san, minh, sign_in):
    client, row = sign_in(minh), screened(phong_di_san, minh)
    line = page(client, "screening", row).context["lines"][1]
    assert [(each.verdict, each.figure) for each in line.counts] == [
        ("eligible", 1),
        ("needs_review", 1),
        ("not_eligible", 2),
    ]
    for count in line.counts:
        assert len(names_in(page(client, "screening", row, count.url))) == count.figure
    assert len(names_in(page(client, "screening", row, line.single_url))) == line.single


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?dh=LDTT&kq=eligible", ["Lê An", "Lê Bình"]),
        ("?dh=CSTDCS&thieu=task_level/initiative&mot=1", ["Lê Bình"]),
        ("?q=dung", ["Lê Dung"]),
        ("?dv=di+san&gt=nu", ["Lê Chi"]),
        ("?ld=lanh_dao", []),
        ("?dh=KHONGCO", ["Lê An", "Lê Bình", "Lê Chi", "Lê Dung"]),
    ],
)
def test_the_list_is_filtered_from_the_address(people, phong_di_san, minh, sign_in, query, names):
    people[2].gender = "nu"
    people[2].save()
    row = screened(phong_di_san, minh)
    assert names_in(page(sign_in(minh), "screening", row, query)) == names


def test_reasons_come_for_the_rows_shown_and_say_when_records_changed(
    people, phong_di_san, so_van_hoa, minh, sign_in
):
    client, row = sign_in(minh), screened(phong_di_san, minh)
    assert 'hx-trigger="load"' in page(client, "screening", row).content.decode()
    rated(people[3], so_van_hoa, 2023, "HTTNV")
    part = page(client, "screening", row, "?ly_do=1", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Năm 2023 xếp loại hoàn thành nhiệm vụ, yêu cầu" in part
    assert part.count("đã thay đổi sau khi sàng lọc") == 1


def test_queries_do_not_grow_with_the_people(people, phong_di_san, minh, sign_in):
    client, few = sign_in(minh), screened(phong_di_san, minh)
    for n in range(20):
        factories.person(f"Người {n}", phong_di_san)
    many = screened(phong_di_san, minh, at=NOW + timedelta(hours=1))
    for query in ("", "?ly_do=1"):
        counts = []
        for row in (few, many):
            page(client, "screening", row, query)
            with CaptureQueriesContext(connection) as asked:
                page(client, "screening", row, query)
            counts.append(len(asked))
        assert counts[0] == counts[1]
        if not query:
            assert counts[0] <= 8


def test_collectives_have_their_page_too(people, so_van_hoa, minh, sign_in):
    row = screened(so_van_hoa, minh, of_whom=COLLECTIVE, titles=["TTLDTT", "TTLDXS"])
    answer = page(sign_in(minh), "screening", row, "?ly_do=1")
    assert names_in(answer) == ["Sở Văn hóa tỉnh Tân Giang", "Phòng Quản lý di sản"]


def test_the_excel_file_holds_what_is_filtered_to_with_every_title(people, phong_di_san, minh, sign_in):
    row = screened(phong_di_san, minh)
    answer = page(sign_in(minh), "screening_excel", row, "?dh=CSTDCS&kq=not_eligible")
    cells = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_index(0).to_python()
    assert [line[1] for line in cells] == ["Họ và tên", "Lê Bình", "Lê Chi"]
    assert cells[1][5:] == ["Đủ điều kiện", "", "Chưa đủ điều kiện", "xếp loại hoặc sáng kiến"]
    units = screened(phong_di_san, minh, of_whom=COLLECTIVE, titles=["TTLDTT"])
    answer = page(sign_in(minh), "screening_excel", units)
    cells = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_index(0).to_python()
    assert cells[1][1:3] == ["Phòng Quản lý di sản", "Sở Văn hóa tỉnh Tân Giang"]


def test_while_it_runs_the_page_shows_how_far_it_is(people, phong_di_san, minh, sign_in, monkeypatch):
    monkeypatch.setitem(verbs.FEW, PERSON, 1)
    client, row = sign_in(minh), screened(phong_di_san, minh)
    progress = reverse("eligibility:screening_progress", args=[row.pk])
    assert progress in page(client, "screening", row).content.decode()
    assert client.get(progress).status_code == 200
    client.post(progress)
    assert Job.objects.get().state == Job.State.CANCELLED
    assert "Chạy tiếp" in page(client, "screening", row).content.decode()
    answer = client.post(reverse("eligibility:screening_go_on", args=[row.pk]), follow=True)
    assert Job.objects.count() == 2
    assert "Chạy tiếp" not in answer.content.decode()


def test_done_again_it_shows_who_changed(people, phong_di_san, so_van_hoa, minh, sign_in):
    client, row = sign_in(minh), screened(phong_di_san, minh)
    Screening.objects.update(fingerprint="sha256:cũ", created_at=NOW - timedelta(days=1))
    assert "Sách luật đã thay đổi" in page(client, "screening", row).content.decode()
    assert (
        "sách luật đã đổi" in client.get(reverse("eligibility:screenings") + "?sach_khac=1").content.decode()
    )
    rated(people[3], so_van_hoa, 2023, "HTXSNV")
    new = factories.person("Lê Em", phong_di_san)
    client.post(reverse("eligibility:screening_again", args=[row.pk]))
    latest = Screening.objects.latest("pk")
    told = page(client, "screening_changed", latest)
    assert [(each["name"], len(each["lines"])) for each in told.context["rows"]] == [(people[3], 2), (new, 2)]
    assert "Sách luật của hai lượt khác nhau" in told.content.decode()
    assert page(client, "screening_changed", row).status_code == 404


def test_deleting_asks_once(people, phong_di_san, minh, son, sign_in):
    row = screened(phong_di_san, minh)
    url = reverse("eligibility:screening_delete", args=[row.pk])
    assert sign_in(son).get(url).status_code == 403
    client = sign_in(minh)
    assert "Xóa lượt" in client.get(url).content.decode()
    client.post(url, {"confirmed": "1"})
    assert not Screening.objects.exists()


def test_without_a_ceiling_the_page_says_so(people, phong_di_san, minh, sign_in):
    row = screened(phong_di_san, minh)
    assert "không đặt giới hạn" in page(sign_in(minh), "screening_share", row, "?dh=CSTDCS").content.decode()


def test_names_left_out_are_tried_against_a_ceiling(people, phong_di_san, minh, sign_in, monkeypatch):
    row = screened(phong_di_san, minh)
    entry = weighed.catalogue.book(TODAY, None).by_id["title.ldtt@2024"]
    half = weighed.Ceiling("LDTT", Decimal(25), None, "số người", "nguoi", entry, True, (), None, None)
    count = weighed.Ceiling("LDTT", None, 1, "", "", entry, False, (), None, None)
    other = weighed.Ceiling("LDTT", Decimal(25), None, "số CSTĐBT", "CSTDBT", entry, False, (), None, None)
    monkeypatch.setattr(weighed.catalogue, "ceilings", lambda on, body, award: [half, count, other])
    client = sign_in(minh)
    answer = page(client, "screening_share", row, "?dh=LDTT")
    assert [each.is_kept for each in answer.context["lights"]] == [False, False, None]
    assert answer.context["lights"][0].share == "50%"
    first = row.rows.order_by("pk").first()
    answer = page(client, "screening_share", row, f"?dh=LDTT&bo={first.pk}")
    assert [each.is_kept for each in answer.context["lights"]] == [True, True, None]


def test_nobody_from_elsewhere_comes_near(people, phong_di_san, minh, tung, sign_in):
    row = screened(phong_di_san, minh)
    client = sign_in(tung)
    for name in (
        "screening",
        "screening_excel",
        "screening_share",
        "screening_changed",
        "screening_progress",
    ):
        assert page(client, name, row).status_code == 404
    assert "Lê An" not in client.get(reverse("eligibility:screenings")).content.decode()
