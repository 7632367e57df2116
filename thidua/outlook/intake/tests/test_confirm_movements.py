"""Ghi vào sổ: movements of others, our own, and what answers what, by the headings of a report."""

import pytest

from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Taken
from thidua.outlook.intake.tests.samples import MOVEMENTS
from thidua.work.movements.models import Movement, MovementDocument, Response

pytestmark = pytest.mark.django_db

LAUNCH = MovementDocument.Part.LAUNCH


@pytest.fixture
def confirm(as_actor, minh, now):
    return lambda reading, **options: services.confirm(reading, by=as_actor(minh), at=now, **options)


@pytest.fixture
def report(read_by, minh, tan_giang):
    return read_by(minh, MOVEMENTS)


@pytest.fixture
def written(report, looked_through, minh, confirm):
    confirm(looked_through(report, minh))
    return report


def ours(name):
    return Movement.objects.get(name__contains=name, launcher__code="SVH")


def answered(movement):
    return {
        row.superior.launcher.name: row.superior.name
        for row in Response.objects.filter(ours=movement).select_related("superior__launcher")
    }


def test_a_plan_of_others_launches_their_movement(written, tan_giang):
    movement = Movement.objects.get(name__contains="chung tay vì người nghèo")

    assert movement.launcher == tan_giang
    assert movement.papers.get(part=LAUNCH).document.number == "167/KH-UBND"
    assert (movement.period_label, str(movement.launched_on)) == ("giai đoạn 2021 - 2025", "2022-07-12")


def test_an_own_plan_launches_an_own_movement(written, so_van_hoa):
    movement = ours("phát triển văn hóa đọc")

    assert (movement.launcher, movement.body) == (so_van_hoa, so_van_hoa)
    assert movement.form == Movement.Form.THEMATIC
    assert str(movement.papers.get(part=LAUNCH).document.issued_on) == "2024-05-22"


def test_of_one_number_on_two_days_each_movement_gets_its_own(written):
    assert str(ours("văn hóa công sở").papers.get().document.issued_on) == "2019-10-24"
    assert {ours("văn hóa công sở").papers.get().document.number} == {"46/KH-SVH"}


def test_the_heading_says_whom_a_plan_answers_and_one_plan_may_answer_two(written):
    found = answered(ours("xây dựng xã hội học tập"))

    assert set(found) == {"Thủ tướng Chính phủ", "Ủy ban nhân dân tỉnh Tân Giang"}


def test_the_superiors_movement_is_the_known_one_that_says_nearly_the_same(written):
    found = answered(ours("xây dựng xã hội học tập"))

    assert found["Ủy ban nhân dân tỉnh Tân Giang"].startswith("Cả nước thi đua xây dựng xã hội học tập")


def test_a_heading_that_names_a_directive_means_the_movement_that_it_launched(written):
    found = answered(ours("phát triển kinh tế - xã hội"))

    assert set(found) == {"Thủ tướng Chính phủ", "Ủy ban nhân dân tỉnh Tân Giang"}
    movement = Movement.objects.get(
        launcher__name="Thủ tướng Chính phủ", papers__document__number="19/CT-TTg"
    )
    assert found["Thủ tướng Chính phủ"] == movement.name


def test_a_letter_without_a_number_registers(written, tan_giang):
    row = Response.objects.get(superior__name__contains="Doanh nghiệp", superior__launcher=tan_giang)

    assert (row.kind, row.document, row.ours) == (Response.Kind.REGISTRATION, None, None)
    assert "đăng ký" in row.note


def test_of_several_offices_in_a_heading_the_one_that_is_named_is_meant(written):
    found = answered(ours("nội chính"))

    assert list(found) == ["Tỉnh ủy Tân Giang"]


def test_an_answer_without_paper_is_one(written):
    row = Response.objects.get(superior__name__contains="phòng cháy")

    assert row.kind == Response.Kind.WITHOUT_PAPER


def test_a_regular_movement_that_is_only_listed_is_one_too(written):
    movement = Movement.objects.get(form=Movement.Form.REGULAR)

    assert movement.name == "Thi đua trong công chức, người lao động"
    assert movement.papers.get().document.number == "68/KH-SVH"


def test_a_second_time_nothing_is_doubled(written, confirm, report):
    counts = (Movement.objects.count(), Response.objects.count())

    Proposal.objects.filter(reading=report, kind=Proposal.Kind.MOVEMENT).update(written=False)
    Taken.objects.filter(proposal__kind=Proposal.Kind.MOVEMENT).delete()
    confirm(report)

    assert (Movement.objects.count(), Response.objects.count()) == counts


def test_it_says_from_where_it_was_taken(written):
    row = Taken.objects.filter(subject=f"movements.Movement:{ours('nội chính').pk}").first()

    assert "nội chính" in " ".join(written.text[row.start : row.end].split())


def test_what_an_officer_says_of_the_part_stands_alone(report, looked_through, minh, confirm, as_actor, now):
    rows = report.proposals.filter(kind=Proposal.Kind.MOVEMENT)
    row = next(row for row in rows if "nội chính" in row.proposed["name"])
    services.edit(row, {"role": "mentioned", "launcher": "Tỉnh ủy"}, by=as_actor(minh), at=now)

    confirm(looked_through(report, minh))

    movement = Movement.objects.get(name__contains="nội chính")
    assert movement.launcher.name == "Tỉnh ủy Tân Giang"
    assert not Movement.objects.filter(launcher__code="SVH", name__contains="nội chính").exists()
