from datetime import timedelta

import pytest
from django.db.models import F

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(the_system, now):
    """Ten sound lines."""
    return [
        chain.record(
            "register.enter",
            f"register.Document:{place}",
            by=the_system,
            at=now + timedelta(minutes=place),
            text=f"{place}/KH-UBND",
            changes={"number": [None, str(place)]},
            note="ghi chú",
        )
        for place in range(1, 11)
    ]


def alter(place, /, **fields):
    """As somebody with access to the database would."""
    AuditLine.objects.filter(seq=place).update(**fields)


def test_an_empty_chain_is_sound():
    assert chain.verify() == chain.Verified(0, chain.GENESIS, None, "")


def test_a_sound_chain_gives_its_length_and_head(lines):
    assert chain.verify() == chain.Verified(10, lines[-1].digest, None, "")


@pytest.mark.parametrize(
    "altered",
    [
        {"actor": "user:999"},
        {"actor_name": "Người khác"},
        {"verb": "register.exempt"},
        {"outer": "intake.confirm"},
        {"subject": "register.Document:999"},
        {"subject_text": "999/QĐ-UBND"},
        {"body": "7"},
        {"changes": {"number": [None, "999"]}},
        {"note": ""},
        {"at": F("at") + timedelta(microseconds=1)},
        {"digest": "f" * 64},
    ],
    ids=lambda altered: next(iter(altered)),
)
def test_one_altered_field_is_found(lines, altered):
    alter(4, **altered)

    found = chain.verify()

    assert (found.broken, found.count) == (4, 3)
    assert found.reason == "Dòng 4 đã bị sửa."
    assert found.head == lines[2].digest


def test_a_line_made_to_fit_again_breaks_the_next(lines):
    line = AuditLine.objects.get(seq=4)
    line.note = "sửa"
    alter(4, note="sửa", digest=chain.digest(line))

    assert chain.verify().reason == "Dòng 5 không nối với dòng trước."


@pytest.mark.parametrize("seq", [1, 5])
def test_a_deleted_line_is_found(lines, seq):
    AuditLine.objects.filter(seq=seq).delete()

    assert chain.verify().reason == f"Thiếu dòng {seq}."
    assert chain.verify().broken == seq


def test_a_deleted_line_whose_number_was_closed_up_is_found(lines):
    AuditLine.objects.filter(seq=5).delete()
    for seq in range(6, 11):
        alter(seq, seq=seq - 1)

    assert chain.verify().broken == 5


def test_swapped_lines_are_found(lines):
    alter(4, seq=100)
    alter(5, seq=4)
    alter(100, seq=5)

    assert chain.verify().broken == 4


def test_an_inserted_line_is_found(lines):
    extra = AuditLine.objects.get(seq=10)
    AuditLine.objects.bulk_create([AuditLine(**{**fields(extra), "seq": 12, "digest": "a" * 64})])

    assert chain.verify().reason == "Thiếu dòng 11."


def fields(line):
    return {field.attname: getattr(line, field.attname) for field in line._meta.concrete_fields}


def test_a_cut_tail_is_found_by_the_head_noted_elsewhere(lines):
    noted = lines[-1].digest
    AuditLine.objects.filter(seq__gt=7).delete()

    assert chain.verify().broken is None
    found = chain.verify(expected_head=noted)
    assert (found.broken, found.count) == (8, 7)
    assert found.reason == "Không còn dòng cuối đã biết: nhật ký đã bị cắt."


def test_a_chain_that_grew_since_the_head_was_noted_is_sound(lines):
    assert chain.verify(expected_head=lines[4].digest).broken is None


def test_everything_deleted_is_found_by_the_head(lines):
    AuditLine.objects.all().delete()

    assert chain.verify(expected_head=lines[-1].digest).broken == 1


def test_a_whole_chain_written_anew_is_found_by_the_head(lines, the_system, now):
    AuditLine.objects.all().delete()
    chain.record("register.enter", "register.Document:1", by=the_system, at=now, text="khác")

    assert chain.verify().broken is None
    assert chain.verify(expected_head=lines[-1].digest).broken == 2
