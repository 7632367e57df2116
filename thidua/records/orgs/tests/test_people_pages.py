import pytest
from django.urls import reverse

from thidua.kit.audit.models import AuditLine
from thidua.records.orgs.forms.people import read_line
from thidua.records.orgs.models import Person, Position
from thidua.records.orgs.services import people
from thidua.records.orgs.tests import factories


def url(name, *args):
    return reverse(f"orgs:{name}", args=args)


def text_of(response):
    return response.content.decode()


@pytest.fixture
def ba(so_van_hoa):
    return factories.person("Lê Thị Ba", so_van_hoa)


def test_the_list_is_filtered_and_in_order(ba, phong_di_san, minh, sign_in):
    factories.person("Bùi Văn Ân", phong_di_san)

    everybody = text_of(sign_in(minh).get(url("people")))
    room = text_of(sign_in(minh).get(url("people"), {"don_vi": phong_di_san.pk}))
    found = text_of(sign_in(minh).get(url("people"), {"q": "ba"}))

    assert everybody.index("Bùi Văn Ân") < everybody.index("Lê Thị Ba") < everybody.rindex("Lê Quang Minh")
    assert "Lê Thị Ba" not in room
    assert "Bùi Văn Ân" in room
    assert "Lê Thị Ba" in found
    assert "Bùi Văn Ân" not in found


def test_a_person_is_added_from_the_page(so_van_hoa, minh, sign_in):
    form = {
        "full_name": "Nguyễn Thị Hoa",
        "unit": so_van_hoa.name,
        "title": "Chuyên viên",
        "born": "08/6/1985",
        "is_party_member": "1",
    }

    response = sign_in(minh).post(url("person_add"), form)

    person = Person.objects.get(full_name="Nguyễn Thị Hoa")
    assert response.url == url("person", person.pk)
    assert (person.birth_year, person.is_party_member) == (1985, True)


def test_a_farmer_is_added_without_a_unit(minh, sign_in):
    sign_in(minh).post(
        url("person_add"), {"full_name": "Danh Út", "unit": "", "born": "1970", "home": "xã Bình Hòa"}
    )

    person = Person.objects.get(full_name="Danh Út")
    assert (person.birth_year, person.born_on, person.positions.count()) == (1970, None, 0)


@pytest.mark.parametrize("born", ["32/13/1985", "hôm qua", "01/01/2190"])
def test_an_impossible_birthday_is_told_beside_the_field(so_van_hoa, minh, sign_in, born):
    response = sign_in(minh).post(
        url("person_add"), {"full_name": "A Lăng", "unit": so_van_hoa.name, "born": born}
    )

    assert response.status_code == 422
    assert not Person.objects.filter(full_name="A Lăng").exists()


@pytest.mark.parametrize(
    ("line", "name", "title", "year"),
    [
        ("Lê Thị Ba", "Lê Thị Ba", "", None),
        ("1\tLê Thị Ba\tKế toán\t08/6/1985", "Lê Thị Ba", "Kế toán", 1985),
        ("2.\tLê  Thị Ba\t1985\tKế toán", "Lê Thị Ba", "Kế toán", 1985),
        ("123 456", "", "", None),
    ],
)
def test_a_pasted_line_is_understood(line, name, title, year):
    read = read_line(line, 1)

    assert (read.name, read.title, read.birth_year) == (name, title, year)


@pytest.mark.parametrize("line", ["", "  \t ", "Họ và tên\tChức vụ"])
def test_blank_lines_and_headings_fall_away(line):
    assert read_line(line, 1) is None


def test_a_pasted_column_is_shown_then_written(ba, so_van_hoa, minh, sign_in):
    client, form = (
        sign_in(minh),
        {"unit": so_van_hoa.name, "lines": "STT\tHọ và tên\n1\tLê Thị Ba\n2\tTrần Văn Tư\tVăn thư"},
    )
    form["lines"] = form["lines"].partition("\n")[2]

    shown = text_of(client.post(url("people_paste"), form))
    assert "Đọc được 2 dòng" in shown
    assert shown.count("checked") == 1  # Lê Thị Ba is known already
    assert not Person.objects.filter(full_name="Trần Văn Tư").exists()

    client.post(url("people_paste"), {**form, "confirmed": "1", "giu": ["2"]})
    assert Person.objects.get(full_name="Trần Văn Tư").positions.get().title == "Văn thư"
    assert Person.objects.filter(full_name="Lê Thị Ba").count() == 1


def test_a_wrong_line_is_named(so_van_hoa, minh, sign_in):
    response = sign_in(minh).post(
        url("people_paste"), {"unit": so_van_hoa.name, "lines": "Lê Thị Ba\n0912345678"}
    )

    assert "Dòng 2: “0912345678” không phải họ tên." in text_of(response)


def test_positions_from_the_page(ba, phong_di_san, minh, sign_in):
    client, first = sign_in(minh), ba.positions.get()
    client.post(
        url("position_give", ba.pk),
        {
            "unit": phong_di_san.name,
            "title": "Phó Trưởng phòng",
            "since": "01/05/2024",
            "ends_former": "on",
            "is_main": "on",
        },
    )
    first.refresh_from_db()
    assert first.until is not None

    second = ba.positions.get(title="Phó Trưởng phòng")
    client.post(url("position_change", second.pk), {"title": "Trưởng phòng", "since": "01/06/2024"})
    third = ba.positions.get(title="Trưởng phòng")
    client.post(
        url("position_correct", third.pk),
        {"title": "Q. Trưởng phòng", "since": "02/06/2024", "is_main": "on"},
    )
    client.post(url("position_end", third.pk), {"until": "01/09/2024"})

    third.refresh_from_db()
    assert (third.title, str(third.until)) == ("Q. Trưởng phòng", "2024-09-01")


def test_two_cards_of_one_name_are_pointed_out_and_merged(ba, phong_di_san, minh, sign_in):
    other, client = factories.person("Lê Thị Ba", phong_di_san), sign_in(minh)

    assert "Có thẻ khác cùng tên" in text_of(client.get(url("person", ba.pk)))
    assert "Lê Thị Ba" in text_of(client.get(url("person_merge", other.pk), {"vao": ba.pk}))
    form = {"into": ba.full_name, "into_id": ba.pk}
    assert "Gộp thẻ của" in text_of(client.post(url("person_merge", other.pk), form))
    client.post(url("person_merge", other.pk), {**form, "confirmed": "1"})

    other.refresh_from_db()
    assert other.merged_into == ba
    assert client.get(url("person", other.pk)).url == url("person", ba.pk)


def test_the_identity_number_never_stands_in_an_address(ba, so_van_hoa, minh, as_actor, sign_in, now):
    finder = factories.user("tra", "Lý Thị Tra", so_van_hoa, "tra_dinh_danh", "chuyen_vien")
    client = sign_in(finder)
    client.post(url("identity_set", ba.pk), {"number": "089 123 456 789"})

    found = client.post(url("identity_find"), {"number": "089123456789"})
    shown = client.post(url("identity_read", ba.pk))

    assert "Lê Thị Ba" in text_of(found)
    assert "089123456789" in text_of(shown)
    assert shown["Cache-Control"] == "no-store"
    assert "089123456789" not in text_of(client.get(url("person", ba.pk)))
    assert AuditLine.objects.filter(verb__in=["orgs.find_by_identity", "orgs.read_identity"]).count() == 2


def test_somebody_found_by_number_is_taken_over(so_noi_vu, so_van_hoa, binh, as_actor, sign_in, now):
    elsewhere = factories.person("Lê Thị Ba", so_noi_vu)
    people.set_identity(elsewhere, by=as_actor(binh), at=now, number="089123456789")
    finder = factories.user("tra", "Lý Thị Tra", so_van_hoa, "tra_dinh_danh", "chuyen_vien")
    client = sign_in(finder)
    assert client.get(url("position_give", elsewhere.pk)).status_code == 404

    client.post(url("identity_find"), {"number": "089123456789"})
    client.post(
        url("position_give", elsewhere.pk),
        {"unit": so_van_hoa.name, "title": "Chuyên viên", "since": "01/06/2024"},
    )

    assert Position.objects.filter(person=elsewhere, unit=so_van_hoa).exists()


COUNTS: dict[str, set[int]] = {}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", ["people", "person", "person_search"])
def test_the_queries_do_not_grow(so_van_hoa, minh, sign_in, django_assert_max_num_queries, name, count):
    made = [factories.person("Lê Thị Ba", so_van_hoa) for _ in range(count + 1)]
    client = sign_in(minh)
    address = url(name, made[0].pk) if name == "person" else url(name)

    with django_assert_max_num_queries(18) as captured:
        client.get(address, {"q": "ba"} if name == "person_search" else {})

    COUNTS.setdefault(name, set()).add(len(captured))
    assert len(COUNTS[name]) == 1
