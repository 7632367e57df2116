"""`thidua read FILE… [--json]`: reads documents without a database. No Django here."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from thidua.kit.files.extract import Extracted, Unreadable, extract
from thidua.reading import Facts, read
from thidua.reading.facts import Warning
from thidua.reading.printing import document, summary

_SCAN = "Tệp quét, không có lớp chữ. Nhận dạng chữ (OCR) rồi đọc lại, hoặc dán nội dung vào tệp .txt."
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
    taken = extract(sys.stdin.buffer.read(), name) if name == "-" else extract(Path(name), name)
    if not taken.has_text:
        raise Unreadable(_SCAN)
    facts = read(taken.text)
    return replace(facts, warnings=(*_remarks(taken), *facts.warnings))


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
