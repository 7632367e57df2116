"""Names, titles, file names, printed text: whatever was typed stands on the pages as text."""

import pytest

from tests.hostile import world as worlds
from tests.hostile.test_every_address import said
from tests.hostile.world import PATTERNS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TYPED = "\"'><script>alert(7)</script>{{ 7|add:7 }}</textarea></title>"


@pytest.fixture
def written(so_van_hoa, tan_giang, phong_di_san, monkeypatch):
    monkeypatch.setattr(worlds, "SECRET", TYPED)
    so_van_hoa.short_name = so_van_hoa.name = f"Sở {TYPED}"
    so_van_hoa.save()
    officer = worlds.officer(so_van_hoa)
    officer.full_name = f"Hoa {TYPED}"
    officer.save()
    return worlds.build(so_van_hoa, tan_giang, phong_di_san, officer), officer


@pytest.mark.parametrize("asked", [{}, {"q": TYPED, "xem": "1", "next": TYPED, "ten": TYPED}])
def test_nothing_typed_becomes_a_script(written, enter, asked):
    world, officer = written
    client = enter(officer)

    run = []
    for name in sorted(PATTERNS.keys() - {"web:sign_out"}):
        response = client.get(world.address(name), asked)
        page = said(response)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        if "<script>alert" in page or "</textarea></title>" in page or response.status_code >= 500:
            run.append((name, response.status_code))

    assert run == []
