"""Ghi vào sổ: the document, its citations and accepted matches, all or nothing, once."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Reading, Taken
from thidua.outlook.intake.tests.samples import NOTICE, REPORT
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Citation, Document, Entry, Paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def confirm(as_actor, minh, now):
    return lambda reading, **options: services.confirm(reading, by=as_actor(minh), at=now, **options)


def test_it_enters_the_document_with_its_file(reading, looked_through, minh, confirm, so_van_hoa):
    confirm(looked_through(reading, minh))

    entry = Entry.objects.get()
    assert (entry.body, entry.direction) == (so_van_hoa, Entry.Direction.OUT)
    assert entry.document.number == "37/TB-SVH"
    assert entry.document.origin == Document.Origin.FILE
    assert Paper.objects.get().document == entry.document


def test_it_cites_what_was_accepted_and_leaves_the_rest(reading, looked_through, minh, confirm):
    done = confirm(looked_through(reading, minh))

    cited = Citation.objects.filter(source=done.document).values_list("target__number", flat=True)
    assert set(cited) == {"271/SNV-TĐKT", "152/2023/NĐ-CP", "45/QĐ-SVH", "121/KH-UBND"}
    left = reading.proposals.get(kind=Proposal.Kind.CITATION, is_low=True)
    assert left.decision == Proposal.Decision.PENDING
    assert not left.written


def test_issuers_are_those_of_the_own_province_or_are_entered_as_outside_offices(
    reading, looked_through, minh, confirm, so_noi_vu, tan_giang
):
    confirm(looked_through(reading, minh))

    assert Document.objects.get(number="271/SNV-TĐKT").issuer == so_noi_vu
    assert Document.objects.get(number="121/KH-UBND").issuer == tan_giang
    government = Unit.objects.get(name="Chính phủ")
    assert (government.is_outside, government.level) == (True, Unit.Level.CENTRAL)


def test_the_issuer_of_the_own_number_is_the_own_office(reading, looked_through, minh, confirm, so_van_hoa):
    confirm(looked_through(reading, minh))

    assert Document.objects.get(number="45/QĐ-SVH").issuer == so_van_hoa


def test_each_record_says_from_which_place_it_was_taken(reading, looked_through, minh, confirm):
    confirm(looked_through(reading, minh))

    cited = Document.objects.get(number="271/SNV-TĐKT")
    row = Taken.objects.get(subject=f"register.Document:{cited.pk}")
    assert reading.text[row.start : row.end].startswith("Công văn số 271/SNV-TĐKT")


def test_what_a_report_says_is_marked_so(read_by, looked_through, minh, confirm, tan_giang):
    confirm(looked_through(read_by(minh, REPORT), minh))

    origins = set(Document.objects.filter(is_stub=True).values_list("origin", flat=True))
    assert origins == {Document.Origin.REPORTED}


def test_two_documents_of_one_number_stay_two(read_by, looked_through, minh, confirm, tan_giang):
    confirm(looked_through(read_by(minh, REPORT), minh))

    days = (
        Document.objects.filter(number="77/KH-UBND").order_by("issued_on").values_list("issued_on", flat=True)
    )
    assert [str(day) for day in days] == ["2022-02-15", "2024-03-06"]


def test_a_second_click_writes_nothing_twice(reading, looked_through, minh, confirm):
    looked = looked_through(reading, minh)
    first = confirm(looked, seen=looked.saved_at)
    before = (
        Document.objects.count(),
        Citation.objects.count(),
        Taken.objects.count(),
        AuditLine.objects.count(),
    )

    second = confirm(looked, seen=looked.saved_at)

    assert second.written == 0
    assert second.document == first.document
    after = (
        Document.objects.count(),
        Citation.objects.count(),
        Taken.objects.count(),
        AuditLine.objects.count(),
    )
    assert after == before


def test_what_is_accepted_later_is_written_later(reading, looked_through, minh, confirm, as_actor, now):
    confirm(looked_through(reading, minh))
    left = reading.proposals.get(kind=Proposal.Kind.CITATION, is_low=True)
    services.accept_reading(left, by=as_actor(minh), at=now)

    done = confirm(reading)

    assert done.written == 1
    assert Citation.objects.filter(source=done.document, target__number="15/2023/TT-BNV").exists()
    assert Entry.objects.count() == 1


def test_citations_need_their_document(reading, minh, confirm, as_actor, now):
    services.decide(reading.proposals.filter(kind="vien_dan").first(), "nhan", by=as_actor(minh), at=now)

    with pytest.raises(Refused, match="Thông tin văn bản"):
        confirm(reading)
    assert not Document.objects.exists()


def test_what_the_register_refuses_is_said_beside_its_card_and_undoes_everything(
    reading, looked_through, minh, confirm, as_actor, now
):
    looked_through(reading, minh)
    row = reading.proposals.filter(kind="vien_dan").first()
    services.edit(row, {"number": "", "title": ""}, by=as_actor(minh), at=now)

    with pytest.raises(services.RefusedAt) as refused:
        confirm(reading)

    assert refused.value.proposal_id == row.pk
    assert refused.value.reasons == ["Văn bản được viện dẫn phải có số hoặc có tên."]
    assert not Document.objects.exists()
    assert Reading.objects.get().state == Reading.State.OPEN


def test_another_officer_was_quicker(reading, looked_through, minh, confirm):
    looked = looked_through(reading, minh)

    with pytest.raises(Refused, match="vừa sửa mục này lúc 9 giờ 30"):
        confirm(looked, seen=looked.uploaded_at.replace(year=2023))
    assert not Document.objects.exists()


def test_a_document_already_in_the_own_register_gets_its_file_and_citations(
    reading, looked_through, minh, confirm, as_actor, now, so_van_hoa
):
    looked_through(reading, minh)
    first = confirm(reading)
    other = services.paste(
        NOTICE.replace("6 tháng đầu năm", "sáu tháng đầu năm"), body=so_van_hoa, by=as_actor(minh), at=now
    )

    second = confirm(looked_through(other, minh))

    assert second.document == first.document
    assert Entry.objects.count() == 1


def test_a_converted_text_must_be_looked_at_first(reading, looked_through, minh, confirm, as_actor, now):
    Reading.objects.update(is_text_checked=False, encoding="tcvn3")
    looked_through(reading, minh)

    with pytest.raises(Refused, match="Chữ đúng"):
        confirm(reading)

    services.check_text(reading, by=as_actor(minh), at=now)
    assert confirm(reading).written == 9


def test_the_lines_inside_name_the_act(reading, looked_through, minh, confirm):
    confirm(looked_through(reading, minh))

    inner = AuditLine.objects.filter(verb__in=["register.enter", "register.cite", "register.stub"])
    assert set(inner.values_list("outer", flat=True)) == {"intake.confirm"}
    assert AuditLine.objects.filter(verb="intake.confirm").count() == 1


def test_an_automatic_confirmation_is_marked(reading, looked_through, minh, confirm):
    confirm(looked_through(reading, minh), automatic=True)

    assert Reading.objects.get().is_automatic
    assert AuditLine.objects.get(verb="intake.confirm").note == "xác nhận tự động"


def test_tung_is_refused(reading, looked_through, minh, tung, as_actor, now):
    looked_through(reading, minh)

    with pytest.raises(Refused):
        services.confirm(reading, by=as_actor(tung), at=now)
    assert not Document.objects.exists()
