"""Who sees which meetings; meetings of a period and a topic; units that ended."""

from datetime import date

from thidua.records.meetings import selectors, services
from thidua.records.meetings.tests.factories import NOW, SYSTEM, met, named
from thidua.records.orgs.models import Succession
from thidua.records.orgs.tests import factories
from thidua.vn.periods import parse


def test_a_body_sees_its_own(as_actor, minh, son, thao, tung, dung, so_van_hoa, so_van_hoa_nam_hai):
    ours, theirs = met(so_van_hoa), met(so_van_hoa_nam_hai)

    for user in (minh, son, thao):
        assert list(selectors.visible_to(as_actor(user))) == [ours]
    assert list(selectors.visible_to(as_actor(tung))) == [theirs]
    assert not selectors.visible_to(as_actor(dung)).exists()
    assert selectors.visible_to(SYSTEM).count() == 2


def test_meetings_of_a_body_that_ended_are_its_successors(as_actor, minh, so_van_hoa, tan_giang):
    old = factories.unit("Sở Du lịch tỉnh Tân Giang", "SDL", parent=tan_giang)
    meeting = met(old)
    assert not selectors.visible_to(as_actor(minh)).exists()

    old.dissolved_on = date(2024, 5, 1)
    old.save()
    Succession.objects.create(
        predecessor=old, successor=so_van_hoa, kind="hop_nhat", on=date(2024, 5, 1), by_document="12/NQ-HĐND"
    )

    assert list(selectors.visible_to(as_actor(minh))) == [meeting]
    assert list(selectors.meetings_in(as_actor(minh), parse("2024H1"), body=so_van_hoa)) == [meeting]
    services.add_roll(meeting, named("Lê Văn A"), by=as_actor(minh), at=NOW)


def test_a_period_takes_its_first_day_and_not_the_day_after_its_last(so_van_hoa):
    first, last, _after = (
        met(so_van_hoa, held_on=day) for day in (date(2024, 1, 1), date(2024, 6, 30), date(2024, 7, 1))
    )

    assert list(selectors.meetings_in(SYSTEM, parse("2024H1"))) == [first, last]


def test_one_meeting_serves_several_topics(so_van_hoa):
    both = met(so_van_hoa, topics=["chi_dao", "tuyen_truyen"])
    met(so_van_hoa, topics=["khen_thuong"])

    for topic in ("chi_dao", "tuyen_truyen"):
        assert list(selectors.meetings_in(SYSTEM, parse("2024H1"), topic)) == [both]
    assert not selectors.meetings_in(SYSTEM, parse("2024H1"), "bo_may").exists()


def test_search_needs_no_marks(so_van_hoa):
    meeting = met(so_van_hoa, "Họp cơ quan tháng 3", place="Hội trường lớn")

    assert list(selectors.in_words(selectors.visible_to(SYSTEM), "hop hoi truong")) == [meeting]
    assert not selectors.in_words(selectors.visible_to(SYSTEM), "hội nghị").exists()


def test_the_calendar_shows_the_working_body(as_actor, minh, so_van_hoa, so_noi_vu):
    meeting = met(so_van_hoa, held_on=date(2024, 6, 20))
    met(so_noi_vu, held_on=date(2024, 6, 20))

    (day,) = selectors.calendar(as_actor(minh), date(2024, 6, 1), date(2024, 7, 1))
    assert (day.on, day.title, day.url) == (meeting.held_on, meeting.name, f"/hop/{meeting.pk}/")


def test_the_roll_is_told_by_unit(so_van_hoa, phong_di_san):
    meeting = met(so_van_hoa)
    rows = [
        services.RollRow("A", unit=phong_di_san),
        services.RollRow("B", unit=phong_di_san, present=False),
        services.RollRow("C", unit=so_van_hoa),
        services.RollRow("D"),
    ]
    services.add_roll(meeting, rows, by=SYSTEM, at=NOW)

    told = selectors.units_of_roll(meeting)
    assert {(unit.name if unit else None, came, lines) for unit, came, lines in told} == {
        (so_van_hoa.name, 1, 1),
        (phong_di_san.name, 1, 2),
        (None, 1, 1),
    }
    assert told[-1][0] is None
