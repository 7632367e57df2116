"""Papers in odd shape: each page of the register shows them, and the file and the print take them."""

from datetime import date

import pytest
from django.urls import reverse

from thidua.kit.refused import Refused
from thidua.records.register import services
from thidua.records.register.tests.factories import NOW, entered, identity, stub

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 7)
NUMBERS = [
    "99999999999/KH-UBND",
    "2147483648/QĐ-UBND",
    "0/KH-UBND",
    "²/KH-UBND",
    "١٢/KH-UBND",
    "１２/KH-UBND",
    "12abc/KH-UBND",
    "/KH-UBND",
    "=1+1",
    "-",
    '"><b>',
    "ß" * 60,
    "12/" + "K" * 57,
    "12/KH-UBND\u202e\u0301",
]
LISTS = ("list", "export", "print", "matches", "concretising", "below", "series")


def opened(client, *documents):
    """Every page that shows them."""
    pages = [reverse("register:document", args=[row.pk]) for row in documents]
    pages += [reverse("register:correct", args=[row.pk]) for row in documents]
    pages += [reverse(f"register:{name}") for name in LISTS]
    pages += [f"{reverse('register:list')}?chon={row.pk}" for row in documents]
    pages += [f"{reverse('register:draft')}?thuc_hien={row.pk}" for row in documents]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        if answer.streaming:
            assert b"".join(answer.streaming_content)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("way", ["den", "di"])
def test_a_number_with_odd_signs(number, way, tan_giang, so_van_hoa, minh, sign_in, as_actor):
    issuer = tan_giang if way == "den" else so_van_hoa
    try:
        row = entered(identity(number, DAY, issuer, "Thử"), so_van_hoa, way, by=as_actor(minh))
    except Refused:
        return

    opened(sign_in(minh), row)


def test_papers_without_issuer_day_number_or_title(tan_giang, so_van_hoa, minh, sign_in, as_actor):
    by = as_actor(minh)
    bare = [
        entered(identity("", None, None, "Không số, không ngày"), so_van_hoa, by=by),
        entered(identity("12/KH-UBND", None, None, ""), so_van_hoa, by=by),
        entered(identity("", DAY, tan_giang, "K" * 1000), so_van_hoa, by=by),
        entered(identity("", None, tan_giang, "ß" * 1000), so_van_hoa, by=by),
        entered(
            identity("13/QĐ-UBND", date(1900, 1, 1), tan_giang, "Thi đua năm 9999 - 0000"), so_van_hoa, by=by
        ),
    ]
    cited = stub(identity("14/CT-UBND"))
    services.cite(bare[0], cited, printed="x" * 1000, by=by, at=NOW)

    opened(sign_in(minh), *bare, cited)


def test_a_number_longer_than_any_is_refused(tan_giang, so_van_hoa, minh, as_actor):
    with pytest.raises(Refused, match="dài quá 60 chữ"):
        entered(identity("12/" + "K" * 90, DAY, tan_giang, "Thử"), so_van_hoa, by=as_actor(minh))


@pytest.mark.parametrize("year", [1, 204, 1024])
def test_a_paper_from_before_all_papers_is_refused(year, tan_giang, so_van_hoa, minh, as_actor):
    with pytest.raises(Refused, match="Kiểm tra lại năm"):
        entered(identity("12/KH-UBND", date(year, 3, 7), tan_giang, "Thử"), so_van_hoa, by=as_actor(minh))
