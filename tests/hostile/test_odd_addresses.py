"""What stands in an address by mistake or by malice never makes a fault."""

import pytest
from django.urls import reverse

from tests.hostile.test_every_address import said
from tests.hostile.world import PATTERNS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HUGE = 10**30


def faults(client, address):
    answer = client.get(address)
    said(answer)
    return [(address, answer.status_code)] if answer.status_code >= 500 else []


def test_no_key_is_too_large_to_be_unknown(world, enter, officer):
    client = enter(officer)

    found = []
    for name, (wanted, _) in PATTERNS.items():
        given = world.arguments(name)
        for argument in sorted(each for each in wanted if isinstance(given[each], int)):
            found += faults(client, reverse(name, kwargs=given | {argument: HUGE}))

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
