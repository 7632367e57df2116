"""Workbooks of ratings, discipline and initiatives, and of letters from before Unicode; each goes again to the row."""

from datetime import date

import pytest
from django.utils import timezone

from thidua.kit.refused import Refused
from thidua.outlook.intake import loadings, selectors, services
from thidua.outlook.intake.tests import workbooks as made
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import given
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.models import Person
from thidua.records.orgs.tests import factories
from thidua.records.staff.models import Discipline, Rating
from thidua.work.initiatives.models import Initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(as_actor, minh):
    return as_actor(minh)


@pytest.fixture
def nam(phong_di_san):
    person = factories.person("Lê Hoàng Nam", phong_di_san)
    Person.objects.filter(pk=person.pk).update(birth_year=1986)
    return person


@pytest.fixture
def mai(phong_di_san):
    person = factories.person("Trần Thị Mai", phong_di_san)
    Person.objects.filter(pk=person.pk).update(birth_year=1990)
    return person


def told(workbook):
    return {problem.cell: problem.message for problem in selectors.problems_of(workbook)}


NAM = {"name": "Lê Hoàng Nam", "birth_year": 1986, "unit": "Phòng Quản lý di sản"}


def test_ratings_of_people_and_rooms(by, nam, phong_di_san):
    before, layout = made.dump(), made.layout_of("ratings")
    good = {"period": 2023, "level": "HTXSNV", "number": "12/QĐ-SVH", "issued_on": date(2024, 1, 5)}
    rows = [
        {**NAM, **good},
        {"name": "Phòng Quản lý di sản", "of_whom": "Tập thể", **good, "level": "Hoàn thành tốt nhiệm vụ"},
        {**NAM, **good},
        {**NAM, **good, "period": "2024Q1"},
        {**NAM, **good, "period": 2022, "number": "", "issued_on": ""},
    ]

    workbook = made.load("ratings", made.filled(layout, rows), by=by)

    found = told(workbook)
    assert set(found) == {"A4", made.cell(layout, "period", 5), made.cell(layout, "printed", 6)}
    workbook = made.commit(workbook, by=by, without_faulty=True)
    assert workbook.state == "da_ghi", made.last_job(workbook).outcome
    assert {(row.person_id, row.unit_id, row.level) for row in Rating.objects.all()} == {
        (nam.pk, None, "HTXSNV"),
        (None, phong_di_san.pk, "HTTNV"),
    }
    made.undo(workbook, by=by)
    assert made.dump() == before


def test_discipline_is_closed_to_whoever_may_not_write_it(by, nam, so_van_hoa):
    layout = made.layout_of("discipline")
    data = made.filled(
        layout, [{**NAM, "form": "Khiển trách", "decided_on": date(2024, 3, 4), "number": "7/QĐ"}]
    )
    assert "discipline" not in [loading.layout.code for loading in loadings.open_to(by, so_van_hoa)]
    with pytest.raises(Refused):
        made.load("discipline", data, by=by)

    keeper = factories.user("kiem", "Đỗ Văn Kiểm", so_van_hoa, "chuyen_vien", "theo_doi_ky_luat")
    allowed = actor_for(keeper, by.on)
    if loadings.of("discipline").why_not(allowed, so_van_hoa):
        pytest.skip("no role bundles discipline with loading")
    before = made.dump()
    workbook = made.load("discipline", data, by=allowed)
    assert not selectors.workbooks_visible_to(by).exists()
    workbook = made.commit(workbook, by=allowed)
    assert Discipline.objects.get().person == nam, made.last_job(workbook).outcome
    made.undo(workbook, by=allowed)
    assert made.dump() == before


def test_initiatives_with_their_authors_and_shares(by, nam, mai):
    before, layout = made.dump(), made.layout_of("initiatives")
    good = {
        "title": "Số hóa hồ sơ di tích",
        "name": "Lê Hoàng Nam (1986) 60%; Trần Thị Mai (1990): 40%",
        "unit": "Phòng Quản lý di sản",
        "scope": "Cơ sở",
        "year": 2023,
        "number": "45/QĐ-SVH",
        "decided_on": date(2023, 12, 2),
    }
    rows = [
        good,
        {**good, "title": "Một", "name": "Lê Hoàng Nam (1986) 120%"},
        {**good, "title": "Hai", "name": "Lê Hoàng Nam (1986) 60%; Trần Thị Mai (1990) 50%"},
        {**good, "title": "Ba", "name": "Lê Hoàng Nam (1986) 60 phần"},
        {**good, "title": "Bốn", "year": 2090},
        good,
    ]

    workbook = made.load("initiatives", made.filled(layout, rows), by=by)

    found = told(workbook)
    expected = {("name", 3), ("name", 4), ("name", 5), ("title", 7)}
    assert {made.cell(layout, key, row) for key, row in expected} < set(found)
    assert "ngoài khoảng từ 0 đến 100" in found["B3"]
    assert "vượt 100 %" in found["B4"]
    assert workbook.faulty == 5
    workbook = made.commit(workbook, by=by, without_faulty=True)
    assert [author.share_pct for author in Initiative.objects.get().authors.order_by("place")] == [60, 40]
    made.undo(workbook, by=by)
    assert made.dump() == before


def test_an_old_encoding_waits_for_the_officer(by, nam):
    rows = [["Hä vµ tªn", "N¨m sinh", "§¬n vÞ"], *([f"NguyÔn V¨n B×nh {n}", 1960 + n, ""] for n in range(3))]
    workbook = made.load("people", made.raw(rows), by=by)
    assert (workbook.state, workbook.encoding) == ("tai_len", "tcvn3")

    services.settle_encoding(workbook, is_converted=True, by=by, at=timezone.now())
    workbook = made.settled(workbook)

    assert (workbook.state, workbook.ready, told(workbook)) == ("da_kiem", 3, {})
    assert workbook.preview[0] == [2, "Lập thẻ Nguyễn Văn Bình 0"]
    with pytest.raises(Refused, match="đã chọn"):
        services.settle_encoding(workbook, is_converted=False, by=by, at=timezone.now())


def test_counts_households_and_rooms_among_awards(by, nam, phong_di_san, so_van_hoa):
    before, layout = made.dump(), made.layout_of("awards")
    good = {"period": 2023, "number": "15/QĐ-SVH", "issued_on": date(2024, 1, 10)}
    rows = [
        {"count": 29, "kind": "LDTT", "unit": "SVH", **good},
        {
            "name": "Trần Văn Tư",
            "of_whom": "Hộ gia đình",
            "address": "Thôn Đoài",
            "kind": "Giấy khen",
            **good,
        },
        {"name": "Phòng Quản lý di sản", "of_whom": "Tập thể", "kind": "Tập thể lao động tiên tiến", **good},
        {**NAM, "kind": "Kỷ niệm chương Công đoàn", "sort": "Hình thức khen thưởng", **good},
    ]

    workbook = made.commit(made.load("awards", made.filled(layout, rows), by=by), by=by)

    assert workbook.state == "da_ghi", (told(workbook), made.last_job(workbook).outcome)
    assert sorted(Award.objects.values_list("recipient", "count")) == [
        ("", 29),
        ("Hộ Trần Văn Tư, Thôn Đoài", 1),
        ("Lê Hoàng Nam", 1),
        ("Phòng Quản lý di sản", 1),
    ]
    made.undo(workbook, by=by)
    assert made.dump() == before


def test_the_same_file_is_not_written_twice_until_it_is_taken_back(by, nam):
    data = made.filled(
        made.layout_of("awards"), [{**NAM, "kind": "LDTT", "period": 2023, "printed": "sổ cũ"}]
    )
    first = made.commit(made.load("awards", data, by=by), by=by)

    with pytest.raises(Refused, match="đã ghi vào sổ ngày"):
        made.load("awards", data, by=by)
    made.undo(first, by=by)
    assert made.load("awards", data, by=by).ready == 1


def test_a_register_that_changed_since_the_dry_run_stops_the_writing(by, nam, so_van_hoa):
    data = made.filled(
        made.layout_of("awards"), [{**NAM, "kind": "LDTT", "period": 2023, "printed": "sổ cũ"}]
    )
    workbook = made.load("awards", data, by=by)
    given("LDTT", nam, so_van_hoa)

    workbook = made.commit(workbook, by=by)

    assert (workbook.state, Award.objects.count()) == ("dang_ghi", 1)
    assert "đã có trong sổ" in made.last_job(workbook).outcome
