"""Every address: for whom it opens, for whom not, how many queries it takes; and what the forms write."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import load_workbook

from thidua.records.awards import services as awards
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import given
from thidua.records.certificates import services
from thidua.records.certificates.models import Book, Certificate
from thidua.records.certificates.tests.factories import GK, NOW, SYSTEM
from thidua.records.certificates.urls import urlpatterns
from thidua.records.orgs.tests import factories

OF_NOTHING = {"list", "excel", "books", "open_book"}
WRITES = {
    "open_book",
    "correct_book",
    "spoil_blank",
    "give_all",
    "give",
    "spoil",
    "cancel",
    "reissue",
    "recall",
}
NAMES = [pattern.name for pattern in urlpatterns]


@pytest.fixture
def numbered(book, three):
    return services.give(three[0], book=book, by=SYSTEM, at=NOW)


@pytest.fixture
def house(numbered, book, blanks, decision, three):
    keys = dict.fromkeys(("book", "book_excel", "spoil_blank"), book.pk) | {"correct_book": blanks.pk}
    keys |= dict.fromkeys(("of_document", "give_all"), decision.pk)
    keys |= dict.fromkeys(("of_award", "give"), three[1].pk)
    return {
        name: reverse(
            f"certificates:{name}", args=[] if name in OF_NOTHING else [keys.get(name, numbered.pk)]
        )
        for name in NAMES
    }


def read_out(answer):
    """To its end: then the client itself closes what it streams, without touching the database."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house):
    for url in house.values():
        assert client.get(url).url.startswith("/dang-nhap/")


def test_a_stranger_reaches_nothing(sign_in, tung, house):
    client = sign_in(tung)
    for name in set(NAMES) - OF_NOTHING:
        assert client.get(house[name]).status_code in {403, 404}, name
        assert client.post(house[name], {"reason": "x"}).status_code in {403, 404, 405}, name

    assert "0045" not in client.get(house["list"]).content.decode()
    assert Certificate.objects.standing().count() == 1


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_reader_is_told_that_he_cannot_write(sign_in, son, house, name):
    answer = sign_in(son).post(house[name], {"reason": "x"})

    assert answer.status_code == 403
    assert "Cần quyền" in answer.content.decode()


def test_who_does_not_keep_books_sees_none(sign_in, ha, house):
    client = sign_in(ha)
    assert client.get(house["list"]).status_code == 403


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


@pytest.mark.parametrize("name", ["list", "excel", "books", "book", "book_excel", "of_document", "give_all"])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    sign_in, minh, house, book, decision, so_van_hoa, phong_di_san, name
):
    client = sign_in(minh)

    def more(numbers):
        for number in numbers:
            made = [
                given(
                    "GK",
                    factories.person(f"Người {number} {part}", phong_di_san),
                    so_van_hoa,
                    decision=decision,
                )
                for part in "abc"
            ]
            services.give(made[0], book=book, by=SYSTEM, at=NOW)
            services.give(made[1], book=book, by=SYSTEM, at=NOW)
            awards.revoke(Award.objects.get(pk=made[1].pk), reason="khai sai", by=SYSTEM, at=NOW)
            services.open_book("bang", 2000 + number, body=so_van_hoa, by=SYSTEM, at=NOW)

    more(range(3))
    few = queries_of(client, house[name])
    more(range(10, 18))

    assert queries_of(client, house[name]) <= few
    assert few <= 18


def test_a_book_is_opened_and_its_pattern_put_right(sign_in, minh, so_van_hoa):
    client = sign_in(minh)
    facts = {"artefact": "chung_nhan", "year": "2024", "pattern": "{so}/GCN", "width": "3", "start": "12"}
    client.post(reverse("certificates:open_book"), facts)

    book = Book.objects.get()
    assert book.number(book.next_seq) == "012/GCN"
    again = client.post(reverse("certificates:open_book"), facts)
    assert "đã mở" in again.content.decode()
    client.post(reverse("certificates:correct_book", args=[book.pk]), facts | {"width": "5"})
    book.refresh_from_db()
    assert book.width == 5


def test_a_pattern_without_its_place_comes_back(sign_in, minh, so_van_hoa):
    facts = {"artefact": "chung_nhan", "year": "2024", "pattern": "GCN-đã gõ", "width": "3", "start": "1"}
    answer = sign_in(minh).post(reverse("certificates:open_book"), facts)

    assert answer.status_code == 422
    assert "Mẫu số cần có {so}" in answer.content.decode()
    html = answer.content.decode()
    assert "GCN-đã gõ" in html


def test_a_whole_decision_is_asked_about_and_then_numbered(sign_in, minh, book, decision, three):
    client, url = sign_in(minh), reverse("certificates:give_all", args=[decision.pk])
    facts = {"book": book.pk, "kinds": GK, "order": "tap_the"}
    asked = client.post(url, facts).content.decode()

    assert "Cấp 4 số" in asked
    assert "0045/GK-SVH: Phòng Quản lý di sản" in asked
    assert not Certificate.objects.exists()
    answer = client.post(url, facts | {"confirmed": "1"})
    assert answer.url == reverse("certificates:book", args=[book.pk])
    assert Award.objects.exclude(certificate="").count() == 4
    page = client.get(answer.url).content.decode()
    assert page.index("0045/GK-SVH") < page.index("0048/GK-SVH")
    assert "không còn ai chờ cấp số" in client.get(url).content.decode()


def test_typed_numbers_come_back_when_there_are_too_few(sign_in, minh, blanks, decision, three):
    url = reverse("certificates:give_all", args=[decision.pk])
    facts = {"book": blanks.pk, "kinds": GK, "order": "ca_nhan", "typed": "A 1\r\nA 2", "confirmed": "1"}
    answer = sign_in(minh).post(url, facts)

    assert answer.status_code == 422
    assert "mà nhập 2 số" in answer.content.decode()
    assert "A 1\r\nA 2" in answer.content.decode()


def test_one_award_is_numbered_spoiled_numbered_again_and_issued_again(sign_in, minh, book, three):
    client = sign_in(minh)
    give = reverse("certificates:give", args=[three[0].pk])
    client.post(give, {"book": book.pk})
    first = Certificate.objects.get()
    client.post(reverse("certificates:spoil", args=[first.pk]), {"reason": "in lệch"})
    client.post(give, {"book": book.pk})
    second = Certificate.objects.standing().get()
    answer = client.post(
        reverse("certificates:reissue", args=[second.pk]), {"book": book.pk, "reason": "mất"}
    )

    html = client.get(answer.url).content.decode()
    assert "Các lần cấp" in html
    assert "cấp lại 0047/GK-SVH" in html
    shown = client.get(reverse("certificates:book", args=[book.pk])).content.decode()
    assert "Hỏng, đã hủy: in lệch" in shown
    assert "Cấp lại cho số 0046/GK-SVH" in shown
    slot = client.get(reverse("certificates:of_award", args=[three[0].pk])).content.decode()
    assert slot.index("0047") < slot.index("0046") < slot.index("0045")


def test_a_revoked_award_asks_for_its_certificate(sign_in, minh, numbered, three):
    client = sign_in(minh)
    awards.revoke(Award.objects.get(pk=three[0].pk), reason="khai sai", by=SYSTEM, at=NOW)

    assert "bằng chưa thu hồi" in client.get(reverse("certificates:list")).content.decode()
    page = client.get(reverse("certificates:certificate", args=[numbered.pk])).content.decode()
    assert "Thu hồi bằng" in page
    assert "Cấp lại" not in page
    client.post(reverse("certificates:recall", args=[numbered.pk]), {"reason": "theo 9/QĐ-SVH"})
    assert "bằng chưa thu hồi" not in client.get(reverse("certificates:list")).content.decode()


def test_a_blank_and_a_number_given_by_mistake_stay_in_the_book(sign_in, minh, numbered, book):
    client = sign_in(minh)
    client.post(reverse("certificates:spoil_blank", args=[book.pk]), {"number": "", "reason": "rách"})
    client.post(reverse("certificates:cancel", args=[numbered.pk]), {"reason": "nhầm người"})

    html = client.get(reverse("certificates:book", args=[book.pk])).content.decode()
    assert "Phôi hỏng" in html
    assert "Cấp nhầm, đã hủy: nhầm người" in html
    assert "Phôi hỏng" in client.get(reverse("certificates:list")).content.decode()
    blank = Certificate.objects.get(award=None)
    assert client.get(reverse("certificates:certificate", args=[blank.pk])).status_code == 200


@pytest.mark.parametrize(
    ("query", "is_shown"),
    [
        ("q=khai 0045", True),
        ("q=khong co", False),
        ("loai=giay_khen&tt=con", True),
        ("loai=bang_khen", False),
        ("tt=hong", False),
        ("nam_tu=2024&nam_den=2024", True),
        ("nam_den=2023", False),
    ],
)
def test_the_list_is_narrowed(sign_in, minh, house, query, is_shown):
    html = sign_in(minh).get(f"{house['list']}?{query}").content.decode()

    assert ("0045/GK-SVH" in html) is is_shown


def test_the_excel_file_has_the_columns_of_the_paper_book(sign_in, minh, numbered, house):
    sheet = load_workbook(BytesIO(read_out(sign_in(minh).get(house["book_excel"])))).get_sheet_by_index(0)
    head, line = sheet.to_python()

    assert head[:8] == [
        "STT",
        "Số",
        "Người nhận",
        "Hình thức",
        "Số quyết định",
        "Ngày quyết định",
        "Ngày cấp",
        "Ký nhận",
    ]
    assert line[1:5] == ["0045/GK-SVH", "Đỗ Văn Khải", "Giấy khen", "88/QĐ-SVH"]


def test_the_slots_stand_on_the_pages_of_decision_and_award(sign_in, minh, house, decision, three):
    client = sign_in(minh)
    document = client.get(reverse("register:document", args=[decision.pk])).content.decode()
    award = client.get(reverse("awards:award", args=[three[1].pk])).content.decode()

    assert house["of_document"] in document
    assert house["of_award"] in award
    part = client.get(house["of_document"], headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "3 chưa có số" in part
