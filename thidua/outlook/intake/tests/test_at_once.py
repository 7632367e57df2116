"""Two clicks, two tabs, two officers at the same moment: nothing doubled, nothing lost."""

import pytest

from thidua.kit.audit import chain
from thidua.kit.audit.tests.together import at_once, real_database
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Reading, Taken
from thidua.outlook.intake.tests.samples import NOTICE, PLAN, REPORT
from thidua.records.register.models import Citation, Document, Entry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def act(tmp_path):
    """Runs acts at one moment; faults other than refusals are raised."""

    def run(*acts):
        with real_database(tmp_path):
            results = at_once(*acts)
            for result in results:
                if isinstance(result, Exception) and not isinstance(result, Refused):
                    raise result
            yield results

    return run


def test_one_file_sent_twice_is_one_reading(act, minh, so_van_hoa, as_actor, now):
    actor = as_actor(minh)

    def send():
        return services.upload("tb.txt", NOTICE.encode(), body=so_van_hoa, by=actor, at=now)

    for first, second in act(send, send):
        assert first == second
        assert Reading.objects.count() == 1


def test_a_double_click_writes_once(act, reading, looked_through, minh, as_actor, now):
    looked_through(reading, minh)
    actor = as_actor(minh)

    def write():
        return services.confirm(reading, by=actor, at=now)

    for results in act(write, write):
        assert sorted(done.written for done in results) == [0, 9]
        assert Entry.objects.count() == 1
        assert Citation.objects.count() == 4
        assert Taken.objects.filter(subject__startswith="register.Document").count() >= 5
        assert chain.verify().broken is None


def test_two_decisions_on_one_card_do_not_run_over_each_other(act, reading, minh, as_actor, now):
    row = reading.proposals.filter(kind=Proposal.Kind.CITATION).first()
    actor, seen = as_actor(minh), row.saved_at
    later = now.replace(minute=45)

    def decide(decision):
        return lambda: services.decide(row, decision, by=actor, at=later, seen=seen)

    for results in act(decide("nhan"), decide("bo")):
        refused = [result for result in results if isinstance(result, Refused)]
        assert len(refused) == 1
        assert "vừa sửa mục này lúc 9 giờ 45" in refused[0].reasons[0]


def test_two_opened_pages_propose_a_match_once(act, read_by, looked_through, minh, as_actor, now, tan_giang):
    plan = read_by(minh, PLAN)
    services.confirm(looked_through(read_by(minh, REPORT), minh), by=as_actor(minh), at=now)
    actor = as_actor(minh)

    def look():
        return services.refresh_matches(plan, by=actor, at=now)

    for results in act(look, look):
        assert sorted(results) == [0, 2]
        assert plan.proposals.filter(kind=Proposal.Kind.MATCH).count() == 2


def test_two_officers_write_papers_that_cite_the_same_documents(
    act, read_by, looked_through, minh, binh, as_actor, now, tan_giang
):
    first = looked_through(read_by(minh, NOTICE), minh)
    second = looked_through(read_by(binh, NOTICE.replace("37/TB-SVH", "38/TB-SVH")), binh)
    actors = as_actor(minh), as_actor(binh)

    def write(reading, actor):
        return lambda: services.confirm(reading, by=actor, at=now)

    for results in act(write(first, actors[0]), write(second, actors[1])):
        assert all(done.written for done in results)
        assert Document.objects.filter(number="152/2023/NĐ-CP", merged_into=None).count() == 1
        assert Citation.objects.filter(target__number="152/2023/NĐ-CP").count() == 2
