"""The real documents, read and written as their officer would."""

import pytest

from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.tests.test_refresh_matches import matches
from thidua.records.awards.models import Award
from thidua.records.orgs.tests import factories
from thidua.records.register.models import Citation, Document, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    province = factories.unit("Ủy ban nhân dân tỉnh Kiên Giang", "UBND", level="tinh")
    department = factories.unit("Sở Du lịch tỉnh Kiên Giang", "SDL", parent=province)
    factories.unit("Sở Nội vụ tỉnh Kiên Giang", "SNV", parent=province)
    return factories.user("dulich", "Chuyên viên Sở Du lịch", department, "chuyen_vien", "van_thu")


@pytest.fixture
def written(read_by, looked_through, officer, as_actor, now, seed_text):
    def write(number):
        reading = looked_through(read_by(officer, seed_text(number), f"{number}.txt"), officer)
        done = services.confirm(reading, by=as_actor(officer), at=now)
        reading.refresh_from_db()
        return reading, done.document

    return write


def test_the_report_brings_about_fifty_cited_documents(written):
    _, report = written("000")

    cited = Citation.objects.filter(source=report)
    assert 40 <= cited.count() <= 55
    assert set(cited.values_list("target__origin", flat=True)) == {Document.Origin.REPORTED}
    entry = Entry.objects.get(document=report)
    assert (entry.direction, entry.document.type) == (Entry.Direction.OUT, "bao_cao")


def test_the_same_number_on_two_days_is_two_documents(written):
    written("000")

    days = (
        Document.objects.filter(number="64/KH-UBND").order_by("issued_on").values_list("issued_on", flat=True)
    )
    assert [str(day) for day in days] == ["2022-03-22", "2024-03-06"]


def test_numbers_of_the_office_and_of_its_province_find_their_issuer(written, officer):
    written("000")

    own = Document.objects.filter(number__endswith="-SDL")
    assert own.count() >= 15
    assert set(own.values_list("issuer__code", flat=True)) == {"SDL"}
    above = Document.objects.filter(number__endswith="/KH-UBND")
    assert set(above.values_list("issuer__name", flat=True)) == {"Ủy ban nhân dân tỉnh Kiên Giang"}


def test_the_plan_of_the_province_is_recognised(written, read_by, officer, seed_text):
    written("000")

    plan = read_by(officer, seed_text("001"), "ke hoach.txt")

    found = matches(plan)
    assert ("same", None, "64/KH-UBND") in found
    assert ("implements", "26/KH-SDL", "64/KH-UBND") in found
    same = plan.proposals.filter(kind=Proposal.Kind.MATCH).first()
    assert str(Document.objects.get(pk=same.fact["right"]).issued_on) == "2024-03-06"


def test_the_plan_of_the_province_is_recognised_when_it_came_first(written, officer, as_actor, now):
    plan, _ = written("001")
    report, _ = written("000")

    assert ("same", "", "64/KH-UBND") in matches(report)
    assert ("implements", "26/KH-SDL", "64/KH-UBND") in matches(report)
    services.refresh_matches(plan, by=as_actor(officer), at=now)
    assert ("same", "", "64/KH-UBND") in matches(plan)
    assert ("implements", "26/KH-SDL", "64/KH-UBND") in matches(plan)


def test_the_notice_asks_about_the_incomplete_number_and_does_not_replace_anything(
    read_by, officer, seed_text
):
    notice = read_by(officer, seed_text("004"), "thong bao.txt")

    rows = {row.proposed["number"]: row for row in notice.proposals.filter(kind=Proposal.Kind.CITATION)}
    assert rows["01/2024/BNV"].is_low
    assert rows["876/QĐ-UBND"].proposed["relation"] == Citation.Relation.CITES
    assert rows["876/QĐ-UBND"].proposed["will_be_replaced"]


def test_the_plan_of_the_centre_carries_out_that_of_its_department(read_by, officer, seed_text):
    plan = read_by(officer, seed_text("003"), "ke hoach trung tam.txt")

    rows = {row.proposed["number"]: row for row in plan.proposals.filter(kind=Proposal.Kind.CITATION)}
    assert rows["08/KH-SLĐTBXH"].proposed["relation"] == Citation.Relation.IMPLEMENTS
    assert rows["34-CT/TW"].proposed["relation"] == Citation.Relation.CITES


def test_the_report_brings_its_award_figures_as_counts(written, officer):
    _, report = written("000")

    rows = Award.objects.filter(source_document=report)
    told = {(row.code, row.of_whom, row.count, row.year) for row in rows}
    assert {
        ("LDTT", "ca_nhan", 29, 2023),
        ("TTLDXS", "tap_the", 3, 2023),
        ("KNC", "ca_nhan", 7, 2023),
    } <= told
    assert ("CSTDCS", "ca_nhan", 5, 2023) in told
    assert rows.count() == 11
    ministry = {row.decided_by.name for row in rows if row.code == "KNC"}
    assert ministry == {"Bộ Văn hóa, Thể thao và Du lịch"}
    own = {row.decided_by.code for row in rows if row.code in ("LDTT", "GK", "CSTDCS")}
    assert own == {"SDL"}
