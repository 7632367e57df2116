"""Ghi vào sổ: meetings with their turnout, nil statements, drafts and plans of an own report, each once."""

import pytest

from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Taken
from thidua.outlook.intake.tests.samples import MOVEMENTS
from thidua.records.meetings.models import Meeting
from thidua.records.orgs.actors import actor_for
from thidua.records.register import selectors as register
from thidua.records.register.models import Document, Statement, Topic
from thidua.records.register.nil import Matter
from thidua.vn.periods import parse
from thidua.work.movements.models import Milestone
from thidua.work.programme.models import Task

pytestmark = pytest.mark.django_db

KIND = Proposal.Kind


@pytest.fixture
def later(now):
    """After the half-year that the report is about."""
    return now.replace(month=7, day=12)


@pytest.fixture
def actor(minh, later):
    return actor_for(minh, later.date())


@pytest.fixture
def report(read_by, minh, tan_giang):
    return read_by(minh, MOVEMENTS)


@pytest.fixture
def confirm(actor, later):
    return lambda reading, **options: services.confirm(reading, by=actor, at=later, **options)


@pytest.fixture
def written(report, looked_through, minh, confirm):
    confirm(looked_through(report, minh))
    return report


def test_two_sections_tell_of_one_meeting(written):
    meeting = Meeting.objects.get()

    assert meeting.name == "Họp cơ quan định kỳ"
    assert set(meeting.topics) == {Topic.DIRECTION, Topic.PUBLICITY}
    assert meeting.is_folded_into
    assert Taken.objects.filter(subject=f"meetings.Meeting:{meeting.pk}").count() == 2


def test_who_came_stands_with_the_report_as_its_source(written):
    turnout = Meeting.objects.get().turnout

    assert (turnout.present, turnout.expected) == (29, 29)
    assert turnout.document.type == "bao_cao"
    assert turnout.printed.startswith("29/29 công chức")


def test_the_day_is_not_invented_only_the_period_is_known(written):
    meeting = Meeting.objects.get()

    assert meeting.held_on is None
    assert meeting.when == "trong 6 tháng đầu năm 2024"


def test_what_is_cited_in_its_sections_was_told_of_there(written):
    numbers = set(Meeting.objects.get().told.values_list("document__number", flat=True))

    assert {"167/KH-UBND", "34-CT/TW"} <= numbers
    assert "46/KH-SVH" not in numbers


def test_an_officer_says_that_they_are_two_meetings(report, looked_through, minh, confirm, actor, later):
    second = report.proposals.get(kind=KIND.ATTENDANCE, position=2)
    services.edit(second, {"same_as": None, "held_on": "2024-05-06"}, by=actor, at=later)

    confirm(looked_through(report, minh))

    assert {str(meeting.held_on) for meeting in Meeting.objects.all()} == {"None", "2024-05-06"}


def test_that_nothing_happened_is_a_statement_for_the_period(written, so_van_hoa, actor):
    for matter in (Matter.COMPLAINTS, Matter.EXEMPLARS):
        said = register.nil_in(actor, matter, parse("2024H1"), body=so_van_hoa)
        assert said.document.type == "bao_cao"
        assert said.printed


def test_before_the_period_is_over_it_speaks_for_the_days_that_are(
    report, looked_through, minh, as_actor, now
):
    services.confirm(looked_through(report, minh), by=as_actor(minh), at=now)

    assert {row.period_until for row in Statement.objects.all()} == {now.date().replace(day=now.day + 1)}


def test_a_document_that_is_being_written_is_a_draft(written, so_van_hoa):
    draft = Document.objects.get(state=Document.State.DRAFT)

    assert (draft.type, draft.origin) == ("quy_che", Document.Origin.REPORTED)
    assert draft.entries.get().body == so_van_hoa


def test_the_end_of_a_movement_that_is_planned_is_its_milestone(written):
    stone = Milestone.objects.get()

    assert stone.movement.name == "thực hiện nhiệm vụ phát triển văn hóa đọc"
    assert (stone.kind, stone.planned_text, str(stone.latest_on)) == (
        Milestone.Kind.CONCLUSION,
        "tháng 12 năm 2024",
        "2024-12-31",
    )


def test_what_the_office_sets_itself_is_its_own_by_the_time_of_the_heading(written, so_van_hoa):
    tasks = Task.objects.filter(deadline_text__iexact="6 tháng cuối năm 2024")

    assert len(tasks) == 2
    assert {task.unit for task in tasks} == {so_van_hoa}


def test_again_nothing_is_doubled(written, report, confirm):
    models = (Meeting, Statement, Document, Milestone, Task)
    before = [model.objects.count() for model in models]

    assert confirm(report).written == 0
    assert [model.objects.count() for model in models] == before


def test_a_period_that_nobody_knows_is_asked_for_beside_the_card(
    report, looked_through, minh, confirm, actor, later
):
    row = report.proposals.filter(kind=KIND.NIL).first()
    services.edit(row, {"period": None}, by=actor, at=later)

    with pytest.raises(services.RefusedAt, match="nhập kỳ") as refused:
        confirm(looked_through(report, minh))

    assert refused.value.proposal_id == row.pk
    assert not Statement.objects.exists()
