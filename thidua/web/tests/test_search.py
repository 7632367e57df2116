"""The search box: what the actor may see, the exact number or name first, grouped; suggestions while one types."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.records.meetings.tests.factories import met
from thidua.records.orgs.tests import factories
from thidua.records.register.tests.factories import entered, identity
from thidua.web import search
from thidua.work.movements.tests.factories import launched
from thidua.work.programme.tests.factories import given


@pytest.fixture
def world(so_van_hoa, tan_giang, phong_di_san):
    for serial in (130, 30, 31):
        paper = identity(
            f"{serial}/KH-UBND", date(2024, 3, serial % 28 + 1), tan_giang, f"Tuyên truyền đợt {serial}"
        )
        entered(paper, so_van_hoa)
    launched("Toàn dân tuyên truyền", so_van_hoa)
    given(so_van_hoa, "Viết bài tuyên truyền", unit=phong_di_san)
    met(so_van_hoa, "Họp về tuyên truyền")
    factories.person("Đỗ Tuyên Truyền", phong_di_san)
    factories.unit("Ban Tuyên truyền", "BTT", parent=so_van_hoa)


def labels(groups):
    return [group.label for group in groups]


@pytest.mark.usefixtures("world")
class TestFound:
    def test_every_app_finds_without_marks(self, as_actor, minh):
        groups = search.found(as_actor(minh), "tuyen truyen", 8)

        assert set(labels(groups)) == {kind.label for kind in search.KINDS}

    def test_the_exact_number_stands_before_numbers_that_begin_so(self, as_actor, minh):
        (group,) = search.found(as_actor(minh), "30/KH-UBND", 8)

        assert next((hit.title, hit.is_exact) for hit in group.hits) == ("Kế hoạch 30/KH-UBND", True)

    def test_the_group_with_the_exact_name_comes_first(self, as_actor, minh):
        assert labels(search.found(as_actor(minh), "do tuyen truyen", 8))[0] == "Con người"
        assert labels(search.found(as_actor(minh), "BTT", 8))[0] == "Tổ chức"

    def test_more_than_a_few_lead_to_the_list(self, as_actor, minh):
        group = search.found(as_actor(minh), "tuyên truyền", 2)[0]

        assert (len(group.hits), group.has_more) == (2, True)
        assert group.all_url == "/van-ban/?q=tuy%C3%AAn+truy%E1%BB%81n"

    def test_each_link_opens_and_each_list_too(self, sign_in, as_actor, minh):
        client = sign_in(minh)

        for group in search.found(as_actor(minh), "tuyen truyen", 8):
            assert client.get(group.all_url).status_code == 200
            assert [client.get(hit.url).status_code for hit in group.hits] == [200] * len(group.hits)

    def test_another_province_finds_units_only_which_everybody_sees(self, as_actor, tung):
        assert labels(search.found(as_actor(tung), "tuyen truyen", 8)) == ["Tổ chức"]

    def test_without_the_right_an_app_is_not_asked(self, as_actor, minh):
        minh.roles_held.all().delete()

        assert labels(search.found(as_actor(minh), "tuyen truyen", 8)) == ["Tổ chức"]

    def test_one_letter_finds_nothing(self, as_actor, minh):
        assert search.found(as_actor(minh), "t", 8) == []

    def test_the_queries_do_not_grow(self, as_actor, minh, so_van_hoa, phong_di_san):
        actor = as_actor(minh)
        with CaptureQueriesContext(connection) as few:
            search.found(actor, "tuyen truyen", 8)
        for number in range(12):
            launched(f"Tuyên truyền {number}", so_van_hoa)
            given(so_van_hoa, f"Tuyên truyền {number}", unit=phong_di_san)
            factories.person(f"Tuyên Truyền {number}", phong_di_san)
        with CaptureQueriesContext(connection) as many:
            search.found(actor, "tuyen truyen", 8)

        assert len(many) <= len(few) <= 14


@pytest.mark.usefixtures("world")
class TestPages:
    def test_the_page_shows_the_groups(self, sign_in, minh):
        text = sign_in(minh).get("/tim/", {"q": "tuyen truyen"}).content.decode()

        assert "<h2>Văn bản</h2>" in text
        assert "Toàn dân tuyên truyền" in text

    def test_while_one_types_only_the_suggestions_come(self, sign_in, minh):
        text = sign_in(minh).get("/tim/", {"q": "30/KH"}, headers={"HX-Request": "true"}).content.decode()

        assert "<html" not in text
        assert "Kế hoạch 30/KH-UBND" in text
        assert 'href="/tim/?q=30/KH"' in text

    def test_nothing_found_is_said(self, sign_in, minh):
        client = sign_in(minh)

        assert "Không thấy “xyz xyz”" in client.get("/tim/", {"q": "xyz xyz"}).content.decode()
        assert "Gõ ít nhất hai chữ" in client.get("/tim/").content.decode()

    def test_another_province_is_told_nothing(self, sign_in, tung):
        assert "tuyên truyền" not in sign_in(tung).get("/tim/", {"q": "tuyen truyen"}).content.decode()

    @pytest.mark.parametrize("text", ["\x00", "%" * 300, "' OR 1=1 --", "a" * 5000, "  "])
    def test_any_words_are_answered(self, sign_in, minh, text):
        assert sign_in(minh).get("/tim/", {"q": text}).status_code == 200
