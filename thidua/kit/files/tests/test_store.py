import os
import stat
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from thidua.kit.files import services
from thidua.kit.files.extract import Limits
from thidua.kit.files.models import FileVersion, StoredFile
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para
from thidua.kit.refused import Refused

PLAN = made.docx("".join(map(para, made.PLAN)))

pytestmark = pytest.mark.django_db


def on_disk(settings):
    return sorted(path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file())


@pytest.fixture
def store(lan, as_actor, now):
    return lambda name, data, **more: services.store(name, data, by=as_actor(lan), at=now, **more)


def test_a_file_is_kept_with_what_it_says(store, settings, now):
    version = store("Kế hoạch.docx", PLAN)

    assert (version.number, version.kind, version.size, version.encoding) == (1, "docx", len(PLAN), "")
    assert version.text == "\n".join(made.PLAN)
    assert version.text_state == FileVersion.TextState.READ
    assert (version.added_by, version.added_at, version.file.name) == ("Trần Ngọc Lan", now, "Kế hoạch.docx")
    assert services.read_bytes(version) == PLAN
    with services.open(version) as stream:
        assert stream.read(2) == b"PK"
    assert on_disk(settings) == [services.location(version)]


def test_the_path_says_nothing_and_only_this_program_may_read_it(store, settings):
    version = store("../../etc/Danh sách khen.docx", PLAN)

    assert version.name == "Danh sách khen.docx"
    assert version.path[:2] == version.path[3:5]
    assert len(version.path) == 35
    assert stat.S_IMODE(services.location(version).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(settings.FILES_ROOT).stat().st_mode) == 0o700


def test_a_second_file_is_the_next_version(store):
    first = store("a.docx", PLAN)
    second = store("b.txt", "Kế hoạch khác".encode(), file=first.file)

    assert [(v.number, v.name) for v in first.file.versions.order_by("number")] == [
        (1, "a.docx"),
        (2, "b.txt"),
    ]
    assert second.file == first.file


def test_the_same_bytes_again_are_the_version_that_is_there(store, settings):
    first = store("a.docx", PLAN)
    again = store("b.docx", PLAN, file=first.file)
    elsewhere = store("a.docx", PLAN)

    assert again == first
    assert elsewhere.file != first.file
    assert len(on_disk(settings)) == 2


def test_a_scan_is_kept_without_text(store):
    assert store("a.pdf", made.scan()).text_state == FileVersion.TextState.NONE


def test_a_sound_file_whose_text_cannot_be_had_is_kept(store, monkeypatch):
    monkeypatch.setattr(services, "Limits", lambda file_bytes: Limits(file_bytes=file_bytes, pages=1))
    version = store("a.pdf", made.pdf(["một"], ["hai"]))

    assert (version.text_state, version.text, version.kind) == (FileVersion.TextState.FAILED, "", "pdf")


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (b"MZ\x90\x00" + bytes(300), "Đây là chương trình máy tính"),
        (b"", "Tệp trống"),
        (made.pdf(made.PLAN, password="x"), "Tệp có mật khẩu"),
        ("MẬT\nBÁO CÁO".encode(), "Văn bản có dấu chỉ độ mật “MẬT”"),
    ],
)
def test_what_is_refused_leaves_nothing(store, settings, data, begins):
    with pytest.raises(Refused) as no:
        store("a.pdf", data)

    assert no.value.reasons[0].startswith(begins)
    assert on_disk(settings) == []
    assert not StoredFile.objects.exists()


def test_an_upload_beyond_the_limit_is_refused_while_it_arrives(store, settings):
    settings.UPLOAD_LIMIT = 3 * 1024 * 1024
    stream = CountedStream(100)

    with pytest.raises(Refused, match=r"Tệp quá lớn: hơn 3 MB\."):
        store("a.txt", stream)

    assert stream.given <= 5
    assert on_disk(settings) == []


class CountedStream(BytesIO):
    """Gives that many MiB, one at a time."""

    def __init__(self, count):
        super().__init__()
        self.count, self.given = count, 0

    def read(self, size=-1):
        self.given += 1
        return b"x" * 1024 * 1024 if self.given <= self.count else b""


def test_an_upload_that_breaks_off_leaves_nothing(store, settings):
    class Broken(BytesIO):
        def read(self, size=-1):
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        store("a.txt", Broken())

    assert on_disk(settings) == []


def test_check_keeps_nothing(settings):
    assert services.check("a.docx", BytesIO(PLAN)).kind == "docx"
    with pytest.raises(Refused):
        services.check("a.docx", b"MZ\x00\x00")
    assert on_disk(settings) == []


def test_receive_reads_before_any_row_and_keep_only_writes_rows(
    lan, as_actor, now, django_assert_num_queries
):
    with django_assert_num_queries(0):
        received = services.receive("a.docx", PLAN)
    with transaction.atomic():
        version = services.keep(received, by=as_actor(lan), at=now)

    assert services.read_bytes(version) == PLAN


def test_a_received_file_can_be_discarded(settings):
    services.discard(services.receive("a.docx", PLAN))

    assert on_disk(settings) == []


def test_the_file_is_complete_on_the_disk_before_its_row(lan, as_actor, now, monkeypatch, settings):
    def fail(*args, **kwargs):
        raise OSError("power cut")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="power cut"):
        services.store("a.docx", PLAN, by=as_actor(lan), at=now)

    assert not FileVersion.objects.exists()


def test_a_path_that_was_not_given_here_is_never_opened(store):
    version = store("a.docx", PLAN)
    version.path = "../../etc/passwd"

    with pytest.raises(ValueError, match="not a path that was given here"):
        services.location(version)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("C:\\Users\\Lan\\Báo cáo.docx", "Báo cáo.docx"),
        ("../../../etc/passwd", "passwd"),
        ("Báo\x00 cáo\r\nX: 1.pdf", "Báo cáo X: 1.pdf"),
        ("bao\u202efdp.exe", "baofdp.exe"),
        ("Kê\u0301 hoa\u0323ch.docx", "Kế hoạch.docx"),
        ("   ", "khong-ten"),
        ("...", "khong-ten"),
        ("thư mục/", "khong-ten"),
    ],
)
def test_names_are_made_fit_to_be_shown(name, expected):
    assert services.clean_name(name) == expected


def test_a_long_name_keeps_its_ending():
    assert services.clean_name("ế" * 400 + ".docx") == "ế" * 250 + ".docx"


@given(st.text(max_size=300))
def test_every_name_comes_out_short_composed_and_without_folders(name):
    shown = services.clean_name(name)

    assert 0 < len(shown) <= 255
    assert unicodedata.is_normalized("NFC", shown)
    assert not set(shown) & set("/\\\r\n\x00")
