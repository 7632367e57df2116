"""Titles and forms of a body's own: in the catalogue with artefact, authority, recipients and money."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from thidua.kit.refused import Refused
from thidua.records.catalogue import selectors, services
from thidua.records.catalogue.refusals import WrongFields
from thidua.records.catalogue.services import OwnAward
from thidua.records.catalogue.tests.factories import DAY, legal, regulation
from thidua.records.register.tests.factories import NOW, SYSTEM

MEDAL = {
    "sort": "hinh_thuc",
    "name": "Kỷ niệm chương Vì sự nghiệp văn hóa Tân Giang",
    "code": "KNCVH",
    "recipients": ["ca_nhan", "tap_the"],
    "authority": "UNIT_HEAD",
    "group": "commemorative_medal",
    "artefact": "Kỷ niệm chương, bằng chứng nhận",
    "coefficients": {"ca_nhan": Decimal("0.6"), "tap_the": None},
}


def stated(body, paper, by=SYSTEM, **more):
    ground = {"document": paper, "place": "mục 4", "since": date(2024, 1, 1)}
    return services.state_own_award(OwnAward(**MEDAL | more), body=body, **ground, by=by, at=NOW)


@pytest.fixture
def paper(so_van_hoa):
    return regulation(so_van_hoa)


def test_a_form_stands_in_its_list_with_authority_and_money(so_van_hoa, so_noi_vu, paper):
    stated(so_van_hoa, paper)

    book = selectors.book(DAY, so_van_hoa)
    (row,) = [row for row in selectors.overview(book, DAY).forms if row.code == "KNCVH"]
    assert (row.recipients, row.level, row.standing) == ("Cá nhân, tập thể", "Cơ sở", "verified")
    assert row.deciders == ("Thủ trưởng cơ quan, đơn vị có tư cách pháp nhân",)
    assert [paid.text for paid in row.paid] == ["1.410.000 đồng"]
    page = selectors.kind("KNCVH", book, DAY)
    assert len(page.versions) == 2
    assert not selectors.is_known("KNCVH", selectors.book(DAY, so_noi_vu))


def test_a_title_stands_among_the_titles(so_van_hoa, paper):
    stated(so_van_hoa, paper, sort="danh_hieu", group="", recipients=["ca_nhan"])

    found = selectors.overview(selectors.book(DAY, so_van_hoa), DAY)
    assert "KNCVH" in {row.code for row in found.titles}
    assert "KNCVH" not in {row.code for row in found.forms}


def test_withdrawn_it_is_gone_with_its_money(so_van_hoa, paper):
    overlay = stated(so_van_hoa, paper)

    services.withdraw_overlay(overlay, reason="Thôi tặng", by=SYSTEM, at=NOW)

    assert "KNCVH" not in selectors.book(DAY, so_van_hoa).codes


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"sort": "khac"}, "sort"),
        ({"name": " "}, "name"),
        ({"name": "lao động tiên tiến"}, "name"),
        ({"code": "knc"}, "code"),
        ({"code": "LDTT"}, "code"),
        ({"recipients": []}, "recipients"),
        ({"authority": "AI_DO"}, "authority"),
        ({"group": ""}, "group"),
        ({"coefficients": {"ca_nhan": Decimal(101)}}, "coefficient_ca_nhan"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(so_van_hoa, paper, facts, field):
    with pytest.raises(WrongFields) as refused:
        stated(so_van_hoa, paper, **facts)

    assert [name for name, _ in refused.value.fields] == [field]


def test_only_the_legal_officer_states_it(so_van_hoa, paper, minh, tung, as_actor):
    for user in (minh, tung):
        with pytest.raises(Refused, match="pháp chế"):
            stated(so_van_hoa, paper, by=as_actor(user))


def test_by_form(sign_in, minh, so_van_hoa, paper):
    client = sign_in(legal(minh, so_van_hoa))
    typed = {
        "sort": "hinh_thuc",
        "name": MEDAL["name"],
        "code": "KNCVH",
        "group": "commemorative_medal",
        "recipients": ["ca_nhan"],
        "authority": "UNIT_HEAD",
        "document": str(paper),
        "document_id": paper.pk,
        "place": "mục 4",
        "since": "01/01/2024",
        "coefficient_ca_nhan": "0,6",
    }

    wrong = client.post(reverse("catalogue:state_award"), typed | {"code": "LDTT"})
    assert wrong.status_code == 422
    assert "Mã LDTT là của Lao động tiên tiến" in wrong.content.decode()

    answer = client.post(reverse("catalogue:state_award"), typed)
    assert answer.status_code == 302
    assert MEDAL["name"] in client.get(answer.url).content.decode()
