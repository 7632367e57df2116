"""An initiative comes into the register with its authors and its recognition at base."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import told
from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories
from thidua.records.register.identity import Identity
from thidua.work.initiatives import rows, services
from thidua.work.initiatives.models import Initiative, Recognition
from thidua.work.initiatives.rows import Recognised, Share
from thidua.work.initiatives.tests.factories import NOW, SYSTEM, TITLE, base, recorded, shares

CENTS = st.integers(1, 10_000).map(lambda cents: Decimal(cents) / 100)


def test_authors_keep_their_order_and_share(as_actor, minh, khai, yen, so_van_hoa):
    made = services.enter(
        f"  {TITLE} ",
        [Share(khai, Decimal("60.5")), Share(yen, Decimal("39.5"))],
        recognised=base(),
        body=so_van_hoa,
        by=as_actor(minh),
        at=NOW,
    )

    assert made.title == TITLE
    assert made.body == made.kept_by == so_van_hoa
    assert [str(author) for author in made.authors.all()] == ["Đỗ Văn Khải (60,5 %)", "Lý Hải Yến (39,5 %)"]
    [recognition] = made.recognitions.all()
    assert str(recognition) == "Cơ sở, năm 2023"
    line = AuditLine.objects.get(verb="initiatives.enter")
    assert told(line).text == f"Lê Quang Minh ghi sáng kiến “{TITLE}”"
    assert "tác giả: Đỗ Văn Khải (60,5 %), Lý Hải Yến (39,5 %)" in told(line).changes


def test_a_decision_that_no_register_holds_is_noted_and_gives_day_and_office(khai, so_van_hoa):
    paper = Identity("quyet_dinh", "12/QĐ-SVH", date(2023, 12, 1), so_van_hoa)
    made = recorded(TITLE, khai, so_van_hoa, recognised=Recognised("co_so", 2023, document=paper))

    recognition = made.recognitions.get()
    assert recognition.document.is_stub
    assert recognition.decided_by == so_van_hoa
    assert recognition.decided_on == date(2023, 12, 1)


def test_the_same_title_body_year_and_author_is_refused(khai, yen, so_van_hoa):
    recorded(TITLE, khai, so_van_hoa)

    with pytest.raises(Refused, match="đã có trong sổ"):
        recorded(TITLE.upper(), khai, so_van_hoa, authors=shares(yen, khai))
    recorded(TITLE, yen, so_van_hoa)
    recorded(TITLE, khai, so_van_hoa, year=2022)
    assert Initiative.objects.count() == 3


def test_the_same_author_under_another_card_is_the_same(khai, so_van_hoa, phong_di_san):
    double = factories.person("Đỗ Văn Khải", phong_di_san)
    double.merged_into = khai
    double.save()
    recorded(TITLE, double, so_van_hoa)

    with pytest.raises(Refused, match="đã có trong sổ"):
        recorded(TITLE, khai, so_van_hoa)
    with pytest.raises(Refused, match="đứng tên hai lần"):
        recorded("Giải pháp khác", khai, so_van_hoa, authors=shares(khai, double))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"title": " "}, "Nhập tên sáng kiến"),
        ({"authors": []}, "ít nhất một tác giả"),
        ({"kind": "khac"}, "Chọn loại"),
        ({"recognised": Recognised("co_so", 2023)}, "cần căn cứ"),
        ({"recognised": Recognised("huyen", 2023, printed="x")}, "Chọn phạm vi"),
        ({"recognised": base(2025)}, "Năm công nhận"),
        ({"recognised": base(2023, decided_on=date(2024, 6, 13))}, "sau ngày hôm nay"),
        ({"recognised": base(2023, decided_on=date(2022, 6, 1))}, "không tính cho năm 2023"),
    ],
)
def test_what_cannot_be_is_refused(facts, why, khai, so_van_hoa):
    told = {"title": TITLE, "authors": shares(khai), "recognised": base()} | facts
    with pytest.raises(Refused, match=why):
        services.enter(told.pop("title"), told.pop("authors"), body=so_van_hoa, by=SYSTEM, at=NOW, **told)
    assert not Initiative.objects.exists()


def test_others_do_not_write_in_this_register(as_actor, tung, son, khai, so_van_hoa):
    for user in (tung, son):
        with pytest.raises(Refused, match="Không có quyền ghi sổ sáng kiến"):
            recorded(TITLE, khai, so_van_hoa, by=as_actor(user))
    assert not Recognition.objects.exists()


@given(st.lists(st.none() | CENTS, max_size=8))
def test_shares_together_never_exceed_the_whole(given_shares):
    total = sum((share for share in given_shares if share is not None), Decimal())

    assert bool(rows.why_not_shares(given_shares)) is (total > 100)


@given(st.integers(-5_000, 20_000).map(lambda cents: Decimal(cents) / 100))
def test_one_share_is_more_than_nothing_and_at_most_the_whole(share):
    assert bool(rows.why_not_shares([share])) is not (0 < share <= 100)
