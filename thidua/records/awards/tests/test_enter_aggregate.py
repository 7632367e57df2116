"""So many awards without names."""

import pytest
from django.db import IntegrityError, transaction

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import counted, given
from thidua.records.orgs.tests import factories


def test_a_count_stands_with_its_source(as_actor, minh, so_van_hoa):
    award = counted("LDTT", 29, so_van_hoa, by=as_actor(minh), authority="Giám đốc Sở Văn hóa")

    assert award.is_aggregate
    assert (award.count, award.home, award.decider) == (29, so_van_hoa, "Giám đốc Sở Văn hóa")
    (line,) = AuditLine.objects.filter(verb="awards.enter_aggregate")
    assert line.subject_text == "29 Lao động tiên tiến, năm 2023"


def test_the_same_figure_again_is_the_line_that_is_there(so_van_hoa):
    first = counted("LDTT", 29, so_van_hoa)

    assert counted("LDTT", 29, so_van_hoa) == first
    assert counted("LDTT", 28, so_van_hoa) != first
    assert AuditLine.objects.filter(verb="awards.enter_aggregate").count() == 2


def test_nothing_is_no_figure(so_van_hoa):
    with pytest.raises(Refused, match="từ 1 trở lên"):
        counted("LDTT", 0, so_van_hoa)


def test_a_count_of_a_title_names_for_whom_it_is(so_van_hoa):
    with pytest.raises(Refused, match="không dành cho tập thể"):
        counted("LDTT", 3, so_van_hoa, of_whom="tap_the")
    with pytest.raises(Refused, match="Chọn đối tượng"):
        counted("LDTT", 3, so_van_hoa, of_whom="")


@pytest.mark.parametrize("who", ["son", "tung", "dung"])
def test_who_may_not_write_is_refused(request, as_actor, so_van_hoa, who):
    with pytest.raises(Refused, match="Không có quyền"):
        counted("LDTT", 29, so_van_hoa, by=as_actor(request.getfixturevalue(who)))


def test_the_database_takes_no_award_of_two_recipients(so_van_hoa, phong_di_san):
    award = given("GK", factories.person("Lê Văn A", phong_di_san), so_van_hoa)

    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.filter(pk=award.pk).update(unit=phong_di_san)
    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.filter(pk=award.pk).update(count=2)
