"""What is paid: by the coefficient and the base salary of the day of signing, several of one period by the rules."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from thidua.law.cases import Case
from thidua.law.facts import Candidate
from thidua.law.money import reward
from thidua.records.awards import selectors
from thidua.records.awards.models import Award
from thidua.records.awards.selectors.money import given as asked_of
from thidua.records.awards.services import revoke
from thidua.records.awards.tests.factories import NOW, SYSTEM, counted, decided
from thidua.records.awards.tests.factories import given as awarded
from thidua.records.catalogue import selectors as catalogue
from thidua.records.catalogue import services as catalogue_services
from thidua.records.catalogue.services import OwnAward
from thidua.records.catalogue.tests.factories import checked, regulation
from thidua.records.orgs.tests.factories import person

SIGNED = date(2024, 1, 15)


@pytest.fixture
def decision(so_van_hoa):
    return decided(so_van_hoa)


@pytest.fixture
def an(so_van_hoa):
    return person("Lê Văn An", so_van_hoa)


def money(award, user, as_actor):
    return selectors.money_of(award, as_actor(user))


def test_the_amount_is_worked_out_with_where_it_is_written(so_van_hoa, decision, an, minh, as_actor):
    found = money(awarded("CSTDCS", an, so_van_hoa, decision=decision), minh, as_actor)

    assert found.text == "1,0 × 1.800.000 = 1.800.000 đồng"
    assert any("98/2023/NĐ-CP" in cite.text and cite.days.startswith("từ") for cite in found.cites)
    assert {"base_salary", "rewards"} <= {entry.shelf for entry in found.entries}
    assert not found.doubts


def test_rounding_is_told(so_van_hoa, an, minh, as_actor):
    found = money(
        awarded("LDTT", an, so_van_hoa, decision=decided(so_van_hoa, issued_on=date(2024, 5, 2))),
        minh,
        as_actor,
    )
    assert found.text == "0,3 × 1.800.000 = 540.000 đồng"

    lay = checked(
        so_van_hoa,
        regulation(so_van_hoa),
        "reward.ldtt@2024",
        since=date(2024, 1, 1),
        corrections={"p.coefficient": Decimal("0.33")},
    )
    award = awarded(
        "LDTT", person("Vũ Thị Ba", so_van_hoa), so_van_hoa, decision=decided(so_van_hoa, "90/QĐ-SVH")
    )
    assert lay.entry in {entry.id for entry in money(award, minh, as_actor).entries}
    assert money(award, minh, as_actor).text == "0,33 × 1.800.000 = 594.000, làm tròn lên 600.000 đồng"


def test_of_two_titles_of_one_period_only_the_highest_is_paid(so_van_hoa, decision, an, minh, as_actor):
    low = awarded("LDTT", an, so_van_hoa, decision=decision)
    high = awarded("CSTDCS", an, so_van_hoa, decision=decided(so_van_hoa, "89/QĐ-SVH", date(2024, 2, 1)))

    first, second = money(low, minh, as_actor), money(high, minh, as_actor)

    assert (first.each, second.each) == (0, 1_800_000)
    assert "Chiến sĩ thi đua cơ sở" in first.instead
    assert "89/QĐ-SVH" in first.doubts[-1]


def test_a_form_is_paid_beside_a_title_and_other_periods_beside_each_other(
    so_van_hoa, decision, an, minh, as_actor
):
    title = awarded("CSTDCS", an, so_van_hoa, decision=decision)
    form = awarded("GK", an, so_van_hoa, decision=decision)
    before = awarded("LDTT", an, so_van_hoa, "2022", decision=decision)

    assert all(money(each, minh, as_actor).each for each in (title, form, before))


def test_what_is_missing_is_said(so_van_hoa, an, minh, as_actor):
    undated = awarded("LDTT", an, so_van_hoa)
    foreign = awarded("Huy hiệu của hội", an, so_van_hoa, decision=decided(so_van_hoa))

    assert "ngày ký" in money(undated, minh, as_actor).missing
    found = money(foreign, minh, as_actor)
    assert (found.each, found.text) == (None, "chưa tính được")
    assert "Huy hiệu của hội" in found.missing


def test_a_draft_is_warned_of(so_van_hoa, an, minh, as_actor):
    found = money(
        awarded("LDTT", an, so_van_hoa, "2016", decision=decided(so_van_hoa, "3/QĐ-SVH", date(2018, 2, 1))),
        minh,
        as_actor,
    )

    assert any("chưa được đối chiếu" in doubt for doubt in found.doubts)


def test_a_bodys_own_form_pays_by_its_own_coefficient(so_van_hoa, an, minh, as_actor):
    medal = OwnAward(
        "hinh_thuc",
        "Kỷ niệm chương Văn hóa Tân Giang",
        "KNCVH",
        ["ca_nhan"],
        "UNIT_HEAD",
        coefficients={"ca_nhan": Decimal("0.6")},
    )
    catalogue_services.state_own_award(
        medal,
        body=so_van_hoa,
        document=regulation(so_van_hoa),
        place="mục 4",
        since=date(2024, 1, 1),
        by=SYSTEM,
        at=NOW,
    )
    award = awarded(medal.name, an, so_van_hoa, decision=decided(so_van_hoa))

    assert money(award, minh, as_actor).text == "0,6 × 1.800.000 = 1.080.000 đồng"


def test_what_ended_is_not_paid(so_van_hoa, decision, an, minh, as_actor):
    award = awarded("LDTT", an, so_van_hoa, decision=decision)
    revoke(
        award, revoking=decided(so_van_hoa, "95/QĐ-SVH", date(2024, 3, 1)), reason="Sai", by=SYSTEM, at=NOW
    )
    award.refresh_from_db()

    assert money(award, minh, as_actor) is None
    assert selectors.money_under(decision, as_actor(minh)).lines == []


def test_a_count_is_paid_as_often_and_its_names_not_again(so_van_hoa, decision, minh, as_actor):
    count = counted("LDTT", 29, so_van_hoa, decision=decision)
    name = awarded("LDTT", person("Lê Văn An", so_van_hoa), so_van_hoa, decision=decision)
    Award.objects.filter(pk=name.pk).update(part_of=count)

    sheet = selectors.money_under(decision, as_actor(minh))

    assert [(line.each, line.total) for line in sheet.lines] == [(540_000, 29 * 540_000)]
    assert "29 mức" in sheet.lines[0].text


CODES = ["LDTT", "CSTDCS", "CSTDBT", "GK", "BKBT"]


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(CODES), st.sampled_from(["2022", "2023"])),
        unique=True,
        max_size=8,
    )
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_sum_of_a_list_is_the_laws_answers_one_by_one(so_van_hoa, minh, as_actor, given_lines):
    number = getattr(test_the_sum_of_a_list_is_the_laws_answers_one_by_one, "number", 100) + 1
    test_the_sum_of_a_list_is_the_laws_answers_one_by_one.number = number
    decision = decided(so_van_hoa, f"{number}/QĐ-SVH", SIGNED)
    people = [person(f"Người {number} {each}", so_van_hoa) for each in range(4)]
    made = [
        (who, awarded(code, people[who], so_van_hoa, year, decision=decision))
        for who, code, year in given_lines
    ]
    book = catalogue.book(SIGNED, so_van_hoa)

    expected = 0
    for each in range(4):
        mine = tuple(asked_of(award, award.code) for who, award in made if who == each)
        if mine:
            case = Case(
                "",
                "reward_money",
                SIGNED,
                mine[0].code,
                2024,
                Candidate("ca_nhan"),
                signed_on=SIGNED,
                awards_received=mine,
            )
            expected += reward(case, book).amount_vnd

    assert selectors.money_under(decision, as_actor(minh)).total == expected


def test_the_list_is_by_unit_with_totals_and_goes_to_excel(
    sign_in, so_van_hoa, so_noi_vu, decision, an, minh
):
    awarded("CSTDCS", an, so_van_hoa, decision=decision)
    awarded("LDTT", person("=1+1", so_noi_vu), so_van_hoa, decision=decision)
    client = sign_in(minh)

    page = client.get(reverse("awards:money", args=[decision.pk])).content.decode()
    assert "2.340.000" in page
    assert "Sở Nội vụ" in page
    slot = client.get(reverse("awards:of_document", args=[decision.pk])).content.decode()
    assert "2.340.000 đồng" in slot

    answer = client.get(reverse("awards:money_excel", args=[decision.pk]))
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_index(0).to_python()
    cells = [cell for row in rows for cell in row]
    assert "=1+1" in cells
    assert 2_340_000 in cells
    assert any("98/2023/NĐ-CP" in str(cell) for cell in cells)


def test_the_page_of_an_award_shows_its_money_to_its_own_bodies(
    sign_in, so_van_hoa, decision, an, minh, tung
):
    award = awarded("CSTDCS", an, so_van_hoa, decision=decision)
    where = reverse("awards:award", args=[award.pk])

    assert "1,0 × 1.800.000 = 1.800.000 đồng" in sign_in(minh).get(where).content.decode()
    assert "1.800.000" not in sign_in(tung).get(where).content.decode()


def test_elsewhere_the_decision_is_not_found(sign_in, decision, tung):
    for name in ("money", "money_excel"):
        assert sign_in(tung).get(reverse(f"awards:{name}", args=[decision.pk])).status_code == 404


def test_few_queries_whatever_the_size(sign_in, so_van_hoa, decision, minh):
    client, where = sign_in(minh), reverse("awards:money", args=[decision.pk])

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(where).status_code == 200
        return len(queries)

    awarded("CSTDCS", person("Lê Văn An", so_van_hoa), so_van_hoa, decision=decision)
    asked()
    before = asked()
    for each in range(12):
        awarded("LDTT", person(f"Người {each}", so_van_hoa), so_van_hoa, decision=decision)
    assert asked() == before
