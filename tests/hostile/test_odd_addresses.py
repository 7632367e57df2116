"""What stands in an address by mistake or by malice never makes a fault."""

import pytest
from django.db import transaction
from django.urls import reverse

from tests.hostile.test_every_address import said
from tests.hostile.world import PATTERNS

pytestmark = pytest.mark.django_db

ASKED = [
    "q",
    "sap",
    "trang",
    "chon",
    "nam",
    "thang",
    "xem",
    "mo",
    "tren",
    "vao",
    "van_ban",
    "don_vi",
    "giay",
    "noi",
    "thuc_hien",
    "thay_the",
    "nhac",
    "s",
    "phan",
    "muc",
    "next",
    "ten",
    "noi",
    "loai",
    "nguoi",
    "viec",
    "han",
    "tt",
    "cap",
    "chu_de",
    "cua_ta",
    "tra_loi",
    "moi",
    "dong",
    "tab",
    "ky",
    "so_voi",
    "dang",
]
SPANS = ["nam", "ngay", "han", "ky"]
ODD = ["\x00", "9" * 5000, "²", "31/12/9999", "9999", "1," * 2000]
HUGE = 10**30


def faults(client, address, asked):
    """Statuses above 499; what a page keeps (columns, open branches) is undone."""
    place = transaction.savepoint()
    answer = client.get(address, asked)
    said(answer)
    transaction.savepoint_rollback(place)
    return [(address, answer.status_code)] if answer.status_code >= 500 else []


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd[:20]))
def test_no_parameter_makes_a_fault(world, enter, officer, odd):
    client = enter(officer)
    asked = dict.fromkeys(ASKED, odd) | {f"{name}_{end}": odd for name in SPANS for end in ("tu", "den")}

    found = [fault for name in PATTERNS for fault in faults(client, world.address(name), asked)]

    assert found == []


def test_no_key_is_too_large_to_be_unknown(world, enter, officer):
    client = enter(officer)

    found = []
    for name, (wanted, _) in PATTERNS.items():
        given = world.arguments(name)
        for argument in sorted(each for each in wanted if isinstance(given[each], int)):
            found += faults(client, reverse(name, kwargs=given | {argument: HUGE}), {})

    assert found == []


HEADERS = {
    "HX-Request": "true",
    "HX-Target": "<",
    "HX-Current-URL": "//x",
    "Accept": "application/json",
    "If-None-Match": "*",
    "Range": "bytes=9-1",
}


def test_no_header_makes_a_fault(world, enter, officer):
    client = enter(officer)

    found = []
    for name in PATTERNS.keys() - {"web:sign_out"}:
        answer = client.get(world.address(name), headers=HEADERS)
        said(answer)
        found += [(name, answer.status_code)] if answer.status_code >= 500 else []

    assert found == []
