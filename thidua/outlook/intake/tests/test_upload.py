"""A file or pasted text becomes a reading with proposals; what cannot be read is refused in words."""

import unicodedata

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.files.models import FileVersion
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.tests.samples import NOTICE, PLAN, REPORT
from thidua.records.register.models import Citation, Document, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken_in(minh, so_van_hoa, as_actor, now):
    def take(text, name="van ban.txt"):
        return services.upload(name, text.encode(), body=so_van_hoa, by=as_actor(minh), at=now)

    return take


def facts(reading, kind):
    return [row.proposed for row in reading.proposals.filter(kind=kind)]


def test_it_proposes_the_head_of_the_document(taken_in):
    reading = taken_in(NOTICE)

    [head] = facts(reading, Proposal.Kind.META)
    assert head["number"] == "37/TB-SVH"
    assert head["date"] == "2024-05-08"
    assert head["direction"] == Entry.Direction.OUT


def test_a_document_of_somebody_else_is_proposed_as_arrived(taken_in, tan_giang):
    [head] = facts(taken_in(PLAN), Proposal.Kind.META)

    assert head["direction"] == Entry.Direction.IN


def test_it_proposes_each_citation_with_its_places(taken_in):
    reading = taken_in(NOTICE)

    numbers = [fact["number"] for fact in facts(reading, Proposal.Kind.CITATION)]
    assert numbers == [
        "271/SNV-TĐKT",
        "152/2023/NĐ-CP",
        "15/2023/BNV",
        "45/QĐ-SVH",
        "121/KH-UBND",
    ]
    for row in reading.proposals.filter(kind=Proposal.Kind.CITATION):
        start, end = row.spans[0]
        assert row.proposed["number"] in reading.text[start:end]


def test_an_incomplete_number_has_low_confidence(taken_in):
    rows = taken_in(NOTICE).proposals.filter(kind=Proposal.Kind.CITATION, is_low=True)

    assert [row.proposed["number"] for row in rows] == ["15/2023/BNV"]


def test_nothing_reaches_the_register(taken_in):
    taken_in(NOTICE)

    assert not Document.objects.exists()
    assert not Citation.objects.exists()


def test_the_same_file_again_gives_the_reading_that_is_there(taken_in):
    first, second = taken_in(NOTICE), taken_in(NOTICE, "ban sao.txt")

    assert second == first
    assert Reading.objects.count() == 1
    assert FileVersion.objects.count() == 1


def test_the_same_text_pasted_gives_the_reading_that_is_there(taken_in, minh, so_van_hoa, as_actor, now):
    first = taken_in(NOTICE)

    second = services.paste(NOTICE, body=so_van_hoa, by=as_actor(minh), at=now)

    assert second == first


def test_a_discarded_reading_does_not_stand_in_the_way(taken_in, minh, as_actor, now):
    first = taken_in(NOTICE)
    services.discard(first, by=as_actor(minh), at=now)

    assert taken_in(NOTICE) != first


def test_another_body_has_its_own_reading(taken_in, binh, so_noi_vu, as_actor, now):
    first = taken_in(NOTICE)

    second = services.upload("a.txt", NOTICE.encode(), body=so_noi_vu, by=as_actor(binh), at=now)

    assert second != first
    assert second.body == so_noi_vu


def test_it_leaves_one_line(taken_in):
    reading = taken_in(REPORT, "bao cao.txt")

    line = AuditLine.objects.get(verb="intake.upload")
    assert line.subject == f"intake.Reading:{reading.pk}"
    assert line.subject_text == "bao cao.txt"


def test_somebody_without_the_right_is_refused(son, so_van_hoa, as_actor, now):
    with pytest.raises(Refused, match="Nạp và xác nhận"):
        services.upload("a.txt", NOTICE.encode(), body=so_van_hoa, by=as_actor(son), at=now)
    assert not FileVersion.objects.exists()


def test_tung_is_refused(tung, so_van_hoa, as_actor, now):
    with pytest.raises(Refused):
        services.paste(NOTICE, body=so_van_hoa, by=as_actor(tung), at=now)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ke hoach.docx", b"MZ\x90\x00" + b"\x00" * 400, "chương trình máy tính"),
        ("trong.txt", b"", "trống"),
        ("chi co khoang trang.txt", b"  \n \n", "trống"),
        ("hong.docx", b"PK\x03\x04" + b"khong phai zip" * 40, "hỏng"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    taken_in, name, data, said, so_van_hoa, minh, as_actor, now
):
    with pytest.raises(Refused, match=said):
        services.upload(name, data, body=so_van_hoa, by=as_actor(minh), at=now)
    assert not Reading.objects.exists()
    assert not FileVersion.objects.exists()


def test_decomposed_letters_are_composed_and_spans_fit(minh, so_van_hoa, as_actor, now):
    decomposed = unicodedata.normalize("NFD", NOTICE)

    reading = services.paste(decomposed, body=so_van_hoa, by=as_actor(minh), at=now)

    assert reading.text == unicodedata.normalize("NFC", NOTICE)


def test_pasted_secrets_are_refused(minh, so_van_hoa, as_actor, now):
    with pytest.raises(Refused, match="độ mật"):
        services.paste("MẬT\n\n" + NOTICE, body=so_van_hoa, by=as_actor(minh), at=now)


def test_a_text_that_is_too_long_is_refused(minh, so_van_hoa, as_actor, now, monkeypatch):
    monkeypatch.setattr(services.uploading, "LONGEST", 100)

    with pytest.raises(Refused, match="Tách thành nhiều phần"):
        services.paste(NOTICE, body=so_van_hoa, by=as_actor(minh), at=now)


def test_signs_that_nobody_sees_fall_out_of_what_is_pasted(minh, so_van_hoa, as_actor, now):
    pasted = NOTICE.replace("Văn phòng Sở", "Văn\x00 phòng\x07 Sở\ud800", 1).replace(
        "THÔNG", "THO\u0302" + "\u0301" * 90_000 + "NG", 1
    )

    reading = services.paste(pasted.replace("\n", "\r"), body=so_van_hoa, by=as_actor(minh), at=now)

    assert "Văn phòng Sở báo cáo" in reading.text
    assert len(reading.text) < len(NOTICE) + 20
