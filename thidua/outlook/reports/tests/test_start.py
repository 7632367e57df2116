from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.reports import selectors, services
from thidua.outlook.reports.models import Report
from thidua.vn import periods

pytestmark = pytest.mark.django_db


def test_a_report_is_begun_with_its_period_and_title(report):
    assert (report.period, report.since, report.until) == ("2024H1", date(2024, 1, 1), date(2024, 7, 1))
    assert report.title.startswith("Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024")
    assert report.state == Report.State.DRAFT
    assert AuditLine.objects.filter(verb="reports.start").count() == 1


def test_one_a_body_outline_and_period(report, so_van_hoa, minh, acts):
    with pytest.raises(Refused) as no:
        services.start("so-6-thang", periods.parse("2024H1"), body=so_van_hoa, **acts(minh))

    assert "Đã có báo cáo 6 tháng đầu năm 2024" in str(no.value)
    assert Report.objects.count() == 1


def test_after_one_was_dropped_another_may_be_begun(report, so_van_hoa, minh, acts):
    dropped = services.advance(report, "drop", note="Lập nhầm.", **acts(minh))
    services.start("so-6-thang", periods.parse("2024H1"), body=so_van_hoa, **acts(minh))

    with pytest.raises(Refused, match="Đã có báo cáo khác cùng kỳ"):
        services.advance(dropped, "resume", note="Soạn tiếp.", **acts(minh))


def test_a_period_that_has_not_begun_is_refused(so_van_hoa, minh, acts):
    with pytest.raises(Refused, match="chưa bắt đầu"):
        services.start("so-6-thang", periods.parse("2025H1"), body=so_van_hoa, **acts(minh))


def test_an_outline_that_is_gone_is_refused(so_van_hoa, minh, acts):
    with pytest.raises(Refused, match="Đề cương này không còn"):
        services.start("own:999", periods.parse("2024H1"), body=so_van_hoa, **acts(minh))


@pytest.mark.parametrize("who", ["son", "ha", "thao", "tung", "binh"])
def test_only_who_writes_for_the_body_begins_one(who, so_van_hoa, acts, request):
    with pytest.raises(Refused, match="Không có quyền lập báo cáo"):
        services.start(
            "so-6-thang", periods.parse("2024H1"), body=so_van_hoa, **acts(request.getfixturevalue(who))
        )

    assert not Report.objects.exists()


def test_nobody_reports_to_oneself(so_van_hoa, phong_di_san, minh, acts):
    with pytest.raises(Refused, match="Nơi nhận là chính cơ quan"):
        services.start(
            "so-6-thang",
            periods.parse("2024H1"),
            body=so_van_hoa,
            send_to=phong_di_san,
            **acts(minh),
        )


def test_facts_are_put_right(report, so_van_hoa, minh, acts, tan_giang):
    services.correct(
        report,
        title="Sơ kết  công tác thi đua 6 tháng",
        request=None,
        send_to=tan_giang,
        due_on=date(2024, 6, 20),
        **acts(minh),
    )
    report.refresh_from_db()

    assert (report.title, report.send_to, report.request) == (
        "Sơ kết công tác thi đua 6 tháng",
        tan_giang,
        None,
    )
    assert AuditLine.objects.latest("seq").verb == "reports.correct"


def test_the_title_of_the_paper_is_the_officers(report, minh, acts, composed):
    facts = {"request": None, "send_to": None, "due_on": None}
    services.correct(report, title="Sơ kết phong trào thi đua", **facts, **acts(minh))

    assert composed(report, minh).built.abstract == "Sơ kết phong trào thi đua"


def test_the_superiors_letter_is_proposed(letter, records, so_van_hoa, minh, as_actor):
    assert list(selectors.letters_asking(as_actor(minh), so_van_hoa)) == [letter]


@pytest.mark.parametrize(
    ("day", "label"),
    [(date(2024, 6, 12), "2024H1"), (date(2024, 7, 5), "2024H1"), (date(2024, 11, 1), "2024H2")],
)
def test_the_half_year_that_one_reports_on_is_proposed(day, label):
    assert selectors.likely_period(day).label == label
