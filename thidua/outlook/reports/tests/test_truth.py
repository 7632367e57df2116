"""The test of truth: from the records that the real documents bring, the report of the same half year comes out again,
the same things under the same headings and nothing else. The expectation is read from the document itself."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest
from django.db import transaction

from thidua.outlook.reports.build import build
from thidua.outlook.reports.built import Built
from thidua.outlook.reports.outlines import find
from thidua.outlook.reports.tests import truth
from thidua.reading.tests.labelled import seeds, seeds_folder
from thidua.reading.tests.mutate import mutated
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.models import Unit, User
from thidua.records.register.models import Document
from thidua.vn.periods import Period
from thidua.web.demo.seeds import load

pytestmark = pytest.mark.django_db
OUTLINE = "so-6-thang"
ENOUGH = 0.98


@pytest.fixture
def documents():
    found = seeds()
    if not found:
        pytest.skip(f"no seeds in {seeds_folder()}; THIDUA_SEEDS names another folder")
    return found


@dataclass(frozen=True)
class Office:
    """The office whose report is among the documents, on the last day of the half year that it tells of."""

    text: str
    body: Unit
    user: User
    period: Period

    @property
    def at(self) -> datetime:
        return datetime.combine(self.period.last, time(2), UTC)

    def built(self, period: Period | None = None) -> Built:
        actor = actor_for(self.user, self.period.last)
        return build(find(OUTLINE), body=self.body, period=period or self.period, actor=actor, at=self.at)


@pytest.fixture
def loaded(tmp_path):
    """Loads documents, each as its own office would."""

    def load_all(documents) -> Office:
        folder = tmp_path / "van-ban"
        folder.mkdir()
        for document in documents:
            (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8")
        report = next(each for each in documents if each.label["meta"]["type"] == "Báo cáo")
        period = truth.period_of(report.text)
        at = datetime.combine(period.last, time(1), UTC)
        done = load(folder, at=at, today=period.last, password="mật khẩu dài 2024")
        assert [each.reason for each in done if each.reason] == []
        one = next(each for each in done if each.name == f"{report.name}.txt")
        return Office(report.text, one.body, one.user, period)

    return load_all


def holds_the_truth(text, built):
    """Nearly all of what is expected, hardly anything under another heading than there, and nothing that is not there."""
    expected, found = truth.said_in(text), truth.said_by(built, text)
    allowed = (1 - ENOUGH) * len(expected.papers)
    missing = sorted(map(str, expected.papers - found.papers))
    assert len(missing) <= allowed, missing
    displaced = sorted(map(str, found.papers - expected.papers))
    assert len(displaced) <= allowed, displaced
    lost = truth.missing_movements(expected, built)
    assert len(lost) <= (1 - ENOUGH) * len(expected.movements), sorted(lost)
    assert found.turnouts == expected.turnouts
    assert expected.awards
    assert found.awards == expected.awards
    assert {paper for _, paper in found.papers} <= {paper for _, paper in expected.papers}


def test_the_report_comes_out_again(documents, loaded):
    office = loaded(documents)

    holds_the_truth(office.text, office.built())


@pytest.mark.one_database
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_same_with_other_numbers_days_names_and_counts(documents, loaded, seed):
    office = loaded([mutated(document, seed, rewrap=False) for document in documents])

    holds_the_truth(office.text, office.built())


@pytest.mark.one_database
def test_a_document_that_is_removed_takes_its_lines_with_it(documents, loaded):
    office = loaded(documents)
    whole = truth.said_by(office.built())
    under = dict(sorted(whole.papers, key=str))

    for gone in sorted(set(under.values()), key=str):
        with undone():
            for row in [each for each in Document.objects.all() if truth.paper_of(each) == gone]:
                remove(row)
            left = truth.said_by(office.built())
            assert left.papers == {(heading, paper) for heading, paper in whole.papers if paper != gone}


@contextmanager
def undone():
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)


def remove(document):
    """With everything that speaks of it."""
    for relation in Document._meta.get_fields(include_hidden=True):
        if relation.auto_created and (relation.one_to_many or relation.one_to_one):
            relation.related_model._base_manager.filter(**{relation.field.name: document}).delete()
    document.delete()


@pytest.mark.one_database
def test_the_next_half_year_has_what_still_holds_and_no_more(documents, loaded):
    office = loaded(documents)
    now, then = truth.said_by(office.built()), truth.said_by(office.built(office.period.following()))

    assert then.turnouts == frozenset()
    assert not [paper for heading, paper in then.papers if heading == truth.OPENING]
    lasting = {paper for heading, paper in now.papers if heading in ("I.1.2", "I.6.1", "I.10")}
    assert lasting <= {paper for _, paper in then.papers}


@pytest.mark.one_database
def test_a_half_year_before_has_nothing_of_later_ones(documents, loaded):
    office = loaded(documents)
    period = office.period.previous().previous()

    before = office.built(period)

    days = {day for _, (_, day) in truth.said_by(before).papers}
    assert days
    assert max(day for day in days if isinstance(day, date)) < period.until
    assert f"năm {office.period.year}" not in " ".join(
        item.plain for _, block in before.blocks() for item in block.items if "giai đoạn" not in item.plain
    )
    assert truth.said_by(before).turnouts == frozenset()
