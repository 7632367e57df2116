"""What a change of the law book touches: screenings by another book, and doing them again."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from thidua.records.catalogue.tests.factories import checked, regulation
from thidua.vn.periods import calendar_year
from thidua.work.eligibility import services
from thidua.work.eligibility.models import Screening

pytestmark = pytest.mark.django_db


@pytest.fixture
def screening(minh, so_van_hoa, as_actor):
    """Of all titles but one, by the book as it was before the department checked an entry."""
    return services.start_screening(
        so_van_hoa,
        of_whom="ca_nhan",
        titles=["LDTT", "CSTDCS"],
        period=calendar_year(2023),
        on=date(2024, 6, 1),
        by=as_actor(minh),
        at=timezone.now(),
    )


def impact(client, **query) -> str:
    return client.get(reverse("eligibility:impact"), query, headers={"HX-Request": "true"}).content.decode()


def test_nothing_is_touched_while_the_book_is_the_same(screening, minh, sign_in):
    assert "Không có lượt sàng lọc nào" in impact(sign_in(minh))


def test_a_checked_entry_touches_what_was_judged_before_and_that_can_be_done_again(
    screening, minh, sign_in, so_van_hoa
):
    checked(so_van_hoa, regulation(so_van_hoa))
    client = sign_in(minh)
    text = impact(client)
    assert str(screening) in text
    assert "Sàng lọc lại" in text

    client.post(reverse("eligibility:screening_again", args=[screening.pk]))
    assert Screening.objects.filter(again_of=screening).exists()
    assert "Không có lượt sàng lọc nào" in impact(client)


def test_an_entry_names_only_what_asked_for_its_title(screening, minh, sign_in, so_van_hoa):
    checked(so_van_hoa, regulation(so_van_hoa))
    client = sign_in(minh)
    assert str(screening) in impact(client, muc="title.cstdcs@2024")
    assert str(screening) not in impact(client, muc="title.cstdbt@2024")
    assert str(screening) in impact(client, muc="vote.80@2025")


def test_the_law_book_leads_there(minh, thao, sign_in):
    url = reverse("eligibility:impact")
    for page in (reverse("catalogue:entry", args=["title.cstdbt@2024"]), reverse("catalogue:changes")):
        assert url in sign_in(minh).get(page).content.decode()
        assert url not in sign_in(thao).get(page).content.decode()


def test_others_are_not_told(screening, tung, so_van_hoa, sign_in):
    checked(so_van_hoa, regulation(so_van_hoa))
    assert str(screening) not in impact(sign_in(tung))
