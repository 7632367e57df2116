import threading
from datetime import date, timedelta

import pytest

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.actors import system
from thidua.records.register import numbering, services
from thidua.records.register.models import Citation, Document, Entry, Series
from thidua.records.register.tests.factories import NOW, SYSTEM, TODAY, identity, sent
from thidua.records.register.tests.parallel import at_once


@pytest.fixture
def signed(so_van_hoa):
    """A draft of the department on the clerk's table."""

    def made(title="Phát động thi đua năm 2024", kind="ke_hoach"):
        draft = services.draft(
            identity(issuer=so_van_hoa, title=title, type=kind), body=so_van_hoa, by=SYSTEM, at=NOW
        )
        draft = services.advance(draft, "submit", by=SYSTEM, at=NOW)
        return services.advance(draft, "sign", by=SYSTEM, at=NOW)

    return made


def issue(document, number, day, by=SYSTEM):
    return services.issue(document, number=number, issued_on=day, by=by, at=NOW)


@pytest.mark.parametrize("typed", ["30/KH-SVH", "30", "030/KH-SVH", "30/kh-svh"])
def test_the_number_of_the_clerks_book_is_taken_as_typed(signed, minh, as_actor, typed):
    issued = issue(signed(), typed, date(2024, 3, 20), as_actor(minh))

    assert issued.number_key == "30 kh svh"
    assert (issued.state, issued.issued_on, issued.serial, issued.series.last_serial) == (
        Document.State.ISSUED,
        date(2024, 3, 20),
        30,
        30,
    )
    assert Entry.objects.get(document=issued).direction == Entry.Direction.OUT
    line = AuditLine.objects.get(verb="register.issue")
    assert line.changes["number"] == ["", issued.number]
    assert line.changes["state"] == ["da_ky", "da_ban_hanh"]


def test_a_number_in_use_is_refused_and_the_draft_stays_where_it_was(signed):
    first = issue(signed(), "30/KH-SVH", date(2024, 3, 20))
    second = signed("Kế hoạch khác")

    with pytest.raises(Refused) as refusal:
        issue(second, "30/KH-SVH", date(2024, 3, 25))

    assert refusal.value.reasons == [
        "Số 30/KH-SVH đã dùng cho văn bản ngày 20/3/2024. Kiểm tra lại số hoặc mở văn bản đó."
    ]
    assert refusal.value.document == first
    second.refresh_from_db()
    assert (second.state, second.number) == (Document.State.SIGNED, "")


def test_the_same_number_is_free_again_in_another_year(signed):
    issue(signed(), "30/KH-SVH", date(2023, 3, 20))

    assert issue(signed("Kế hoạch khác"), "30/KH-SVH", date(2024, 3, 20)).series.year == 2024


def test_a_number_put_in_between_has_its_letter(signed):
    issue(signed(), "30/KH-SVH", date(2024, 3, 20))
    between = issue(signed("Kế hoạch khác"), "30a/KH-SVH", date(2024, 3, 20))

    assert (between.serial, between.serial_letter, between.series.last_serial) == (30, "a", 30)


def test_a_day_to_come_is_refused(signed):
    with pytest.raises(
        Refused, match=r"Ngày ký sau ngày hôm nay\. Nhập theo dạng ngày/tháng/năm, ví dụ 12/6/2024"
    ):
        issue(signed(), "30/KH-SVH", TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("ba mươi", "“ba mươi” không phải số, ký hiệu văn bản. Nhập như 30/KH-SVH."),
        ("30/QĐ-SVH", "Ký hiệu QĐ là của Quyết định, văn bản này là Kế hoạch."),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_words_that_mend_it(signed, number, why):
    with pytest.raises(Refused) as refusal:
        issue(signed(), number, date(2024, 3, 20))

    assert refusal.value.reasons[0].startswith(why)


def test_what_is_not_signed_is_not_issued(so_van_hoa):
    draft = services.draft(
        identity(issuer=so_van_hoa, title="Phát động", type="ke_hoach"), body=so_van_hoa, by=SYSTEM, at=NOW
    )

    with pytest.raises(Refused, match="không làm được khi đang ở “Đang soạn”"):
        issue(draft, "30/KH-SVH", date(2024, 3, 20))
    with pytest.raises(Refused, match="Cho số, phát hành"):
        services.advance(draft, "issue", by=SYSTEM, at=NOW)


def test_a_number_against_the_order_of_days_is_only_pointed_out(signed):
    issue(signed(), "30/KH-SVH", date(2024, 3, 20))
    late = issue(signed("Kế hoạch khác"), "29/KH-SVH", date(2024, 3, 25))

    assert numbering.order_warning(late) == (
        "Số 30/KH-SVH lớn hơn nhưng ban hành sớm hơn (ngày 20/3/2024). Xem lại số và ngày."
    )
    assert numbering.order_warning(issue(signed("Nữa"), "31/KH-SVH", date(2024, 3, 25))) == ""


def test_numbers_are_given_only_by_a_series_that_is_set_to(signed, so_van_hoa):
    with pytest.raises(Refused, match="lấy số từ sổ của văn thư"):
        issue(signed(), None, date(2024, 3, 20))

    series = services.open_series(
        so_van_hoa,
        year=2024,
        name="Kế hoạch",
        types=["ke_hoach"],
        gives_numbers=True,
        last_serial=6,
        by=SYSTEM,
        at=NOW,
    )
    assert issue(signed("Một"), None, date(2024, 3, 20)).number == "07/KH-SVH"
    assert issue(signed("Hai"), "12", date(2024, 3, 21)).number == "12/KH-SVH"
    assert issue(signed("Ba"), None, date(2024, 3, 22)).number == "13/KH-SVH"
    series.refresh_from_db()
    assert series.last_serial == 13


def test_a_replacement_ends_the_old_one_when_it_is_issued(so_van_hoa):
    old = sent(identity("45/QĐ-SVH", date(2020, 3, 2), so_van_hoa, "Ban hành Quy chế thi đua của Sở"))
    draft = services.draft(
        identity(issuer=so_van_hoa, title="Thay đổi Hội đồng sáng kiến", type="quyet_dinh"),
        body=so_van_hoa,
        replaces=old,
        by=SYSTEM,
        at=NOW,
    )
    for step in ("submit", "sign"):
        draft = services.advance(draft, step, by=SYSTEM, at=NOW)
    old.refresh_from_db()
    assert old.expires_on is None

    issue(draft, "77/QĐ-SVH", date(2024, 6, 3))

    old.refresh_from_db()
    assert old.expires_on == date(2024, 6, 3)
    assert Citation.objects.filter(relation=Citation.Relation.REPLACES).count() == 1


def test_only_the_clerk_gives_numbers(signed, so_van_hoa, son, tung, as_actor):
    for user in (son, tung):
        with pytest.raises(Refused, match="việc của văn thư"):
            issue(signed(f"Cho {user}"), "30/KH-SVH", date(2024, 3, 20), as_actor(user))


@pytest.mark.django_db(transaction=True)
def test_officers_who_issue_at_once_get_each_their_number_none_lost_none_doubled(
    real_database, so_van_hoa, signed
):
    series = services.open_series(
        so_van_hoa, year=2024, name="Kế hoạch", types=["ke_hoach"], gives_numbers=True, by=SYSTEM, at=NOW
    )
    drafts = [signed(f"Kế hoạch thứ {place}").pk for place in range(12)]
    gate = threading.Barrier(len(drafts))

    def take(pk):
        mine = Document.objects.get(pk=pk)
        gate.wait(timeout=20)
        return issue(mine, None, date(2024, 3, 20), system(TODAY)).serial

    assert sorted(at_once(take, drafts)) == list(range(1, 13))
    series.refresh_from_db()
    assert series.last_serial == 12
    assert chain.verify().broken is None


@pytest.mark.django_db(transaction=True)
def test_of_officers_who_type_the_same_number_at_once_one_has_it(real_database, so_van_hoa, signed):
    drafts = [signed(f"Kế hoạch thứ {place}").pk for place in range(6)]
    gate = threading.Barrier(len(drafts))

    def take(pk):
        mine = Document.objects.get(pk=pk)
        gate.wait(timeout=20)
        return issue(mine, "30/KH-SVH", date(2024, 3, 20), system(TODAY))

    outcomes = at_once(take, drafts)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Document"] + ["InTheWay"] * 5
    assert Document.objects.filter(number="30/KH-SVH").count() == 1
    assert Series.objects.count() == 1
    assert Document.objects.filter(state=Document.State.SIGNED).count() == 5


@pytest.mark.django_db(transaction=True)
def test_bodies_that_enter_one_document_at_once_share_it(real_database, tan_giang, so_van_hoa, so_noi_vu):
    gate = threading.Barrier(2)
    named = identity("64/KH-UBND", date(2024, 3, 6), tan_giang, "Tuyên truyền")

    def take(body):
        gate.wait(timeout=20)
        return services.enter(named, body=body, direction="den", by=system(TODAY), at=NOW).document_id

    outcomes = at_once(take, [so_van_hoa, so_noi_vu])

    assert outcomes[0] == outcomes[1]
    assert (Document.objects.count(), Entry.objects.count()) == (1, 2)
