"""Lines are put right by new ones, struck out, recognitions cancelled; all stay readable."""

from decimal import Decimal

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.work.initiatives import selectors, services
from thidua.work.initiatives.models import Ending, Initiative, Recognition
from thidua.work.initiatives.rows import Recognised, Share
from thidua.work.initiatives.tests.factories import NOW, SYSTEM, TITLE, recorded, shares

NATION = Recognised("toan_quoc", 2024, printed="bản sao")


@pytest.fixture
def made(khai, so_van_hoa):
    return recorded(TITLE, khai, so_van_hoa)


def test_a_correction_takes_the_recognitions_along(made, khai, yen):
    recognition = made.recognitions.get()
    half = [Share(khai, Decimal(50)), Share(yen, Decimal(50))]
    new = services.correct(made, authors=half, title="Số hóa hồ sơ di tích", by=SYSTEM, at=NOW)

    made.refresh_from_db()
    assert (made.ending, new.corrects) == (Ending.CORRECTED, made)
    assert list(new.recognitions.all()) == [recognition]
    assert [str(author) for author in made.authors.all()] == ["Đỗ Văn Khải (100 %)"]
    assert [str(author) for author in new.authors.all()] == ["Đỗ Văn Khải (50 %)", "Lý Hải Yến (50 %)"]
    assert list(selectors.in_words(Initiative.objects.standing(), "hai yen so hoa")) == [new]
    assert selectors.chain_of(new) == [new, made]


def test_nothing_to_correct_leaves_the_line(made, khai):
    assert services.correct(made, title=TITLE, authors=shares(khai, pct="100"), by=SYSTEM, at=NOW) == made
    assert not AuditLine.objects.filter(verb="initiatives.correct").exists()


def test_a_correction_does_not_make_a_double(made, yen, khai, so_van_hoa):
    other = recorded("Phần mềm vé điện tử", khai, so_van_hoa)

    with pytest.raises(Refused, match="đã có trong sổ"):
        services.correct(other, title=TITLE, by=SYSTEM, at=NOW)
    other.refresh_from_db()
    assert other.ending == ""


def test_a_corrected_line_is_not_corrected_again(made):
    services.correct(made, title="Tên mới", by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="không còn hiệu lực"):
        services.correct(made, title="Tên khác", by=SYSTEM, at=NOW)


def test_a_recognition_is_put_right_by_a_new_one(made):
    old = made.recognitions.get()
    new = services.correct_recognition(old, year=2022, reason="gõ nhầm năm", by=SYSTEM, at=NOW)

    assert list(made.recognitions.standing()) == [new]
    assert new.corrects == old
    assert (new.year, new.printed) == (2022, old.printed)
    assert services.correct_recognition(new, year=2022, by=SYSTEM, at=NOW) == new


def test_a_recognition_does_not_take_the_scope_of_another(made):
    further = services.recognise_scope(made, NATION, by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="Đã ghi công nhận ở phạm vi này"):
        services.correct_recognition(further, scope="co_so", by=SYSTEM, at=NOW)


def test_striking_out_ends_the_line_with_its_recognitions(made):
    services.strike(made, reason="ghi hai lần", by=SYSTEM, at=NOW)

    assert not Initiative.objects.standing().exists()
    assert not Recognition.objects.standing().exists()
    with pytest.raises(Refused):
        services.strike(made, reason="lần nữa", by=SYSTEM, at=NOW)


def test_reasons_are_asked_for(made):
    row = made.recognitions.get()
    with pytest.raises(Refused, match="Nhập lý do"):
        services.strike(made, reason=" ", by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Nhập lý do"):
        services.revoke(row, reason="", by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Nhập lý do"):
        services.strike_recognition(row, reason="", by=SYSTEM, at=NOW)


def test_the_only_recognition_is_not_struck_out_alone(made):
    base = made.recognitions.get()
    with pytest.raises(Refused, match="duy nhất"):
        services.strike_recognition(base, reason="nhầm", by=SYSTEM, at=NOW)
    further = services.recognise_scope(made, NATION, by=SYSTEM, at=NOW)
    services.strike_recognition(further, reason="nhầm", by=SYSTEM, at=NOW)

    assert list(made.recognitions.standing()) == [base]


def test_a_cancelled_recognition_stays_readable(made):
    row = services.revoke(made.recognitions.get(), reason="theo 3/QĐ-SVH", by=SYSTEM, at=NOW)

    assert row.get_ending_display() == "Đã hủy bỏ việc công nhận"
    assert Initiative.objects.standing().get() == made
    with pytest.raises(Refused, match="không còn hiệu lực"):
        services.revoke(row, reason="lần nữa", by=SYSTEM, at=NOW)


@pytest.mark.parametrize("who", ["tung", "son"])
def test_who_may_not_write_changes_nothing(made, as_actor, who, request):
    actor, row = as_actor(request.getfixturevalue(who)), made.recognitions.get()
    for refused in (
        lambda: services.correct(made, title="khác", by=actor, at=NOW),
        lambda: services.strike(made, reason="x", by=actor, at=NOW),
        lambda: services.correct_recognition(row, year=2022, by=actor, at=NOW),
        lambda: services.strike_recognition(row, reason="x", by=actor, at=NOW),
        lambda: services.revoke(row, reason="x", by=actor, at=NOW),
    ):
        with pytest.raises(Refused, match="Không có quyền"):
            refused()
