"""Every address: for whom it opens, for whom not, and how many queries it takes."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.kit.files import services as files
from thidua.records.register import services
from thidua.records.register.models import Citation, Document, Entry
from thidua.records.register.tests.factories import NOW, SYSTEM, entered, identity, sent
from thidua.records.register.urls import urlpatterns

WRITES = {
    "enter", "draft", "open_series", "open_year", "series_settings", "correct", "line", "validity", "step", "issue",
    "link", "unlink", "merge", "decide", "exempt", "withdraw", "upload", "ask", "be_asked", "opinion", "answer",
}  # fmt: skip
OF_NO_DOCUMENT = {
    "list", "export", "print", "enter", "draft", "matches", "concretising", "below", "series", "open_series",
    "open_year", "document_search", "office_search",
}  # fmt: skip
POSTS = {"open_year", "step", "decide", "withdraw"}


@pytest.fixture
def house(tan_giang, so_van_hoa, so_noi_vu):
    """Addresses of the department's things, by name."""
    plan = entered(identity("71/KH-UBND", date(2024, 3, 7), tan_giang, "Tuyên truyền năm 2024"), so_van_hoa)
    own = sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Phát động thi đua năm 2024"))
    edge = services.link(own, plan, relation=Citation.Relation.IMPLEMENTS, by=SYSTEM, at=NOW)
    draft = services.draft(
        identity(title="Ban hành Quy chế thi đua", type="quyet_dinh"), body=so_van_hoa, by=SYSTEM, at=NOW
    )
    asked = services.ask_opinion(draft, of=so_noi_vu, asked_on=date(2024, 6, 3), by=SYSTEM, at=NOW)
    version = files.store("ke-hoach.txt", "Kế hoạch thi đua năm 2024 của Sở.".encode(), by=SYSTEM, at=NOW)
    services.attach(own, version=version, part="ban_chinh", by=SYSTEM, at=NOW)
    keys = {
        "unlink": [own.pk, edge.pk],
        "series_settings": [own.series_id],
        "opinion": [asked.pk],
        "answer": [asked.pk],
        "download": [version.pk],
        "text": [version.pk],
        "line": [plan.pk],
        "exempt": [plan.pk],
        "issue": [draft.pk],
        "ask": [draft.pk],
        "be_asked": [plan.pk],
    }
    return {
        pattern.name: reverse(
            f"register:{pattern.name}",
            args=[] if pattern.name in OF_NO_DOCUMENT else keys.get(pattern.name, [own.pk]),
        )
        for pattern in urlpatterns
    }


def body_of(answer):
    """All of the answer; a streamed one closes when it has been read."""
    content = b"".join(answer.streaming_content if answer.streaming else [answer.content])
    return content.decode(errors="replace")


def fetch(client, name, house):
    return client.post(house[name]) if name in POSTS else client.get(house[name])


@pytest.mark.one_database
@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house, name):
    answer = fetch(client, name, house)

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize(
    "name", [pattern.name for pattern in urlpatterns if pattern.name not in OF_NO_DOCUMENT]
)
def test_a_stranger_finds_nothing(sign_in, tung, house, name):
    answer = fetch(sign_in(tung), name, house)

    assert answer.status_code == 404
    assert "thuộc cơ quan khác" in answer.content.decode()


def test_a_strangers_own_pages_show_nothing_of_ours(sign_in, tung, house):
    client = sign_in(tung)
    for name in OF_NO_DOCUMENT - POSTS - {"export"}:
        page = client.get(house[name]).content.decode()
        assert "26/KH-SVH" not in page
        assert "Quy chế thi đua" not in page


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_reader_is_told_that_he_cannot_write(sign_in, son, house, name):
    before = Document.objects.count(), Entry.objects.count(), Citation.objects.count()

    answer = sign_in(son).post(house[name], {"confirmed": "1", "step": "submit"})

    assert answer.status_code == 403
    assert "Cần quyền" in answer.content.decode()
    assert (Document.objects.count(), Entry.objects.count(), Citation.objects.count()) == before


@pytest.mark.parametrize("name", sorted({p.name for p in urlpatterns} - POSTS - {"answer"}))
def test_the_clerk_opens_every_page(sign_in, minh, house, name):
    answer = sign_in(minh).get(house[name])

    assert answer.status_code == 200
    assert body_of(answer)


@pytest.mark.one_database
@pytest.mark.parametrize("name", sorted({p.name for p in urlpatterns} - WRITES))
def test_the_leader_reads_every_page(sign_in, son, house, name):
    answer = sign_in(son).get(house[name])

    assert answer.status_code == 200
    assert body_of(answer)


def test_the_asked_body_opens_the_question_and_the_draft_but_not_the_page_of_the_draft(sign_in, binh, house):
    client = sign_in(binh)
    draft = Document.objects.get(type="quyet_dinh")

    assert "Quyết định ban hành Quy chế thi đua" in client.get(house["answer"]).content.decode()
    assert client.get(reverse("register:document", args=[draft.pk])).status_code == 404


def test_posting_without_the_token_is_refused(minh, house, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(minh, backend="django.contrib.auth.backends.ModelBackend")

    assert client.post(house["enter"], {"direction": "den"}).status_code == 403


def queries_of(client, url):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
        body_of(answer)
    assert answer.status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "name",
    ["list", "export", "print", "concretising", "below", "document", "matches", "series", "document_search"],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(
    sign_in, minh, house, tan_giang, so_van_hoa, so_noi_vu, name
):
    client = sign_in(minh)
    own = Document.objects.get(number="26/KH-SVH")

    def more(numbers):
        for serial in numbers:
            plan = entered(
                identity(
                    f"{serial}/KH-UBND", date(2024, 4, 1), tan_giang, f"Phòng dịch đợt {serial} năm 2024"
                ),
                so_van_hoa,
            )
            answer = sent(
                identity(f"{serial}/KH-SVH", date(2024, 4, 2), so_van_hoa, f"Dịch {serial} năm 2024")
            )
            services.link(answer, plan, relation="trien_khai", by=SYSTEM, at=NOW)
            services.cite(own, plan, by=SYSTEM, at=NOW)
            services.cite(answer, own, by=SYSTEM, at=NOW)

    more(range(100, 103))
    few = queries_of(client, house[name])
    more(range(200, 257))

    assert queries_of(client, house[name]) <= few
    assert few <= (33 if name == "document" else 8)


def test_a_file_travels_with_its_name(sign_in, minh, house):
    answer = sign_in(minh).get(house["download"])

    assert body_of(answer).startswith("Kế hoạch thi đua")
    assert "ke-hoach.txt" in answer["Content-Disposition"]


def test_a_new_version_is_uploaded(sign_in, minh, house):
    own = Document.objects.get(number="26/KH-SVH")
    paper = own.papers.get()
    upload = SimpleUploadedFile("ban-2.txt", "Kế hoạch thi đua năm 2024, bản sửa.".encode())

    answer = sign_in(minh).post(f"{house['upload']}?giay={paper.pk}", {"file": upload})

    assert answer.status_code == 302
    assert [version.number for version in paper.file.versions.order_by("number")] == [1, 2]
