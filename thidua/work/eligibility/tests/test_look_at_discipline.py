"""Discipline is looked at by those who may, at a press of the button, and each look leaves a line."""

from datetime import date

import pytest
from django.urls import reverse

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards.models import Household
from thidua.records.orgs.tests import factories
from thidua.records.staff.tests.factories import disciplined, pending
from thidua.vn.periods import calendar_year
from thidua.work.eligibility import services
from thidua.work.eligibility.asked import Asked
from thidua.work.eligibility.tests.records import NOW, covered

pytestmark = pytest.mark.django_db
ASKED = Asked("LDTT", calendar_year(2023), date(2023, 12, 31))
QUERY = "?xet=LDTT&nam=2023"
BUTTON = "Đối chiếu cả kỷ luật"
NOT_LOOKED = "Chưa đối chiếu sổ kỷ luật"


@pytest.fixture
def nam(so_van_hoa):
    return factories.person("Lê Hoàng Nam", so_van_hoa)


@pytest.fixture
def keeper(so_van_hoa):
    return factories.user("kim", "Đoàn Thị Kim", so_van_hoa, "chuyen_vien", "theo_doi_ky_luat")


def look(person, user, as_actor):
    return services.look_at_discipline(person, ASKED, by=as_actor(user), at=NOW)


def test_the_line_tells_who_looked_and_not_what_was_there(nam, keeper, as_actor, so_van_hoa):
    disciplined(nam, so_van_hoa)
    found = look(nam, keeper, as_actor)
    assert found.judged.verdict == "not_eligible"
    line = AuditLine.objects.latest("seq")
    assert (line.verb, line.subject_text) == ("eligibility.look_at_discipline", "Lê Hoàng Nam")
    assert line.changes == {"award": "Lao động tiên tiến", "period_label": "2023"}


def test_without_the_right_it_is_refused_and_so_is_a_household(nam, minh, keeper, as_actor, so_van_hoa):
    with pytest.raises(Refused, match="Xem kỷ luật"):
        look(nam, minh, as_actor)
    with pytest.raises(Refused, match="hộ gia đình"):
        look(Household(head="Lò Văn Páo", kept_by=so_van_hoa), keeper, as_actor)


def test_whom_one_does_not_see_is_not_looked_at(keeper, as_actor, so_van_hoa_nam_hai):
    stranger = factories.person("Hà Văn Lạ", so_van_hoa_nam_hai)
    lines = AuditLine.objects.count()
    assert look(stranger, keeper, as_actor) is None
    assert AuditLine.objects.count() == lines


def test_a_page_that_is_only_opened_says_the_same_of_everybody(nam, minh, sign_in, so_van_hoa):
    other = factories.person("Lê Hoàng Nam", so_van_hoa)
    client = sign_in(minh)

    def told(person) -> str:
        text = client.get(reverse("eligibility:person", args=[person.pk]) + QUERY).content.decode()
        return text.partition("<main")[2].replace(f"/{person.pk}/", "/…/")

    disciplined(nam, so_van_hoa)
    pending(nam, so_van_hoa)
    assert told(nam) == told(other)
    assert NOT_LOOKED in told(nam)
    assert BUTTON not in told(nam)


def test_the_button_opens_it_once(nam, keeper, sign_in, so_van_hoa):
    disciplined(nam, so_van_hoa)
    client, page = sign_in(keeper), reverse("eligibility:person", args=[nam.pk]) + QUERY
    lines = AuditLine.objects.count()
    assert BUTTON in client.get(page).content.decode()
    assert AuditLine.objects.count() == lines

    text = client.post(reverse("eligibility:person_discipline", args=[nam.pk]) + QUERY).content.decode()
    assert "Kỷ luật trong năm" in text
    assert "Chưa đủ điều kiện" in text
    assert NOT_LOOKED not in text
    assert AuditLine.objects.count() == lines + 1
    assert "Kỷ luật trong năm" not in client.get(page).content.decode()


def test_nothing_there_is_met_only_where_the_register_is_whole(nam, keeper, sign_in, so_van_hoa):
    client, url = sign_in(keeper), reverse("eligibility:person_discipline", args=[nam.pk]) + QUERY
    assert "chưa được xác nhận là đủ" in client.post(url).content.decode()
    covered("staff:discipline", so_van_hoa)
    assert "Sổ kỷ luật đủ và không ghi gì trong năm 2023" in client.post(url).content.decode()


def test_the_door_is_shut_to_others_and_to_a_mere_visit(nam, minh, keeper, tung, sign_in):
    url = reverse("eligibility:person_discipline", args=[nam.pk]) + QUERY
    assert sign_in(minh).post(url).status_code == 403
    assert sign_in(tung).post(url).status_code == 403
    assert sign_in(keeper).get(url).status_code == 405
    assert sign_in(keeper).post(url.partition("?")[0]).status_code == 422
