import pytest
from django.urls import reverse

from thidua.records.orgs.models import Succession, Unit
from thidua.records.orgs.services import units
from thidua.records.orgs.tests import factories


def url(name, *args):
    return reverse(f"orgs:{name}", args=args)


def text_of(response):
    return response.content.decode()


@pytest.fixture
def rooms(so_van_hoa):
    def make(count):
        for number in range(count):
            room = factories.unit(
                f"Phòng {number}", parent=so_van_hoa, legal=False, kind="phong", level="don_vi"
            )
            factories.person(f"Lê Thị {number}", room)

    return make


def test_the_tree_opens_down_to_the_own_body(phong_di_san, minh, so_noi_vu, sign_in):
    page = text_of(sign_in(minh).get(url("units")))

    assert "Phòng Quản lý di sản" in page
    assert "Sở Nội vụ tỉnh Tân Giang" in page


def test_a_branch_opens_without_script_and_with(phong_di_san, tan_giang, so_van_hoa, minh, sign_in):
    client = sign_in(minh)

    closed = text_of(client.get(url("units"), {"mo": str(tan_giang.pk)}))
    opened = text_of(client.get(url("units"), {"mo": f"{tan_giang.pk},{so_van_hoa.pk}"}))
    part = text_of(client.get(url("branch", so_van_hoa.pk), headers={"HX-Request": "true"}))

    assert "Phòng Quản lý di sản" not in closed
    assert f"mo={tan_giang.pk},{so_van_hoa.pk}" in closed
    assert "Phòng Quản lý di sản" in opened
    assert part.startswith(f'<li id="u{so_van_hoa.pk}">')
    assert "Phòng Quản lý di sản" in part


def test_a_branch_closes_again(phong_di_san, so_van_hoa, minh, sign_in):
    part = text_of(
        sign_in(minh).get(url("branch", so_van_hoa.pk), {"dong": "1"}, headers={"HX-Request": "true"})
    )

    assert "Phòng Quản lý di sản" not in part
    assert "Mở Sở Văn hóa" in part


def test_the_search_needs_no_marks(phong_di_san, minh, sign_in):
    page = text_of(sign_in(minh).get(url("units"), {"q": "quan ly di san"}))

    assert "Phòng Quản lý di sản" in page
    assert "1 tổ chức khớp" in page


def test_outside_bodies_stand_apart(phong_di_san, minh, sign_in):
    factories.unit("Báo Tân Giang", "BTG", outside=True, kind="bao_chi", level="tinh")

    assert "Báo Tân Giang" not in text_of(sign_in(minh).get(url("units")))
    assert "Báo Tân Giang" in text_of(sign_in(minh).get(url("outside"), {"loai": "bao_chi"}))
    assert "Báo Tân Giang" not in text_of(sign_in(minh).get(url("outside"), {"loai": "dang"}))


def test_pickers_understand_abbreviations(phong_di_san, tan_giang, minh, sign_in):
    options = text_of(sign_in(minh).get(url("unit_search"), {"q": "UBND tỉnh"}))

    assert options.index("Ủy ban nhân dân tỉnh Tân Giang") > 0
    assert f'data-id="{tan_giang.pk}"' in options


def test_a_unit_tells_its_names_and_its_succession(so_van_hoa, so_noi_vu, minh, sign_in):
    Succession.objects.create(
        predecessor=so_noi_vu, successor=so_van_hoa, kind="hop_nhat", on="2020-01-01", by_document="NQ 5"
    )

    page = text_of(sign_in(minh).get(url("unit", so_van_hoa.pk)))

    assert "Nhập từ" in page
    assert "NQ 5" in page
    assert "Lê Quang Minh" in page


def test_a_stranger_sees_the_unit_without_its_people(so_van_hoa, minh, tung, sign_in):
    page = text_of(sign_in(tung).get(url("unit", so_van_hoa.pk)))

    assert "Sở Văn hóa tỉnh Tân Giang" in page
    assert "Lê Quang Minh" not in page
    assert "Lịch sử ghi chép" not in page


def test_a_room_is_added_from_the_page(so_van_hoa, dung, sign_in):
    client = sign_in(dung)
    form = {
        "name": "Phòng Nghệ thuật",
        "parent": so_van_hoa.name,
        "kind": "phong",
        "level": "don_vi",
        "issues_papers": "on",
    }

    response = client.post(url("unit_add"), form)

    room = Unit.objects.get(name="Phòng Nghệ thuật")
    assert response.url == url("unit", room.pk)
    assert room.parent == so_van_hoa


def test_a_refusal_stands_on_the_form(so_van_hoa, so_noi_vu, dung, sign_in):
    form = {"name": "Phòng Lạ", "parent": so_noi_vu.name, "kind": "phong", "level": "don_vi"}

    response = sign_in(dung).post(url("unit_add"), form)

    assert response.status_code == 422
    assert "ngoài phạm vi quản trị" in text_of(response)


def test_a_rename_and_a_move_and_a_code_from_the_page(so_van_hoa, so_noi_vu, phong_di_san, quan, sign_in):
    client = sign_in(quan)
    client.post(url("unit_rename", phong_di_san.pk), {"name": "Phòng Di sản", "since": "01/03/2024"})
    client.post(url("unit_former_name", phong_di_san.pk), {"name": "Phòng Bảo tồn", "until": "01/01/2015"})
    client.post(url("unit_move", phong_di_san.pk), {"parent": so_noi_vu.name, "since": "01/04/2024"})
    client.post(url("unit_code", phong_di_san.pk), {"scheme": "short", "code": "DS"})
    client.post(
        url("unit_correct", phong_di_san.pk),
        {"name": "Phòng Di sản", "kind": "phong", "level": "don_vi", "note": "Tầng 2"},
    )

    room = Unit.objects.get(pk=phong_di_san.pk)
    assert (room.name, room.parent, room.code, room.note) == ("Phòng Di sản", so_noi_vu, "DS", "Tầng 2")
    assert room.names.filter(name="Phòng Bảo tồn").exists()


def test_an_end_is_asked_about_once(phong_di_san, dung, sign_in):
    client, form = sign_in(dung), {"on": "01/06/2024", "by_document": "05/QĐ-SVH"}

    asked = client.post(url("unit_dissolve", phong_di_san.pk), form)
    assert "chấm dứt từ ngày 01/06/2024?" in text_of(asked)
    assert not Unit.objects.filter(dissolved_on__isnull=False).exists()

    client.post(url("unit_dissolve", phong_di_san.pk), {**form, "confirmed": "1"})
    page = text_of(client.get(url("unit", phong_di_san.pk)))
    assert "Đã chấm dứt" in page
    assert "05/QĐ-SVH" in page


def test_a_merger_and_a_split_from_the_page(so_van_hoa, so_noi_vu, quan, sign_in):
    client = sign_in(quan)
    form = {"on": "01/06/2024", "by_document": "NQ 5", "confirmed": "1"}
    other = factories.unit("Sở Du lịch", "SDL", parent=so_noi_vu.parent)

    client.post(url("unit_split", so_noi_vu.pk), {**form, "into": other.name, "how": "chuyen"})
    merged = client.post(
        url("unit_merge", so_van_hoa.pk),
        {**form, "into": so_noi_vu.name, "other": other.name, "kind": "hop_nhat"},
    )

    assert merged.url == url("unit", so_noi_vu.pk)
    assert set(Succession.objects.values_list("kind", flat=True)) == {"chuyen_giao", "hop_nhat"}
    assert Unit.objects.filter(dissolved_on="2024-06-01").count() == 2


def test_a_division_from_the_page(so_van_hoa, so_noi_vu, quan, sign_in):
    form = {"on": "01/06/2024", "by_document": "NQ 5", "into": so_noi_vu.name, "how": "chia"}

    asked = sign_in(quan).post(url("unit_split", so_van_hoa.pk), form)
    assert "tiếp nhận từ ngày 01/06/2024?" in text_of(asked)
    sign_in(quan).post(url("unit_split", so_van_hoa.pk), {**form, "confirmed": "1"})

    assert "Tiếp nhận:" in text_of(sign_in(quan).get(url("unit", so_van_hoa.pk)))


def test_an_outside_body_is_added_by_a_specialist(minh, sign_in):
    response = sign_in(minh).post(
        url("outside_add"), {"name": "Báo Tân Giang", "kind": "bao_chi", "level": "tinh", "code": "BTG"}
    )

    assert response.status_code == 302
    assert Unit.objects.get(name="Báo Tân Giang").is_outside


def test_history_tells_who_did_it(phong_di_san, dung, as_actor, sign_in, now):
    units.correct_unit(phong_di_san, by=as_actor(dung), at=now, note="Tầng 2")

    assert "Mai Tiến Dũng sửa thông tin của Phòng Quản lý di sản" in text_of(
        sign_in(dung).get(url("unit", phong_di_san.pk))
    )


COUNTS: dict[str, set[int]] = {}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", ["units", "unit", "outside"])
def test_the_queries_do_not_grow(
    rooms, so_van_hoa, minh, sign_in, django_assert_max_num_queries, name, count
):
    rooms(count)
    for number in range(count):
        factories.unit(f"Báo {number}", outside=True)
    client = sign_in(minh)

    with django_assert_max_num_queries(MOST) as captured:
        client.get(url(name, so_van_hoa.pk) if name == "unit" else url(name))

    COUNTS.setdefault(name, set()).add(len(captured))
    assert len(COUNTS[name]) == 1


MOST = 20
"""With those of the frame around the page."""
