"""The same text by a better reader: decisions on facts that came out the same are kept."""

from dataclasses import replace

import pytest

from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Reading
from thidua.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def better(monkeypatch):
    """A reader that finds the kind of the incomplete number by itself, and drops the last citation."""

    def read_better(text):
        facts = read(text)
        mended = [
            replace(item, number="15/2023/TT-BNV") if item.number == "15/2023/BNV" else item
            for item in facts.citations
        ]
        return replace(facts, citations=tuple(mended[:-1]), warnings=())

    monkeypatch.setattr(services.ending, "read", read_better)


def numbers(reading, **filters):
    rows = reading.proposals.filter(kind=Proposal.Kind.CITATION, **filters)
    return [row.fact["number"] for row in rows]


def test_decisions_on_unchanged_facts_are_kept(reading, looked_through, minh, as_actor, now, better):
    looked_through(reading, minh)

    services.reread(reading, by=as_actor(minh), at=now)

    assert numbers(reading, decision="nhan") == ["271/SNV-TĐKT", "152/2023/NĐ-CP", "45/QĐ-SVH"]
    assert numbers(reading, decision="chua_xem") == ["15/2023/TT-BNV"]


def test_an_edit_of_an_unchanged_fact_is_kept(reading, minh, as_actor, now, better):
    row = reading.proposals.filter(kind=Proposal.Kind.CITATION).first()
    services.edit(row, {"issuer": "Sở Nội vụ tỉnh Tân Giang"}, by=as_actor(minh), at=now)

    services.reread(reading, by=as_actor(minh), at=now)

    again = reading.proposals.filter(kind=Proposal.Kind.CITATION).first()
    assert again.fact["issuer"] == "Sở Nội vụ tỉnh Tân Giang"
    assert again.saved_by == "Lê Quang Minh"


def test_warnings_are_those_of_the_new_reader(reading, minh, as_actor, now, better):
    assert reading.warnings

    services.reread(reading, by=as_actor(minh), at=now)

    assert Reading.objects.get().warnings == []


def test_only_while_nothing_is_written(reading, looked_through, minh, as_actor, now):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)
    reading.refresh_from_db()

    with pytest.raises(Refused, match="chưa ghi mục nào"):
        services.reread(reading, by=as_actor(minh), at=now)


def test_tung_is_refused(reading, tung, as_actor, now):
    with pytest.raises(Refused):
        services.reread(reading, by=as_actor(tung), at=now)
