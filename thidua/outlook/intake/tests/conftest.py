"""What the tests of the reader share: a reading of one of the sample papers, all certain proposals accepted."""

import os
from pathlib import Path

import pytest

from thidua.kit.files import ocr
from thidua.kit.files.tests import scans
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Reading
from thidua.outlook.intake.tests.samples import NOTICE

HALF = NOTICE.index("1. Văn phòng Sở")
SEEDS = Path(os.environ.get("THIDUA_SEEDS", Path(__file__).resolve().parents[4] / "../shared/seeds"))


@pytest.fixture
def read_by(as_actor, now):
    """Takes a text in as one of the cast, for the body that they work in."""

    def read(user, text=NOTICE, name="van ban.txt") -> Reading:
        actor = as_actor(user)
        return services.upload(name, text.encode(), body=actor.body, by=actor, at=now)

    return read


@pytest.fixture
def reading(read_by, minh) -> Reading:
    """The notice 37/TB-SVH, read by Minh; nothing decided."""
    return read_by(minh)


@pytest.fixture
def looked_through(as_actor, now):
    """Accepts whatever is certain."""

    def look(reading, user) -> Reading:
        services.accept_certain(reading, by=as_actor(user), at=now)
        reading.refresh_from_db()
        return reading

    return look


@pytest.fixture
def seed_text():
    """Text of a real document of the project, by the number of its file; skips where they are not at hand."""

    def text(number: str) -> str:
        found = sorted(SEEDS.glob(f"{number}_*.txt")) if SEEDS.is_dir() else []
        if not found:
            pytest.skip(f"no seed {number} in {SEEDS} (set THIDUA_SEEDS)")
        return found[0].read_text(encoding="utf-8")

    return text


@pytest.fixture
def pages(monkeypatch):
    """What is recognised on each page; no Tesseract is asked."""
    found = {1: ocr.Page(NOTICE[:HALF].strip(), (), 95), 2: ocr.Page(NOTICE[HALF:].strip(), (), 91)}
    asked = []

    def recognise(path, kind, number, **_):
        asked.append(number)
        page = found[number]
        if isinstance(page, ocr.Unread):
            raise page
        return page

    monkeypatch.setattr(ocr, "why_not", lambda: "")
    monkeypatch.setattr(ocr, "recognise", recognise)
    found["asked"] = asked
    return found


@pytest.fixture
def scan(minh, so_van_hoa, as_actor, now):
    """Uploads a scan of two pages as Minh."""

    def upload(count=2, name="quet.pdf") -> Reading:
        data = scans.as_file([scans.blank_page()] * count, "PDF")
        return services.upload(name, data, body=so_van_hoa, by=as_actor(minh), at=now)

    return upload
