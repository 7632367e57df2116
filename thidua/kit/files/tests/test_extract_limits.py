"""What is too much is refused quickly and without much memory. Figures of memory are taken in a fresh process."""

import subprocess
import sys
import textwrap

import pytest

from thidua.kit.files.extract import Limits, Unreadable, extract
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para

BOMB = "Tệp nén bất thường (bung ra quá lớn) nên không nhận. Mở bằng Word, lưu lại thành .docx rồi tải lên."


def refused(data, **limits):
    with pytest.raises(Unreadable) as no:
        extract(data, "a", limits=Limits(**limits))
    return no.value


def measured(path):
    """(message, seconds, MiB of memory more than at the start) of reading one file in a process of its own."""
    script = f"""
        import resource, time
        from pathlib import Path
        from thidua.kit.files.extract import Unreadable, extract
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
        try:
            message = str(len(extract(Path({str(path)!r}), "a").text))
        except Unreadable as no:
            message = no.message
        spent = time.perf_counter() - start
        print(message, spent, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, sep="|")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    message, seconds, memory = done.stdout.strip().split("|")
    return message, float(seconds), int(memory)


@pytest.fixture
def long_text(tmp_path):
    """200 MB of text, the file with no block on the disk but the first."""
    path = tmp_path / "dai.txt"
    line = "Sở Văn hóa tổ chức phong trào thi đua. ".encode()
    with path.open("wb") as file:
        for _ in range(20):
            file.write(line * (10_000_000 // len(line)))
    return path


def test_200_mb_of_text_are_refused_at_once(long_text):
    message, seconds, memory = measured(long_text)

    assert message == "Tệp chữ quá dài (hơn 20 triệu ký tự). Tách thành nhiều tệp rồi tải từng tệp."
    assert seconds < 1
    assert memory < 20


def test_too_many_letters_are_refused_after_decoding():
    no = refused("Đ".encode() * 40, characters=30)

    assert no.message.startswith("Tệp chữ quá dài")
    assert no.kind == "txt"


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)

    assert measured(path)[0].startswith("Tệp quá lớn (hơn 200 MB).")


def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused(tmp_path):
    path = tmp_path / "bom.docx"
    path.write_bytes(made.zipped({"word/document.xml": b"<a>" + b" " * 600_000_000}))
    message, seconds, memory = measured(path)

    assert message == BOMB
    assert seconds < 2
    assert memory < 150


def test_a_part_within_the_size_but_packed_too_tightly_is_refused():
    assert refused(made.zipped({"word/document.xml": b"<a>" + b" " * 3_000_000})).message == BOMB


def test_a_part_of_millions_of_tags_is_refused():
    body = made.docx(para("a") * 100)

    assert refused(body, part_tags=500).message == BOMB


def test_too_many_parts_are_refused():
    assert refused(made.zipped({f"word/{place}": "" for place in range(50)}), parts=40).message == BOMB


def test_a_word_document_of_too_many_letters_is_sound_but_unread():
    no = refused(made.docx(para("Kế hoạch") * 20), characters=100)

    assert (no.kind, no.message[:20]) == ("docx", "Văn bản quá dài (hơn")


def test_a_document_nested_beyond_reason_is_refused():
    deep = "<w:tbl><w:tr><w:tc>" * 100 + para("a") + "</w:tc></w:tr></w:tbl>" * 100

    assert refused(made.docx(deep)).message.startswith("Tệp Word hỏng")


def test_a_long_document_is_read_in_bounded_memory(tmp_path):
    path = tmp_path / "dai.docx"
    lines = (
        f"Khoản {n}: Sở Văn hóa chủ trì, phối hợp với đơn vị {n * 7919 % 100_003}." for n in range(60_000)
    )
    path.write_bytes(made.docx("".join(map(para, lines))))
    message, seconds, memory = measured(path)

    assert int(message) > 3_000_000
    assert seconds < 15
    assert memory < 400


def test_too_many_pages_are_sound_but_unread():
    no = refused(made.pdf(["a"], ["b"], ["c"]), pages=2)

    assert (no.kind, no.message) == (
        "pdf",
        "Tệp PDF có 3 trang, nhiều hơn 2 trang. Tách thành nhiều tệp rồi tải từng tệp.",
    )


def test_a_pdf_that_takes_too_long_is_sound_but_unread():
    no = refused(made.pdf(["a"], ["b"]), seconds=-1.0)

    assert (no.kind, no.message[:24]) == ("pdf", "Tệp PDF quá phức tạp, đọ")


def test_a_pdf_of_too_many_letters_is_sound_but_unread():
    assert refused(made.pdf(made.PLAN), characters=50).kind == "pdf"
