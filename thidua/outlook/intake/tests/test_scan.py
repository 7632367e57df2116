"""A scan: kept at once, recognised page by page in the background, then read like any other text."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import sentence
from thidua.kit.files import ocr
from thidua.kit.files import services as files
from thidua.kit.files.models import FileVersion, PageText
from thidua.kit.files.tests import scans
from thidua.kit.jobs import services as jobs
from thidua.kit.jobs import worker
from thidua.kit.jobs.models import Job
from thidua.kit.refused import Refused
from thidua.outlook.intake import selectors, services
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.tests.samples import NOTICE

pytestmark = pytest.mark.django_db


def run(reading) -> Job:
    assert worker.run_next()
    reading.refresh_from_db()
    return Job.objects.get(once=selectors.once_of(reading))


def test_a_scan_is_kept_and_its_recognition_begins(pages, scan, so_van_hoa):
    reading = scan()

    assert (reading.state, reading.text, reading.is_text_checked) == ("quet", "", False)
    job = Job.objects.get()
    assert (job.name, job.args, job.title, job.body) == (
        "intake.scan",
        {"reading": reading.pk},
        "Nhận dạng chữ bản quét “quet.pdf”",
        str(so_van_hoa.pk),
    )
    assert files.location(reading.version).is_file()


def test_once_recognised_it_is_a_reading_like_any_other_that_a_person_must_look_at(pages, scan):
    reading = scan()

    job = run(reading)

    assert (job.state, job.outcome, job.outcome_url) == (
        "done",
        "Đã nhận dạng 2 trang.",
        f"/nap/{reading.pk}/",
    )
    assert (reading.state, reading.is_text_checked, reading.is_recognised) == ("mo", False, True)
    numbers = [row.fact["number"] for row in reading.proposals.filter(kind=Proposal.Kind.CITATION)]
    assert numbers == ["271/SNV-TĐKT", "152/2023/NĐ-CP", "15/2023/BNV", "45/QĐ-SVH", "121/KH-UBND"]
    for row in reading.proposals.filter(kind=Proposal.Kind.CITATION):
        start, end = row.spans[0]
        assert row.proposed["number"] in reading.text[start:end]
    version = FileVersion.objects.get()
    assert (version.text, version.text_state) == (reading.text, "ocr")
    assert not PageText.objects.exists()


def test_it_leaves_lines_that_read(pages, scan):
    run(scan())

    told = [sentence(line) for line in AuditLine.objects.filter(verb__startswith="intake.").order_by("seq")]
    assert told == [
        "Lê Quang Minh nạp tệp quet.pdf",
        "Hệ thống nhận dạng và đọc xong bản quét quet.pdf (số đề xuất: 0 → 10)",
    ]


def test_nothing_is_written_into_the_register_before_a_person_has_looked(pages, scan, minh, as_actor, now):
    reading = scan()
    run(reading)
    services.accept_certain(reading, by=as_actor(minh), at=now)

    with pytest.raises(Refused, match="nhận dạng"):
        services.confirm(reading, by=as_actor(minh), at=now)

    services.check_text(reading, by=as_actor(minh), at=now)
    assert services.confirm(reading, by=as_actor(minh), at=now).written


def test_facts_on_doubtful_words_are_not_certain_also_when_read_again(pages, scan, minh, as_actor, now):
    text = pages[2].text
    place = text.index("45/QĐ-SVH")
    pages[2] = ocr.Page(text, (ocr.Doubt(place, place + 9, 41),), 91)
    reading = scan()
    run(reading)

    def low():
        rows = reading.proposals.filter(kind=Proposal.Kind.CITATION, is_low=True)
        return [row.fact["number"] for row in rows]

    assert low() == ["15/2023/BNV", "45/QĐ-SVH"]
    [warning] = [each for each in reading.warnings if each["kind"] == "ocr_unsure"]
    start, end = warning["spans"][0]
    assert reading.text[start:end] == "45/QĐ-SVH"

    services.reread(reading, by=as_actor(minh), at=now)

    reading.refresh_from_db()
    assert low() == ["15/2023/BNV", "45/QĐ-SVH"]
    assert warning in reading.warnings


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_read(pages, scan):
    pages[1] = ocr.Unread(ocr.SLOW.format(120))
    reading = scan()

    run(reading)

    assert reading.state == "mo"
    assert {
        "kind": "ocr_page",
        "text": "Trang 1 nhận dạng quá 120 giây chưa xong",
        "spans": [],
    } in reading.warnings


def test_a_scan_without_one_letter_says_so_and_stays(pages, scan):
    pages[1], pages[2] = ocr.Page(""), ocr.Unread(ocr.BROKEN)
    reading = scan()

    job = run(reading)

    assert job.state == "failed"
    assert job.outcome.startswith("Không nhận ra chữ nào trong bản quét.")
    assert "Trang 2 không nhận dạng được" in job.outcome
    assert reading.state == "quet"


def test_a_double_click_gives_one_reading_and_one_job(pages, scan, minh, as_actor, now):
    first, second = scan(), scan(name="ban sao.pdf")

    one = services.recognise(first, by=as_actor(minh), at=now)

    assert first == second
    assert Job.objects.get() == one
    assert FileVersion.objects.count() == 1
    assert not AuditLine.objects.filter(verb="intake.recognise").exists()


def test_stopped_it_goes_on_later_and_does_no_page_twice(pages, scan, minh, as_actor, now):
    reading = scan()
    first = pages[1]

    def stopping(path, kind, number, **_):
        jobs.cancel(Job.objects.get(), by=as_actor(minh), at=now)
        return first

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ocr, "recognise", stopping)
        assert run(reading).state == "cancelled"
    assert reading.state == "quet"
    assert [row.number for row in PageText.objects.all()] == [1]

    services.recognise(reading, by=as_actor(minh), at=now)
    worker.run_next()

    reading.refresh_from_db()
    assert pages["asked"] == [2]
    assert reading.state == "mo"
    assert reading.text.startswith("UBND TỈNH TÂN GIANG")


def test_a_page_that_failed_is_tried_again(pages, scan, minh, as_actor, now):
    good, pages[1], pages[2] = pages[1], ocr.Unread(ocr.BROKEN), ocr.Page("")
    reading = scan()
    run(reading)
    pages[1] = good

    services.recognise(reading, by=as_actor(minh), at=now)
    worker.run_next()

    reading.refresh_from_db()
    assert pages["asked"] == [1, 2, 1]
    assert reading.state == "mo"


def test_a_worker_that_died_in_mid_page_does_that_page_again_and_the_result_once(pages, scan):
    reading = scan()
    first = pages[1]

    def dying(path, kind, number, **_):
        if number == 2:
            raise SystemExit
        return first

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ocr, "recognise", dying)
        with pytest.raises(SystemExit):
            worker.run_next()
    Job.objects.update(state="queued", run_key="")

    job = Job.objects.get()
    worker.perform(job.key)
    worker.perform(job.key)

    reading.refresh_from_db()
    job.refresh_from_db()
    assert pages["asked"] == [2]
    assert (job.state, job.attempts, reading.state) == ("done", 2, "mo")
    assert AuditLine.objects.filter(verb="intake.read_scan").count() == 1


def test_where_tesseract_is_absent_the_file_is_kept_and_recognised_once_it_is_there(
    pages, scan, minh, as_actor, now, monkeypatch
):
    monkeypatch.setattr(ocr, "why_not", lambda: ocr.NOT_INSTALLED)
    reading = scan()

    assert reading.state == "quet"
    assert not Job.objects.exists()
    with pytest.raises(Refused, match="chưa cài phần nhận dạng chữ"):
        services.recognise(reading, by=as_actor(minh), at=now)

    monkeypatch.setattr(ocr, "why_not", lambda: "")
    services.recognise(reading, by=as_actor(minh), at=now)
    assert run(reading).state == "done"


def test_taken_away_before_the_worker_comes_it_says_so(pages, scan, monkeypatch):
    reading = scan()
    monkeypatch.setattr(ocr, "why_not", lambda: ocr.NO_VIETNAMESE)

    job = run(reading)

    assert (job.state, job.outcome) == ("failed", ocr.NO_VIETNAMESE)


def test_too_many_pages_are_refused_and_not_kept(pages, scan, monkeypatch):
    monkeypatch.setattr(ocr, "PAGES", 1)

    with pytest.raises(Refused, match="Bản quét có 2 trang, nhiều hơn 1 trang"):
        scan()
    assert not FileVersion.objects.exists()


def test_tung_is_refused(pages, scan, tung, as_actor, now):
    reading = scan()

    with pytest.raises(Refused):
        services.recognise(reading, by=as_actor(tung), at=now)
    with pytest.raises(Refused):
        services.type_scan(reading, NOTICE, by=as_actor(tung), at=now)
    with pytest.raises(Refused):
        services.discard(reading, by=as_actor(tung), at=now)
    assert not selectors.visible_to(as_actor(tung)).exists()


def test_a_scan_that_nothing_reads_waits_at_home(pages, scan, minh, as_actor, django_assert_num_queries):
    reading = scan()
    assert selectors.waiting_for(as_actor(minh)) == []

    Job.objects.update(state="cancelled")

    actor = as_actor(minh)
    with django_assert_num_queries(2):
        [waiting] = selectors.waiting_for(actor)
    assert waiting.title == "Bản quét “quet.pdf” chưa có chữ"
    assert waiting.url == f"/nap/{reading.pk}/"


@scans.needs_tesseract
def test_a_real_scan_is_read_to_its_numbers(minh, so_van_hoa, as_actor, now):
    data = scans.as_file(scans.pictures(), "PDF")
    reading = services.upload("quet.pdf", data, body=so_van_hoa, by=as_actor(minh), at=now)

    assert run(reading).state == "done"

    rows = reading.proposals.filter(kind=Proposal.Kind.CITATION).order_by("position")
    assert [row.fact["number"] for row in rows] == scans.NUMBERS
    assert [row.fact["date"] for row in rows] == scans.DAYS
    assert reading.meta["number"] == "37/TB-SVH"
