"""A scan whose text is typed, that is given up, or that may not be here."""

import pytest

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.kit.files import ocr
from thidua.kit.files import services as files
from thidua.kit.files.models import FileVersion, PageText, StoredFile
from thidua.kit.jobs import worker
from thidua.kit.jobs.models import Job
from thidua.kit.refused import Refused
from thidua.outlook.intake import jobs, services
from thidua.outlook.intake.models import Reading
from thidua.outlook.intake.tests.samples import NOTICE, PLAN

pytestmark = pytest.mark.django_db
SECRET = "TỐI MẬT\n" + NOTICE


def test_a_person_may_give_the_text_instead(pages, scan, minh, as_actor, now):
    reading = services.type_scan(scan(), NOTICE, by=as_actor(minh), at=now)

    assert (reading.state, reading.text, reading.is_text_checked) == ("mo", NOTICE, True)
    assert not reading.is_recognised
    assert reading.proposals.count() == 10
    assert AuditLine.objects.filter(verb="intake.type_scan").count() == 1


def test_typed_while_recognition_runs_the_typed_text_stays(pages, scan, minh, as_actor, now):
    reading = services.type_scan(scan(), PLAN, by=as_actor(minh), at=now)

    worker.run_next()

    reading.refresh_from_db()
    assert reading.text == PLAN
    assert pages["asked"] == []
    assert Job.objects.get().outcome == jobs.GIVEN_UP


def test_typed_during_the_last_page_the_typed_text_stays(pages, scan, minh, as_actor, now, monkeypatch):
    reading = scan(1)

    def typing(path, kind, number, **_):
        services.type_scan(reading, PLAN, by=as_actor(minh), at=now)
        return pages[1]

    monkeypatch.setattr(ocr, "recognise", typing)
    worker.run_next()

    reading.refresh_from_db()
    assert (reading.text, reading.is_text_checked) == (PLAN, True)
    assert FileVersion.objects.get().text_state == "none"


@pytest.mark.parametrize(("text", "said"), [(" \n ", "Chưa có chữ nào"), (SECRET, "độ mật")])
def test_what_cannot_be_the_text_is_refused(pages, scan, minh, as_actor, now, text, said):
    reading = scan()

    with pytest.raises(Refused, match=said):
        services.type_scan(reading, text, by=as_actor(minh), at=now)
    reading.refresh_from_db()
    assert reading.state == "quet"


def test_a_text_that_another_reading_has_is_named(pages, scan, reading, minh, as_actor, now):
    with pytest.raises(Refused, match="trùng với bản đọc “van ban"):
        services.type_scan(scan(), NOTICE, by=as_actor(minh), at=now)


def test_a_reading_that_has_its_text_takes_no_other(pages, reading, minh, as_actor, now):
    with pytest.raises(Refused, match="đã có chữ"):
        services.type_scan(reading, PLAN, by=as_actor(minh), at=now)
    with pytest.raises(Refused, match="đã có chữ"):
        services.recognise(reading, by=as_actor(minh), at=now)


def test_what_waits_for_its_text_cannot_be_decided_upon(pages, scan, minh, as_actor, now):
    reading = scan()

    for verb in (services.confirm, services.reread, services.check_text, services.accept_certain):
        with pytest.raises(Refused, match="Bản quét chưa có chữ"):
            verb(reading, by=as_actor(minh), at=now)


def test_given_up_the_file_stays_and_recognition_ends(pages, scan, minh, as_actor, now):
    reading = services.discard(scan(), by=as_actor(minh), at=now)

    worker.run_next()

    reading.refresh_from_db()
    assert (reading.state, reading.text) == ("bo", "")
    assert pages["asked"] == []
    assert (Job.objects.get().state, Job.objects.get().outcome) == ("done", jobs.GIVEN_UP)
    assert files.location(reading.version).is_file()
    assert scan() != reading


def test_a_stamp_of_secrecy_takes_the_file_away(pages, scan, django_capture_on_commit_callbacks):
    pages[1] = ocr.Page(SECRET, (), 90)
    reading = scan()
    path = files.location(reading.version)

    with django_capture_on_commit_callbacks(execute=True):
        worker.run_next()

    reading.refresh_from_db()
    assert (reading.state, reading.version, reading.text) == ("bo", None, "")
    assert not path.exists()
    assert [table.objects.count() for table in (FileVersion, StoredFile, PageText)] == [0, 0, 0]
    job = Job.objects.get()
    assert job.state == "failed"
    assert "Không đưa văn bản bí mật nhà nước vào hệ thống này" in job.outcome
    assert pages["asked"] == [1]
    assert AuditLine.objects.filter(verb="intake.forget_scan").count() == 1
    assert chain.verify().broken is None
    assert Reading.objects.count() == 1
