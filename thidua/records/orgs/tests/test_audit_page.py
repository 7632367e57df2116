import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.urls import reverse

from thidua.kit.audit.sentences import is_told
from thidua.records.orgs import selectors
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import people, units

URL = "/to-chuc/nhat-ky/"


@pytest.fixture
def lines(so_van_hoa, so_noi_vu, minh, binh, tung, so_van_hoa_nam_hai, the_system, as_actor, now):
    """One line of each body, and one of the installation itself."""
    people.add_person("Lê Thị Ba", by=as_actor(minh), at=now, unit=so_van_hoa)
    people.add_person("Phạm Thị Tư", by=as_actor(binh), at=now, unit=so_noi_vu)
    people.add_person("Hồ Thị Xa", by=as_actor(tung), at=now, unit=so_van_hoa_nam_hai)
    units.add_outside_unit("Báo Trung ương", by=the_system, at=now, kind="bao_chi", level="trung_uong")


def read(user, as_actor):
    return {line.subject_text for line in selectors.audit_lines_visible_to(as_actor(user))}


def test_a_leader_reads_the_log_of_the_own_body(lines, son, as_actor):
    assert read(son, as_actor) == {"Lê Thị Ba"}


def test_an_administrator_at_the_top_reads_those_below(lines, quan, as_actor):
    assert read(quan, as_actor) == {"Lê Thị Ba", "Phạm Thị Tư"}


def test_at_the_top_of_the_only_tree_everything_is_read(lines, quan, so_van_hoa_nam_hai, as_actor):
    Unit.objects.filter(pk=so_van_hoa_nam_hai.parent_id).update(is_outside=True)
    Unit.objects.filter(pk=so_van_hoa_nam_hai.pk).update(is_outside=True)

    assert read(quan, as_actor) == {"Lê Thị Ba", "Phạm Thị Tư", "Hồ Thị Xa", "Báo Trung ương"}


def test_tung_reads_his_own_only(lines, tung, as_actor):
    assert read(tung, as_actor) == {"Hồ Thị Xa"}


def test_a_specialist_reads_none(lines, minh, as_actor):
    assert read(minh, as_actor) == set()


def test_the_page_speaks_in_sentences(lines, son, sign_in):
    page = sign_in(son).get(URL).content.decode()

    assert "Lê Quang Minh thêm Lê Thị Ba" in page
    assert "Phạm Thị Tư" not in page


def test_it_is_filtered_by_person_verb_and_day(lines, minh, son, as_actor, sign_in):
    later = datetime(2024, 6, 20, 3, 0, tzinfo=UTC)
    people.correct_person(son.person, by=as_actor(minh), at=later, gender="nam")
    client = sign_in(son)

    def shown(**query):
        page = client.get(URL, query).content.decode()
        return ("thêm Lê Thị Ba" in page, "sửa thông tin của Đặng Quốc Sơn" in page)

    assert shown() == (True, True)
    assert shown(nguoi=f"user:{minh.pk}") == (True, True)
    assert shown(nguoi=f"user:{son.pk}") == (False, False)
    assert shown(viec="orgs.correct_person") == (False, True)
    assert shown(ngay_tu="20/06/2024", ngay_den="20/06/2024") == (False, True)
    assert shown(ngay_den="12/06/2024") == (True, False)


def test_every_verb_of_this_app_is_told():
    folder = Path(selectors.__file__).parents[1] / "services"
    verbs = {
        verb for file in folder.glob("*.py") for verb in re.findall(r'"(orgs\.[a-z_]+)"', file.read_text())
    }
    assert len(verbs) > 30
    assert {verb for verb in verbs if not is_told(verb)} == set()


COUNTS: set[int] = set()


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_do_not_grow(
    so_van_hoa, minh, son, as_actor, sign_in, now, django_assert_max_num_queries, count
):
    for number in range(count):
        people.add_person(f"Lê Thị {number}", by=as_actor(minh), at=now, unit=so_van_hoa)
    client = sign_in(son)

    with django_assert_max_num_queries(9) as captured:
        client.get(reverse("orgs:audit"))

    COUNTS.add(len(captured))
    assert len(COUNTS) == 1
