"""Every address: for whom it opens, for whom not, how many queries it takes; and what the forms write."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.records.awards import services
from thidua.records.awards.models import Award, Household
from thidua.records.awards.tests.factories import NOW, SYSTEM, counted, decided, given
from thidua.records.awards.urls import urlpatterns
from thidua.records.orgs.tests import factories
from thidua.records.register.models import Document, Statement

OF_NO_AWARD = {"list", "excel", "enter", "enter_aggregate", "enter_many", "coverage"}
WRITES = {
    "confirmation",
    "enter",
    "enter_aggregate",
    "enter_many",
    "fill",
    "coverage",
    "withdraw_coverage",
    "correct",
    "strike",
    "revoke",
}
PUBLIC = {"award", "of_unit"}
"""What is said of an award given by name is known to whoever reads any register of awards."""
NAMES = [pattern.name for pattern in urlpatterns]


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


@pytest.fixture
def award(khai, so_van_hoa):
    return given("CSTDCS", khai, so_van_hoa, decision=decided(so_van_hoa), certificate="1234")


@pytest.fixture
def many(so_van_hoa):
    return counted("LDTT", 29, so_van_hoa)


@pytest.fixture
def house(award, many, khai, phong_di_san, so_van_hoa):
    said = services.state_coverage(so_van_hoa, since=date(2015, 1, 1), by=SYSTEM, at=NOW)
    keys = {
        "of_person": khai.pk,
        "course": khai.pk,
        "confirmation": khai.pk,
        "of_unit": phong_di_san.pk,
        "of_document": award.decision_id,
        "money": award.decision_id,
        "money_excel": award.decision_id,
        "withdraw_coverage": said.pk,
        "fill": many.pk,
    }
    return {
        name: reverse(f"awards:{name}", args=[] if name in OF_NO_AWARD else [keys.get(name, award.pk)])
        for name in NAMES
    }


def read_out(answer):
    """To its end: then the client itself closes what it streams, without touching the database."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.one_database
@pytest.mark.parametrize("name", NAMES)
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house, name):
    answer = client.get(house[name])

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_NO_AWARD | PUBLIC])
def test_a_stranger_is_refused(sign_in, tung, house, name):
    assert sign_in(tung).get(house[name]).status_code in {403, 404}
    assert sign_in(tung).post(house[name], {"reason": "x"}).status_code in {403, 404, 405}
    assert not Award.objects.exclude(ending="").exists()


def test_a_stranger_reads_of_an_award_only_what_is_public(sign_in, tung, house, many):
    client = sign_in(tung)
    html = client.get(house["award"]).content.decode()

    assert "Đỗ Văn Khải" in html
    assert "1234" not in html
    assert "Lịch sử ghi chép" not in html
    assert "/sua/" not in html
    assert client.get(reverse("awards:award", args=[many.pk])).status_code == 404
    assert "Khải" not in client.get(house["list"]).content.decode()
    everywhere = client.get(house["list"] + "?tat_ca=1").content.decode()
    assert "Khải" in everywhere
    assert "29 cá nhân" not in everywhere


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_reader_is_told_that_he_cannot_write(sign_in, son, house, name):
    answer = sign_in(son).post(house[name], {"reason": "x"})

    assert answer.status_code == 403
    assert "Cần quyền" in answer.content.decode()
    assert Award.objects.filter(ending="").count() == 2


def test_an_administrator_without_the_work_does_not_open_the_list(sign_in, dung, house, khai):
    client = sign_in(dung)

    assert client.get(house["list"]).status_code == 403
    assert "cua-nguoi" not in client.get(reverse("orgs:person", args=[khai.pk])).content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_the_officer_opens_every_page(sign_in, minh, house, name):
    answer = sign_in(minh).get(house[name])
    read_out(answer)

    assert answer.status_code == 200


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(set(NAMES) - WRITES))
def test_the_leader_reads_every_page(sign_in, son, house, name):
    answer = sign_in(son).get(house[name])
    read_out(answer)

    assert answer.status_code == 200


def queries_of(client, url):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
        assert answer.status_code == 200
        read_out(answer)
    return len(queries)


@pytest.mark.parametrize("name", ["list", "excel", "award", "of_person", "of_unit", "of_document"])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    sign_in, minh, house, award, khai, so_van_hoa, phong_di_san, name
):
    client = sign_in(minh)

    def more(numbers):
        for number in numbers:
            person = factories.person(f"Người số {number}", phong_di_san)
            given("GK", person, so_van_hoa, decision=award.decision)
            given("GK", phong_di_san, so_van_hoa, str(1900 + number))
            given("GK", khai, so_van_hoa, str(1900 + number))
            counted("GK", number, so_van_hoa)

    more(range(50, 53))
    few = queries_of(client, house[name])
    more(range(60, 72))

    assert queries_of(client, house[name]) <= few
    assert few <= 16


def post(client, name, facts):
    return client.post(reverse(f"awards:{name}"), facts)


def test_an_award_is_entered_with_a_decision_of_the_register(sign_in, minh, khai, so_van_hoa):
    decision = decided(so_van_hoa)
    facts = {"kind": "LDTT", "person": "Đỗ Văn Khải", "person_id": khai.pk, "period": "năm 2023"}
    facts |= {"decision": str(decision), "decision_id": decision.pk, "category": "cong_trang"}

    answer = post(sign_in(minh), "enter", facts)

    award = Award.objects.get()
    assert answer.url == reverse("awards:award", args=[award.pk])
    assert (award.person, award.decision, award.body, award.category) == (
        khai,
        decision,
        so_van_hoa,
        "cong_trang",
    )


def test_a_decision_of_others_is_typed_and_becomes_a_stub(sign_in, minh, phong_di_san, tan_giang):
    facts = {"kind": "TTLDXS", "unit": str(phong_di_san), "unit_id": phong_di_san.pk, "period": "2023"}
    facts |= {"number": "412/QĐ-UBND", "issued_on": "20/2/2024"}
    facts |= {"decided_by": str(tan_giang), "decided_by_id": tan_giang.pk}

    post(sign_in(minh), "enter", facts)

    award = Award.objects.get()
    assert award.decision == Document.objects.get(number="412/QĐ-UBND", is_stub=True)
    assert (award.decided_by, award.decision.issued_on) == (tan_giang, date(2024, 2, 20))


def test_a_household_and_a_kind_of_others(sign_in, minh):
    facts = {"kind": "khac", "other": "Bảng vàng", "head": "Lê Văn Ba", "period": "2023", "printed": "sổ cũ"}

    post(sign_in(minh), "enter", facts)

    award = Award.objects.get()
    assert (award.name, award.code, award.household) == ("Bảng vàng", "", Household.objects.get())


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Điền một trong ba"),
        ({"head": "A", "unit": "Phòng Quản lý di sản"}, "Điền một trong ba"),
        ({"head": "A", "period": "hồi đó"}, "Chưa hiểu kỳ này"),
        ({"head": "A", "other": "Bảng vàng"}, "để trống ô này"),
        ({"head": "A", "kind": "khac"}, "Ghi tên danh hiệu"),
        ({"head": "A", "issued_on": "20/2/2024"}, "Nhập số quyết định"),
        ({"head": "A"}, "cần căn cứ"),
    ],
)
def test_what_is_wrong_comes_back_with_what_was_typed(sign_in, minh, phong_di_san, facts, said):
    typed = {"kind": "GK", "period": "2023", "occasion": "đã gõ điều này"} | facts

    answer = post(sign_in(minh), "enter", typed)

    html = answer.content.decode()
    assert said in html
    assert "đã gõ điều này" in html
    assert not Award.objects.exists()


def test_a_count_is_entered_and_corrected(sign_in, minh):
    client = sign_in(minh)
    facts = {"kind": "LDTT", "count": "29", "of_whom": "ca_nhan", "period": "2023", "printed": "báo cáo"}
    post(client, "enter_aggregate", facts)
    first = Award.objects.get()

    page = client.get(reverse("awards:correct", args=[first.pk])).content.decode()
    assert 'value="29"' in page
    client.post(reverse("awards:correct", args=[first.pk]), facts | {"count": "28"})

    now = Award.objects.standing().get()
    assert (now.count, now.corrects) == (28, first)
    old = client.get(reverse("awards:award", args=[first.pk])).content.decode()
    assert "Xem dòng thay thế" in old
    assert (
        "28 cá nhân, còn 28 chưa có tên"
        in client.get(reverse("awards:award", args=[now.pk])).content.decode()
    )


def test_a_form_of_correction_posted_as_it_came_changes_nothing(sign_in, minh, award, house):
    client = sign_in(minh)
    facts = {"kind": "CSTDCS", "person": award.recipient, "person_id": award.person_id, "period": "năm 2023"}
    facts |= {"decision": str(award.decision), "decision_id": award.decision_id, "certificate": "1234"}
    facts |= {"decided_by": str(award.decided_by), "decided_by_id": award.decided_by_id}

    client.post(house["correct"], facts)

    assert Award.objects.filter(code="CSTDCS").count() == 1


def test_a_line_is_struck_out_and_another_revoked(sign_in, minh, award, many, house):
    client = sign_in(minh)
    assert client.post(house["strike"], {"reason": ""}).status_code == 422

    client.post(house["revoke"], {"reason": "khai sai"})
    client.post(reverse("awards:strike", args=[many.pk]), {"reason": "ghi nhầm"})

    assert set(Award.objects.values_list("ending", flat=True)) == {"thu_hoi", "ghi_nham"}
    assert "Đỗ Văn Khải" not in client.get(house["list"]).content.decode()
    gone = client.get(house["list"] + "?het=1").content.decode()
    assert "Đã thu hồi" in gone
    assert "Ghi nhầm, đã bỏ" in gone
    assert client.get(house["correct"]).status_code == 403


def test_coverage_is_stated_and_withdrawn(sign_in, minh, so_van_hoa):
    client = sign_in(minh)
    post(client, "coverage", {"since": "01/01/2015", "kind": "", "note": "đã đối chiếu hồ sơ lưu"})

    said = Statement.objects.get()
    assert (said.body, said.what) == (so_van_hoa, "awards")
    assert "đã đối chiếu hồ sơ lưu" in client.get(reverse("awards:coverage")).content.decode()
    client.post(reverse("awards:withdraw_coverage", args=[said.pk]), {"reason": "còn thiếu năm 2016"})

    said.refresh_from_db()
    assert said.withdrawn_reason == "còn thiếu năm 2016"


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("q=khai", "Đỗ Văn Khải", "29 cá nhân"),
        ("chua_ten=1", "29 chưa có tên", "Đỗ Văn Khải"),
        ("ma=CSTDCS", "Đỗ Văn Khải", "29 cá nhân"),
        ("ai=ca_nhan&ds=danh_hieu", "Đỗ Văn Khải", "Chưa có dòng"),
        ("nam_tu=2023&nam_den=2023", "29 cá nhân", "Chưa có dòng"),
    ],
)
def test_the_list_is_narrowed(sign_in, minh, house, query, shown, hidden):
    html = sign_in(minh).get(f"{house['list']}?{query}").content.decode()

    assert shown in html
    assert hidden not in html


def test_years_that_have_none_are_empty(sign_in, minh, house):
    assert "Đỗ Văn Khải" not in sign_in(minh).get(house["list"] + "?nam_den=2022").content.decode()


def test_the_slots_are_parts_for_htmx(sign_in, minh, house, khai, phong_di_san):
    client = sign_in(minh)

    part = client.get(house["of_person"], headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Chiến sĩ thi đua cơ sở" in part
    assert house["of_person"] in client.get(reverse("orgs:person", args=[khai.pk])).content.decode()
    assert house["of_unit"] in client.get(reverse("orgs:unit", args=[phong_di_san.pk])).content.decode()


def test_a_merged_card_leads_to_the_one_that_stands(sign_in, minh, khai, phong_di_san):
    double = factories.person("Đỗ Văn Khải", phong_di_san)
    double.merged_into = khai
    double.save()

    answer = sign_in(minh).get(reverse("awards:of_person", args=[double.pk]))

    assert answer.url == reverse("awards:of_person", args=[khai.pk])
