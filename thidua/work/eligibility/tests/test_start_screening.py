"""Starting a screening: few are judged at once, many by a job that neither loses nor doubles anybody."""

from datetime import date, timedelta

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.jobs import worker
from thidua.kit.jobs.models import Job
from thidua.kit.refused import Refused
from thidua.records.orgs.actors import actor_for, system
from thidua.records.orgs.tests import factories
from thidua.vn import periods
from thidua.work.eligibility import results, services
from thidua.work.eligibility.models import COLLECTIVE, PERSON, Screening
from thidua.work.eligibility.outcomes import read
from thidua.work.eligibility.selectors import screenings
from thidua.work.eligibility.services import screening as verbs
from thidua.work.eligibility.tests.records import NOW, covered, rated

TODAY = date(2024, 6, 12)
ASKED = {"of_whom": PERSON, "titles": ["LDTT", "CSTDCS"], "period": periods.calendar_year(2023)}


@pytest.fixture
def people(so_van_hoa, phong_di_san):
    covered("initiatives", so_van_hoa)
    found = [factories.person(name, phong_di_san) for name in ("Lê An", "Lê Bình", "Lê Chi", "Lê Dung")]
    for person, level in zip(found, ("HTXSNV", "HTTNV", "HTNV"), strict=False):
        rated(person, so_van_hoa, 2023, level)
    return found


def started(unit, by, **more):
    return services.start_screening(unit, **ASKED | {"on": date(2024, 5, 1)} | more, by=by, at=NOW)


def found_of(screening):
    return {row.person.full_name: dict(read(row.outcome.told)) for row in screenings.rows_of(screening)}


def test_few_are_judged_at_once_in_the_order_of_names(people, phong_di_san, minh, as_actor):
    row = started(phong_di_san, as_actor(minh))
    assert row.is_done
    assert [each.person for each in screenings.rows_of(row).order_by("pk")] == people
    found = found_of(row)
    assert [found[f"Lê {name}"]["CSTDCS"].verdict for name in ("An", "Bình", "Chi", "Dung")] == [
        "eligible",
        "not_eligible",
        "not_eligible",
        "needs_review",
    ]
    assert found["Lê Bình"]["CSTDCS"].lacks == ("task_level/initiative",)
    assert screenings.counted(screenings.groups_of(row), "LDTT") == {
        "eligible": 2,
        "needs_review": 1,
        "not_eligible": 1,
    }
    assert not Job.objects.exists()


def test_the_line_in_the_log_says_where_discipline_was_looked_at(people, phong_di_san, so_van_hoa, as_actor):
    hoa = as_actor(factories.user("hoa", "Lưu Hoa", so_van_hoa, "chuyen_vien", "theo_doi_ky_luat"))
    row = started(phong_di_san, hoa, with_discipline=True)
    line = AuditLine.objects.get(verb="eligibility.start_screening_with_discipline")
    assert line.subject_text == str(row)


def test_discipline_needs_its_own_right(people, phong_di_san, minh, as_actor):
    with pytest.raises(Refused, match="kỷ luật"):
        started(phong_di_san, as_actor(minh), with_discipline=True)


def test_who_is_from_elsewhere_is_refused(people, phong_di_san, tung, as_actor):
    with pytest.raises(Refused, match="Chọn đơn vị"):
        started(phong_di_san, as_actor(tung))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"titles": []}, "ít nhất một"),
        ({"period": periods.parse("quý I năm 2024")}, "một năm"),
        ({"of_whom": "ho_gia_dinh"}, "cá nhân hoặc tập thể"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(people, phong_di_san, minh, as_actor, asked, said):
    with pytest.raises(Refused, match=said):
        started(phong_di_san, as_actor(minh), **asked)


def test_a_double_click_gives_the_first(people, phong_di_san, minh, as_actor):
    by = as_actor(minh)
    first = started(phong_di_san, by)
    assert started(phong_di_san, by) == first
    later = services.start_screening(
        phong_di_san, **ASKED, on=date(2024, 5, 1), by=by, at=NOW + timedelta(minutes=1)
    )
    assert later != first


def test_collectives_of_the_tree_are_screened_too(people, so_van_hoa, phong_di_san, minh, as_actor):
    row = started(so_van_hoa, as_actor(minh), of_whom=COLLECTIVE, titles=["TTLDTT"])
    assert [each.unit for each in screenings.rows_of(row).order_by("pk")] == [so_van_hoa, phong_di_san]


def test_who_left_before_the_day_is_not_in_it(people, so_van_hoa, phong_di_san, minh, as_actor):
    people[0].positions.update(until=date(2023, 6, 1))
    assert "Lê An" not in found_of(started(phong_di_san, as_actor(minh)))


@pytest.fixture
def many(monkeypatch):
    """Two at a time, and all of them too many to wait for."""
    monkeypatch.setitem(verbs.FEW, PERSON, 1)
    monkeypatch.setattr(results, "CHUNK", 2)


@pytest.mark.django_db(transaction=True)
def test_many_are_left_to_a_job(people, many, phong_di_san, minh, as_actor):
    row = started(phong_di_san, as_actor(minh))
    assert not row.is_done
    assert worker.run_next()
    row.refresh_from_db()
    assert (row.is_done, row.done, row.total) == (True, 4, 4)
    assert Job.objects.get().outcome_url.endswith(f"/{row.pk}/")


@pytest.mark.django_db(transaction=True)
def test_killed_between_two_chunks_it_neither_loses_nor_doubles(
    people, many, phong_di_san, minh, as_actor, monkeypatch
):
    row = started(phong_di_san, as_actor(minh))
    write, written = results._write, []

    def dies(screening, found):
        if written:
            raise KeyboardInterrupt
        written.append(found)
        write(screening, found)

    monkeypatch.setattr(results, "_write", dies)
    with pytest.raises(KeyboardInterrupt):
        results.fill(row, by=as_actor(minh), at=NOW)
    assert row.rows.count() == 2
    monkeypatch.setattr(results, "_write", write)
    assert worker.run_next()
    row.refresh_from_db()
    assert (row.rows.count(), row.done, sum(row.outcomes.values_list("count", flat=True))) == (4, 4, 4)


@pytest.mark.django_db(transaction=True)
def test_what_was_stopped_can_go_on(people, many, phong_di_san, minh, as_actor):
    row = started(phong_di_san, as_actor(minh))
    Job.objects.update(state=Job.State.CANCELLED)
    services.go_on_with_screening(row, by=as_actor(minh), at=NOW)
    while worker.run_next():
        pass
    row.refresh_from_db()
    assert row.is_done
    with pytest.raises(Refused, match="đã xong"):
        services.go_on_with_screening(row, by=as_actor(minh), at=NOW)


def test_a_book_that_changed_meanwhile_ends_it(people, phong_di_san, minh, as_actor):
    row = started(phong_di_san, as_actor(minh))
    Screening.objects.update(fingerprint="sha256:khác")
    row.refresh_from_db()
    with pytest.raises(Refused, match="Sách luật đã thay đổi"):
        results.fill(row, by=as_actor(minh), at=NOW)


def test_the_installation_itself_may_screen(people, phong_di_san, so_van_hoa):
    row = started(phong_di_san, system(TODAY, so_van_hoa))
    assert row.made_by is None
    assert row.is_done


def test_done_again_it_stands_beside_the_old_one(people, phong_di_san, so_van_hoa, minh, as_actor):
    first = started(phong_di_san, as_actor(minh))
    rated(people[3], so_van_hoa, 2023, "HTXSNV")
    second = services.screen_again(first, by=as_actor(minh), at=NOW + timedelta(hours=1))
    assert second.again_of == first
    assert found_of(second)["Lê Dung"]["CSTDCS"].verdict == "eligible"
    assert found_of(first)["Lê Dung"]["CSTDCS"].verdict == "needs_review"


def test_only_the_maker_deletes_it(people, phong_di_san, minh, son, as_actor):
    row = started(phong_di_san, as_actor(minh))
    with pytest.raises(Refused, match="Lê Quang Minh"):
        services.delete_screening(row, by=as_actor(son), at=NOW)
    services.delete_screening(row, by=as_actor(minh), at=NOW)
    assert not Screening.objects.exists()


def test_it_is_not_deleted_while_it_runs(people, many, phong_di_san, minh, as_actor):
    row = started(phong_di_san, as_actor(minh))
    with pytest.raises(Refused, match="đang chạy"):
        services.delete_screening(row, by=as_actor(minh), at=NOW)


def test_colleagues_see_it_unless_it_tells_of_discipline_or_of_others(
    people, phong_di_san, tan_giang, so_van_hoa, minh, son, tung, quan, as_actor
):
    own = started(phong_di_san, as_actor(minh))
    seen = [user.username for user in (minh, son, tung) if own in screenings.visible_to(as_actor(user))]
    assert seen == ["minh", "son"]
    hoa = factories.user("hoa", "Lưu Hoa", so_van_hoa, "chuyen_vien", "theo_doi_ky_luat")
    strict = started(phong_di_san, as_actor(hoa), with_discipline=True)
    assert [user.username for user in (minh, hoa) if strict in screenings.visible_to(as_actor(user))] == [
        "hoa"
    ]
    factories.RoleHeld.objects.create(user=quan, role="chuyen_vien", unit=tan_giang, since=date(2019, 1, 1))
    lien = factories.user("lien", "Bùi Liên", tan_giang, "chuyen_vien")
    wide = started(tan_giang, actor_for(quan, TODAY))
    assert wide.rows.count() > 4
    assert [
        user.username for user in (quan, lien) if wide in screenings.visible_to(actor_for(user, TODAY))
    ] == ["quan"]
