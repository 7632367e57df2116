"""`thidua read FILE… [--json]`: reads documents without a database. No Django here."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from thidua.kit.files import ocr
from thidua.kit.files.extract import Extracted, Unreadable, extract
from thidua.reading import Facts, read
from thidua.reading.facts import Warning
from thidua.reading.printing import document, summary

_SCAN = "Tệp quét, không có lớp chữ. Cài Tesseract kèm tiếng Việt (vie) rồi đọc lại, hoặc dán nội dung vào tệp .txt."
_MANY = "Bản quét có {} trang, nhiều hơn {} trang. Tách thành nhiều tệp."
_NOTHING = "Không nhận ra chữ nào trong bản quét. Quét lại rõ hơn, hoặc dán nội dung vào tệp .txt."
_RECOGNISED = "Chữ nhận dạng từ bản quét, {} chữ chưa chắc; đối chiếu với bản gốc"
_GUESSED = "Chữ được chuyển từ bảng mã cũ theo suy đoán; đối chiếu với bản gốc"


def main(argv: Sequence[str]) -> int:
    """Exit code: 0 when every file was read, 2 when one was not (one line on stderr each); the others are still read."""
    options = _options().parse_args(argv)
    if not options.files:
        print("Nêu ít nhất một tệp, hoặc - để đọc từ đầu vào chuẩn.", file=sys.stderr)  # noqa: T201
        return 2
    found: list[tuple[str, Facts]] = []
    unread = 0
    for name in options.files:
        try:
            found.append((name, _facts(name)))
        except Unreadable as no:
            unread += 1
            print(f"{name}: {' '.join(no.message.split())}", file=sys.stderr)  # noqa: T201  a command speaks here
    _write(found, as_json=options.json)
    return 2 if unread else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thidua read", description="Đọc văn bản và liệt kê những gì văn bản nêu."
    )
    parser.add_argument(
        "files", nargs="*", metavar="TỆP", help=".txt, .docx, .pdf, hoặc - để đọc từ đầu vào chuẩn"
    )
    parser.add_argument("--json", action="store_true", help="in một mảng JSON, mỗi tệp một đối tượng")
    return parser


def _facts(name: str) -> Facts:
    data = sys.stdin.buffer.read() if name == "-" else Path(name)
    taken = extract(data, name)
    if taken.is_scan:
        return _recognised(data, taken)
    if not taken.has_text:
        raise Unreadable(_SCAN)
    facts = read(taken.text)
    return replace(facts, warnings=(*_remarks(taken), *facts.warnings))


def _recognised(data: bytes | Path, taken: Extracted) -> Facts:
    """A scan, where Tesseract is installed."""
    if ocr.why_not():
        raise Unreadable(_SCAN)
    if (taken.pages or 0) > ocr.PAGES:
        raise Unreadable(_MANY.format(taken.pages, ocr.PAGES))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scan"
        if isinstance(data, bytes):
            path.write_bytes(data)
        pages, faults = ocr.recognise_all(data if isinstance(data, Path) else path, taken.kind)
    if not pages.text:
        raise Unreadable(_NOTHING)
    facts = read(pages.text)
    told = [_RECOGNISED.format(len(pages.doubts)), *(f"Trang {number} {fault}" for number, fault in faults)]
    remarks = (Warning("recognised", text, ()) for text in told)
    return replace(facts, warnings=(*remarks, *facts.warnings))


def _remarks(taken: Extracted) -> list[Warning]:
    """What extraction had to say, before what reading says."""
    remarks = [Warning("extraction", taken.note, ())] if taken.note else []
    if taken.guessed:
        remarks.append(Warning("old_encoding", f"{_GUESSED} ({taken.encoding})", ()))
    return remarks


def _write(found: list[tuple[str, Facts]], *, as_json: bool) -> None:
    """UTF-8 whatever the console's own encoding is."""
    if as_json:
        text = (
            json.dumps([document(facts, name) for name, facts in found], ensure_ascii=False, indent=1) + "\n"
        )
    else:
        text = "\n".join(summary(facts, name) for name, facts in found)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
