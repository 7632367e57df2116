"""Every address: for whom it opens, for whom not, how many queries it takes; and what the forms write."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import load_workbook

from thidua.records.awards.tests.factories import given
from thidua.records.orgs.tests import factories
from thidua.records.register.models import Document, Statement
from thidua.work.initiatives import services
from thidua.work.initiatives.models import Initiative, Recognition
from thidua.work.initiatives.rows import Recognised
from thidua.work.initiatives.tests.factories import NOW, SYSTEM, TITLE, recorded, shares
from thidua.work.initiatives.urls import urlpatterns

OF_NOTHING = {"list", "excel", "enter", "coverage"}
READS = {"list", "excel", "initiative", "alike", "of_person"}
PUBLIC = {"initiative", "alike"}
NAMES = [pattern.name for pattern in urlpatterns]
PROVINCE = Recognised("tinh", 2024, printed="bản sao quyết định", certificate="SK-77")


@pytest.fixture
def made(khai, so_van_hoa):
    row = recorded(TITLE, khai, so_van_hoa)
    services.recognise_scope(row, PROVINCE, by=SYSTEM, at=NOW)
    return row


@pytest.fixture
def house(made, khai, so_van_hoa):
    said = services.state_coverage(so_van_hoa, since=date(2015, 1, 1), by=SYSTEM, at=NOW)
    keys = {"of_person": khai.pk, "withdraw_coverage": said.pk}
    recognition = made.recognitions.get(scope="tinh").pk
    return {
        name: reverse(
            f"initiatives:{name}",
            args=[]
            if name in OF_NOTHING
            else [recognition if "recognition" in name else keys.get(name, made.pk)],
        )
        for name in NAMES
    }


def read_out(answer):
    """To its end: then the client itself closes what it streams, without touching the database."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house):
    for url in house.values():
        assert client.get(url).url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(set(NAMES) - OF_NOTHING - PUBLIC))
def test_a_stranger_is_refused(sign_in, tung, house, name):
    client = sign_in(tung)

    assert client.get(house[name]).status_code in {403, 404}
    assert client.post(house[name], {"reason": "x"}).status_code in {403, 404, 405}
    assert Initiative.objects.filter(ending="").count() == 1
    assert Recognition.objects.filter(ending="").count() == 2


def test_a_stranger_reads_only_what_is_public(sign_in, tung, house):
    client = sign_in(tung)
    html = client.get(house["initiative"]).content.decode()

    assert TITLE in html
    assert "Đỗ Văn Khải" in html
    for hidden in ("SK-77", "bản sao quyết định", "Lịch sử ghi chép", "/sua/"):
        assert hidden not in html
    assert TITLE not in client.get(house["list"]).content.decode()
    assert TITLE in client.get(house["list"] + "?tat_ca=1").content.decode()


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(set(NAMES) - READS))
def test_a_reader_is_told_that_he_cannot_write(sign_in, son, house, name):
    answer = sign_in(son).post(house[name], {"reason": "x"})

    assert answer.status_code == 403
    assert "Cần quyền" in answer.content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_the_officer_opens_every_page(sign_in, minh, house, name):
    answer = sign_in(minh).get(house[name])
    read_out(answer)

    assert answer.status_code == 200


def queries_of(client, url):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
        assert answer.status_code == 200
        read_out(answer)
    return len(queries)


@pytest.mark.parametrize("name", sorted(READS))
def test_the_number_of_queries_does_not_grow_with_the_rows(
    sign_in, minh, house, made, khai, so_van_hoa, phong_di_san, name
):
    client = sign_in(minh)

    def more(numbers):
        for number in numbers:
            person = factories.person(f"Người số {number}", phong_di_san)
            row = recorded(f"{TITLE} {number}", person, so_van_hoa, authors=shares(person, khai))
            services.recognise_scope(row, PROVINCE, by=SYSTEM, at=NOW)
            given(
                "GK", khai, so_van_hoa, "2023", printed=f"sổ {number}", occasion=str(number)
            ) if number == 50 else 0

    more(range(50, 53))
    few = queries_of(client, house[name])
    more(range(60, 72))

    assert queries_of(client, house[name]) <= few
    assert few <= 18


def typed(khai, **more):
    facts = {"title": TITLE, "kind": "sang_kien", "scope": "co_so", "year": "2023"}
    return facts | {"author_0": khai.full_name, "author_0_id": khai.pk} | more


def test_an_initiative_is_entered_with_shares_and_a_decision_of_others(sign_in, minh, khai, yen, so_van_hoa):
    paper = {"number": "88/QĐ-SVH", "decided_on": "5/12/2023"}
    paper |= {"decided_by": str(so_van_hoa), "decided_by_id": so_van_hoa.pk}
    pair = {"author_1": yen.full_name, "author_1_id": yen.pk, "share_0": "66,5 %", "share_1": "33.5"}
    answer = sign_in(minh).post(reverse("initiatives:enter"), typed(khai, **paper, **pair))

    row = Initiative.objects.get()
    assert answer.url == reverse("initiatives:initiative", args=[row.pk])
    assert [author.share_pct for author in row.authors.all()] == [Decimal("66.5"), Decimal("33.5")]
    recognition = row.recognitions.get()
    assert recognition.document == Document.objects.get(number="88/QĐ-SVH", is_stub=True)
    assert recognition.decided_on == date(2023, 12, 5)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"title": ""}, "Nhập tên sáng kiến"),
        ({"author_0": "", "author_0_id": ""}, "Nhập tác giả"),
        ({"share_0": "120"}, "không quá 100 %"),
        ({"share_0": "abc"}, "Nhập"),
        ({"share_4": "20"}, "Chọn tác giả của tỷ lệ này"),
        ({"printed": ""}, "Chọn quyết định, hoặc ghi số"),
        ({"year": "2031"}, "Năm công nhận phải"),
    ],
)
def test_what_is_wrong_comes_back_with_what_was_typed(sign_in, minh, khai, facts, said):
    sent = typed(khai, printed="sổ cũ", summary="đã gõ điều này") | facts
    answer = sign_in(minh).post(reverse("initiatives:enter"), sent)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert said in html
    assert "đã gõ điều này" in html
    assert not Initiative.objects.exists()


def test_a_near_double_is_asked_about_once_with_the_figure(sign_in, minh, made, yen):
    client, url = sign_in(minh), reverse("initiatives:enter")
    near = typed(yen, title=f"{TITLE} tỉnh", printed="sổ cũ")
    asked = client.post(url, near)

    assert "gần giống" in asked.content.decode()
    assert " %" in asked.content.decode()
    assert Initiative.objects.count() == 1
    client.post(url, near | {"confirmed": "1"})
    assert Initiative.objects.count() == 2


def test_a_form_of_correction_posted_as_it_came_changes_nothing(sign_in, minh, made, khai, house):
    client = sign_in(minh)
    page = client.get(house["correct"]).content.decode()
    assert 'value="100"' in page

    client.post(house["correct"], typed(khai, share_0="100"))
    assert Initiative.objects.count() == 1
    client.post(house["correct"], typed(khai, share_0="100", title="Tên đúng"))
    new = Initiative.objects.standing().get()
    assert (new.title, new.corrects, new.recognitions.count()) == ("Tên đúng", made, 2)
    old = client.get(house["initiative"]).content.decode()
    assert "Xem dòng thay thế" in old


def test_a_correction_keeps_authors_beyond_the_rows_of_an_empty_form(
    sign_in, minh, khai, so_van_hoa, phong_di_san
):
    many = [factories.person(f"Người Thứ {place}", phong_di_san) for place in range(10)]
    row = recorded(TITLE, khai, so_van_hoa, authors=shares(*many))
    url = reverse("initiatives:correct", args=[row.pk])
    facts = {"title": "Tên đúng", "kind": "sang_kien"}
    for place, person in enumerate(many):
        facts |= {f"author_{place}": person.full_name, f"author_{place}_id": person.pk}
    client = sign_in(minh)
    assert "Người Thứ 9" in client.get(url).content.decode()
    client.post(url, facts)

    assert Initiative.objects.standing().get().authors.count() == 10


def test_recognitions_are_put_right_and_cancelled_on_the_page(sign_in, minh, made, house):
    client = sign_in(minh)
    facts = {"scope": "tinh", "year": "2023", "printed": "bản sao quyết định", "certificate": "SK-77"}
    client.post(house["recognition_correct"], facts)
    now = made.recognitions.standing().get(scope="tinh")
    assert now.year == 2023

    client.post(reverse("initiatives:recognition_revoke", args=[now.pk]), {"reason": "theo 5/QĐ-UBND"})
    html = client.get(house["initiative"]).content.decode()
    assert "Đã hủy bỏ việc công nhận" in html
    assert "ghi hủy bỏ một lần công nhận" in html
    facts = {"scope": "toan_quoc", "year": "2024", "printed": "bản sao"}
    client.post(house["recognise"], facts)
    assert set(made.recognitions.standing().values_list("scope", flat=True)) == {"co_so", "toan_quoc"}
    last = made.recognitions.standing().get(scope="toan_quoc")
    client.post(reverse("initiatives:recognition_strike", args=[last.pk]), {"reason": "nhầm"})
    assert made.recognitions.standing().get().scope == "co_so"


def test_a_line_is_struck_out(sign_in, minh, house):
    client = sign_in(minh)
    assert client.post(house["strike"], {"reason": ""}).status_code == 422
    client.post(house["strike"], {"reason": "ghi nhầm"})

    assert TITLE not in client.get(house["list"]).content.decode()
    assert TITLE in client.get(house["list"] + "?het=1").content.decode()
    assert client.get(house["correct"]).status_code == 403


@pytest.mark.parametrize(
    ("query", "is_shown"),
    [
        ("q=kiem ke khai", True),
        ("q=khong co", False),
        ("pv=tinh", True),
        ("pv=toan_quoc", False),
        ("nam_tu=2024&nam_den=2024", True),
        ("nam_tu=2025", False),
        ("loai=de_tai", False),
        ("sap=ten", True),
    ],
)
def test_the_list_is_narrowed(sign_in, minh, house, query, is_shown):
    html = sign_in(minh).get(f"{house['list']}?{query}").content.decode()

    assert (TITLE in html) is is_shown


def test_the_list_is_narrowed_to_the_unit_of_an_author(sign_in, minh, house, phong_di_san, so_van_hoa):
    recorded("Của người khác", factories.person("Lê Văn Ba", so_van_hoa), so_van_hoa)
    html = sign_in(minh).get(f"{house['list']}?dv={phong_di_san.pk}").content.decode()

    assert TITLE in html
    assert "Của người khác" not in html


def test_the_excel_file_has_a_line_an_author(sign_in, minh, made, house, khai, yen):
    services.correct(made, authors=shares(khai, yen, pct="50"), by=SYSTEM, at=NOW)
    sheet = load_workbook(BytesIO(read_out(sign_in(minh).get(house["excel"])))).get_sheet_by_index(0)
    head, *lines = sheet.to_python()

    assert [line[3:5] for line in lines] == [["Đỗ Văn Khải", 50], ["Lý Hải Yến", 50]]
    assert lines[0][head.index("Năm công nhận: Cấp tỉnh")] == 2024


def test_coverage_is_stated_and_withdrawn(sign_in, minh, so_van_hoa):
    client = sign_in(minh)
    client.post(reverse("initiatives:coverage"), {"since": "01/01/2015", "note": "đã đối chiếu hồ sơ"})

    said = Statement.objects.get()
    assert (said.body, said.what) == (so_van_hoa, "initiatives")
    client.post(reverse("initiatives:withdraw_coverage", args=[said.pk]), {"reason": "còn thiếu năm 2016"})
    said.refresh_from_db()
    assert said.withdrawn_reason == "còn thiếu năm 2016"


def test_the_slot_stands_on_the_page_of_the_person(sign_in, minh, house, khai):
    client = sign_in(minh)
    part = client.get(house["of_person"], headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert "Cấp tỉnh, năm 2024" in part
    assert house["of_person"] in client.get(reverse("orgs:person", args=[khai.pk])).content.decode()


def test_awards_of_the_same_years_are_shown_as_no_more_than_that(sign_in, minh, house, khai, so_van_hoa):
    given("CSTDCS", khai, so_van_hoa, "2023")
    html = sign_in(minh).get(house["initiative"]).content.decode()

    assert "Chiến sĩ thi đua cơ sở" in html
    assert "chỉ là khen thưởng của tác giả có kỳ" in html


def test_a_merged_card_leads_to_the_one_that_stands(sign_in, minh, khai, phong_di_san):
    double = factories.person("Đỗ Văn Khải", phong_di_san)
    double.merged_into = khai
    double.save()

    answer = sign_in(minh).get(reverse("initiatives:of_person", args=[double.pk]))
    assert answer.url == reverse("initiatives:of_person", args=[khai.pk])
