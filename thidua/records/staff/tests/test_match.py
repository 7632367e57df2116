"""Pasted names and the people of the body: marks decide between namesakes, what is misspelt is offered."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.records.orgs.tests import factories as people
from thidua.records.staff.selectors import match_subjects


def test_a_name_is_somebody_or_is_to_be_chosen(so_van_hoa, khai, hoa, minh, tung, as_actor):
    hoà = people.person("Lê Thị Hoa", so_van_hoa)
    twins = [people.person("Trần Văn Tám", so_van_hoa), people.person("Trần Văn Tám", so_van_hoa)]
    names = ["do van khai", "Lê Thị Hoà", "Lê Thị Hoa", "Đỗ Văn Khaii", "Trần Văn Tám", "Hồ Thanh Tùng", ""]

    found = match_subjects(names, so_van_hoa, as_actor(minh))

    assert [one.of for one in found] == [khai, hoa, hoà, None, None, None, None]
    assert found[0].note == "Trưởng phòng, Phòng Quản lý di sản"
    assert found[3].others == (khai,)
    assert set(found[4].others) == set(twins)
    assert found[5].others == ()


def test_units_are_found_by_name(so_van_hoa, phong_di_san, minh, as_actor):
    (found,) = match_subjects(["phòng quản lý di sản"], so_van_hoa, as_actor(minh), units=True)

    assert found.of == phong_di_san


def test_more_names_ask_no_more(so_van_hoa, khai, hoa, minh, as_actor):
    def asked(names):
        with CaptureQueriesContext(connection) as queries:
            match_subjects(names, so_van_hoa, as_actor(minh))
        return len(queries)

    assert asked(["Đỗ Văn Khải"]) == asked(["Đỗ Văn Khải", "Lê Thị Hòa", "Lê Quang Minh", "x"] * 9)
