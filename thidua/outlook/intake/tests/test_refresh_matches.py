"""Which known document a file seems to be, and what implements it: proposed with reasons, in either order of arrival."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.tests.samples import PLAN, REPORT
from thidua.records.register.models import Citation, Dismissal, Document

pytestmark = pytest.mark.django_db


def matches(reading):
    """(kind, left number, right number) of each proposed match."""
    documents = Document.objects.in_bulk()
    return [
        (fact["kind"], fact["left"] and documents[fact["left"]].number, documents[fact["right"]].number)
        for fact in (row.fact for row in reading.proposals.filter(kind=Proposal.Kind.MATCH))
    ]


@pytest.fixture
def confirmed(read_by, looked_through, minh, as_actor, now, tan_giang):
    """Reads a text as Minh and writes what is certain."""

    def confirm(text, name="van ban.txt"):
        reading = looked_through(read_by(minh, text, name), minh)
        services.confirm(reading, by=as_actor(minh), at=now)
        reading.refresh_from_db()
        return reading

    return confirm


def test_a_plan_without_number_seems_to_be_the_one_that_the_report_cites(confirmed, read_by, minh):
    confirmed(REPORT)

    plan = read_by(minh, PLAN)

    assert matches(plan) == [
        ("same", None, "77/KH-UBND"),
        ("implements", "26/KH-SVH", "77/KH-UBND"),
    ]
    same = plan.proposals.filter(kind=Proposal.Kind.MATCH).first().fact
    assert Document.objects.get(pk=same["right"]).issued_on.year == 2024
    assert "cùng nơi ban hành" in same["reasons"]


def test_the_same_when_the_plan_came_first(confirmed, minh, as_actor, now):
    plan = confirmed(PLAN, "ke hoach.txt")
    report = confirmed(REPORT, "bao cao.txt")

    held = Document.objects.get(is_stub=False, type="ke_hoach")
    assert ("same", held.number, "77/KH-UBND") in matches(report)
    assert ("implements", "26/KH-SVH", "77/KH-UBND") in matches(report)
    services.refresh_matches(plan, by=as_actor(minh), at=now)
    assert ("same", held.number, "77/KH-UBND") in matches(plan)
    assert ("implements", "26/KH-SVH", "77/KH-UBND") in matches(plan)


def test_an_accepted_match_makes_one_document_with_the_number(
    confirmed, read_by, looked_through, minh, as_actor, now
):
    confirmed(REPORT)
    plan = looked_through(read_by(minh, PLAN), minh)
    for row in plan.proposals.filter(kind=Proposal.Kind.MATCH):
        services.decide(row, "nhan", by=as_actor(minh), at=now)

    done = services.confirm(plan, by=as_actor(minh), at=now)

    [held] = Document.objects.filter(number="77/KH-UBND", issued_on__year=2024, merged_into=None)
    assert done.document == held
    assert not held.is_stub
    assert held.title.startswith("Tuyên truyền về gương người tốt")
    edge = Citation.objects.get(relation=Citation.Relation.IMPLEMENTS, target=held)
    assert edge.source.number == "26/KH-SVH"
    assert "trích yếu giống" in edge.reason


def test_a_match_accepted_after_the_plan_was_written_merges_the_two(confirmed, minh, as_actor, now):
    confirmed(PLAN, "ke hoach.txt")
    report = confirmed(REPORT, "bao cao.txt")
    for row in report.proposals.filter(kind=Proposal.Kind.MATCH):
        services.decide(row, "nhan", by=as_actor(minh), at=now)

    services.confirm(report, by=as_actor(minh), at=now)

    [held] = Document.objects.filter(number="77/KH-UBND", issued_on__year=2024, merged_into=None)
    assert not held.is_stub
    assert Citation.objects.filter(target=held, source__type="bao_cao").exists()
    assert Citation.objects.filter(target=held, source__number="26/KH-SVH").exists()


def test_a_match_that_was_turned_down_is_not_proposed_again(
    confirmed, read_by, looked_through, minh, as_actor, now
):
    confirmed(PLAN, "ke hoach.txt")
    report = looked_through(read_by(minh, REPORT, "bao cao.txt"), minh)
    later = report.proposals.filter(kind=Proposal.Kind.CITATION).first()
    services.decide(later, "bo", by=as_actor(minh), at=now)
    services.confirm(report, by=as_actor(minh), at=now)
    for row in report.proposals.filter(kind=Proposal.Kind.MATCH):
        services.decide(row, "bo", by=as_actor(minh), at=now)
    services.decide(later, "nhan", by=as_actor(minh), at=now)

    services.confirm(report, by=as_actor(minh), at=now)

    assert set(Dismissal.objects.values_list("kind", flat=True)) == {"same", "implements"}


def test_nothing_changes_where_the_register_says_the_same(confirmed, read_by, minh, as_actor, now):
    confirmed(REPORT)
    plan = read_by(minh, PLAN)
    lines = AuditLine.objects.count()

    assert services.refresh_matches(plan, by=as_actor(minh), at=now) == 0
    assert AuditLine.objects.count() == lines


def test_an_undecided_match_goes_when_the_register_no_longer_offers_it(
    confirmed, read_by, minh, as_actor, now
):
    confirmed(REPORT)
    plan = read_by(minh, PLAN)
    Document.objects.filter(number="26/KH-SVH").update(title="Cải cách hành chính")

    assert services.refresh_matches(plan, by=as_actor(minh), at=now) == 1
    assert matches(plan) == [("same", None, "77/KH-UBND")]


def test_tung_sees_no_match_in_a_register_of_others(confirmed, read_by, tung):
    confirmed(REPORT)

    assert matches(read_by(tung, PLAN)) == []
