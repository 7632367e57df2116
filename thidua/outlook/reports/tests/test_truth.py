"""The test of truth: from the records that the real documents bring, the report of the same half year comes out again,
the same things under the same headings and nothing else. The expectation is read from the document itself."""

import pytest

from thidua.outlook.reports.build import build
from thidua.outlook.reports.outlines import find
from thidua.outlook.reports.tests import truth
from thidua.reading.tests.labelled import seeds, seeds_folder
from thidua.reading.tests.mutate import mutated
from thidua.records.orgs.actors import actor_for
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


@pytest.fixture
def loaded(tmp_path, now, today):
    """Loads documents as their offices would; gives the text of the report, its body and account."""

    def load_all(found):
        folder = tmp_path / "van-ban"
        folder.mkdir()
        for document in found:
            (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8")
        done = {each.name: each for each in load(folder, at=now, today=today, password="mật khẩu dài 2024")}
        report = next(each for each in found if document_is_report(each))
        return report.text, done[f"{report.name}.txt"]

    return load_all


def document_is_report(document) -> bool:
    return document.label["meta"]["type"] == "Báo cáo"


@pytest.fixture
def built_for(now, today):
    def build_for(one, period):
        return build(find(OUTLINE), body=one.body, period=period, actor=actor_for(one.user, today), at=now)

    return build_for


def holds_the_truth(text, built):
    expected, found = truth.said_in(text), truth.said_by(built)
    missing = expected.papers - found.papers
    assert truth.share(found.papers, expected.papers) >= ENOUGH, sorted(map(str, missing))
    lost = truth.missing_movements(expected, built)
    assert 1 - len(lost) / len(expected.movements) >= ENOUGH, sorted(lost)
    assert truth.share(found.turnouts, expected.turnouts) == 1.0
    assert {paper for _, paper in found.papers} <= {paper for _, paper in expected.papers}
    assert found.turnouts <= expected.turnouts


def test_the_report_comes_out_again(documents, loaded, built_for):
    text, one = loaded(documents)

    holds_the_truth(text, built_for(one, truth.period_of(text)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_same_with_other_numbers_days_names_and_counts(documents, loaded, built_for, seed):
    text, one = loaded([mutated(document, seed) for document in documents])

    holds_the_truth(text, built_for(one, truth.period_of(text)))
