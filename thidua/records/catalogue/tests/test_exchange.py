"""Verified entries from one installation to another: signed, accepted by somebody, shown first, taken over by choice."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.kit.audit.models import AuditLine
from thidua.kit.files import services as files
from thidua.kit.refused import Refused
from thidua.law import wording
from thidua.records.catalogue import keys, packages, selectors, services
from thidua.records.catalogue.models import Overlay, Package
from thidua.records.catalogue.tests.factories import DAY, DRAFT, checked, legal, own, regulation
from thidua.records.register import services as registering
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import NOW, SYSTEM


@pytest.fixture
def overlay(so_van_hoa):
    return checked(so_van_hoa, regulation(so_van_hoa), corrections={"p.min_percent": Decimal(85)})


@pytest.fixture
def data(overlay, so_van_hoa):
    return services.export_overlays([overlay], body=so_van_hoa, by=SYSTEM, at=NOW)


@pytest.fixture
def other(tung, so_van_hoa_nam_hai, as_actor):
    return as_actor(legal(tung, so_van_hoa_nam_hai))


@pytest.fixture
def received(data, other):
    return services.receive_package(data, body=other.body, by=other, at=NOW)


def trusted(package, other):
    return services.trust_key(package.public, "Sở Văn hóa Tân Giang", body=other.body, by=other, at=NOW)


def compared(package, other):
    return selectors.compared(packages.read(bytes(package.content)), other)


def test_what_one_checked_another_takes_over(received, other, so_van_hoa, so_van_hoa_nam_hai):
    (line,) = compared(received, other)
    assert line.state == "new"
    assert next((each.before, each.after) for each in line.corrections) == ("80%", "85%")
    trusted(received, other)

    (laid,) = services.take_over(received, [DRAFT], by=other, at=NOW)

    entry = selectors.book(DAY, so_van_hoa_nam_hai).by_id[DRAFT]
    assert wording.standing(entry, DAY) == wording.VERIFIED
    assert entry.data["min_percent"] == 85
    assert entry.cite_text == "12/QĐ-SVH, mục 2"
    assert laid.package == received
    assert selectors.overlay_of(DRAFT, DAY, so_van_hoa_nam_hai) == laid
    line = AuditLine.objects.latest("seq")
    assert (line.verb, line.changes["count"]) == ("catalogue.take_over", 1)


def test_the_document_is_the_known_one_or_a_stub(received, other, so_van_hoa_nam_hai, overlay):
    trusted(received, other)
    before = Document.objects.count()

    (laid,) = services.take_over(received, [DRAFT], by=other, at=NOW)

    assert laid.document == overlay.document
    assert Document.objects.count() == before


def test_twice_is_as_once(data, received, other):
    trusted(received, other)
    services.take_over(received, [DRAFT], by=other, at=NOW)
    lines = AuditLine.objects.count()

    assert services.receive_package(data, body=other.body, by=other, at=NOW) == received
    assert trusted(received, other) == trusted(received, other)
    assert [line.state for line in compared(received, other)] == ["same"]
    assert services.take_over(received, [DRAFT], by=other, at=NOW) == []
    assert AuditLine.objects.count() == lines
    assert Overlay.objects.filter(body=other.body).count() == 1


def test_what_differs_is_told_and_takes_the_place_of_ours(received, other, so_van_hoa_nam_hai):
    ours = checked(
        so_van_hoa_nam_hai, regulation(so_van_hoa_nam_hai, "5/QĐ-NH"), corrections={"p.min_percent": 90}
    )
    trusted(received, other)

    (line,) = compared(received, other)
    assert (line.state, line.ours) == ("differs", ours)
    assert ("90%", "85%") in [(each.before, each.after) for each in line.corrections]

    services.take_over(received, [DRAFT], by=other, at=NOW)
    ours.refresh_from_db()
    assert ours.withdrawn_at is not None


def test_a_stranger_is_shown_with_the_fingerprint_and_refused(received, other):
    with pytest.raises(Refused, match=keys.fingerprint(keys.public_key())):
        services.take_over(received, [DRAFT], by=other, at=NOW)

    key = trusted(received, other)
    services.distrust_key(key, reason="Máy đã thanh lý", by=other, at=NOW)
    with pytest.raises(Refused, match="Chưa chấp nhận"):
        services.take_over(received, [DRAFT], by=other, at=NOW)
    with pytest.raises(Refused, match="đã thôi"):
        services.distrust_key(key, reason="x", by=other, at=NOW)
    assert AuditLine.objects.filter(verb__in=["catalogue.trust", "catalogue.distrust"]).count() == 2


def test_only_what_was_checked_goes_out(so_van_hoa, overlay, minh, as_actor):
    rule = own(so_van_hoa, overlay.document)
    with pytest.raises(Refused, match="đã đối chiếu"):
        services.export_overlays([rule], body=so_van_hoa, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="ít nhất một"):
        services.export_overlays([], body=so_van_hoa, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="pháp chế"):
        services.export_overlays([overlay], body=so_van_hoa, by=as_actor(minh), at=NOW)


def test_the_file_goes_along_only_when_wanted(overlay, so_van_hoa, other, data):
    version = files.store("quy che.txt", "Điều 2. Bỏ phiếu".encode(), by=SYSTEM, at=NOW)
    registering.attach(overlay.document, version=version, part="ban_chinh", by=SYSTEM, at=NOW)
    with_file = services.export_overlays([overlay], body=so_van_hoa, with_files=True, by=SYSTEM, at=NOW)

    assert packages.read(data).documents[0].file == b""
    (document,) = packages.read(with_file).documents
    assert (document.file_name, document.file.decode()) == ("quy che.txt", "Điều 2. Bỏ phiếu")


def resigned(data, change):
    """The package as its signer would have signed it after a change."""
    told = json.loads(data)
    change(told)
    bare = {name: told[name] for name in ("format", "version", "body")}
    signed = packages._canonical(bare)
    return packages._canonical(bare | {"key": keys.public_key(), "signature": keys.sign(signed)})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told.update(version=2), "phiên bản 2"),
        (lambda told: told.update(format="khac"), "không phải gói"),
        (lambda told: told.update(body=[]), "thiếu nội dung"),
        (lambda told: told["body"]["entries"][0].update(document=7), "thiếu nội dung"),
    ],
)
def test_what_is_signed_but_wrong_is_told_apart(data, change, said):
    with pytest.raises(Refused, match=said):
        packages.read(resigned(data, change))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"effective_from": "hôm qua"}, "không phải ngày"),
        ({"cite": "Không rõ"}, "không dẫn được"),
        ({"awards": 5}, "không đọc được"),
        ({"id": "title.cstdcs@2024"}, "phần khác"),
    ],
)
def test_what_our_book_does_not_take_is_shown_and_not_laid(data, other, row, said):
    changed = resigned(data, lambda told: told["body"]["entries"][0]["row"].update(row))
    package = services.receive_package(changed, body=other.body, by=other, at=NOW)
    trusted(package, other)

    (line,) = compared(package, other)

    assert (line.state, said in line.reason) == ("broken", True)
    with pytest.raises(Refused, match=said):
        services.take_over(package, [line.item.entry], by=other, at=NOW)


def test_a_rule_that_nobody_here_knows_is_not_laid(so_van_hoa, other):
    title = checked(so_van_hoa, regulation(so_van_hoa), "title.cstdcs@2024")
    data = services.export_overlays([title], body=so_van_hoa, by=SYSTEM, at=NOW)
    strange = [{"any": [{"rule": "magic", "text": "?"}, {"rule": "council", "text": "?"}]}]
    changed = resigned(data, lambda told: told["body"]["entries"][0]["row"].update(conditions=strange))
    package = services.receive_package(changed, body=other.body, by=other, at=NOW)

    assert "magic" in compared(package, other)[0].reason


@pytest.mark.parametrize("cut", [0, 1, 40, -1, -200])
def test_a_cut_file_is_told(data, cut):
    with pytest.raises(Refused, match=r"chưa hết|không phải"):
        packages.read(data[:cut])


@given(st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_byte_can_be_changed(data, drawn):
    at = drawn.draw(st.integers(0, len(data) - 1))
    other_byte = drawn.draw(st.integers(0, 255).filter(lambda byte: byte != data[at]))

    with pytest.raises(Refused):
        packages.read(data[:at] + bytes([other_byte]) + data[at + 1 :])


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_other_bytes_are_refused(junk):
    with pytest.raises(Refused):
        packages.read(junk)


def test_another_installations_key_is_another_fingerprint(settings, data):
    ours = keys.fingerprint(keys.public_key())
    settings.SIGNING_KEY = "another"

    assert keys.fingerprint(keys.public_key()) != ours
    assert packages.read(data).fingerprint == ours


def test_what_is_exported_twice_is_the_same_file(overlay, so_van_hoa, data):
    assert services.export_overlays([overlay], body=so_van_hoa, by=SYSTEM, at=NOW) == data
    assert Package.objects.count() == 0
    assert overlay.at.date() == date(2024, 6, 12)
