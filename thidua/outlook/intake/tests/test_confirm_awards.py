"""Ghi vào sổ: award figures that were granted become counts; what was only proposed stays in the reading."""

import pytest
from django.urls import reverse

from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Taken
from thidua.records.awards import selectors as awards
from thidua.records.awards.models import Award
from thidua.records.orgs.actors import actor_for
from thidua.vn.periods import parse

pytestmark = pytest.mark.django_db

KIND = Proposal.Kind
REPORT = """SỞ VĂN HÓA TỈNH TÂN GIANG
Số: 90/BC-SVH
Tân Giang, ngày 10 tháng 6 năm 2024

BÁO CÁO
Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024

4.3. Kết quả khen thưởng năm 2023.
- Giám đốc Sở Văn hóa tặng Giấy khen cho 12 cá nhân, 03 tập thể năm 2023; công nhận 29 Lao động tiên tiến năm 2023.
- Ủy ban nhân dân tỉnh tặng Bằng khen cho 02 cá nhân năm 2023.
- Đề nghị Ủy ban nhân dân tỉnh tặng Bằng khen cho 04 cá nhân năm 2024.
"""


@pytest.fixture
def later(now):
    return now.replace(month=7, day=12)


@pytest.fixture
def actor(minh, later):
    return actor_for(minh, later.date())


@pytest.fixture
def report(read_by, minh, tan_giang):
    return read_by(minh, REPORT)


@pytest.fixture
def written(report, looked_through, minh, actor, later):
    services.confirm(looked_through(report, minh), by=actor, at=later)
    return report


def test_what_was_granted_is_counted_with_the_report_as_its_source(written, actor, so_van_hoa, tan_giang):
    rows = awards.counts_in(actor, parse("2023"), body=so_van_hoa)

    assert {(row.code, row.of_whom, row.count, row.decided_by) for row in rows} == {
        ("LDTT", "ca_nhan", 29, so_van_hoa),
        ("GK", "ca_nhan", 12, so_van_hoa),
        ("GK", "tap_the", 3, so_van_hoa),
        ("BKBT", "ca_nhan", 2, tan_giang),
    }
    line = rows[0].lines[0]
    assert (line.source, line.source_document.type, line.home) == ("bao_cao", "bao_cao", so_van_hoa)
    assert "29 Lao động tiên tiến" in line.printed
    assert Taken.objects.filter(subject=f"awards.Award:{line.pk}").exists()


def test_what_was_only_proposed_stays_in_the_reading_and_says_why(written, sign_in, minh):
    proposed = written.proposals.get(kind=KIND.AWARD, proposed__state="proposed")

    assert (proposed.decision, proposed.written) == ("nhan", False)
    assert Award.objects.count() == 4
    html = sign_in(minh).get(reverse("intake:reading", args=[written.pk])).content.decode()
    assert "chưa phải kết quả khen thưởng nên ở lại bản đọc" in html
    assert "phân hệ" not in html


def test_a_second_confirmation_writes_nothing_twice(written, actor, later):
    services.confirm(written, by=actor, at=later)

    assert Award.objects.count() == 4


def test_a_figure_without_its_period_is_told_beside_its_card(report, looked_through, minh, actor, later):
    row = report.proposals.filter(kind=KIND.AWARD, proposed__award_code="LDTT").get()
    services.edit(row, {"period": None}, by=actor, at=later)

    with pytest.raises(Refused, match="Chưa rõ kỳ thành tích"):
        services.confirm(looked_through(report, minh), by=actor, at=later)
    assert not Award.objects.exists()


def test_an_officer_names_another_award(report, looked_through, minh, actor, later):
    row = report.proposals.filter(kind=KIND.AWARD, proposed__award_code="LDTT").get()
    services.edit(row, {"award": "Chiến sĩ thi đua cơ sở"}, by=actor, at=later)

    services.confirm(looked_through(report, minh), by=actor, at=later)

    assert Award.objects.filter(code="CSTDCS", count=29).exists()


def test_the_card_leads_to_the_line_of_the_register(written, sign_in, minh):
    html = sign_in(minh).get(reverse("intake:reading", args=[written.pk])).content.decode()

    for award in Award.objects.all():
        assert reverse("awards:award", args=[award.pk]) in html
