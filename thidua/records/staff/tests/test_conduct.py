"""Discipline and matters under consideration: written by few, ended by a date, and the log tells nobody more."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import told
from thidua.kit.refused import Refused
from thidua.law.facts import DISCIPLINE
from thidua.records.staff import grounds, selectors, services
from thidua.records.staff.models import Discipline, PendingMatter
from thidua.records.staff.tests.factories import GROUND, NOW, SYSTEM, disciplined, pending


def test_the_forms_are_those_of_the_law_in_its_order():
    assert tuple(Discipline.Form.values) == DISCIPLINE


def test_every_ground_of_the_book_has_a_name():
    assert GROUND in grounds.codes()
    assert set(grounds.codes()) == set(grounds.NAMES)
    assert grounds.cited(date(2025, 8, 1))
    assert grounds.cited(date(2001, 1, 1)) == []


def test_a_discipline_counts_until_it_is_served(so_van_hoa, khai, keeper, as_actor):
    row = disciplined(khai, so_van_hoa, by=as_actor(keeper))
    assert (row.year, row.status, row.until) == (2023, "dang_chap_hanh", None)

    ended = services.end_discipline(row, on=date(2024, 5, 4), by=as_actor(keeper), at=NOW)

    assert (ended.status, ended.until) == ("da_chap_hanh", date(2024, 5, 4))
    with pytest.raises(Refused, match="đã hết hiệu lực"):
        services.end_discipline(row, on=date(2024, 6, 4), by=SYSTEM, at=NOW)


def test_the_log_names_neither_whom_nor_what(so_van_hoa, khai, keeper, as_actor):
    by = as_actor(keeper)
    row = disciplined(khai, so_van_hoa, by=by)
    services.end_discipline(row, on=date(2024, 5, 4), by=by, at=NOW)
    matter = pending(khai, so_van_hoa, by=by)
    services.close_matter(matter, "co_vi_pham", on=date(2024, 6, 1), by=by, at=NOW)
    services.correct(row, form="canh_cao", reason="đọc nhầm Khải", by=by, at=NOW)
    services.strike(matter, reason="ghi nhầm Khải", by=by, at=NOW)

    said = [told(line) for line in AuditLine.objects.all()]
    assert len(said) == 6
    for words in said:
        text = f"{words.sentence} {words.changes} {words.note}"
        assert "Khải" not in text
        assert "hiển trách" not in text
        assert "ảnh cáo" not in text
        assert grounds.name_of(GROUND) not in text


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"form": "phe_binh"}, "không có trong danh sách"),
        ({"decided_on": date(2024, 7, 1)}, "sau hôm nay"),
        ({"decided_on": None}, "Nhập ngày quyết định"),
        ({"until": date(2025, 1, 1)}, "khi đã đến ngày đó"),
        ({"until": date(2023, 5, 4)}, "phải sau ngày bắt đầu"),
        ({"year": 2025}, "chưa đến"),
        ({"printed": ""}, "Cần căn cứ"),
    ],
)
def test_an_impossible_discipline_is_refused(so_van_hoa, khai, facts, reason):
    with pytest.raises(Refused, match=reason):
        disciplined(khai, so_van_hoa, **facts)


def test_it_is_written_once_and_only_with_the_right_to_it(so_van_hoa, khai, minh, tung, keeper, as_actor):
    disciplined(khai, so_van_hoa)
    with pytest.raises(Refused, match="đã có trong sổ"):
        disciplined(khai, so_van_hoa)
    for user in (tung,):
        with pytest.raises(Refused, match="Không có quyền"):
            disciplined(khai, so_van_hoa, "canh_cao", by=as_actor(user))


def test_an_officer_without_the_right_writes_and_sees_nothing(so_van_hoa, khai, minh, son, as_actor):
    disciplined(khai, so_van_hoa)
    for user in (minh, son):
        assert not selectors.visible_to(as_actor(user), Discipline).exists()
        with pytest.raises(Refused, match="Không có quyền"):
            pending(khai, so_van_hoa, by=as_actor(user))
        found = selectors.visible_to(as_actor(user), Discipline)
        with pytest.raises(Refused, match="Cần quyền"):
            services.read_conduct(found, of="tất cả", by=as_actor(user), at=NOW)


def test_each_look_leaves_a_line(so_van_hoa, khai, keeper, as_actor):
    row, by = disciplined(khai, so_van_hoa), as_actor(keeper)

    found = selectors.visible_to(by, Discipline)
    assert services.read_conduct(found, of="năm 2023", by=by, at=NOW) == [row]

    line = AuditLine.objects.get(verb="staff.read_conduct")
    assert told(line).sentence == "Lê Quang Minh xem sổ kỷ luật, việc đang xem xét: năm 2023"


def test_awards_wait_while_a_matter_runs_and_nobody_learns_why(so_van_hoa, phong_di_san, khai, hoa):
    matter = pending(khai, so_van_hoa)
    pending(phong_di_san, so_van_hoa)

    assert selectors.is_held(khai, on=date(2024, 3, 1))
    assert not selectors.is_held(khai, on=date(2024, 2, 29))
    assert not selectors.is_held(hoa, on=date(2024, 6, 1))
    assert selectors.is_held(phong_di_san, on=date(2024, 6, 1))
    assert selectors.held_people([khai.pk, hoa.pk], on=date(2024, 6, 1)) == {khai.pk}

    services.close_matter(matter, "khong_vi_pham", on=date(2024, 6, 10), by=SYSTEM, at=NOW)
    assert not selectors.is_held(khai, on=date(2024, 6, 10))
    assert selectors.is_held(khai, on=date(2024, 6, 9))


def test_a_matter_has_a_ground_of_the_book_and_one_end(so_van_hoa, khai):
    with pytest.raises(Refused, match="danh sách của luật"):
        services.note_matter(khai, "tin_don", since=date(2024, 3, 1), body=so_van_hoa, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="ở sau hôm nay"):
        pending(khai, so_van_hoa, since=date(2024, 7, 1))
    matter = pending(khai, so_van_hoa)
    with pytest.raises(Refused, match="đã có trong sổ"):
        pending(khai, so_van_hoa, since=date(2024, 4, 1))
    for outcome, on in (
        ("", date(2024, 6, 1)),
        ("co_vi_pham", date(2024, 2, 1)),
        ("co_vi_pham", date(2024, 7, 1)),
    ):
        with pytest.raises(Refused):
            services.close_matter(matter, outcome, on=on, by=SYSTEM, at=NOW)
    services.close_matter(matter, "co_vi_pham", on=date(2024, 6, 1), by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="đã kết thúc"):
        services.close_matter(matter, "co_vi_pham", on=date(2024, 6, 1), by=SYSTEM, at=NOW)
    assert pending(khai, so_van_hoa, since=date(2024, 6, 5)).pk != matter.pk
    assert {field.name for field in PendingMatter._meta.fields} & {
        "document",
        "printed",
        "denouncer",
    } == set()
