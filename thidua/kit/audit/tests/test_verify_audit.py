import pytest
from django.core.management import CommandError, call_command

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(the_system, now):
    return [chain.record("a.b", str(place), by=the_system, at=now) for place in range(3)]


def test_a_sound_chain_is_counted_and_its_head_printed(lines, capsys):
    call_command("verify_audit")

    assert capsys.readouterr().out.splitlines() == [
        "Số dòng nguyên vẹn: 3",
        f"Mã dòng cuối: {lines[-1].digest}",
        "Nhật ký nguyên vẹn.",
    ]


def test_a_broken_chain_ends_with_1_and_the_line(lines, capsys):
    AuditLine.objects.filter(seq=2).update(note="sửa")

    with pytest.raises(SystemExit) as end:
        call_command("verify_audit")

    printed = capsys.readouterr()
    assert end.value.code == 1
    assert printed.err == "Nhật ký hỏng từ dòng 2: Dòng 2 đã bị sửa.\n"
    assert "Số dòng nguyên vẹn: 1" in printed.out


def test_a_cut_tail_ends_with_1(lines):
    AuditLine.objects.filter(seq=3).delete()

    call_command("verify_audit")
    with pytest.raises(SystemExit):
        call_command("verify_audit", "--expect", lines[-1].digest)


def test_a_head_copied_in_part_is_a_mistake_of_typing():
    with pytest.raises(CommandError, match="Mã dòng cuối có 64 ký tự"):
        call_command("verify_audit", "--expect", "abc")
