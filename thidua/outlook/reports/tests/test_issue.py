"""Number and date: the printed file in the register, and the superior sees the report."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.files import services as files
from thidua.kit.files.services import read_bytes
from thidua.kit.papers.filling import text_of
from thidua.kit.refused import Refused
from thidua.outlook.reports import printing, selectors, services
from thidua.outlook.reports.models import Report
from thidua.records.register.models import Citation, Document, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(approved, minh, composed, now):
    """The Word file with number and day, on the disk."""

    def make(facts):
        built = composed(approved, minh).built
        return files.receive("bc.docx", printing.numbered(built, facts, at=now))

    return make


FACTS = {
    "number": "45/BC-SVH",
    "issued_on": date(2024, 6, 12),
    "signer": "Đặng Quốc Sơn",
    "signer_title": "Giám đốc",
}


def test_it_goes_into_the_register_with_its_file(approved, printed, letter, minh, acts):
    sent = services.issue(approved, printed(FACTS), **FACTS, **acts(minh))

    document = Document.objects.get(number="45/BC-SVH")
    version = document.papers.get().file.versions.get()
    text = text_of(read_bytes(version))
    assert (sent.state, sent.document) == (Report.State.SENT, document)
    assert document.entries.get().direction == Entry.Direction.OUT
    assert document.topic == "bao_cao"
    assert "Số: 45/BC-SVH" in text
    assert "ngày 12 tháng 6 năm 2024" in text
    assert Citation.objects.get(source=document, target=letter).relation == Citation.Relation.ANSWERS
    outer = AuditLine.objects.filter(verb="register.enter", subject_text=str(document)).get().outer
    assert outer == "reports.issue"


def test_before_it_is_sent_the_superior_sees_nothing(approved, binh, as_actor):
    assert not selectors.visible_to(as_actor(binh)).exists()


def test_from_then_on_the_superior_sees_it_and_may_give_it_back(
    approved, printed, minh, binh, acts, as_actor
):
    sent = services.issue(approved, printed(FACTS), **FACTS, **acts(minh))
    assert list(selectors.visible_to(as_actor(binh))) == [sent]

    back = services.advance(sent, "turn_down", note="Thiếu số liệu mục 4.", **acts(binh))

    assert back.state == Report.State.DRAFT
    assert not selectors.visible_to(as_actor(binh)).exists()
    waiting = selectors.waiting_for(as_actor(minh))
    assert any("Phạm Thanh Bình trả lại: Thiếu số liệu mục 4." in item.detail for item in waiting)


@pytest.mark.parametrize("who", ["minh", "son", "tung"])
def test_nobody_else_gives_it_back(who, approved, printed, minh, acts, request):
    sent = services.issue(approved, printed(FACTS), **FACTS, **acts(minh))

    with pytest.raises(Refused, match="Chỉ nơi nhận"):
        services.advance(sent, "turn_down", note="Trả lại", **acts(request.getfixturevalue(who)))


@pytest.mark.parametrize("who", ["son", "ha", "binh", "tung"])
def test_only_the_clerk_gives_the_number(who, approved, printed, acts, request):
    with pytest.raises(Refused, match="việc của văn thư"):
        services.issue(approved, printed(FACTS), **FACTS, **acts(request.getfixturevalue(who)))

    assert not Document.objects.filter(number="45/BC-SVH").exists()


def test_a_clerk_who_does_not_write_reports_may(approved, printed, mai, acts):
    assert services.issue(approved, printed(FACTS), **FACTS, **acts(mai)).state == Report.State.SENT


def test_a_number_in_use_leaves_everything_as_it_was(approved, printed, minh, acts):
    services.issue(approved, printed(FACTS), **FACTS, **acts(minh))
    Report.objects.update(state=Report.State.APPROVED, document=None)
    row = Report.objects.get()

    with pytest.raises(Refused, match="45/BC-SVH"):
        services.issue(row, printed(FACTS), **FACTS, **acts(minh))

    row.refresh_from_db()
    assert (row.state, row.document) == (Report.State.APPROVED, None)


def test_what_is_not_approved_is_not_numbered(frozen, printed, minh, acts):
    Report.objects.update(state=Report.State.DRAFT)
    row = Report.objects.get()

    with pytest.raises(Refused, match="không làm được khi đang ở"):
        services.issue(row, printed(FACTS), **FACTS, **acts(minh))
