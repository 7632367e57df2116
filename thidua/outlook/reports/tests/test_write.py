from datetime import timedelta

import pytest
from django.urls import reverse

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.reports import services
from thidua.outlook.reports.models import Narrative

pytestmark = pytest.mark.django_db
BLOCK = "strengths"


def test_words_stand_in_the_report(report, minh, acts, block_of):
    services.write(report, BLOCK, "  Phong trào có chuyển biến.  \n- Nề nếp hơn;", **acts(minh))

    block = block_of(report, BLOCK, minh)

    assert (block.state, block.text) == ("written", "Phong trào có chuyển biến.\n- Nề nếp hơn;")
    assert AuditLine.objects.latest("seq").changes["heading"].startswith("1. ")


def test_the_same_words_again_leave_no_trace(report, minh, acts):
    services.write(report, BLOCK, "Tốt.", **acts(minh))
    lines = AuditLine.objects.count()

    services.write(report, BLOCK, "Tốt.", **acts(minh))

    assert AuditLine.objects.count() == lines


def test_nothing_to_say_is_said(report, minh, acts, block_of):
    services.skip(report, BLOCK, **acts(minh))

    assert block_of(report, BLOCK, minh).state == "skipped"

    services.write(report, BLOCK, "", **acts(minh))

    assert block_of(report, BLOCK, minh).state == "open"


def test_two_officers_do_not_overwrite_each_other(report, minh, lan, acts, now):
    services.write(report, BLOCK, "Bản một.", **acts(minh))
    seen = Narrative.objects.get().saved_at
    services.write(report, BLOCK, "Bản hai.", by=acts(minh)["by"], at=now + timedelta(minutes=2), seen=seen)

    with pytest.raises(Refused, match="Lê Quang Minh vừa sửa mục này"):
        services.write(
            report, BLOCK, "Bản ba.", by=acts(minh)["by"], at=now + timedelta(minutes=3), seen=seen
        )

    assert Narrative.objects.get().text == "Bản hai."


def test_a_block_that_the_outline_does_not_have_is_refused(report, minh, acts):
    with pytest.raises(Refused, match="Đề cương không còn mục này"):
        services.write(report, "khong-co", "Chữ.", **acts(minh))


def test_words_are_not_endless(report, minh, acts):
    with pytest.raises(Refused, match="Dài quá"):
        services.write(report, BLOCK, "chữ " * 6000, **acts(minh))


def test_words_may_be_mended_after_freezing_and_figures_stay(frozen, minh, acts, block_of):
    services.write(frozen, BLOCK, "Viết sau khi chốt.", **acts(minh))

    assert block_of(frozen, BLOCK, minh).text == "Viết sau khi chốt."


@pytest.mark.parametrize("who", ["son", "thao", "tung"])
def test_only_who_writes_for_the_body_writes(who, report, acts, request):
    with pytest.raises(Refused, match="Không có quyền"):
        services.write(report, BLOCK, "Chữ.", **acts(request.getfixturevalue(who)))


def test_what_lies_before_the_leadership_is_not_changed(approved, minh, acts):
    with pytest.raises(Refused, match="Trả lại để sửa trước"):
        services.write(approved, BLOCK, "Chữ.", **acts(minh))


def test_signs_that_no_paper_holds_fall_out(report, minh, acts):
    kept = services.write(report, BLOCK, "Đã làm\x00 tốt\ud800.", **acts(minh))

    assert kept.text == "Đã làm tốt."


def test_a_moment_that_is_none_is_no_fault(report, minh, client):
    client.force_login(minh)
    address = reverse("reports:write", args=[report.pk, BLOCK])

    assert client.post(address, {"text": "Tốt.", "seen": "2024-13-45T99:00"}).status_code == 302
