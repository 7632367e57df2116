"""`thidua law show KIND --on DATE`, `thidua law diff DATE DATE`: what the book says, without a database. No Django here."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from thidua.law import handbook
from thidua.law.book import Book, Entry, load
from thidua.law.handbook import Change
from thidua.law.reading_facts import code
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.dates import cited_date, parse_day

_SHELVES = {
    "sources": "Văn bản",
    "categories": "Loại hình",
    "principles": "Nguyên tắc",
    "rewards": "Tiền thưởng",
    "reward_rules": "Cách tính tiền thưởng",
    "base_salary": "Lương cơ sở",
    "fund": "Quỹ",
    "authorities": "Thẩm quyền",
    "routes": "Tuyến trình",
    "papers": "Hồ sơ",
    "templates": "Mẫu",
    "voting": "Biểu quyết, hội đồng",
    "deadlines": "Thời hạn",
    "clusters": "Cụm, khối",
    "movements": "Phong trào",
    "reports": "Báo cáo",
    "initiatives": "Sáng kiến",
    "complaints": "Khiếu nại, tố cáo",
    "changes": "Thay đổi lớn",
    "kinds": "Danh hiệu, hình thức",
}


def main(argv: Sequence[str]) -> int:
    """0; 2 where what is asked for does not stand in the book (one line on stderr)."""
    options = _options().parse_args(argv)
    book = load()
    try:
        lines = _shown(options, book) if options.act == "show" else _changed(options, book)
        text = "\n".join(lines)
    except LookupError as fault:
        print(fault.args[0], file=sys.stderr)  # noqa: T201  a command speaks here
        return 2
    sys.stdout.flush()
    sys.stdout.buffer.write((text + "\n").encode())
    sys.stdout.buffer.flush()
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="thidua law", description="Tra sách luật.")
    acts = parser.add_subparsers(dest="act", required=True)
    show = acts.add_parser(
        "show", help="điều kiện, thẩm quyền, hồ sơ của một danh hiệu, hình thức trong một ngày"
    )
    show.add_argument("kind", metavar="MÃ", help="CSTDCS, TTLDXS, BKTTG …")
    show.add_argument(
        "--on", metavar="NGÀY", default="", help="2024-12-31 hoặc 31/12/2024; để trống là hôm nay"
    )
    diff = acts.add_parser("diff", help="điều gì đổi giữa hai ngày")
    diff.add_argument("first", metavar="NGÀY")
    diff.add_argument("second", metavar="NGÀY")
    return parser


def _day(text: str) -> date:
    if not text:
        return date.today()  # noqa: DTZ011  a command has a clock
    try:
        return date.fromisoformat(text)
    except ValueError:
        found = parse_day(text)
    if found is None:
        raise LookupError(f"“{text}” không phải ngày. Viết 2024-12-31 hoặc 31/12/2024.")
    return found


def _shown(options: argparse.Namespace, book: Book) -> Iterator[str]:
    on, kind = _day(options.on), code(options.kind, "mã")
    if kind not in book.codes:
        raise LookupError(f"Sách luật không có mã “{options.kind}”. Các mã: {', '.join(sorted(book.codes))}.")
    yield f"{book.codes[kind]} ({kind}), ngày {cited_date(on)}"
    found = False
    for subject, label in RECIPIENT_KINDS.items():
        for entry in book.versions(kind, subject, on):
            found = True
            yield f"\n{label}: {entry.name}{_standing(entry, on)}"
            yield from (f"  {line}" for line in _conditions(entry.data["conditions"], book))
            yield f"  Căn cứ: {entry.cite_text} (hiệu lực {_span(entry)})"
            if entry.note:
                yield f"  Ghi chú: {entry.note}"
    if not found:
        yield "\nSách luật chưa có điều kiện của ngày này."
    yield "\nThẩm quyền quyết định:"
    for each in handbook.deciders(kind, "", book, on):
        yield f"  - {each.name}{_standing(each.entry, on)}: {each.entry.cite_text}"
    yield "\nHồ sơ:"
    for paper in handbook.papers(kind, book, on):
        yield f"  - {paper.name}{f', khi {paper.when}' if paper.when else ''}: {paper.entry.cite_text}"


def _standing(entry: Entry, on: date) -> str:
    if entry.is_draft:
        return " [dự thảo, chưa đối chiếu]"
    return " [cần đối chiếu lại]" if entry.draft_on(on) else ""


def _span(entry: Entry) -> str:
    last = entry.data.get("effective_to")
    return f"từ {cited_date(entry.since)}" + (f" đến {cited_date(_day(str(last)))}" if last else "")


def _conditions(conditions: Sequence[Mapping[str, Any]], book: Book, indent: str = "") -> Iterator[str]:
    for condition in conditions:
        for name, word in (("any", "một trong:"), ("all", "đủ cả:")):
            if name in condition:
                yield f"{indent}- {word}"
                yield from _conditions(condition[name], book, indent + "  ")
        if "rule" in condition:
            yield f"{indent}- {_told(condition, book)}"


_LEVELS = {"HTXSNV": "hoàn thành xuất sắc nhiệm vụ", "HTTNV": "hoàn thành tốt nhiệm vụ trở lên"}
_SCOPES = {"co_so": "cấp cơ sở", "tinh": "phạm vi bộ, ngành, tỉnh", "toan_quoc": "phạm vi toàn quốc"}


def _told(given: Mapping[str, Any], book: Book) -> str:
    """One condition in words."""
    name = book.codes.get(str(given.get("code", "")), "")
    after = f", sau {book.codes[given['after']]}" if given.get("after") else ""
    count = f"{int(given.get('count', 1)):02d}"
    instead = f" hoặc là {book.codes[given['or_title']]}" if given.get("or_title") else ""
    share = f"ít nhất {given['min']}%" if "min" in given else f"trên {given.get('over')}%"
    words = {
        "task_level": lambda: f"xếp loại {_LEVELS[given['min']]}",
        "years_in_a_row": lambda: f"{count} năm liên tục {_LEVELS[given['min']]}{instead}{after}",
        "excellent_years": lambda: f"{count} năm hoàn thành xuất sắc nhiệm vụ{after}",
        "titles_in_a_row": lambda: f"{count} lần liên tục {name}",
        "title_times": lambda: f"{count} lần {name}{after}",
        "prior_form": lambda: f"đã được tặng {name}",
        "qualifies": lambda: f"đạt tiêu chuẩn {' hoặc '.join(book.codes[each] for each in given['for'])}",
        "initiative": lambda: f"{count} sáng kiến hoặc đề tài {_SCOPES[given['scope']]} được công nhận",
        "members_ldtt": lambda: f"{share} cá nhân đạt lao động tiên tiến",
        "members_completed": lambda: f"{given['min']}% cá nhân hoàn thành nhiệm vụ",
        "member_title": lambda: f"có cá nhân đạt {name}",
        "nobody_disciplined": lambda: "không có cá nhân bị kỷ luật từ cảnh cáo trở lên",
        "movement_years": lambda: f"phong trào từ {given['min']} năm",
        "contribution_years": lambda: f"có đóng góp từ {given['min']} năm",
    }
    said = words[given["rule"]]() if given["rule"] in words else str(given.get("text", given["rule"]))
    judged = " (Hội đồng đánh giá)" if given["rule"] == "council" else ""
    return said + judged + (" [dự thảo]" if given.get("status") == "draft" else "")


def _changed(options: argparse.Namespace, book: Book) -> Iterator[str]:
    first, second = _day(options.first), _day(options.second)
    yield f"Từ {cited_date(min(first, second))} đến {cited_date(max(first, second))}"
    last: tuple[date, str] | None = None
    for change in handbook.diff(book, first, second):
        head = (change.on, change.shelf)
        if head != last:
            yield f"\n{cited_date(change.on)} · {_SHELVES[change.shelf]}"
            last = head
        yield f"  {_line(change)}"


def _line(change: Change) -> str:
    sign = "+" if change.is_new else "−"
    name = change.entry.name or change.entry.id
    draft = " [dự thảo]" if change.entry.is_draft else ""
    return f"{sign} {name}{draft}: {change.entry.cite_text}"
